import { type Decimal, decimal, type Exact, sum } from "../base/decimal.ts";
import { runningSums } from "../base/money.ts";
import { parsePeriod } from "../base/period.ts";
import type { CashTable } from "../model/figures.ts";
import type { Computing } from "./context.ts";
import { missesTotal, stream, type TableStyle } from "./table.ts";

/** Costs, benefits and net by period, exact. */
export interface Flows {
  readonly periods: readonly { readonly text: string; readonly label?: string }[];
  readonly costs: readonly Decimal[];
  readonly benefits: readonly Decimal[];
  readonly net: readonly Decimal[];
}

type Row = readonly Exact[];

/** Named costs and benefits, over the same periods as the flows. */
export interface Streams {
  readonly costs: readonly { readonly name: string; readonly values: Row }[];
  readonly benefits: readonly { readonly name: string; readonly values: Row }[];
}

/** Every row of the table with its sum, in one style. */
export function cashTable(streams: Streams, flows: Flows, style: TableStyle, context: Computing): CashTable {
  const { locale, words } = context;
  const { periods, costs, benefits, net } = flows;
  const row = (name: string, values: Row, total?: Exact) => stream(locale, name, values, style, total);
  const cumulated = runningSums(net);
  return {
    periods: periods.map(({ text, label }) => ({
      period: text,
      label: label ?? locale.period(text, "short"),
    })),
    costs: streams.costs.map(({ name, values }) => row(name, values)),
    benefits: streams.benefits.map(({ name, values }) => row(name, values)),
    totalCost: row(words("investment.totalCost"), costs),
    totalBenefit: row(words("investment.totalBenefit"), benefits),
    net: row(words("investment.net"), net),
    cumulated: row(words("investment.cumulated"), cumulated, cumulated.at(-1) ?? 0),
    rounded: isRounded(streams, flows, style),
  };
}

/** Most columns of amounts that can be read side by side. */
const COLUMNS = 12;

/** The case by year, or by several years, where it has more periods than columns that can be read; else nothing. */
export function summarise(
  streams: Streams,
  flows: Flows,
  context: Computing,
): { readonly streams: Streams; readonly flows: Flows } | undefined {
  if (flows.periods.length <= COLUMNS) return undefined;
  const years = flows.periods.map(({ text }) => parsePeriod(text)?.year ?? 0);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const step = Math.ceil((last - first + 1) / COLUMNS);
  const starts = Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, n) => first + n * step);
  const add = (values: Row): readonly Decimal[] =>
    starts.map((start) =>
      sum(values.filter((_, at) => (years[at] ?? 0) >= start && (years[at] ?? 0) < start + step)),
    );
  const added = (all: Streams["costs"]) => all.map(({ name, values }) => ({ name, values: add(values) }));
  const year = (number: number): string => context.locale.period(String(number), "short");
  return {
    streams: { costs: added(streams.costs), benefits: added(streams.benefits) },
    flows: {
      periods: starts.map((start) => {
        const end = Math.min(last, start + step - 1);
        return { text: String(start), label: end === start ? year(start) : `${year(start)}–${year(end)}` };
      }),
      costs: add(flows.costs),
      benefits: add(flows.benefits),
      net: add(flows.net),
    },
  };
}

/** Looks at every sum that a reader can check in the table: down the columns, the last one too, and along the rows. */
function isRounded(investment: Streams, flows: Flows, style: TableStyle): boolean {
  const withSum = (row: Row): Row => [...row, sum(row)];
  const rowsOf = (streams: Streams["costs"]) => streams.map(({ values }) => withSum(values));
  const [costs, benefits, net] = [withSum(flows.costs), withSum(flows.benefits), withSum(flows.net)];
  const columnMisses = (rows: readonly Row[], totals: Row): boolean =>
    totals.some((total, step) =>
      missesTotal(
        rows.map((row) => row[step] ?? 0),
        total,
        style,
      ),
    );
  const given = [...rowsOf(investment.costs), ...rowsOf(investment.benefits)];
  return (
    columnMisses(rowsOf(investment.costs), costs) ||
    columnMisses(rowsOf(investment.benefits), benefits) ||
    columnMisses([benefits, costs.map((cost) => decimal(cost).neg())], net) ||
    [...given, costs, benefits, net].some((row) => missesTotal(row.slice(0, -1), row.at(-1) ?? 0, style)) ||
    runningSums(flows.net).some((value, step) => missesTotal(flows.net.slice(0, step + 1), value, style))
  );
}
