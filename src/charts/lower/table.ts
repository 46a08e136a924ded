import { parsePeriod } from "../../base/period.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import {
  chartMixedPeriods,
  chartMixedUnits,
  chartNoData,
  chartSameName,
  chartTooManyCategories,
  chartTooManySeries,
  chartUnknownMetric,
  chartValueCount,
} from "../../diagnostics/messages/index.ts";
import { shownDecimals } from "../../locales/numbers.ts";
import { Period, type ValueKind } from "../../model/bundle/common.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { Category } from "../../model/chart.ts";
import type { FigurePoint, JsonPath, MetricFigures } from "../../model/figures.ts";
import type { ChartContext } from "./context.ts";
import type { Measure } from "./number.ts";

/** The data of a chart in one shape, wherever they came from: metrics over time, or data of its own. */
export interface ChartTable {
  readonly id: string;
  /** First column of the workbook. */
  readonly heading: string;
  readonly rows: readonly ChartRow[];
  readonly columns: readonly TableColumn[];
  readonly measure: Measure;
  /** True where each metric keeps its own decimals. */
  readonly ownDecimals?: boolean;
  readonly better?: "higher" | "lower";
  /** Name of the measure, in words. */
  readonly name: string;
  /** "Q4 2024 to Q4 2027", or the chart's own period; "" where there is none. */
  readonly span: string;
  /** True where rows are periods. */
  readonly timed: boolean;
}

export interface ChartRow {
  /** Period or label, by which marks find it. */
  readonly key: string;
  readonly category: Category;
  readonly highlight: boolean;
  /** Label of the row as it reads within a sentence. */
  readonly long: string;
}

export interface TableColumn {
  readonly id: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Path at which each of the values is written. */
  readonly from: readonly (JsonPath | undefined)[];
  readonly kinds: readonly ValueKind[];
  readonly lows: readonly (number | null)[];
  readonly highs: readonly (number | null)[];
  readonly metric?: MetricFigures;
  /** Days of rest, of which nobody expects a value: the weekends of what is counted on weekdays alone. */
  readonly rests?: ReadonlySet<number>;
}

export interface Limits {
  readonly categories: number;
  readonly series: number;
  /** True where metrics of different units may share one table, because each gets its own axis. */
  readonly mixed?: boolean;
}
export const CATEGORY_LIMITS: Limits = { categories: 60, series: 12 };

/**
 * Reads a chart's metrics or data into rows and columns.
 * @throws DiagnosticsError with every reason why it cannot be drawn.
 */
export function tabulate(chart: Chart, context: ChartContext, limits: Limits = CATEGORY_LIMITS): ChartTable {
  const table =
    chart.metrics !== undefined && chart.metrics.length > 0
      ? fromMetrics(chart, chart.metrics, context, limits.mixed === true)
      : fromData(chart, context);
  const at = { path: context.from };
  const problems = [
    ...(table.rows.length > limits.categories
      ? [chartTooManyCategories(at, chart.id, table.rows.length, limits.categories)]
      : []),
    ...(table.columns.length > limits.series
      ? [chartTooManySeries(at, chart.id, table.columns.length, limits.series)]
      : []),
    ...(table.columns.every((column) => column.values.every((value) => value === null))
      ? [chartNoData(at, chart.id)]
      : []),
  ];
  if (problems.length > 0) throw new DiagnosticsError(problems);
  return table;
}

function fromMetrics(
  chart: Chart,
  ids: readonly string[],
  context: ChartContext,
  mixed: boolean,
): ChartTable {
  const at = { path: [...context.from, "metrics"] };
  const metrics = ids.map((id) => {
    const metric = Object.hasOwn(context.figures.metrics, id) ? context.figures.metrics[id] : undefined;
    if (metric === undefined) throw new DiagnosticsError([chartUnknownMetric(at, chart.id, id)]);
    return metric;
  });
  const [first] = metrics;
  if (first === undefined) throw new DiagnosticsError([chartNoData(at, chart.id)]);
  const units = [...new Set(metrics.map((metric) => metric.unit))];
  if (units.length > 1 && !mixed) throw new DiagnosticsError([chartMixedUnits(at, chart.id, units)]);
  const kinds = [...new Set(metrics.map((metric) => metric.periodKind))];
  if (kinds.length > 1) throw new DiagnosticsError([chartMixedPeriods(at, chart.id, kinds)]);

  const axis = new Map<string, FigurePoint>();
  for (const point of metrics.flatMap((metric) => metric.points))
    if (!axis.has(point.period)) axis.set(point.period, point);
  const points = [...axis.values()].sort((a, b) => a.start - b.start);
  const yearly = first.periodKind === "year";
  const rows = withYears(
    points.map(
      (point): ChartRow => ({
        key: point.period,
        long: point.label,
        highlight: false,
        category: { label: yearly ? point.label : point.shortLabel, from: point.from },
      }),
    ),
    yearly,
  );
  const columns = metrics.map((metric): TableColumn => {
    const own = new Map(metric.points.map((point) => [point.period, point]));
    const across = <T>(pick: (point: FigurePoint) => T, none: T): T[] =>
      points.map(({ period }) => {
        const point = own.get(period);
        return point === undefined ? none : pick(point);
      });
    return {
      id: metric.id,
      name: metric.name,
      metric,
      values: across<number | null>((point) => point.value, null),
      from: across<JsonPath | undefined>((point) => point.from, undefined),
      kinds: across<ValueKind>((point) => point.kind, "actual"),
      lows: across<number | null>((point) => point.low ?? null, null),
      highs: across<number | null>((point) => point.high ?? null, null),
    };
  });
  const scale = chart.scale ?? first.scale;
  const better = chart.better ?? first.better;
  return {
    id: chart.id,
    heading: context.say(`chart.heading.${first.periodKind}`),
    rows,
    columns,
    measure: {
      unit: chart.unit ?? first.unit,
      decimals: chart.decimals ?? Math.max(...metrics.map((metric) => metric.decimals)),
      ...(scale === undefined ? {} : { scale }),
    },
    ownDecimals: chart.decimals === undefined && scale === first.scale,
    ...(better === undefined ? {} : { better }),
    name: chart.measure ?? (metrics.length === 1 ? first.name : ""),
    span: spanOfRows(rows, context),
    timed: true,
  };
}

/** Rows of periods with the year below the first period of each; years themselves say it. */
const withYears = (rows: readonly ChartRow[], yearly: boolean): readonly ChartRow[] =>
  rows.map((row, n) => {
    const { group: _, ...category } = row.category;
    const year = row.key.slice(0, 4);
    const starts = !yearly && rows[n - 1]?.key.slice(0, 4) !== year;
    return { ...row, category: { ...category, ...(starts ? { group: year } : {}) } };
  });

/** "Q4 2024 to Q4 2027" */
function spanOfRows(rows: readonly ChartRow[], context: ChartContext): string {
  const [from, to] = [rows[0]?.long ?? "", rows.at(-1)?.long ?? ""];
  return from === to ? from : context.say("chart.span", { from, to });
}

/** Some rows of a table over time, by their places. */
export function rowsOf(table: ChartTable, places: readonly number[], context: ChartContext): ChartTable {
  const pick = <T>(items: readonly T[]): T[] =>
    places.flatMap((n) => (n < items.length ? [items[n] as T] : []));
  const yearly = table.rows.every(({ category }) => category.group === undefined);
  const rows = withYears(pick(table.rows), yearly);
  return {
    ...table,
    rows,
    span: spanOfRows(rows, context),
    columns: table.columns.map((column) => ({
      ...column,
      values: pick(column.values),
      from: pick(column.from),
      kinds: pick(column.kinds),
      lows: pick(column.lows),
      highs: pick(column.highs),
    })),
  };
}

function fromData(chart: Chart, context: ChartContext): ChartTable {
  const data = chart.data ?? [];
  const names = chart.series ?? [];
  const width = Math.max(1, names.length, ...data.map((datum) => datum.values?.length ?? 0));
  const wrong = data.flatMap((datum, n) =>
    datum.values !== undefined && datum.values.length !== width
      ? [
          chartValueCount(
            { path: [...context.from, "data", n] },
            chart.id,
            datum.label,
            datum.values.length,
            width,
          ),
        ]
      : [],
  );
  const labels = data.map(({ label }) => label);
  const twice = SEQUENCES.has(chart.kind) && chart.order !== "size" ? [] : repeated(labels);
  const problems = [
    ...wrong,
    ...twice.map((n) => chartSameName({ path: [...context.from, "data", n] }, chart.id, labels[n] ?? "")),
    ...repeated(names).map((n) =>
      chartSameName({ path: [...context.from, "series", n] }, chart.id, names[n] ?? ""),
    ),
  ];
  if (problems.length > 0) throw new DiagnosticsError(problems);

  const cell = (n: number, column: number): number | null => {
    const datum = data[n];
    return (
      (datum?.values === undefined ? (column === 0 ? datum?.value : null) : datum.values[column]) ?? null
    );
  };
  const name = chart.measure ?? "";
  const better = chart.better ?? context.better;
  const columns = Array.from(
    { length: width },
    (_, column): TableColumn => ({
      id: `${chart.id}-${column + 1}`,
      name: names[column] ?? (name === "" ? context.say("chart.value") : name),
      values: data.map((_datum, n) => cell(n, column)),
      from: data.map(({ values }, n) => [
        ...[...context.from, "data", n],
        ...(values === undefined ? ["value"] : ["values", column]),
      ]),
      kinds: data.map((datum) => datum.kind ?? chart.valueKind ?? "actual"),
      lows: data.map((datum) => (width === 1 ? (datum.low ?? null) : null)),
      highs: data.map((datum) => (width === 1 ? (datum.high ?? null) : null)),
    }),
  );
  return {
    id: chart.id,
    heading: context.say("chart.heading.category"),
    rows: data.map((datum, n) => ({
      key: datum.label,
      long: ofSeveral(labels, n, context),
      highlight: datum.highlight === true,
      category: { label: datum.label, from: [...context.from, "data", n] satisfies JsonPath },
    })),
    columns,
    measure: measureOf(
      chart,
      columns.flatMap((column) => column.values),
    ),
    ...(better === undefined ? {} : { better }),
    name,
    span: spanOf(chart, context),
    timed: false,
  };
}

/** Kinds that draw categories one after the other, so that each of one name has its own place: Q1 of two years. */
const SEQUENCES: ReadonlySet<string> = new Set([
  "line",
  "area",
  "sparkline",
  "column",
  "stacked",
  "stacked100",
  "combo",
  "waterfall",
  "multiples",
]);

/** Places of names that stand before them already. */
export const repeated = (names: readonly string[]): readonly number[] =>
  names.flatMap((name, n) => (names.indexOf(name) < n ? [n] : []));

/** A name as a sentence says it: of several that are one, which. */
function ofSeveral(labels: readonly string[], n: number, context: ChartContext): string {
  const label = labels[n] ?? "";
  const all = labels.flatMap((other, at) => (other === label ? [at] : []));
  if (all.length < 2) return label;
  return context.say("chart.same", { label, n: String(all.indexOf(n) + 1), count: String(all.length) });
}

/** The chart's own period in words; "" where it names none. */
export const spanOf = (chart: Chart, context: ChartContext): string =>
  chart.period === undefined ? "" : periodWords(chart.period, context);

/** A period is read in the locale; other words stand as they are. */
const periodWords = (period: string, context: ChartContext): string =>
  Period.safeParse(period).success ? context.period(period, "long") : period;

/** Unit and scale as written; decimals as written, else as many as the values are read by. */
export const measureOf = (chart: Chart, values: readonly (number | null)[]): Measure => ({
  unit: chart.unit ?? "",
  decimals: chart.decimals ?? shownDecimals(values, chart.scale),
  ...(chart.scale === undefined ? {} : { scale: chart.scale }),
});

/** Returns a column's measure; each of several metrics keeps its decimals unless the chart states them. */
export const measureIn = (table: ChartTable, { metric }: Pick<TableColumn, "metric">): Measure =>
  metric === undefined || !table.ownDecimals
    ? table.measure
    : { ...table.measure, decimals: metric.decimals };

/** Returns true when labels may be left out, because rows are periods in order and imply the rest. */
export const hasPeriodRows = (table: ChartTable): boolean =>
  table.timed || table.rows.every(({ key }) => parsePeriod(key) !== undefined);

/** Up to so many categories of a line are all named. */
export const NAMED = 12;

/** Values of a column that are there, with their place. */
export const given = (
  column: Pick<TableColumn, "values">,
): readonly { readonly n: number; readonly value: number }[] =>
  column.values.flatMap((value, n) => (value === null ? [] : [{ n, value }]));

/** All numbers of a table. */
export const allValues = (table: ChartTable): readonly number[] =>
  table.columns.flatMap((column) => given(column).map(({ value }) => value));

/** The ends of all ranges. */
export const ends = (table: ChartTable): readonly number[] =>
  table.columns.flatMap((column) => [...column.lows, ...column.highs].filter((value) => value !== null));
