import type { Language, Quantity } from "../languages/index.ts";
import type { CountWords } from "../languages/reading/counts.ts";

/** A number that a text sets as a limit, and which values keep it. */
export interface Limit {
  readonly number: Quantity;
  readonly side: "above" | "below";
  readonly keeps: (value: number) => boolean;
}

/** Limits that a text sets: "within ten days", "at least 0.8 points". None where the language has no words for them. */
export const limitsIn = ({ claims, numbersIn, counting }: Language, text: string): readonly Limit[] =>
  [...numbersIn(text), ...inWords(counting, text)].flatMap((number): readonly Limit[] => {
    const side = claims?.limit(text.slice(0, text.indexOf(number.text)).trimEnd());
    if (side === undefined) return [];
    return [
      { number, side, keeps: (value) => (side === "below" ? value <= number.value : value >= number.value) },
    ];
  });

/** Numbers whose digits are words, with what they count. */
const inWords = (counting: CountWords | undefined, text: string): readonly Quantity[] =>
  (counting?.counts(text) ?? []).flatMap(({ text: said, value, noun }) =>
    /\d/u.test(said)
      ? []
      : [{ ...{ text: said, value, noun, step: 1, unit: "" }, share: false, hedge: "bound", change: false }],
  );
