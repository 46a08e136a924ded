import { expect } from "vitest";
import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { Exhibit } from "../../src/model/chart.ts";
import { contextFor, contractBundle, lowerAny } from "./fixture.ts";

/** What every kind is tried with: rows of values, one per series. */
export interface Data {
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

export const EXTREMES: Readonly<Record<string, Data>> = {
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

/** Kinds whose data are more than one value to a category. */
const OWN: Readonly<Partial<Record<ChartKindName, (data: Data) => Chart>>> = {
  line: (data) => simple("line", data),
  area: (data) => simple("area", data),
  column: (data) => simple("column", data),
  bar: (data) => simple("bar", data),
  stacked: (data) => simple("stacked", data),
  stacked100: (data) => simple("stacked100", data),
  combo: (data) => ({ ...simple("combo", data), line: { unit: "%" } }) as Chart,
  tornado: (data) => ({
    ...single("tornado", data, (value) => ({ value: undefined, low: value ?? 0, high: (value ?? 0) + 1 })),
    target: 5,
  }),
  bullet: (data) => single("bullet", data, (value) => ({ target: value === null ? 1 : value * 1.1 })),
  slope: (data) => simple("slope", data),
  dumbbell: (data) => simple("dumbbell", data),
  diverging: (data) => simple("diverging", data),
  multiples: (data) => simple("multiples", data),
  scatter: (data) => points("scatter", data),
  bubble: (data) => points("bubble", data),
  marimekko: (data) => simple("marimekko", data),
  heatmap: (data) => simple("heatmap", data),
  scorecard: (data) => single("scorecard", data, (value) => ({ target: value ?? 0 })),
  gantt: (data) =>
    ({
      ...common,
      kind: "gantt",
      data: data.labels.map((label) => ({ label, start: "2026-11-01", end: "2026-12-24" })),
    }) as Chart,
};

/** The bundle's chart of a kind with such data; what a kind cannot hold at all is for the schema to refuse. */
export const CHARTS = Object.fromEntries(
  Object.keys(CHART_KINDS).map((kind) => [
    kind,
    OWN[kind as ChartKindName] ?? ((data: Data) => single(kind, data)),
  ]),
) as Readonly<Record<ChartKindName, (data: Data) => Chart>>;

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
export function attempt(chart: Chart): Exhibit | "refused" {
  const { schema } = CHART_KINDS[chart.kind as ChartKindName];
  const parsed = schema.safeParse(chart);
  if (!parsed.success) {
    expect(parsed.error.issues.length).toBeGreaterThan(0);
    return "refused";
  }
  try {
    return lowerAny(parsed.data, context);
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    for (const { code, hint } of cause.diagnostics) expect([code, hint]).not.toContain(undefined);
    return "refused";
  }
}
