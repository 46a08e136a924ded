import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";

/** The ground of the forecast begins right after the last actual value, also where the next periods have none. */
test("the forecast begins where the actuals end", async () => {
  const file = join(import.meta.dirname, "..", "bundles", "customer-listening.json");
  const text = readFileSync(file, "utf8").replace(/\{ "period": "2026-Q4", "value": 14.9[^}]*\},/, "");
  const source = { bytes: new TextEncoder().encode(text), file, root: dirname(file) };
  const { deck } = await compileBundle(source, createNodeHost());
  const charts = JSON.stringify(deck);
  const ground = /\{"type":"ground","from":(\d+)/.exec(charts);
  expect(text).not.toContain('"2026-Q4", "value": 14.9');
  // Eight quarters happened: Q4 2024 to Q3 2026.
  expect(ground?.[1]).toBe("8");
});
