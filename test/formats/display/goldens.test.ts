import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fitChart } from "../../../src/charts/fit.ts";
import { findChartKind } from "../../../src/charts/index.ts";
import { chartNodes } from "../../../src/formats/display/chart/index.ts";
import { displayListOf } from "../../../src/formats/display/page/page.ts";
import type { Chart } from "../../../src/model/bundle/index.ts";
import { bundleOf, contextFor, lowerAny, measure } from "../../charts/fixture.ts";
import { look } from "../../layout/look.ts";
import { compileFile } from "../../rules/compiled.ts";
import { displayListText } from "./golden.ts";

/**
 * Every mark and word of small charts and of a few slides, as text. A change of drawing shows here line by line;
 * `npx vitest run test/formats/display -u` writes the files anew, and the diff is to be read like code.
 */
const GOLDENS = join(import.meta.dirname, "goldens");
const golden = (name: string): string => join(GOLDENS, `${name}.txt`);
/** Read before any test runs: outside of CI, Vitest writes a file that is missing, and the test of it passes. */
const kept = existsSync(GOLDENS) ? readdirSync(GOLDENS) : [];

const common = { id: "golden", message: "The message" } as const;
const measured = { ...common, unit: "tickets", better: "lower" } as const;
const rows = (...values: readonly (readonly (number | null)[])[]) =>
  values.map((row, n) => ({ label: `Q${n + 1}`, values: row }));
const steps = [
  { label: "Start", value: 40 },
  { label: "Closed", value: -12 },
  { label: "Opened", value: 7 },
];
const two = { series: ["North", "South"], data: rows([12, 9], [15, null], [11, 14], [18, 6]) };
const one = [
  { label: "Billing", value: 21 },
  { label: "Login", value: 13 },
  { label: "Delivery", value: -4 },
];
const parts = one.map((each) => ({ ...each, value: Math.abs(each.value) }));
const coordinates = { x: { name: "Wait", unit: "days" }, y: { name: "Churn", unit: "%" } };
const spots = [
  { label: "Acme", x: 1, y: 4 },
  { label: "Blue", x: 3, y: 9 },
  { label: "Cove", x: 6, y: 7 },
];

const CHARTS: Readonly<Record<string, object>> = {
  line: { kind: "line", ...two },
  "line-target": {
    kind: "line",
    ...two,
    target: 8,
    show: ["target", "difference"],
    callouts: [{ at: "Q3", text: "New tool" }],
  },
  area: { kind: "area", data: parts },
  column: { kind: "column", data: one },
  "column-series": { kind: "column", ...two },
  "column-errors": {
    kind: "column",
    data: one.map((each) => ({ ...each, low: each.value - 3, high: each.value + 2 })),
    show: ["errorBars"],
  },
  bar: { kind: "bar", data: one, target: 10, show: ["target", "average"] },
  "bar-highlight": { kind: "bar", data: one.map((each, n) => ({ ...each, highlight: n === 1 })) },
  stacked: { kind: "stacked", ...two, data: rows([12, 9], [15, 4], [11, 14]) },
  "stacked-missing": { kind: "stacked", ...two },
  stacked100: { kind: "stacked100", ...two, data: rows([12, 9], [15, 4], [11, 14]) },
  waterfall: { kind: "waterfall", data: steps },
  "waterfall-down": { kind: "waterfall", data: [...steps, { label: "Refunds", value: -50 }] },
  tornado: {
    kind: "tornado",
    target: 10,
    data: [
      { label: "Price", low: 4, high: 17 },
      { label: "Volume", low: 8, high: 11 },
    ],
  },
  bullet: { kind: "bullet", data: parts.map((each) => ({ ...each, target: 15 })) },
  slope: { kind: "slope", series: ["Before", "After"], data: rows([12, 9], [7, 14], [11, 11]) },
  combo: {
    kind: "combo",
    line: { unit: "%" },
    series: ["Cases", "Share"],
    data: rows([120, 9], [150, 4], [110, 14]),
  },
  doughnut: { kind: "doughnut", data: parts },
  funnel: { kind: "funnel", data: parts },
  scatter: { kind: "scatter", ...coordinates, data: spots, show: ["average"] },
  bubble: {
    kind: "bubble",
    ...coordinates,
    size: { name: "Revenue", unit: "EUR" },
    data: spots.map((spot) => ({ ...spot, size: spot.y * 10 })),
  },
  marimekko: { kind: "marimekko", ...two, data: rows([12, 9], [15, 4], [11, 14]) },
  sparkline: { kind: "sparkline", data: one },
  "long-names": {
    kind: "bar",
    data: parts.map((each) => ({ ...each, label: `${each.label} of customers who moved house this year` })),
  },
  "small-numbers": { kind: "column", data: parts.map((each) => ({ ...each, value: each.value / 1e7 })) },
};

const context = contextFor(bundleOf([]));
const SIZE = { width: 300, height: 180 };

describe("the display list of a chart", () => {
  test.each(Object.entries(CHARTS))("%s", async (name, spec) => {
    const { kind } = spec as { kind: string };
    const parsed = findChartKind(kind)?.schema.parse({
      ...("x" in spec ? common : measured),
      ...spec,
    }) as Chart;
    const model = lowerAny(parsed, context);
    if (model.type !== "chart") throw new Error(`${name} is no chart`);
    const placed = fitChart(model, SIZE, measure, 9);
    const nodes = chartNodes(placed, { x: 0, y: 0 }, look);
    await expect(displayListText(nodes)).toMatchFileSnapshot(golden(name));
  });
});

const SLIDES = ["cover", "answer", "why", "goals", "people", "options", "decision", "risks"];

describe("the display list of a slide", async () => {
  const { pages, look: theme } = await compileFile("samples/minimal.json");

  test.each(SLIDES)("%s", async (kind) => {
    const page = pages.pages.find((each) => each.kind === kind);
    if (page === undefined) throw new Error(`no ${kind}: ${pages.pages.map((each) => each.kind).join(", ")}`);
    await expect(displayListText(displayListOf(page, pages, theme).nodes)).toMatchFileSnapshot(
      golden(`slide-${kind}`),
    );
  });
});

test("the files are those of the drawings, before any is written", () => {
  const drawn = [...Object.keys(CHARTS), ...SLIDES.map((kind) => `slide-${kind}`)];
  expect(kept.sort()).toEqual(drawn.map((name) => `${name}.txt`).sort());
});
