import type { PlacedCell, TableItem } from "../../../model/page.ts";
import {
  child,
  descendant,
  type Element,
  el,
  elements,
  withAttributes,
  withChild,
  withChildren,
} from "../../../ooxml/xml.ts";
import { gridOf } from "../../page/grid.ts";
import { transform } from "../elements/transform.ts";
import type { Fix, PackageFacts } from "./fix.ts";
import { mendBody, NOTHING } from "./paragraphs.ts";

/** "No Style, No Grid": only what the cells say is drawn. Its definition stands in tableStyles.xml. */
export const TABLE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

/** Tables: header flags, a style without a grid of its own, cells that PptxGenJS leaves without text body. */
export const tables: Fix = {
  defect: "no header row flag; merged cells without text; no style, so that a program may draw its own grid",
  shape: (shape, item, facts) => {
    if (item.type !== "table") return shape;
    const table = descendant(shape, "a:graphic", "a:graphicData", "a:tbl");
    if (table === undefined) throw new Error(`no table was drawn for "${item.name}"`);
    // PptxGenJS takes numbers under 100 for inches, whatever they are.
    const placed = withChild(shape, "p:xfrm", transform("p:xfrm", item.frame));
    return withGraphic(placed, mendTable(table, item, facts));
  },
};

function withGraphic(shape: Element, table: Element): Element {
  const graphic = child(shape, "a:graphic") ?? el("a:graphic");
  const data = child(graphic, "a:graphicData") ?? el("a:graphicData");
  return withChild(shape, "a:graphic", withChildren(graphic, withChildren(data, table)));
}

function mendTable(table: Element, item: TableItem, facts: PackageFacts): Element {
  const grid = gridOf(item);
  const rows = elements(table).filter((node) => node.name === "a:tr");
  return withChildren(
    table,
    el(
      "a:tblPr",
      { firstRow: item.headerRow ? true : undefined, firstCol: item.headerColumn ? true : undefined },
      el("a:tableStyleId", {}, TABLE_STYLE),
    ),
    child(table, "a:tblGrid"),
    rows.map((row, r) => {
      const cells = new Map((grid[r] ?? []).map(({ cell, column }) => [column, cell]));
      const size = smallestOf([...cells.values()]) ?? smallestOf(grid.flat().map(({ cell }) => cell));
      return withChildren(
        row,
        elements(row).map((drawn, column) => withSize(mendCell(drawn, cells.get(column), facts), size)),
      );
    }),
  );
}

/** The size of the smallest words of some cells, in pt; undefined where they have none. */
function smallestOf(cells: readonly PlacedCell[]): number | undefined {
  const sizes = cells.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ runs }) => runs.map(({ size }) => size)),
  );
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}

/** A cell whose paragraphs without words are no higher than the words beside it; of 18 pt they would make the row higher. */
function withSize(cell: Element, size: number | undefined): Element {
  const body = child(cell, "a:txBody");
  if (body === undefined || size === undefined) return cell;
  const paragraphs = elements(body).map((paragraph) => {
    const end = child(paragraph, "a:endParaRPr");
    if (end === undefined || end.attributes["sz"] !== undefined) return paragraph;
    return withChild(paragraph, "a:endParaRPr", withAttributes(end, { sz: Math.round(size * 100) }));
  });
  return withChild(cell, "a:txBody", withChildren(body, paragraphs));
}

/** A cell with its words; one that another covers has none. */
function mendCell(drawn: Element, cell: PlacedCell | undefined, facts: PackageFacts): Element {
  const body = child(drawn, "a:txBody");
  if (cell === undefined || body === undefined) {
    const empty = el("a:p", {}, el("a:endParaRPr", { lang: facts.language }));
    return withChildren(drawn, el("a:txBody", {}, el("a:bodyPr"), el("a:lstStyle"), empty), el("a:tcPr"));
  }
  return withChild(drawn, "a:txBody", mendBody(body, cell.paragraphs, NOTHING, facts));
}
