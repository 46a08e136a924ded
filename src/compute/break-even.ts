import { type Decimal, decimal, digits, sum } from "../base/decimal.ts";
import { netPresentValue } from "../base/money.ts";
import { makeFigure } from "../locales/figure.ts";
import type { Driver } from "../model/bundle/investment.ts";
import type { Figure } from "../model/figures.ts";
import type { Flows } from "./cashflow.ts";
import { delayed } from "./changes.ts";
import type { ReturnsCase, Terms } from "./returns.ts";

/**
 * Switching values of the case: where its net present value is zero (HM Treasury, The Green Book, on sensitivity
 * analysis; Brealey, Myers and Allen, Principles of Corporate Finance, chapter 10, break-even analysis).
 */

/**
 * The latest start: the last period in which the benefits may begin before the net present value is below zero. All of
 * them come the same number of whole periods later, in the same course. Costs stay as planned, as people and licences are
 * paid while everybody waits; the horizon stays, too, so that what then falls behind the last period is lost. Its text is
 * the period; its value is the number of periods later than planned, 0 where the case bears no delay. There is none where
 * the case is worth less than nothing as planned, costs nothing, or has no benefit.
 */
export function latestStart({ id, from, flows }: ReturnsCase, terms: Terms): readonly Figure[] {
  const { context, investment, rate } = terms;
  const name = `${id}.latestStart`;
  const leaveOut = (reason: "benefit" | "cost" | "worth"): readonly Figure[] => {
    context.leaveOut(name, context.words(`absent.${reason}`));
    return [];
  };
  const first = flows.benefits.findIndex((benefit) => benefit.gt(0));
  if (first < 0) return leaveOut("benefit");
  const spent = netPresentValue(rate, flows.costs);
  if (spent.lte(0)) return leaveOut("cost");
  const worth = (later: number): Decimal =>
    netPresentValue(rate, delayed(flows.benefits, later)).minus(spent);
  if (worth(0).lt(0)) return leaveOut("worth");
  let later = 0;
  while (first + later + 1 < flows.periods.length && worth(later + 1).gte(0)) later += 1;
  const period = flows.periods[first + later]?.text ?? "";
  const { locale } = context;
  const text = locale.period(period, "long");
  const figure = makeFigure(locale, {
    id: name,
    exact: later,
    unit: "",
    decimals: 0,
    kind: "forecast",
    period,
    from,
    formula: context.words("formula.latestStart", {
      later: later === 0 ? "" : context.words(`scenario.later.${investment.period}`, { n: later }),
      planned: locale.period(flows.periods[first]?.text ?? "", "long"),
    }),
  });
  return [{ ...figure, text, plain: text, short: locale.period(period, "short") }];
}

/**
 * The level of each driver, and the one at which the net present value is zero while all else stays. There is none where
 * no level on its side of zero makes it so.
 */
export function driverFigures(flows: Flows, terms: Terms): readonly Figure[] {
  const { investment, context } = terms;
  return (investment.drivers ?? []).flatMap((driver, index): readonly Figure[] => {
    const { value, unit = "" } = driver;
    const of = { id: `investment.drivers.${driver.id}`, from: ["investment", "drivers", index] };
    const figure = (
      name: string,
      exact: Decimal,
      more: Pick<Parts, "decimals" | "kind" | "formula">,
    ): Figure => makeFigure(context.locale, { id: `${of.id}.${name}`, from: of.from, exact, unit, ...more });
    const own = digits([value], 6);
    const level = figure("value", decimal(value), { decimals: own, kind: "plan" });
    const zero = zeroLevel(driver, flows, terms);
    if (zero === undefined) {
      context.leaveOut(`${of.id}.breakEven`, context.words("absent.level"));
      return [level];
    }
    // Of one digit alone nobody could tell 2.6 from 3.4.
    const decimals = zero.abs().lt(10) ? Math.max(own, 1) : own;
    return [
      level,
      figure("breakEven", zero, {
        decimals,
        kind: "forecast",
        formula: context.words("formula.level"),
      }),
    ];
  });
}

type Parts = Parameters<typeof makeFigure>[1];

function zeroLevel(driver: Driver, flows: Flows, terms: Terms): Decimal | undefined {
  const { investment, rate } = terms;
  const { value, zero = 0 } = driver;
  const present = (side: "costs" | "benefits"): Decimal => {
    const named = driver[side];
    return named === undefined
      ? decimal(0)
      : sum(
          investment[side]
            .filter(({ name }) => named === "all" || named.includes(name))
            .map(({ values }) => netPresentValue(rate, values)),
        );
  };
  const moved = present("benefits").minus(present("costs"));
  if (moved.isZero()) return undefined;
  const factor = decimal(1).minus(netPresentValue(rate, flows.net).div(moved));
  // A case that vanishes with its driver is worth nothing there, which says nothing; division leaves a rest behind.
  return factor.lt("1e-20") ? undefined : decimal(value).minus(zero).times(factor).plus(zero);
}
