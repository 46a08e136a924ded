import { describe, expect, test } from "vitest";
import { fitChart } from "../../src/charts/fit.ts";
import type { Chart, Metric } from "../../src/model/bundle/index.ts";
import type { ChartModel, Series } from "../../src/model/chart.ts";
import { plain } from "../../src/model/text.ts";
import { LABEL } from "./clear.ts";
import {
  allSeries,
  bundleOf,
  contextFor,
  layersWithSeries,
  lowerChart,
  measure,
  planeOf,
} from "./fixture.ts";

const quarters = (first: number, values: readonly (number | null)[], expected = values.length) =>
  values.map((value, n) => ({
    period: `${first + Math.floor(n / 4)}-Q${(n % 4) + 1}`,
    value,
    ...(n < expected ? {} : { kind: "forecast" as const }),
  }));
const METRICS: Metric[] = [
  {
    id: "loans",
    name: "Loans",
    unit: "loans",
    values: quarters(2025, [300, 340, 410, 390, 350, 420, 450], 5),
  },
  { id: "share", name: "Share", unit: "%", values: quarters(2025, [30, 32, 31, 35, 36, 38, 41], 5) },
  { id: "three", name: "Three", unit: "loans", values: quarters(2024, [1, 2, 3, 4, 5, 6, 7, 8, 9]) },
  {
    id: "holes",
    name: "Holes",
    unit: "loans",
    values: quarters(2025, [20, null, 24, 22, 26, null, 28, null, 33, 31], 4),
  },
];
// What is missing says of itself neither that it happened nor that it is expected.
METRICS.push({
  id: "unsaid",
  name: "Unsaid",
  unit: "loans",
  values: quarters(2025, [20, null, 24, 22, 26, null, 28, null, 33, 31]).map((each, n) =>
    each.value !== null && n > 3 ? { ...each, kind: "forecast" as const } : each,
  ),
});
const context = contextFor(bundleOf(METRICS));
const lower = (chart: object): ChartModel =>
  lowerChart({ id: "x", message: "M", ...chart } as Chart, context);
const role = (model: ChartModel, wanted: Series["role"]) =>
  allSeries(model).filter((series) => series.role === wanted);

describe("what is expected of a combo", () => {
  const model = lower({ kind: "combo", metrics: ["loans", "share"] });
  test("is hatched in the columns and dashed in the line, as the caption says", () => {
    const [bars, line, later] = allSeries(model);
    expect(bars?.points[5]?.paint?.pattern).toBe("hatch");
    expect(line?.line?.dash).toBe("solid");
    expect(line?.values).toEqual([30, 32, 31, 35, 36, null, null]);
    expect(later).toMatchObject({ role: "forecast", joint: 4, line: { dash: "dash" } });
    expect(later?.values.slice(4)).toEqual([36, 38, 41]);
    expect(later?.labels.map((label) => label?.text)).toEqual([...Array(5), "38%", "41%"]);
    expect(plain(model.caption)).toContain("hatched: forecast; dashed: forecast");
    expect(model.legend.map(({ name, line }) => [name, line?.dash])).toEqual([
      ["Loans", undefined],
      ["Share", "solid"],
      ["Share, forecast", "dash"],
    ]);
  });

  test("is said of each part by itself, and where all of it is expected", () => {
    const data = [
      { label: "A", values: [1, 2] },
      { label: "B", values: [2, 3] },
    ];
    const chart = { kind: "combo", series: ["One", "Two"], line: { unit: "%" }, data, valueKind: "plan" };
    expect(plain(lower(chart).caption)).toMatch(/plan/);
    expect(allSeries(lower(chart)).map(({ role }) => role)).toEqual(["plan", "plan"]);
    const kinds = data.map((datum, n) => ({ ...datum, kind: n === 0 ? "actual" : "plan" }));
    expect(plain(lower({ ...chart, valueKind: "actual", data: kinds }).caption)).toContain("dotted: plan");
  });
});

test("the highlighted bar of a waterfall is in the accent colour, and no other is", () => {
  const data = [
    { label: "2025", value: 100, total: true },
    { label: "Price", value: 20 },
    { label: "Cost", value: -35, highlight: true },
    { label: "2026", total: true, highlight: true },
  ];
  const model = lower({ kind: "waterfall", data });
  const inks = allSeries(model).map(({ role, paint, points }) => [role, paint.ink, points]);
  expect(inks).toEqual([
    ["base", "paper", {}],
    ["total", "ink", { 3: { paint: { ink: "accent", pattern: "solid" } } }],
    ["increase", "faint", {}],
    ["decrease", "muted", { 2: { paint: { ink: "accent", pattern: "solid" } } }],
  ]);
  expect(role(model, "decrease")[0]?.labels[2]).toMatchObject({ bold: true, ink: "accent" });
  expect(planeOf(model).categories.map(({ bold }) => bold)).toEqual([true, undefined, true, true]);
  const later = lower({ kind: "waterfall", data, valueKind: "forecast" });
  expect(role(later, "total")[0]?.points[3]?.paint).toEqual({ ink: "accent", pattern: "hatch" });
});

describe("the year before", () => {
  const shown = (metric: string, more: object = {}) => {
    const model = lower({ kind: "column", metrics: [metric], show: ["previous"], ...more });
    return {
      now: role(model, "actual")[0]?.values,
      before: role(model, "previous")[0]?.values,
      years: planeOf(model).categories.map(({ group }) => group),
      caption: plain(model.caption),
    };
  };
  test("stands once, beside the year that it is the year before of", () => {
    expect(shown("loans")).toEqual({
      now: [390, 350, 420, 450],
      before: [null, 300, 340, 410],
      years: ["2025", "2026", undefined, undefined],
      caption: "Loans, loans, Q4 2025 to Q3 2026; hatched: forecast",
    });
    expect(shown("three").now).toEqual([5, 6, 7, 8, 9]);
  });

  test("keeps a period that the chart names, and the first year where growth starts there", () => {
    expect(shown("loans", { callouts: [{ at: "2025-Q2", text: "Words" }] }).now).toHaveLength(5);
    expect(shown("loans", { compare: { from: "2025-Q1", to: "2026-Q1" } }).now).toHaveLength(5);
    expect(shown("loans", { show: ["previous", "cagr"] }).now).toHaveLength(7);
  });
});

test.each(["column", "bar"])("the numbers of a %s with ranges stand beyond them", (kind) => {
  const data = [
    { label: "A", value: 5, low: 4, high: 7 },
    { label: "B", value: 3 },
    { label: "C", value: -2, low: -4, high: -1 },
  ];
  const model = lower({ kind, order: "given", show: ["errorBars"], data });
  const [words] = role(model, "mark");
  expect(words?.values).toEqual([7, 3, -4]);
  expect(words?.labels.map((label) => [label?.text, label?.at])).toEqual(
    kind === "column"
      ? [
          ["5", "above"],
          ["3", "above"],
          ["−2", "below"],
        ]
      : [
          ["5", "right"],
          ["3", "right"],
          ["−2", "left"],
        ],
  );
  const placed = fitChart(model, { width: 500, height: 330 }, measure, LABEL);
  const kept = layersWithSeries({ ...model, layers: placed.layers }).flatMap(({ series }) =>
    series.flatMap(({ labels }) => labels.flatMap((label) => label?.text ?? [])),
  );
  expect(kept.toSorted()).toEqual(["3", "5", "−2"].toSorted());
});

describe("the distance to a target", () => {
  const data = [
    { label: "A", value: 18 },
    { label: "B", value: 26, highlight: true },
    { label: "C", value: 30 },
    { label: "D", value: 12 },
  ];
  const arrow = (rows: readonly object[], kind = "bar") => {
    const { overlays, coordinates } = lower({ kind, target: 20, show: ["target", "difference"], data: rows });
    const found = overlays.find(({ type }) => type === "arrow");
    if (found?.type !== "arrow" || coordinates.type !== "category") throw new Error("no arrow");
    return coordinates.categories[found.from.c]?.label;
  };
  test("is that of the category that the chart points at, or of the first", () => {
    expect(arrow(data)).toBe("B");
    expect(arrow(data, "column")).toBe("B");
    expect(arrow(data.map(({ label, value }) => ({ label, value })))).toBe("C");
  });
  test("is that of the latest value over time", () => {
    expect(
      arrow(
        data.map((row, n) => ({ ...row, label: `${2020 + n}` })),
        "column",
      ),
    ).toBe("2023");
  });
});

test.each([
  ["sparkline", "holes"],
  ["sparkline", "unsaid"],
  ["line", "holes"],
  ["line", "unsaid"],
])("no expected value of a %s is lost where values are missing: %s", (kind, metric) => {
  const model = lower({ kind, metrics: [metric] });
  const [later] = role(model, "forecast");
  const layer = layersWithSeries(model).find(({ series }) => series.some(({ role }) => role === "forecast"));
  // Where one line keeps its gap, chart programs let every line keep its own.
  expect(layer).toMatchObject({ type: "lines", missing: "gap" });
  const drawn = (later?.values ?? []).map((value, n, all) => {
    const neighbour = (all[n - 1] ?? null) !== null || (all[n + 1] ?? null) !== null;
    return value === null || neighbour || later?.points[n]?.marker !== false;
  });
  expect(drawn.every(Boolean)).toBe(true);
});

test("the line over a chart takes no comma after a question, and no capital within", () => {
  const context = contextFor(bundleOf(METRICS));
  const asked: Chart = {
    ...{ id: "asked", kind: "column", message: "Most would", supports: [], measure: "Would you come again?" },
    ...{ unit: "%", data: [{ label: "North", value: 53 }] },
  } as Chart;
  expect(plain(lowerChart(asked, context).caption)).toBe("Would you come again? %");
  const combo = {
    id: "both",
    kind: "combo",
    message: "Both grew",
    supports: [],
    metrics: ["loans", "share"],
  };
  const over = plain(lowerChart(combo as unknown as Chart, context).caption);
  expect(over).toMatch(/^Columns, left axis: .*; line, right axis: /);
});
