import { decimal } from "../base/decimal.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeFigure } from "../locales/figure.ts";
import type { Locale } from "../locales/locale.ts";
import { createPhrasebook, type Phrasebook } from "../locales/phrasebook.ts";
import { type Bundle, DEFAULT_CURRENCY } from "../model/bundle/index.ts";
import type { Figure, Figures, InvestmentFigures, JsonPath } from "../model/figures.ts";
import { computeChart } from "./charts.ts";
import { type Computing, record } from "./context.ts";
import { computeInvestment } from "./investment.ts";
import { computeMetric } from "./metrics.ts";

/**
 * Computes every number of the deck, once. Never throws for what a user wrote: contradictions come back as error
 * diagnostics, and a figure that cannot be had is left out with its reason in `figures.absent`. Expects a bundle that
 * `read` accepted, with its CSV files read in.
 */
export function computeFigures(
  bundle: Bundle,
  locale: Locale,
  { words }: Phrasebook = createPhrasebook(locale),
): { readonly figures: Figures; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const absent = record<string>();
  const context: Computing = {
    locale,
    words,
    currency: bundle.currency ?? DEFAULT_CURRENCY,
    report: (diagnostic) => {
      diagnostics.push(diagnostic);
    },
    leaveOut: (id, reason) => {
      absent[id] = reason;
    },
  };
  const metrics = (bundle.metrics ?? []).map((metric, index) =>
    computeMetric(metric, ["metrics", index], context),
  );
  const known = metrics.filter((metric) => metric !== undefined);
  const charts = (bundle.charts ?? []).map((chart, index) => computeChart(chart, ["charts", index], context));
  const investment =
    bundle.investment === undefined ? undefined : computeInvestment(bundle.investment, context);
  const all = [
    ...amounts(bundle, context),
    ...[...known, ...charts, ...(investment === undefined ? [] : [investment]), ...cases(investment)].flatMap(
      ({ figures }) => Object.values(figures),
    ),
    ...(investment?.drivers ?? []),
  ];
  const figures: Figures = {
    all: record(all.map((figure) => [figure.id, figure])),
    metrics: record(known.map((metric) => [metric.id, metric])),
    charts: record(charts.map((chart) => [chart.id, chart])),
    ...(investment === undefined ? {} : { investment }),
    absent,
  };
  return { figures, diagnostics };
}

/** Ends of the sensitivity, and scenarios. */
const cases = (investment: InvestmentFigures | undefined): readonly Pick<InvestmentFigures, "figures">[] => [
  ...(investment?.sensitivity ?? []).flatMap(({ low, high }) => [low, high]),
  ...(investment?.scenarios ?? []),
];

/** Figures of the ask and of the cost of each option: whole amounts, or with two decimals where one has cents. */
function amounts(bundle: Bundle, context: Computing): readonly Figure[] {
  const { ask, options = [] } = bundle;
  const amount = (id: string, value: number, currency: string, from: JsonPath): Figure =>
    makeFigure(context.locale, {
      id,
      exact: value,
      unit: currency,
      decimals: decimal(value).isInteger() ? 0 : 2,
      kind: "plan",
      from,
    });
  if (ask?.amount === "none") context.leaveOut("ask.amount", context.words("absent.amount"));
  return [
    ...(typeof ask?.amount === "number"
      ? [amount("ask.amount", ask.amount, ask.currency ?? context.currency, ["ask", "amount"])]
      : []),
    ...options.flatMap(({ id, cost }, index) =>
      cost === undefined
        ? []
        : [amount(`options.${id}.cost`, cost, context.currency, ["options", index, "cost"])],
    ),
  ];
}
