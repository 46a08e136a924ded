import type { Insets, TableItem } from "../../../model/page.ts";
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
import type { Facts, Fix } from "./fix.ts";
import { NOTHING, paragraphsOf } from "./paragraphs.ts";

/** "No Style, No Grid": only what the cells say is drawn. Its definition stands in tableStyles.xml. */
export const TABLE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

/** Tables: header flags, exact rows, columns and margins, cells that PptxGenJS leaves without text body. */
export const tables: Fix = {
  defect: "no header row flag; merged cells without text; no style, so that a program may draw its own grid",
  shape: (shape, item, facts) => {
    if (item.type !== "table") return shape;
    const table = descendant(shape, "a:graphic", "a:graphicData", "a:tbl");
    if (table === undefined) throw new Error(`no table was drawn for "${item.name}"`);
    return withGraphic(shape, mendTable(table, item, facts));
  },
};

function withGraphic(shape: Element, table: Element): Element {
  const graphic = child(shape, "a:graphic") ?? el("a:graphic");
  const data = child(graphic, "a:graphicData") ?? el("a:graphicData");
  return withChild(shape, "a:graphic", withChildren(graphic, withChildren(data, table)));
}

function mendTable(table: Element, item: TableItem, facts: Facts): Element {
  const rows = elements(table).filter((node) => node.name === "a:tr");
  const grid = gridOf(item);
  return el(
    "a:tbl",
    {},
    el(
      "a:tblPr",
      { firstRow: item.headerRow ? true : undefined, firstCol: item.headerColumn ? true : undefined },
      el("a:tableStyleId", {}, TABLE_STYLE),
    ),
    el(
      "a:tblGrid",
      {},
      item.columns.map((w) => el("a:gridCol", { w })),
    ),
    rows.map((row, r) => {
      const cells = new Map((grid[r] ?? []).map(({ cell, column }) => [column, cell]));
      return el(
        "a:tr",
        { h: item.rows[r]?.height },
        elements(row).map((tc, column) => {
          const cell = cells.get(column);
          const properties = mendProperties(
            child(tc, "a:tcPr") ?? el("a:tcPr"),
            cell?.insets ?? item.insets,
            r === 0 && item.headerRow,
          );
          if (cell === undefined) return withChildren(tc, emptyBody(facts.language), el("a:tcPr"));
          const words = paragraphsOf(cell.paragraphs, NOTHING, facts);
          return withChildren(tc, el("a:txBody", {}, el("a:bodyPr"), el("a:lstStyle"), words), properties);
        }),
      );
    }),
  );
}

/** Margins in EMU as layout computed; column headings stand on the line below them, the rest hangs from the line above. */
function mendProperties(properties: Element, insets: Insets, header: boolean): Element {
  return withAttributes(properties, {
    marL: insets.left,
    marR: insets.right,
    marT: insets.top,
    marB: insets.bottom,
    anchor: header ? "b" : "t",
  });
}

const emptyBody = (lang: string): Element =>
  el("a:txBody", {}, el("a:bodyPr"), el("a:lstStyle"), el("a:p", {}, el("a:endParaRPr", { lang })));
