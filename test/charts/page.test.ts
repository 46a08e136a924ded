import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { altsOf, BESIDE, CHART_PICTURES, chartsPage } from "../../scripts/charts-page.mjs";
import { CHART_KINDS } from "../../src/charts/index.ts";
import type { ChartKind } from "../../src/charts/kind.ts";
import { askedOf } from "../../src/charts/lower/asked.ts";
import { readGallery } from "./gallery.ts";

const file = (name: string): Buffer => readFileSync(join(import.meta.dirname, "../..", name));

test("the gallery shows each kind with each annotation that it can draw", async () => {
  const { compiled } = await readGallery();
  const { charts = [] } = compiled.bundle;
  const shown = new Set(
    charts.flatMap((chart) => askedOf(chart, []).map(({ name }) => `${chart.kind}: ${name}`)),
  );
  const kinds = Object.values(CHART_KINDS) as readonly ChartKind[];
  expect(kinds.map(({ name }) => name).filter((name) => !charts.some(({ kind }) => kind === name))).toEqual(
    [],
  );
  const declared = kinds.flatMap(({ name, annotations }) => annotations.map((each) => `${name}: ${each}`));
  expect(declared.filter((pair) => !shown.has(pair))).toEqual([]);
  expect(declared.length).toBeGreaterThan(50);
});

test("docs/charts.md has not drifted (npm run generate), and every picture of it is there", async () => {
  const { compiled } = await readGallery();
  const page = file("docs/charts.md").toString("utf8");
  const gallery = file("samples/gallery.json").toString("utf8");
  expect(page).toBe(chartsPage(gallery, CHART_KINDS, altsOf(compiled.pages.pages)));
  const pictures = [...page.matchAll(/\]\(charts\/([^)]*)\)/g)].map(([, name]) => name ?? "");
  expect(pictures.length).toBeGreaterThan(Object.keys(CHART_KINDS).length + Object.keys(BESIDE).length);
  const sizes = [...new Set(pictures)].map((name) => file(`${CHART_PICTURES}/${name}`).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});
