import { acronymsIn, unknownAcronyms } from "../reading/acronyms.ts";
import type { Language } from "../reading/language.ts";
import { firstMatch, wordsOf } from "../reading/scan.ts";
import { claimWords } from "./claims.ts";
import { countWords } from "./counts.ts";
import { dates, time } from "./dates.ts";
import { drivers, money } from "./money.ts";
import { numbersIn } from "./numbers.ts";
import {
  ASKING,
  AT_MOST,
  BELITTLES,
  BLAME,
  CLOSES,
  COMMON,
  FEELING,
  HOPES,
  JARGON,
  KEEPS,
  NO_BLAME,
  NO_EFFECT,
  PROPOSES,
  STOPWORDS,
  UNCERTAIN,
  UNCONCERNED,
  WISH,
} from "./phrases.ts";
import { pilots } from "./pilots.ts";
import { ENDINGS, FINITE, NO_VERBS, PARTICIPLES } from "./verbs.ts";

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
  claims: claimWords,
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

/** True where a Finnish text has a finite verb: known forms, else endings that nouns hardly ever have. */
function isSentence(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.endsWith("?")) return true;
  const words = (trimmed.toLowerCase().match(/[\p{L}]+(?:-\p{L}+)*/gu) ?? []).map(withoutClitic);
  // "Mitä asiakkaat haluavat" names a question and does not answer it.
  const verbs = words.filter((word, at) => isVerb(word, words[at + 1], at)).length;
  return /^(?:mitä|miksi|miten|kuka|missä|mikä|kuinka)$/u.test(words[0] ?? "") ? verbs > 1 : verbs > 0;
}

function isVerb(word: string, after: string | undefined, at: number): boolean {
  if (PARTICIPLES.has(word))
    return at > 0 && !(after !== undefined && /(?:t|ja|jä)$/u.test(after) && at === 0) && !isAttribute(after);
  if (FINITE.has(word)) return !(at === 0 && word === "voi" && after === undefined);
  if (word.length < 5 || NO_VERBS.has(word)) return false;
  return ENDINGS.some((ending) => ending.test(word)) && !PARTITIVE.test(word);
}

/** näkyykö, näkyykin, näkyvätkään: what is hung on a verb. */
const withoutClitic = (word: string): string =>
  word.length > 6 ? word.replace(/(?<=[aeiouyäötn])(?:k[oö]|kin|kaan|kään|han|hän)$/u, "") : word;

/** A plural participle before a plural noun: "laskevat tuotot". */
const isAttribute = (after: string | undefined): boolean =>
  after !== undefined && /[aeiouyäö]t$/u.test(after);

/** Nouns in the partitive and illative whose endings look like those of verbs. */
const PARTITIVE =
  /(?:utta|yttä|isuutta|isyyttä|uksista|yksistä|neljännestä|ostaa|istaa$|isestaan|uudellaan|sesta|sestä)$|(?:hin|aan|ään)(?:taan|tään)$|(?:asemaan|hintaan|pintaan|kuntaan|osastaan|kantaan|toimintaan|yhteystaan)$/u;
