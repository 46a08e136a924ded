import type * as messages from "../../diagnostics/messages/index.ts";
import type { TableCell } from "../table/table.ts";

/** Cells of a table, by the words with which a bundle names them. */
export type BlockSource =
  | { readonly csv: string }
  | { readonly xlsx: string; readonly table?: string; readonly sheet?: string; readonly range?: string };

/** A table that was found in a file nobody has described yet: its headings, and the rows below them. */
export interface Block {
  readonly source: BlockSource;
  readonly form: messages.TableForm;
  readonly commas: boolean;
  readonly headings: readonly string[];
  /** Each as wide as the headings. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Currency that the format of a column shows: €, EUR. */
  readonly currencies: readonly (string | undefined)[];
  /** A row of totals below the data, which the source leaves out where it can. */
  readonly total?: TableCell;
}

/** Words by which people call the row that sums up the others. */
const TOTAL =
  /^(grand )?total\b|^sub-?total|^sum$|^summa|^yhteensä|^kaikki yhteensä|^gesamt|^summe$|^totaal|^totale?$|^totalt$|^somme$/iu;

/** The rows of a table without those at its end that sum up the others, and the first cell of the first such row. */
export function withoutTotals<Row extends readonly TableCell[]>(
  rows: readonly Row[],
): { readonly rows: readonly Row[]; readonly total?: TableCell } {
  for (const [n, row] of rows.entries()) {
    const name = row.find(({ text }) => text !== "");
    if (n === 0 || name === undefined || n < rows.length - 2) continue;
    if (TOTAL.test(name.text) || (n === rows.length - 1 && sumsUp(rows.slice(0, n), row)))
      return { rows: rows.slice(0, n), total: name };
  }
  return { rows };
}

/** True where every number of a row, at least one, is the sum of at least three above it. */
function sumsUp(above: readonly (readonly TableCell[])[], row: readonly TableCell[]): boolean {
  if (above.length < 3) return false;
  const numbers = row.flatMap((cell, column) => {
    const own = plainNumber(cell);
    return own === undefined ? [] : [{ own, column }];
  });
  return (
    numbers.length > 0 &&
    numbers.every(({ own, column }) => {
      const parts = above.map((each) => plainNumber(each[column]));
      const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
      return own !== 0 && !parts.includes(undefined) && Math.abs(sum - own) <= Math.abs(own) * 1e-9;
    })
  );
}

/** The number of a cell that holds digits as programs write them. */
export function plainNumber(cell: TableCell | undefined): number | undefined {
  if (cell?.typed?.type === "number") return cell.typed.value;
  if (cell?.typed !== undefined || !/^-?\d+(\.\d+)?$/.test(cell?.text ?? "")) return undefined;
  return Number(cell?.text);
}
