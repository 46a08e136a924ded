import { defineConfig } from "vitest/config";

/** Checks by programs that are not ours (LibreOffice, Poppler, Chromium): slow, so one file after another. */
export default defineConfig({
  test: {
    include: ["test/render/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    pool: "forks",
  },
});
