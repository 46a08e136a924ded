import { defineConfig } from "vitest/config";

/** A thousand bundles, where `npm test` builds fifty of them. */
export default defineConfig({
  test: {
    include: ["test/fuzz/**/*.test.ts"],
    env: { FOREDECK_FUZZ: process.env["FOREDECK_FUZZ"] ?? "1000" },
    pool: "forks",
    // Making a thousand bundles takes longer than the five seconds that a test has by default.
    testTimeout: 300_000,
  },
});
