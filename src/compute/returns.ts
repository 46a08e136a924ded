import { type Decimal, decimal, type Exact, sum } from "../base/decimal.ts";
import { internalRate, netPresentValue, payback, ratePerYear } from "../base/money.ts";
import { periodsPerYear } from "../base/period.ts";
import { type FigureParts, makeFigure } from "../locales/figure.ts";
import type { Investment } from "../model/bundle/investment.ts";
import type { Figure, JsonPath } from "../model/figures.ts";
import type { Flows } from "./cashflow.ts";
import type { Computing } from "./context.ts";
import { proseStyle, type TableStyle } from "./table.ts";

/** A case of the investment: the plan, a scenario, or an end of its sensitivity. */
export interface ReturnsCase {
  /** Name of the figures before their last part: investment, investment.scenarios.slow. */
  readonly id: string;
  readonly from: JsonPath;
  readonly flows: Flows;
  /** The changes in words, where it is not the plan. */
  readonly changes?: readonly string[];
}

export interface Terms {
  readonly investment: Investment;
  /** Rate of a period: the yearly one, compounded. */
  readonly rate: Decimal;
  readonly currency: string;
  readonly style: TableStyle;
  readonly context: Computing;
}

/** An amount of money as the tables of the investment show it. */
export const amountOf = (
  { currency, style, context }: Terms,
  parts: Partial<FigureParts> & Pick<FigureParts, "id" | "exact" | "from">,
): Figure =>
  makeFigure(context.locale, {
    ...proseStyle(context.locale, parts.exact, style),
    unit: currency,
    kind: "plan",
    ...parts,
  });

const spanOf = ({ periods }: Flows, { locale }: Computing) => ({
  from: locale.period(periods[0]?.text ?? "", "long"),
  to: locale.period(periods.at(-1)?.text ?? "", "long"),
});

const percentOf = (value: Exact, decimals: number, { locale }: Computing): string =>
  locale.value(decimal(value).times(100), { unit: "%", decimals });

/** A share in percent, whole from 10% on. */
const shareOf = (
  { id, from }: ReturnsCase,
  name: string,
  share: Decimal,
  formula: string,
  { locale }: Computing,
) =>
  makeFigure(locale, {
    id: `${id}.${name}`,
    exact: share.times(100),
    unit: "%",
    decimals: share.abs().gte(0.1) ? 0 : 1,
    kind: "forecast",
    from,
    formula,
  });

/** Sums of cost and benefit, and how the two relate: cost, benefit, net, roi, breakEvenShare. */
export function sumFigures(of: ReturnsCase, terms: Terms): readonly Figure[] {
  const { context, rate } = terms;
  const { words } = context;
  const span = spanOf(of.flows, context);
  const [cost, benefit] = [sum(of.flows.costs), sum(of.flows.benefits)];
  const amount = (name: string, exact: Exact, kind: Figure["kind"], formula: string): Figure =>
    amountOf(terms, { id: `${of.id}.${name}`, exact, kind, formula, from: of.from });
  const figures = [
    amount("cost", cost, "plan", words("formula.cost", span)),
    amount("benefit", benefit, "forecast", words("formula.benefit", span)),
    amount("net", benefit.minus(cost), "forecast", words("formula.net", span)),
  ];
  if (cost.gt(0))
    figures.push(shareOf(of, "roi", benefit.minus(cost).div(cost), words("formula.roi", span), context));
  else context.leaveOut(`${of.id}.roi`, words("absent.cost"));
  const [spent, gained] = [netPresentValue(rate, of.flows.costs), netPresentValue(rate, of.flows.benefits)];
  if (gained.gt(0))
    figures.push(shareOf(of, "breakEvenShare", spent.div(gained), words("formula.breakEvenShare"), context));
  else context.leaveOut(`${of.id}.breakEvenShare`, words("absent.benefit"));
  return figures;
}

/** Worth of a case: npv, irr, payback, breakEven; those that exist. */
export function worthFigures(of: ReturnsCase, terms: Terms): readonly Figure[] {
  const { investment, rate, context } = terms;
  const { words } = context;
  const { flows, changes } = of;
  const perYear = periodsPerYear(investment.period);
  const span = spanOf(flows, context);
  const period = words(`figure.step.${investment.period}`);
  const formula = (text: string): string =>
    changes === undefined ? text : words("formula.changed", { formula: text, changes: changes.join("; ") });
  const npv = amountOf(terms, {
    id: `${of.id}.npv`,
    exact: netPresentValue(rate, flows.net),
    kind: changes === undefined ? "forecast" : "estimate",
    from: of.from,
    formula: formula(
      words("formula.npv", {
        ...span,
        yearly: percentOf(
          investment.discountRate,
          decimal(investment.discountRate).times(100).decimalPlaces(),
          context,
        ),
        period,
        perPeriod: perYear === 1 ? "" : percentOf(rate, 2, context),
      }),
    ),
  });
  const irr = yearlyReturn(flows.net, perYear);
  if (!irr.found) context.leaveOut(`${of.id}.irr`, words(`absent.irr.${irr.problem}`));
  return [
    npv,
    ...(irr.found ? [shareOf(of, "irr", irr.rate, formula(words("formula.irr")), context)] : []),
    ...returnFigures(of, perYear, formula, context),
  ];
}

/** Yearly rates beyond which a return says nothing: next to no cost, or next to no benefit. */
const LOWEST_RETURN = -0.99;
const HIGHEST_RETURN = 10;

/** The internal rate of return a year, where it lies between the two. */
function yearlyReturn(net: readonly Decimal[], perYear: number) {
  const found = internalRate(net);
  if (!found.found) return found;
  const rate = ratePerYear(found.rate, perYear);
  if (rate.gt(HIGHEST_RETURN)) return { found: false, problem: "high" } as const;
  if (rate.lt(LOWEST_RETURN)) return { found: false, problem: "low" } as const;
  return { found: true, rate } as const;
}

/** When the money is back: `payback` as a length of time, `breakEven` as the period in which it happens. */
function returnFigures(
  { id, from, flows }: ReturnsCase,
  perYear: number,
  formula: (text: string) => string,
  context: Computing,
): readonly Figure[] {
  const span = spanOf(flows, context);
  const result = payback(flows.net);
  const period = result.found ? flows.periods[result.period] : undefined;
  if (!result.found || period === undefined) {
    const reason = context.words(`absent.payback.${result.found ? "never" : result.problem}`, span);
    context.leaveOut(`${id}.payback`, reason);
    context.leaveOut(`${id}.breakEven`, reason);
    return [];
  }
  const { locale } = context;
  const shared = { kind: "forecast", period: period.text, from } as const;
  const name = locale.period(period.text, "long");
  const time = makeFigure(locale, {
    ...shared,
    id: `${id}.payback`,
    exact: result.time.div(perYear),
    unit: context.words("figure.years"),
    decimals: 1,
    formula: formula(context.words("formula.payback", { ...span, period: name })),
  });
  const breakEven = makeFigure(locale, {
    ...shared,
    id: `${id}.breakEven`,
    exact: result.period + 1,
    unit: "",
    decimals: 0,
    formula: formula(context.words("formula.breakEven", { ...span, period: name })),
  });
  return [time, { ...breakEven, text: name, plain: name, short: locale.period(period.text, "short") }];
}
