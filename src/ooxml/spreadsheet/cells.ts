import { SaxesParser } from "saxes";
import type { Budget } from "../budget.ts";
import { PackageError } from "../error.ts";
import { columnNumber } from "./reference.ts";
import { decoded, withoutPrefix } from "./text.ts";

/** A cell's content as the file holds it: what a formula gave when the workbook was saved, and what was typed. */
export type CellContent =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "number"; readonly value: number }
  /** ISO 8601, as Strict files may write dates. */
  | { readonly type: "date"; readonly text: string }
  | { readonly type: "boolean"; readonly value: boolean }
  /** #REF!, #DIV/0! */
  | { readonly type: "error"; readonly text: string }
  /** A formula of which no program has kept the result. */
  | { readonly type: "uncomputed" };

export interface SheetCell {
  readonly column: number;
  readonly content: CellContent;
  /** Index of its style among the formats of cells. */
  readonly style: number;
  /** Formula without "="; "" where it is shared and stands elsewhere. */
  readonly formula?: string;
}

/** Index of a shared string, which is looked up once all are known that are wanted. */
export interface SharedText {
  readonly type: "shared";
  readonly index: number;
}

export interface RawCell extends Omit<SheetCell, "content"> {
  readonly content: CellContent | SharedText;
}

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value?: string;
  formula?: string;
  inline?: string;
}

/**
 * Cells of rows that were written one after the other (CT_Row, CT_Cell: ECMA-376 Part 1, 18.3.1.73 and 18.3.1.4), of each
 * row those that hold something. No tree of elements is made, which would take longer than to read them. Throws
 * PackageError: "xml" for rows that are not well-formed, "size" for more than the budget allows.
 */
export function readRows(xml: readonly string[], budget: Budget): readonly (readonly RawCell[])[] {
  const rows: RawCell[][] = [];
  let cell: OpenCell | undefined;
  let column = 0;
  let depth = 0;
  /** The part of a cell that text belongs to. */
  let part: "value" | "formula" | "inline" | undefined;
  /** True within the letters of an inline text. */
  let letters = false;
  /** Depth of a phonetic run, whose text stands in no cell (18.4.6). */
  let phonetic: number | undefined;
  const parser = new SaxesParser({ position: false });
  parser.on("error", (error) => {
    throw new PackageError("xml", error.message);
  });
  parser.on("opentag", ({ name: tag, attributes }) => {
    budget.spend("nodes", 1);
    depth += 1;
    const local = withoutPrefix(tag);
    if (depth === ROW) {
      rows.push([]);
      column = 0;
    } else if (depth === CELL && local === "c") {
      const { r = "", t = "n", s = "0" } = attributes as Readonly<Record<string, string>>;
      const name = /^\$?([a-z]{1,3})/i.exec(r)?.[1];
      column = name === undefined ? column + 1 : columnNumber(name);
      cell = { column, type: t, style: Number(s) };
    } else if (cell !== undefined && depth === CELL + 1) {
      part = PARTS[local];
      if (part === "value" || part === "formula") cell[part] ??= "";
    } else if (part === "inline" && local === "rPh") phonetic ??= depth;
    else if (part === "inline" && local === "t" && phonetic === undefined && cell !== undefined) {
      letters = true;
      cell.inline ??= "";
    }
  });
  const take = (text: string): void => {
    // White space around the runs of an inline text is layout.
    if (cell !== undefined && part !== undefined && (part !== "inline" || letters))
      cell[part] = (cell[part] ?? "") + text;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => {
    letters = false;
    if (phonetic === depth) phonetic = undefined;
    if (depth === CELL + 1) part = undefined;
    if (depth === CELL && cell !== undefined) {
      const content = contentOf(cell);
      const { column, style, formula } = cell;
      if (content !== undefined)
        rows.at(-1)?.push({ column, content, style, ...(formula === undefined ? {} : { formula }) });
      cell = undefined;
    }
    depth -= 1;
  });
  const whole = xml.join("");
  budget.spend("xml", whole.length);
  parser.write(`<rows>${whole}</rows>`);
  parser.close();
  return rows;
}

/** Depths of rows and cells below the element that holds them all. */
const [ROW, CELL] = [2, 3];

const PARTS: Readonly<Record<string, "value" | "formula" | "inline">> = {
  v: "value",
  f: "formula",
  is: "inline",
};

function contentOf({ type, value, formula, inline }: OpenCell): RawCell["content"] | undefined {
  const text = value ?? "";
  // A formula may give a text without letters; of any other type, nothing between the tags is no result.
  if (formula !== undefined && (value === undefined || (text.trim() === "" && type !== "str")))
    return { type: "uncomputed" };
  switch (type) {
    case "s":
      return text.trim() === "" ? undefined : { type: "shared", index: Number(text) };
    case "inlineStr":
      return inline === undefined ? undefined : { type: "text", text: decoded(inline) };
    case "str":
      return { type: "text", text: decoded(text) };
    case "b":
      return { type: "boolean", value: /^(1|true)$/i.test(text.trim()) };
    case "e":
      return { type: "error", text };
    case "d":
      return { type: "date", text };
    default: {
      if (text.trim() === "") return undefined;
      const number = Number(text);
      return Number.isFinite(number)
        ? // Fifteen digits are what Excel computes with and shows; further ones are noise of binary fractions.
          { type: "number", value: Number(number.toPrecision(15)) }
        : { type: "text", text };
    }
  }
}
