import { decoded, lettersOf } from "../../../ooxml/spreadsheet/text.ts";
import { all, child, type Element, textOf } from "../../../ooxml/xml.ts";
import type { PackageParts } from "./parts.ts";

const BOOK = "/xl/workbook.xml";

/**
 * Lists the cells of a workbook, a line each: the sheet, the cell, its value. Programs keep the same values
 * in many forms (a text in the cell or shared, fifteen or seventeen digits), and write styles and properties
 * of their own. "" if it is no workbook.
 */
export function digestCells(book: PackageParts): string {
  const root = book.element(BOOK);
  if (root === undefined) return "";
  const leads = new Map(book.relationships(BOOK).map(({ id, type, target }) => [id, { type, target }]));
  const shared = [...leads.values()].find(({ type }) => type.endsWith("/sharedStrings"))?.target;
  const strings = all((shared === undefined ? undefined : book.element(shared)) ?? NOTHING, "si").map(
    lettersOf,
  );
  return all(root, "sheet")
    .flatMap(({ attributes }) => {
      const sheet = book.element(leads.get(attributes["r:id"] ?? "")?.target ?? "") ?? NOTHING;
      const held = all(sheet, "c").flatMap((cell) => {
        const value = heldBy(cell, strings);
        return value === "" ? [] : [`${cell.attributes["r"]}=${value}`];
      });
      return [`[${attributes["name"]}]`, ...held];
    })
    .join("\n");
}

const NOTHING: Element = { name: "", attributes: {}, children: [] };

/** CT_Cell (ECMA-376 Part 1, 18.3.1.4). A formula is seen too: one that we did not write is somebody's. */
function heldBy(cell: Element, strings: readonly string[]): string {
  const [written, formula, inline] = ["v", "f", "is"].map((name) => child(cell, name));
  const text = written === undefined ? "" : textOf(written);
  const rule = formula === undefined ? "" : `=${textOf(formula)}`;
  switch (cell.attributes["t"] ?? "n") {
    case "s":
      return `${rule}"${strings[Number(text)] ?? ""}"`;
    case "inlineStr":
      return `${rule}"${inline === undefined ? "" : lettersOf(inline)}"`;
    case "str":
      return `${rule}"${decoded(text)}"`;
    case "n":
      return text === "" ? rule : rule + String(Number(Number(text).toPrecision(12)));
    default:
      return `${rule}${text}`;
  }
}
