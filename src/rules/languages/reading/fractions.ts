import type { Fraction } from "./claims.ts";
import type { Quantity } from "./language.ts";

/** Words around the fractions of a language. */
interface FractionWords {
  /** Further forms than those of numbers: its groups give the numerator and the denominator, or a half. */
  readonly forms: readonly RegExp[];
  readonly count: (word: string) => number;
  /** Denominator of a part by its word: 3 for a third. */
  readonly part: (word: string) => number;
  readonly more: RegExp;
  readonly less: RegExp;
  /** Words that set a bound which may be reached: at least. */
  readonly least: RegExp;
  readonly about: RegExp;
  /** Words behind a fraction that say what it is a part of. */
  readonly partitive: RegExp;
  readonly numbersIn: (text: string) => readonly Quantity[];
}

/** Room that "about" gives, as a share of the fraction. */
const ABOUT = 0.2;
/** Rounding of a fraction in words: seven in ten is 67% to 73%, half is 46% to 54%; small ones are said more precisely. */
const roundness = (value: number): number =>
  Math.min(value === 0.5 || Math.abs(value - 0.4) < 0.01 ? 0.08 : 0.06, value * 0.4);

/** Reads the fractions of a clause: shares in words and percentages, in its order. */
export const fractionReader =
  ({ forms, count, part, more, less, least, about, partitive, numbersIn }: FractionWords) =>
  (clause: string): readonly Fraction[] => {
    const read = (index: number, text: string, value: number, step: number): Fraction => {
      const before = clause.slice(0, index).trimEnd();
      const orEqual = least.test(before);
      const bound = orEqual || more.test(before) ? "more" : less.test(before) ? "less" : undefined;
      const room = about.test(before) ? Math.max(step, ABOUT * value) : step;
      return {
        ...{ index, text, value, step: room },
        ...(bound === undefined ? {} : { bound }),
        ...(orEqual ? { orEqual: true as const } : {}),
        ...(partitive.test(clause.slice(index + text.length)) ? { partitive: true as const } : {}),
      };
    };
    let from = 0;
    const quantities = numbersIn(clause).flatMap((quantity): readonly Fraction[] => {
      const index = clause.indexOf(quantity.text, from);
      from = Math.max(from, index + quantity.text.length);
      if (quantity.unit !== "%" || quantity.change || index < 0) return [];
      const value = quantity.value / 100;
      return [read(index, quantity.text, value, quantity.share ? roundness(value) : quantity.step / 100)];
    });
    const further = forms.flatMap((form) =>
      [...clause.matchAll(form)].flatMap((match): readonly Fraction[] => {
        const { n2, n = n2, m, half, each, whole = each, part: name = whole } = match.groups ?? {};
        const one = n === undefined ? 1 : count(n);
        const of = half !== undefined ? 2 : name === undefined ? count(m ?? "") : part(name);
        if (one < 1 || of <= one) return [];
        return [read(match.index, match[0], one / of, roundness(one / of))];
      }),
    );
    const covers = ({ index, text }: Fraction, at: Fraction): boolean =>
      index < at.index + at.text.length && at.index < index + text.length;
    return [
      ...quantities,
      ...further.filter(
        (each, n) => ![...quantities, ...further.slice(0, n)].some((other) => covers(each, other)),
      ),
    ].toSorted((a, b) => a.index - b.index);
  };
