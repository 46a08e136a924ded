import { describe, expect, test } from "vitest";
import { CHART_KINDS, findChartKind } from "../../src/charts/index.ts";
import type { Annotation, ChartKind } from "../../src/charts/kind.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { contextFor, contractBundle } from "./fixture.ts";

const SHOWN: readonly Annotation[] = [
  "target",
  "forecast",
  "range",
  "cagr",
  "average",
  "difference",
  "total",
  "values",
  "previous",
  "errorBars",
];
const FIELDS: Readonly<Partial<Record<Annotation, unknown>>> = {
  marks: [{ at: "A", text: "Words" }],
  compare: { from: "A", to: "B" },
  callouts: [{ at: "A", text: "Words" }],
};
const context = contextFor(contractBundle());
const pairs = Object.values(CHART_KINDS).flatMap((kind: ChartKind) =>
  [...SHOWN, ...(Object.keys(FIELDS) as Annotation[])].map((name) => [kind.name, name] as const),
);

/** A chart that its kind accepts but for what it is asked to show, with data of every shape. */
const chartOf = (kind: string, name: Annotation): Chart => {
  const points = kind === "scatter" || kind === "bubble";
  const axis = (title: string) => ({ name: title });
  const datum = (label: string, value: number) =>
    points
      ? { label, x: value, y: value, ...(kind === "bubble" ? { size: value } : {}) }
      : kind === "tornado"
        ? { label, low: value, high: value + 1 }
        : { label, value };
  return {
    id: "x",
    kind,
    message: "M",
    ...(points ? { x: axis("X"), y: axis("Y") } : {}),
    ...(kind === "bubble" ? { size: axis("S") } : {}),
    ...(kind === "tornado" ? { target: 2 } : {}),
    ...(["dumbbell", "diverging"].includes(kind) ? { series: ["P", "Q"] } : {}),
    ...(name in FIELDS ? { [name]: FIELDS[name] } : { show: [name] }),
    data: [datum("A", 3), datum("B", 2)],
  } as unknown as Chart;
};

describe("what a kind cannot draw", () => {
  const foreign = pairs.filter(([kind, name]) => !findChartKind(kind)?.annotations.includes(name));
  test("is much", () => expect(foreign.length).toBeGreaterThan(40));

  test.each(foreign)("%s: %s is not offered by the schema", (kind, name) => {
    const issues = findChartKind(kind)?.schema.safeParse(chartOf(kind, name)).error?.issues ?? [];
    const [issue, ...more] = issues.filter(({ path }) => path[0] !== "data");
    expect(more).toEqual([]);
    if (issue?.code === "unrecognized_keys") expect(issue.keys).toEqual([name in FIELDS ? name : "show"]);
    else expect(issue?.path).toEqual(["show", 0]);
  });
});

test("what a kind declares, its schema takes", () => {
  for (const kind of Object.values(CHART_KINDS) as ChartKind[])
    for (const name of kind.annotations) {
      const wrong = kind.schema
        .safeParse(chartOf(kind.name, name))
        .error?.issues.filter(({ code, path }) => code === "unrecognized_keys" || path[0] === "show");
      expect([kind.name, name, wrong ?? []]).toEqual([kind.name, name, []]);
    }
});

describe("numbers or units that a chart has twice", () => {
  const data = [
    { label: "A", value: 3 },
    { label: "B", value: 2 },
  ];
  const charts = (["column", "line", "bar", "area", "stacked", "scorecard", "sparkline"] as const).map(
    (kind) => ({ id: "x", kind, message: "M", metrics: ["churn"] }) as Chart,
  );
  const codesOf = (chart: Chart): readonly string[] => {
    try {
      findChartKind(chart.kind)?.lower(chart, context);
    } catch (cause) {
      if (cause instanceof DiagnosticsError) return cause.diagnostics.map(({ code }) => code);
      throw cause;
    }
    return [];
  };

  test.each(charts)("$kind refuses metrics beside data", (chart) => {
    expect(codesOf({ ...chart, data })).toEqual(["chart/metrics-and-data"]);
    expect(codesOf({ ...chart, data, unit: "EUR" })).toEqual(["chart/metrics-and-data", "chart/other-unit"]);
  });

  test.each(charts)("$kind refuses a unit that is not its metric's, and takes one that is", (chart) => {
    expect(codesOf({ ...chart, unit: "EUR" })).toEqual(["chart/other-unit"]);
    expect(codesOf({ ...chart, unit: "%" })).not.toContain("chart/other-unit");
    expect(codesOf({ ...chart, data: [] })).not.toContain("chart/metrics-and-data");
  });

  test("kinds that draw data only do not offer metrics", () => {
    for (const { name, schema } of Object.values(CHART_KINDS) as ChartKind[]) {
      const { metrics, data } = (schema as unknown as { shape: Record<string, { isOptional(): boolean }> })
        .shape;
      expect([name, metrics !== undefined && data?.isOptional() === false]).toEqual([name, false]);
    }
  });
});
