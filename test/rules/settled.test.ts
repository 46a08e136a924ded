import { describe, expect, test } from "vitest";
import { exampleInvestment, exampleMetric } from "../../src/rules/facts/examples.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

const { ask } = SOUND;
const [head, lead] = SOUND.stakeholders ?? [];
if (ask === undefined || head === undefined || lead === undefined) throw new Error("the sound bundle");
const asking = (parts: Partial<typeof ask>) => ({ ask: { ...ask, ...parts } });

describe("money/reconcile: the time that the amount is for", () => {
  const investment = exampleInvestment([20000, 8000, 4000], [2000, 20000, 25000]);
  const told = (decision: string, terms: string[], amount = 28000) =>
    says("money/reconcile", { investment, options: [], ...asking({ decision, terms, amount }) });
  test.each<[string, string[], number]>([
    ["Approve heated doors for two years", [], 0],
    ["Approve heated doors for three years", [], 1],
    ["Approve heated doors", ["The amount covers 2027 and 2028"], 0],
    ["Approve heated doors", ["The amount covers 2027 to 2029"], 1],
    ["Approve heated doors", ["Results of 2026 and 2027 are published"], 0],
    ["Approve heated doors for ten years", [], 0],
  ])("%s %j", (decision, terms, count) => expect(told(decision, terms)).toHaveLength(count));
  test("what follows a yes is no other option's cost", () => {
    const options = [
      { id: "doors", name: "Doors", recommended: true, cost: 28000 },
      { id: "trams", name: "New trams", cost: 90000 },
    ];
    const whenYes = (afterYes: string) =>
      says("money/reconcile", { investment, options, ...asking({ amount: 28000, afterYes }) });
    expect(whenYes("The depot spends the EUR 90,000 by May.")).toHaveLength(1);
    expect(whenYes("The depot spends the EUR 28,000 by May.")).toEqual([]);
    expect(whenYes("The depot spends EUR 20,000 by May.")).toEqual([]);
  });
});

describe("money/terms: an amount until a date", () => {
  const investment = exampleInvestment([20000, 8000, 4000], [2000, 20000, 25000]);
  test.each<[string, number]>([
    ["EUR 20,000 through December 2027 is released now, the rest at the gate", 0],
    ["EUR 8,000 through December 2027 is released now, the rest at the gate", 1],
    ["EUR 28,000 through December 2028 is released now, the rest at the gate", 0],
    ["EUR 20,000 is released now, the rest at the gate in June 2028", 0],
  ])("%s", (term, count) =>
    expect(says("money/terms", { investment, ...asking({ amount: 32000, terms: [term] }) })).toHaveLength(
      count,
    ),
  );
});

test("money/tested: what an answer calls it is named in the objection", () => {
  const investment = exampleInvestment([20000, 4000, 4000], [2000, 15000, 15000], {
    sensitivity: [
      {
        driver: "Margin",
        low: { label: "A third less", changes: [{ benefits: ["Margin"], times: 0.667 }] },
        high: { label: "A tenth more", changes: [{ benefits: ["Margin"], times: 1.1 }] },
      },
    ],
  });
  const told = (answer: string) =>
    says("money/tested", {
      investment,
      objections: [{ id: "o", objection: "The margin is a promise.", answer }],
    });
  expect(told("Even if it is a third less, it still pays.")).toHaveLength(1);
  expect(told("If it is a third less, it loses money.")).toEqual([]);
  expect(told("Even if it is a tenth more, it still pays.")).toEqual([]);
});

describe("money/factors: the price of one, said behind it", () => {
  const metric = (assumption: string, value: number) => ({
    metrics: [
      exampleMetric({
        name: "A winter of frozen doors",
        unit: "EUR",
        assumption,
        values: [{ period: "2026", value }],
      }),
    ],
  });
  test.each<[string, string, number, number]>([
    ["en", "2,000 calls, of which EUR 40 a call are lost", 80000, 0],
    ["en", "2,000 calls, of which EUR 40 a call are lost", 120000, 1],
    ["en", "2,000 calls, EUR 40 a door", 120000, 0],
    ["fi", "2 000 hälytystä, joista 40 euroa hälytykseltä jää saamatta", 80000, 0],
    ["fi", "2 000 hälytystä, joista 40 euroa hälytykseltä jää saamatta", 120000, 1],
  ])("%s: %s, %i", (locale, assumption, value, count) =>
    expect(says("money/factors", { locale, ...metric(assumption, value) })).toHaveLength(count),
  );
});

describe("money/sensitivity", () => {
  const of = (driver: string, label: string, npv: number) => ({
    locale: "fi-FI",
    investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000], {
      benefits: [{ name: "Säästetyt minuutit", values: [2000, 20000, 25000] }],
      sensitivity: [{ driver, low: { label, npv }, high: { label: "Kymmenesosa enemmän", npv: npv + 9000 } }],
    }),
  });
  test("a third in Finnish is one", () => {
    const all = says("money/sensitivity", of("Säästetyt minuutit", "Kolmannes vähemmän", 30000));
    expect(all[0]).toContain("which is the wrong way");
  });
  test("one word of three names no stream", () => {
    const all = says(
      "money/sensitivity",
      of("Minuutit kylmällä linjalla talvella", "Kolmannes vähemmän", 30000),
    );
    expect(all.filter((what) => what.includes("wrong way"))).toEqual([]);
  });
});

describe("plan/gates: a condition that is met today", () => {
  const metric = (better: "lower" | "higher") =>
    exampleMetric({
      id: "late",
      name: "Trams that leave late",
      unit: "%",
      better,
      values: [{ period: "2026", value: 40 }],
      target: { value: better === "lower" ? 10 : 90, by: "2028" },
    });
  const told = (term: string, better: "lower" | "higher" = "lower") =>
    says("plan/gates", {
      metrics: [metric(better)],
      goals: [{ id: "g", name: "Leave on time", metric: "late" }],
      ...asking({ terms: [term] }),
    }).filter((what) => what.startsWith("The condition"));
  test.each<[string, number]>([
    ["It goes on only if trams that leave late are under 50%", 1],
    ["It goes on only if trams that leave late are at most 50%", 1],
    ["It goes on only if trams that leave late are under 20%", 0],
    ["It goes on only if trams that leave late stay under 50%", 0],
    ["It goes on only if at most 50 doors freeze", 0],
    ["It goes on only if trams that leave late fall by 50%", 0],
  ])("%s", (term, count) => expect(told(term)).toHaveLength(count));

  test.each<[string, number]>([
    ["Jatketaan vain, jos myöhässä lähtevien osuus on enintään 50 %", 1],
    ["Jatketaan vain, jos myöhässä lähtevien osuus on enintään 20 %", 0],
    ["Jatketaan vain, jos myöhässä lähtevien osuus pysyy enintään 50 prosentissa", 0],
  ])("%s", (term, count) => {
    const found = says("plan/gates", {
      locale: "fi-FI",
      metrics: [{ ...metric("lower"), name: "Myöhässä lähtevien osuus" }],
      goals: [{ id: "g", name: "Ajoissa liikkeelle", metric: "late" }],
      ...asking({ terms: [term] }),
    }).filter((what) => what.startsWith("The condition"));
    expect(found).toHaveLength(count);
  });
});

describe("options/fair: the only one within a limit", () => {
  const told = (other: string) =>
    says("options/fair", {
      options: [
        {
          id: "a",
          name: "Trial",
          recommended: true,
          why: "The only one within 10 minutes",
          criteria: { "Minutes to warm": "8" },
        },
        { id: "b", name: "Blankets", why: "Too slow", criteria: { "Minutes to warm": other } },
      ],
    }).filter((what) => what.includes("the only one"));
  test.each<[string, number]>([
    ["9", 1],
    ["7", 1],
    ["12", 0],
    ["Nobody knows", 0],
  ])("%s", (other, count) => expect(told(other)).toHaveLength(count));
});

describe("figures/plausible: no more than there are", () => {
  test.each<[string, string, number]>([
    ["en", "1,340 of 900 drivers answered", 1],
    ["en", "340 of 900 drivers answered", 0],
    ["en", "17 of 2026", 0],
    ["en", "In 2026, 12 of the 40 trams were late", 0],
    ["en", "1,200 tickets of 2025", 0],
    ["fi", "900:sta 1 340 vastasi", 1],
    ["fi", "1 340:sta 900 vastasi", 0],
  ])("%s: %s", (locale, note, count) =>
    expect(says("figures/plausible", { locale, sources: [{ id: "s", name: "Poll", note }] })).toHaveLength(
      count,
    ),
  );
});

describe("figures/effect: what is said not to have been found", () => {
  const told = (answer: string, low: number) =>
    says("figures/effect", {
      metrics: [exampleMetric({ id: "heat", values: [{ period: "2026", value: 4, low, high: 6 }] })],
      objections: [{ id: "o", objection: "It is warm.", answer }],
    });
  test.each<[string, number, number]>([
    ["By {{heat.latest}}: no difference was found.", 2, 1],
    ["By {{heat.latest}}: no difference was found.", -1, 0],
    ["By {{heat.latest}}, which is much.", 2, 0],
    ["No difference was found.", 2, 0],
    ["{{heat.latest}}: eroa ei havaittu.", 2, 1],
  ])("%s from %i", (answer, low, count) => expect(told(answer, low)).toHaveLength(count));
});

test("quotes/consent: the name beside the words", () => {
  const third = { id: "third", name: "Cia Berg", role: "Driver", part: "informed" as const };
  const told = (note: string, permission: "role" | "named" = "role") =>
    says("quotes/consent", {
      stakeholders: [head, lead, third],
      quotes: [
        {
          id: "q",
          from: "third",
          date: "2026-10-01",
          permission,
          text: "Passengers push frozen doors by hand.",
        },
      ],
      history: [{ version: "1", date: "2026-11-01", note }],
    });
  expect(told("Cia Berg said that passengers push doors")).toHaveLength(1);
  expect(told("Cia Berg was asked")).toEqual([]);
  expect(told("Passengers push frozen doors, a driver said")).toEqual([]);
  expect(told("Cia Berg said that passengers push doors", "named")).toEqual([]);
});

test("time/values: a year of its own", () => {
  const told = (definition?: string) =>
    says("time/values", {
      metrics: [
        exampleMetric({
          ...(definition === undefined ? {} : { definition }),
          values: [
            { period: "2025", value: 5 },
            { period: "2026", value: 4 },
          ],
        }),
      ],
    });
  expect(told("For the winter that ends on 31 March")).toEqual([]);
  expect(told()).toHaveLength(1);
});
