import type { Chart } from "../../model/bundle/index.ts";
import type { Label, Series } from "../../model/chart.ts";
import type { ColorToken } from "../../model/text.ts";
import type { ChartContext } from "./context.ts";
import { barEdge, barPaint, label, NO_PAINT, series, seriesInk, textOn } from "./notation.ts";
import { formatCode, type Measure, markText } from "./number.ts";
import { type ChartTable, measureIn, type TableColumn } from "./table.ts";
import { remarks } from "./wording.ts";

/** Bars of one series, by IBCS: the highlighted ones in the accent and the others grey; forecasts hatched, plans outlined. */
export function barSeries(table: ChartTable, column: TableColumn, n: number, context: ChartContext): Series {
  const highlights = table.rows.some((row) => row.highlight);
  const only = table.columns.length === 1;
  const inkOf = (row: number): ColorToken =>
    highlights && only ? (table.rows[row]?.highlight === true ? "accent" : "faint") : seriesInk(n);
  const first = column.values.findIndex((value) => value !== null);
  const usual = { ink: inkOf(Math.max(0, first)), kind: column.kinds[Math.max(0, first)] ?? "actual" };
  const points: Record<
    number,
    { paint: ReturnType<typeof barPaint>; line?: NonNullable<ReturnType<typeof barEdge>> }
  > = {};
  column.values.forEach((value, row) => {
    const kind = column.kinds[row] ?? "actual";
    const ink = inkOf(row);
    if (value === null || (ink === usual.ink && kind === usual.kind)) return;
    const edge = barEdge(kind, ink);
    points[row] = { paint: barPaint(kind, ink), ...(edge === undefined ? {} : { line: edge }) };
  });
  const edge = barEdge(usual.kind, usual.ink);
  return {
    ...series(
      {
        id: column.id,
        name: column.name,
        role: usual.kind,
        format: formatCode(context, measureIn(table, column)),
        paint: barPaint(usual.kind, usual.ink),
      },
      column.values,
      {
        from: column.from,
        ...remarks(table.columns, column, context),
        ...(edge === undefined ? {} : { line: edge }),
      },
    ),
    points,
    labels: column.values.map((value, row) =>
      barLabel(value, measureIn(table, column), context, table.rows[row]?.highlight === true),
    ),
  };
}

/** Returns true when a chart shows the ranges of its values as error bars and has at least one range. */
export const hasErrorBars = (chart: Chart, table: ChartTable): boolean =>
  (chart.show ?? []).includes("errorBars") &&
  table.columns.some(({ lows, highs }) => lows.some((low, n) => low !== null && (highs[n] ?? null) !== null));

/** A series with its ranges. Of several to a category, the numbers stand at the foot, where no range runs through them. */
export function withErrorBars(bars: Series, column: TableColumn, single: boolean): Series {
  const known = column.lows.map((low, n) => low !== null && (column.highs[n] ?? null) !== null);
  return {
    ...bars,
    ...(known.includes(true)
      ? {
          errorBars: {
            low: column.lows.map((low, n) => (known[n] === true ? low : null)),
            high: column.highs.map((high, n) => (known[n] === true ? high : null)),
            ink: "muted",
          } as const,
        }
      : {}),
    labels: single ? bars.labels.map(() => null) : labelsAtFoot(bars, { bold: true }),
  };
}

/** The labels of bars at their foot, inside, in an ink that the bar carries: where their ends belong to something else. */
export const labelsAtFoot = (bars: Series, more: Partial<Label> = {}): readonly (Label | null)[] =>
  bars.labels.map((each, n) =>
    each === null
      ? null
      : { ...each, ...more, at: "insideBase", ink: textOn(bars.points[n]?.paint ?? bars.paint) },
  );

/** The numbers of bars beyond the ends of their ranges; the line that carries them is not drawn. */
export function beyondRanges(
  bars: Series,
  column: TableColumn,
  side: { readonly ahead: Label["at"]; readonly behind: Label["at"] },
  context: ChartContext,
): Series {
  const ends = column.values.map((value, n) => {
    const end = value === null ? null : value < 0 ? column.lows[n] : column.highs[n];
    return end ?? value;
  });
  return series(
    {
      id: `${bars.id}-range-end`,
      name: context.say("chart.range.end"),
      role: "mark",
      format: bars.format,
      paint: NO_PAINT,
    },
    ends,
    {
      silent: true,
      from: column.from,
      labels: bars.labels.map((each, n): Label | null =>
        each === null
          ? null
          : { ...each, value: false, at: (column.values[n] ?? 0) < 0 ? side.behind : side.ahead },
      ),
    },
  );
}

/** The value at the end of a bar; highlighted ones are bold and stay longest. */
export const barLabel = (
  value: number | null,
  measure: Measure,
  context: ChartContext,
  strong = false,
): Label | null =>
  value === null
    ? null
    : label(markText(context, value, measure), "outsideEnd", { bold: strong, priority: strong ? 6 : 5 });

/** Number of ticks to aim at on a hidden axis; fine steps let the longest bar end near the axis end. */
export const HIDDEN_AXIS_STEPS = 12;

/** Below columns under zero stand their numbers, above the names of the categories: the axis must leave room. */
export function footRoom(numbers: readonly number[]): number {
  const low = Math.min(...numbers);
  return low < 0 ? low - (Math.max(0, ...numbers) - low) * 0.08 : low;
}
