import { Decimal } from "../../base/decimal.ts";
import { Refusal } from "../../diagnostics/diagnostic.ts";
import { chartMarkNotFound, chartMissingValue } from "../../diagnostics/messages.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { Overlay } from "../../model/chart.ts";
import type { Ink } from "../../model/text.ts";
import type { ChartContext } from "../kind.ts";
import type { Target } from "./marks.ts";
import { goodness } from "./notation.ts";
import { fullText, type Measure, markText } from "./number.ts";
import { minus, sum } from "./scale.ts";
import { type ChartTable, given } from "./table.ts";

/** The annotations that think-cell users expect, computed from the data. */

/** From the first to the latest value, with the yearly rate that the figures hold; nothing where there is none. */
export function cagrArrow(table: ChartTable, context: ChartContext): readonly Overlay[] {
  const metric = table.columns.length === 1 ? table.columns[0]?.metric : undefined;
  const rate = metric?.figures["cagr"];
  const first = metric?.figures["first"];
  const latest = metric?.figures["latest"];
  if (rate === undefined || first === undefined || latest === undefined) return [];
  const from = table.rows.findIndex((row) => row.key === first.period);
  const to = table.rows.findIndex((row) => row.key === latest.period);
  if (from < 0 || to <= from) return [];
  return [
    {
      type: "arrow",
      style: "growth",
      from: { c: from, v: first.value },
      to: { c: to, v: latest.value },
      text: context.say("chart.cagr", { value: rate.text }),
      ink: "ink",
    },
  ];
}

/**
 * From the last value to the target where there is one, else from the first value to the last: absolute, and relative
 * where the unit is not itself a share.
 */
export function differenceArrow(
  table: ChartTable,
  target: Target | undefined,
  context: ChartContext,
): readonly Overlay[] {
  const column = table.columns[0];
  const points = column === undefined ? [] : given(column);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || (target === undefined && first.n === last.n)) return [];
  const from = target === undefined ? first : last;
  const end = target?.value ?? last.value;
  const change = minus(end, from.value);
  return [
    {
      type: "arrow",
      style: "difference",
      from: { c: from.n, v: from.value },
      to: { c: last.n, v: end },
      text: differenceText(from.value, end, table.measure, context),
      ink: target === undefined ? differenceInk(change, table.better) : "ink",
    },
  ];
}

/** Absolute, and relative where the unit is not itself a share and both are above zero. */
function differenceText(from: number, to: number, measure: Measure, context: ChartContext): string {
  const change = minus(to, from);
  const share = measure.unit === "%" || measure.unit === "pp";
  const absolute = share
    ? fullText(context, change, { ...measure, unit: "pp" }, true)
    : markText(context, change, measure, true);
  if (share || from <= 0 || to < 0) return absolute;
  const percent = new Decimal(change).div(from).times(100).toNumber();
  const relative = context.format(percent, { unit: "%", decimals: 0, signed: true });
  return context.say("chart.difference", { absolute, relative });
}

const differenceInk = (change: number, better: "higher" | "lower" | undefined): Ink =>
  better === undefined ? "ink" : goodness(change, better);

/** The row that a chart names, by its period or category. */
function rowOf(
  table: ChartTable,
  name: string,
  chart: Chart,
  field: readonly (string | number)[],
  context: ChartContext,
): number {
  const c = table.rows.findIndex(
    (row) => row.key === name || row.long === name || row.category.label === name,
  );
  if (c >= 0) return c;
  const known = table.rows.map((row) => row.key);
  throw new Refusal([chartMarkNotFound({ path: [...context.from, ...field] }, chart.id, name, known)]);
}

/**
 * The arrow between the two bars or levels that the chart compares, whose heights `levels` gives; where it names none,
 * the one of `differenceArrow` if the chart shows it.
 * @throws Refusal for one that is not on the axis or has no value.
 */
export function comparison(
  chart: Chart,
  table: ChartTable,
  levels: readonly (number | null)[],
  target: Target | undefined,
  context: ChartContext,
): readonly Overlay[] {
  if (chart.compare === undefined)
    return (chart.show ?? []).includes("difference") ? differenceArrow(table, target, context) : [];
  const [from, to] = (["from", "to"] as const).map((field) => {
    const name = chart.compare?.[field] ?? "";
    const c = rowOf(table, name, chart, ["compare", field], context);
    const v = levels[c] ?? null;
    if (v === null)
      throw new Refusal([
        chartMissingValue({ path: [...context.from, "compare", field] }, chart.id, name, "column"),
      ]);
    return { c, v };
  });
  if (from === undefined || to === undefined) return [];
  return [
    {
      type: "arrow",
      style: "difference",
      from,
      to,
      text: differenceText(from.v, to.v, table.measure, context),
      ink: differenceInk(minus(to.v, from.v), table.better),
    },
  ];
}

/**
 * A few words at the values that the chart names.
 * @throws Refusal for one that is not on the axis.
 */
export function callouts(
  chart: Chart,
  table: ChartTable,
  levels: readonly (number | null)[],
  context: ChartContext,
): readonly Overlay[] {
  return (chart.callouts ?? []).flatMap(({ at, text }, n): Overlay[] => {
    const c = rowOf(table, at, chart, ["callouts", n, "at"], context);
    const v = levels[c] ?? null;
    return v === null ? [] : [{ type: "note", at: { c, v }, text, ink: "ink" }];
  });
}

/** Pale ground over the periods of which nothing has happened yet, where the chart shows it. */
export function forecastGround(chart: Chart, table: ChartTable, context: ChartContext): readonly Overlay[] {
  if (!(chart.show ?? []).includes("forecast") || !table.timed) return [];
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

/** The mean of the values that are there. */
export function averageOf(table: ChartTable): number | undefined {
  const values = (table.columns[0] === undefined ? [] : given(table.columns[0])).map(({ value }) => value);
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
  const values = table.rows.map(
    ({ key }) => byPeriod.get(`${Number(key.slice(0, 4)) - 1}${key.slice(4)}`) ?? null,
  );
  return values.every((value) => value === null)
    ? undefined
    : { name: context.say("chart.series.previous", { name: column.name }), values };
}
