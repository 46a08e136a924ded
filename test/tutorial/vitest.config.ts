import { defineConfig } from "vitest/config";

/** Writes the tutorial and its sample anew; read the diff like code. */
export default defineConfig({
  test: { include: ["test/tutorial/*.run.ts"], testTimeout: 600_000 },
});
