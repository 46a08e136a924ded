import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { Refusal } from "../../src/diagnostics/diagnostic.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { Exhibit, Series } from "../../src/model/chart.ts";
import { expectClear, expectSound, LABEL } from "./clear.ts";
import { contextFor, contractBundle, lowerAny, measure } from "./fixture.ts";

/** What every kind is tried with: rows of values, one per series. */
interface Data {
  readonly labels: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
}

const context = contextFor(contractBundle());
const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `Category ${n + 1}`);
const grid = (
  count: number,
  series: number,
  value: (row: number, column: number) => number | null,
): Data => ({
  labels: names(count),
  rows: Array.from({ length: count }, (_, row) => Array.from({ length: series }, (__, n) => value(row, n))),
});
const falling = (row: number): number => 960 - row * 13;

const EXTREMES: Readonly<Record<string, Data>> = {
  "one point": grid(1, 1, () => 42),
  "two points": grid(2, 2, (row, n) => 40 - 3 * row + n),
  "60 categories": grid(60, 1, falling),
  "60 categories of two series": grid(60, 2, (row, n) => falling(row) + n),
  "12 series": grid(4, 12, (row, n) => 20 + 7 * n - row),
  "all zero": grid(4, 2, () => 0),
  "all negative": grid(5, 2, (row, n) => -10 - row - n),
  "mixed signs": grid(5, 2, (row, n) => (row % 2 === n ? 20 + row : -15 - row)),
  "missing values": grid(6, 2, (row, n) => ((row + n) % 3 === 0 ? null : 10 + row)),
  "1e12": grid(4, 2, (row, n) => 1e12 - row * 1e11 - n * 3e10),
  "1e-9": grid(4, 2, (row, n) => 9e-9 - row * 1e-9 - n * 3e-10),
  "equal values": grid(5, 2, () => 7),
  "one huge outlier": grid(6, 2, (row) => (row === 0 ? 1e9 : 12 - row)),
  "labels of 60 characters": {
    ...grid(5, 2, falling),
    labels: names(5).map((name) =>
      `${name} with a name that goes on and on and on until sixty`.padEnd(60, "x"),
    ),
  },
  Japanese: {
    ...grid(4, 2, falling),
    labels: ["北海道地方の顧客", "関東地方の法人顧客", "近畿", "九州・沖縄地方の小売店"],
  },
  Arabic: { ...grid(4, 2, falling), labels: ["العملاء في الشمال", "الموردون", "الشركات الصغيرة", "أخرى"] },
};

const common = { id: "x", message: "The message", unit: "tickets", better: "higher" } as const;
const seriesNames = (data: Data): string[] => (data.rows[0] ?? []).map((_, n) => `Series ${n + 1}`);
const simple = (kind: string, data: Data): Chart => ({
  ...common,
  kind,
  series: seriesNames(data),
  data: data.labels.map((label, n) => ({ label, values: [...(data.rows[n] ?? [])] })),
});
const single = (kind: string, data: Data, more: (value: number | null) => object = () => ({})): Chart => ({
  ...common,
  kind,
  data: data.labels.map((label, n) => ({
    label,
    value: data.rows[n]?.[0] ?? null,
    ...more(data.rows[n]?.[0] ?? null),
  })),
});

/** The bundle's chart of a kind with such data; what a kind cannot hold at all is for the schema to refuse. */
const CHARTS: Readonly<Record<ChartKindName, (data: Data) => Chart>> = {
  line: (data) => simple("line", data),
  area: (data) => simple("area", data),
  column: (data) => simple("column", data),
  bar: (data) => simple("bar", data),
  stacked: (data) => simple("stacked", data),
  stacked100: (data) => simple("stacked100", data),
  combo: (data) => ({ ...simple("combo", data), line: { unit: "%" } }) as Chart,
  waterfall: (data) => single("waterfall", data),
  tornado: (data) => ({
    ...single("tornado", data, (value) => ({ value: undefined, low: value ?? 0, high: (value ?? 0) + 1 })),
    target: 5,
  }),
  bullet: (data) => single("bullet", data, (value) => ({ target: value === null ? 1 : value * 1.1 })),
  slope: (data) => simple("slope", data),
  funnel: (data) => single("funnel", data),
  scatter: (data) => points("scatter", data),
  bubble: (data) => points("bubble", data),
  marimekko: (data) => simple("marimekko", data),
  heatmap: (data) => simple("heatmap", data),
  scorecard: (data) => single("scorecard", data, (value) => ({ target: value ?? 0 })),
  doughnut: (data) => single("doughnut", data),
  sparkline: (data) => single("sparkline", data),
  gantt: (data) =>
    ({
      ...common,
      kind: "gantt",
      data: data.labels.map((label) => ({ label, start: "2026-11-01", end: "2026-12-24" })),
    }) as Chart,
};

const points = (kind: string, data: Data): Chart =>
  ({
    id: "x",
    message: "The message",
    kind,
    x: { name: "Across", unit: "days" },
    y: { name: "Upward", unit: "%" },
    ...(kind === "bubble" ? { size: { name: "Size", unit: "EUR" } } : {}),
    show: ["average"],
    data: data.labels.map((label, n) => ({
      label,
      x: n,
      y: data.rows[n]?.[0] ?? 0,
      ...(kind === "bubble" ? { size: Math.abs(data.rows[n]?.[1] ?? data.rows[n]?.[0] ?? 0) } : {}),
    })),
  }) as unknown as Chart;

/** Drawn, or refused by the schema, or refused with what to do about it. */
function attempt(chart: Chart): Exhibit | "refused" {
  const { schema } = CHART_KINDS[chart.kind as ChartKindName];
  const parsed = schema.safeParse(chart);
  if (!parsed.success) {
    expect(parsed.error.issues.length).toBeGreaterThan(0);
    return "refused";
  }
  try {
    return lowerAny(parsed.data, context);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    for (const { code, hint } of cause.diagnostics) expect([code, hint]).not.toContain(undefined);
    return "refused";
  }
}

const seriesOf = (exhibit: Exhibit): readonly Series[] =>
  exhibit.type !== "chart"
    ? []
    : exhibit.layers.flatMap((layer) =>
        layer.type === "points" ? [] : layer.type === "ring" ? [layer.series] : layer.series,
      );

describe.each(Object.keys(CHARTS) as ChartKindName[])("%s", (kind) => {
  test.each(Object.entries(EXTREMES))("%s: legible, or refused with what to do", (_name, data) => {
    const exhibit = attempt(CHARTS[kind](data));
    if (exhibit === "refused") return;
    for (const each of seriesOf(exhibit)) {
      expect(each.labels).toHaveLength(each.values.length);
      for (const value of each.values) expect(value === null || Number.isFinite(value)).toBe(true);
    }
    if (exhibit.type !== "chart") {
      if (exhibit.type === "tableExhibit")
        for (const row of exhibit.table.rows)
          expect(row.reduce((sum, cell) => sum + (cell.span ?? 1), 0)).toBe(exhibit.table.head.length);
      return;
    }
    expect(exhibit.alt).not.toMatch(/undefined|NaN|Infinity|\{\{/u);
    const least = minimumSize(exhibit);
    for (const wanted of [
      { width: 620, height: 330 },
      { width: 400, height: 220 },
    ]) {
      const size = {
        width: Math.max(wanted.width, Math.min(860, least.width)),
        height: Math.max(wanted.height, least.height),
      };
      expectClear(exhibit, size);
      expectSound(fitChart(exhibit, size, measure, LABEL));
    }
  });
});

/** What each kind must take, so that the tests above cannot pass by refusing everything. */
const DRAWN: readonly (readonly [ChartKindName, keyof typeof EXTREMES])[] = [
  ["stacked", "mixed signs"],
  ["stacked", "labels of 60 characters"],
  ["stacked100", "Japanese"],
  ["stacked100", "1e12"],
  ["area", "60 categories of two series"],
  ["area", "all zero"],
  ["combo", "missing values"],
  ["combo", "mixed signs"],
  ["bullet", "Arabic"],
  ["slope", "two points"],
  ["slope", "labels of 60 characters"],
  ["funnel", "labels of 60 characters"],
  ["funnel", "one huge outlier"],
  ["scatter", "60 categories"],
  ["bubble", "one huge outlier"],
  ["marimekko", "one huge outlier"],
  ["heatmap", "12 series"],
  ["heatmap", "missing values"],
  ["scorecard", "1e-9"],
  ["doughnut", "one point"],
  ["doughnut", "two points"],
  ["sparkline", "60 categories"],
];
test.each(DRAWN)("%s takes %s", (kind, name) => {
  const data = EXTREMES[name];
  if (data === undefined) throw new Error(`no ${name}`);
  expect(attempt(CHARTS[kind](data))).not.toBe("refused");
});

const REFUSED: readonly (readonly [ChartKindName, keyof typeof EXTREMES])[] = [
  ["stacked", "12 series"],
  ["stacked", "60 categories of two series"],
  ["bar", "60 categories"],
  ["bar", "12 series"],
  ["tornado", "60 categories"],
  ["stacked100", "all negative"],
  ["stacked100", "all zero"],
  ["area", "one point"],
  ["area", "mixed signs"],
  ["area", "missing values"],
  ["doughnut", "60 categories"],
  ["doughnut", "all zero"],
  ["funnel", "mixed signs"],
  ["funnel", "one point"],
  ["slope", "12 series"],
  ["bubble", "all zero"],
  ["marimekko", "60 categories"],
  ["bullet", "all negative"],
];
test.each(REFUSED)("%s refuses %s", (kind, name) => {
  const data = EXTREMES[name];
  if (data === undefined) throw new Error(`no ${name}`);
  expect(attempt(CHARTS[kind](data))).toBe("refused");
});

describe("any data", () => {
  const value = fc.option(
    fc.integer({ min: -2_000, max: 9_000 }).map((n) => n / 10),
    { nil: null, freq: 9 },
  );
  const label = fc.constantFrom(
    "A",
    "Second",
    "A longer name of a category",
    "Third one",
    "Incomprehensibilities",
  );
  const size = fc.record({
    width: fc.integer({ min: 300, max: 860 }),
    height: fc.integer({ min: 180, max: 380 }),
  });
  const kinds = Object.keys(CHARTS).filter((kind) => kind !== "gantt") as ChartKindName[];

  test("no kind prints one text over another, or outside", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.tuple(label, fc.array(value, { minLength: 5, maxLength: 5 })), {
          minLength: 1,
          maxLength: 14,
        }),
        fc.boolean(),
        size,
        (kind, series, rows, positive, at) => {
          const data: Data = {
            labels: rows.map(([name], n) => `${name} ${n}`),
            rows: rows.map(([, values]) =>
              values.slice(0, series).map((each) => (positive ? Math.abs(each ?? 1) : each)),
            ),
          };
          const sorted =
            kind === "funnel"
              ? { ...data, rows: data.rows.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0)) }
              : data;
          const exhibit = attempt(CHARTS[kind](sorted));
          if (exhibit === "refused" || exhibit.type !== "chart") return;
          const least = minimumSize(exhibit);
          expectClear(exhibit, { width: at.width, height: Math.max(at.height, least.height) });
        },
      ),
      { numRuns: 600 },
    );
  });
});
