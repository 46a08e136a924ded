import { defineConfig } from "vitest/config";

/** Installs several versions of Node, so it needs npm's registry. */
export default defineConfig({
  test: {
    include: ["test/node/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    pool: "forks",
  },
});
