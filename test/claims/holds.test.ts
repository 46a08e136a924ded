import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FUNCTIONS, guards, runTest, testProblems } from "../../src/claims/index.ts";
import { computeFigures } from "../../src/compute/index.ts";
import { localeOf } from "../../src/locales/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { createResolver } from "../../src/outline/expressions.ts";

const BUNDLE = {
  title: "T",
  why: { statement: "S" },
  goals: [{ id: "g", name: "G" }],
  quotes: [{ id: "q", from: "p", text: "…" }],
  currency: "EUR",
  ask: { decision: "Approve it", amount: 120_000 },
  options: [
    { id: "full", name: "Full", cost: 120_000 },
    { id: "half", name: "Half", cost: 70_000.5 },
  ],
  metrics: [
    {
      id: "late-trains",
      name: "Late trains",
      unit: "%",
      target: { value: 5 },
      values: [
        { period: "2025-Q1", value: 6 },
        { period: "2025-Q2", value: 7 },
        { period: "2025-Q3", value: null },
        { period: "2025-Q4", value: 8.5 },
        { period: "2026-Q1", value: 9 },
        { period: "2026-Q2", value: 4, kind: "forecast" },
      ],
    },
    { id: "late", name: "Late", unit: "%", values: [{ period: "2026", value: 0.3 }] },
    { id: "trains", name: "Trains", unit: "trains", values: [{ period: "2026", value: 400 }] },
    { id: "riders", name: "Riders", unit: "riders", values: [{ period: "2026", value: 100 }] },
  ],
  charts: [
    {
      id: "causes",
      kind: "bar",
      message: "M",
      unit: "delays",
      data: [
        { label: "Signal", value: 50 },
        { label: "Driver’s rest", value: 30 },
        { label: "Weather", value: 20 },
      ],
    },
    {
      id: "by-year",
      kind: "stacked",
      message: "M",
      unit: "delays",
      series: ["Spring", "Autumn"],
      data: [
        { label: "North", values: [10, 40] },
        { label: "South", values: [20, null] },
      ],
    },
    {
      id: "by-line",
      kind: "column",
      message: "M",
      unit: "delays",
      series: ["Before", "After"],
      data: [
        { label: "Coast", values: [4, 6] },
        { label: "Fell", values: [1, 9] },
      ],
    },
    { id: "trend", kind: "line", message: "M", metrics: ["late-trains"] },
  ],
} as unknown as Bundle;

const locale = localeOf("en-GB");
const { figures } = computeFigures(BUNDLE, locale);
const judge = (source: string) => runTest(source, figures, locale);

describe("a test that can be judged", () => {
  test.each<[string, "true" | "false"]>([
    // A hyphen within an id is no minus; with spaces around it, it is one.
    ["late-trains.latest > late-trains.first", "true"],
    ["late - late == 0", "true"],
    ["trains-trains == 0", "true"],
    // An id alone means its latest value, or its total.
    ["late-trains > 8", "true"],
    ["causes == 100", "true"],
    ["late-trains >= late-trains.target", "true"],
    // Periods, categories, series; spelling of quotation marks and case does not matter.
    ['late-trains["2025-Q2"] == 7', "true"],
    ['causes["driver\'s rest"] == 30', "true"],
    ['by-year["North"]["Autumn"] == by-year["Autumn"]["North"]', "true"],
    ['sum(by-year["North"]) == 50', "true"],
    // Forecasts are no history, until they are asked for.
    ["max(late-trains) == 9", "true"],
    ["min(late-trains) == 4", "false"],
    ['min(late-trains where kind == "forecast") == 4', "true"],
    ["count(late-trains) == 4", "true"],
    // Conditions over a series.
    ["every(late-trains, value > previous)", "true"],
    ["every(causes, value > 25)", "false"],
    ['any(causes, value > 25 and label != "Signal")', "true"],
    ['every(since(late-trains, "2025-Q4"), value > 8)', "true"],
    ['count(between(late-trains, "2025-Q1", "2025-Q2")) == 2', "true"],
    ["every(last(late-trains, 2), value > 8)", "true"],
    ['since(late-trains, "2025-Q2").first == 7', "true"],
    // Shares, ratios, changes; a ratio meets percentages.
    ['share(causes["Signal"], causes) >= 0.5', "true"],
    ['share(causes["Signal"], causes) >= 50%', "true"],
    ["share(sum(largest(causes, 2)), causes) == 80%", "true"],
    ['ratio(causes["Signal"], causes["Weather"]) == 2.5', "true"],
    ["change(late-trains.first, late-trains.latest) == 0.5", "true"],
    ["about(change(late-trains.first, late-trains.latest), 50%, 1%)", "true"],
    ['about(causes["Signal"], 53, 5%)', "false"],
    ['about(causes["Signal"], 52, 5%)', "true"],
    // Decimal arithmetic, not binary.
    ["late + 0.1 + 0.2 == 0.6", "true"],
    ["options.half.cost * 2 == 140001", "true"],
    ["ask.amount == options.full.cost", "true"],
    ["10% * trains == 40", "true"],
    // Other spellings of operators.
    ["late-trains ≥ 9 && !(causes < 3) || 1 = 2", "true"],
    ["not (late-trains <> 9)", "true"],
    ["average(causes) > median(causes)", "true"],
    ["round(average(causes), 1) == 33.3", "true"],
    ["abs(late-trains.first - late-trains.latest) == 3", "true"],
    // Two series category by category, or period by period; what is missing in one is missing in the result.
    ['every(by-line["After"] - by-line["Before"], value > 0)', "true"],
    ['max(by-line["After"] - by-line["Before"]) == 8', "true"],
    ['(by-line["After"] - by-line["Before"])["Coast"] == 2', "true"],
    ['every(by-line["Before"] / by-line["After"], value < 50%)', "false"],
    ['every(by-line["After"] - by-line["Before"] where label != "Coast", value == 8)', "true"],
    ['max(by-year["Autumn"] - by-year["Spring"]) == 30', "true"],
    ["every(last(late-trains, 2) - last(late-trains, 2), value == 0)", "true"],
  ])("%s is %s", (source, expected) => {
    expect(judge(source)).toMatchObject({ kind: expected });
  });

  test("says which figures it looked at, as the deck prints them", () => {
    expect(judge('causes["Weather"] > late-trains.latest * 5')).toEqual({
      kind: "problem",
      problem: { kind: "units", left: "delays", right: "%" },
    });
    expect(judge('causes["Weather"] > causes["Signal"]')).toMatchObject({
      readings: [
        { name: 'causes["Weather"]', text: "20 delays", id: "causes" },
        { name: 'causes["Signal"]', text: "50 delays", id: "causes" },
      ],
    });
    expect(judge('every(by-line["Before"] / by-line["After"], value < 50%)')).toMatchObject({
      readings: [{ name: '(by-line["Before"] / by-line["After"])["Coast"]', text: "0.67", id: "by-line" }],
    });
    // Of a series, the first place where the condition fails.
    expect(judge("every(causes, value >= previous)")).toMatchObject({
      readings: [{ name: 'causes["Signal"]' }, { name: 'causes["Driver’s rest"]', text: "30 delays" }],
    });
  });
});

describe("a test that cannot be judged", () => {
  test.each<[string, string]>([
    ["", "syntax"],
    ["late-trains >", "syntax"],
    ["max(late-trains", "syntax"],
    ["late-trains late", "syntax"],
    ["{{late-trains.latest}} > 3", "syntax"],
    ["[1, 2] > 3", "syntax"],
    ["late > 3 ? 1 : 2", "syntax"],
    ["causes[0 + 1] > 3", "syntax"],
    ["late-trian.latest > 3", "unknown"],
    ["late-trains.newest > 3", "unknown"],
    ['late-trains["2024-Q1"] > 3', "unknown"],
    ['causes["Strike"] > 3', "unknown"],
    ["maximum(causes) > 3", "unknown"],
    ["constructor > 3", "unknown"],
    ["late-trains.constructor > 3", "unknown"],
    ["causes.__proto__ > 3", "unknown"],
    ["toString() > 3", "unknown"],
    ["trains > riders", "units"],
    ["trains - late > 3", "units"],
    ["share(trains, riders) > 0.5", "units"],
    ["max(trains, riders) > 3", "units"],
    ["by-year > 3", "one"],
    ['by-line["After"] - 1 > 3', "one"],
    ['max(by-line["After"] - by-year["Autumn"]) > 3', "unknown"],
    ['max(by-line["After"] - since(late-trains, "2025-Q1")) > 3', "unknown"],
    ["max(last(late-trains, 2) / (last(late-trains, 2) - last(late-trains, 2))) > 3", "zero"],
    ["share(causes) > 0.5", "arguments"],
    ["trend > 3", "drawn"],
    ["trains", "type"],
    ["1 < 2 < 3", "type"],
    ['"a" > 3', "type"],
    ["every(3, value > 2)", "type"],
    ['late-trains["2025-Q3"] > 3', "missing"],
    ["sum(late-trains) > 3", "missing"],
    ["ratio(trains, trains - trains) > 3", "zero"],
  ])("%s: %s", (source, kind) => {
    expect(judge(source)).toMatchObject({ kind: "problem", problem: { kind } });
  });

  test("is an error at its place, with what may be meant", () => {
    const bundle = { ...BUNDLE, why: { statement: "S", holds: ["trains > 3", "trians > 3"] } };
    const [found, ...others] = testProblems(bundle, figures, locale);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "holds/unknown",
      severity: "error",
      path: ["why", "holds", 1],
      hint: 'Did you mean "trains"?',
      excerpt: "trians",
    });
  });
});

describe("a test of a long series", () => {
  const long = {
    ...BUNDLE,
    metrics: [
      {
        id: "days",
        name: "Days",
        unit: "days",
        values: Array.from({ length: 2_000 }, (_, n) => ({
          period: new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10),
          value: n,
        })),
      },
    ],
    charts: [],
  } as unknown as Bundle;
  const { figures: longFigures } = computeFigures(long, locale);

  test("computes once what is the same for every value", () => {
    const source = "every(days, value <= max(days) and value >= min(days where value > 0) - 1)";
    expect(runTest(source, longFigures, locale).kind).toBe("true");
    // The values of an inner condition are its own, so it is the same for every outer one.
    expect(runTest("every(days, count(days where value > 5) == 1994)", longFigures, locale).kind).toBe(
      "true",
    );
    expect(runTest("every(days, every(days, every(days, value >= 0)))", longFigures, locale).kind).toBe(
      "true",
    );
  });

  test("is refused where each value asks a question of all others", () => {
    const source = "every(days, any(since(days, period), any(since(days, period), value < 0)))";
    expect(runTest(source, longFigures, locale)).toMatchObject({
      kind: "problem",
      problem: { kind: "costly", most: 200_000 },
    });
  });
});

test("whatever is written, a test is judged or refused, and nothing else is thrown", () => {
  const part = fc.constantFrom(
    ...[
      "late-trains",
      "causes",
      "by-year",
      "late",
      ".latest",
      '["Signal"]',
      "max(",
      "every(",
      "where",
      ")",
      ",",
      " ",
    ],
    ...[
      "value",
      "previous",
      ">",
      "<=",
      "==",
      "and",
      "not",
      "+",
      "-",
      "/",
      "3",
      "50%",
      "'x'",
      "(",
      "trend",
      "since(",
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part, { maxLength: 14 }).map((all) => all.join(" ")),
        fc.string(),
      ),
      (source) => {
        expect(["true", "false", "problem"]).toContain(judge(source).kind);
      },
    ),
    { numRuns: 3_000 },
  );
});

test("comparison, its opposite and its mirror agree for any two numbers", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((n) => n.toFixed(4));
  fc.assert(
    fc.property(number, number, (a, b) => {
      const holds = (source: string): boolean => judge(source).kind === "true";
      expect(holds(`${a} > ${b}`)).toBe(!holds(`${a} <= ${b}`));
      expect(holds(`${a} > ${b}`)).toBe(holds(`${b} < ${a}`));
      expect(holds(`${a} == ${b}`)).toBe(Number(a) === Number(b));
      expect(holds(`${a} - ${b} > 0`)).toBe(Number(a) > Number(b));
    }),
  );
});

test("a guard knows the sentence that it guards", () => {
  const bundle = {
    ...BUNDLE,
    why: {
      statement: "Trains are **late**.",
      reasons: [{ claim: "C", because: "B", evidence: ["late"], holds: ["late > 1", "late < 1"] }],
    },
    options: [{ id: "full", name: "Full", why: "Because", holds: ["late > 1"] }],
  } as unknown as Bundle;
  expect(guards(bundle).map(({ path, claim }) => [path.join("."), claim.text])).toEqual([
    ["why.reasons.0.holds.0", "C"],
    ["why.reasons.0.holds.1", "C"],
    ["options.0.holds.0", "Because"],
  ]);
});

describe("figures of one period or category in a sentence", () => {
  const fill = (sentence: string) => {
    const found: { readonly code: string; readonly what: string }[] = [];
    return { text: createResolver(figures, locale, (each) => found.push(each))(sentence, ["title"]), found };
  };

  test.each([
    ["{{late-trains.[2025-Q1]}}", "6.0%"],
    ["{{causes.[Driver’s rest]}}", "30 delays"],
    ["{{by-year.[North].[Autumn]}}", "40 delays"],
    ["{{share causes.[Signal] causes.total}}", "50%"],
    ["{{ratio causes.[Signal] causes.[Weather]}} times", "2.5 times"],
    ["{{diff late-trains.latest late-trains.[2025-Q2]}}", "+2.0 points"],
    ["{{change causes.[Weather] causes.[Driver's rest]}}", "+50.0%"],
    ["{{fixed late-trains.[2025-Q4] 2}}", "8.50%"],
  ])("%s is %s", (sentence, text) => {
    expect(fill(sentence)).toEqual({ text, found: [] });
  });

  test.each([
    ["{{late-trains.[2024]}}", "text/unknown-figure"],
    ["{{late-trains.[2025-Q3]}}", "text/unknown-figure"],
    ["{{causes.[Sginal]}}", "text/unknown-figure"],
    ["{{by-year.[North]}}", "text/unknown-figure"],
    ["{{ratio trains.latest riders.latest}}", "text/helper-units"],
  ])("%s is refused", (sentence, code) => {
    const { text, found } = fill(sentence);
    expect(text).toBe(sentence);
    expect(found.map((each) => each.code)).toEqual([code]);
  });
});

test("the docs list every function, as messages write it", () => {
  const docs = readFileSync(join(import.meta.dirname, "..", "..", "docs", "claims.md"), "utf8");
  for (const { usage, means } of Object.values(FUNCTIONS))
    expect(docs).toContain(`| \`${usage}\` | ${means} |`);
});
