import { emuToInches, emuToPt } from "../../../base/units.ts";
import type { PlacedCell, Stroke, TableItem } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import { inkCode } from "./ink.ts";
import type { Border, Slide, TableRow } from "./pptxgenjs.ts";

/** A cell with the grid column that it starts at. */
export interface GridCell {
  readonly cell: PlacedCell;
  readonly column: number;
}

/** The cells of each row by the grid column that they start at. */
export function gridOf(table: TableItem): readonly (readonly GridCell[])[] {
  return table.rows.map((row) => {
    let column = 0;
    return row.cells.map((cell) => {
      const at = { cell, column };
      column += cell.span;
      return at;
    });
  });
}

/** Hands a table to PptxGenJS with everything explicit but its words; never `autoPage`. */
export function drawTable(slide: Slide, table: TableItem): void {
  const grid = gridOf(table);
  const rows = grid.map((row, r) =>
    row.map(({ cell, column }) => ({
      text: "",
      options: {
        ...(cell.span > 1 ? { colspan: cell.span } : {}),
        ...(cell.fill ? { fill: { color: inkCode(cell.fill) } } : {}),
        border: [edge(above(grid, r, column)), NONE(), edge(above(grid, r + 1, column)), NONE()] as Edges,
      },
    })),
  );
  const { insets, frame } = table;
  slide.addTable(rows as unknown as TableRow[], {
    x: emuToInches(frame.x),
    y: emuToInches(frame.y),
    h: emuToInches(frame.h),
    colW: table.columns.map(emuToInches),
    rowH: table.rows.map((row) => emuToInches(row.height)),
    margin: [emuToPt(insets.top), emuToPt(insets.right), emuToPt(insets.bottom), emuToPt(insets.left)],
    objectName: cleanText(table.name),
  });
}

type Edges = [Border, Border, Border, Border];
const NONE = (): Border => ({ type: "none" });

/**
 * The line between two rows at a column, whichever of the two neighbours asks for it: PowerPoint keeps it on both cells
 * and draws one of them, so they must agree. The lower cell decides where both ask.
 */
export function above(
  grid: readonly (readonly GridCell[])[],
  row: number,
  column: number,
): Stroke | undefined {
  const covering = (r: number): PlacedCell | undefined =>
    grid[r]?.find((at) => at.column <= column && column < at.column + at.cell.span)?.cell;
  return covering(row)?.borders.top ?? covering(row - 1)?.borders.bottom;
}

function edge(stroke: Stroke | undefined): Border {
  if (stroke === undefined) return NONE();
  const dashed = stroke.dash !== undefined && stroke.dash !== "solid";
  return { type: dashed ? "dash" : "solid", color: inkCode(stroke.ink), pt: stroke.width };
}
