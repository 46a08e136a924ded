import type { TableColumn } from "./table.ts";

/** What happened, and what is expected; the expected line starts at the last thing that happened. */
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

/** Whether a value is missing between two that are there. */
export const hasGap = (values: readonly (number | null)[]): boolean =>
  values
    .slice(
      values.findIndex((value) => value !== null),
      lastGiven(values) + 1,
    )
    .includes(null);
