import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import type { Annotation } from "../../src/charts/kind.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { writeChart } from "../../src/formats/pptx/chart/index.ts";
import type { Metric } from "../../src/model/bundle/evidence.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel } from "../../src/model/chart.ts";
import { all, type Element, textOf } from "../../src/ooxml/xml.ts";
import { look } from "../layout/look.ts";
import { expectClear, LABEL } from "./clear.ts";
import { bundleOf, contextFor, lowerAny, measure } from "./fixture.ts";

/** Every kind with every annotation that it declares: read back from the written part, or refused with what to do. */

const YEARS = ["2021", "2022", "2023", "2024", "2025", "2026"];
const metric = (id: string, unit: string): Metric => ({
  id,
  name: `Metric ${id}`,
  unit,
  decimals: 0,
  better: "higher",
  target: { value: 190, by: "2027" },
  values: YEARS.map((period, n) => ({
    period,
    value: 100 + 14 * n,
    ...(n < 4 ? {} : { kind: "forecast" as const }),
    low: 94 + 14 * n,
    high: 104 + 15 * n,
  })),
});
const context = contextFor(bundleOf([metric("m", "visits"), metric("p", "people")]));

const over = (kind: string, more: object): Chart =>
  ({ id: "x", kind, message: "M", unit: "visits", better: "higher", ...more }) as Chart;
const simple = YEARS.map((label, n) => ({
  label,
  value: 100 + 14 * n,
  low: 90 + 14 * n,
  high: 120 + 14 * n,
}));
const parts = YEARS.map((label, n) => ({
  label,
  values: [60 + 3 * n, 40 + 11 * n],
  ...(n < 4 ? {} : { kind: "forecast" as const }),
}));
const points = (kind: string, more: object): Chart =>
  ({ id: "x", kind, message: "M", x: { name: "Across" }, y: { name: "Up" }, ...more }) as unknown as Chart;
const places = YEARS.map((label, n) => ({ label, x: n, y: (n * 7) % 5 }));

/** Charts whose data have something for every annotation of their kind; for other kinds, values alone do. */
const OWN: Readonly<Partial<Record<ChartKindName, Chart>>> = {
  line: over("line", { metrics: ["m"] }),
  column: over("column", { metrics: ["m"] }),
  area: over("area", { metrics: ["m"] }),
  bar: over("bar", { data: simple, target: 150 }),
  stacked: over("stacked", { series: ["One", "Two"], data: parts, target: 190 }),
  stacked100: over("stacked100", { series: ["One", "Two"], data: parts }),
  combo: over("combo", { metrics: ["m", "p"] }),
  waterfall: over("waterfall", {
    target: 150,
    data: [
      { label: "2021", value: 100, total: true },
      { label: "2022", value: 30 },
      { label: "End", total: true },
    ],
  }),
  bullet: over("bullet", {
    data: simple.map((each) => ({ label: each.label, value: each.value, target: 150 })),
  }),
  slope: over("slope", {
    series: ["2021", "2022"],
    data: parts.map(({ label, values }) => ({ label, values })),
  }),
  diverging: over("diverging", {
    series: ["No", "Rather no", "Rather yes", "Yes"],
    data: parts.map(({ label, values }) => ({ label, values: [...values, ...values] })),
  }),
  dumbbell: over("dumbbell", {
    series: ["2021", "2022"],
    target: 150,
    data: parts.map(({ label, values }) => ({ label, values })),
  }),
  funnel: over("funnel", { data: simple.toReversed().map(({ label, value }) => ({ label, value })) }),
  tornado: over("tornado", {
    target: 130,
    data: simple.map(({ label, low, high }) => ({ label, low, high })),
  }),
  doughnut: over("doughnut", { data: simple.slice(0, 3).map(({ label, value }) => ({ label, value })) }),
  scatter: points("scatter", { data: places }),
  bubble: points("bubble", {
    size: { name: "Size" },
    data: places.map((each) => ({ ...each, size: 1 + each.x })),
  }),
};
const WORDS = { marks: "An event happened", callouts: "Words beside a value" } as const;
const asking = (chart: Chart, name: Annotation): Chart => {
  const { target, ...rest } = chart;
  const at = chart.data?.some(({ label }) => label === "2022") === false ? "2021" : "2022";
  const to = chart.kind === "waterfall" ? "End" : "2024";
  // A target that the chart gives is drawn anyway; asked for alone, it is there as well.
  const kept = name === "target" || chart.kind === "tornado" ? { target } : {};
  const base = { ...rest, ...(target === undefined ? {} : kept) } as Chart;
  if (name === "marks") return { ...base, marks: [{ at, text: WORDS.marks }] };
  if (name === "callouts") return { ...base, callouts: [{ at, text: WORDS.callouts }] };
  if (name === "compare") return { ...base, compare: { from: "2021", to } };
  return { ...base, show: [name] };
};

/** All text of a written chart: series names, cached labels, and the words of the shapes inside it. */
function written(model: ChartModel): {
  readonly text: string;
  readonly lines: number;
  readonly chart: Element;
} {
  const least = minimumSize(model);
  const size = { width: Math.max(620, least.width), height: Math.max(330, least.height) };
  expectClear(model, size);
  const { chart, userShapes } = writeChart(fitChart(model, size, measure, LABEL), look, "en-GB");
  const shapes = userShapes === undefined ? [] : [...all(userShapes, "cdr:sp")].map(linesOf);
  const names = [...all(chart, "c:tx")].map(textOf);
  const labels = [...all(chart, "c:dLbl")].map(linesOf);
  const lines = userShapes === undefined ? 0 : [...all(userShapes, "cdr:cxnSp")].length;
  return { text: [...names, ...shapes, ...labels].join("\n"), lines, chart };
}
const linesOf = (element: Element): string => [...all(element, "a:t")].map(textOf).join(" ");
/** Labels of points, or all of a series at once. */
const numbersOf = (chart: Element): number =>
  [...all(chart, "c:showVal")].some((shown) => shown.attributes["val"] === "1")
    ? 3
    : [...all(chart, "c:dLbl")].filter((label) => [...all(label, "c:delete")].length === 0).length;

const EVIDENCE: Readonly<
  Record<Annotation, (part: ReturnType<typeof written>, model: ChartModel) => boolean>
> = {
  // The marks of a bullet are lines, and the caption says what they are.
  target: ({ text, lines }, { kind }) => (kind === "bullet" ? lines > 5 : /Target/.test(text)),
  forecast: ({ text }) => /Forecast/.test(text),
  range: ({ text }) => /Range, width/.test(text),
  cagr: ({ text }) => /% a year/.test(text),
  average: ({ text }) => /Average/.test(text),
  difference: ({ text }) => /\([+−]\d+%?\)/.test(text),
  compare: ({ text }) => /\([+−]\d+%?\)/.test(text),
  // The totals of some kinds are numbers beyond their bars, without a series of their own.
  total: ({ text }, { kind }) =>
    ["diverging", "stacked100", "marimekko"].includes(kind)
      ? /^100$/m.test(text)
      : /Total/.test(text) || kind === "waterfall",
  values: ({ text, chart }) => numbersOf(chart) > 2 || /1[0-9][0-9].*1[0-9][0-9]/s.test(text),
  previous: ({ text }) => /year before/.test(text),
  errorBars: ({ chart }) => [...all(chart, "c:errBars")].length > 0,
  marks: ({ text }) => text.includes(WORDS.marks),
  callouts: ({ text }) => text.includes(WORDS.callouts),
};

const pairs = Object.values(CHART_KINDS).flatMap(({ name, annotations }) =>
  annotations.map((annotation) => [name as ChartKindName, annotation] as const),
);

const richOf = (kind: ChartKindName): Chart =>
  OWN[kind] ?? over(kind, { data: simple.map(({ label, value }) => ({ label, value })) });

test("kinds declare annotations", () => {
  expect(pairs.length).toBeGreaterThan(55);
});

test.each(pairs)("%s draws %s where the data have it", (kind, name) => {
  const model = lowerAny(asking(richOf(kind), name), context);
  if (model.type !== "chart") throw new Error(`${kind} is no chart`);
  expect(EVIDENCE[name](written(model), model)).toBe(true);
});

/** Nothing but two values in one place in time: no target, no range, nothing expected, no year before. */
const POOR: Readonly<Partial<Record<ChartKindName, readonly Annotation[]>>> = {
  line: ["target", "forecast", "range", "cagr", "average", "difference"],
  column: ["target", "forecast", "cagr", "average", "difference", "previous", "errorBars"],
  bar: ["target", "average", "difference", "errorBars"],
  stacked: ["target", "forecast", "cagr", "average", "difference"],
  combo: ["forecast"],
  waterfall: ["target", "total"],
  bullet: ["target"],
};
const poorOf = (kind: ChartKindName): Chart =>
  kind === "combo"
    ? over(kind, { series: ["A", "B"], line: { unit: "%" }, data: [{ label: "One", values: [1, 2] }] })
    : over(kind, {
        data: [
          { label: "One", value: 3 },
          { label: "Two", value: kind === "waterfall" ? 1 : null },
        ],
      });

describe("what the data lack", () => {
  const lacking = Object.entries(POOR).flatMap(([kind, names]) =>
    names.map((name) => [kind as ChartKindName, name] as const),
  );
  test.each(lacking)("%s refuses %s, with what to do", (kind, name) => {
    expectRefused({ ...poorOf(kind), show: [name] } as Chart, "chart/lacks");
  });

  test.each(["line", "column", "bar", "stacked", "waterfall"] as const)(
    "%s refuses to point at a missing value, or to compare one with itself",
    (kind) => {
      const at = [{ at: "Two", text: "Words" }];
      if (kind !== "waterfall")
        expectRefused({ ...poorOf(kind), callouts: at } as Chart, "chart/no-value-at");
      if (kind !== "waterfall")
        expectRefused({ ...poorOf(kind), compare: { from: "One", to: "Two" } }, "chart/no-value-at");
      expectRefused({ ...poorOf(kind), compare: { from: "One", to: "One" } }, "chart/same-place");
    },
  );

  test.each(["line", "column", "bar"] as const)("%s of several series says that it needs one", (kind) => {
    const several = over(kind, { series: ["A", "B"], data: parts });
    const refused = expectRefused({ ...several, show: ["average"] }, "chart/lacks");
    expect(refused[0]?.what).toContain("several series");
  });

  test("stacks that lie say that marks and grounds need standing ones", () => {
    const lying = over("stacked", {
      series: ["A", "B"],
      data: [{ label: "A name that is longer than eighteen characters", values: [1, 2], kind: "forecast" }],
      marks: [{ at: "A name that is longer than eighteen characters", text: "Words" }],
      show: ["forecast", "cagr"],
    });
    expect(expectRefused(lying, "chart/lacks")).toHaveLength(3);
  });
});

function expectRefused(chart: Chart, code: string) {
  try {
    lowerAny(chart, context);
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    for (const each of cause.diagnostics) {
      expect(each.code).toBe(code);
      expect(each.hint).toMatch(/\w/);
      expect(each.path?.slice(0, 2)).toEqual(["charts", 0]);
    }
    return cause.diagnostics;
  }
  throw new Error(`${chart.kind} was drawn`);
}

test("the growth of totals is the compound rate between actual years", () => {
  const stacks = OWN.stacked;
  if (stacks === undefined) throw new Error("no stacks");
  const model = lowerAny(asking(stacks, "cagr"), context);
  if (model.type !== "chart") throw new Error("no chart");
  // 100 in 2021 and 142 in 2024: 12.4% a year over three years.
  expect(written(model).text).toContain("12.4% a year");
});

test("the difference of stacks and waterfalls is that of their levels", () => {
  for (const [kind, text] of [
    ["stacked", "+70 (+70%)"],
    ["waterfall", "+30 (+30%)"],
  ] as const) {
    const rich = OWN[kind];
    if (rich === undefined) throw new Error(`no ${kind}`);
    const model = lowerAny(asking(rich, "difference"), context);
    expect(model.type === "chart" && written(model).text).toContain(text);
  }
});

test("whatever is asked for together is all there, and nothing covers anything", () => {
  const kinds = ["line", "column", "bar", "stacked", "area", "waterfall"] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.subarray([...YEARS], { minLength: 3 }),
      fc.array(fc.integer({ min: -300, max: 900 }), { minLength: 6, maxLength: 6 }),
      fc.subarray(["average", "target", "cagr", "forecast", "difference"] as const),
      fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
      fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
      fc.boolean(),
      fc.record({ width: fc.integer({ min: 300, max: 860 }), height: fc.integer({ min: 190, max: 380 }) }),
      (kind, years, values, show, marks, notes, compared, size) => {
        const { annotations } = CHART_KINDS[kind];
        const asked = show.filter((name) => annotations.includes(name));
        const at = (n: number): string => years[n % years.length] ?? "";
        const chart = over(kind, {
          show: asked,
          target: 400,
          data: years.map((label, n) => ({
            label,
            value: values[n],
            ...(kind !== "waterfall" && n === years.length - 1 ? { kind: "forecast" } : {}),
          })),
          ...(annotations.includes("marks")
            ? { marks: marks.map((n) => ({ at: at(n), text: `Event number ${n}` })) }
            : {}),
          callouts: notes.map((n) => ({ at: at(n), text: `A remark of some length, number ${n}` })),
          ...(compared ? { compare: { from: at(0), to: at(1) } } : {}),
        });
        const model = attempt(chart);
        if (model === undefined) return;
        const least = minimumSize(model);
        const room = {
          width: Math.max(size.width, least.width),
          height: Math.max(size.height, least.height),
        };
        expectClear(model, room);
        const text = fitChart(model, room, measure, LABEL)
          .marks.flatMap((mark) =>
            mark.type === "text" && mark.part === "annotation" ? [mark.lines.join(" ")] : [],
          )
          .join("\n");
        for (const { text: words } of [...(chart.marks ?? []), ...(chart.callouts ?? [])])
          expect(text).toContain(words);
        for (const overlay of model.overlays)
          if (overlay.type === "arrow" || overlay.type === "ground") expect(text).toContain(overlay.text);
      },
    ),
    { numRuns: 200 },
  );
});

function attempt(chart: Chart): ChartModel | undefined {
  try {
    const model = lowerAny(chart, context);
    return model.type === "chart" ? model : undefined;
  } catch (cause) {
    if (cause instanceof DiagnosticsError) return undefined;
    throw cause;
  }
}
