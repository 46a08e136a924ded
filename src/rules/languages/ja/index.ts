import { unknownAcronyms } from "../reading/acronyms.ts";
import type { Language } from "../reading/language.ts";
import { firstMatch } from "../reading/scan.ts";
import { dates, time } from "./dates.ts";
import { money } from "./money.ts";
import { numbersIn } from "./numbers.ts";
import {
  ASKING,
  BELITTLES,
  BLAME,
  COMMON,
  EMPTY,
  JARGON,
  NO_BLAME,
  PROPOSES,
  UNCERTAIN,
  UNCONCERNED,
} from "./phrases.ts";

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
  dates,
  time,
  money,
  uncertain: UNCERTAIN,
  closes: /(?:差|不足分?|残り)[^。]{0,12}(?:埋め|補[いう]|縮め)|目標[^。]{0,8}(?:達成|達す|届)/u,
  unconcerned: UNCONCERNED,
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

/**
 * Japanese says in its last words whether a text is a sentence: a verb, an adjective or a copula, or a verbal noun
 * with its subject before it, as headlines have it ("売上が3%増加"). What ends in another noun or a particle is a label.
 */
function isSentence(text: string): boolean {
  const bare = text
    .normalize("NFKC")
    .trim()
    .replace(/[。．.!！]+$/u, "")
    .replace(/\s*\([^()]*\)$/u, "");
  if (/[?？]$|(?:か|のか|だろうか)$/u.test(bare)) return true;
  if (NOUNS.test(bare)) return false;
  if (ENDS.test(bare)) return true;
  // "目録を廃止": an object right before a verbal noun.
  if (/を\p{Script=Han}{2,4}$/u.test(bare)) return true;
  return VERBAL.test(bare) && /[がはもを]/u.test(bare.slice(0, -2));
}

/** Nouns, particles and forms in hiragana that look like endings of verbs. */
const NOUNS =
  /(?:こと|もの|ため|ところ|とき|まとめ|ねらい|狙い|違い|問い|願い|扱い|支払い|勢い|使い方|やり方|考え方|あり方|取り組み|仕組み|見込み|強み|弱み|悩み|見通し|見直し|話し合い|つながり|終わり|始まり|割り|残り|売り|曲がり|伸び|遅れ|流れ|分かれ|恐れ|現れ|気づき|動き|続き|手続き|向き|近く|多く|遠く|ほう|よう|それぞれ|一つ|二つ|三つ|四つ|五つ|ひとつ|ふたつ|について|において|に対して|に向けて|として|によって|に関する|における|とその|まで|から|より|など|だけ|へ|の|に|で|と|や|を|は|が|も|て)$/u;

/** Verbs, adjectives, copulas and their polite and negative forms. */
const ENDS =
  /(?:です|ます|ません|でした|ました|ましょう|でしょう|だろう|である|であった|だった|ない|なかった|たい|たかった|らしい|べきだ|べき|だ|た|[うくぐすつぬぶむる]|[しきたあなよわろえまかさやら]い|[多少高低遅早長短大小強弱良悪近遠安軽重広狭深浅暑寒熱若古薄厚甘辛赤青黒白痛]い|[きさしし]くない)$/u;

/** Verbal nouns that stand for "does" at the end of a headline. */
const VERBAL =
  /(?:増加|減少|上昇|下落|低下|改善|悪化|拡大|縮小|急増|急減|倍増|半減|達成|未達|完了|開始|終了|停止|継続|停滞|横ばい|成長|鈍化|回復|悪化|集中|不足|超過|到達|突破|短縮|延長|遅延|減速|加速|逆転|判明|失敗|成功|満杯|赤字|黒字|必要|可能|最多|最少|最大|最小|最低|最高|困難)$/u;
