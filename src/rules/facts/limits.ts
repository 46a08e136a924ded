import type { Language, Quantity } from "../languages/index.ts";

/** A number that a text sets as a limit, and which values keep it. */
export interface Limit {
  readonly number: Quantity;
  readonly side: "above" | "below";
  readonly keeps: (value: number) => boolean;
}

/** Limits that a text sets: "within ten days", "at least 0.8 points". None where the language has no words for them. */
export const limitsIn = ({ claims, numbersIn }: Language, text: string): readonly Limit[] =>
  numbersIn(text).flatMap((number): readonly Limit[] => {
    const side = claims?.limit(text.slice(0, text.indexOf(number.text)).trimEnd());
    if (side === undefined) return [];
    return [
      { number, side, keeps: (value) => (side === "below" ? value <= number.value : value >= number.value) },
    ];
  });
