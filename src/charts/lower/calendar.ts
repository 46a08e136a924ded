import { type Period, parsePeriod, periodsThrough } from "../../base/period.ts";
import type { CategoryCoordinates } from "../../model/chart.ts";
import type { ChartContext } from "./context.ts";
import type { ChartRow, ChartTable, Limits, TableColumn } from "./table.ts";

/**
 * Limits of lines and areas, whose marks need no width of their own: as many periods as a metric may have
 * values, and as many again without one between them.
 */
export const LONG: Limits = { categories: 4_000, series: 12 };

/** The rows as periods; undefined where one is none, they are of several kinds or not in order. */
function periodsOf(table: ChartTable): readonly Period[] | undefined {
  const periods = table.rows.flatMap(({ key }) => parsePeriod(key) ?? []);
  const [first] = periods;
  const inOrder = periods.every(
    (period, n) =>
      period.kind === first?.kind && (n === 0 || period.ordinal > (periods[n - 1]?.ordinal ?? 0)),
  );
  return periods.length === table.rows.length && periods.length > 0 && inOrder ? periods : undefined;
}

/**
 * With a row for each day or week between the first and the last, or for each at the distance at which they were read, so
 * that distances along the axis are those in time.
 */
export const trueToTime = (table: ChartTable, context: ChartContext): ChartTable =>
  restful(spreadOut(table, context));

/** Marks weekends without any values as days of rest, so that nothing counts as missing there. */
function restful(table: ChartTable): ChartTable {
  const weekend = new Set(
    (periodsOf(table) ?? []).flatMap(({ kind, ordinal }, n) =>
      kind === "day" && modulo(ordinal - SATURDAY, 7) < 2 ? [n] : [],
    ),
  );
  const known = (n: number): boolean => table.columns.some((column) => (column.values[n] ?? null) !== null);
  if (weekend.size === 0 || [...weekend].some(known)) return table;
  return { ...table, columns: table.columns.map((column) => ({ ...column, rests: weekend })) };
}

/** 3 January 1970. */
const SATURDAY = 2;
const modulo = (a: number, b: number): number => ((a % b) + b) % b;

function spreadOut(table: ChartTable, context: ChartContext): ChartTable {
  const periods = periodsOf(table);
  const [first] = periods ?? [];
  if (periods === undefined || first === undefined || !isFine(first)) return table;
  const every = periodsThrough(periods, LONG.categories);
  if (every === undefined || every.length === periods.length) return table;
  const places = new Map(periods.map(({ ordinal }, n) => [ordinal, n]));
  // A period that no row gives belongs to the stretch that it leads to, as it does in a metric.
  let next = 0;
  const sources = every.map(({ ordinal }) => {
    const own = places.get(ordinal);
    if (own !== undefined) next = own + 1;
    return { own, next: own ?? next };
  });
  const spread = <T>(values: readonly T[], none: T): T[] =>
    sources.map(({ own }) => (own === undefined ? none : (values[own] ?? none)));
  return {
    ...table,
    rows: every.map(({ text }, n): ChartRow => {
      const own = table.rows[sources[n]?.own ?? -1];
      if (own !== undefined) return own;
      return { key: text, long: context.period(text, "long"), highlight: false, category: { label: text } };
    }),
    columns: table.columns.map(
      (column): TableColumn => ({
        ...column,
        values: spread(column.values, null),
        from: spread(column.from, undefined),
        kinds: sources.map((source) => column.kinds[source.next] ?? "actual"),
        lows: spread(column.lows, null),
        highs: spread(column.highs, null),
      }),
    ),
  };
}

const isFine = ({ kind }: Period): boolean => kind === "day" || kind === "week";

/** The calendar behind the axis of a table whose rows follow one another without a gap. */
export function calendarOf(table: ChartTable): Pick<CategoryCoordinates, "calendar"> {
  const periods = periodsOf(table);
  const [first] = periods ?? [];
  if (periods === undefined || first === undefined) return {};
  if (!periods.every(({ ordinal }, n) => ordinal === first.ordinal + n)) return {};
  return { calendar: { kind: first.kind, first: first.ordinal } };
}

/** Days and weeks run along a date axis, on which the first value and the last one stand at its ends. */
export const standsBetween = (coordinates: Pick<CategoryCoordinates, "calendar">): boolean =>
  coordinates.calendar?.kind !== "day" && coordinates.calendar?.kind !== "week";
