import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { excessOf, MAX_DEPTH } from "../base/jsonc.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/index.ts";
import type { SourceLines } from "./text/source-map.ts";

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

/** Refuses text that is more than the parser bears. */
function beyondBounds(text: string, lines: SourceLines): Diagnostic | undefined {
  const excess = excessOf(text);
  if (excess === undefined) return undefined;
  const at = { place: lines.at(excess.offset) };
  return excess.of === "depth" ? messages.tooDeep(at, MAX_DEPTH) : messages.tooManyValues(at);
}
