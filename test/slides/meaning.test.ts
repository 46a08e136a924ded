import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain, rich } from "../../src/model/text.ts";
import { placeOfFigure } from "../../src/slides/evidence-blocks.ts";
import type { SlideContext } from "../../src/slides/kind.ts";
import { meaning } from "../../src/slides/meaning.ts";
import { bundleOf } from "../charts/fixture.ts";

/** What stands beside a chart of its own data. */
function said(chart: object, tag = "en-GB"): readonly string[] {
  const locale = resolveLocale(tag);
  if (locale === undefined) throw new Error(`no locale ${tag}`);
  const whole = { id: "x", message: "It is so", ...chart } as Chart;
  const bundle = { ...bundleOf([]), charts: [whole] };
  const { figures } = computeFigures(bundle, locale);
  const speaking = { bundle, figures, locale, rich, say: createPhrasebook(locale).say };
  return meaning(speaking as unknown as SlideContext, whole).map(plain);
}

const parts = (...values: (readonly [string, number | null, boolean?])[]) =>
  values.map(([label, value, highlight = false]) => ({ label, value, highlight }));

describe("highlighted parts are summed", () => {
  const shares = parts(["Waiting", 51, true], ["Price", 33, true], ["Other", 16]);
  test("where they are shares of one whole, or parts of a ring", () => {
    expect(said({ kind: "bar", unit: "%", data: shares })).toEqual([
      "Waiting and Price together make up 84%.",
    ]);
    const ring = {
      kind: "doughnut",
      unit: "EUR",
      data: parts(["A", 12.5, true], ["B", 7.5, true], ["C", 4]),
    };
    expect(said(ring)).toEqual(["A and B together make up EUR 20.0."]);
  });

  test.each<[string, object]>([
    ["of two years", { unit: "%", data: parts(["2024", 60, true], ["2025", 70, true]) }],
    [
      "of two years that happen to sum to 100%",
      { unit: "%", data: parts(["Spring 2024", 40, true], ["Spring 2025", 60, true]) },
    ],
    [
      "of which people may give several",
      { unit: "%", data: parts(["A", 51, true], ["B", 63, true], ["C", 12]) },
    ],
    [
      "in a unit that may not add up",
      { unit: "days", data: parts(["A", 3, true], ["B", 4, true], ["C", 5]) },
    ],
    ["of which one is missing", { unit: "%", data: parts(["A", 50, true], ["B", null, true], ["C", 50]) }],
    ["beside a missing one", { unit: "%", data: parts(["A", 50, true], ["B", 50, true], ["C", null]) }],
    ["that are all of it", { unit: "%", data: parts(["A", 50, true], ["B", 50, true]) }],
  ])("and never shares %s", (_name, chart) => {
    expect(said({ kind: "bar", ...chart })).toEqual([]);
    expect(said({ kind: "column", ...chart })).toEqual([]);
  });
});

describe("two series are compared", () => {
  const rows = (...values: (number | null)[][]) =>
    values.map((each, n) => ({ label: `R${n + 1}`, values: each }));
  const pair = (...values: (number | null)[][]) => ({
    kind: "column",
    unit: "EUR",
    series: ["North", "South"],
    data: rows(...values),
  });

  test.each<[string, object, string]>([
    ["one row", pair([5, 3]), "North is above South in R1, by EUR 2."],
    ["both rows", pair([5, 3], [9, 3]), "North is above South in both, most of all in R2: by EUR 6."],
    ["one of two", pair([5, 3], [2, 3]), "North is above South in one of two, R1: by EUR 2."],
    ["all equally", pair([5, 3], [4, 2], [3, 1]), "North is above South in all three."],
    [
      "in the chart's decimals",
      pair([5.25, 3], [9, 3]),
      "North is above South in both, most of all in R2: by EUR 6.00.",
    ],
    ["a heatmap of one row", { ...pair([5, 3]), kind: "heatmap" }, "North is above South in R1, by EUR 2."],
  ])("%s", (_name, chart, sentence) => {
    expect(said(chart)).toEqual([sentence]);
  });

  test("in Finnish too", () => {
    expect(said(pair([5, 3]), "fi")).toEqual([
      "Sarjan North arvo on suurempi kuin sarjan South kohdassa R1: ero on 2\u00a0euroa.",
    ]);
  });

  test.each<[string, object]>([
    ["of different units", { ...pair([5, 3], [9, 3]), kind: "combo", line: { unit: "%" } }],
    ["where a value is missing", pair([5, 3], [9, null])],
  ])("but never %s", (_name, chart) => {
    expect(said(chart)).toEqual([]);
  });
});

describe("the largest step of a waterfall", () => {
  const bridge = (...steps: number[]) => ({
    kind: "waterfall",
    data: [
      { label: "Start", value: 100.5, total: true },
      ...steps.map((value, n) => ({ label: `S${n + 1}`, value })),
      { label: "End", total: true },
    ],
  });
  test("is named in the decimals of the chart", () => {
    expect(said(bridge(5, -12.25))).toContain("The largest step is S2: −12.25.");
  });
  test("is not named where there is but one, or none is the largest", () => {
    expect(said(bridge(5)).join()).not.toContain("largest");
    expect(said(bridge(5, -5, 2)).join()).not.toContain("largest");
  });
});

/** Each sentence is read back, and what it asserts is computed again from the raw data. */
describe("of any data, a sentence beside a chart says what they say", () => {
  const WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, both: 2 };
  const small = fc.integer({ min: -6, max: 6 });
  const maybe = fc.option(small, { freq: 12 });
  const numberIn = (text: string): number => Number(text.replace("−", "-").replace(/[^\d.-]/g, ""));

  test("two series: which is above, in how many rows, and where most", () => {
    let told = 0;
    const rows = fc.array(fc.tuple(maybe, maybe), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.constantFrom("column", "bar", "line", "heatmap"), (pairs, kind) => {
        const data = pairs.map((values, n) => ({ label: `R${n + 1}`, values }));
        const chart = { kind, unit: "EUR", decimals: 0, series: ["North", "South"], data };
        for (const sentence of said(chart)) {
          const found =
            /^(North|South) is (above|below) (North|South) in (?:(both|all \w+)|(\w+) of (\w+)|(R\d))(.*)\.$/.exec(
              sentence,
            );
          expect(found, sentence).not.toBeNull();
          const [, one, way, other, all, some, of, only, most = ""] = found ?? [];
          expect(one).not.toBe(other);
          expect(pairs.flat()).not.toContain(null);
          const sign = (one === "North") === (way === "above") ? 1 : -1;
          const gaps = pairs.map(([north, south]) => sign * ((north ?? 0) - (south ?? 0)));
          const positive = gaps.filter((gap) => gap > 0);
          const count = all === undefined ? (only === undefined ? WORDS[some ?? ""] : 1) : pairs.length;
          expect(positive, sentence).toHaveLength(count ?? -1);
          if (all !== undefined) expect(WORDS[all.replace("all ", "")]).toBe(pairs.length);
          if (of !== undefined) expect(WORDS[of]).toBe(pairs.length);
          const row = only ?? /R\d/.exec(most)?.[0];
          if (row !== undefined) {
            const gap = gaps[Number(row.slice(1)) - 1] ?? 0;
            expect(gap, sentence).toBe(Math.max(...gaps));
            expect(gaps.filter((each) => each === gap)).toHaveLength(1);
            const [, by = ""] = /by (.*)$/.exec(most) ?? [];
            if (by !== "") expect(numberIn(by), sentence).toBe(gap);
          }
          told += 1;
        }
      }),
      { numRuns: 400, seed: 20_261_130 },
    );
    expect(told).toBeGreaterThan(50);
  });

  test("a waterfall: the largest step is the only one of its size, and has its sign", () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(maybe, { minLength: 1, maxLength: 5 }), (steps) => {
        const data = [
          { label: "Start", value: 50, total: true },
          ...steps.map((value, n) => ({ label: `S${n + 1}`, value })),
        ];
        for (const sentence of said({ kind: "waterfall", unit: "EUR", decimals: 0, data })) {
          const found = /^The largest step is S(\d): (.+)\.$/.exec(sentence);
          if (found === null) {
            expect(sentence).not.toContain("largest");
            continue;
          }
          const step = steps[Number(found[1]) - 1] ?? Number.NaN;
          expect(steps).not.toContain(null);
          expect(numberIn(found[2] ?? "")).toBe(step);
          expect(steps.filter((each) => Math.abs(each ?? 0) >= Math.abs(step))).toHaveLength(1);
          told += 1;
        }
      }),
      { numRuns: 300, seed: 20_261_130 },
    );
    expect(told).toBeGreaterThan(30);
  });

  test("parts together: they are the highlighted ones, of one whole, and make up their sum", () => {
    let told = 0;
    const part = fc.tuple(fc.option(fc.integer({ min: 1, max: 60 }), { freq: 12 }), fc.boolean());
    const unit = fc.constantFrom("%", "EUR", "days");
    const kind = fc.constantFrom("bar", "doughnut", "column");
    const given = fc.record({ rows: fc.array(part, { minLength: 3, maxLength: 5 }), unit, kind });
    fc.assert(
      fc.property(given, fc.boolean(), ({ rows, unit, kind }, whole) => {
        const known = rows.reduce((sum, [value]) => sum + (value ?? 0), 0);
        // Half of them are made to sum to 100%, so that there is something to tell.
        const all = whole && known < 100 ? [...rows, [100 - known, false] as const] : rows;
        const data = all.map(([value, highlight], n) => ({ label: `P${n + 1}`, value, highlight }));
        for (const sentence of said({ kind, unit, decimals: 0, data })) {
          const found = /^(.+) together make up (.+)\.$/.exec(sentence);
          if (found === null) continue;
          const named = [...(found[1] ?? "").matchAll(/P(\d)/g)].map((match) => Number(match[1]) - 1);
          const marked = all.flatMap(([, highlight], n) => (highlight ? [n] : []));
          expect(named, sentence).toEqual(marked);
          expect(all.every(([value]) => value !== null)).toBe(true);
          expect(numberIn(found[2] ?? "")).toBe(marked.reduce((sum, n) => sum + (all[n]?.[0] ?? 0), 0));
          if (kind !== "doughnut") {
            expect(unit).toBe("%");
            expect(all.reduce((sum, [value]) => sum + (value ?? 0), 0)).toBe(100);
          }
          expect(marked.length).toBeLessThan(all.length);
          told += 1;
        }
      }),
      { numRuns: 600, seed: 20_261_130 },
    );
    expect(told).toBeGreaterThan(20);
  });
});

test.each([
  ["11%", "Of those, 11% left", 10],
  ["11%", "Of those, 111% left", -1],
  ["−1.4 points", "They left 1.4 points less often", 10],
  ["1.4 points", "They left 21.4 points less often", -1],
  ["400 visits", "From 6\u00a0400 visits to 400 visits", 21],
  ["4 points", "It rose by 2.4 points, then by 4 points", 31],
])("a text says %s as a number of its own: %s", (figure, said, place) => {
  expect(placeOfFigure(figure, said)).toBe(place);
});
