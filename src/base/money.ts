import { type Decimal, decimal, type Exact } from "./decimal.ts";

/**
 * Discounting as spreadsheets do it: the first amount stands at the end of the first period (Excel's NPV; Brealey,
 * Myers and Allen, Principles of Corporate Finance, chapter 2). Rates are shares: 0.08 is 8%.
 */
export function netPresentValue(rate: Exact, flows: readonly Exact[]): Decimal {
  const factor = decimal(1).div(decimal(rate).plus(1));
  return flows.reduceRight<Decimal>((later, flow) => later.plus(flow).times(factor), decimal(0));
}

/** A yearly rate as the rate of a period of which `perYear` make a year: (1 + r)^(1/n) - 1. */
export const ratePerPeriod = (yearly: Exact, perYear: number): Decimal =>
  decimal(yearly).plus(1).pow(decimal(1).div(perYear)).minus(1);

/** A rate per period as a yearly one: (1 + r)^n - 1. */
export const ratePerYear = (rate: Exact, perYear: number): Decimal =>
  decimal(rate).plus(1).pow(perYear).minus(1);

export type RateResult =
  | { readonly found: true; readonly rate: Decimal }
  /**
   * any: nothing flows, so that every rate makes it zero; none: no rate from -99% to 10,000% does; inflow: money comes in
   * before any goes out, so that the rate is a cost of borrowing and a higher one is worse; several: the flow changes its
   * sign more than once, so that several rates may do it, and none of them is the return.
   */
  | { readonly found: false; readonly problem: "any" | "none" | "inflow" | "several" };

/** Steps of the search for sign changes, even in log(1 + rate) from -99% to 10,000%. */
const STEPS = 600;
const [LOWEST, HIGHEST] = [Math.log(0.01), Math.log(101)];
const growthAt = (step: number): number => Math.exp(LOWEST + ((HIGHEST - LOWEST) * step) / STEPS);

/**
 * The rate per period at which the net present value is zero, for a flow that goes out first and comes in later. Any other
 * flow is refused, as a spreadsheet's guess would hide that the answer is not unique or no return (Brealey, Myers and
 * Allen, chapter 5, pitfalls of the internal rate). Every sign change on a grid is a root, and is halved down to 1e-24.
 */
export function internalRate(flows: readonly Exact[]): RateResult {
  const exact = flows.map(decimal);
  const signs = exact.filter((flow) => !flow.isZero()).map((flow) => flow.isNegative());
  if (signs.length === 0) return { found: false, problem: "any" };
  const turns = signs.filter((sign, n) => n > 0 && sign !== signs[n - 1]).length;
  if (turns > 1) return { found: false, problem: "several" };
  if (turns === 1 && signs[0] === false) return { found: false, problem: "inflow" };
  const largest = exact.reduce((most, flow) => Math.max(most, Math.abs(flow.toNumber())), 0);
  const shares = exact.map((flow) => flow.toNumber() / largest);
  const brackets: (readonly [Decimal, Decimal])[] = [];
  let low = growthAt(0);
  let lowSign = 0;
  for (let step = 0; step <= STEPS; step += 1) {
    const growth = growthAt(step);
    const sign = Math.sign(shares.reduceRight((later, flow) => (later + flow) / growth, 0));
    if (sign === 0 || Number.isNaN(sign)) continue;
    if (sign === -lowSign) brackets.push([decimal(low).minus(1), decimal(growth).minus(1)]);
    [low, lowSign] = [growth, sign];
  }
  const [only, other] = brackets;
  if (only === undefined) return { found: false, problem: "none" };
  return other === undefined
    ? { found: true, rate: halve(exact, ...only) }
    : { found: false, problem: "several" };
}

function halve(flows: readonly Decimal[], from: Decimal, to: Decimal): Decimal {
  const sign = netPresentValue(from, flows).s;
  let [low, high] = [from, to];
  while (high.minus(low).gt("1e-24")) {
    const middle = low.plus(high).div(2);
    const value = netPresentValue(middle, flows);
    if (value.isZero()) return middle;
    if (value.s === sign) low = middle;
    else high = middle;
  }
  // The root may be a round number that no halving meets exactly.
  return low.plus(high).div(2).toDecimalPlaces(20);
}

export type PaybackResult =
  /** `period` counts from 0; `time` is in periods from the start of the first. */
  | { readonly found: true; readonly period: number; readonly time: Decimal }
  /**
   * never: still below zero at the end; short: the same, of a flow that comes in first; ahead: above zero in the first
   * period and never below it; nothing: never below zero, so there is nothing to pay back.
   */
  | { readonly found: false; readonly problem: "never" | "short" | "ahead" | "nothing" };

/**
 * When the cumulated net reaches zero for good, undiscounted; within its period the net is taken to come in evenly
 * (Brealey, Myers and Allen, chapter 5, with the usual interpolation).
 */
export function payback(net: readonly Exact[]): PaybackResult {
  const cumulated = runningSums(net);
  const last = cumulated.findLastIndex((sum) => sum.isNegative() && !sum.isZero());
  if (last === -1) return { found: false, problem: cumulated[0]?.gt(0) ? "ahead" : "nothing" };
  const [before, flow] = [cumulated[last], net[last + 1]];
  if (before === undefined || flow === undefined) {
    const first = cumulated.find((sum) => !sum.isZero());
    return { found: false, problem: first?.gt(0) ? "short" : "never" };
  }
  return {
    found: true,
    period: last + 1,
    time: before
      .abs()
      .div(flow)
      .plus(last + 1),
  };
}

/** The sum of the values up to each. */
export function runningSums(values: readonly Exact[]): readonly Decimal[] {
  let total = decimal(0);
  return values.map((value) => {
    total = total.plus(value);
    return total;
  });
}
