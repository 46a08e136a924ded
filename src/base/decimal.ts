import { Decimal as Base } from "decimal.js";

/**
 * Exact decimal arithmetic. A number from JSON is taken by its shortest text, so 0.1 is a tenth and not its nearest
 * binary fraction. An own clone, so that nobody else's settings of decimal.js change a figure; 40 significant digits
 * leave room for the product of two amounts and for compound interest over 60 periods.
 */
export const Decimal = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 40,
});
export type Decimal = Base;

/** A number as decimal text, as a finite number or as a Decimal. */
export type Exact = string | number | Base;

/** Zero has no sign. */
export const decimal = (value: Exact): Decimal => {
  const made = new Decimal(value);
  return made.isZero() && made.isNegative() ? made.abs() : made;
};

/** Rounds half away from zero: 0.5 is 1 and -0.5 is -1. `decimals` is 0 or more. */
export const round = (value: Exact, decimals: number): Decimal =>
  new Decimal(value).toDecimalPlaces(decimals, Base.ROUND_HALF_UP);

/** The sum of the values; 0 for none. */
export const sum = (values: readonly Exact[]): Decimal =>
  values.reduce<Decimal>((total, value) => total.plus(value), new Decimal(0));

/** Digits after the decimal mark that are enough for most values. */
const USUAL = 2;

/**
 * Share of the largest value, or of 1, below which an amount is only what binary arithmetic leaves over:
 * 0.1 + 0.2 − 0.3 is 5.6e-17 in every spreadsheet.
 */
const LEFT_OVER = 1e-12;
export const isLeftOver = (size: Exact, largest: Exact): boolean =>
  new Decimal(size).abs().lt(Decimal.max(1, new Decimal(largest).abs()).times(LEFT_OVER));

/** The values without what binary arithmetic leaves over: beyond the digits that every double keeps, and beside larger ones. */
function cleared(values: readonly Exact[]): readonly Decimal[] {
  const numbers = values.map((value) => new Decimal(value).toSignificantDigits(SURE_DIGITS));
  const most = numbers.reduce((a, b) => Decimal.max(a, b.abs()), new Decimal(0));
  return numbers.map((number) => (isLeftOver(number, most) ? new Decimal(0) : number));
}
const SURE_DIGITS = 15;

/**
 * Digits after the decimal mark that the values are read by: as many as they have, at most two; more where the smallest
 * would then read as zero, or the largest as the smallest. Of those that are needed, two count.
 */
export function readableDigits(values: readonly Exact[]): number {
  const numbers = cleared(values);
  const own = digits(numbers, Number.POSITIVE_INFINITY);
  const usual = Math.min(USUAL, own);
  const [first] = numbers;
  if (first === undefined || usual === own) return usual;
  const sizes = numbers.filter((number) => !number.isZero()).map((number) => number.abs());
  const largest = numbers.reduce((a, b) => Decimal.max(a, b), first);
  const least = numbers.reduce((a, b) => Decimal.min(a, b), first);
  const most = sizes.reduce((a, b) => Decimal.max(a, b), new Decimal(0));
  const seen = [...sizes, largest.minus(least)].reduce((enough, size) => {
    if (isLeftOver(size, most) || !round(size, usual).isZero()) return enough;
    return Math.max(enough, 1 - size.log(10).floor().toNumber());
  }, usual);
  return Math.min(own, seen);
}

/** Digits after the decimal mark that the values need, at most `cap`. */
export const digits = (values: readonly Exact[], cap: number): number =>
  values.reduce<number>(
    (most, value) => Math.max(most, Math.min(cap, new Decimal(value).decimalPlaces())),
    0,
  );
