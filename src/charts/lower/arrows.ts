import { Decimal } from "../../base/decimal.ts";
import { parsePeriod } from "../../base/period.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { chartNoValueAt, chartSamePlace } from "../../diagnostics/messages/index.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { Overlay } from "../../model/overlay.ts";
import type { ColorToken } from "../../model/text.ts";
import type { ChartContext } from "./context.ts";
import { rowOf, type TargetLevel } from "./marks.ts";
import { goodness } from "./notation.ts";
import { fullText, type Measure, markText } from "./number.ts";
import { minus } from "./scale.ts";
import { type ChartTable, given, hasPeriodRows } from "./table.ts";

/** Heights that arrows stand on, one a row: the values of a series, or the totals of stacks. */
export type Levels = readonly (number | null)[];

/** Decimals of a yearly rate, as the figures print it. */
const RATE_DECIMALS = 1;

/**
 * From the first to the latest actual value, with the yearly rate: that of the metric's figures where it is the only
 * series, else the compound rate between the two levels, whose categories must be periods. Nothing where there is none.
 */
export function cagrArrow(table: ChartTable, levels: Levels, context: ChartContext): readonly Overlay[] {
  const metric = table.columns.length === 1 ? table.columns[0]?.metric : undefined;
  const rate = metric?.figures["cagr"];
  const [first, latest] = [metric?.figures["first"], metric?.figures["latest"]];
  const span =
    metric === undefined
      ? actualSpan(table, levels)
      : {
          from: table.rows.findIndex((row) => row.key === first?.period),
          to: table.rows.findIndex((row) => row.key === latest?.period),
        };
  if (span === undefined || span.from < 0 || span.to <= span.from) return [];
  const value = metric === undefined ? growthText(table, levels, span, context) : rate?.text;
  const [from, to] = [levels[span.from] ?? null, levels[span.to] ?? null];
  if (value === undefined || from === null || to === null) return [];
  return [
    {
      type: "arrow",
      style: "growth",
      from: { c: span.from, v: from },
      to: { c: span.to, v: to },
      text: context.say("chart.cagr", { value }),
      ink: "ink",
    },
  ];
}

/** The first and the last row whose level is known and all actual. */
function actualSpan(table: ChartTable, levels: Levels) {
  const known = table.rows.flatMap((_row, n) =>
    (levels[n] ?? null) !== null && table.columns.every((column) => column.kinds[n] === "actual") ? [n] : [],
  );
  const [from, to] = [known[0], known.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** (latest / first)^(1 / years) − 1, as `compute` computes it for metrics; under a year it would blow weeks up to a year. */
function growthText(
  table: ChartTable,
  levels: Levels,
  { from, to }: { readonly from: number; readonly to: number },
  context: ChartContext,
): string | undefined {
  const [start, end] = [from, to].map((n) => parsePeriod(table.rows[n]?.key ?? ""));
  const [first, latest] = [levels[from] ?? 0, levels[to] ?? 0];
  if (start === undefined || end === undefined || isShare(table.measure) || first <= 0 || latest <= 0)
    return undefined;
  const years = new Decimal(end.start).minus(start.start).div(12);
  if (years.lt(1)) return undefined;
  const rate = new Decimal(latest).div(first).pow(new Decimal(1).div(years)).minus(1).times(100);
  return context.format(rate.toNumber(), { unit: "%", decimals: RATE_DECIMALS });
}

/**
 * The arrow between the two bars or levels that the chart compares. Where it names none and asks for the difference:
 * to the target where there is one, from the latest value or from the category that the chart points at; else from the
 * first value to the last.
 * @throws DiagnosticsError for one that is not on the axis or has no value.
 */
export function comparison(
  chart: Chart,
  table: ChartTable,
  levels: Levels,
  target: TargetLevel | undefined,
  context: ChartContext,
): readonly Overlay[] {
  const { compare } = chart;
  if (compare === undefined)
    return (chart.show ?? []).includes("difference") ? differenceArrow(table, levels, target, context) : [];
  const at = { path: [...context.from, "compare"] };
  if (compare.from === compare.to) throw new DiagnosticsError([chartSamePlace(at, chart.id, compare.from)]);
  const place = (field: "from" | "to") => {
    const name = compare[field];
    const c = rowOf(table, name, chart, ["compare", field], context);
    const v = levels[c] ?? null;
    if (v === null)
      throw new DiagnosticsError([
        chartNoValueAt({ path: [...context.from, "compare", field] }, chart.id, name, "compare"),
      ]);
    return { c, v };
  };
  const [from, to] = [place("from"), place("to")];
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

function differenceArrow(
  table: ChartTable,
  levels: Levels,
  target: TargetLevel | undefined,
  context: ChartContext,
): readonly Overlay[] {
  const points = given({ values: levels });
  const [first, end] = [points[0], points.at(-1)];
  // Only in time is the last one the latest; else it is the category that the chart points at, or the first one.
  const pointedAt = points.filter(({ n }) => table.rows[n]?.highlight === true);
  const last =
    target === undefined || hasPeriodRows(table) ? end : pointedAt.length === 1 ? pointedAt[0] : first;
  if (first === undefined || last === undefined || (target === undefined && first.n === last.n)) return [];
  const from = target === undefined ? first : last;
  const to = target?.value ?? last.value;
  const change = minus(to, from.value);
  return [
    {
      type: "arrow",
      style: "difference",
      from: { c: from.n, v: from.value },
      to: { c: last.n, v: to },
      text: differenceText(from.value, to, table.measure, context),
      ink: target === undefined ? differenceInk(change, table.better) : "ink",
    },
  ];
}

const isShare = (measure: Measure): boolean => measure.unit === "%" || measure.unit === "pp";

/** Absolute, and relative where the unit is not itself a share and both are above zero. */
export function differenceText(from: number, to: number, measure: Measure, context: ChartContext): string {
  const change = minus(to, from);
  const absolute = isShare(measure)
    ? fullText(context, change, { ...measure, unit: "pp" }, true)
    : markText(context, change, measure, true);
  if (isShare(measure) || from <= 0 || to < 0) return absolute;
  const percent = new Decimal(change).div(from).times(100).toNumber();
  const relative = context.format(percent, { unit: "%", decimals: 0, signed: true });
  return context.say("chart.difference", { absolute, relative });
}

const differenceInk = (change: number, better: "higher" | "lower" | undefined): ColorToken =>
  better === undefined ? "ink" : goodness(change, better);
