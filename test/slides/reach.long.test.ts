import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BUNDLES, reachOfFields } from "../../scripts/reach.mjs";
import type { Reach } from "../../scripts/slides-page.mjs";

/** What docs/slides.md says is true of a sample as it is drawn today; `node scripts/reach.mjs` writes it anew. */
test("every slide that a field of a sample reaches stands in scripts/reach.json", {
  timeout: 600_000,
}, async () => {
  const file = join(import.meta.dirname, "..", "..", "scripts", "reach.json");
  const written = JSON.parse(readFileSync(file, "utf8")) as Reach;
  const now = Object.entries(await reachOfFields(BUNDLES.slice(-1), 1));
  expect(now.length).toBeGreaterThan(80);
  const missing = now.flatMap(([field, kinds]) =>
    kinds.filter((kind) => !written[field]?.includes(kind)).map((kind) => `${field}: ${kind}`),
  );
  expect(missing).toEqual([]);
});
