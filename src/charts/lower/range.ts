import { Decimal } from "../../base/decimal.ts";
import type { ChartModel, Series } from "../../model/chart.ts";
import type { ChartContext } from "./context.ts";
import { lastGiven } from "./kinds.ts";
import { NO_PAINT, series } from "./notation.ts";
import { formatCode } from "./number.ts";
import { minus } from "./scale.ts";
import type { ChartTable, TableColumn } from "./table.ts";

/** The range of an expected value, by its place in the table. */
export interface Range {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** The ranges of what is expected of the first series, as far as both ends are given. */
export const rangesOf = ({ columns: [column] }: ChartTable): readonly Range[] =>
  (column?.values ?? []).flatMap((_value, n) => {
    const [low, high] = [column?.lows[n] ?? null, column?.highs[n] ?? null];
    return low === null || high === null || column?.kinds[n] === "actual" ? [] : [{ n, low, high }];
  });

/**
 * A band needs the range of every expected value, from the joining point or the first category to the last one. Areas
 * know no gaps: where a range is missing, PowerPoint and LibreOffice lead the band down to zero, and narrowing it to the
 * line would say that the value there is certain. Such ranges are drawn as error bars.
 */
export function isWhole({ columns: [column] }: ChartTable, ranged: readonly Range[]): boolean {
  if (column === undefined || ranged.length === 0) return false;
  const { values, kinds } = column;
  const places = new Set(ranged.map(({ n }) => n));
  const first = ranged[0]?.n ?? 0;
  const begins =
    first === 0 || values.some((value, n) => n < first && value !== null && kinds[n] === "actual");
  return (
    begins &&
    places.has(values.length - 1) &&
    values.every((value, n) => value === null || kinds[n] === "actual" || places.has(n))
  );
}

/** The low and the high ends of ranges, one a category; null where there is no range. */
function endsOf({ values }: TableColumn, ranged: readonly Range[]) {
  const at = new Map(ranged.map((range) => [range.n, range]));
  return {
    low: values.map((_value, n) => at.get(n)?.low ?? null),
    high: values.map((_value, n) => at.get(n)?.high ?? null),
  };
}

/** The ranges as error bars of the line of what is expected. */
export const rangeBars = (
  column: TableColumn,
  ranged: readonly Range[],
): NonNullable<Series["errorBars"]> => ({ ...endsOf(column, ranged), ink: "muted" });

/**
 * The range of what is expected, from the joining point on, interpolated over periods without a value. Before that point
 * it has no width and follows the line: programs that draw stacked areas take a gap for zero, and would lead the edge of
 * the band up from there, across the chart.
 */
export function rangeBand(
  table: ChartTable,
  ranged: readonly Range[],
  context: ChartContext,
):
  | {
      low: Series;
      width: Series;
      ends: NonNullable<ChartModel["columns"]>;
    }
  | undefined {
  const column = table.columns[0];
  if (column === undefined) return undefined;
  const [first, last] = [ranged[0]?.n, ranged.at(-1)?.n];
  if (first === undefined || last === undefined) return undefined;
  const joint = lastGiven(
    column.values.map((value, n) => (column.kinds[n] === "actual" && n < first ? value : null)),
  );
  const knots = column.values.flatMap((value, n) => {
    if ((joint < 0 && n < first) || n > last) return [];
    const low = column.kinds[n] === "actual" ? value : (column.lows[n] ?? value);
    const high = column.kinds[n] === "actual" ? value : (column.highs[n] ?? value);
    return low === null || high === null ? [] : [{ n, low, high }];
  });
  const exact = new Map(knots.map((knot) => [knot.n, knot]));
  const at = (n: number, pick: "low" | "high"): number | null => {
    const here = exact.get(n);
    if (here !== undefined) return here[pick];
    const after = knots.find((knot) => knot.n >= n);
    const before = knots.findLast((knot) => knot.n <= n);
    if (after === undefined || before === undefined) return null;
    const share = new Decimal(n - before.n).div(after.n - before.n);
    return new Decimal(after[pick])
      .minus(before[pick])
      .times(share)
      .plus(before[pick])
      .toDecimalPlaces(table.measure.decimals + 2)
      .toNumber();
  };
  const lows = column.values.map((_value, n) => at(n, "low"));
  const highs = column.values.map((_value, n) => at(n, "high"));
  const given = endsOf(column, ranged);
  const widths = lows.map((value, n) => (value === null ? null : minus(highs[n] ?? value, value)));
  const format = formatCode(context, table.measure);
  return {
    low: series(
      {
        id: `${column.id}-low`,
        name: context.say("chart.series.rangeLow"),
        role: "rangeLow",
        format,
        paint: NO_PAINT,
      },
      lows,
    ),
    width: series(
      {
        id: `${column.id}-range`,
        name: context.say("chart.series.rangeWidth"),
        role: "rangeWidth",
        format,
        paint: { ink: "accentSoft", pattern: "solid" },
      },
      widths,
    ),
    ends: [
      { name: context.say("chart.end.low"), values: given.low, format },
      { name: context.say("chart.end.high"), values: given.high, format },
    ],
  };
}
