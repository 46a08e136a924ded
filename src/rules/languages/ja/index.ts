import { unknownAcronyms } from "../reading/acronyms.ts";
import type { Language } from "../reading/language.ts";
import { firstMatch } from "../reading/scan.ts";
import { numbersIn } from "./numbers.ts";
import { ASKING, BELITTLES, BLAME, COMMON, EMPTY, JARGON, NO_BLAME, PROPOSES } from "./phrases.ts";
import { isSentence } from "./sentence.ts";

export const ja: Language = {
  tag: "ja",
  name: "Japanese",
  sentences: (text) => text.split(/(?<=[。！？])/u).filter((sentence) => sentence.trim() !== ""),
  length: (text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length / 2,
  contentWords,
  sameWord: (one, other) => one === other,
  opening: 3,
  isSentence,
  numbersIn,
  narrowing: (text) =>
    [
      ...text.matchAll(/(?:のうち|に限る|における|地域では|層では|区分では|に絞ると|当たり|あたり|ごと)/gu),
    ].map(([word]) => word),
  blame: (sentence) => (NO_BLAME.test(sentence) ? undefined : firstMatch(sentence, BLAME)),
  jargon: (text, known) => [
    ...unknownAcronyms(text.normalize("NFKC"), new Set([...known, ...COMMON]), new Set()),
    ...JARGON.filter((term) => text.includes(term) && !known.has(term)),
  ],
  proposes: (text) => firstMatch(text.trim(), PROPOSES),
  belittles: (objection) => firstMatch(objection, BELITTLES),
  stops: (decision) => /(?:やめる|中止|廃止|終了|撤退|売却|閉鎖|打ち切)/u.test(decision),
  asking: ASKING,
};

/**
 * Without spaces between words, pairs of characters stand for them: of each run of kanji every neighbouring two, of
 * katakana the whole run; a kanji alone counts as itself. What says nothing about a topic is left out.
 */
function contentWords(text: string): readonly string[] {
  const runs = text.normalize("NFKC").match(/[\p{Script=Han}々]+|[\p{Script=Katakana}ー]{2,}/gu) ?? [];
  return runs.flatMap((run) => {
    if (EMPTY.has(run)) return [];
    if (/^[\p{Script=Katakana}ー]/u.test(run) || run.length <= 2)
      return /^[一二三四五六七八九十百千万億兆〇]+$/u.test(run) ? [] : [run];
    return [...run]
      .slice(0, -1)
      .map((_, at) => run.slice(at, at + 2))
      .filter((pair) => !EMPTY.has(pair) && !/^[一二三四五六七八九十百千万]/u.test(pair));
  });
}
