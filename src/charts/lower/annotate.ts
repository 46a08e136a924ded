import { Decimal } from "../../base/decimal.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { chartNoValueAt } from "../../diagnostics/messages/index.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { Overlay } from "../../model/overlay.ts";
import type { Levels } from "./arrows.ts";
import type { ChartContext } from "./context.ts";
import { rowOf } from "./marks.ts";
import { sum } from "./scale.ts";
import { type ChartRow, type ChartTable, given, rowsOf } from "./table.ts";

/**
 * A few words at the values that the chart names.
 * @throws DiagnosticsError for one that is not on the axis or has no value.
 */
export function callouts(
  chart: Chart,
  table: ChartTable,
  levels: Levels,
  context: ChartContext,
): readonly Overlay[] {
  return (chart.callouts ?? []).map(({ at, text }, n): Overlay => {
    const field = ["callouts", n, "at"];
    const c = rowOf(table, at, chart, field, context);
    const v = levels[c] ?? null;
    if (v === null)
      throw new DiagnosticsError([
        chartNoValueAt({ path: [...context.from, ...field] }, chart.id, at, "callouts"),
      ]);
    return { type: "note", at: { c, v }, text, ink: "ink", from: [...context.from, "callouts", n] };
  });
}

/** Pale ground over the categories of which nothing has happened yet, where the chart shows it. */
export function forecastGround(chart: Chart, table: ChartTable, context: ChartContext): readonly Overlay[] {
  if (!(chart.show ?? []).includes("forecast")) return [];
  const known = (n: number): boolean => table.columns.some((column) => (column.values[n] ?? null) !== null);
  const happened = (n: number): boolean =>
    table.columns.some((column) => (column.values[n] ?? null) !== null && column.kinds[n] === "actual");
  const last = table.rows.findLastIndex((_row, n) => happened(n));
  const first = table.rows.findIndex((_row, n) => n > last && known(n));
  if (first < 0) return [];
  const kind = table.columns[0]?.kinds[first] ?? "forecast";
  const text = context.say(kind === "actual" ? "chart.forecast" : `chart.${kind}`);
  // It begins right after what happened, also where the next periods have no value of their own.
  return [{ type: "ground", from: last + 1, to: table.rows.length - 1, text, ink: "wash" }];
}

/** The mean of the levels, of which none is missing; undefined where there are fewer than two. */
export function averageOf(table: ChartTable, levels: Levels): number | undefined {
  const values = given({ values: levels }).map(({ value }) => value);
  if (values.length < 2) return undefined;
  return new Decimal(sum(values))
    .div(values.length)
    .toDecimalPlaces(table.measure.decimals + 4)
    .toNumber();
}

/** The same period of the year before, for every period that has one. */
export function previousColumn(
  table: ChartTable,
  context: ChartContext,
): { readonly name: string; readonly values: readonly (number | null)[] } | undefined {
  const column = table.columns[0];
  const metric = column?.metric;
  if (column === undefined || metric === undefined) return undefined;
  const byPeriod = new Map(metric.points.map((point) => [point.period, point.value]));
  const values = table.rows.map(({ key }) => byPeriod.get(yearsFrom(key, -1)) ?? null);
  return values.every((value) => value === null)
    ? undefined
    : { name: context.say("chart.series.previous", { name: column.name }), values };
}

/** The same period so many years later. */
const yearsFrom = (period: string, years: number): string =>
  `${Number(period.slice(0, 4)) + years}${period.slice(4)}`;

/**
 * The table without the first year, whose values stand beside those of the next year already. A period that the chart
 * names stays, and the first year does where growth is measured from it.
 */
export function withoutRepeatedRows(chart: Chart, table: ChartTable, context: ChartContext): ChartTable {
  if ((chart.show ?? []).includes("cagr") || !table.timed) return table;
  const keys = new Set(table.rows.map((row) => row.key));
  const named = [...(chart.marks ?? []), ...(chart.callouts ?? [])].map(({ at }) => at);
  const names = new Set([...named, chart.compare?.from, chart.compare?.to]);
  const repeated = ({ key, long, category }: ChartRow): boolean =>
    keys.has(yearsFrom(key, 1)) &&
    !keys.has(yearsFrom(key, -1)) &&
    ![key, long, category.label].some((name) => names.has(name));
  const kept = table.rows.flatMap((row, n) => (repeated(row) ? [] : [n]));
  return kept.length === 0 || kept.length === table.rows.length ? table : rowsOf(table, kept, context);
}
