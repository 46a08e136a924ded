import { decimal, sum } from "../base/decimal.ts";
import { payback, ratePerPeriod, runningSums } from "../base/money.ts";
import { periodsPerYear } from "../base/period.ts";
import { npvDiffers } from "../diagnostics/messages/investment.ts";
import { rangeMissesBase } from "../diagnostics/messages/meaning.ts";
import { isCurrency } from "../locales/numbers.ts";
import type { DriverChange, Investment, Outcome } from "../model/bundle/investment.ts";
import type {
  Figure,
  InvestmentFigures,
  JsonPath,
  OutcomeFigures,
  ScenarioFigures,
} from "../model/figures.ts";
import { driverFigures, latestStart } from "./break-even.ts";
import { cashTable, type Flows, summarise } from "./cashflow.ts";
import { changedFlows, changesText, driverOf, levelText } from "./changes.ts";
import type { Computing } from "./context.ts";
import { record } from "./context.ts";
import { readFlows } from "./flows.ts";
import { amountOf, sumFigures, type Terms, worthFigures } from "./returns.ts";
import { shown, tableStyle } from "./table.ts";

const PATH = ["investment"] as const;

/** Figures of the investment in the order in which they are listed. */
const ORDER = [
  "cost",
  "benefit",
  "net",
  "npv",
  "irr",
  "roi",
  "breakEvenShare",
  "payback",
  "breakEven",
  "latestStart",
];

/** The investment case; undefined where its streams do not fit together, which is reported. */
export function computeInvestment(investment: Investment, context: Computing): InvestmentFigures | undefined {
  const flows = readFlows(investment, context);
  if (flows === undefined) return undefined;
  const { costs, benefits, net } = flows;
  const cumulated = runningSums(net);
  const named = [investment.currency, investment.unit].find((unit) => unit !== undefined && isCurrency(unit));
  const currency = named ?? context.currency;
  const streams = [...investment.costs, ...investment.benefits];
  const totals = [sum(costs), sum(benefits), sum(net)];
  const style = tableStyle(
    context.locale,
    [...streams.flatMap(({ values }) => values), ...costs, ...benefits, ...cumulated, ...totals],
    totals,
  );
  const rate = ratePerPeriod(investment.discountRate, periodsPerYear(investment.period));
  const terms: Terms = { investment, rate, currency, style, context };
  const returned = payback(net);
  const summarised = summarise(investment, flows, context);
  const plan = { id: "investment", from: PATH, flows };
  const unsorted = [...sumFigures(plan, terms), ...worthFigures(plan, terms), ...latestStart(plan, terms)];
  const figures = byName(
    unsorted.toSorted((a, b) => ORDER.indexOf(lastPart(a.id)) - ORDER.indexOf(lastPart(b.id))),
  );
  const sensitivity = (investment.sensitivity ?? []).map((entry, index) =>
    endsOf(entry, index, flows, terms),
  );
  const known = sensitivity.filter((entry) => entry !== undefined);
  if (figures["npv"] !== undefined) checkSensitivity(investment, figures["npv"], sensitivity, terms);
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
    sensitivity: known,
    scenarios: scenariosOf(flows, terms),
    drivers: driverFigures(flows, terms),
  };
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf(".") + 1);
const byName = (figures: readonly Figure[]): Readonly<Record<string, Figure>> =>
  record(figures.map((figure) => [lastPart(figure.id), figure]));

type Entry = NonNullable<Investment["sensitivity"]>[number];
type Ends = InvestmentFigures["sensitivity"][number];

/** Both ends of a driver; undefined where one of them cannot be computed, which is reported. */
function endsOf(entry: Entry, index: number, flows: Flows, terms: Terms): Ends | undefined {
  const { investment, context } = terms;
  const driver = driverOf(investment, entry.driver);
  const name = driver?.name ?? entry.driver;
  const levels = [entry.low.value, entry.high.value].filter((level) => level !== undefined);
  const end = (side: "low" | "high"): OutcomeFigures | undefined => {
    const written = entry[side];
    const from = [...PATH, "sensitivity", index, side];
    const label =
      written.label ??
      (driver === undefined || written.value === undefined
        ? ""
        : levelText(driver, written.value, levels, context));
    const id = `investment.sensitivity.${index + 1}.${side}`;
    const changes = changesOf(entry, written);
    if (changes === undefined) return given(id, label, written, from, terms);
    const changed = changedFlows(investment, changes, flows.periods, from, context);
    if (changed === undefined) return undefined;
    const text = changesText(investment, changes, terms);
    const figures = byName(worthFigures({ id, from, flows: changed, changes: text }, terms));
    const { npv } = figures;
    if (npv === undefined) return undefined;
    if (written.npv !== undefined) checkGiven(name, label, written.npv, npv, from, terms);
    return { label, npv, figures, computed: true };
  };
  const [low, high] = [end("low"), end("high")];
  return low === undefined || high === undefined ? undefined : { driver: name, low, high };
}

/** The changes of an end; undefined where its net present value is given instead. */
function changesOf({ driver }: Entry, { value, changes }: Outcome): readonly DriverChange[] | undefined {
  return changes ?? (value === undefined ? undefined : [{ driver, value }]);
}

function given(
  id: string,
  label: string,
  { npv = 0 }: Outcome,
  from: JsonPath,
  terms: Terms,
): OutcomeFigures {
  const figure = amountOf(terms, {
    id: `${id}.npv`,
    exact: npv,
    kind: "estimate",
    from: [...from, "npv"],
  });
  return { label, npv: figure, figures: byName([figure]), computed: false };
}

/** Whole amounts in words of a message. */
const wholeAmount = (terms: Terms, exact: string | number): string =>
  amountOf(terms, { id: "", exact, scale: undefined, decimals: 0, from: PATH }).text;

/** A net present value that is rounded to its last digit may differ by half of that, but never by more than half a percent. */
function checkGiven(
  driver: string,
  label: string,
  npv: number,
  computed: Figure,
  from: JsonPath,
  terms: Terms,
): void {
  const step = 10 ** (/0*$/.exec(Math.abs(npv).toFixed(0))?.[0].length ?? 0);
  const slack = npv === 0 ? 0.5 : Math.max(0.5, Math.min(step / 2, Math.abs(npv) * 0.005));
  if (decimal(npv).minus(computed.exact).abs().lte(slack)) return;
  const [said, gives] = [wholeAmount(terms, npv), wholeAmount(terms, computed.exact)];
  terms.context.report(npvDiffers({ path: [...from, "npv"] }, driver, label, said, gives));
}

/** Named cases with their figures; those that cannot be computed are reported and left out. */
function scenariosOf(flows: Flows, terms: Terms): readonly ScenarioFigures[] {
  const { investment, context } = terms;
  return (investment.scenarios ?? []).flatMap(({ id, name, changes }, index): ScenarioFigures[] => {
    const from = [...PATH, "scenarios", index];
    const changed = changedFlows(investment, changes, flows.periods, from, context);
    if (changed === undefined) return [];
    const text = changesText(investment, changes, terms);
    const of = { id: `investment.scenarios.${id}`, from, flows: changed, changes: text };
    return [{ id, name, changes: text, figures: byName(worthFigures(of, terms)) }];
  });
}

/**
 * A range that lies on one side of the computed net present value contradicts the streams on its own page. Where both ends
 * are computed from them, they cannot.
 */
function checkSensitivity(
  investment: Investment,
  base: Figure,
  sensitivity: readonly (Ends | undefined)[],
  terms: Terms,
): void {
  for (const [index, { driver }] of (investment.sensitivity ?? []).entries()) {
    const ends = sensitivity[index];
    if (ends === undefined || (ends.low.computed && ends.high.computed)) continue;
    const [low, high] = [ends.low.npv.exact, ends.high.npv.exact];
    const [from, npv, to] = [low, base.exact, high].map((each) => shown(each, terms.style));
    if (from === undefined || npv === undefined || to === undefined) continue;
    const between = from.lte(to) ? from.lte(npv) && npv.lte(to) : to.lte(npv) && npv.lte(from);
    if (between) continue;
    const text = (exact: string): string => wholeAmount(terms, exact);
    const path = [...PATH, "sensitivity", index];
    terms.context.report(rangeMissesBase({ path }, driver, text(low), text(high), text(base.exact)));
  }
}
