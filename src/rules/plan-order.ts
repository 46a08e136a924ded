import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { daysBetween, deckDate } from "./facts/dates.ts";
import { plainText } from "./facts/sentences.ts";
import { names, sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import { isOneNoun } from "./languages/reading/counts.ts";
import type { Finding, Rule } from "./rule.ts";

/** Days behind a gate within which a result was meant for it. */
const SOON = 92;

export const planOrder: Rule = {
  code: "plan/order",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["time", "counting"],
  reads: ["plan.phases.*", "plan.milestones.*", "ask.terms", "date"],
  asks: "Work begins after what permits it, is in use after it was done, and what a gate judges by is known at the gate.",
  why: "A gate a week before the count that it is decided by is decided by hope.",
  hint: "Move the date that is out of order, or say in the name which part it is about.",
  source: "PMI, PMBOK Guide: sequence activities; Cooper, Winning at New Products: stage and gate",
  sees: [
    "A milestone belongs to a phase where their names share a word that not every phase has, or count as many of the same. What permits, what reports and what is in use is told by its name: approval, permit, report, results, live, open; lupa, raportti, tulokset, käytössä.",
    "A result is meant for a gate where it comes within a quarter after it, no gate follows it, and it shares a word with the gate or the conditions of the ask.",
  ],
  examples: {
    valid: {
      plan: {
        phases: [
          { name: "Trial in two branches", start: "2027-01-11", end: "2027-04-30" },
          { name: "Desks in the south", start: "2027-06-01", end: "2027-12-17" },
        ],
        milestones: [{ name: "Permit for desks in the south", date: "2027-05-14" }],
      },
    },
    invalid: {
      plan: {
        phases: [
          { name: "Trial in two branches", start: "2027-01-11", end: "2027-04-30" },
          { name: "Desks in the south", start: "2027-06-01", end: "2027-12-17" },
        ],
        milestones: [{ name: "Permit for desks in the south", date: "2027-09-14" }],
      },
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    const { phases = [], milestones = [] } = bundle.plan ?? {};
    if (language?.time === undefined || phases.length === 0 || milestones.length === 0) return [];
    return [...againstPhases(language, bundle), ...resultsInTime(language, bundle)];
  },
};

/** The phases that a name belongs to, by a word that not all of them have, or by a count. */
function phasesOf(language: Language, { plan }: Bundle, name: string) {
  const { phases = [] } = plan ?? {};
  const counts = language.counting?.counts(name) ?? [];
  const telling = sharedWords(language, name, phases.map((phase) => phase.name).join(". ")).filter(
    (word) =>
      phases.length === 1 || !phases.every((phase) => sharedWords(language, word, phase.name).length > 0),
  );
  return phases.filter((phase) => {
    const theirs = language.counting?.counts(phase.name) ?? [];
    const same = theirs.filter((each) => counts.some((mine) => isOneNoun(language.sameWord, mine, each)));
    if (same.length > 0) return same.some(({ value }) => counts.some((mine) => mine.value === value));
    return sharedWords(language, telling.join(" "), phase.name).length > 0;
  });
}

function againstPhases(language: Language, bundle: Bundle): readonly Finding[] {
  const { time } = language;
  const { phases = [], milestones = [] } = bundle.plan ?? {};
  const deck = deckDate(bundle);
  return milestones.flatMap(({ name, date, gate = false }, n): readonly Finding[] => {
    const said = plainText(name);
    const path = ["plan", "milestones", n, "date"];
    const ahead = (start: string): boolean => deck === undefined || start > deck;
    const own = phasesOf(language, bundle, said).filter(({ start }) => ahead(start));
    const [first] = own.toSorted((one, other) => (one.start < other.start ? -1 : 1));
    if (gate || time?.permits.test(said)) {
      const early = own.find(({ start, end }) => start < date && (own.length === 1 || date > end));
      // What permits without naming a phase permits the work: it comes before all of it has begun.
      const begun = phases.filter(({ start }) => ahead(start) && start < date).length;
      const late = !gate && own.length === 0 && begun > 1 && begun === phases.length;
      if (early !== undefined && !gate)
        return [
          {
            what: `${quoted(said)} is on ${date}, but the phase ${quoted(early.name)} begins on ${early.start}.`,
            hint: "Let the work begin once it is permitted.",
            path,
          },
        ];
      return late
        ? [
            {
              what: `${quoted(said)} is on ${date}, when every phase has begun.`,
              path,
            },
          ]
        : [];
    }
    if (first === undefined || time?.begins.test(said)) return [];
    if (date < first.start && (time?.live.test(said) || names(language, said, first.name)))
      return [
        {
          what: `${quoted(said)} is on ${date}, before the phase ${quoted(first.name)} begins on ${first.start}.`,
          path,
        },
      ];
    const last = own.toSorted((one, other) => (one.end < other.end ? 1 : -1))[0];
    return time?.live.test(said) &&
      last !== undefined &&
      own.length === 1 &&
      date < last.end &&
      (daysBetween(date, last.end) ?? 0) > 31
      ? [
          {
            what: `${quoted(said)} is on ${date}, but the phase ${quoted(last.name)} ends on ${last.end}.`,
            path,
          },
        ]
      : [];
  });
}

/** Finds results that a gate judges by in the quarter after it. */
function resultsInTime(language: Language, bundle: Bundle): readonly Finding[] {
  const { phases = [], milestones = [] } = bundle.plan ?? {};
  const gates = milestones.map((each, n) => ({ ...each, n })).filter(({ gate }) => gate === true);
  const told = [
    ...milestones.flatMap(({ name, date, gate }) => (gate === true ? [] : [{ name, from: date, day: date }])),
    ...phases.map(({ name, start, end }) => ({ name, from: start, day: end })),
  ].filter(({ name }) => language.time?.reports.test(plainText(name)));
  return told.flatMap(({ name, day }): readonly Finding[] => {
    if (gates.some(({ date }) => date >= day)) return [];
    const missed = gates.toSorted((one, other) => (one.date < other.date ? 1 : -1))[0];
    const apart = missed === undefined ? undefined : daysBetween(missed.date, day);
    if (missed === undefined || apart === undefined || apart > SOON) return [];
    const about = [missed.name, ...(bundle.ask?.terms ?? [])].map(plainText).join(". ");
    return sharedWords(language, plainText(name), about).length === 0
      ? []
      : [
          {
            what: `${quoted(plainText(name))} is there on ${day}, ${apart} days after the gate ${quoted(plainText(missed.name))} of ${missed.date}.`,
            hint: "Put the gate after what it is decided by.",
            path: ["plan", "milestones", missed.n, "date"],
          },
        ];
  });
}
