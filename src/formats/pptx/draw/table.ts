import { emuToInches, emuToPt } from "../../../base/units.ts";
import type { Insets, Stroke, TableItem } from "../../../model/page.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { above, gridOf } from "../../page/grid.ts";
import { drawnColour } from "./colour.ts";
import type { Drawing } from "./deck.ts";
import type { Border, Margin, Slide, TableRow } from "./pptxgenjs.ts";
import { boxOf } from "./shape.ts";
import { textRuns } from "./text.ts";

/** Hands a table to PptxGenJS with everything explicit; never `autoPage`. */
export function drawTable(slide: Slide, table: TableItem, drawing: Drawing): void {
  const { language, look } = drawing;
  const grid = gridOf(table);
  const rows = grid.map((row, r) =>
    row.map(({ cell, column }) => ({
      text: textRuns(cell.paragraphs, drawing),
      options: {
        lang: language,
        // Column headings stand on the line below them, the rest hangs from the line above.
        valign: r === 0 && table.headerRow ? "bottom" : "top",
        margin: cellMargin(cell.insets ?? table.insets),
        ...(cell.span > 1 ? { colspan: cell.span } : {}),
        ...(cell.fill ? { fill: { color: drawnColour(cell.fill, look) } } : {}),
        border: [edge(above(grid, r, column), look), NONE(), edge(above(grid, r + 1, column), look), NONE()],
      },
    })),
  );
  // Its types leave out what cells take over from texts.
  slide.addTable(rows as unknown as TableRow[], {
    ...boxOf(table.frame),
    colW: table.columns.map(emuToInches),
    rowH: table.rows.map((row) => emuToInches(row.height)),
    objectName: drawing.nameOf(table),
  });
}

/** Top, right, bottom and left, which PptxGenJS takes for inches where the first is less than 1, and else for pt. */
function cellMargin({ top, right, bottom, left }: Insets): Margin {
  const unit = emuToPt(top) < 1 ? emuToInches : emuToPt;
  return [unit(top), unit(right), unit(bottom), unit(left)];
}

const NONE = (): Border => ({ type: "none" });

function edge(stroke: Stroke | undefined, look: ResolvedTheme): Border {
  if (stroke === undefined) return NONE();
  const dashed = stroke.dash !== undefined && stroke.dash !== "solid";
  return { type: dashed ? "dash" : "solid", color: drawnColour(stroke.ink, look), pt: stroke.width };
}
