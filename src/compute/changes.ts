import { type Decimal, decimal, digits, type Exact } from "../base/decimal.ts";
import { unscaled } from "../locales/numbers.ts";
import type { Driver, DriverChange, Investment } from "../model/bundle/investment.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Flows } from "./cashflow.ts";
import type { Computing } from "./context.ts";
import { addUp } from "./flows.ts";
import type { Terms } from "./returns.ts";
import { shown } from "./table.ts";

type Side = "costs" | "benefits";
type Named = Pick<DriverChange, Side>;

/**
 * The flows of the case with changes made to it, one after the other; undefined, and reported, where they are too large.
 * A stream that comes later loses what falls behind the last period: the horizon stays, and what lies beyond it was not
 * promised. An amount that is added a period stands beside the streams, so that no other change moves it.
 */
export function changedFlows(
  investment: Investment,
  changes: readonly DriverChange[],
  periods: Flows["periods"],
  path: JsonPath,
  context: Computing,
): Flows | undefined {
  const rows = {
    costs: investment.costs.map(({ values }): readonly Exact[] => values),
    benefits: investment.benefits.map(({ values }): readonly Exact[] => values),
  };
  const added: Record<Side, Exact[][]> = { costs: [], benefits: [] };
  for (const change of changes) {
    const driver = driverOf(investment, change.driver);
    const factor = driver === undefined ? change.times : factorOf(driver, change.value ?? driver.value);
    for (const side of ["costs", "benefits"] as const) {
      const named = (driver ?? change)[side];
      if (named === undefined) continue;
      if (driver === undefined && change.plus !== undefined)
        added[side].push(periods.map(() => change.plus ?? 0));
      rows[side] = rows[side].map((values, n) => {
        const name = investment[side][n]?.name ?? "";
        if (named !== "all" && !named.includes(name)) return values;
        const moved = driver === undefined ? delayed(values, change.later ?? 0) : values;
        return factor === undefined ? moved : moved.map((value) => decimal(value).times(factor));
      });
    }
  }
  return addUp(
    [...rows.costs, ...added.costs],
    [...rows.benefits, ...added.benefits],
    periods,
    path,
    context,
  );
}

/** Amounts that come so many periods later, within the same periods. */
export const delayed = (values: readonly Exact[], periods: number): readonly Exact[] =>
  periods === 0 ? values : values.map((_, n) => (n < periods ? 0 : (values[n - periods] ?? 0)));

export const driverOf = ({ drivers = [] }: Investment, id: string | undefined): Driver | undefined =>
  id === undefined ? undefined : drivers.find((driver) => driver.id === id);

/** Streams change in proportion to the distance of their driver from the level at which they are zero. */
const factorOf = ({ value, zero = 0 }: Driver, level: number): Decimal =>
  decimal(level).minus(zero).div(decimal(value).minus(zero));

/** A level of a driver with its unit: "12%", "GBP 310", with as many decimals as any of the levels that are compared. */
export function levelText(
  { unit = "", value: base }: Driver,
  level: number,
  others: readonly number[],
  { locale }: Computing,
): string {
  return locale.value(level, { unit, decimals: digits([base, level, ...others], 6) });
}

/** Each of the changes in words: "All benefits × 0.5, 2 years later", "Price: 8% (base case 12%)". */
export function changesText(
  investment: Investment,
  changes: readonly DriverChange[],
  terms: Terms,
): readonly string[] {
  const { context } = terms;
  const { words } = context;
  return changes.map((change) => {
    const driver = driverOf(investment, change.driver);
    if (driver !== undefined)
      return words("scenario.level", {
        driver: driver.name,
        level: levelText(driver, change.value ?? driver.value, [], context),
        base: levelText(driver, driver.value, [change.value ?? driver.value], context),
      });
    const { times, plus, later } = change;
    return words("scenario.change", {
      what: streamsText(change, context),
      times: times === undefined ? "" : context.locale.number(times, { decimals: digits([times], 6) }),
      plus: plus === undefined ? "" : plusText(plus, investment, terms),
      later: later === undefined ? "" : words(`scenario.later.${investment.period}`, { n: later }),
    });
  });
}

/** An amount in the scale of the tables, or written out where it would be rounded. */
function plusText(plus: number, { period }: Investment, { currency, style, context }: Terms): string {
  const { locale, words } = context;
  const whole = shown(plus, style).eq(unscaled(plus, style.scale));
  const amount = locale.value(plus, {
    unit: currency,
    signed: true,
    ...(whole ? style : { decimals: digits([plus], 2) }),
  });
  return words("scenario.each", { amount, each: words(`scenario.each.${period}`) });
}

function streamsText({ costs, benefits }: Named, { locale, words }: Computing): string {
  if (costs === "all" && benefits === "all") return words("scenario.all");
  const named = [
    ...(costs === "all" ? [words("scenario.costs")] : (costs ?? [])),
    ...(benefits === "all" ? [words("scenario.benefits")] : (benefits ?? [])),
  ];
  return locale.list(named, "and");
}
