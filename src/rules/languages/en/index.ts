import { unknownAcronyms } from "../reading/acronyms.ts";
import type { Language } from "../reading/language.ts";
import { firstMatch, wordsOf } from "../reading/scan.ts";
import { claimWords } from "./claims.ts";
import { countWords } from "./counts.ts";
import { dates, time } from "./dates.ts";
import { MONTHS } from "./lists.ts";
import { drivers, money } from "./money.ts";
import { numbersIn } from "./numbers.ts";
import {
  ASKING,
  AT_MOST,
  BELITTLES,
  blamed,
  CLOSES,
  FEELING,
  HOPES,
  IRREGULAR,
  JARGON,
  KEEPS,
  NO_BLAME,
  NO_EFFECT,
  PROPOSES,
  SHOUTED,
  STOPWORDS,
  UNCERTAIN,
  UNCONCERNED,
  WISH,
} from "./phrases.ts";
import { pilots } from "./pilots.ts";
import { isSentence } from "./sentence.ts";

export const en: Language = {
  tag: "en",
  name: "English",
  sentences: (text) =>
    text.split(/(?<=[.!?])\s+(?=\p{Lu}|\d|["“])/u).filter((sentence) => sentence.trim() !== ""),
  length: (text) => wordsOf(text).length,
  contentWords: (text) =>
    wordsOf(text.replaceAll("-", " ")).flatMap((word) => {
      const plain = word.toLowerCase().replaceAll("’", "'").replace(/'s?$/u, "");
      return STOPWORDS.has(plain) || /\d/u.test(plain) || plain.length < 2 ? [] : [plain];
    }),
  // Forms of one word begin alike, irregular ones too; most pairs end here.
  sameWord: (one, other) => one === other || (one[0] === other[0] && stem(one) === stem(other)),
  opening: 2,
  isSentence,
  numbersIn,
  claims: claimWords,
  narrowing: (text) =>
    [...text.matchAll(NARROW), ...text.matchAll(PER)].flatMap(([, word = ""]) =>
      STOPWORDS.has(word.toLowerCase()) ? [] : [word.toLowerCase()],
    ),
  blame: (sentence) => (NO_BLAME.test(sentence) ? undefined : blamed(sentence)),
  jargon: (text, known) => [
    ...unknownAcronyms(text, known, SHOUTED),
    ...JARGON.flatMap((pattern) => {
      const term = pattern.exec(text)?.[0];
      return term === undefined || known.has(term.toLowerCase()) ? [] : [term];
    }),
  ],
  proposes: (text) => firstMatch(text.trim(), PROPOSES),
  belittles: (objection) => firstMatch(objection, BELITTLES),
  stops: (decision) =>
    /^(?:stop|end|close|cancel|abandon|withdraw|discontinue|sell|shut|cut|exit|leave|drop)\b/i.test(decision),
  asking: ASKING,
  counting: countWords,
  dates,
  time,
  money,
  drivers,
  pilots,
  wish: WISH,
  hopes: HOPES,
  uncertain: UNCERTAIN,
  noEffect: NO_EFFECT,
  feeling: FEELING,
  keeps: KEEPS,
  closes: CLOSES,
  atMost: AT_MOST,
  unconcerned: UNCONCERNED,
};

/** "among new customers", "in the north", "for families": not of the whole. Times are no part of it. */
const NARROW = new RegExp(
  String.raw`\b(?:in|among|for|within|across|of|at|on) (?:the |our |all |its |their )?(?!(?:${MONTHS.join("|")}|spring|summer|autumn|winter|fall|Q\d|early|late|mid|end|goal|target|plan|median|day|week|month|year|last|first|average|total|all|least|most|it|them|this|that|sepsis|EUR|USD|GBP|[a-z]+ing)\b)(\p{L}{3,})`,
  "gu",
);

/** "per head": a rate of something is another number than the whole of it. */
const PER = /\bper (?!cent\b|annum\b)([a-zà-öø-ž]{3,})/gi;

/** A light stem: endings of number, tense and -ing, after which forms of one word are mostly alike. */
function stem(word: string): string {
  const known = IRREGULAR[word];
  if (known !== undefined) return stem(known);
  const bare = word
    .replace(/(?:ies|ied)$/u, "y")
    .replace(/(?:ss|sh|ch|x)es$/u, (end) => end.slice(0, -2))
    .replace(/([^su])s$/u, "$1");
  const cut =
    bare.length > 5
      ? bare.replace(/(?:ing|ed|er)$/u, "")
      : bare.length === 5
        ? bare.replace(/(?:ed)$/u, "")
        : bare;
  return cut.replace(/([bdfglmnprt])\1$/u, "$1").replace(/e$/u, "");
}
