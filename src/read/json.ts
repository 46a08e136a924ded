import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/index.ts";
import type { SourceLines } from "./text/source-map.ts";

/** Brackets within brackets that are read at most; the schema itself needs nine. */
const MAX_DEPTH = 64;

/** Brackets, commas, names and values that are read at most; the fullest bundle that the schema allows has 2.7 million. */
const MAX_TOKENS = 4_000_000;

/** Numbers of the parser's tokens; its own enum cannot be imported one file at a time (TS2748). */
const OPEN = [1, 3];
const CLOSE = [2, 4];
const EOF = 17;

export interface Parsed {
  readonly root: Node | undefined;
  readonly problems: readonly Diagnostic[];
  /** Lines with a syntax error; what else is found there is noise. */
  readonly brokenLines: ReadonlySet<number>;
  /** True where every value was read all the same: a comma was missing, no more. */
  readonly whole: boolean;
}

/**
 * JSON with comments and trailing commas into a tree with offsets. Goes on after an error, so that several come in one
 * run; of those on one line only the first counts, the others follow from it.
 */
export function parseJson(text: string, lines: SourceLines): Parsed {
  const problem = beyondBounds(text, lines);
  if (problem !== undefined)
    return { root: undefined, problems: [problem], brokenLines: new Set(), whole: false };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const brokenLines = new Set<number>();
  const problems: Diagnostic[] = [];
  let whole = true;
  for (const error of errors) {
    const name = printParseErrorCode(error.error);
    // A raw control character in text: the walk over the tree finds it and names it.
    if (name === "InvalidCharacter") continue;
    whole &&= name === "CommaExpected";
    const place = lines.at(error.offset, error.length);
    if (brokenLines.has(place.line)) continue;
    brokenLines.add(place.line);
    const word = /^[^\s,:[\]{}]+/.exec(text.slice(error.offset, error.offset + 80))?.[0];
    problems.push(
      name === "InvalidSymbol" && word !== undefined
        ? messages.unknownWord({ place: lines.at(error.offset, word.length) }, word)
        : messages.syntaxError({ place }, name),
    );
  }
  return { root, problems, brokenLines, whole };
}

/** Refuses text that is too deep or too long for the parser, which recurses and keeps a node per value; counts tokens. */
function beyondBounds(text: string, lines: SourceLines): Diagnostic | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  let tokens = 0;
  for (let token = scanner.scan() as number; token !== EOF; token = scanner.scan()) {
    const at = () => ({ place: lines.at(scanner.getTokenOffset()) });
    if (OPEN.includes(token) && ++depth > MAX_DEPTH) return messages.tooDeep(at(), MAX_DEPTH);
    if (CLOSE.includes(token)) depth--;
    if (++tokens > MAX_TOKENS) return messages.tooManyValues(at());
  }
  return undefined;
}
