import { type Decimal, decimal, type Exact, sum } from "../base/decimal.ts";
import {
  internalRate,
  netPresentValue,
  payback,
  ratePerPeriod,
  ratePerYear,
  runningSums,
} from "../base/money.ts";
import { parsePeriod, periodAt, periodsPerYear } from "../base/period.ts";
import {
  notInCalendar,
  rangeMissesBase,
  startIsNotPeriod,
  streamLength,
  sumRange,
} from "../diagnostics/messages/meaning.ts";
import { type FigureParts, makeFigure } from "../locales/figure.ts";
import { isCurrency } from "../locales/numbers.ts";
import type { Investment } from "../model/bundle/argument.ts";
import type { Figure, InvestmentFigures } from "../model/figures.ts";
import { cashTable, type Flows, summarise } from "./cashflow.ts";
import type { Context } from "./context.ts";
import { record } from "./context.ts";
import { shown, type TableStyle, tableStyle } from "./table.ts";

const PATH = ["investment"] as const;
/** No number of the bundle is larger (`Num`), and no sum may be: a chart of sums passes the same schema. */
const LARGEST = 1e15;

/** The investment case; undefined where its streams do not fit together, which is reported. */
export function computeInvestment(investment: Investment, context: Context): InvestmentFigures | undefined {
  const flows = readFlows(investment, context);
  if (flows === undefined) return undefined;
  const { costs, benefits, net } = flows;
  const cumulated = runningSums(net);
  const named = [investment.currency, investment.unit].find((unit) => unit !== undefined && isCurrency(unit));
  const currency = named ?? context.currency;
  const streams = [...investment.costs, ...investment.benefits];
  const totals = [sum(costs), sum(benefits), sum(net)];
  const style = tableStyle(
    [...streams.flatMap(({ values }) => values), ...costs, ...benefits, ...cumulated, ...totals],
    totals,
  );
  const amount = amountMaker(currency, style, context);
  const returned = payback(net);
  const summarised = summarise(investment, flows, context);
  const figures = record(
    investmentFigures(investment, flows, amount, context).map((figure) => [lastPart(figure.id), figure]),
  );
  if (figures["npv"] !== undefined) checkSensitivity(investment, figures["npv"], amount, style, context);
  return {
    currency,
    ...cashTable(investment, flows, style, context),
    ...(style.scale === undefined ? {} : { scale: style.scale }),
    decimals: style.decimals,
    ...(summarised === undefined
      ? {}
      : { summary: cashTable(summarised.streams, summarised.flows, style, context) }),
    course: returned.found ? "back" : returned.problem,
    figures,
    sensitivity: (investment.sensitivity ?? []).map(({ driver, low, high }, index) => {
      const from = [...PATH, "sensitivity", index];
      const outcome = (side: "low" | "high", npv: number): Figure =>
        amount(`sensitivity.${index + 1}.${side}`, {
          exact: npv,
          kind: "estimate",
          from: [...from, side, "npv"],
        });
      return {
        driver,
        low: { label: low.label, npv: outcome("low", low.npv) },
        high: { label: high.label, npv: outcome("high", high.npv) },
      };
    }),
  };
}

/** A range that lies on one side of the computed net present value contradicts the streams on its own page. */
function checkSensitivity(
  investment: Investment,
  base: Figure,
  amount: Amount,
  style: TableStyle,
  context: Context,
): void {
  for (const [index, { driver, low, high }] of (investment.sensitivity ?? []).entries()) {
    const [from, npv, to] = [low.npv, base.exact, high.npv].map((each) => shown(each, style));
    if (from === undefined || npv === undefined || to === undefined) continue;
    const between = from.lte(to) ? from.lte(npv) && npv.lte(to) : to.lte(npv) && npv.lte(from);
    if (between) continue;
    const whole = { scale: undefined, decimals: 0 };
    const text = (exact: Exact): string => amount("sensitivity", { exact, ...whole }).text;
    const path = [...PATH, "sensitivity", index];
    context.report(rangeMissesBase({ path }, driver, text(low.npv), text(high.npv), text(base.exact)));
  }
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf(".") + 1);

type Amount = (name: string, parts: Partial<FigureParts> & Pick<FigureParts, "exact">) => Figure;

const amountMaker =
  (currency: string, style: TableStyle, { locale }: Context): Amount =>
  (name, parts) =>
    makeFigure(locale, {
      ...style,
      unit: currency,
      kind: "plan",
      from: PATH,
      ...parts,
      id: `investment.${name}`,
    });

function readFlows(investment: Investment, context: Context): Flows | undefined {
  const start = parsePeriod(investment.start);
  const at = { path: [...PATH, "start"] };
  if (start === undefined) {
    context.report(notInCalendar(at, investment.start, undefined));
    return undefined;
  }
  if (start.kind !== investment.period) {
    context.report(startIsNotPeriod(at, investment.start, investment.period, EXAMPLES[investment.period]));
    return undefined;
  }
  const first = investment.costs[0];
  const length = first?.values.length ?? 0;
  let fits = true;
  for (const side of ["costs", "benefits"] as const) {
    for (const [index, { name, values }] of investment[side].entries()) {
      if (values.length === length) continue;
      fits = false;
      const path = [...PATH, side, index, "values"];
      context.report(streamLength({ path }, name, values.length, length, first?.name ?? ""));
    }
  }
  if (!fits) return undefined;
  const add = (streams: Investment["costs"]): readonly Decimal[] =>
    Array.from({ length }, (_, step) => sum(streams.map(({ values }) => values[step] ?? 0)));
  const [costs, benefits] = [add(investment.costs), add(investment.benefits)];
  const net = benefits.map((benefit, step) => benefit.minus(costs[step] ?? 0));
  const sums = [costs, benefits, net].flatMap((amounts) => runningSums(amounts));
  if (sums.some((amount) => amount.abs().greaterThan(LARGEST))) {
    context.report(sumRange({ path: PATH }));
    return undefined;
  }
  return {
    periods: Array.from({ length }, (_, step) => periodAt(start.kind, start.ordinal + step)),
    costs,
    benefits,
    net,
  };
}

/** Example of each period kind in its written form, for hints. */
const EXAMPLES = { year: "2027", "half-year": "2027-H1", quarter: "2027-Q1", month: "2027-01" } as const;

function investmentFigures(
  investment: Investment,
  flows: Flows,
  amount: Amount,
  context: Context,
): readonly Figure[] {
  const { locale } = context;
  const { periods, costs, benefits, net } = flows;
  const perYear = periodsPerYear(investment.period);
  const rate = ratePerPeriod(investment.discountRate, perYear);
  const percent = (value: Exact, decimals: number): string =>
    locale.value(decimal(value).times(100), { unit: "%", decimals });
  const span = {
    from: locale.period(periods[0]?.text ?? "", "long"),
    to: locale.period(periods.at(-1)?.text ?? "", "long"),
  };
  const [cost, benefit] = [sum(costs), sum(benefits)];
  const figures = [
    amount("cost", { exact: cost, formula: context.words("formula.cost", span) }),
    amount("benefit", { exact: benefit, kind: "forecast", formula: context.words("formula.benefit", span) }),
    amount("net", {
      exact: benefit.minus(cost),
      kind: "forecast",
      formula: context.words("formula.net", span),
    }),
    amount("npv", {
      exact: netPresentValue(rate, net),
      kind: "forecast",
      formula: context.words("formula.npv", {
        ...span,
        yearly: percent(investment.discountRate, decimal(investment.discountRate).times(100).decimalPlaces()),
        period: context.words(`figure.step.${investment.period}`),
        perPeriod: perYear === 1 ? "" : percent(rate, 2),
      }),
    }),
  ];
  const shareOf = (name: string, value: Decimal, words: string): Figure =>
    makeFigure(locale, {
      id: `investment.${name}`,
      exact: value.times(100),
      unit: "%",
      decimals: value.abs().gte(0.1) ? 0 : 1,
      kind: "forecast",
      from: PATH,
      formula: words,
    });
  const irr = yearlyReturn(net, perYear);
  if (irr.found) {
    const period = context.words(`figure.step.${investment.period}`);
    const words = context.words("formula.irr", { ...span, perYear, period });
    figures.push(shareOf("irr", irr.rate, words));
  } else context.leaveOut("investment.irr", context.words(`absent.irr.${irr.problem}`));
  if (cost.gt(0))
    figures.push(shareOf("roi", benefit.minus(cost).div(cost), context.words("formula.roi", span)));
  else context.leaveOut("investment.roi", context.words("absent.cost"));
  const [spent, gained] = [netPresentValue(rate, costs), netPresentValue(rate, benefits)];
  if (gained.gt(0))
    figures.push(shareOf("breakEvenShare", spent.div(gained), context.words("formula.breakEvenShare")));
  else context.leaveOut("investment.breakEvenShare", context.words("absent.benefit"));
  return [...figures, ...returnFigures(flows, perYear, span, context)];
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
  { net, periods }: Flows,
  perYear: number,
  span: { readonly from: string; readonly to: string },
  context: Context,
): readonly Figure[] {
  const result = payback(net);
  const period = result.found ? periods[result.period] : undefined;
  if (!result.found || period === undefined) {
    const reason = context.words(`absent.payback.${result.found ? "never" : result.problem}`, span);
    context.leaveOut("investment.payback", reason);
    context.leaveOut("investment.breakEven", reason);
    return [];
  }
  const { locale } = context;
  const shared = { kind: "forecast", period: period.text, from: PATH } as const;
  const name = locale.period(period.text, "long");
  const time = makeFigure(locale, {
    ...shared,
    id: "investment.payback",
    exact: result.time.div(perYear),
    unit: context.words("figure.years"),
    decimals: 1,
    formula: context.words("formula.payback", { ...span, period: name }),
  });
  const breakEven = makeFigure(locale, {
    ...shared,
    id: "investment.breakEven",
    exact: result.period + 1,
    unit: "",
    decimals: 0,
    formula: context.words("formula.breakEven", { ...span, period: name }),
  });
  return [time, { ...breakEven, text: name, plain: name, short: locale.period(period.text, "short") }];
}
