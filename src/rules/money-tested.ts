import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { whole } from "./facts/cash.ts";
import { type Sensitivity, sensitivitiesOf } from "./facts/drivers.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { claims, plans } from "./facts/prose.ts";
import { plainText } from "./facts/sentences.ts";
import { sharedWords } from "./facts/shared-words.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const moneyTested: Rule = {
  code: "money/tested",
  severity: "warning",
  on: "figures",
  heuristic: true,
  needs: ["money", "drivers", "claims"],
  reads: ["investment"],
  asks: "What is said to pay all the same has a net present value above zero in the sensitivity of the same driver.",
  why: "The sentence that calms finance stands beside the bar that refutes it.",
  hint: "Say what the sensitivity says, or correct the case.",
  source: "HM Treasury, The Green Book: sensitivity analysis; IBCS, CHECK",
  sees: [
    "It reads sentences which say that it still pays, and compares them with the ends of the sensitivity whose label they repeat, in any form and order of its words, and with whose driver they share one.",
  ],
  examples: {
    valid: {
      investment: exampleInvestment([20000, 4000, 4000], [2000, 20000, 25000], {
        assumption: "It still pays with a margin that is a fifth lower.",
        sensitivity: [
          {
            driver: "Margin",
            low: { label: "A fifth lower", changes: [{ benefits: ["Margin"], times: 0.8 }] },
            high: { label: "A tenth more", changes: [{ benefits: ["Margin"], times: 1.1 }] },
          },
        ],
      }),
    },
    invalid: {
      investment: exampleInvestment([20000, 4000, 4000], [2000, 15000, 15000], {
        assumption: "It still pays with a margin that is a fifth lower.",
        sensitivity: [
          {
            driver: "Margin",
            low: { label: "A fifth lower", changes: [{ benefits: ["Margin"], times: 0.8 }] },
            high: { label: "A tenth more", changes: [{ benefits: ["Margin"], times: 1.1 }] },
          },
        ],
      }),
    },
  },
  check: ({ bundle, figures }) => {
    const language = languageOf(bundle);
    const all = sensitivitiesOf(figures);
    if (language?.money?.still === undefined || all.length === 0) return [];
    return told(bundle).flatMap(({ text, path }) => {
      const about = `${text} ${objectionOf(bundle, path)}`;
      return language.sentences(text).flatMap((sentence) => inSentence(language, sentence, about, all, path));
    });
  },
};

const told = (bundle: Bundle): readonly { readonly text: string; readonly path: JsonPath }[] => [
  ...claims(bundle),
  ...plans(bundle),
  { text: plainText(bundle.investment?.assumption ?? ""), path: ["investment", "assumption"] },
];

/** The objection that an answer is to: what "it" stands for in the one is often named in the other. */
const objectionOf = ({ objections = [] }: Bundle, [part, n]: JsonPath): string => {
  const { objection = "", concede = "" } = (part === "objections" ? objections[Number(n)] : undefined) ?? {};
  return `${plainText(objection)} ${plainText(concede)}`;
};

function inSentence(
  language: Language,
  sentence: string,
  about: string,
  all: readonly Sensitivity[],
  path: JsonPath,
): readonly Finding[] {
  const { still, denies } = language.money ?? {};
  if (!still?.test(sentence) || denies?.test(sentence)) return [];
  return all.flatMap((each): readonly Finding[] => {
    if (!speaksOf(language, about, each.driver)) return [];
    const end = [each.low, each.high].find(({ label, npv }) => npv < 0 && repeats(language, sentence, label));
    return end === undefined
      ? []
      : [
          {
            what: `It is said to pay, but with ${quoted(`${each.driver}: ${end.label}`)} its net present value is ${whole(end.npv)}.`,
            excerpt: sentence,
            path,
          },
        ];
  });
}

/** True where a text has a word of a name, or the head of a compound in it: hinta, of kilohinta. */
const speaksOf = (language: Language, text: string, name: string): boolean =>
  sharedWords(language, name, text).length > 0 ||
  language
    .contentWords(name)
    .some((compound) => language.contentWords(text).some((word) => language.claims?.head?.(compound, word)));

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\d]+(?:[.,]\d+)?/gu) ?? [];

/** True where a sentence has every word of a label that carries a size: a third less, 20% more, half. */
function repeats(language: Language, sentence: string, label: string): boolean {
  const said = wordsOf(sentence);
  const words = wordsOf(label).filter((word) => word.length > 2 || /\d/u.test(word));
  return (
    words.length > 0 &&
    words.every((word) =>
      said.some((each) => each === word || (!/\d/u.test(word) && language.sameWord(each, word))),
    )
  );
}
