import { quoted } from "../diagnostics/make.ts";
import { plainText } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { ClaimWords, Way } from "./languages/reading/claims.ts";
import type { Finding, Rule } from "./rule.ts";

export const whyChange: Rule = {
  code: "why/change",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["claims"],
  reads: ["why.situation"],
  asks: "The complication says what has changed, or does not go on as it was, and the situation does not say the opposite.",
  why: "Whatever has always been so can wait another year.",
  hint: "Say in why.complication what is different now, and since when; leave in why.situation what nobody doubts.",
  source: "Minto, The Pyramid Principle: the complication is what has changed in the situation",
  sees: [
    "A complication tells of no change where it has no word of moving, comparing, time, turning or number, and no past or perfect tense.",
    "Situation and complication contradict each other where both say without a time which way one thing went, and the ways differ.",
  ],
  examples: {
    valid: {
      why: {
        statement: "Customers leave.",
        situation: "Most customers ask by phone.",
        complication: "Since spring nobody answers after four.",
      },
    },
    invalid: {
      why: {
        statement: "Customers leave.",
        situation: "Most customers ask by phone.",
        complication: "Waiting is unpleasant.",
      },
    },
  },
  check: ({ bundle, written }) => {
    const language = languageOf(bundle);
    const { situation, complication } = bundle.why;
    const words = language?.claims;
    if (language === undefined || words?.turned === undefined || complication === undefined) return [];
    const said = plainText(complication);
    const path = ["why", "complication"];
    if (!tellsOfChange(language, words, said) && !(written.why.complication ?? "").includes("{{"))
      return [
        { what: `The complication says how things are, and not what has changed: ${quoted(said, 90)}`, path },
      ];
    return situation === undefined ? [] : opposed(language, words, plainText(situation), said, path);
  },
};

const tellsOfChange = (language: Language, words: ClaimWords, text: string): boolean =>
  words.turned?.test(text) === true ||
  words.moves(text).length > 0 ||
  words.comparatives(text, "").length > 0 ||
  words.comparison(text) !== undefined ||
  words.window(text) !== undefined ||
  words.moment(text) !== undefined ||
  /\p{Nd}/u.test(text) ||
  language.numbersIn(text).length > 0;

/** A course that a clause says of a subject, without a time. */
interface Course {
  readonly subject: readonly string[];
  readonly way: Way;
  readonly clause: string;
}

const courses = (language: Language, words: ClaimWords, text: string, timed: boolean): readonly Course[] =>
  language
    .sentences(text)
    .flatMap((sentence) => words.clauses(sentence))
    .flatMap((clause): readonly Course[] => {
      const still = words.remains?.exec(clause);
      const moves = words.moves(clause);
      const [move, ...more] = moves;
      const at = still ?? move;
      if (at === undefined || more.length > 0 || words.unreal(clause)) return [];
      const dated = words.moment(clause) !== undefined || words.window(clause) !== undefined;
      const before = clause.slice(0, at.index);
      if ((dated && !timed) || words.negated(before)) return [];
      const subject = language.contentWords(before).filter((word) => !words.neutral(word));
      return subject.length === 0 ? [] : [{ subject, way: still ? "flat" : (move?.way ?? "flat"), clause }];
    });

const OPPOSED: ReadonlySet<string> = new Set([
  "flat down",
  "flat up",
  "up down",
  "down up",
  "better worse",
  "worse better",
  "flat worse",
  "flat better",
]);

function opposed(
  language: Language,
  words: ClaimWords,
  situation: string,
  complication: string,
  path: readonly string[],
): readonly Finding[] {
  const before = courses(language, words, situation, false);
  return courses(language, words, complication, true)
    .flatMap(({ subject, way, clause }): readonly Finding[] => {
      const other = before.find(
        (each) =>
          OPPOSED.has(`${each.way} ${way}`) &&
          each.subject.length === subject.length &&
          each.subject.every((word) => subject.some((own) => language.sameWord(own, word))),
      );
      return other === undefined
        ? []
        : [
            {
              what: `The situation says ${quoted(other.clause.trim(), 90)}, the complication ${quoted(clause.trim(), 90)}`,
              hint: "Say in the situation until when it was so.",
              path,
            },
          ];
    })
    .slice(0, 1);
}
