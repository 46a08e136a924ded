import type { Node, ParseError } from "jsonc-parser";
import { treeOf } from "../../base/jsonc.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { createLines } from "../../read/text/source-map.ts";

/** A text with its tree; undefined where the parser had to guess, because edits would then guess too. */
export interface ParsedText {
  readonly text: string;
  readonly root: Node;
  readonly at: (offset: number) => Place;
}

export function parseWritten(text: string, file: string): ParsedText | undefined {
  const errors: ParseError[] = [];
  // A byte order mark is no JSON, but it keeps its place.
  const root = treeOf(text.replace(/^\ufeff/, " "), errors);
  if (root?.type !== "object" || errors.length > 0) return undefined;
  const lines = createLines(text, file);
  return { text, root, at: (offset) => lines.at(offset) };
}

/** Text with its byte order mark, so that it is written back; undefined for what is not UTF-8. */
export function decodeWritten(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return undefined;
  }
}

export const property = (object: Node, name: string): Node | undefined =>
  object.children?.find((child) => child.children?.[0]?.value === name);
export const value = (object: Node, name: string): Node | undefined => property(object, name)?.children?.[1];
