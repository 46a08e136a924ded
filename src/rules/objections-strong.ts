import { quoted } from "../diagnostics/make.ts";
import { plainText } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Words that an objection of substance needs at least, and how much longer its answer may be where it has fewer. */
const SUBSTANCE = 6;
const LONGER = 5;
/** Share of the answer's words that are those of the ask. */
const REPEATED = 0.6;

export const objectionsStrong: Rule = {
  code: "objections/strong",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  asks: "Each objection has its strongest form: a reason and not a mood, not far shorter than its answer, and not answered by repeating the ask.",
  why: "Whoever holds the objection finds it made small, and stops reading the answers to the others.",
  hint: "Ask the person who holds it to write the sentence; answer with what would change a mind.",
  source: "Mill, On Liberty; Dennett, Intuition Pumps: Rapoport's rules; Amazon narrative memos: the FAQ",
  examples: {
    valid: {
      objections: [
        {
          id: "o-1",
          objection: "The trial ran in summer, when few people call. In winter the wait comes back.",
          answer: "It ran until November, and the wait in November was that of June.",
        },
      ],
    },
    invalid: {
      objections: [
        { id: "o-1", objection: "Some people always resist change.", answer: "They will get used to it." },
      ],
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    if (language === undefined) return [];
    const decision = plainText(bundle.ask?.decision ?? "");
    return (bundle.objections ?? []).flatMap(({ id, objection, answer }, n): Finding[] => {
      const weakness = weaknessOf(language, plainText(objection), plainText(answer), decision);
      if (weakness === undefined) return [];
      return [
        { ...SAYS[weakness](id), path: ["objections", n, weakness === "repeats" ? "answer" : "objection"] },
      ];
    });
  },
};

type Weakness = "belittles" | "thin" | "repeats";

const SAYS: Readonly<Record<Weakness, (id: string) => Pick<Finding, "what" | "hint">>> = {
  belittles: (id) => ({
    what: `The objection ${quoted(id)} speaks about those who object, and not about the matter.`,
    hint: "Write down the reason that they give.",
  }),
  thin: (id) => ({
    what: `The objection ${quoted(id)} is a few words against a long answer.`,
    hint: "Say what makes it likely, as its holder would.",
  }),
  repeats: (id) => ({
    what: `The answer to ${quoted(id)} repeats the ask.`,
    hint: "Answer with a fact, a limit or a condition; the ask is known.",
  }),
};

/** Reason why an objection is a straw man; undefined for a strong one. */
export function weaknessOf(
  language: Language,
  objection: string,
  answer: string,
  decision: string,
): Weakness | undefined {
  if (language.belittles(objection) !== undefined) return "belittles";
  const length = language.length(objection);
  if (length <= SUBSTANCE && language.length(answer) >= LONGER * length) return "thin";
  const asked = [...language.contentWords(decision), ...language.asking];
  const words = language.contentWords(answer);
  const repeated = words.filter((word) => asked.some((each) => language.sameWord(each, word))).length;
  const repeats =
    decision !== "" &&
    repeated >= 2 &&
    repeated / words.length >= REPEATED &&
    language.numbersIn(answer).length === 0;
  return repeats ? "repeats" : undefined;
}
