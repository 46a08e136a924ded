import type { Budget } from "../budget.ts";
import { parse } from "../parse.ts";
import { type Element, elements, textOf } from "../xml.ts";
import { columnNumber } from "./reference.ts";
import { decoded, lettersOf, localName } from "./text.ts";

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

/** The cells of one row (CT_Row, CT_Cell: ECMA-376 Part 1, 18.3.1.73 and 18.3.1.4) that hold something. */
export function readRow(xml: string, budget: Budget): readonly RawCell[] {
  const out: RawCell[] = [];
  let column = 0;
  for (const cell of elements(parse(xml, budget))) {
    if (localName(cell) !== "c") continue;
    const letters = /^\$?([a-z]{1,3})/i.exec(cell.attributes["r"] ?? "")?.[1];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    const parts = new Map(elements(cell).map((part) => [localName(part), part]));
    const formula = parts.get("f");
    const content = contentOf(cell.attributes["t"] ?? "n", parts, formula !== undefined);
    if (content === undefined) continue;
    const style = Number(cell.attributes["s"] ?? 0);
    out.push({ column, content, style, ...(formula === undefined ? {} : { formula: textOf(formula) }) });
  }
  return out;
}

function contentOf(
  type: string,
  parts: ReadonlyMap<string, Element>,
  computed: boolean,
): RawCell["content"] | undefined {
  const value = parts.get("v");
  const text = value === undefined ? "" : textOf(value);
  // A formula may give a text without letters; of any other type, nothing between the tags is no result.
  if (computed && (value === undefined || (text.trim() === "" && type !== "str")))
    return { type: "uncomputed" };
  switch (type) {
    case "s":
      return text.trim() === "" ? undefined : { type: "shared", index: Number(text) };
    case "inlineStr": {
      const inline = parts.get("is");
      return inline === undefined ? undefined : { type: "text", text: lettersOf(inline) };
    }
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
