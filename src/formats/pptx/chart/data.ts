import { type Element, el } from "../../../ooxml/xml.ts";
import type { Cells } from "../../chart/sheet.ts";

/**
 * c:strRef with its cache (ECMA-376 Part 1, 21.2.2.201):
 * f, strCache { ptCount, pt[idx] { v } }
 */
export function stringReference(cells: Cells<string>): Element {
  return el(
    "c:strRef",
    {},
    el("c:f", {}, cells.ref),
    el(
      "c:strCache",
      {},
      el("c:ptCount", { val: cells.values.length }),
      cells.values.map((value, idx) => value !== null && el("c:pt", { idx }, el("c:v", {}, xstring(value)))),
    ),
  );
}

/**
 * c:numRef with its cache (21.2.2.123):
 * f, numCache { formatCode, ptCount, pt[idx] { v } }
 * A missing value has no c:pt; an empty c:v makes PowerPoint repair the file.
 */
export function numberReference(cells: Cells<number>): Element {
  return el(
    "c:numRef",
    {},
    el("c:f", {}, cells.ref),
    el(
      "c:numCache",
      {},
      el("c:formatCode", {}, cells.format),
      el("c:ptCount", { val: cells.values.length }),
      cells.values.map((value, idx) => value !== null && el("c:pt", { idx }, el("c:v", {}, double(value)))),
    ),
  );
}

/** Shortest text that reads back as the same double. Throws RangeError for what is no number; such input was refused. */
export function double(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that a chart can hold`);
  return String(value === 0 ? 0 : value);
}

/**
 * ST_Xstring (ECMA-376 Part 1, 22.9.2.19) reads _xHHHH_ as a character; a literal one has its first underscore escaped,
 * in the sheet and in the cache alike.
 */
export const xstring = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
