import type { Quantity } from "./language.ts";

/** A quantity, and where in its text it begins. */
export type Placed = Quantity & { readonly index: number };

/** The part of a quantity that the number itself gives; hedge, change and noun are in the words around it. */
export type Amount = Pick<Quantity, "value" | "step" | "unit" | "share">;

/** Quantities in the order of the text. */
export const inOrder = (found: readonly Placed[]): readonly Quantity[] =>
  found.toSorted((a, b) => a.index - b.index).map(({ index: _, ...quantity }) => quantity);

/** A text with what the patterns match blanked out, one after another, so that places stay what they were. */
export const blank = (text: string, ...patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replaceAll(pattern, (match) => " ".repeat(match.length)), text);

/** Numbers to be called, in the forms +358 40 123 4567, 040 123 4567 and 03-1234-5678. */
export const PHONE = /(?<![\d.,])(?:\+\d{1,3}[ \d()-]{5,}\d|0\d{1,4}[ -]\d{2,4}[ -]?\d{3,4})(?!\d)/gu;

/** Standards: ISO 9001, EN 301 549. */
export const STANDARD = /\b(?:ISO|IEC|EN|DIN|RFC|SFS|JIS|NIST|IFRS|IAS)[ -]?\d[\d:. -]*\d/gu;

/** Value of the last digit of a number: 0.1 for "14.9", 100 for "2400", as trailing zeros are mostly rounding. */
export function stepOf(plain: string): number {
  const [whole = "", fraction = ""] = plain.split(".");
  if (fraction !== "") return 10 ** -fraction.length;
  const zeros = /0*$/u.exec(whole)?.[0].length ?? 0;
  return 10 ** Math.min(zeros, Math.max(0, whole.length - 2));
}

/** A share such as two in five, in percent, and how round it is: seven in ten is 67 to 73, half is 46 to 54. Of value 0 where it is none. */
export const shareOf = (n: number, m: number): Amount => ({
  value: m > 1 && n > 0 && n < m ? (100 * n) / m : 0,
  step: m === 2 || m === 5 ? 8 : 6,
  unit: "%",
  share: true,
});

/** The two words behind a number, in lower case. */
export const nounsBehind = (text: string): readonly string[] =>
  (/^[^\p{L}\p{N}.;:]*(\p{L}+)(?: (\p{L}+))?/u.exec(text) ?? [])
    .slice(1)
    .filter((word): word is string => word !== undefined)
    .map((word) => word.toLowerCase());

/** The words of a list written as a text, apart by spaces or line ends. */
export const wordSet = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(/\s+/u)).filter((word) => word !== ""));

/** The first match of any of the patterns. */
export const firstMatch = (text: string, patterns: readonly RegExp[]): string | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);

/** The words of a text in a script with spaces; a number is one word. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
