/** Scripts that a proofing tool and a screen reader must be told about, and the language to tell them. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp, eastAsian: boolean])[] = [
  ["ja-JP", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, true],
  ["ko-KR", /\p{Script=Hangul}/gu, true],
  ["zh-CN", /\p{Script=Han}/gu, true],
  ["ar-SA", /\p{Script=Arabic}/gu, false],
  ["he-IL", /\p{Script=Hebrew}/gu, false],
  ["th-TH", /\p{Script=Thai}/gu, false],
  ["hi-IN", /\p{Script=Devanagari}/gu, false],
  ["el-GR", /\p{Script=Greek}/gu, false],
  ["ru-RU", /\p{Script=Cyrillic}/gu, false],
];
/** Most texts: Latin with digits, punctuation and currencies, told without a look at Unicode's properties. */
const SIMPLE = /^[\n -\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
const PLAIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

export interface RunLanguage {
  readonly lang: string;
  /** The second language of a run in which East Asian and other text stand together (ECMA-376 Part 1, 21.1.2.3.9). */
  readonly altLang?: string;
}

/**
 * Language of a run in a deck of a given language (BCP 47): the deck's own, unless most of its letters are of a script
 * that is written in another one. Han is Japanese, Chinese or Korean as the deck is, and Japanese beside kana.
 */
export function runLanguage(text: string, deck: string): RunLanguage {
  if (SIMPLE.test(text) || PLAIN.test(text)) return { lang: deck };
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  let best: { language: string; count: number; eastAsian: boolean } | undefined;
  for (const [language, script, eastAsian] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0;
    if (
      count > 0 &&
      (best === undefined || (count > best.count && !(best.language === "ja-JP" && language === "zh-CN")))
    ) {
      best = { language, count, eastAsian };
    }
  }
  if (best === undefined) return { lang: deck };
  const language = own(best.language, deck);
  if (language === deck) return { lang: deck };
  const counted =
    best.language === "ja-JP" ? best.count + (text.match(/\p{Script=Han}/gu)?.length ?? 0) : best.count;
  if (counted * 2 > letters) return best.eastAsian ? { lang: language, altLang: deck } : { lang: language };
  return best.eastAsian ? { lang: deck, altLang: language } : { lang: deck };
}

/** The deck's own language where it is written in that script: "ja" for kana, "uk" for Cyrillic, "fa" for Arabic. */
function own(language: string, deck: string): string {
  const primary = deck.split("-")[0] ?? deck;
  const same: Readonly<Record<string, readonly string[]>> = {
    "ja-JP": ["ja"],
    "ko-KR": ["ko"],
    "zh-CN": ["zh", "ja", "ko"],
    "ar-SA": ["ar", "fa", "ur"],
    "he-IL": ["he", "yi"],
    "th-TH": ["th"],
    "hi-IN": ["hi", "mr", "ne"],
    "el-GR": ["el"],
    "ru-RU": ["ru", "uk", "bg", "sr", "be", "mk"],
  };
  return same[language]?.includes(primary) ? deck : language;
}

/** True where fonts of another script come in, whose own line pitch may differ from that of the deck's font. */
export const isForeign = (text: string): boolean =>
  !SIMPLE.test(text) &&
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
