import { quoted } from "../diagnostics/make.ts";
import { lookupFigure } from "../locales/figure.ts";
import type { Figures } from "../model/figures.ts";
import { exampleAsk } from "./facts/examples.ts";
import { type Sentence, sentences } from "./facts/sentences.ts";
import type { Finding, Rule } from "./rule.ts";

export const figuresUnit: Rule = {
  code: "figures/unit",
  severity: "warning",
  on: "figures",
  reads: ["metrics", "charts", "options", "investment", "ask"],
  asks: "The unit of a figure, which it brings with it, is not typed beside it again.",
  why: "“468,300 pieces pieces” shows that nobody read the slide.",
  hint: "Leave the word out: an expression prints the number with its unit.",
  source: "The documentation of figures: an expression prints as it is to be read",
  sees: [
    "It compares the words at both sides of an expression with the first and the last word that the expression prints, in capitals or not. `foredeck check --fix` takes the typed one out.",
  ],
  examples: {
    valid: { ask: exampleAsk({ waiting: "Each month people wait {{wait.latest}}" }) },
    invalid: { ask: exampleAsk({ waiting: "Each month people wait {{wait.latest}} days" }) },
  },
  check: ({ written, figures }) => sentences(written).flatMap((sentence) => typedTwice(sentence, figures)),
};

/** An expression with the words beside it, where spaces alone stand between. */
const EXPRESSION =
  /(?:(?<before>[\p{L}\p{Sc}%]+)(?<left>\s+|(?<=[\p{Sc}])))?(?<expression>\{\{\s*(?<name>[^{}\s]+)\s*\}\})(?:(?<right>\s*)(?<after>[\p{L}%\p{Sc}]+))?/gu;

function typedTwice({ text, path }: Sentence, figures: Figures): readonly Finding[] {
  return [...text.matchAll(EXPRESSION)].flatMap(({ groups = {} }): readonly Finding[] => {
    const { expression = "", name = "", before, left = "", after, right = "" } = groups;
    const shown = lookupFigure(figures, name)?.text;
    if (shown === undefined) return [];
    const printed = shown.match(/[\p{L}%\p{Sc}]+/gu) ?? [];
    const twice = (word: string | undefined, ...others: readonly (string | undefined)[]): boolean =>
      word !== undefined && others.some((other) => other?.toLowerCase() === word.toLowerCase());
    const excerpt = twice(after, printed.at(-1), printed[0])
      ? `${expression}${right}${after}`
      : twice(before, printed[0])
        ? `${before}${left}${expression}`
        : undefined;
    return excerpt === undefined
      ? []
      : [
          {
            what: `${quoted(excerpt)} prints its unit twice: ${quoted(excerpt.replace(expression, shown))}`,
            path,
            excerpt,
            instead: expression,
          },
        ];
  });
}
