import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { CHART_KINDS, undrawn } from "../../src/charts/index.ts";
import type { ChartKind } from "../../src/charts/kind.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import type { Chart, Metric } from "../../src/model/bundle/index.ts";
import { bundleOf, contextFor } from "./fixture.ts";

/** Every field that the schema of a kind offers, of the chart and of its data, is drawn, or a message says that it is not. */
const METRICS: Metric[] = [
  {
    id: "m",
    name: "Measured",
    unit: "people",
    better: "higher",
    target: { value: 40 },
    values: [2021, 2022, 2023].map((year, n) => ({ period: `${year}`, value: 20 + n * n })),
  },
  {
    id: "p",
    name: "Part",
    unit: "%",
    better: "higher",
    values: [2021, 2022, 2023].map((year, n) => ({ period: `${year}`, value: 30 + n })),
  },
];
const context = contextFor(bundleOf(METRICS));
const kinds: readonly ChartKind[] = Object.values(CHART_KINDS);

interface Def {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
}
const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;
const bare = (schema: z.ZodType): z.ZodType => {
  const { innerType } = defOf(schema);
  return innerType === undefined ? schema : bare(innerType);
};
const shapeOf = (schema: z.ZodType) => defOf(bare(schema)).shape ?? {};
const elementOf = (schema: z.ZodType | undefined) =>
  schema === undefined ? undefined : defOf(bare(schema)).element;

/** What is not there beside data, what other tests try, and what stands elsewhere on the slide, in figures or in the list of methods, as test/fields.long.test.ts proves. */
const ELSEWHERE = new Set([
  ...["show", "data", "metrics", "holds"],
  "id",
  "kind",
  "message",
  "meaning",
  "supports",
  "source",
  "asOf",
  "owner",
  "assumption",
]);

/** Charts that each kind can draw, where a value to a category is not all; `label` and numbers alone where nothing more is needed. */
const simple = [3, 2, 1].map((value, n) => ({ label: `R${n}`, value: value * 10 }));
const pairs = [3, 2, 1].map((value, n) => ({ label: `R${n}`, values: [value * 10, value * 4] }));
const aimed = simple.map((datum) => ({ ...datum, target: 25 }));
const axes = { x: { name: "X" }, y: { name: "Y" } };
const points = simple.map(({ label, value }) => ({ label, x: value, y: value * 2 }));
const CHARTS: Readonly<Record<string, readonly object[]>> = {
  line: [{ data: simple }, { data: pairs, series: ["A", "B"] }, { metrics: ["m"] }],
  area: [{ data: simple }, { data: pairs, series: ["A", "B"] }, { metrics: ["m"] }],
  column: [{ data: simple }, { data: pairs, series: ["A", "B"] }, { metrics: ["m"] }],
  bar: [{ data: simple }, { data: pairs, series: ["A", "B"] }, { metrics: ["m"] }],
  stacked: [{ data: simple }, { data: pairs, series: ["A", "B"] }, { metrics: ["m"] }],
  stacked100: [{ data: pairs, series: ["A", "B"] }, { metrics: ["m"] }],
  combo: [{ data: pairs, series: ["A", "B"], unit: "x", line: { unit: "%" } }, { metrics: ["m", "p"] }],
  tornado: [{ data: simple.map(({ label }) => ({ label, low: 1, high: 4 })), target: 2 }],
  bullet: [{ data: aimed, better: "higher" }, { metrics: ["m"] }],
  slope: [{ data: pairs, series: ["A", "B"] }, { metrics: ["m"] }],
  dumbbell: [{ data: pairs, series: ["A", "B"] }],
  multiples: [{ data: pairs, series: ["A", "B"] }],
  diverging: [
    { data: pairs, series: ["A", "B"] },
    { data: pairs.map(({ label, values }) => ({ label, values: [...values, 6] })), series: ["A", "B", "C"] },
  ],
  scatter: [{ data: points, ...axes }],
  bubble: [{ data: points.map((point) => ({ ...point, size: 4 })), ...axes, size: { name: "S" } }],
  marimekko: [{ data: pairs, series: ["A", "B"] }],
  heatmap: [{ data: pairs, series: ["A", "B"] }],
  scorecard: [{ data: aimed, better: "higher" }, { metrics: ["m"] }],
  sparkline: [{ data: simple }, { metrics: ["m"] }],
  interval: [{ data: simple.map((datum) => ({ ...datum, low: 2, high: 54 })) }],
  gantt: [
    {
      data: [
        { label: "P", start: "2026-01-01", end: "2026-05-01" },
        { label: "Q", start: "2026-03-01" },
      ],
    },
  ],
};

/** A value of each field that is not what a chart has without it. */
const VALUES: Readonly<Record<string, unknown>> = {
  unit: "days",
  scale: "thousand",
  decimals: 3,
  better: "lower",
  measure: "Something else",
  period: "2024-Q2",
  valueKind: "plan",
  render: "picture",
  target: 17,
  order: "size",
  tolerance: 44,
  size: 9,
  group: "G",
  highlight: true,
  kind: "forecast",
  total: true,
  low: 1,
  high: 55,
  base: 77,
  previous: 4,
  gate: true,
  owner: "Somebody",
  end: "2026-04-01",
  value: 7,
  values: [7, 3],
  series: ["One", "Two"],
  line: { unit: "hours" },
  reference: { value: 21, name: "As before" },
  interval: "80% prediction interval",
  left: 1,
  form: "line",
  neutral: "aside",
  marks: [{ at: "R1", text: "Words" }],
  callouts: [{ at: "R1", text: "Words" }],
  compare: { from: "R0", to: "R1" },
};
const exampleOf = (kind: string, field: string): unknown =>
  field !== "bands"
    ? VALUES[field]
    : kind === "bullet"
      ? [
          { to: 10, name: "Poor" },
          { to: 60, name: "Good" },
        ]
      : [
          { to: 10, name: "Poor", tone: "bad" },
          { name: "Good", tone: "good" },
        ];

/** The drawing, and the messages about it. */
function drawn(kind: ChartKind, chart: Chart): { readonly drawing: string; readonly says: string } {
  const lower = (each: Chart) => kind.lower(each, context);
  try {
    const drawing = JSON.stringify(lower(chart));
    return {
      drawing,
      says: JSON.stringify(undrawn(chart, kind, lower, ["charts", 0]).map(({ what }) => what)),
    };
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return { drawing: "", says: JSON.stringify(cause.diagnostics.map(({ what }) => what)) };
  }
}

const cases = kinds.flatMap((kind) => {
  const shape = shapeOf(kind.schema);
  const optional = (fields: Readonly<Record<string, z.ZodType>>): readonly string[] =>
    Object.entries(fields).flatMap(([field, schema]) => (schema.safeParse(undefined).success ? [field] : []));
  const own = optional(shape).filter((field) => !ELSEWHERE.has(field));
  const inner = optional(shapeOf(elementOf(shape["data"]) ?? kind.schema)).filter((field) => field !== "id");
  return [
    ...own.map((field) => [kind.name, field, false] as const),
    ...(elementOf(shape["data"]) === undefined
      ? []
      : inner.map((field) => [kind.name, field, true] as const)),
  ];
});

test("there are many fields to try", () => {
  expect(cases.filter(([, , data]) => data).length).toBeGreaterThan(100);
  expect(cases.length).toBeGreaterThan(250);
});

test.each(cases)("%s: %s is drawn or spoken of (of its data: %s)", (name, field, ofData) => {
  const kind = kinds.find((each) => each.name === name);
  if (kind === undefined) throw new Error(name);
  const value = exampleOf(name, field);
  expect([field, value]).not.toEqual([field, undefined]);
  let tried = 0;
  for (const given of CHARTS[name] ?? [{ data: simple }]) {
    const chart = { id: "x", kind: name, message: "M", ...given } as Chart & { data?: readonly object[] };
    if (ofData && chart.data === undefined) continue;
    const changed = (
      ofData
        ? { ...chart, data: chart.data?.map((datum, n) => (n === 1 ? { ...datum, [field]: value } : datum)) }
        : { ...chart, [field]: value }
    ) as Chart;
    if (!kind.schema.safeParse(changed).success) continue;
    tried += 1;
    const [before, after] = [drawn(kind, chart), drawn(kind, changed)];
    // The direction of what is good colours comparisons; a chart that makes none does not contradict it.
    if (field === "better" && kind.annotations.includes("compare")) continue;
    // The list of methods prints these of a chart of its own data.
    if (["measure", "valueKind"].includes(field) && chart.metrics === undefined) continue;
    if (after.drawing === before.drawing) {
      expect(after.says).toContain(field);
      expect(after.says).not.toBe(before.says);
    }
  }
  expect(tried).toBeGreaterThan(0);
});

describe("what is drawn is not spoken of", () => {
  test("whatever fields a chart has that change it", () => {
    const one = (kind: keyof typeof CHART_KINDS, chart: object) => {
      const found = CHART_KINDS[kind] as ChartKind;
      const whole = { id: "x", kind, message: "M", ...chart } as Chart;
      return undrawn(whole, found, (each) => found.lower(each, context), ["charts", 0]).map(({ path }) =>
        path?.slice(2),
      );
    };
    const data = simple.map((datum, n) => ({
      ...datum,
      highlight: n === 0,
      kind: n === 2 ? "plan" : "actual",
    }));
    expect(one("column", { data, unit: "EUR", scale: "thousand", better: "lower", order: "given" })).toEqual(
      [],
    );
    // The first part of a ring is in the accent colour already.
    expect(one("doughnut", { data: simple.map((datum, n) => ({ ...datum, highlight: n === 0 })) })).toEqual(
      [],
    );
    const ranged = simple.map((datum) => ({ ...datum, low: 1, high: 50 }));
    expect(one("column", { data: ranged })).toEqual([
      ["data", 0, "low"],
      ["data", 0, "high"],
    ]);
    expect(one("column", { data: ranged, show: ["errorBars"] })).toEqual([]);
    // Of a line, the ranges of values to come are drawn, and those of what happened are not.
    const later = ranged.map((datum, n) => ({ ...datum, ...(n === 2 ? { kind: "forecast" } : {}) }));
    expect(one("line", { data: later })).toEqual([
      ["data", 0, "low"],
      ["data", 0, "high"],
    ]);
    expect(one("funnel", { data: pairs.map(({ label, values }) => ({ label, values })) })).toEqual([
      ["data", 0, "values", 1],
    ]);
    expect(one("combo", { metrics: ["m", "p"], line: { unit: "hours" } })).toEqual([["line", "unit"]]);
  });
});

test("tests of its message are nothing that a chart should draw", () => {
  for (const kind of kinds)
    for (const base of CHARTS[kind.name] ?? []) {
      const chart = { id: "c", kind: kind.name, message: "M", ...base } as Chart;
      const { says } = drawn(kind, chart);
      expect(drawn(kind, { ...chart, holds: ["m.latest > 1"] } as Chart).says, kind.name).toBe(says);
    }
});
