import { emuToInches, emuToPt } from "../../../base/units.ts";
import type { Stroke, TableItem } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import { above, gridOf } from "../../page/grid.ts";
import { inkCode } from "./ink.ts";
import type { Border, Slide, TableRow } from "./pptxgenjs.ts";

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

function edge(stroke: Stroke | undefined): Border {
  if (stroke === undefined) return NONE();
  const dashed = stroke.dash !== undefined && stroke.dash !== "solid";
  return { type: dashed ? "dash" : "solid", color: inkCode(stroke.ink), pt: stroke.width };
}
