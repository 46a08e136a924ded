import type { LocaleWords } from "./locale.ts";

/** Sets `text` free of any meaning it could have in a regular expression. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A signed number between words that already say where it goes loses its sign: "left −1.4 points less often" would
 * say the opposite of what was measured. Where sign and words disagree both stay, for the author to see.
 */
export function settleSigns(words: LocaleWords, sentence: string): string {
  const { minus, plus, decimal, group } = words.numbers;
  const { downAfter, upAfter, downBefore, upBefore } = words.directions;
  const number = `(?:\\p{Lu}{3} )?\\d[\\d${literal(decimal)}${literal(group)}]*`;
  // Up to two words may stand between a number and its direction: "points", "thousand tickets".
  const between = `(?:\\s?%|(?: [\\p{L}%]+){0,2})`;
  const rule = (sign: string, before: string, after: string): readonly RegExp[] => [
    new RegExp(`(?<=(?:^|[^\\p{L}])(?:${before}) )${literal(sign)}(?=${number})`, "giu"),
    new RegExp(`(?<=^|[\\s(])${literal(sign)}(?=${number}${between} (?:${after})(?![\\p{L}]))`, "giu"),
  ];
  const rules = [...rule(minus, downBefore, downAfter), ...rule(plus, upBefore, upAfter)];
  return rules.reduce((text, pattern) => text.replace(pattern, ""), sentence);
}
