import { defineConfig } from "vitest/config";

/** Installs the package as a project would, so it needs npm's registry; minutes, so one file after another. */
export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    pool: "forks",
  },
});
