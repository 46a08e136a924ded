import type { PlacedCell, Stroke, TableItem } from "../../model/page.ts";

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
