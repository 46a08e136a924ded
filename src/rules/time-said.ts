import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { agrees, clauseOf, type Dated, dated, knownDays, namedIn } from "./facts/dated.ts";
import { daysBetween, deckDate } from "./facts/dates.ts";
import { claims, plans } from "./facts/prose.ts";
import { datesIn, type SaidDate, spanOf } from "./facts/said-dates.ts";
import { plainText, type Sentence } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { WordsOfTime } from "./languages/reading/time.ts";
import type { Finding, Rule } from "./rule.ts";

export const timeSaid: Rule = {
  code: "time/said",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["time", "dates"],
  reads: [
    "plan.phases.*",
    "plan.milestones.*",
    "plan.next.*",
    "date",
    "meeting.date",
    "ask.by",
    "ask.start",
    "why.now",
    "wins",
    "history",
    "sources",
    "quotes",
  ],
  asks: "A date in a sentence is the date that the bundle has for the same thing, and what a sentence reports as done was done by then.",
  why: "The reader of the sentence and the reader of the plan prepare for different days.",
  hint: "Write the date that the plan has, or correct the plan.",
  source: "IBCS, CHECK: dates are data and agree with each other; Minto, The Pyramid Principle",
  sees: [
    "It reads dates with the name of a month or in digits (15 January, March 2027, by the end of June, 8. helmikuuta 2027, 2027年1月15日まで), in the deck's own voice. A date without a year is that of the nearest year; years, quarters and seasons alone are not read.",
    "A sentence speaks of a milestone, phase, step, meeting or win when it has two words of its name and most of them. A date that the bundle has anywhere else is taken to be of that other thing, and said in peace.",
    "Why now is compared with ask.by, what follows a yes with the decision, conditions and triggers with the deck and the plan, what a gate waits for with the end of the phase that yields it, and the length that the decision names with that of the plan.",
  ],
  examples: {
    valid: { why: { statement: "Customers leave.", now: "The roadmap is frozen on 15 January 2027." } },
    invalid: { why: { statement: "Customers leave.", now: "The roadmap is frozen on 3 December 2026." } },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    const words = language?.time;
    if (language === undefined || words === undefined) return [];
    const all = dated(bundle);
    const days = knownDays(bundle);
    const read: Reading = { bundle, language, words, all, days };
    return [
      ...ownVoice(bundle)
        // Most texts neither have a date nor make anything wait.
        .filter(({ text }) => datesIn(language, text).length > 0 || words.depends.test(text))
        .flatMap((sentence) =>
          language.sentences(sentence.text).flatMap((text) => ofText(read, { ...sentence, text })),
        ),
      ...whyNow(read),
      ...askedFor(read),
      ...length(read),
    ];
  },
};

interface Reading {
  readonly bundle: Bundle;
  readonly language: Language;
  readonly words: WordsOfTime;
  readonly all: readonly Dated[];
  readonly days: ReadonlySet<string>;
}

function ownVoice(bundle: Bundle): readonly Sentence[] {
  const { wins = [], objections = [] } = bundle;
  return [
    ...claims(bundle),
    ...plans(bundle),
    ...wins.map(({ what }, n) => ({ text: plainText(what), path: ["wins", n, "what"] })),
    ...objections.flatMap(({ wouldChangeOurMind: text }, n) =>
      text === undefined ? [] : [{ text: plainText(text), path: ["objections", n, "wouldChangeOurMind"] }],
    ),
  ];
}

/** A sentence by itself: of things with a day, of what was done, of what a gate waits for. */
function ofText(read: Reading, { text, path }: Sentence): readonly Finding[] {
  const { bundle, language, words, all, days } = read;
  const said = datesIn(language, text);
  const out = gateWaits(read, text, said, path);
  const deck = deckDate(bundle);
  const findings = said.flatMap((date): readonly Finding[] => {
    const near = deck ?? all[0]?.from ?? "2026-01-01";
    const known = date.day !== undefined && [...days].some((day) => isSame(date, day));
    const excerpt = date.text;
    const before = text.slice(0, date.index);
    if (deck !== undefined && words.done.test(before) && date.tie === "on" && isYetToCome(date, deck))
      return [
        {
          what: `${quoted(excerpt)} is after the deck of ${deck}, but is told as past: ${quoted(text.trim(), 90)}`,
          hint: "Correct the date, or say what will be done by then.",
          excerpt,
          path,
        },
      ];
    if (
      deck !== undefined &&
      date.year !== undefined &&
      words.ahead.test(before) &&
      spanOf(date, near).to < deck
    )
      return [
        {
          what: `${quoted(excerpt)} is before the deck of ${deck}, but is told as ahead: ${quoted(text.trim(), 90)}`,
          hint: "Correct the date, or say what happened.",
          excerpt,
          path,
        },
      ];
    if (known) return [];
    const clause = clauseOf(text, date, said).replace(date.text, " ");
    const gates = all.filter(({ kind }) => kind === "gate");
    const named = namedIn(language, clause, all);
    const things = named.length > 0 || !words.gate.test(clause) || gates.length !== 1 ? named : gates;
    if (things.length === 0 || things.some(({ from, to }) => agrees(date, from, to))) return [];
    const [thing] = things;
    return thing === undefined
      ? []
      : [
          {
            what: `${quoted(excerpt)} is said of the ${thing.kind} ${quoted(thing.name)}, which has ${thing.from === thing.to ? thing.from : `${thing.from} to ${thing.to}`}.`,
            excerpt,
            path,
          },
        ];
  });
  return [...out, ...findings];
}

/** Days in which a day without a year is the one ahead, and not that of a year ago. */
const SOON = 92;

/** True for a date after a day; a month without a year may be any. */
function isYetToCome(said: SaidDate, deck: string): boolean {
  const { from } = spanOf(said, deck);
  if (from <= deck) return false;
  return said.year !== undefined || (said.day !== undefined && (daysBetween(deck, from) ?? 0) <= SOON);
}

const isSame = (said: SaidDate, day: string): boolean => {
  const { from, to } = spanOf(said, day);
  return from === day && to === day;
};

/** A gate that waits for what a phase yields, which ends after it. */
function gateWaits(
  { bundle, language, words, all }: Reading,
  text: string,
  said: readonly SaidDate[],
  path: Finding["path"],
): readonly Finding[] {
  if (path === undefined || words.partly.test(text) || !words.depends.test(text)) return [];
  const phases = bundle.plan?.phases ?? [];
  // Few words are asked of the gate, as the sentence must name a phase that ends after it, too.
  const gates = all.filter(
    ({ kind, name }) =>
      kind === "gate" && (words.gate.test(text) || sharedWords(language, name, text).length > 0),
  );
  const [gate, phase] = gates
    .map(
      (each) =>
        [
          each,
          // A phase that begins after the gate is what it opens.
          phases.find(
            ({ name, start, end }) => start < each.to && end > each.to && yields(language, text, name, each),
          ),
        ] as const,
    )
    .find(([, found]) => found !== undefined) ?? [undefined, undefined];
  if (gate === undefined || said.some((date) => spanOf(date, gate.from).from <= gate.to)) return [];
  if (phase === undefined) return [];
  // Where one sentence says which part of the result the gate uses, the others need not.
  const settled = ownVoice(bundle).some(
    (each) =>
      yields(language, each.text, phase.name, gate) &&
      (words.partly.test(each.text) ||
        datesIn(language, each.text).some((date) => spanOf(date, gate.from).from <= gate.to)),
  );
  return settled
    ? []
    : [
        {
          what: `The gate ${quoted(gate.name)} of ${gate.to} waits for ${quoted(phase.name)}, which ends on ${phase.end}: ${quoted(text.trim(), 90)}`,
          hint: "Move the gate behind the phase, or say which part of its result the gate uses, and from when.",
          path,
        },
      ];
}

/** True where a sentence names a phase by two words that are not the gate's. */
const yields = (language: Language, text: string, phase: string, gate: Dated): boolean =>
  sharedWords(language, phase, text).length - sharedWords(language, phase, gate.name).length >= 2;

/** Finds a reason to act now that falls before the decision is due, so it cannot force the decision. */
function whyNow({ bundle: { why, ask, meeting, ...rest }, language }: Reading): readonly Finding[] {
  const deck = deckDate({ why, ask, meeting, ...rest });
  const decided = ask?.by ?? meeting?.date;
  if (why.now === undefined || deck === undefined || decided === undefined) return [];
  const ahead = datesIn(language, why.now)
    .filter(({ tie }) => tie !== "after")
    .map((date) => ({ date, span: spanOf(date, deck, true) }))
    .filter(({ span }) => span.to >= deck)
    .toSorted((a, b) => (a.span.to < b.span.to ? 1 : -1));
  const [last] = ahead;
  return last === undefined || last.span.to >= decided
    ? []
    : [
        {
          what: `Why now names ${last.date.text}, but the decision is due on ${decided}, after it.`,
          hint: "Move the decision before what forces it, or correct one of the two dates.",
          excerpt: last.date.text,
          path: ["why", "now"],
        },
      ];
}

/** Finds dates in the ask, subtitle, risks and objections that contradict the deck, decision or plan. */
function askedFor(read: Reading): readonly Finding[] {
  const { bundle, language, words, days } = read;
  const { ask, meeting, risks = [], objections = [], plan } = bundle;
  const deck = deckDate(bundle);
  const decided = ask?.by ?? meeting?.date;
  const end = (plan?.phases ?? [])
    .map((phase) => phase.end)
    .toSorted()
    .at(-1);
  const at = (
    text: string | undefined,
    path: readonly (string | number)[],
    judge: (
      date: SaidDate,
      span: { readonly from: string; readonly to: string },
      text: string,
    ) => string | undefined,
  ): readonly Finding[] => {
    const plain = plainText(text ?? "");
    return datesIn(language, plain).flatMap((date): readonly Finding[] => {
      const problem = judge(date, spanOf(date, deck ?? decided ?? "2026-01-01", true), plain);
      return problem === undefined
        ? []
        : [{ what: `${quoted(date.text)} ${problem}`, excerpt: date.text, path }];
    });
  };
  const passed: Parameters<typeof at>[2] = ({ tie, year }, { to }) =>
    deck !== undefined && to < deck && tie !== "after" && year !== undefined
      ? `has passed before the deck of ${deck}.`
      : undefined;
  const watched: Parameters<typeof at>[2] = (date, span, text) =>
    passed(date, span, text) ??
    (end !== undefined &&
    date.year !== undefined &&
    date.tie !== "after" &&
    Number(span.from.slice(0, 4)) > Number(end.slice(0, 4)) + 1
      ? `is long after the plan, which ends on ${end}.`
      : undefined);
  return [
    ...at(ask?.howToAnswer, ["ask", "howToAnswer"], (date, { from, to }) =>
      deck !== undefined && to < deck && date.year !== undefined
        ? `for answers has passed before the deck of ${deck}.`
        : decided !== undefined && from > decided
          ? `for answers is after the decision, which is needed by ${decided}.`
          : undefined,
    ),
    ...at(ask?.afterYes, ["ask", "afterYes"], (_date, { to }) =>
      meeting !== undefined && to < meeting.date
        ? `is what follows a yes, but lies before the meeting of ${meeting.date}.`
        : undefined,
    ),
    ...(["decision", "afterYes"] as const).flatMap((field) =>
      at(ask?.[field], ["ask", field], (date, span, text) =>
        ask?.start !== undefined &&
        date.tie !== "by" &&
        words.workStarts.test(text.slice(0, date.index)) &&
        ![...days].some((day) => isSame(date, day)) &&
        !(span.from <= ask.start && span.to >= ask.start)
          ? `is the start in words, but ask.start is ${ask.start}.`
          : undefined,
      ),
    ),
    ...at(bundle.subtitle, ["subtitle"], (date, span, text) =>
      words.decided.test(text.slice(0, date.index)) && (date.tie === "on" || date.tie === "by")
        ? offDecision(bundle, span)
        : undefined,
    ),
    ...(ask?.terms ?? []).flatMap((text, n) => at(text, ["ask", "terms", n], passed)),
    ...risks.flatMap(({ trigger }, n) => at(trigger, ["risks", n, "trigger"], watched)),
    ...objections.flatMap(({ wouldChangeOurMind }, n) =>
      at(wouldChangeOurMind, ["objections", n, "wouldChangeOurMind"], watched),
    ),
  ];
}

/** A day for the decision that is neither the meeting's nor between it and ask.by. */
function offDecision(
  { ask, meeting }: Bundle,
  span: { readonly from: string; readonly to: string },
): string | undefined {
  const [from, to] = [meeting?.date ?? ask?.by, ask?.by ?? meeting?.date];
  return from === undefined || to === undefined || (span.from <= to && span.to >= from)
    ? undefined
    : `is the decision in words, but ${ask?.by === undefined ? `the meeting is on ${to}` : `ask.by is ${ask.by}`}.`;
}

/** Months that the words of a decision may differ from the plan: a third of it, and two at least. */
const tolerance = (months: number): number => Math.max(2, months / 3);

/** "A 12-month programme" beside a plan of two years. */
function length({ bundle: { ask, plan }, words }: Reading): readonly Finding[] {
  const phases = plan?.phases ?? [];
  const said = ask === undefined ? [] : words.lengths(plainText(ask.decision));
  const [only] = said;
  if (only === undefined || said.length > 1 || phases.length === 0) return [];
  const start = phases.map((phase) => phase.start).toSorted()[0] ?? "";
  const end =
    phases
      .map((phase) => phase.end)
      .toSorted()
      .at(-1) ?? "";
  const months = (daysBetween(start, end) ?? 0) / 30.44;
  return Math.abs(months - only.months) <= tolerance(only.months)
    ? []
    : [
        {
          what: `The decision speaks of ${only.text}, but the phases run from ${start} to ${end}, ${Math.round(months)} months.`,
          hint: "Write one length in both places.",
          excerpt: only.text,
          path: ["ask", "decision"],
        },
      ];
}
