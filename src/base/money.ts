import { type Decimal, decimal, type Exact } from "./decimal.ts";

/**
 * Discounting as spreadsheets do it: the first amount stands at the end of the first period (Excel's NPV; Brealey,
 * Myers and Allen, Principles of Corporate Finance, chapter 2). Rates are shares: 0.08 is 8%.
 */
export const netPresentValue = (rate: Exact, flows: readonly Exact[]): Decimal =>
  presentValue(decimal(rate).plus(1), flows);

/** The same by the growth of a period, which is 1 plus the rate and keeps its digits near a rate of -100%. */
function presentValue(growth: Decimal, flows: readonly Exact[]): Decimal {
  const factor = decimal(1).div(growth);
  return flows.reduceRight<Decimal>((later, flow) => later.plus(flow).times(factor), decimal(0));
}

/** A yearly rate as the rate of a period of which `perYear` make a year: (1 + r)^(1/n) - 1. */
export const ratePerPeriod = (yearly: Exact, perYear: number): Decimal =>
  root(decimal(yearly).plus(1), perYear).minus(1);

/** The n-th root by square and cube roots, which cost a tenth of a logarithm: 2, 4 and 12 periods make a year. */
function root(value: Decimal, n: number): Decimal {
  if (n % 2 === 0) return root(value.sqrt(), n / 2);
  if (n % 3 === 0) return root(value.cbrt(), n / 3);
  return n === 1 ? value : value.pow(decimal(1).div(n));
}

/** A rate per period as a yearly one: (1 + r)^n - 1. */
export const ratePerYear = (rate: Exact, perYear: number): Decimal =>
  decimal(rate).plus(1).pow(perYear).minus(1);

export type RateResult =
  | { readonly found: true; readonly rate: Decimal }
  /**
   * any: nothing flows, so that every rate makes it zero; none: money only goes out, or only comes in; inflow: money comes
   * in before any goes out, so that the rate is a cost of borrowing and a higher one is worse; several: the flow changes
   * its sign more than once, so that several rates may do it, and none of them is the return.
   */
  | { readonly found: false; readonly problem: "any" | "none" | "inflow" | "several" };

/** Precision of the growth 1 + rate, as a share of it. */
const CLOSE = "1e-24";

/**
 * The rate per period at which the net present value is zero, for a flow that goes out first and comes in later. Such a
 * flow has exactly one rate above -100% (Descartes' rule of signs). Any other flow is refused, as a spreadsheet's guess
 * would hide that the answer is not unique or no return (Brealey, Myers and Allen, chapter 5, pitfalls of the internal
 * rate). The growth 1 + rate is doubled or halved from 1 until the rate lies between two, and is then narrowed down.
 */
export function internalRate(flows: readonly Exact[]): RateResult {
  const exact = flows.map(decimal);
  const signs = exact.filter((flow) => !flow.isZero()).map((flow) => flow.isNegative());
  if (signs.length === 0) return { found: false, problem: "any" };
  const turns = signs.filter((sign, n) => n > 0 && sign !== signs[n - 1]).length;
  if (turns === 0) return { found: false, problem: "none" };
  if (turns > 1) return { found: false, problem: "several" };
  if (signs[0] === false) return { found: false, problem: "inflow" };
  const isWorth = (growth: Decimal): boolean => presentValue(growth, exact).gt(0);
  let [low, high] = [decimal(1), decimal(1)];
  if (isWorth(high)) while (isWorth(high)) [low, high] = [high, high.times(2)];
  else while (!isWorth(low)) [low, high] = [low.div(2), low];
  while (high.minus(low).gt(high.times(CLOSE))) {
    const middle = low.plus(high).div(2);
    if (isWorth(middle)) low = middle;
    else high = middle;
  }
  // The root may be a round number that no halving meets exactly.
  return { found: true, rate: low.plus(high).div(2).minus(1).toDecimalPlaces(20) };
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
