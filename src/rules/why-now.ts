import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { deckDate, isDated, monthNames } from "./facts/dates.ts";
import { datesIn, spanOf } from "./facts/said-dates.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const whyNow: Rule = {
  code: "why/now",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["dates"],
  reads: ["date", "meeting", "ask", "plan.next.*"],
  asks: "The why says why now, with a date by which it matters that is still ahead, and that the decision and the next steps keep.",
  why: "A good idea without a date is decided next time; one whose date has passed is too late.",
  hint: "Add why.now with the day after which it becomes harder or dearer.",
  source: "Kotter, Leading Change: a sense of urgency",
  sees: [
    "Where no date of it lies within two years of the decision, it is no reason for now.",
    "A date is a deadline where the words beside it say by, until or before: it has passed where it lies before the deck, comes too early where it lies before the day of the decision, and is missed by a next step that shares a word with its sentence and comes later.",
  ],
  examples: {
    valid: {
      why: { statement: "Customers leave unheard.", now: "The roadmap is frozen on 15 January 2027." },
    },
    invalid: { why: { statement: "Customers leave unheard.", now: "It is urgent." } },
  },
  check: ({ bundle }) => {
    const { now } = bundle.why;
    if (now === undefined)
      return bundle.purpose === "inform" ? [] : [{ what: "Nothing says why now.", path: ["why"] }];
    if (!isDated(now, monthNames(bundle)))
      return [
        {
          what: `Why now names no date: ${now}`,
          hint: "Name the day, the month or the year that the sentence is about.",
          path: ["why", "now"],
        },
      ];
    const language = languageOf(bundle);
    return language === undefined ? [] : late(language, bundle, plainText(now));
  },
};

/** Years after the decision from which a date is no reason for now. */
const FAR = 2;

interface Deadline {
  readonly text: string;
  /** Last day on which it is kept. */
  readonly day: string;
  readonly sentence: string;
}

/** Dates by which something has to be done. */
const deadlines = (language: Language, now: string, near: string): readonly Deadline[] =>
  language.sentences(now).flatMap((sentence) =>
    datesIn(language, sentence).flatMap((date): readonly Deadline[] => {
      const { from, to } = spanOf(date, near);
      if (date.tie !== "by" && date.tie !== "before") return [];
      return [{ text: date.text, day: date.tie === "before" ? from : to, sentence }];
    }),
  );

function late(language: Language, bundle: Bundle, now: string): readonly Finding[] {
  const deck = deckDate(bundle);
  const { ask, plan } = bundle;
  if (deck === undefined) return [];
  const all = deadlines(language, now, deck);
  const path = ["why", "now"];
  // Of several dates the last one may be the one that counts.
  const last = all.toSorted((one, other) => (one.day < other.day ? 1 : -1))[0];
  const full = datesIn(language, now).map((date) => ({ text: date.text, from: spanOf(date, deck).from }));
  const years = [...now.matchAll(/(?<![\d.,])20\d{2}(?![\d.,]*\d)/gu)]
    .filter(([year]) => !full.some(({ text }) => text.includes(year)))
    .map(([year]) => ({ text: year, from: `${year}-01-01` }));
  const dates = [...full, ...years];
  const first = dates.toSorted((one, other) => (one.from < other.from ? -1 : 1))[0];
  const due = ask?.by ?? deck;
  // Year, month and day compare as they stand, with the years moved on.
  const wait = `${Number(due.slice(0, 4)) + FAR}${due.slice(4)}`;
  if (first !== undefined && first.from > wait)
    return [
      {
        what: `${quoted(first.text)} is more than ${FAR} years after the decision: it is no reason to decide now.`,
        hint: "Name what becomes harder or dearer before then, and when.",
        excerpt: first.text,
        path,
      },
    ];
  if (last === undefined || datesIn(language, now).some((date) => spanOf(date, deck).to > last.day))
    return [];
  if (last.day < deck)
    return [{ what: `${quoted(last.text)} has passed: the deck is of ${deck}.`, excerpt: last.text, path }];
  if (ask?.by !== undefined && last.day < ask.by)
    return [
      {
        what: `${quoted(last.text)} has passed when the decision is due on ${ask.by}.`,
        hint: "Ask for the decision earlier, or name the date that it can still meet.",
        excerpt: last.text,
        path,
      },
    ];
  return (plan?.next ?? []).flatMap(({ what, by }, n): readonly Finding[] => {
    const missed =
      by !== undefined && by > last.day && sharedWords(language, plainText(what), last.sentence).length > 0;
    return missed
      ? [
          {
            what: `${quoted(plainText(what))} is due on ${by}, after ${quoted(last.text)}, by which it has to be done.`,
            hint: "Move the step before the date that why.now gives.",
            path: ["plan", "next", n, "by"],
          },
        ]
      : [];
  });
}
