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

/** What stands for a number: its decimal text, a finite number, or a Decimal. */
export type Exact = string | number | Base;

export const decimal = (value: Exact): Decimal => new Decimal(value);

/** Rounds half away from zero: 0.5 is 1 and -0.5 is -1. `decimals` is 0 or more. */
export const round = (value: Exact, decimals: number): Decimal =>
  new Decimal(value).toDecimalPlaces(decimals, Base.ROUND_HALF_UP);

/** The sum of the values; 0 for none. */
export const sum = (values: readonly Exact[]): Decimal =>
  values.reduce<Decimal>((total, value) => total.plus(value), new Decimal(0));

/** Digits after the decimal mark that the values need, at most `cap`. */
export const digits = (values: readonly Exact[], cap: number): number =>
  values.reduce<number>(
    (most, value) => Math.max(most, Math.min(cap, new Decimal(value).decimalPlaces())),
    0,
  );
