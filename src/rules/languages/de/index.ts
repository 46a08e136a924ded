import { acronymsIn, unknownAcronyms } from "../reading/acronyms.ts";
import type { Language } from "../reading/language.ts";
import { firstMatch, wordsOf } from "../reading/scan.ts";
import { dates } from "./dates.ts";
import { numbersIn } from "./numbers.ts";
import {
  ASKING,
  AT_MOST,
  BELITTLES,
  BLAME,
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
import { FINITE, NO_VERBS } from "./verbs.ts";

export const de: Language = {
  tag: "de",
  name: "German",
  // A full stop behind digits is of a date or an ordinal ("18. November"), one behind "z. B." of an abbreviation.
  sentences: (text) =>
    text
      .split(
        /(?<=[.!?][“‘"]?)(?<!\d\.)(?<!\b\p{L}\.)(?<!(?:Mio|Mrd|Tsd|Nr|Abs|ca|bzw|inkl|evtl|usw)\.)\s+(?=\p{Lu}|["„‚])/u,
      )
      .filter((sentence) => sentence.trim() !== ""),
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
      [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))]
        .map(([term]) => term)
        .filter((term) => !known.has(term.toLowerCase()) && !acronymsIn(text).includes(term)),
    ),
  ],
  proposes: (text) => firstMatch(text.trim(), PROPOSES),
  belittles: (objection) => firstMatch(objection, BELITTLES),
  stops: (decision) =>
    /(?<!\p{L})(?:ein(?:stellen|gestellt)|(?:ge)?schließen|geschlossen|beende[nt]|auf(?:geben|gegeben)|verkauf(?:en|t)|auslaufen|abschaffen|abgeschafft|(?:ge)?kündig(?:en|t)|stillleg(?:en)|stillgelegt|abbrechen|abgebrochen)(?!\p{L})/iu.test(
      decision,
    ),
  asking: ASKING,
  dates,
  wish: WISH,
  hopes: HOPES,
  uncertain: UNCERTAIN,
  noEffect: NO_EFFECT,
  feeling: FEELING,
  keeps: KEEPS,
  atMost: AT_MOST,
  unconcerned: UNCONCERNED,
};

/** Words that narrow a number to a part of the whole. */
const NARROW =
  /(?<=(?<!\p{L})(?:bei|unter|im|in der|in den|von den|am|je|pro) (?:den |der |dem |neuen |jungen |älteren )?)(?!(?:Monat|Jahr|Vorjahr|Tag|Woche|Quartal|Halbjahr|Stunde|Frühjahr|Sommer|Herbst|Winter|Mittel|Schnitt|Durchschnitt|Ziel)(?:e?[sn])?(?!\p{L}))\p{Lu}[\p{L}-]+/gu;

const plainLetters = (word: string): string =>
  word.replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u").replaceAll("ß", "ss");

/** Shortest head of a compound that tells what it is about. */
const HEAD = 5;

/**
 * German inflects by endings and umlauts, so forms share their beginning: at least half of the longer one and four letters. A
 * compound is a kind of what its last part names: Spitzenlastkessel, Kessel.
 */
function sameWord(one: string, other: string): boolean {
  const [a, b] = [plainLetters(one), plainLetters(other)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  if (a.length >= HEAD && b.endsWith(a)) return true;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common += 1;
  if (a.length >= HEAD && common === a.length) return true;
  return common >= (a.length <= 4 ? 3 : 4) && common * 3 >= b.length * 2;
}

const QUESTION = /^(?:was|warum|wieso|wie|wer|wo|woher|wohin|wann|welche[rsmn]?|wofür|womit|worauf|woran)$/u;

/** True where a German text has a finite verb: nouns have a capital, so verbs are sought among words in lower case. */
function isSentence(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.endsWith("?")) return true;
  // "Je länger sie warten, desto weniger bleiben" says something with or without a verb.
  if (/(?<!\p{L})[Jj]e \p{L}+er(?!\p{L}).*(?:desto|umso|je) /u.test(trimmed)) return true;
  const words = trimmed.match(/\p{L}+(?:[-’]\p{L}+)*|[,;:–]/gu) ?? [];
  const verbs = words.filter((word, at) => isVerb(word, at, words)).length;
  return QUESTION.test((words[0] ?? "").toLowerCase()) ? verbs > 1 : verbs > 0;
}

function isVerb(word: string, at: number, words: readonly string[]): boolean {
  if (!/^\p{Ll}/u.test(word)) return false;
  // "Kosten zu senken" is no statement.
  if (words[at - 1] === "zu") return false;
  if (FINITE.has(word)) return true;
  return (
    /[^s]t$/u.test(word) &&
    word.length > 4 &&
    !word.startsWith("ge") &&
    !NO_VERBS.has(word) &&
    !/(?:heit|keit|haft|los|lichst)$/u.test(word)
  );
}
