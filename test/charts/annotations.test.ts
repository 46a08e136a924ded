import { describe, expect, test } from "vitest";
import { CHART_KINDS, findChartKind } from "../../src/charts/index.ts";
import { type Annotation, type ChartKind, chartKind } from "../../src/charts/kind.ts";
import { Refusal } from "../../src/diagnostics/diagnostic.ts";
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
    ...(name in FIELDS ? { [name]: FIELDS[name] } : { show: [name] }),
    data: [datum("A", 3), datum("B", 2)],
  } as unknown as Chart;
};

describe("what a kind cannot draw", () => {
  const foreign = pairs.filter(([kind, name]) => !findChartKind(kind)?.annotations.includes(name));
  test.each(foreign)("%s: %s is refused, by the schema or with what the kind draws", (kind, name) => {
    const found = findChartKind(kind);
    const chart = chartOf(kind, name);
    if (found?.schema.safeParse(chart).success !== true) return;
    try {
      found.lower(chart, context);
    } catch (cause) {
      expect(cause).toBeInstanceOf(Refusal);
      const [first] = cause instanceof Refusal ? cause.diagnostics : [];
      expect(first?.code).toBe("chart/cannot-show");
      expect(first?.path).toEqual(["charts", 0, ...(name in FIELDS ? [name] : ["show", 0])]);
      for (const can of found.annotations) expect(first?.hint).toContain(can);
      return;
    }
    throw new Error(`${kind} drew ${name}`);
  });

  test("is asked of the schema where it has the field", () => {
    const reached = foreign.filter(
      ([kind, name]) => findChartKind(kind)?.schema.safeParse(chartOf(kind, name)).success,
    );
    expect(reached.length).toBeGreaterThan(40);
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

test("every refusal names all that is foreign at once", () => {
  const { schema } = CHART_KINDS.column;
  const nothing = chartKind({
    name: "nothing",
    schema,
    annotations: [],
    lower: () => {
      throw new Error("drawn");
    },
  });
  const chart = { ...chartOf("column", "cagr"), show: ["cagr", "average"], marks: FIELDS["marks"] } as Chart;
  try {
    nothing.lower(chart, context);
  } catch (cause) {
    expect(cause instanceof Refusal ? cause.diagnostics.map(({ path }) => path?.slice(2)) : cause).toEqual([
      ["show", 0],
      ["show", 1],
      ["marks"],
    ]);
    return;
  }
  throw new Error("nothing was refused");
});
