import { type Decimal, type Exact, sum } from "../base/decimal.ts";
import { runningSums } from "../base/money.ts";
import { parsePeriod, periodAt } from "../base/period.ts";
import { notInCalendar, startIsNotPeriod, streamLength, sumRange } from "../diagnostics/messages/meaning.ts";
import type { Investment } from "../model/bundle/investment.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Flows } from "./cashflow.ts";
import type { Computing } from "./context.ts";

const PATH = ["investment"] as const;
/** No number of the bundle is larger (`Num`), and no sum may be: a chart of sums passes the same schema. */
const LARGEST = 1e15;

/** Example of each period kind in its written form, for hints. */
const EXAMPLES = { year: "2027", "half-year": "2027-H1", quarter: "2027-Q1", month: "2027-01" } as const;

/** The case as it is planned; undefined where its streams do not fit together, which is reported. */
export function readFlows(investment: Investment, context: Computing): Flows | undefined {
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
  const periods = Array.from({ length }, (_, step) => periodAt(start.kind, start.ordinal + step));
  const rows = (side: "costs" | "benefits") => investment[side].map(({ values }) => values);
  return addUp(rows("costs"), rows("benefits"), periods, PATH, context);
}

/** Costs, benefits and net of every period; undefined, and reported, where they are larger than numbers may be. */
export function addUp(
  costRows: readonly (readonly Exact[])[],
  benefitRows: readonly (readonly Exact[])[],
  periods: Flows["periods"],
  path: JsonPath,
  context: Computing,
): Flows | undefined {
  const add = (rows: readonly (readonly Exact[])[]): readonly Decimal[] =>
    periods.map((_, step) => sum(rows.map((values) => values[step] ?? 0)));
  const [costs, benefits] = [add(costRows), add(benefitRows)];
  const net = benefits.map((benefit, step) => benefit.minus(costs[step] ?? 0));
  const sums = [costs, benefits, net].flatMap((amounts) => runningSums(amounts));
  if (sums.some((amount) => amount.abs().greaterThan(LARGEST))) {
    context.report(sumRange({ path }));
    return undefined;
  }
  return { periods, costs, benefits, net };
}
