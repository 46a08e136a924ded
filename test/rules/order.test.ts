import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { exampleInvestment } from "../../src/rules/facts/examples.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

const [head, lead] = SOUND.stakeholders ?? [];
const [risk] = SOUND.risks ?? [];
const [quote] = SOUND.quotes;
if (!SOUND.ask || !head || !lead || !risk || !quote) throw new Error("the sound bundle");
const NORTH = { name: "Doors in the north", start: "2027-01-11", end: "2027-04-30" };
const SOUTH = { name: "Doors in the south", start: "2027-06-01", end: "2027-12-17" };
const plan = (...milestones: { name: string; date: string; gate?: boolean }[]) => ({
  plan: { phases: [NORTH, SOUTH], milestones },
});

describe("plan/order", () => {
  test.each<[string, string, number]>([
    ["Permit for the south", "2027-05-14", 0],
    ["Permit for the south", "2027-06-14", 1],
    ["Fire permit", "2027-05-14", 0],
    ["Fire permit", "2027-06-14", 1],
    ["South live", "2027-05-20", 1],
    ["South live", "2027-08-20", 1],
    ["South live", "2027-12-20", 0],
    ["First door of the south live", "2027-08-20", 0],
    ["Talk with the owners of the south", "2027-02-01", 0],
  ])("%s on %s", (name, date, count) => expect(says("plan/order", plan({ name, date }))).toHaveLength(count));
  test("a result comes before the gate that it is for", () => {
    const gate = (date: string) =>
      plan(
        { name: "Gate: doors in the south", date, gate: true },
        { name: "Count of visits by doors", date: "2027-05-20" },
      );
    expect(says("plan/order", gate("2027-05-12"))).toEqual([
      '"Count of visits by doors" is there on 2027-05-20, 8 days after the gate "Gate: doors in the south" of 2027-05-12.',
    ]);
    expect(says("plan/order", gate("2027-05-24"))).toEqual([]);
    expect(says("plan/order", gate("2027-01-24"))).toEqual([]);
  });
  test("in Finnish", () => {
    const phases = [
      { ...NORTH, name: "Ovet pohjoisessa" },
      { ...SOUTH, name: "Ovet etelässä" },
    ];
    const late = {
      locale: "fi-FI",
      plan: { phases, milestones: [{ name: "Lupa etelän oville", date: "2027-07-01" }] },
    };
    expect(says("plan/order", late)).toHaveLength(1);
  });
});

describe("risks/signs", () => {
  const sign = (trigger: string) => ({
    ...plan(),
    risks: [{ ...risk, risk: "Locks of the south come late", trigger }],
  });
  test.each<[string, number]>([
    ["Three locks missing in March 2028", 1],
    ["Three locks missing in October 2027", 0],
    ["It feels slow", 1],
    ["People feel it in 3 of 10 calls", 0],
    ["A lock is missing", 0],
  ])("%s", (trigger, count) => expect(says("risks/signs", sign(trigger))).toHaveLength(count));
  test("what makes the case negative is not rated as nothing", () => {
    const investment = exampleInvestment([20000, 4000, 4000], [2000, 15000, 15000], {
      sensitivity: [
        {
          driver: "Margin",
          low: { label: "Half", changes: [{ benefits: ["Margin"], times: 0.5 }] },
          high: { label: "10% more", changes: [{ benefits: ["Margin"], times: 1.1 }] },
        },
      ],
    });
    const rated = (impact: number) => ({
      investment,
      risks: [{ ...risk, risk: "The margin halves", likelihood: 2, impact }],
    });
    expect(says("risks/signs", rated(1))).toHaveLength(1);
    expect(says("risks/signs", rated(5))).toEqual([]);
  });
});

describe("why/proof", () => {
  const reasons = (...all: [string, string, string[]][]) => ({
    why: {
      statement: "Customers leave.",
      reasons: all.map(([claim, because, evidence]) => ({ claim, because, evidence })),
    },
  });
  const good: [string, string, string[]] = ["Waiting takes four days", "It took three.", ["wait"]];
  test.each<[string, [string, string, string[]][], number]>([
    ["a figure in words", [good, ["Those who wait leave", "So they say.", ["q-lead"]]], 0],
    ["the first has none", [["Waiting is long", "It is so.", ["q-lead"]], good], 1],
    ["the first has that of a metric", [["Waiting is long", "It is so.", ["wait"]], good], 0],
    ["a share that rests on a voice", [good, ["Two in five leave", "So they say.", ["q-lead"]]], 1],
    ["a share that a metric has", [good, ["Two in five leave", "So they say.", ["q-lead", "stay"]]], 0],
    ["one reason twice", [good, ["Four days of waiting take long", "They wait four days.", ["stay"]]], 0],
    [
      "one reason twice, turned round",
      [
        ["Customers of the desk wait four days", "So.", ["wait"]],
        ["At the desk, customers wait", "Four days.", ["stay"]],
      ],
      1,
    ],
  ])("%s", (_name, all, count) => expect(says("why/proof", reasons(...all))).toHaveLength(count));
  test("evidence beside other evidence that may not be shown", () => {
    const hidden = { quotes: SOUND.quotes.map((each) => ({ ...each, permission: "none" as const })) };
    expect(
      says("why/proof", {
        ...hidden,
        ...reasons(good, ["Those who wait leave", "So they say.", [quote.id, "stay"]]),
      }),
    ).toHaveLength(1);
  });
});

describe("pilot/design", () => {
  const pilot = (note: string, because = "In 12 branches they waited two days.") => ({
    sources: [{ id: "s", name: "Report on the pilot", note }],
    why: {
      statement: "Customers leave.",
      reasons: [{ claim: "In the pilot they waited half as long", because, evidence: ["wait"] }],
    },
  });
  test.each<[string, number]>([
    ["Twelve branches, with a control group drawn by lot.", 0],
    ["Twelve branches; there was no control group.", 1],
    ["Twelve branches; there was nothing to compare them with.", 1],
    ["Twelve branches; the control branches were picked after the pilot.", 1],
    ["Twelve branches; a control group was drawn before, and people were asked later.", 0],
  ])("%s", (note, count) => expect(says("pilot/design", pilot(note))).toHaveLength(count));

  const drawn = (series: readonly string[], labels: readonly string[]) => {
    const given = pilot("Twelve branches in one region.");
    const chart = {
      ...{
        id: "two",
        kind: "line" as const,
        message: "It fell",
        unit: "days",
        source: "s",
        series: [...series],
      },
      data: labels.map((label, n) => ({ label, values: series.map((_, at) => n + at) })),
    };
    const [reason] = given.why.reasons;
    return {
      ...given,
      charts: [chart],
      why: { ...given.why, reasons: [{ ...reason, evidence: ["two"] }] },
    } as Partial<Bundle>;
  };
  test.each<[string, readonly string[], readonly string[], number]>([
    ["two groups over the same months are a comparison", ["Scanned", "Counted"], ["2026-08", "2026-09"], 0],
    ["one group over time is none", ["Scanned"], ["2026-08", "2026-09"], 1],
    ["two times of the same groups are none", ["Spring", "Autumn"], ["Desk", "Counter"], 1],
  ])("%s", (_, series, labels, count) => {
    expect(says("pilot/design", drawn(series, labels))).toHaveLength(count);
  });
});

describe("people", () => {
  test("a risk is watched by somebody of your own", () => {
    const stakeholders = [head, { ...lead, outside: true }];
    expect(says("people/roles", { stakeholders, risks: [{ ...risk, owner: "lead" }] })).toHaveLength(1);
    expect(says("people/roles", { stakeholders, risks: [{ ...risk, owner: "head" }] })).toEqual([]);
  });
  test("a champion does not doubt in every quote", () => {
    const stakeholders = [head, { ...lead, stance: "champion" as const }];
    const doubt = "Bo is listed as champion, but doubts in every quote that takes a side.";
    const told = (tone: "doubts" | "supports") => ({
      stakeholders,
      quotes: [{ ...quote, from: "lead", tone }],
    });
    expect(says("people/roles", told("doubts"))).toContain(doubt);
    expect(says("people/roles", told("supports"))).not.toContain(doubt);
  });
  test("a win does not name who may be shown by role only", () => {
    const third = { id: "third", name: "Cia", role: "Clerk", part: "informed" as const };
    const told = (permission: "role" | "named") => ({
      stakeholders: [head, lead, third],
      quotes: [{ ...quote, from: "third", permission }],
      wins: [{ date: "2026-11-03", what: "One branch answered the same day", thanks: "Cia" }],
    });
    expect(says("quotes/consent", told("role"))).toEqual([
      `The quote "${quote.id}" may be shown by role only, but a win of 2026-11-03 names Cia.`,
    ]);
    expect(says("quotes/consent", told("named"))).toEqual([]);
  });
  test("what waiting costs is a number in words about doing nothing, not in a cell", () => {
    const nothing = { id: "nothing", name: "Do nothing", cost: 0, criteria: { Desks: "12" } };
    const ask = { ...SOUND.ask, waiting: "People grow tired" } as NonNullable<typeof SOUND.ask>;
    expect(says("ask/cost-of-waiting", { ask, options: [nothing] })).toHaveLength(1);
    expect(
      says("ask/cost-of-waiting", { ask, options: [{ ...nothing, why: "40 customers leave each month" }] }),
    ).toEqual([]);
  });
});
