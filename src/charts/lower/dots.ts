import { VALUE_KINDS } from "../../model/bundle/common.ts";
import type { Label, Paint, Series } from "../../model/chart.ts";
import type { ColorToken } from "../../model/text.ts";
import type { ChartContext } from "./context.ts";
import { NO_PAINT, series } from "./notation.ts";
import { formatCode } from "./number.ts";
import { niceSteps, type Steps } from "./scale.ts";
import { type ChartTable, given } from "./table.ts";
import { remarks } from "./wording.ts";

/** Diameters of points on horizontal rows, in pt: as its series, and of one that differs (LibreOffice 7.4 reads those by their size). */
const DOT = 8;
const OTHER = 9;

/** Room between the outermost points and the ends of the axis, as shares of the range: names stand at the left, words at the right. */
const AIR = { left: 0.03, right: 0.05 } as const;
/** Steps of the hidden axis, so fine that the points nearly fill it. */
const STEPS = 40;

/** Width of a character in such shares, on average, where names and words leave two thirds of the slide to the plot. */
const CHARACTER = 0.011;

/**
 * The axis of points: their place counts, not a length from zero. Right of the outermost point there is room for the
 * longest label of `labelled`, so that it does not stand in the words at the right.
 */
export function dotSteps(numbers: readonly number[], labelled: readonly Series[] = []): Steps {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const range = high - low;
  const reach = (at: number, text: string): number =>
    (range === 0 ? 0 : (at - high) / range) + text.length * CHARACTER;
  const ends = labelled.flatMap(({ labels, values }) =>
    labels.map((each, n) => (each?.at === "right" ? reach(values[n] ?? low, each.text) : 0)),
  );
  const right = AIR.right + Math.max(0, ...ends);
  return niceSteps(low - range * AIR.left, high + range * right, { zero: false, count: STEPS });
}

/** The ink of each row: highlighted ones in the accent and the others grey; all in the accent where none is. */
export function emphasis(table: ChartTable): (row: number) => ColorToken {
  const highlights = table.rows.some((row) => row.highlight);
  return (row) => (highlights && table.rows[row]?.highlight !== true ? "faint" : "accent");
}

/** A column as points on horizontal rows, without a line; what did not happen is hollow. */
export function dotSeries(
  table: ChartTable,
  n: number,
  inkOf: (row: number) => ColorToken,
  context: ChartContext,
): Series {
  const column = table.columns[n];
  if (column === undefined) throw new Error(`chart ${table.id} has no column ${n}`);
  const paintOf = (row: number): Paint => ({
    ink: inkOf(row),
    pattern: (column.kinds[row] ?? "actual") === "actual" ? "solid" : "outline",
  });
  const usual = paintOf(given(column)[0]?.n ?? 0);
  const points = Object.fromEntries(
    given(column).flatMap(({ n: row }) => {
      const paint = paintOf(row);
      return paint.ink === usual.ink && paint.pattern === usual.pattern
        ? []
        : [[row, { paint, size: OTHER }]];
    }),
  );
  return series(
    {
      id: column.id,
      name: column.name,
      role: "actual",
      format: formatCode(context, table.measure),
      paint: NO_PAINT,
    },
    column.values,
    {
      from: column.from,
      marker: { shape: "circle", size: DOT, paint: usual },
      points,
      ...remarks(table.columns, column, context),
    },
  );
}

/** Words in one column at the right of all rows; the points that carry them are not drawn. */
export const dotWords = (
  table: ChartTable,
  at: number,
  words: (row: number) => Label | null,
  context: ChartContext,
): Series =>
  series(
    {
      id: `${table.id}-words`,
      name: context.say("chart.bullet.end"),
      role: "mark",
      format: formatCode(context, table.measure),
      paint: NO_PAINT,
    },
    table.rows.map(() => at),
    { silent: true, labels: table.rows.map((_row, n) => words(n)) },
  );

/** Says what hollow points are, where a chart has others beside them. */
export function dotNotes(table: ChartTable, context: ChartContext): readonly string[] {
  const found = new Set(
    table.columns.flatMap((column) => given(column).map(({ n }) => column.kinds[n] ?? "actual")),
  );
  return found.size < 2
    ? []
    : VALUE_KINDS.flatMap((kind) =>
        kind === "actual" || !found.has(kind) ? [] : [context.say(`chart.notation.point.${kind}`)],
      );
}
