import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import type { At } from "../../diagnostics/make.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { WorkbookCells } from "../../model/bundle/tables.ts";
import { type Area, areaName, columnLetters, meet, placeName } from "../../ooxml/spreadsheet/reference.ts";
import type { SheetPart, SheetRow } from "../../ooxml/spreadsheet/sheet.ts";
import { MOST_LINES, PERIOD } from "../table/across.ts";
import {
  folded,
  type Opened,
  sameName,
  type TableRequest,
  type TableRow,
  type WantedColumn,
} from "../table/table.ts";
import { datesOf, readCell, type WorkbookCell } from "./cells.ts";
import { type OpenBook, packageProblem } from "./file.ts";
import { findCells } from "./find.ts";
import { type Cells, lineKind, oneLine, placeOf, sameHeading, seen, turn } from "./turn.ts";

/** Rows with content that may stand above the headings of a sheet. */
const ABOVE = 50;

/** Reads the table that the bundle names from a workbook; `at(field)` is where it does. */
export async function openWorkbookTable(
  opened: OpenBook,
  source: WorkbookCells,
  request: TableRequest,
  at: (field: string) => At,
): Promise<Opened> {
  const found = await attempt(opened, at, () => findCells(opened, source, at));
  if ("problem" in found) return { problems: [found.problem] };
  const { area } = found;
  const across = request.is === "row";
  // One row more above, where the headings may stand that the range leaves out.
  const wide =
    found.open || found.headings !== undefined || across ? area : { ...area, top: Math.max(1, area.top - 1) };
  const limit = across ? MOST_LINES : request.limit;
  const sheet = await attempt(opened, at, () => opened.book.read(found.sheet, wide, limit + ABOVE));
  if ("problem" in sheet) return { problems: [sheet.problem] };
  const start = placeOf(opened, found, Math.max(1, area.top), Math.max(1, area.left), "");
  if (sheet.tooMany)
    return { problems: [messages.tableTooManyRows({ place: start }, limit, request.what, "xlsx")] };
  if (!across) return tableOf(opened, found, sheet, request, source, start, at);
  const turned = turn(opened, found, sheet, request.wanted);
  return turned.periods === undefined
    ? { problems: [messages.tableNoPeriods(at("xlsx"), found.label, "xlsx")] }
    : tableOf(opened, turned.found, turned.sheet, request, source, start, at, turned.periods);
}

async function attempt<T>(
  { file }: OpenBook,
  at: (field: string) => At,
  read: () => Promise<T>,
): Promise<T | { readonly problem: Diagnostic }> {
  try {
    return await read();
  } catch (cause) {
    return { problem: packageProblem(cause, file, at("xlsx")) };
  }
}

/** A column that was found: what it is asked for by, and where it stands. */
interface Column extends WantedColumn {
  readonly column: number;
}

/** Headings of the columns, and the row they stand in; of a table that shows none, the row above the data. */
interface Headings {
  readonly row: number;
  readonly cells: readonly { readonly column: number; readonly text: string }[];
}

function tableOf(
  opened: OpenBook,
  found: Cells,
  sheet: SheetPart,
  { wanted, limit, what }: TableRequest,
  source: WorkbookCells,
  start: Place,
  at: (field: string) => At,
  periods?: number,
): Opened {
  const is = lineKind(found);
  const inside = sheet.rows.filter(({ row }) => row >= found.area.top);
  if (inside.length === 0) return { problems: [messages.workbookEmpty(at("xlsx"), found.label)] };
  const headings = headingsOf(opened, found, inside, wanted);
  const merged = (row: number, column: number): Area | undefined =>
    sheet.merged.find((one) => meet(one, { top: row, bottom: row, left: column, right: column }));
  const columns: Column[] = [];
  const problems: Diagnostic[] = [];
  for (const one of wanted) {
    const named = headings.cells.filter(({ text }) => sameHeading(text, one.name));
    const exact = named.filter(({ text }) => sameName(text) === sameName(one.name));
    const [first, second] = exact.length > 0 ? exact : named;
    if (first === undefined) problems.push(noColumn(opened, found, sheet, headings, one));
    else if (second !== undefined) {
      const place = placeOf(opened, found, headings.row, second.column, second.text);
      problems.push(messages.tableRepeatedColumn({ place }, { name: second.text, is }, "xlsx"));
    } else {
      const over = found.headings === undefined ? merged(headings.row, first.column) : undefined;
      if (over !== undefined) problems.push(mergedHeading(opened, found, headings, over, first.text));
      else columns.push({ ...one, column: first.column });
    }
  }
  if (problems.length > 0) return { problems: unique(problems) };
  if (periods !== undefined && !wanted.some(({ key }) => key === PERIOD))
    columns.push({ key: PERIOD, name: "", at: {}, column: periods });
  const read = rowsOf(opened, found, inside, headings.row, columns);
  if (read.length > limit)
    return { problems: [messages.tableTooManyRows({ place: start }, limit, what, "xlsx")] };
  const kept = source.hidden === "skip" ? read.filter(({ hidden }) => !hidden) : read;
  if (kept.length === 0) return { problems: [messages.tableEmpty({ place: start }, "xlsx")] };
  const rows = resolveDates(kept, columns);
  return {
    ...{ form: "xlsx", is, rows, commas: false, start },
    problems: [
      ...columns.flatMap(({ key }) =>
        foldedByKind(
          rows.flatMap(({ cells }) => cells.get(key)?.problem ?? []),
          is,
        ),
      ),
      ...mergedCells(opened, found, rows, columns, sheet.merged),
    ],
    warnings: [
      ...(source.hidden === undefined ? hiddenWarnings(opened, found, rows, columns, sheet, at("xlsx")) : []),
      ...formulaWarnings(opened, rows, at("xlsx")),
    ],
  };
}

/** The headings of a table, or the first row; of a sheet, the first row that has all columns, else the one with most. */
function headingsOf(
  opened: OpenBook,
  found: Cells,
  rows: readonly SheetRow[],
  wanted: readonly WantedColumn[],
): Headings {
  const { area, headings, headingRows, open } = found;
  if (headings !== undefined)
    return {
      row: area.top + headingRows - 1,
      cells: headings.map((text, n) => ({ column: area.left + n, text })),
    };
  const read = ({ row, cells }: SheetRow): Headings => ({
    row,
    cells: [...cells.values()].map((cell) => {
      const place = placeOf(opened, found, row, cell.column, "");
      const [one] = datesOf([readCell(cell, place, messages.column(""), opened.book)]);
      return { column: cell.column, text: one?.text ?? "" };
    }),
  });
  const score = ({ cells }: Headings): number =>
    wanted.filter(({ name }) => cells.some(({ text }) => sameHeading(text, name))).length;
  const candidates = open
    ? rows.slice(0, ABOVE).map(read)
    : rows.filter(({ row }) => row === area.top).map(read);
  return candidates.reduce<Headings>(
    (best, one) => (score(one) > score(best) ? one : best),
    candidates[0] ?? {
      row: area.top,
      cells: [],
    },
  );
}

function noColumn(
  opened: OpenBook,
  found: Cells,
  sheet: SheetPart,
  headings: Headings,
  { name, at }: WantedColumn,
): Diagnostic {
  const { area, label, open } = found;
  const row = { top: headings.row, bottom: headings.row, left: area.left, right: area.right };
  const above = sheet.rows.find((one) => one.row === area.top - 1);
  const line = { name, is: lineKind(found) };
  if (!open && found.headings === undefined && found.turned === undefined && above !== undefined) {
    const texts = [...above.cells.values()].map(({ content }) =>
      content.type === "text" ? content.text : "",
    );
    if (texts.some((text) => sameHeading(text, name)))
      return messages.workbookHeadingAbove(
        at,
        name,
        label,
        placeName(found.sheet.name, areaName({ ...area, top: area.top - 1 })),
      );
  }
  const over = found.headings === undefined ? sheet.merged.find((one) => meet(one, row)) : undefined;
  if (over !== undefined) {
    const text = headings.cells.find(({ column }) => column === over.left)?.text ?? "";
    return mergedHeading(opened, found, headings, over, text);
  }
  const known = headings.cells.map(({ text }) => oneLine(text)).filter((text) => text !== "");
  // Words that are headings are not numbers, as a first row of data is.
  const near = nearest(name, known);
  const data = found.headings === undefined && known.some((text) => /^[\d.,%\s-]+$/.test(text));
  if (known.length === 0 || (data && near === undefined))
    return messages.workbookNoHeadings(at, line, label, known);
  return messages.tableNoColumn(at, line, label, near, known, "xlsx");
}

function mergedHeading(
  opened: OpenBook,
  found: Cells,
  headings: Headings,
  over: Area,
  text: string,
): Diagnostic {
  const place = placeOf(opened, found, headings.row, over.left, text);
  return messages.workbookMergedHeading({ place }, oneLine(text), areaName(seen(found, over)));
}

interface Row extends TableRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, WorkbookCell>;
}

/** Rows below the headings of which a wanted column holds something. */
function rowsOf(
  opened: OpenBook,
  found: Cells,
  rows: readonly SheetRow[],
  above: number,
  columns: readonly Column[],
): readonly Row[] {
  return rows
    .filter(({ row }) => row > above && row <= found.area.bottom)
    .flatMap(({ row, hidden, cells }) => {
      const read = new Map(
        columns.flatMap(({ key, name, column }): [string, WorkbookCell][] => {
          const place = placeOf(opened, found, row, column, "");
          const cell = cells.get(column);
          if (cell === undefined) return [[key, { text: "", place, typed: { type: "text" } }]];
          const one = readCell(cell, place, { name, is: lineKind(found) }, opened.book);
          return [[key, { ...one, place: placeOf(opened, found, row, column, one.text) }]];
        }),
      );
      const [first] = columns;
      const place = placeOf(opened, found, row, first?.column ?? found.area.left, "");
      const blank = [...read.values()].every(({ text, problem }) => text === "" && problem === undefined);
      return blank ? [] : [{ row, hidden, place, cells: read }];
    });
}

function resolveDates(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const resolved = new Map(columns.map(({ key }) => [key, datesOf(rows.map(({ cells }) => cells.get(key)))]));
  return rows.map((row, n) => ({
    ...row,
    cells: new Map([...row.cells].map(([key, cell]) => [key, resolved.get(key)?.[n] ?? cell])),
  }));
}

/** Merged cells of which a column holds others than the first, which has the value. */
function mergedCells(
  opened: OpenBook,
  found: Cells,
  rows: readonly Row[],
  columns: readonly Column[],
  merged: readonly Area[],
): readonly Diagnostic[] {
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0];
  return columns.flatMap(({ name, column }) => {
    const reach = merged.filter(
      (one) =>
        meet(one, { top: first, bottom: last, left: column, right: column }) &&
        (one.left !== column || one.bottom > Math.max(one.top, first)),
    );
    const said = reach.map((one) => {
      const place = placeOf(opened, found, one.top, one.left, "");
      return messages.workbookMergedCells({ place }, areaName(seen(found, one)), {
        name,
        is: lineKind(found),
      });
    });
    return folded(said, "row");
  });
}

function hiddenWarnings(
  opened: OpenBook,
  found: Cells,
  rows: readonly Row[],
  columns: readonly Column[],
  { hiddenColumns }: SheetPart,
  { path }: At,
): readonly Diagnostic[] {
  const where = (place: Place): At => (path === undefined ? { place } : { path, place });
  const hidden = rows.filter((row) => row.hidden);
  const [first] = hidden;
  const numbers = hidden.map(({ row }) => row);
  // What this is a row of: a table on its side has its periods in the columns of the workbook.
  const is = lineKind(found);
  const other = is === "column" ? "row" : "column";
  const written = (line: messages.TableLine["is"], n: number): string =>
    line === "column" ? columnLetters(n) : String(n);
  return [
    ...(first === undefined
      ? []
      : [
          messages.workbookHiddenLines(
            where(first.place),
            other,
            spans(numbers, (n) => written(other, n)),
            numbers.length,
          ),
        ]),
    ...columns.flatMap(({ column, name }) =>
      hiddenColumns.some(({ from, to }) => from <= column && column <= to)
        ? [
            messages.workbookHiddenLine(
              where(placeOf(opened, found, rows[0]?.row ?? 1, column, "")),
              { name, is },
              written(is, column),
            ),
          ]
        : [],
    ),
  ];
}

/** "7–9, 12", at most six of them. */
function spans(numbers: readonly number[], written: (n: number) => string): string {
  const out: { from: number; to: number }[] = [];
  for (const n of numbers) {
    const last = out.at(-1);
    if (last !== undefined && last.to === n - 1) last.to = n;
    else out.push({ from: n, to: n });
  }
  const words = out.map(({ from, to }) => (from === to ? written(from) : `${written(from)}–${written(to)}`));
  return words.length > 6 ? `${words.slice(0, 6).join(", ")}, …` : words.join(", ");
}

function formulaWarnings({ book }: OpenBook, rows: readonly Row[], { path }: At): readonly Diagnostic[] {
  const cells = rows.flatMap((row) => [...row.cells.values()]).filter(({ problem }) => problem === undefined);
  const linked = cells.filter(({ computed }) => computed === "elsewhere");
  const stale = book.recalculates ? cells.filter(({ computed }) => computed !== undefined) : [];
  const where = ({ place }: WorkbookCell): At => (path === undefined ? { place } : { path, place });
  const files = [...new Set(linked.flatMap(({ reads = [] }) => reads))].map((n) => book.others[n - 1] ?? "");
  const names = files.map((file) => file.split(/[\\/]/).at(-1) ?? "").filter((file) => file !== "");
  const [firstLinked, firstStale] = [linked[0], stale[0]];
  return [
    ...(firstLinked === undefined ? [] : [messages.workbookLinked(where(firstLinked), linked.length, names)]),
    ...(firstStale === undefined ? [] : [messages.workbookStale(where(firstStale), stale.length)]),
  ];
}

/** Findings in the cells of one column; of each kind, which its hint tells, the first and a count. */
function foldedByKind(found: readonly Diagnostic[], is: messages.TableLine["is"]): readonly Diagnostic[] {
  const kinds = [...new Set(found.map(({ hint }) => hint))];
  return kinds.flatMap((kind) =>
    folded(
      found.filter(({ hint }) => hint === kind),
      "cell",
      is,
    ),
  );
}

/** One merged heading may be why several columns were not found. */
const unique = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.filter(
    (one, n) =>
      found.findIndex(({ what, place }) => what === one.what && place?.cell === one.place?.cell) === n,
  );
