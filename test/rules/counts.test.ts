import { describe, expect, test } from "vitest";
import { exampleAsk, exampleInvestment } from "../../src/rules/facts/examples.ts";
import { languageOf } from "../../src/rules/languages/index.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

const ask = (decision: string, terms: string[] = []) =>
  exampleAsk({ decision, terms, amount: 28000, waiting: "40 customers a month" });
const phases = (...names: string[]) => ({
  plan: { phases: names.map((name, n) => ({ name, start: `2027-0${n + 1}-11`, end: `2027-0${n + 2}-10` })) },
});
const read = (text: string, locale = "en-GB") =>
  languageOf({ ...SOUND, locale })
    ?.counting?.counts(text)
    .map(({ value, noun, part }) => [value, noun[0] ?? "", part]);

describe("counts of things", () => {
  test.each<[string, [number, string, boolean][]]>([
    ["Doors at twelve branches in two years", [[12, "branches", false]]],
    [
      "1,620 tanks, the first 540 tanks in spring",
      [
        [1620, "tanks", false],
        [540, "tanks", true],
      ],
    ],
    [
      "A team of eight and forty-two seats",
      [
        [42, "seats", false],
        [8, "team", false],
      ],
    ],
    ["Two in five buses, 12% of riders, EUR 30 a head in 2026", []],
  ])("%s", (text, counts) => expect(read(text)).toEqual(counts));
  test("in Finnish, in any case", () => {
    expect(read("Kolme asemaa ja kahdeksalle veneelle 40 laatikkoa", "fi-FI")).toEqual([
      [3, "asemaa", false],
      [8, "veneelle", false],
      [40, "laatikkoa", false],
    ]);
  });
});

describe("ask/counts", () => {
  test("phases that add up, come to it or name all of it are left alone", () => {
    const decision = ask("Approve doors at twelve branches");
    for (const names of [
      ["Doors at four branches", "The other eight"],
      ["Two branches, then four", "Eight further branches"],
      ["Doors at two branches", "All twelve branches"],
      ["Doors at four branches", "All the others"],
    ])
      expect(says("ask/counts", { ask: decision, ...phases(...names) })).toEqual([]);
  });
  test("phases that do not are found", () => {
    expect(
      says("ask/counts", {
        ask: ask("Approve doors at twelve branches"),
        ...phases("Doors at four branches", "The other six"),
      }),
    ).toEqual(['The decision has "twelve branches", but the phases count 4 and 6, which is 10.']);
  });
  test("a part that is told as one is not compared", () => {
    expect(
      says("ask/counts", {
        ask: ask("Approve doors at twelve branches"),
        title: "The first four branches answer faster",
      }),
    ).toEqual([]);
  });
});

describe("money/factors", () => {
  const assumed = (assumption: string, more = {}) => ({
    investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000], { assumption, ...more }),
  });
  test("a product that is a period, a sum or twelve months of it fits", () => {
    for (const text of ["10 seats at EUR 2,000", "14 seats at EUR 2,000", "Two seats at EUR 167 a month"])
      expect(says("money/factors", assumed(text))).toEqual([]);
  });
  test("the amount of the sentence goes before the streams", () => {
    expect(says("money/factors", assumed("10 seats at EUR 2,000 are EUR 26,000"))).toEqual([
      '"10 seats … EUR 2,000" are 20,000, and "EUR 26,000" is not.',
    ]);
  });
  test("in Finnish, with prices in cents", () => {
    const said = assumed("700 000 kiloa à 9 senttiä on 85 000 euroa");
    expect(says("money/factors", { locale: "fi-FI", ...said })).toHaveLength(1);
    expect(
      says("money/factors", { locale: "fi-FI", ...assumed("700 000 kiloa à 9 senttiä on 63 000 euroa") }),
    ).toEqual([]);
  });
});

describe("money/terms", () => {
  const investment = exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000]);
  test.each([
    ["EUR 24,000 is released now and EUR 4,000 after the gate", 0],
    ["EUR 17,000 is released now and the rest after the gate", 1],
    ["We stop if complaints cost more than EUR 900 a month", 0],
  ])("%s", (term, count) =>
    expect(says("money/terms", { ask: ask("Approve it", [term]), investment })).toHaveLength(count),
  );
});

describe("options/costs", () => {
  const options = (cost: number, why: string) => ({
    options: [
      { id: "trial", name: "Trial", recommended: true, cost: 20000 },
      { id: "all", name: "All at once", cost, why },
      { id: "nothing", name: "Do nothing", cost: 0 },
    ],
  });
  test.each<[number, string, number]>([
    [60000, "Costs three times as much", 0],
    [30000, "Costs three times as much", 1],
    [30000, "Costs half as much again", 0],
    [26600, "Costs a third more", 0],
    [30000, "Costs more than twice as much", 1],
    [10000, "The cheapest, and does not last", 0],
    [30000, "The cheapest of all", 1],
    [30000, "The cheapest that lasts", 0],
    [15000, "The most expensive of them", 1],
  ])("%d: %s", (cost, why, count) => expect(says("options/costs", options(cost, why))).toHaveLength(count));
  test("in Finnish", () => {
    expect(
      says("options/costs", { locale: "fi-FI", ...options(30000, "Maksaa yli kolme kertaa enemmän") }),
    ).toHaveLength(1);
    expect(
      says("options/costs", { locale: "fi-FI", ...options(70000, "Maksaa yli kolme kertaa enemmän") }),
    ).toEqual([]);
  });
  test("costs that are counted until another year are found", () => {
    const until = (...years: string[]) => ({
      options: years.map((year, n) => ({
        id: `o${n}`,
        name: `Option ${n}`,
        recommended: n === 0,
        cost: 10,
        criteria: { "Costs counted until": year },
      })),
    });
    expect(says("options/costs", until("2029", "2029", "2031"))).toHaveLength(1);
    expect(says("options/costs", until("2029", "2029", "2029"))).toEqual([]);
  });
});

describe("money/tested", () => {
  const investment = (margin: number) =>
    exampleInvestment([20000, 4000, 4000], [2000, margin, margin], {
      sensitivity: [
        {
          driver: "Margin",
          low: { label: "A fifth lower", changes: [{ benefits: ["Margin"], times: 0.8 }] },
          high: { label: "10% more", changes: [{ benefits: ["Margin"], times: 1.1 }] },
        },
      ],
    });
  const answer = (text: string) => ({
    objections: SOUND.objections?.map((each) => ({ ...each, answer: text })) ?? [],
  });
  test("an answer that the sensitivity refutes is found, one that admits it is not", () => {
    const [first] = says("money/tested", {
      investment: investment(15000),
      ...answer("It pays even if the margin is a fifth lower."),
    });
    expect(first).toMatch(/^It is said to pay, but with "Margin: A fifth lower" its net present value is −/);
    expect(
      says("money/tested", {
        investment: investment(30000),
        ...answer("It pays even if the margin is a fifth lower."),
      }),
    ).toEqual([]);
    expect(
      says("money/tested", {
        investment: investment(15000),
        ...answer("It does not pay if the margin is a fifth lower."),
      }),
    ).toEqual([]);
  });
});

describe("money/return", () => {
  const cost = (name: string, ...values: number[]) => ({ name, values });
  const rest = { benefits: [cost("Margin", 2000, 20000, 20000, 20000)] };
  test("people who are paid for a while keep nothing up afterwards", () => {
    const costs = [cost("Editors", 5000, 5000, 0, 0), cost("Hosting", 10, 10, 10, 10)];
    expect(says("money/return", { investment: exampleInvestment([], [], { costs, ...rest }) })).toContain(
      '"Editors" is paid for 2 of 4 periods, but the benefits go on for 2 more.',
    );
    const once = [cost("Seats", 5000, 5000, 0, 0), cost("Hosting", 10, 10, 10, 10)];
    expect(says("money/return", { investment: exampleInvestment([], [], { costs: once, ...rest }) })).toEqual(
      [],
    );
  });
  test("a benefit is not whole before the last phase", () => {
    const plan = {
      phases: [
        { name: "North", start: "2027-01-11", end: "2027-12-01" },
        { name: "South", start: "2028-02-01", end: "2028-12-01" },
      ],
    };
    expect(
      says("money/return", { plan, investment: exampleInvestment([900, 10, 10], [20000, 20000, 19000]) }),
    ).toEqual(['"Margin" is at its full size in 2027, but the phase "South" begins on 2028-02-01 only.']);
    expect(
      says("money/return", { plan, investment: exampleInvestment([900, 10, 10], [9000, 20000, 20000]) }),
    ).toEqual([]);
  });
});
