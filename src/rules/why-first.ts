import { quoted } from "../diagnostics/make.ts";
import { letters, plainText } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Rule } from "./rule.ts";

/** Fewest words of a proposal that the statement must not repeat; a single word is too little evidence. */
const LEAST_WORDS = 3;

export const whyFirst: Rule = {
  code: "why/first",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  asks: "The why is a reason: it exists, and it neither opens with a proposal or a request nor says the ask, the title or the recommended option again.",
  why: "People who hear the solution before the reason argue about the solution.",
  hint: "Say what is wrong or within reach today, for whom; leave the proposal out of it.",
  source: "Sinek, Start with Why; Minto, The Pyramid Principle: situation and complication before the answer",
  examples: {
    valid: { why: { statement: "Customers leave before anyone has answered them." } },
    invalid: { why: { statement: "Approve the trial, so that customers are answered." } },
  },
  check: ({ bundle }) => {
    const { why, ask, title, options = [] } = bundle;
    const text = (sentence: string) => letters(plainText(sentence));
    const statement = text(why.statement);
    const path = ["why", "statement"];
    if (statement === "") return [{ what: "The why says nothing.", path }];
    const option = options.find(({ recommended }) => recommended === true)?.name;
    const solutions: readonly (readonly [string, string | undefined])[] = [
      ["the decision that is asked for", ask?.decision],
      ["the title of the deck", title],
      ["the recommended option", option],
    ];
    const same = solutions.find(([, solution]) => {
      const other = text(solution ?? "");
      return (
        other.split(" ").length >= LEAST_WORDS &&
        (` ${statement} `.startsWith(` ${other} `) || other.startsWith(statement))
      );
    });
    if (same !== undefined)
      return [{ severity: "error", what: `The why begins with ${same[0]}: ${same[1]}`, path }];
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const given = [ask?.decision, title, option].flatMap((each) =>
      each === undefined ? [] : [plainText(each)],
    );
    const opening = solutionIn(language, plainText(why.statement), given);
    return opening === undefined
      ? []
      : [{ what: `The why opens with the solution: ${quoted(opening)}.`, path }];
  },
};

/**
 * The words with which a statement brings the solution: it proposes or asks, or its subject is what the decision is
 * about. A decision to stop something names the topic, so its words are free.
 */
export function solutionIn(
  language: Language,
  statement: string,
  solutions: readonly string[],
): string | undefined {
  const proposal = language.proposes(statement);
  if (proposal !== undefined) return proposal;
  const opening = language.contentWords(statement).slice(0, language.opening);
  const theirs = solutions
    .filter((solution) => !language.stops(solution))
    .flatMap((solution) => language.contentWords(solution))
    .filter((word) => !language.asking.has(word));
  const has = (word: string): boolean => theirs.some((each) => language.sameWord(each, word));
  // Fewer words are the topic, which the why has to name.
  return opening.length === language.opening && opening.every(has) ? opening.join(" ") : undefined;
}
