import { parse } from "../../../../src/ooxml/parse.ts";
import { readZip } from "../../../../src/ooxml/unzip.ts";
import { all, type Element, textOf } from "../../../../src/ooxml/xml.ts";

export const one = (root: Element, name: string): Element => {
  const found = [...all(root, name)][0];
  if (!found) throw new Error(`${root.name} holds no ${name}`);
  return found;
};
export const child = (root: Element, name: string): Element | undefined =>
  root.children.find((node): node is Element => typeof node !== "string" && node.name === name);
export const val = (element: Element | undefined): string | undefined => element?.attributes["val"];
export const elementsOf = (root: Element): Element[] =>
  root.children.filter((node): node is Element => typeof node !== "string");

/** A cell as a spreadsheet program sees it: text, number, or null where it is empty. */
export type Cell = string | number | null;

export interface ReadSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, Cell>;
  /** Number format code by cell; undefined for General. */
  readonly formats: ReadonlyMap<string, string | undefined>;
  readonly table: Element;
}

/** Reads a workbook by the rules of SpreadsheetML, knowing nothing of the writer but that it has one sheet. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet> {
  const files = await readZip(bytes);
  const part = (name: string): Element => {
    const found = files.get(name);
    if (!found) throw new Error(`no ${name}`);
    return parse(found);
  };
  const strings = [...all(part("xl/sharedStrings.xml"), "si")].map((si) => decode(textOf(si)));
  const styles = part("xl/styles.xml");
  const codes = new Map(
    [...all(styles, "numFmt")].map((f) => [f.attributes["numFmtId"], f.attributes["formatCode"]]),
  );
  const xfs = elementsOf(one(styles, "cellXfs")).map((xf) => codes.get(xf.attributes["numFmtId"] ?? ""));
  const cells = new Map<string, Cell>();
  const formats = new Map<string, string | undefined>();
  for (const cell of all(part("xl/worksheets/sheet1.xml"), "c")) {
    const at = cell.attributes["r"] ?? "";
    const value = child(cell, "v");
    const text = value && textOf(value);
    cells.set(
      at,
      text === undefined
        ? null
        : cell.attributes["t"] === "s"
          ? (strings[Number(text)] ?? null)
          : Number(text),
    );
    formats.set(at, xfs[Number(cell.attributes["s"] ?? 0)]);
  }
  const name = one(part("xl/workbook.xml"), "sheet").attributes["name"] ?? "";
  return { name, cells, formats, table: part("xl/tables/table1.xml") };
}

/** Decodes ST_Xstring. */
export const decode = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The cells that a reference names, in order. */
export function cellsAt(sheet: ReadSheet, reference: string): { at: string; value: Cell }[] {
  const match = /^(\w+)!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(reference);
  if (!match || match[1] !== sheet.name) throw new Error(`bad reference ${reference}`);
  const [, , column, from, , to] = match;
  const rows = Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) => Number(from) + i);
  return rows.map((row) => ({ at: `${column}${row}`, value: sheet.cells.get(`${column}${row}`) ?? null }));
}

/** What a c:strRef or c:numRef caches: one entry a cell, null where the point is left out. */
export function cacheOf(holder: Element): { f: string; format: string | undefined; values: Cell[] } {
  const numeric = [...all(holder, "c:numCache")][0];
  const cache = numeric ?? one(holder, "c:strCache");
  const values: Cell[] = Array.from({ length: Number(val(child(cache, "c:ptCount"))) }, () => null);
  for (const pt of all(cache, "c:pt")) {
    const text = textOf(one(pt, "c:v"));
    values[Number(pt.attributes["idx"])] = numeric ? Number(text) : decode(text);
  }
  const format = numeric && textOf(one(numeric, "c:formatCode"));
  return { f: textOf(one(holder, "c:f")), format, values };
}
