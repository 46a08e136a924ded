import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import {
  folded,
  type Opened,
  sameName,
  type TableCell,
  type TableRequest,
  type TableRow,
  type Wanted,
} from "../table/table.ts";
import { createLines } from "../text/source-map.ts";
import { decodeCsv } from "./decode.ts";
import { QuoteError, type RawCell, type RawRow, splitRows } from "./split.ts";

/** Columns of a CSV file that are read at most; data that are wider have a row for what should be a column. */
const MAX_COLUMNS = 2_000;

/** Rows below the header by which delimiters are compared. */
const COMPARED = 5;

const DELIMITERS = [",", ";", "\t", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Decodes and splits a CSV file and finds the columns that the bundle names; reads no further than `limit` rows. */
export function openCsv(bytes: Uint8Array, file: string, { wanted, limit, what }: TableRequest): Opened {
  const start: Place = { file, line: 1, column: 1 };
  const decoded = decodeCsv(bytes, file);
  if ("problem" in decoded) return { problems: [decoded.problem] };
  const { text } = decoded;
  const lines = createLines(text, file);
  const placeOf = (cell: RawCell | undefined): Place => lines.at(cell?.offset ?? 0, cell?.length ?? 1);
  const named = declared(text);
  const delimiter = named?.delimiter ?? likely(text, wanted);
  const rows = splitRows(text, named?.length ?? 0, delimiter, MAX_COLUMNS);
  try {
    const header = rows.next();
    if (header.done === true) return { problems: [messages.tableEmpty({ place: start })] };
    if (header.value.count > MAX_COLUMNS)
      return { problems: [messages.csvTooManyColumns({ place: start }, header.value.count, MAX_COLUMNS)] };
    const heading = header.value.cells;
    const { columns, problems } = findColumns(heading, wanted, file, placeOf);
    const uneven: Diagnostic[] = [];
    const found: TableRow[] = [];
    let count = 0;
    for (const row of rows) {
      if (++count > limit) return { problems: [messages.tableTooManyRows({ place: start }, limit, what)] };
      const [first] = row.cells;
      if (!fits(row, heading.length))
        uneven.push(messages.csvBroken({ place: placeOf(first) }, "columns", row.count, heading.length));
      found.push(rowOf(row, columns, placeOf));
    }
    const all = [...problems, ...folded(uneven, "row")];
    if (all.length > 0) return { problems: all };
    if (count === 0) return { problems: [messages.tableEmpty({ place: start })] };
    return { form: "csv", rows: found, commas: delimiter === ",", start, problems: [], warnings: [] };
  } catch (cause) {
    if (!(cause instanceof QuoteError)) throw cause;
    return { problems: [messages.csvBroken({ place: lines.at(cause.offset) }, "quote")] };
  }
}

/** Places are looked up when somebody asks: most cells are never spoken of. */
const rowOf = (
  row: RawRow,
  columns: ReadonlyMap<string, number>,
  placeOf: (cell: RawCell | undefined) => Place,
): TableRow => ({
  get place() {
    return placeOf(row.cells[0]);
  },
  cells: new Map(
    [...columns].flatMap(([key, index]): [string, TableCell][] => {
      const cell = row.cells[index];
      if (cell === undefined) return [];
      return [
        [
          key,
          {
            text: cell.text,
            get place() {
              return placeOf(cell);
            },
          },
        ],
      ];
    }),
  ),
});

/** True where a row has as many cells as the header; spreadsheets may add empty ones. */
const fits = (row: RawRow, width: number): boolean =>
  row.count === width ||
  (row.count > width && row.count <= MAX_COLUMNS && row.cells.slice(width).every((cell) => cell.text === ""));

function findColumns(
  heading: readonly RawCell[],
  wanted: readonly Wanted[],
  file: string,
  placeOf: (cell: RawCell) => Place,
): { readonly columns: ReadonlyMap<string, number>; readonly problems: readonly Diagnostic[] } {
  const first = new Map<string, number>();
  const problems: Diagnostic[] = [];
  const repeated = new Set<string>();
  for (const [index, cell] of heading.entries()) {
    const name = sameName(cell.text);
    if (name === "") continue;
    if (!first.has(name)) first.set(name, index);
    else if (!repeated.has(name)) {
      repeated.add(name);
      problems.push(messages.tableRepeatedColumn({ place: placeOf(cell) }, cell.text));
    }
  }
  const columns = new Map<string, number>();
  const names = heading.map((cell) => cell.text);
  for (const { key, name, at } of wanted) {
    const index = first.get(sameName(name));
    if (index === undefined)
      problems.push(messages.tableNoColumn(at, name, file, nearest(name, names), names));
    else columns.set(key, index);
  }
  return { columns, problems };
}

/** A first line `sep=;`, by which Excel is told the delimiter; and how long it is. */
function declared(text: string): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const match = /^"?sep=([,;\t|])"?[^\S\r\n]*(\r\n|\n|\r|$)/i.exec(text);
  return match === null ? undefined : { delimiter: match[1] as Delimiter, length: match[0].length };
}

/**
 * The delimiter by which the header has the columns that the bundle names; among equals, the one by which the rows are as
 * wide as the header, then the one that makes most columns.
 */
function likely(text: string, wanted: readonly Wanted[]): Delimiter {
  const names = new Set(wanted.map(({ name }) => sameName(name)));
  const scored = DELIMITERS.map((delimiter) => {
    const rows = firstRows(text, delimiter);
    const [header, ...rest] = rows;
    if (header === undefined) return { delimiter, score: [-1] };
    const found = header.cells.filter((cell) => names.has(sameName(cell.text))).length;
    const even = header.count > 1 ? rest.filter((row) => row.count === header.count).length : 0;
    return { delimiter, score: [found, even, header.count] };
  });
  return scored.reduce((best, one) => (higher(one.score, best.score) ? one : best)).delimiter;
}

function firstRows(text: string, delimiter: Delimiter): readonly RawRow[] {
  const out: RawRow[] = [];
  try {
    for (const row of splitRows(text, 0, delimiter, MAX_COLUMNS)) {
      out.push(row);
      if (out.length > COMPARED) break;
    }
  } catch (cause) {
    if (!(cause instanceof QuoteError)) throw cause;
  }
  return out;
}

const higher = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, i) => value !== (b[i] ?? -1));
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? -1);
};
