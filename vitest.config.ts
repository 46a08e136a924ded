import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The examples of the docs import the package by its name, as those who copy them do.
  resolve: { alias: { foredeck: join(import.meta.dirname, "src", "index.ts") } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      "test/**/*.long.test.ts",
      "test/process/**",
      "test/**/*.process.test.ts",
      "test/render/**",
      "test/node/**",
      "test/package/**",
      "test/recipes/**",
    ],
    setupFiles: ["test/setup.ts"],
    // By default Vitest leaves one core free, which is half of a machine of two.
    maxWorkers: "100%",
    // Modules hold no state, so files may share them; loading them anew for each file takes a third of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
