import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { defineConfig, mergeConfig } from "vitest/config";
import common from "../../vitest.config.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** Files that leave trials out of `npm test`: each says so by importing test/trials.ts. */
const tried = globSync("test/**/*.test.ts", { cwd: ROOT }).filter((file) =>
  readFileSync(join(ROOT, file), "utf8").includes('/trials.ts"'),
);

/** What takes longer than `npm test` may: files named `*.long.test.ts`, and all trials of those that make a few of them there. */
export default mergeConfig(
  { ...common, test: { ...common.test, include: undefined, exclude: undefined } },
  defineConfig({
    test: {
      root: ROOT,
      include: ["test/**/*.long.test.ts", ...tried],
      env: { FOREDECK_TRIALS: "all" },
      testTimeout: 300_000,
      hookTimeout: 300_000,
    },
  }),
);
