import { plainPeriod } from "./period-forms.ts";
import type { TableCell } from "./table.ts";

/** Most rows of a table on its side: those of a budget, not of a database. */
export const MOST_LINES = 2_000;

/** The key under which the row of periods is asked for. */
export const PERIOD = "period";

type Read = Pick<TableCell, "text" | "typed">;

/**
 * The row of a table on its side that holds its periods, for a bundle that does not name it: the one with most cells that
 * read as periods, the topmost of equals, since amounts such as 2030 may read as years. Undefined where no row has any.
 */
export function rowOfPeriods(rows: readonly (readonly Read[])[]): number | undefined {
  const counts = rows.map((cells) => cells.filter(isPeriod).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : counts.indexOf(most);
}

/**
 * Columns that hold a period, told by their cells in the row of periods: headings in words before the first period and
 * behind the last, such as Owner and Total, say that they do not. What has a digit may be a period that is written wrong.
 */
export function holdsPeriods(row: readonly Read[]): readonly boolean[] {
  const digits = row.map(({ text }) => /\d/.test(text));
  const [first, last] = [digits.indexOf(true), digits.lastIndexOf(true)];
  return row.map(({ text }, n) => first < 0 || (n >= first && n <= last) || text === "");
}

const isPeriod = ({ text, typed }: Read): boolean =>
  typed?.type === "date" ||
  (typed?.type !== "fault" &&
    !(typed?.type === "number" && typed.percent) &&
    plainPeriod(text) !== undefined);

/** The column with the names of the rows: the leftmost of those in which most of the names that are wanted stand. */
export function columnOfNames(
  rows: readonly (readonly { readonly column: number; readonly text: string }[])[],
  isWanted: (text: string) => boolean,
): number | undefined {
  const found = new Map<number, number>();
  for (const { column, text } of rows.flat())
    if (isWanted(text)) found.set(column, (found.get(column) ?? 0) + 1);
  const most = Math.max(0, ...found.values());
  return most === 0
    ? undefined
    : Math.min(...[...found].flatMap(([column, n]) => (n === most ? [column] : [])));
}
