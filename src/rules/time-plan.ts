import { parsePeriod, periodAt } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle, Plan } from "../model/bundle/index.ts";
import { daysBetween, deckDate, isOver } from "./facts/dates.ts";
import { names } from "./facts/shared-words.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Days that a milestone may lie behind the last phase: a quarter, in which results are counted. */
const AFTERWARDS = 92;

export const timePlan: Rule = {
  code: "time/plan",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  reads: [
    "plan.phases.*",
    "plan.milestones.*",
    "plan.next.*",
    "date",
    "meeting.date",
    "ask.by",
    "ask.start",
    "investment.start",
    "investment.period",
  ],
  asks: "The plan is in order: phases after the start, gates with something to judge, milestones within the plan, next steps before what needs them.",
  why: "A gate that decides before anything was measured decides nothing, and a plan out of order was not thought through.",
  hint: "Move the date that is out of order, or say in the name what it is for.",
  source: "PMI, PMBOK Guide: sequence activities; Cooper, Winning at New Products: stage and gate",
  sees: [
    "It compares the dates of phases, milestones, gates and next steps with each other, with the decision and with the start. Work that began before the deck is left alone, and so are milestones that were reached before it beside phases that were.",
    "A next step belongs to a phase or milestone where their names share two words and most of the shorter one; a step that is related in other words is not compared.",
  ],
  examples: {
    valid: {
      plan: {
        next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }],
        phases: [{ name: "Trial in two branches", start: "2027-01-11", end: "2027-04-30" }],
        milestones: [{ name: "Extend to all branches", date: "2027-05-07", gate: true, owner: "head" }],
      },
    },
    invalid: {
      plan: {
        next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }],
        phases: [{ name: "Trial in two branches", start: "2027-01-11", end: "2027-04-30" }],
        milestones: [{ name: "Extend to all branches", date: "2027-01-08", gate: true, owner: "head" }],
      },
    },
  },
  check: ({ bundle }) => {
    const { plan } = bundle;
    if (plan === undefined) return [];
    return [
      ...phasesInOrder(bundle, plan),
      ...milestonesInPlan(bundle, plan),
      ...stepsInTime(bundle, plan),
      ...moneyFollows(bundle),
    ];
  },
};

const earliest = (days: readonly string[]): string | undefined => days.toSorted()[0];
const latest = (days: readonly string[]): string | undefined => days.toSorted().at(-1);

function phasesInOrder(bundle: Bundle, { phases = [] }: Plan): readonly Finding[] {
  const { ask, purpose = "decide" } = bundle;
  const deck = deckDate(bundle);
  const underWay = (start: string): boolean => deck !== undefined && start <= deck;
  return phases.flatMap(({ name, start, end }, n): readonly Finding[] => {
    const path = ["plan", "phases", n];
    const before = phases.slice(0, n);
    if (before.length > 0 && before.every((phase) => end < phase.start))
      return [
        {
          what: `The phase ${quoted(name)} is over on ${end}, before any phase that is listed before it begins.`,
          hint: "Correct its dates, or list phases in the order in which they begin.",
          path: [...path, "end"],
        },
      ];
    if (purpose !== "decide" || ask === undefined || underWay(start)) return [];
    if (ask.start !== undefined && start < ask.start)
      return [
        {
          what: `The phase ${quoted(name)} begins on ${start}, but the work starts on ${ask.start}.`,
          hint: "Correct ask.start or the phase.",
          path: [...path, "start"],
        },
      ];
    const decided = ask.by ?? bundle.meeting?.date;
    return ask.start === undefined && decided !== undefined && start < decided
      ? [
          {
            what: `The phase ${quoted(name)} begins on ${start}, before the decision of ${decided}.`,
            hint: "Let the phase begin after the decision.",
            path: [...path, "start"],
          },
        ]
      : [];
  });
}

function milestonesInPlan(bundle: Bundle, { phases = [], milestones = [] }: Plan): readonly Finding[] {
  const { ask, meeting } = bundle;
  const deck = deckDate(bundle);
  const [first, last] = [earliest(phases.map(({ start }) => start)), latest(phases.map(({ end }) => end))];
  const decided = meeting?.date ?? ask?.by;
  return milestones.flatMap(({ name, date, gate = false }, n): readonly Finding[] => {
    const path = ["plan", "milestones", n, "date"];
    const what = `The ${gate ? "gate" : "milestone"} ${quoted(name)} is on ${date}`;
    if (deck !== undefined && date < deck && (first === undefined || first > deck))
      return [
        {
          what: `${what}, before the deck of ${deck} and before the plan begins.`,
          hint: "Correct the date; what was reached before the deck is a win.",
          path,
        },
      ];
    if (gate && decided !== undefined && date < decided && (deck === undefined || date >= deck))
      return [{ what: `${what}, before the decision of ${decided} that it follows from.`, path }];
    // A gate on the day of the decision itself is that decision.
    if (
      gate &&
      first !== undefined &&
      date <= first &&
      (decided === undefined || date > (ask?.by ?? decided))
    )
      return [
        {
          what: `${what}, when no phase has begun: the first begins on ${first}.`,
          hint: "Put the gate after the phase whose result it judges.",
          path,
        },
      ];
    if (last !== undefined && (daysBetween(last, date) ?? 0) > AFTERWARDS)
      return [
        {
          what: `${what}, ${daysBetween(last, date)} days after the last phase ends.`,
          hint: "Add the phase that leads to it, or correct the date.",
          path,
        },
      ];
    return [];
  });
}

function stepsInTime(bundle: Bundle, { phases = [], milestones = [], next = [] }: Plan): readonly Finding[] {
  const language = languageOf(bundle);
  const deck = deckDate(bundle);
  const last = latest(phases.map(({ end }) => end));
  const gate = earliest(milestones.flatMap((each) => (each.gate === true ? [each.date] : [])));
  const needs = [
    ...phases.map(({ name, start }) => ({ kind: "phase", verb: "begins", name, day: start })),
    ...milestones.map(({ name, date }) => ({ kind: "milestone", verb: "is", name, day: date })),
  ];
  return next.flatMap(({ what, by }, n): readonly Finding[] => {
    if (by === undefined) return [];
    const path = ["plan", "next", n, "by"];
    const step = `The next step ${quoted(what)} is due on ${by}`;
    if (deck !== undefined && by < deck)
      return [
        {
          what: `${step}, before the deck of ${deck}.`,
          hint: "Correct the date, or drop what is done.",
          path,
        },
      ];
    const needed =
      language === undefined
        ? undefined
        : needs.find(({ name, day }) => day < by && names(language, what, name));
    if (needed !== undefined)
      return [
        {
          what: `${step}, but the ${needed.kind} ${quoted(needed.name)} ${needed.verb} on ${needed.day}.`,
          hint: "Let the step be done before what needs it.",
          path,
        },
      ];
    const end = gate ?? last;
    return end !== undefined && by > end
      ? [
          {
            what: `${step}, after ${gate === undefined ? "the last phase has ended" : "the first gate"} on ${end}.`,
            hint: "Correct the date; a next step is what follows a yes at once.",
            path,
          },
        ]
      : [];
  });
}

/** Money flows from the period in which the work starts, not before. */
function moneyFollows({ investment, ask }: Bundle): readonly Finding[] {
  if (investment === undefined || ask?.start === undefined) return [];
  const at = investment.benefits
    .map(({ values }) => values.findIndex((value) => value > 0))
    .filter((step) => step >= 0);
  if (at.length === 0) return [];
  const start = parsePeriod(investment.start);
  const period = start === undefined ? undefined : periodAt(start.kind, start.ordinal + Math.min(...at)).text;
  return period !== undefined && isOver(period, ask.start)
    ? [
        {
          what: `The investment has benefits in ${period}, which is over before the work starts on ${ask.start}.`,
          hint: "Correct investment.start or ask.start, or leave out benefits that come without the work.",
          path: ["investment", "start"],
        },
      ]
    : [];
}
