import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { columnOfNames, holdsPeriods, MOST_LINES, PERIOD, rowOfPeriods } from "../table/across.ts";
import {
  folded,
  type Opened,
  sameName,
  type TableCell,
  type TableRequest,
  type TableRow,
  type WantedColumn,
} from "../table/table.ts";
import { createLines } from "../text/source-map.ts";
import { decodeCsv } from "./decode.ts";
import { type CsvCell, QuoteError, type RawRow, splitRows } from "./split.ts";

/** Columns of a CSV file that are read at most; data that are wider have a row for what should be a column. */
const MAX_COLUMNS = 2_000;

/** Rows below the header by which delimiters are compared. */
const COMPARED = 5;

const DELIMITERS = [",", ";", "\t", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Decodes and splits a CSV file and finds the columns that the bundle names; reads no further than `limit` rows. */
export function openCsv(bytes: Uint8Array, file: string, { wanted, limit, what, is }: TableRequest): Opened {
  const start: Place = { file, line: 1, column: 1 };
  const decoded = decodeCsv(bytes, file);
  if ("problem" in decoded) return { problems: [decoded.problem] };
  const { text } = decoded;
  const lines = createLines(text, file);
  const placeOf = (cell: CsvCell | undefined): Place => lines.at(cell?.offset ?? 0, cell?.length ?? 1);
  const named = declared(text);
  const delimiter = named?.delimiter ?? likely(text, wanted, is);
  const split = splitRows(text, named?.length ?? 0, delimiter, MAX_COLUMNS);
  try {
    const turned = is === "row" ? turn(split, wanted) : undefined;
    if (turned !== undefined && turned.periods === undefined)
      return { problems: [messages.tableNoPeriods({ place: start }, file)] };
    const rows = turned?.rows ?? split;
    const header = rows.next();
    if (header.done === true) return { problems: [messages.tableEmpty({ place: start })] };
    if (header.value.count > MAX_COLUMNS)
      return { problems: [messages.csvTooManyColumns({ place: start }, header.value.count, MAX_COLUMNS)] };
    const heading = header.value.cells;
    const { columns, problems } = findColumns(heading, wanted, file, is, placeOf);
    if (turned?.periods !== undefined && !columns.has(PERIOD)) columns.set(PERIOD, turned.periods);
    const uneven: Diagnostic[] = [];
    const found: TableRow[] = [];
    let count = 0;
    for (const row of rows) {
      if (++count > limit) return { problems: [messages.tableTooManyRows({ place: start }, limit, what)] };
      const [first] = row.cells;
      if (!fits(row, heading.length))
        uneven.push(messages.csvBroken({ place: placeOf(first) }, "columns", row.count, heading.length));
      const read = rowOf(row, columns, placeOf);
      if (is === "column" || [...read.cells.values()].some((cell) => cell.text !== "")) found.push(read);
    }
    const all = [...problems, ...folded(uneven, "row")];
    if (all.length > 0) return { problems: all };
    if (count === 0) return { problems: [messages.tableEmpty({ place: start })] };
    return { form: "csv", is, rows: found, commas: delimiter === ",", start, problems: [], warnings: [] };
  } catch (cause) {
    if (!(cause instanceof QuoteError)) throw cause;
    return { problems: [messages.csvBroken({ place: lines.at(cause.offset) }, "quote")] };
  }
}

/** Rows of a CSV file as they stand in it, with places; `limit` is how many are read. */
export interface CsvRows {
  readonly rows: readonly (readonly TableCell[])[];
  /** True where commas part the cells. */
  readonly commas: boolean;
}

/** Reads all cells of a CSV file, for those who do not know its columns yet. */
export function rowsOfCsv(
  bytes: Uint8Array,
  file: string,
  limit: number,
): CsvRows | { readonly problem: Diagnostic } {
  const start: Place = { file, line: 1, column: 1 };
  const decoded = decodeCsv(bytes, file);
  if ("problem" in decoded) return decoded;
  const { text } = decoded;
  const lines = createLines(text, file);
  const named = declared(text);
  const delimiter = named?.delimiter ?? likely(text, [], "column");
  const rows: TableCell[][] = [];
  try {
    for (const { cells } of splitRows(text, named?.length ?? 0, delimiter, MAX_COLUMNS)) {
      if (rows.length > limit)
        return { problem: messages.tableTooManyRows({ place: start }, limit, "chart") };
      rows.push(cells.map((cell) => ({ text: cell.text, place: lines.at(cell.offset, cell.length) })));
    }
  } catch (cause) {
    if (!(cause instanceof QuoteError)) throw cause;
    return { problem: messages.csvBroken({ place: lines.at(cause.offset) }, "quote") };
  }
  return { rows, commas: delimiter === "," };
}

/**
 * The rows of a table on its side turned into columns, the names of the rows first; and the index of the one with the
 * periods. The names stand in the leftmost column that has them; what is left of them is passed over.
 * @throws QuoteError
 */
function turn(
  split: Iterable<RawRow>,
  wanted: readonly WantedColumn[],
): { readonly rows: Iterator<RawRow> & Iterable<RawRow>; readonly periods: number | undefined } {
  const rows: RawRow[] = [];
  for (const row of split) if (rows.push(row) >= MOST_LINES) break;
  const names = new Set(wanted.map(({ name }) => sameName(name)));
  const first =
    columnOfNames(
      rows.map(({ cells }) => cells.map(({ text }, column) => ({ column, text }))),
      (text) => names.has(sameName(text)),
    ) ?? 0;
  const named = wanted.find(({ key }) => key === PERIOD)?.name;
  const periods =
    named === undefined
      ? rowOfPeriods(rows.map(({ cells }) => cells.slice(first + 1)))
      : // A name that is not there is reported with the others.
        Math.max(
          0,
          rows.findIndex(({ cells }) => sameName(cells[first]?.text ?? "") === sameName(named)),
        );
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const holds = holdsPeriods(
    Array.from({ length: width - first - 1 }, (_, n) => ({
      text: rows[periods ?? -1]?.cells[first + 1 + n]?.text ?? "",
    })),
  );
  const columns = Array.from({ length: width - first }, (_, n): RawRow => {
    const cells = rows.map((row): CsvCell => row.cells[first + n] ?? { ...END, offset: endOf(row) });
    return { count: cells.length, cells };
  });
  return { rows: columns.filter((_, n) => n === 0 || holds[n - 1] === true).values(), periods };
}

/** A cell that its row has not. */
const END = { text: "", length: 1 } as const;
const endOf = ({ cells }: RawRow): number => {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.offset + last.length;
};

/** Places are looked up when somebody asks: most cells are never spoken of. */
const rowOf = (
  row: RawRow,
  columns: ReadonlyMap<string, number>,
  placeOf: (cell: CsvCell | undefined) => Place,
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
  heading: readonly CsvCell[],
  wanted: readonly WantedColumn[],
  file: string,
  is: messages.TableLine["is"],
  placeOf: (cell: CsvCell) => Place,
): { readonly columns: Map<string, number>; readonly problems: readonly Diagnostic[] } {
  const first = new Map<string, number>();
  const problems: Diagnostic[] = [];
  const repeated = new Set<string>();
  for (const [index, cell] of heading.entries()) {
    const name = sameName(cell.text);
    if (name === "") continue;
    if (!first.has(name)) first.set(name, index);
    // Budgets have several rows called Total.
    else if (is === "row" && !wanted.some((one) => sameName(one.name) === name)) continue;
    else if (!repeated.has(name)) {
      repeated.add(name);
      problems.push(messages.tableRepeatedColumn({ place: placeOf(cell) }, { name: cell.text, is }));
    }
  }
  const columns = new Map<string, number>();
  const names = heading.map((cell) => cell.text).filter((text) => is === "column" || text !== "");
  for (const { key, name, at } of wanted) {
    const index = first.get(sameName(name));
    if (index === undefined)
      problems.push(messages.tableNoColumn(at, { name, is }, file, nearest(name, names), names));
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
function likely(text: string, wanted: readonly WantedColumn[], is: messages.TableLine["is"]): Delimiter {
  const names = new Set(wanted.map(({ name }) => sameName(name)));
  const scored = DELIMITERS.map((delimiter) => {
    const rows = firstRows(text, delimiter, is === "row" ? MOST_LINES : COMPARED);
    const [header, ...rest] = rows;
    if (header === undefined) return { delimiter, score: [-1] };
    const heading = is === "row" ? rows.flatMap(({ cells }) => cells) : header.cells;
    const found = heading.filter((cell) => names.has(sameName(cell.text))).length;
    const even = header.count > 1 ? rest.filter((row) => row.count === header.count).length : 0;
    return { delimiter, score: [found, even, header.count] };
  });
  return scored.reduce((best, one) => (higher(one.score, best.score) ? one : best)).delimiter;
}

function firstRows(text: string, delimiter: Delimiter, limit: number): readonly RawRow[] {
  const out: RawRow[] = [];
  try {
    for (const row of splitRows(text, 0, delimiter, MAX_COLUMNS)) {
      out.push(row);
      if (out.length > limit) break;
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
