import type { PhraseName } from "../../locales/en/phrases.ts";
import type { ChartContext } from "./context.ts";
import { type ChartTable, given, type TableColumn } from "./table.ts";

/** A note names at most so many missing values, and counts the others. */
const NAMED = 3;

/**
 * Places of a column whose value is missing. Data miss what they do not give. A metric misses what it gives as null, and
 * what lies between two of its actual values; beyond its first and last value, and between values to come, which may be
 * as far apart as they like, the axis has periods that nobody promised.
 */
export function missingIn(column: TableColumn): readonly number[] {
  const known = given(column);
  const [first, last] = [known[0]?.n ?? 0, known.at(-1)?.n ?? -1];
  const within = (n: number): boolean => n > first && n < last && column.kinds[n] === "actual";
  return column.values.flatMap((value, n) =>
    value === null &&
    !column.rests?.has(n) &&
    (column.metric === undefined || within(n) || isWritten(column, n))
      ? [n]
      : [],
  );
}

/** Returns true when the bundle states the value; a value that was filled in has the next one's path. */
const isWritten = ({ from }: TableColumn, n: number): boolean =>
  from[n] !== undefined && from[n]?.join("/") !== from[n + 1]?.join("/");

/** Names of the columns that lack a value in this row; none where the whole row does. */
export function lackingIn(table: ChartTable, row: number): readonly string[] {
  const lacking = table.columns.filter((column) => (column.values[row] ?? null) === null);
  return lacking.length === table.columns.length ? [] : lacking.map(({ name }) => name);
}

/** Returns true when an expected value is missing between known values, so that no line may span the gap. */
export const isBroken = (column: TableColumn): boolean => {
  const first = column.values.findIndex((value) => value !== null);
  const last = column.values.findLastIndex((value) => value !== null);
  return missingIn(column).some((n) => n > first && n < last && column.kinds[n] !== "actual");
};

/** Lists what is missing from a table, in words: whole categories, whole series, and single values. */
function missingItems(table: ChartTable, context: ChartContext): readonly string[] {
  const missing = table.columns.map((column) => new Set(missingIn(column)));
  const count = table.rows.length;
  const single = table.columns.length === 1;
  const series = table.columns.flatMap(({ name, values }) =>
    !single && values.every((value) => value === null) ? [name] : [],
  );
  const partial = table.columns.flatMap((column, c) =>
    column.values.every((value) => value === null) && !single ? [] : [{ column, holes: missing[c] }],
  );
  const cells = Array.from({ length: count }, (_, n) => n).flatMap((n) => {
    const label = table.rows[n]?.long ?? "";
    const here = partial.filter(({ holes }) => holes?.has(n) === true);
    if (here.length === 0) return [];
    if (here.length === partial.length) return [label];
    return here.map(({ column }) => context.say("chart.missing.item", { series: column.name, label }));
  });
  return [...series, ...cells];
}

/** Phrases that are filled with all of a list, or with some of it and the number of the others. */
type ListPhrase = Extract<
  PhraseName,
  | "chart.missing"
  | "chart.alt.missing"
  | "chart.interval.bare"
  | "chart.interval.includes"
  | `chart.alt.of.${string}`
>;

/** A phrase that lists places: the first of them by name, and how many more there are; nothing where there are none. */
export function listed(
  phrase: ListPhrase,
  items: readonly string[],
  context: ChartContext,
): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > NAMED + 1 ? items.length - NAMED : 0;
  const named = more === 0 ? items : items.slice(0, NAMED);
  return [
    context.say(
      phrase,
      more === 0 ? { items: named } : { named: named.join(context.marks.comma), more: String(more) },
    ),
  ];
}

/** The word under a chart for the gaps in it: "no data: South 2025". */
export const missingNotes = (table: ChartTable, context: ChartContext): readonly string[] =>
  listed("chart.missing", missingItems(table, context), context);

/** The same as a sentence of alt text. */
export const missingWords = (table: ChartTable, context: ChartContext): readonly string[] =>
  listed("chart.alt.missing", missingItems(table, context), context);
