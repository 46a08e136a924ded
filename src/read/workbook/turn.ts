import type { Place } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { type Area, cellName, placeName, transposed } from "../../ooxml/spreadsheet/reference.ts";
import type { SheetPart } from "../../ooxml/spreadsheet/sheet.ts";
import { columnOfNames, holdsPeriods, PERIOD, rowOfPeriods } from "../table/across.ts";
import { sameName, type WantedColumn } from "../table/table.ts";
import { readCell } from "./cells.ts";
import type { OpenBook } from "./file.ts";
import type { FoundCells } from "./find.ts";

/** Cells that a bundle means; of a table on its side they have been turned, and rows and columns are each other's here. */
export interface Cells extends FoundCells {
  readonly turned?: true;
}

export const lineKind = ({ turned }: Cells): messages.TableLine["is"] =>
  turned === undefined ? "column" : "row";

/** Cells as the workbook has them. */
export const seen = ({ turned }: Cells, area: Area): Area => (turned === undefined ? area : transposed(area));

/** The place of a cell in its workbook; the words of the cell are shown where they are given. */
export function placeOf(
  { file }: OpenBook,
  { sheet, turned }: Cells,
  line: number,
  across: number,
  text: string,
): Place {
  const [row, column] = turned === undefined ? [line, across] : [across, line];
  return {
    ...{ file, line: row, column, cell: placeName(sheet.name, cellName(row, column)) },
    ...(text === "" ? {} : { text, textColumn: column, length: text.length }),
  };
}

/** Alt and Enter break a heading into lines; whoever names it writes a space. */
export const oneLine = (text: string): string => sameName(text).replaceAll(/\s+/g, " ");
export const sameHeading = (text: string, name: string): boolean => oneLine(text) === oneLine(name);

/**
 * Turns a table on its side: names in the first column become headings, columns become rows. `periods` is the number of
 * the row with the periods. The names stand in the leftmost column that has them; what is left of them is passed over.
 */
export function turn(
  opened: OpenBook,
  found: FoundCells,
  sheet: SheetPart,
  wanted: readonly WantedColumn[],
): { readonly found: Cells; readonly sheet: SheetPart; readonly periods: number | undefined } {
  const rows = sheet.rows.map(({ row, hidden, cells }) => ({
    ...{ row, hidden, cells },
    read: [...cells.values()].map((cell) => {
      const place = placeOf(opened, found, row, cell.column, "");
      return { ...readCell(cell, place, messages.column(""), opened.book), column: cell.column };
    }),
  }));
  const names =
    columnOfNames(
      rows.map(({ read }) => read),
      (text) => wanted.some(({ name }) => sameHeading(text, name)),
    ) ?? Math.max(1, found.area.left);
  const beside = rows.map(({ read }) => read.filter(({ column }) => column > names));
  const named = wanted.find(({ key }) => key === PERIOD)?.name;
  const headed = (name: string) =>
    rows.findIndex(({ read }) =>
      read.some(({ column, text }) => column === names && sameHeading(text, name)),
    );
  // A name that is not there is reported with the others.
  const index = named === undefined ? rowOfPeriods(beside) : Math.max(0, headed(named));
  const periods = beside[index ?? -1] ?? [];
  const width = Math.max(names, ...beside.flat().map(({ column }) => column));
  const holds = holdsPeriods(
    Array.from({ length: width - names }, (_, n) => ({
      text: periods.find(({ column }) => column === names + 1 + n)?.text ?? "",
    })),
  );
  const columns = [names, ...holds.flatMap((one, n) => (one ? [names + 1 + n] : []))];
  return {
    found: {
      ...{ sheet: found.sheet, label: found.label, turned: true, open: false, headingRows: 1 },
      area: { ...transposed(found.area), top: names },
    },
    sheet: {
      rows: columns.map((column) => ({
        row: column,
        hidden: sheet.hiddenColumns.some(({ from, to }) => from <= column && column <= to),
        cells: new Map(
          rows.flatMap(({ row, cells }) => {
            const cell = cells.get(column);
            return cell === undefined ? [] : [[row, { ...cell, column: row }] as const];
          }),
        ),
      })),
      merged: sheet.merged.map(transposed),
      hiddenColumns: rows.flatMap(({ row, hidden }) => (hidden ? [{ from: row, to: row }] : [])),
      tooMany: false,
    },
    periods: index === undefined ? undefined : rows[index]?.row,
  };
}
