import { acronymsIn, unknownAcronyms } from "../reading/acronyms.ts";
import type { Language } from "../reading/language.ts";
import { firstMatch, wordsOf } from "../reading/scan.ts";
import { numbersIn } from "./numbers.ts";
import { ASKING, BELITTLES, BLAME, COMMON, JARGON, NO_BLAME, PROPOSES, STOPWORDS } from "./phrases.ts";
import { isSentence } from "./sentence.ts";

export const fi: Language = {
  tag: "fi",
  name: "Finnish",
  sentences: (text) =>
    text.split(/(?<=[.!?])\s+(?=\p{Lu}|["”])/u).filter((sentence) => sentence.trim() !== ""),
  length: (text) => wordsOf(text).length,
  contentWords: (text) =>
    wordsOf(text.toLowerCase().replaceAll("-", " ")).filter(
      (word) => word.length > 2 && !/\d/u.test(word) && !STOPWORDS.has(word),
    ),
  sameWord,
  opening: 2,
  isSentence,
  numbersIn,
  narrowing: (text) => [...text.matchAll(NARROW)].map(([word]) => word.toLowerCase()),
  blame: (sentence) => (NO_BLAME.test(sentence) ? undefined : firstMatch(sentence, BLAME)),
  jargon: (text, known) => [
    ...unknownAcronyms(text, new Set([...known, ...COMMON]), new Set()),
    ...JARGON.flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern.source, "giu"))]
        .map(([term]) => term)
        .filter((term) => !known.has(term.toLowerCase()) && !acronymsIn(text).includes(term)),
    ),
  ],
  proposes: (text) => firstMatch(text.trim(), PROPOSES),
  belittles: (objection) => firstMatch(objection, BELITTLES),
  stops: (decision) => /^(?:lopet|sulje|lakkaut|luov|päät|myy|perut)/iu.test(decision),
  asking: ASKING,
};

/** Words that narrow a number to a part: "joukossa", "keskuudessa", "osalta", and places in the north. */
const NARROW =
  /joukossa|keskuudessa|osalta|alueella|segmentissä|ryhmässä|kohdalla|(?<!\p{L})(?:kohden|kohti|per)(?!\p{L})/giu;

/**
 * Finnish inflects by endings and by gradation (kk, k), so forms share their beginning: at least half of the longer
 * one and four letters, three where the word is short.
 */
function sameWord(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  const shortest = Math.min(one.length, other.length);
  let common = 0;
  while (common < shortest && one[common] === other[common]) common += 1;
  const least = shortest <= 5 ? 3 : 4;
  return common >= least && common * 2 >= longest;
}
