import { parsePeriod } from "../../base/period.ts";
import { VALUE_KINDS, type ValueKind } from "../../model/bundle/common.ts";
import type { ChartContext } from "./context.ts";
import { listed } from "./missing.ts";
import { type ChartTable, given, type TableColumn } from "./table.ts";

/** Neighbouring periods are named by the first and the last of them from so many on. */
const RUN = 3;

/** Says of a chart whose values are all of one kind that they are; nothing of actual values. */
export const allOfKind = (
  kind: ValueKind | undefined,
  count: number,
  context: ChartContext,
): readonly string[] =>
  kind === undefined || kind === "actual" || count === 0
    ? []
    : [context.say(`chart.alt.all.${kind}`, { count })];

/** Says which values of a table did not happen but are planned, forecast or estimated, as hatching and dashes show it. */
export function kindWords(table: ChartTable, context: ChartContext): readonly string[] {
  const found = table.columns.flatMap((column) => given(column).map(({ n }) => kindAt(column, n)));
  const [first] = found;
  if (first === undefined) return [];
  if (found.every((kind) => kind === first)) return allOfKind(first, found.length, context);
  return VALUE_KINDS.filter((kind) => kind !== "actual").flatMap((kind) =>
    listed(`chart.alt.of.${kind}`, placesOf(kind, table, context), context),
  );
}

const kindAt = (column: TableColumn, n: number): ValueKind => column.kinds[n] ?? "actual";

/** Returns true when the rows are periods in ascending order; rows sorted by size are not. */
function hasAscendingPeriods(table: ChartTable): boolean {
  const periods = table.rows.flatMap(({ key }) => parsePeriod(key) ?? []);
  return (
    periods.length === table.rows.length &&
    periods.every(
      ({ kind, ordinal }, n) =>
        n === 0 || (kind === periods[0]?.kind && ordinal > (periods[n - 1]?.ordinal ?? ordinal)),
    )
  );
}

/** Lists the places of a value kind: whole series, whole categories (ends of a run), single values. */
function placesOf(kind: ValueKind, table: ChartTable, context: ChartContext): readonly string[] {
  const whole = table.columns.filter(
    (column) =>
      table.columns.length > 1 &&
      given(column).length > 0 &&
      given(column).every(({ n }) => kindAt(column, n) === kind),
  );
  const partial = table.columns.filter((column) => !whole.includes(column));
  const places: string[] = whole.map(({ name }) => name);
  const ordered = hasAscendingPeriods(table);
  let run: string[] = [];
  const endRun = (): void => {
    const [from = "", to = ""] = [run[0], run.at(-1)];
    places.push(...(ordered && run.length >= RUN ? [context.say("chart.span", { from, to })] : run));
    run = [];
  };
  table.rows.forEach(({ long: label }, n) => {
    const known = partial.filter(({ values }) => (values[n] ?? null) !== null);
    const here = known.filter((column) => kindAt(column, n) === kind);
    if (known.length === 0) return;
    if (here.length === known.length) run.push(label);
    else {
      endRun();
      places.push(...here.map(({ name }) => context.say("chart.missing.item", { series: name, label })));
    }
  });
  endRun();
  return places;
}

/** Splits a column into actual and expected values; the expected line starts at the last actual value. */
export function split(column: TableColumn): { actual: (number | null)[]; expected: (number | null)[] } {
  const actual = column.values.map((value, n) => (column.kinds[n] === "actual" ? value : null));
  const expected = column.values.map((value, n) => (column.kinds[n] === "actual" ? null : value));
  const joint = lastGiven(actual);
  const first = expected.findIndex((value) => value !== null);
  if (joint >= 0 && first > joint) expected[joint] = actual[joint] ?? null;
  return { actual, expected };
}

/** The place of the last value that is there; -1 where there is none. */
export const lastGiven = (values: readonly (number | null)[]): number =>
  values.findLastIndex((value) => value !== null);

/** Returns true when a value is missing between two known ones. */
export const hasGap = (values: readonly (number | null)[]): boolean =>
  values
    .slice(
      values.findIndex((value) => value !== null),
      lastGiven(values) + 1,
    )
    .includes(null);
