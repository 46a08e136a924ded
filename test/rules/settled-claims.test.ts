import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

describe("a date that is no reason for now", () => {
  const now = (text: string): Partial<Bundle> => ({ why: { statement: "Customers leave.", now: text } });
  test.each([
    "The lease ends in March 2027.",
    "The licence runs out in 2028.",
    "Rules change in 2027 and in 2031.",
  ])("%s", (text) => expect(says("why/now", now(text))).toEqual([]));
  test.each(["The lease ends in March 2030.", "The licence runs out in 2031."])("%s", (text) =>
    expect(says("why/now", now(text))).toHaveLength(1),
  );
});

describe("a contribution that does not close its gap", () => {
  const goal = (contribution: string): Partial<Bundle> => ({
    goals: SOUND.goals.map((each) => (each.id === "g" ? { ...each, contribution } : each)),
    metrics: (SOUND.metrics ?? []).map((each) =>
      each.id === "wait"
        ? { ...each, target: { value: 40, by: "2027" }, values: [{ period: "2026", value: 100 }] }
        : each,
    ),
  });
  test.each(["Closes the gap: 60 days less", "Takes off 20 days", "20 days, a third of the gap"])(
    "%s",
    (text) => expect(says("goals/target", goal(text))).toEqual([]),
  );
  test.each([
    "Closes the gap: 50 days less",
    "Reaches the target with 30 days less",
    "Makes up for what is missing: 12 days",
  ])("%s", (text) => expect(says("goals/target", goal(text))).toHaveLength(1));
});

describe("mitigations that hope", () => {
  const risk = (mitigation: string, locale = "en-GB"): Partial<Bundle> => ({
    locale,
    risks: (SOUND.risks ?? []).map((each) => ({ ...each, mitigation })),
  });
  test.each(["A second supplier is under contract", "Hopes are no plan: a second supplier"])("%s", (text) =>
    expect(says("risks/mitigated", risk(text))).toEqual([]),
  );
  test.each([
    ["We hope that nobody falls ill", "en-GB"],
    ["Trust in the good sense of the drivers", "en-GB"],
    ["Toivomme, ettei kukaan sairastu", "fi-FI"],
  ])("%s", (text, locale) => expect(says("risks/mitigated", risk(text, locale))).toHaveLength(1));
});

describe("anonymous words that can be of one person only", () => {
  const quote = (
    date: string,
    team: string,
    permission: "anonymous" | "role" = "anonymous",
  ): Partial<Bundle> => ({
    stakeholders: [
      ...(SOUND.stakeholders ?? []),
      {
        id: "yard",
        name: "Cy",
        role: "Foreman",
        team,
        part: "contributor",
        met: "2026-10-05",
        concern: "Rain",
      },
    ],
    quotes: [...SOUND.quotes, { id: "q-yard", from: "yard", date, permission, text: "It leaks all winter." }],
  });
  test("the only one of a team, on the day of the meeting", () => {
    expect(says("quotes/consent", quote("2026-10-05", "Yard"))).toHaveLength(1);
    expect(says("quotes/consent", quote("2026-10-06", "Yard"))).toEqual([]);
    expect(says("quotes/consent", quote("2026-10-05", "Care"))).toEqual([]);
    expect(says("quotes/consent", quote("2026-10-05", "Yard", "role"))).toEqual([]);
  });
});

describe("concerns that only share the subject of the deck", () => {
  const concern = (text: string): Partial<Bundle> => ({
    title: "A gate at the harbour",
    ask: { decision: "Approve the gate at the harbour", approver: "head" },
    stakeholders: (SOUND.stakeholders ?? []).map((each) =>
      each.id === "head" ? { ...each, concern: text } : each,
    ),
    options: [{ id: "gate", name: "Gate", recommended: true, cost: 1 }],
    risks: [
      {
        risk: "The gate is late",
        likelihood: 3,
        impact: 3,
        mitigation: "A reserve of two weeks",
        owner: "lead",
      },
    ],
    objections: [],
  });
  test("are answered nowhere", () => {
    expect(says("people/answered", concern("Boats that the gate does not see"))).toHaveLength(1);
    expect(says("people/answered", concern("The gate comes late"))).toEqual([]);
  });
});
