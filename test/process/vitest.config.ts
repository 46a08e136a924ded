import { defineConfig } from "vitest/config";

/** The built program as processes of its own: shells, signals, threads, full disks; dozens of cold starts. */
export default defineConfig({
  test: {
    include: ["test/process/**/*.test.ts", "test/**/*.process.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
