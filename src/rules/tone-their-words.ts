import { drawn } from "./facts/quotes.ts";
import { plainText } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Rule } from "./rule.ts";

/** Words of the why from which on one word in common is chance. */
const LONG = 60;

export const toneTheirWords: Rule = {
  code: "tone/their-words",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  reads: ["quotes.*"],
  asks: "The why uses words that the people concerned used: those of the quotes that are shown.",
  why: "People who meet their own words in the why know that they were heard; those who meet a consultant's do not.",
  hint: "Take the picture or the noun that they used for it, and put it in the why in place of the abstract one.",
  source: "Duarte, Resonate; Kahneman and Klein on concrete language; Motivational interviewing: reflecting",
  examples: {
    valid: {
      why: { statement: "Nobody sees daily how customers wait, and no control group would show it." },
    },
    invalid: { why: { statement: "Operational excellence requires harmonised processes." } },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    // A deck that only informs has nobody to win.
    if (language === undefined || bundle.purpose === "inform") return [];
    const { statement, situation, complication, opportunity, now, reasons = [] } = bundle.why;
    const why = [
      statement,
      situation,
      complication,
      opportunity,
      now,
      ...reasons.flatMap(({ claim, because }) => [claim, because]),
    ]
      .flatMap((text) => (text === undefined ? [] : [plainText(text)]))
      .join(" ");
    const quotes = bundle.quotes.filter(drawn).map(({ text }) => text);
    return quotes.length > 0 && !echoes(language, why, quotes)
      ? [{ what: "The why uses none of the words that the people quoted use for it.", path: ["why"] }]
      : [];
  },
};

/** True where a text uses words of the quotes: one that carries meaning, two in a long text. */
export function echoes(language: Language, why: string, quotes: readonly string[]): boolean {
  const said = language.contentWords(why);
  const theirs = [...new Set(quotes.flatMap((quote) => language.contentWords(quote)))];
  const shared = theirs.filter((word) => said.some((each) => language.sameWord(each, word)));
  return shared.length >= (said.length > LONG ? 2 : 1);
}
