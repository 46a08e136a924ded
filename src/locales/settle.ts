import { lazily } from "../base/lazily.ts";
import { literal } from "../base/pattern.ts";
import type { LocaleWords } from "./locale.ts";

/**
 * A signed number between words that already say where it goes loses its sign: "left −1.4 points less often" would
 * say the opposite of what was measured. Where sign and words disagree both stay, for the author to see.
 * The patterns are made with the first sentence, as making them costs more than using them.
 */
export function signSettler(words: LocaleWords): (sentence: string) => string {
  const rules = lazily(() => rulesOf(words));
  const { minus, plus } = words.numbers;
  return (sentence) =>
    sentence.includes(minus) || sentence.includes(plus)
      ? rules().reduce((text, pattern) => text.replace(pattern, ""), sentence)
      : sentence;
}

function rulesOf(words: LocaleWords): readonly RegExp[] {
  const { minus, plus, decimal, group } = words.numbers;
  const { downAfter, upAfter, downBefore, upBefore } = words.directions;
  const number = `(?:\\p{Lu}{3} )?\\d[\\d${literal(decimal)}${literal(group)}]*`;
  const scale = words.scales.map(({ long }) => long.other).join("|");
  // Between a number and its direction may stand its scale and its unit: "−1.2 thousand tickets fewer".
  const unit = words.spaced
    ? `(?:\\s?%)?(?:\\s(?:${scale}))?(?:\\s\\p{L}{3,})?`
    : `%?(?:${scale})?(?:\\p{Script=Han}{1,3}|[\\p{Script=Katakana}ー]+)??`;
  // Where no spaces part the words, nothing marks where one ends.
  const [gap, start, end] = words.spaced ? [" ", "^|[^\\p{L}]", "(?![\\p{L}])"] : ["", "", ""];
  // The ends of a range keep their signs: "−2.1 to −0.7 points lower".
  const to = literal(words.patterns.rangeSigned.replace(/^.*\{low\}|\{high\}.*$/g, ""));
  const rule = (sign: string, before: string, after: string): readonly RegExp[] => [
    new RegExp(
      `(?<=(?:${start})(?:${before})${gap})${literal(sign)}(?=${number})(?!${number}${unit}${to}[${minus}${plus}])`,
      "giu",
    ),
    new RegExp(
      `(?<=${words.spaced ? "^|[\\s(]" : ""})(?<!${to})${literal(sign)}(?=${number}${unit}${gap}(?:${after})${end})`,
      "giu",
    ),
  ];
  return [...rule(minus, downBefore, downAfter), ...rule(plus, upBefore, upAfter)];
}
