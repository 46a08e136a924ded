import { type Element, el } from "../../../ooxml/xml.ts";
import type { SheetColumn } from "../../chart/sheet.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Ids below are Excel's own (ECMA-376 Part 1, 18.8.30). */
const FIRST_CUSTOM = 164;

/** Index into cellXfs of a column's number format; 0 is General. */
export function styleOf(columns: readonly SheetColumn[], column: number): number {
  const format = columns[column]?.format;
  return format === undefined ? 0 : codes(columns).indexOf(format) + 1;
}

const codes = (columns: readonly SheetColumn[]): string[] => [
  ...new Set(columns.flatMap((column) => (column.format === undefined ? [] : [column.format]))),
];

/**
 * CT_Stylesheet (18.8.39): numFmts, fonts, fills, borders, cellStyleXfs, cellXfs, cellStyles
 * The two fills are fixed; Excel takes them as none and grey 12.5% whatever they say.
 */
export function stylesPart(columns: readonly SheetColumn[], font: string): Element {
  const formats = codes(columns);
  const fill = (patternType: string) => el("fill", {}, el("patternFill", { patternType }));
  const xf = (numFmtId: number, more = {}) =>
    el("xf", { numFmtId, fontId: 0, fillId: 0, borderId: 0, ...more });
  return el(
    "styleSheet",
    { xmlns: MAIN },
    formats.length > 0 &&
      el(
        "numFmts",
        { count: formats.length },
        formats.map((formatCode, i) => el("numFmt", { numFmtId: FIRST_CUSTOM + i, formatCode })),
      ),
    el(
      "fonts",
      { count: 1 },
      el("font", {}, el("sz", { val: 11 }), el("name", { val: font }), el("family", { val: 2 })),
    ),
    el("fills", { count: 2 }, fill("none"), fill("gray125")),
    el(
      "borders",
      { count: 1 },
      el("border", {}, ...["left", "right", "top", "bottom", "diagonal"].map((side) => el(side))),
    ),
    el("cellStyleXfs", { count: 1 }, xf(0)),
    el(
      "cellXfs",
      { count: formats.length + 1 },
      xf(0, { xfId: 0 }),
      formats.map((_, i) => xf(FIRST_CUSTOM + i, { xfId: 0, applyNumberFormat: true })),
    ),
    el("cellStyles", { count: 1 }, el("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })),
  );
}
