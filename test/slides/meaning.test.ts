import { describe, expect, test } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain, rich } from "../../src/model/text.ts";
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
