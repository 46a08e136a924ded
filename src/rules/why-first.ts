import { parseMarkup } from "../locales/markup.ts";
import { plain } from "../model/text.ts";
import { letters } from "./facts/sentences.ts";
import type { Rule } from "./rule.ts";

/** What the statement may not be. A single word is too little to tell by. */
const LEAST_WORDS = 3;

export const whyFirst: Rule = {
  code: "why/first",
  severity: "error",
  on: "bundle",
  asks: "The why is a reason: it exists, and it is not the ask, the title or the recommended option said again.",
  why: "People who hear the solution before the reason argue about the solution.",
  hint: "Say what is wrong or within reach today, for whom; leave the proposal out of it.",
  source: "Sinek, Start with Why; Minto, The Pyramid Principle: situation and complication before the answer",
  examples: {
    valid: { why: { statement: "Customers leave before anyone has answered them." } },
    invalid: { why: { statement: "Approve the trial, so that customers are answered." } },
  },
  check: ({ bundle }) => {
    const { why, ask, title, options = [] } = bundle;
    const text = (sentence: string) => letters(plain(parseMarkup(sentence)));
    const statement = text(why.statement);
    const path = ["why", "statement"];
    if (statement === "") return [{ what: "The why says nothing.", path }];
    const solutions: readonly (readonly [string, string | undefined])[] = [
      ["the decision that is asked for", ask?.decision],
      ["the title of the deck", title],
      ["the recommended option", options.find((option) => option.recommended === true)?.name],
    ];
    const same = solutions.find(([, solution]) => {
      const other = text(solution ?? "");
      return (
        other.split(" ").length >= LEAST_WORDS &&
        (` ${statement} `.startsWith(` ${other} `) || other.startsWith(statement))
      );
    });
    return same === undefined ? [] : [{ what: `The why begins with ${same[0]}: ${same[1]}`, path }];
  },
};
