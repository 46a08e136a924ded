import { createScanner, type Node, type ParseError, parse, parseTree } from "jsonc-parser";

/** Brackets within brackets that are read at most; the schema itself needs nine. */
export const MAX_DEPTH = 64;

/** Brackets, commas, names and values that are read at most; the fullest bundle that the schema allows has 2.7 million. */
const MAX_TOKENS = 4_000_000;

/** Numbers of the parser's tokens; its own enum cannot be imported one file at a time (TS2748). */
const OPEN = [1, 3];
const CLOSE = [2, 4];
const EOF = 17;

/** Excess of a text over what the parser bears, which recurses and keeps a node per value; `offset` in UTF-16 units. */
export interface Excess {
  readonly of: "depth" | "tokens";
  readonly offset: number;
}

/** Looks for what is too deep or too long in a text before it is parsed; undefined where nothing is. */
export function excessOf(text: string): Excess | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  let tokens = 0;
  for (let token = scanner.scan() as number; token !== EOF; token = scanner.scan()) {
    if (OPEN.includes(token) && ++depth > MAX_DEPTH) return { of: "depth", offset: scanner.getTokenOffset() };
    if (CLOSE.includes(token)) depth--;
    if (++tokens > MAX_TOKENS) return { of: "tokens", offset: scanner.getTokenOffset() };
  }
  return undefined;
}

/**
 * JSON with comments as plain values, as far as it can be read: for whoever looks at a bundle before it is read, and says
 * nothing of what is wrong with it. Undefined for a text that is too deep or too long, which reading refuses.
 */
export function parsedJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  return excessOf(text) === undefined ? parse(text, [], { allowTrailingComma: true }) : undefined;
}

/** Tree of a text as far as it can be read, with its errors; undefined for a text that is too deep or too long. */
export const treeOf = (text: string, errors: ParseError[] = []): Node | undefined =>
  excessOf(text) === undefined ? parseTree(text, errors, { allowTrailingComma: true }) : undefined;
