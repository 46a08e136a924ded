import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHART_KINDS, type ChartKindName } from "../../src/charts/index.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { readZip } from "../../src/ooxml/unzip.ts";
import { buildBundle } from "../fuzz/build.ts";
import { trials } from "../trials.ts";
import { type Given, givenCharts, MESSAGE } from "./alt/given.ts";
import { bundleOf, contextFor, lowerAny } from "./fixture.ts";

/** A minus, as text or as a number is written, before nothing but zeros: "−0", "-0.0", "−0,0 %"; not "−0.04" nor "2026-01". */
const MINUS_ZERO = /(?<![\p{L}\d.,])[−-](?:EUR\s)?0(?:[.,]0+)?(?![\d.,]*\d|\p{L})/u;

/** Values that are zero, round to it from below at the digits that are shown, or are left over by binary arithmetic. */
const SMALL = [-0.04, 0, -0.04, 0.3 - 0.1 - 0.2, -0.004, 12.5];

const small = ({ chart, metrics, seed }: Given): Given => {
  let next = 0;
  const shrink = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shrink);
    if (typeof value === "number") {
      next += 1;
      return SMALL[next % SMALL.length];
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, NUMBERS.has(key) ? shrink(each) : each]),
    );
  };
  const data = (chart.data ?? []).map(shrink);
  return {
    chart: { ...chart, decimals: 1, ...(chart.data === undefined ? {} : { data }) } as Given["chart"],
    metrics: metrics.map((metric) => ({
      ...metric,
      decimals: 1,
      values: shrink(metric.values) as typeof metric.values,
    })),
    seed,
  };
};
const NUMBERS: ReadonlySet<string> = new Set(["value", "values", "low", "high", "x", "y", "target"]);

/** Places of minus zeros in what a chart was made into, as numbers and as texts. */
function minusZeros(made: unknown, path = ""): string[] {
  if (typeof made === "number") return Object.is(made, -0) ? [`${path}: -0`] : [];
  if (typeof made === "string") return MINUS_ZERO.test(made) ? [`${path}: ${made}`] : [];
  if (typeof made !== "object" || made === null) return [];
  return Object.entries(made).flatMap(([key, each]) =>
    key === "code" || key === "from" ? [] : minusZeros(each, `${path}/${key}`),
  );
}

test("the pattern finds minus zeros and nothing else", () => {
  for (const text of ["−0", "-0.0", "a −0,0 %", "(−EUR 0.0)", "+3; -0%"]) expect(text).toMatch(MINUS_ZERO);
  for (const text of ["−0.04", "2026-01-05", "10–0", "R-0", "−0.5", "0", "2024-Q1"])
    expect(text).not.toMatch(MINUS_ZERO);
});

describe.each(["en-GB", "fi-FI"])("no minus zero in %s", (tag) => {
  test.each(Object.keys(CHART_KINDS) as ChartKindName[])("%s", (kind) => {
    let drawn = 0;
    fc.assert(
      fc.property(givenCharts(kind), fc.boolean(), (given: Given, all) => {
        const { chart, metrics } = all && !OWN_AXES.has(kind) ? small(given) : given;
        const bundle: Bundle = { ...bundleOf(metrics), charts: [chart] };
        try {
          const exhibit = lowerAny(chart, contextFor(bundle, MESSAGE, ["charts", 0], tag));
          drawn += 1;
          expect(minusZeros(exhibit)).toEqual([]);
        } catch (cause) {
          if (!(cause instanceof DiagnosticsError)) throw cause;
        }
      }),
      { numRuns: trials(60, 30) },
    );
    expect(drawn).toBeGreaterThan(2);
  });
});
/** Kinds without decimals of their own: each axis has some, or each row. */
const OWN_AXES: ReadonlySet<string> = new Set(["scatter", "bubble", "gantt", "scorecard"]);

test("no minus zero in any part of a deck: slides, notes, charts, workbooks", async () => {
  const rows = (...values: number[]) => values.map((value, n) => ({ label: `Row ${"abcdefgh"[n]}`, value }));
  const pairs = (...values: number[]) =>
    values.map((value, n) => ({ label: `Row ${"abcdefgh"[n]}`, values: [value, -value] }));
  const common = {
    message: "Nothing moves by more than a hair",
    supports: ["goal"],
    decimals: 1,
    unit: "EUR",
  };
  const bundle = {
    title: "Small numbers",
    date: "2026-11-12",
    why: {
      statement: "Because {{m.change}} is no change",
      reasons: [
        {
          claim: "It moved by {{m.change}}",
          because: "{{m.first}} to {{m.latest}}, {{diff m.latest m.first}}.",
          evidence: ["m"],
        },
      ],
    },
    goals: [{ id: "goal", name: "Keep it at zero", metric: "m" }],
    stakeholders: [{ id: "p", name: "Ada Holm", role: "Head" }],
    quotes: [{ id: "q", from: "p", date: "2026-10-01", permission: "named", text: "It stays." }],
    metrics: [
      {
        id: "m",
        name: "Balance",
        unit: "%",
        decimals: 1,
        better: "higher",
        values: [
          { period: "2024", value: 0.3 },
          { period: "2025", value: 0.1 + 0.2 },
          { period: "2026", value: 0.26 },
        ],
        target: { value: 0.3, by: "2027" },
      },
    ],
    charts: [
      {
        ...common,
        id: "line",
        kind: "line",
        unit: undefined,
        decimals: undefined,
        metrics: ["m"],
        show: ["target"],
      },
      { ...common, id: "column", kind: "column", data: rows(-0.04, 0.04, -0.01, 3) },
      { ...common, id: "bar", kind: "bar", data: rows(-0.04, 0.04, -0.01, 3) },
      { ...common, id: "stacked", kind: "stacked", series: ["A", "B"], data: pairs(0.04, 0, 0.01, 2) },
      {
        ...common,
        id: "water",
        kind: "waterfall",
        data: [
          { label: "Start", value: 1, total: true },
          ...rows(-0.04, 0.04, -0.01),
          { label: "End", total: true },
        ],
      },
      {
        ...common,
        id: "tornado",
        kind: "tornado",
        target: 0,
        data: [{ label: "Rain", low: -0.04, high: 2 }],
      },
      {
        ...common,
        id: "slope",
        kind: "slope",
        series: ["Then", "Now"],
        show: ["difference"],
        data: pairs(0.04, 0, 0.01, 2),
      },
      { ...common, id: "heat", kind: "heatmap", series: ["A", "B"], data: pairs(0.04, 0, 0.01, 2) },
      {
        message: common.message,
        supports: ["goal"],
        id: "score",
        kind: "scorecard",
        data: [{ label: "Row", value: 3, target: 3.04, decimals: 1, better: "higher" }],
      },
    ].map((chart) => JSON.parse(JSON.stringify(chart))),
    investment: {
      currency: "EUR",
      discountRate: 0,
      period: "year",
      start: "2027",
      costs: [{ name: "Work", values: [0.1, 0.2, 0.3] }],
      benefits: [{ name: "Gain", values: [0.1, 0.16, 0.3] }],
    },
  };
  for (const locale of ["en-GB", "fi-FI"]) {
    const outcome = await buildBundle({ bundle: { ...bundle, locale }, files: {} });
    if (outcome.type !== "built")
      throw new Error(
        outcome.type === "refused"
          ? outcome.diagnostics.map(({ what }) => what).join("\n")
          : String(outcome.cause),
      );
    const parts = await partsOf(outcome.deck);
    expect(parts.some(({ name }) => name.includes("!/xl/") || name.includes("!xl/"))).toBe(true);
    const found = parts.flatMap(({ name, text }) =>
      [...text.matchAll(/>([^<>]+)<|descr="([^"]*)"/gu)]
        .map(([, inner = "", alt = ""]) => inner || alt)
        .filter((words) => MINUS_ZERO.test(words))
        .map((words) => `${locale} ${name}: ${words}`),
    );
    expect(found).toEqual([]);
  }
});

/** Every XML part, also of the workbooks within. */
async function partsOf(
  bytes: Uint8Array,
  within = "",
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const parts: { readonly name: string; readonly text: string }[] = [];
  for (const [name, content] of await readZip(bytes)) {
    if (name.endsWith(".xlsx")) parts.push(...(await partsOf(content, `${name}!`)));
    else if (/\.(xml|rels)$/u.test(name))
      parts.push({ name: within + name, text: new TextDecoder().decode(content) });
  }
  return parts;
}
