import { Decimal } from "../../base/decimal.ts";

/** A range of an axis whose ends and steps are round numbers, computed in decimal so that 0.1 + 0.2 is 0.3. */
export interface Steps {
  readonly min: number;
  readonly max: number;
  readonly major: number;
  readonly ticks: readonly number[];
  /** Digits after the point that a tick needs. */
  readonly decimals: number;
}

const MANTISSAS = [1, 2, 2.5, 5, 10] as const;

/** The smallest of 1, 2, 2.5 and 5 × 10ⁿ that is at least `raw` (which is above zero). */
export function niceStep(raw: Decimal): Decimal {
  // A decimal knows its power of ten, where a logarithm takes hundreds of digits.
  const power = new Decimal(10).pow(raw.e);
  for (const mantissa of MANTISSAS) {
    const step = power.times(mantissa);
    if (step.gte(raw)) return step;
  }
  return power.times(10);
}

/**
 * Ticks that cover low to high in about `count` steps. After Heckbert, "Nice numbers for graph labels" (Graphics Gems,
 * 1990), with 2.5 added as Wilkinson's extended set does.
 * Of the options, `count` is the number of steps to aim at, `zero` makes zero part of the axis, `headroom` is the share
 * of the range that stays free above and below the data where the end is not zero, and `cap` the value that headroom
 * does not lead beyond (100 of a percentage).
 */
export function niceSteps(
  low: number,
  high: number,
  options: { count?: number; zero?: boolean; headroom?: number; cap?: number } = {},
): Steps {
  const { count = 5, zero = true, headroom = 0, cap = Number.POSITIVE_INFINITY } = options;
  let from = new Decimal(zero ? Math.min(0, low) : low);
  let to = new Decimal(zero ? Math.max(0, high) : high);
  if (from.eq(to)) {
    const around = from.isZero() ? new Decimal(1) : from.abs().times(0.5);
    from = zero || from.isZero() ? from : from.minus(around);
    to = to.plus(around);
    if (zero && high < 0) [from, to] = [from.minus(around), new Decimal(0)];
  }
  const room = to.minus(from).times(headroom);
  // A quantity that is never below zero does not get an axis below zero only for air.
  if (!from.isZero()) from = from.gte(0) && from.minus(room).lt(0) ? new Decimal(0) : from.minus(room);
  if (!to.isZero()) to = to.lte(0) && to.plus(room).gt(0) ? new Decimal(0) : to.plus(room);
  if (to.gt(cap) && cap >= high) to = new Decimal(cap);
  const step = niceStep(to.minus(from).div(Math.max(1, count)));
  const first = from.div(step).floor();
  const last = to.div(step).ceil();
  const ticks: number[] = [];
  for (let n = first; n.lte(last); n = n.plus(1)) ticks.push(plainNumber(n.times(step)));
  return {
    min: plainNumber(first.times(step)),
    max: plainNumber(last.times(step)),
    major: step.toNumber(),
    ticks,
    decimals: Math.max(0, step.decimalPlaces()),
  };
}

/** Without minus zero, which the decimal arithmetic knows and no axis should. */
const plainNumber = (value: Decimal): number => value.toNumber() + 0;

/** Exact sum. */
export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total.plus(value), new Decimal(0)).toNumber();

/** Exact a − b. */
export const minus = (a: number, b: number): number => plainNumber(new Decimal(a).minus(b));

/**
 * A floating bar from a to b as parts of a stacked bar, in which positive and negative values stack apart, each from
 * zero: an unseen base, the part on the side of the base, and, where the bar crosses zero, the part on the other side.
 * All parts are exact.
 */
interface Span {
  /** Unseen; null where the bar starts at zero or crosses it. */
  readonly base: number | null;
  readonly part: number;
  /** The part below zero of a bar that crosses it. */
  readonly below: number | null;
}

export function span(a: number, b: number): Span {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (low >= 0) return { base: low === 0 ? null : low, part: minus(high, low), below: null };
  if (high <= 0) return { base: high === 0 ? null : high, part: minus(low, high), below: null };
  return { base: null, part: high, below: low };
}
