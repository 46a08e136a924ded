import { RELATION } from "../../../ooxml/namespaces.ts";
import { type Part, type Relationship, writePackage } from "../../../ooxml/package.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { type ChartSheet, columnLetters, SHEET, type SheetColumn } from "../../chart/sheet.ts";
import { double, xstring } from "./data.ts";
import { styleOf, stylesPart } from "./workbook-styles.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * The workbook that "Edit data" opens: one sheet, whose cells are one table. Numbers are numbers, missing ones are empty
 * cells, zero is zero. Strings are shared, as Excel writes them. No properties, so no names and no dates.
 * The parts depend on nothing but the sheet.
 */
export function workbookParts(sheet: ChartSheet, font: string): readonly Part[] {
  const strings = collectStrings(sheet.columns);
  return [
    {
      name: "/xl/workbook.xml",
      type: `${TYPE}.sheet.main+xml`,
      content: el(
        "workbook",
        { xmlns: MAIN, "xmlns:r": OFFICE },
        el("sheets", {}, el("sheet", { name: SHEET, sheetId: 1, "r:id": "rId1" })),
      ),
      relationships: [
        relation(1, `${OFFICE}/worksheet`, "/xl/worksheets/sheet1.xml"),
        relation(2, `${OFFICE}/styles`, "/xl/styles.xml"),
        relation(3, `${OFFICE}/sharedStrings`, "/xl/sharedStrings.xml"),
      ],
    },
    {
      name: "/xl/worksheets/sheet1.xml",
      type: `${TYPE}.worksheet+xml`,
      content: worksheet(sheet, strings),
      relationships: [relation(1, `${OFFICE}/table`, "/xl/tables/table1.xml")],
    },
    { name: "/xl/tables/table1.xml", type: `${TYPE}.table+xml`, content: table(sheet) },
    { name: "/xl/styles.xml", type: `${TYPE}.styles+xml`, content: stylesPart(sheet.columns, font) },
    { name: "/xl/sharedStrings.xml", type: `${TYPE}.sharedStrings+xml`, content: sharedStrings(strings) },
  ];
}

export const writeWorkbook = (parts: readonly Part[]): Uint8Array =>
  writePackage(parts, [relation(1, RELATION.office, "/xl/workbook.xml")]);

const relation = (n: number, type: string, target: string): Relationship => ({ id: `rId${n}`, type, target });

/** Each text once, in the order of its first use, with how often it is used. */
function collectStrings(columns: readonly SheetColumn[]): {
  readonly index: ReadonlyMap<string, number>;
  readonly uses: number;
} {
  const texts = columns.flatMap((c) => [
    c.name,
    ...c.values.filter((v): v is string => typeof v === "string"),
  ]);
  return { index: new Map([...new Set(texts)].map((text, i) => [text, i])), uses: texts.length };
}
type Strings = ReturnType<typeof collectStrings>;

/** CT_Sst: si* { t } */
function sharedStrings({ index, uses }: Strings): Element {
  return el(
    "sst",
    { xmlns: MAIN, count: uses, uniqueCount: index.size },
    [...index.keys()].map((text) => el("si", {}, el("t", { "xml:space": "preserve" }, xstring(text)))),
  );
}

/** CT_Worksheet (ECMA-376 Part 1, 18.3.1.99): sheetPr, dimension, sheetViews, sheetFormatPr, cols, sheetData, …, tableParts */
function worksheet({ columns, rows }: ChartSheet, strings: Strings): Element {
  const row = (r: number, cells: readonly (Element | null)[]) => el("row", { r }, cells);
  return el(
    "worksheet",
    { xmlns: MAIN, "xmlns:r": OFFICE },
    el("dimension", { ref: area(columns.length, rows) }),
    el("sheetViews", {}, el("sheetView", { workbookViewId: 0 })),
    el("sheetFormatPr", { defaultRowHeight: 15 }),
    el(
      "cols",
      {},
      columns.map((column, i) =>
        el("col", { min: i + 1, max: i + 1, width: widthOf(column), customWidth: true }),
      ),
    ),
    el(
      "sheetData",
      {},
      row(
        1,
        columns.map((column, c) => textCell(c, 1, column.name, strings)),
      ),
      Array.from({ length: rows }, (_, i) =>
        row(
          i + 2,
          columns.map((column, c) => cell(columns, c, i + 2, column.values[i] ?? null, strings)),
        ),
      ),
    ),
    el("pageMargins", { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
    el("tableParts", { count: 1 }, el("tablePart", { "r:id": "rId1" })),
  );
}

function cell(
  columns: readonly SheetColumn[],
  c: number,
  r: number,
  value: string | number | null,
  strings: Strings,
): Element | null {
  if (typeof value === "string") return textCell(c, r, value, strings);
  const s = styleOf(columns, c);
  const reference = columns[c]?.references?.get(r - 2);
  // An empty cell keeps its column's format, so that a number typed there looks like its neighbours.
  return el(
    "c",
    { r: `${columnLetters(c)}${r}`, s },
    value !== null && [reference !== undefined && el("f", {}, reference), el("v", {}, double(value))],
  );
}

function textCell(c: number, r: number, text: string, strings: Strings): Element {
  return el("c", { r: `${columnLetters(c)}${r}`, t: "s" }, el("v", {}, String(strings.index.get(text) ?? 0)));
}

/** CT_Table (18.5.1.2): autoFilter, sortState, tableColumns, tableStyleInfo. Column names repeat the heading cells. */
function table({ columns, rows }: ChartSheet): Element {
  return el(
    "table",
    {
      xmlns: MAIN,
      id: 1,
      name: "Data",
      displayName: "Data",
      ref: area(columns.length, rows),
      totalsRowShown: false,
    },
    el(
      "tableColumns",
      { count: columns.length },
      columns.map((column, i) => el("tableColumn", { id: i + 1, name: xstring(column.name) })),
    ),
    el("tableStyleInfo", {
      name: "TableStyleLight1",
      showFirstColumn: false,
      showLastColumn: false,
      showRowStripes: false,
      showColumnStripes: false,
    }),
  );
}

const area = (columns: number, rows: number): string => `A1:${columnLetters(columns - 1)}${rows + 1}`;

/** In characters, by the longest text; numbers get ten. */
function widthOf(column: SheetColumn): number {
  const longest = Math.max(
    10,
    column.name.length,
    ...column.values.map((v) => (typeof v === "string" ? v.length : 0)),
  );
  return Math.min(60, longest + 2);
}
