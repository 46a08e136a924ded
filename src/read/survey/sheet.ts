import * as messages from "../../diagnostics/messages/index.ts";
import type { BookTable, Sheet } from "../../ooxml/spreadsheet/book.ts";
import { type Area, areaName } from "../../ooxml/spreadsheet/reference.ts";
import type { SheetPart } from "../../ooxml/spreadsheet/sheet.ts";
import type { TableCell } from "../table/table.ts";
import { datesOf, readCell, type WorkbookCell } from "../workbook/cells.ts";
import type { OpenBook } from "../workbook/file.ts";
import { placeOf } from "../workbook/turn.ts";
import { type Block, withoutTotals } from "./block.ts";

interface Line {
  readonly row: number;
  readonly cells: ReadonlyMap<number, WorkbookCell>;
}

/** A table in a sheet: its headings stand in the first of its rows. */
interface Found {
  readonly columns: readonly number[];
  lines: Line[];
}

/** Tables of one sheet: those that Excel knows as such, and what stands together below a row of headings. */
export function blocksOf(
  opened: OpenBook,
  name: string,
  sheet: Sheet,
  part: SheetPart,
  tables: readonly BookTable[],
): readonly Block[] {
  const lines = linesOf(opened, sheet, part);
  const own = tables.filter((one) => one.sheet === sheet.name);
  const named = own.map((table): Block => {
    const { left, right, top, bottom } = table.area;
    const columns = Array.from({ length: right - left + 1 }, (_, n) => left + n);
    const rows = lines.filter(({ row }) => row >= top + table.headingRows && row <= bottom - table.totalRows);
    return blockOf(opened, sheet, { xlsx: name, table: table.name }, table.headings, columns, rows);
  });
  const free = lines.map(({ row, cells }) => ({
    row,
    cells: new Map([...cells].filter(([column]) => !own.some(({ area }) => holds(area, row, column)))),
  }));
  const found = tablesIn(free);
  const loose = found.map((table): Block => {
    const [head, ...rest] = table.lines;
    const headings = table.columns.map((column) => head?.cells.get(column)?.text ?? "");
    const whole = blockOf(opened, sheet, { xlsx: name, sheet: sheet.name }, headings, table.columns, rest);
    const { rows, total } = withoutTotals(whole.rows);
    const last = rest[rows.length - 1]?.row ?? head?.row ?? 1;
    const below = free.some(
      ({ row, cells }) => row > last && table.columns.some((column) => cells.has(column)),
    );
    const alone = found.length === 1 && own.length === 0 && !below;
    const area: Area = {
      ...{ top: head?.row ?? 1, bottom: last },
      ...{ left: table.columns[0] ?? 1, right: table.columns.at(-1) ?? 1 },
    };
    return {
      ...whole,
      rows,
      source: alone ? whole.source : { xlsx: name, sheet: sheet.name, range: areaName(area) },
      ...(total === undefined ? {} : { total }),
    };
  });
  return [...named, ...loose].filter(({ rows }) => rows.length > 0);
}

const holds = ({ top, bottom, left, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** A sheet of which no part is asked for yet: places in it are named by their cells. */
const anywhereIn = (sheet: Sheet) => ({
  sheet,
  area: { top: 1, left: 1, bottom: 1, right: 1 },
  open: true,
  headingRows: 1,
  label: "",
});

/** Cells that hold something, as they are seen. */
function linesOf(opened: OpenBook, sheet: Sheet, { rows }: SheetPart): readonly Line[] {
  const found = anywhereIn(sheet);
  return rows.flatMap(({ row, cells }): Line[] => {
    const read = [...cells.values()].flatMap((cell): [number, WorkbookCell][] => {
      const place = placeOf(opened, found, row, cell.column, "");
      const one = readCell(cell, place, messages.column(""), opened.book);
      return one.text === "" && one.problem === undefined ? [] : [[cell.column, one]];
    });
    return read.length === 0 ? [] : [{ row, cells: new Map(read) }];
  });
}

/** Tables by the rows of headings; what stands alone in its row is a title or a note. */
function tablesIn(lines: readonly Line[]): readonly Found[] {
  const found: Found[] = [];
  for (const run of runsOf(lines)) {
    const head = run.findIndex((line, n) => isHead(line, run[n + 1]));
    const previous = found.at(-1);
    if (head >= 0) found.push(...sideBySide(run.slice(head)));
    // A table goes on behind a row that was left empty.
    else if (previous !== undefined && run.every(({ cells }) => cells.size > 1))
      previous.lines = [...previous.lines, ...run];
  }
  return found;
}

/** Lines without an empty row between them. */
function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (line.cells.size > 0) {
      if (run?.at(-1)?.row === line.row - 1) run.push(line);
      else runs.push([line]);
    }
  }
  return runs;
}

/** Headings are words, dates or years, two at least, with a row below them that is no wider than they are by more than one. */
function isHead({ cells }: Line, next: Line | undefined): boolean {
  if (cells.size < 2 || next === undefined || next.cells.size < 2) return false;
  if (next.cells.size > cells.size + 1) return false;
  return [...cells.values()].every(
    ({ typed, text }) => typed.type === "text" || typed.type === "date" || /^(19|20|21)\d\d$/.test(text),
  );
}

/** Tables that stand beside one another, with a column between them in which nothing stands. */
function sideBySide(run: readonly Line[]): readonly Found[] {
  const used = [...new Set(run.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const column of used) {
    const group = groups.at(-1);
    if (group?.at(-1) === column - 1) group.push(column);
    else groups.push([column]);
  }
  return groups.flatMap((columns): readonly Found[] => {
    const own = run.map(({ row, cells }) => ({
      row,
      cells: new Map([...cells].filter(([column]) => columns.includes(column))),
    }));
    const lines = own.filter(({ cells }) => cells.size > 0);
    return columns.length > 1 && lines.length > 1 ? [{ columns, lines }] : [];
  });
}

function blockOf(
  opened: OpenBook,
  sheet: Sheet,
  source: Block["source"],
  headings: readonly string[],
  columns: readonly number[],
  lines: readonly Line[],
): Block {
  const found = anywhereIn(sheet);
  const byColumn = columns.map((column) => datesOf(lines.map(({ cells }) => cells.get(column))));
  const rows = lines.map(({ row }, n) =>
    columns.map(
      (column, at): TableCell =>
        byColumn[at]?.[n] ?? { text: "", place: placeOf(opened, found, row, column, "") },
    ),
  );
  return {
    ...{ source, form: "xlsx", commas: false, headings, rows },
    currencies: byColumn.map((cells) => cells.find((cell) => cell?.currency !== undefined)?.currency),
  };
}
