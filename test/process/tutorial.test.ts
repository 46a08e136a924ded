import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { blocksOf, patched } from "../blocks.ts";
import { begin, filesIn, PAGE, ROOT, SAMPLE } from "../tutorial/follow.ts";

const folder = begin();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with an npx that calls the built program, where the package is not installed from a registry. */
function withNpx(): string {
  const bin = join(folder, "node_modules", ".bin");
  mkdirSync(bin);
  const main = join(ROOT, "dist", "cli", "main.js");
  writeFileSync(
    join(bin, "npx"),
    `#!/bin/sh\n[ "$1" = foredeck ] && shift\nexec "${process.execPath}" "${main}" "$@"\n`,
  );
  chmodSync(join(bin, "npx"), 0o755);
  return bin;
}

test("the tutorial works in a shell, with the built program and the files that its readers sent back", () => {
  const env = {
    ...process.env,
    PATH: `${withNpx()}${delimiter}${process.env["PATH"] ?? ""}`,
    FOREDECK_CACHE_DIR: join(folder, "node_modules", "cache"),
    NO_COLOR: "1",
  };
  let printed = "";
  for (const { language, file, text } of blocksOf(readFileSync(PAGE, "utf8"))) {
    if (language === "sh")
      printed = execFileSync("bash", ["-ec", `exec 2>&1\n${text}`], { cwd: folder, env, encoding: "utf8" });
    else if (language === "text") expect(printed).toBe(text);
    else writeFileSync(join(folder, file), patched(readFileSync(join(folder, file), "utf8"), text));
  }
  expect(filesIn(folder)).toEqual(filesIn(SAMPLE));
  for (const name of filesIn(SAMPLE))
    expect([name, readFileSync(join(folder, name)).equals(readFileSync(join(SAMPLE, name)))]).toEqual([
      name,
      true,
    ]);
});
