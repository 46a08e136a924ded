import { describe, expect, test } from "vitest";
import { exampleInvestment, exampleMetric } from "../../src/rules/facts/examples.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

/** A deck about trams whose doors are warmed in winter. */
const trial = (note: string, more: { concede?: string; chart?: string[] } = {}) => ({
  sources: [{ id: "s", name: "Report of the depot", note }],
  metrics: [
    exampleMetric({
      name: "Minutes lost, difference: ero muihin",
      values: [{ period: "2026", value: -4, low: -6, high: -2 }],
    }),
  ],
  why: {
    statement: "Doors freeze.",
    reasons: [{ claim: "Warmed doors lose less time", because: "The difference is 4.", evidence: ["wait"] }],
  },
  objections: [{ id: "o", objection: "It was mild.", answer: "It was not.", concede: more.concede ?? "So." }],
  charts:
    more.chart === undefined
      ? []
      : [
          {
            id: "lines",
            kind: "column" as const,
            message: "Warmed doors lose less time on every line",
            source: "s",
            series: ["Warmed", "Others"],
            data: more.chart.map((label, n) => ({ label, values: [n + 2, n + 5] })),
          },
        ],
});

describe("pilot/design reads the note of a source", () => {
  test.each<[string, string, number]>([
    ["en", "24 trams with warmed doors; delays of the same trams in the winter before", 1],
    ["en", "24 trams; compared with the same trams a year earlier", 1],
    ["en", "24 trams and 24 others drawn by lot, and the same trams a year earlier", 0],
    ["en", "24 trams that had asked for warm doors and 20 that did not want them", 1],
    ["en", "24 trams, those with the newest doors; 20 others", 1],
    ["en", "24 trams and 24 without, drawn by lot before the winter", 0],
    ["en", "24 trams with the newest software and 24 without, drawn by lot", 0],
    ["fi", "24 vaunua; vertailuna samojen vaunujen edellistalven viiveet", 1],
    ["fi", "24 vaunua, jotka itse hakeutuivat kokeiluun, ja 20 muuta", 1],
    ["fi", "24 vaunua ja 24 muuta, arvottu samoista varikoista", 0],
  ])("%s: %s", (locale, note, count) =>
    expect(says("pilot/design", { locale, ...trial(note) })).toHaveLength(count),
  );
  test("what an objection concedes is said", () => {
    const note = "24 trams; compared with the same trams a year earlier";
    const concede = "We have only the same trams in the winter before.";
    expect(says("pilot/design", trial(note, { concede }))).toEqual([]);
  });
  test("a chart that divides few", () => {
    const note = "40 trams, drawn by lot";
    expect(says("pilot/design", trial(note, { chart: ["North", "South", "Harbour"] }))).toEqual([
      'The chart "lines" divides 40 into 6 groups, fewer than 10 in each.',
    ]);
    expect(says("pilot/design", trial(note, { chart: ["North", "South"] }))).toEqual([]);
    expect(says("pilot/design", trial(note, { chart: ["January", "February", "March"] }))).toEqual([]);
  });
});

describe("figures/effect", () => {
  test.each<[string, number]>([
    ["Even at the lower end of the range it helps", 1],
    ["The range is wide, and warm doors help", 1],
    ["The range includes zero", 0],
    ["It may help", 0],
    ["There is no clear difference", 0],
  ])("%s", (because, count) => {
    const metrics = [exampleMetric({ values: [{ period: "2026", value: -4, low: -9, high: 1 }] })];
    const why = {
      statement: "Doors freeze.",
      reasons: [{ claim: "Warm doors", because, evidence: ["wait"] }],
    };
    expect(says("figures/effect", { metrics, why })).toHaveLength(count);
  });
});

describe("evidence/cited", () => {
  const both = [
    exampleMetric({ values: [{ period: "2026", value: 4 }] }),
    exampleMetric({ id: "ice", name: "Ice", source: "t", values: [{ period: "2026", value: 9 }] }),
  ];
  const drawn = { id: "c", kind: "line" as const, message: "Ice grows", metrics: ["ice"] };
  const reason = (because: string, ...evidence: string[]) => ({
    metrics: both,
    charts: [drawn],
    why: { statement: "Doors freeze.", reasons: [{ claim: "Doors freeze", because, evidence }] },
  });
  test.each<[string, string[], number]>([
    ["They lose {{ice.latest}}.", ["wait"], 1],
    ["They lose {{ice.latest}}.", ["wait", "q-lead"], 1],
    ["They lose {{ice.latest}}.", ["c"], 0],
    ["They lose {{ice.latest}} of {{wait.latest}}.", ["wait"], 0],
    ["They lose 9 days.", ["wait"], 0],
    ["They cost {{ask.amount}}.", ["wait"], 0],
  ])("%s beside %j", (because, evidence, count) =>
    expect(says("evidence/cited", reason(because, ...evidence))).toHaveLength(count),
  );
});

describe("objections/doubt", () => {
  const objection = (text: string, residual: "low" | "high", attacks = "ask") => ({
    objections: [{ id: "o", objection: text, answer: "It was cold.", residual, attacks: [attacks] }],
  });
  const risks = (likelihood: number) => [
    { risk: "Heaters of doors fail", likelihood, impact: 5, mitigation: "Spares", owner: "lead" },
  ];
  const investment = exampleInvestment([20000, 4000, 4000], [2000, 15000, 15000], {
    sensitivity: [
      {
        driver: "Margin",
        low: { label: "Half", changes: [{ benefits: ["Margin"], times: 0.5 }] },
        high: { label: "10% more", changes: [{ benefits: ["Margin"], times: 1.1 }] },
      },
    ],
  });
  test("against a high risk", () => {
    const text = "The heaters of the doors fail in frost.";
    const against = (likelihood: number, residual: "low" | "high") =>
      says("objections/doubt", { risks: risks(likelihood), ...objection(text, residual) });
    expect(against(4, "low")).toEqual([
      'The doubt that is left of "o" is called low, but the risk "Heaters of doors fail" is rated 20 of 25.',
    ]);
    expect(against(4, "high")).toEqual([]);
    expect(against(2, "low")).toEqual([]);
  });
  test("against a sensitivity", () => {
    const against = (text: string, attacks: string) =>
      says("objections/doubt", { investment, ...objection(text, "low", attacks) });
    expect(against("The margin is a guess.", "investment")).toHaveLength(1);
    expect(against("The margin is a guess.", "ask")).toEqual([]);
    expect(against("Nobody knows the price.", "investment")).toEqual([]);
  });
});

describe("why/now has a date that can be kept", () => {
  const now = (text: string, by = "2026-12-18") => ({
    why: { statement: "Doors freeze.", now: text },
    plan: { next: [{ what: "Order the heaters", owner: "lead", by }] },
  });
  test.each<[string, string, number]>([
    ["Heaters must be ordered by 15 January 2027.", "2026-12-18", 0],
    ["Heaters must be ordered by 15 January 2027.", "2027-01-20", 1],
    ["Drivers must agree by 15 January 2027.", "2027-01-20", 0],
    ["Heaters had to be ordered by 1 October 2026.", "2026-12-18", 1],
    ["The offer holds until 1 December 2026.", "2026-12-18", 1],
    ["The offer was made by 1 October 2026 and ends on 1 March 2027.", "2026-12-18", 0],
    ["Since 1 October 2026 the law asks for warm doors.", "2026-12-18", 0],
  ])("%s, next step on %s", (text, by, count) => expect(says("why/now", now(text, by))).toHaveLength(count));
  test("in Finnish", () => {
    const told = (by: string) => ({
      locale: "fi-FI",
      why: { statement: "Ovet jäätyvät.", now: "Lämmittimet on tilattava 15. tammikuuta 2027 mennessä." },
      plan: { next: [{ what: "Tilataan lämmittimet", owner: "lead", by }] },
    });
    expect(says("why/now", told("2027-01-14"))).toEqual([]);
    expect(says("why/now", told("2027-01-21"))).toHaveLength(1);
  });
});

test("the sound bundle has nothing for these rules", () => {
  for (const code of ["pilot/design", "evidence/cited", "objections/doubt", "why/now", "figures/effect"])
    expect(says(code, SOUND)).toEqual([]);
});
