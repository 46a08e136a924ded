import { quoted } from "../diagnostics/make.ts";
import { claims, plans } from "./facts/prose.ts";
import { letters, plainText } from "./facts/sentences.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const toneBlame: Rule = {
  code: "tone/blame",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  asks: "Nothing blames people or teams, and what acting opens takes at least as much room as the problem.",
  why: "Whoever is blamed is at the table, or has friends there, and the meeting turns to who did it.",
  hint: "Say what happens and what it costs; leave out whose fault it is.",
  source:
    "Rosenberg, Nonviolent Communication; Dekker, Just Culture; Kotter, Leading Change: opportunity over threat",
  examples: {
    valid: {
      why: {
        statement: "Customers leave before anyone has answered them.",
        complication: "Answers take four days.",
        opportunity: "The team that answers has the hours in the morning, when most questions come.",
      },
    },
    invalid: { why: { statement: "Customers leave because the care team does not bother to answer." } },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const blaming = [...claims(bundle), ...plans(bundle)].flatMap(({ text, path }): Finding[] => {
      const sentence = language.sentences(text).find((each) => language.blame(each) !== undefined);
      return sentence === undefined
        ? []
        : [
            {
              what: `This blames somebody: ${quoted(sentence.trim(), 120)}`,
              excerpt: language.blame(sentence) ?? sentence,
              path,
            },
          ];
    });
    const { complication, opportunity } = bundle.why;
    const size = (text: string | undefined): number => letters(plainText(text ?? "")).length;
    const good = [opportunity, ...bundle.goals.map(({ contribution }) => contribution)].reduce(
      (sum, text) => sum + size(text),
      0,
    );
    return complication !== undefined && good < size(complication)
      ? [
          ...blaming,
          {
            what: "The why spends more words on the problem than on the opportunity.",
            hint: "Say in why.opportunity what acting opens, and in the goals what it contributes.",
            path: ["why", "complication"],
          },
        ]
      : blaming;
  },
};
