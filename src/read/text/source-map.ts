import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { Place } from "../../diagnostics/diagnostic.ts";
import type { JsonPath } from "../../model/figures.ts";

/** Places in the file at which the parts of the bundle are written. */
export interface SourceMap {
  /** The value at a path; for a path that does not exist, the nearest object or array around it. */
  value(path: JsonPath): Place;
  /** The name of the field that a path ends in; like `value` for items of arrays. */
  field(path: JsonPath): Place;
}

/** Turns offsets (UTF-16 units) of one text into lines and columns, both from 1. */
export interface SourceLines {
  at(offset: number, length?: number): Place;
}

/**
 * `file` is the name that places show. A line ends with LF, CR LF or CR. Lines are looked for no further than somebody
 * asks, for a file may have millions of them.
 */
export function createLines(text: string, file: string): SourceLines {
  const starts = [0];
  let searched = 0;
  const search = (to: number): void => {
    for (; searched < to; searched++) {
      const code = text.charCodeAt(searched);
      if (code === 10 || (code === 13 && text.charCodeAt(searched + 1) !== 10)) starts.push(searched + 1);
    }
  };
  const at = (offset: number, length = 1): Place => {
    const where = Math.min(Math.max(offset, 0), text.length);
    search(where);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= where) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    return { file, line: low + 1, column: where - start + 1, ...quoteOf(text, start, where, length) };
  };
  return { at };
}

/** Characters of a line that is quoted whole. A minified bundle is one line, of which each finding would hold a copy. */
const WHOLE_LINE = 2_000;
/** Characters that are quoted before and after what is meant on a longer line, and at most of what is meant. */
const AROUND = 400;
const MEANT = 2_000;

/** Excerpt of the line that begins at `start`, and the number of its characters from `where` on to underline. */
function quoteOf(
  text: string,
  start: number,
  where: number,
  length: number,
): Pick<Place, "text" | "textColumn" | "length"> {
  const whole = endOfLine(text, start, start + WHOLE_LINE + 1);
  const end = endOfLine(text, where, Math.max(where + length, whole));
  const meant = Math.max(1, Math.min(length, end - where));
  if (whole - start <= WHOLE_LINE) return { text: text.slice(start, whole), length: meant };
  const from = Math.max(start, where - AROUND);
  const to = endOfLine(text, where, where + Math.min(meant, MEANT) + AROUND);
  const begin = isSecondHalf(text, from) ? from + 1 : from;
  return {
    text: text.slice(begin, isSecondHalf(text, to) ? to - 1 : to),
    ...(begin === start ? {} : { textColumn: begin - start + 1 }),
    length: meant,
  };
}

/** The end of the line that holds `from`, or `bound` where the line goes on. */
function endOfLine(text: string, from: number, bound: number): number {
  const most = Math.min(bound, text.length);
  let end = from;
  while (end < most && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

/** Returns true when a cut at `at` would split a surrogate pair. */
const isSecondHalf = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** Values that came from another file: place by the rest of the path below the one they replace. */
export interface TableOrigin {
  readonly path: JsonPath;
  readonly place: (rest: JsonPath) => Place;
}

/** `linesOf` tells the lines of the file that a node stands in; `transplants` may grow while tables are read. */
export function createSourceMap(
  root: Node,
  linesOf: (node: Node) => SourceLines,
  transplants: readonly TableOrigin[],
): SourceMap {
  const node = (path: JsonPath): Node => {
    for (let length = path.length; length > 0; length--) {
      const found = findNodeAtLocation(root, path.slice(0, length));
      if (found !== undefined) return found;
    }
    return root;
  };
  const place = (found: Node): Place => {
    const lines = linesOf(found);
    if (found.children === undefined) return lines.at(found.offset, found.length);
    const told = teller(found);
    return told === undefined ? lines.at(found.offset, 1) : linesOf(told).at(told.offset, told.length);
  };
  const transplanted = (path: JsonPath): Place | undefined => {
    const from = transplants.find(
      (t) => t.path.length < path.length && t.path.every((step, i) => step === path[i]),
    );
    return from?.place(path.slice(from.path.length));
  };
  return {
    value: (path) => transplanted(path) ?? place(node(path)),
    field: (path) => {
      const other = transplanted(path);
      if (other !== undefined) return other;
      const key = property(node(path.slice(0, -1)), path.at(-1));
      return key === undefined ? place(node(path)) : linesOf(key).at(key.offset, key.length);
    },
  };
}

/** Places of a bundle whose parts have moved; `origin` says where they were. */
export const moved = ({ value, field }: SourceMap, origin: (path: JsonPath) => JsonPath): SourceMap => ({
  value: (path) => value(origin(path)),
  field: (path) => field(origin(path)),
});

/** Fields that name what they stand in, the most telling first. */
const NAMING = [
  ...["id", "title", "name", "claim", "statement", "decision", "risk", "objection", "what", "term"],
  ...["label", "driver", "version", "period"],
];

/**
 * Finds the node that identifies an object or list to people, in place of a line that holds a brace: the name
 * of a field, or the value that names an item of a list.
 */
function teller(holder: Node): Node | undefined {
  const { parent } = holder;
  if (parent?.type === "property") return parent.children?.[0];
  const members = holder.type === "object" ? (holder.children ?? []) : [];
  const named = NAMING.flatMap((name) => members.filter((one) => one.children?.[0]?.value === name));
  const [, value] = (named[0] ?? members[0])?.children ?? [];
  return value === undefined || value.children !== undefined ? members[0]?.children?.[0] : value;
}

/** The node of a field's name, also of one without a value. */
function property(object: Node, name: string | number | undefined): Node | undefined {
  if (object.type !== "object") return undefined;
  const found = object.children?.find((child) => child.children?.[0]?.value === name);
  return found?.children?.[0];
}
