import { defineConfig } from "vitest/config";

/** The judge of the rules: prints what they find in `bundles`, and writes it to `out/argument`. */
export default defineConfig({
  test: {
    include: ["test/argument/*.run.ts"],
    disableConsoleIntercept: true,
    // Hundreds of bundles are compiled, one after the other.
    testTimeout: 3_600_000,
  },
});
