import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../model/figures.ts";

/** Where each part of the bundle was written. */
export interface Places {
  /** The value at a path; for a path that does not exist, the nearest object or array around it. */
  value(path: JsonPath): Place;
  /** The name of the field that a path ends in; like `value` for items of arrays. */
  field(path: JsonPath): Place;
}

/** Turns offsets (UTF-16 units) of one text into lines and columns, both from 1. */
export interface Lines {
  at(offset: number, length?: number): Place;
}

/** `file` is the name that places show. A line ends with LF, CR LF or CR. */
export function createLines(text: string, file: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  const at = (offset: number, length = 1): Place => {
    const where = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= where) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    // Cut by hand: a regular expression would read the whole line, which in a minified bundle is the whole file.
    let end = starts[low + 1] ?? text.length;
    while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
    const line = text.slice(start, end);
    const column = where - start + 1;
    const within = Math.max(1, Math.min(length, line.length - column + 1));
    return { file, line: low + 1, column, text: line, length: within };
  };
  return { at };
}

/** Values that came from another file: place by the rest of the path below the one they replace. */
export interface Transplant {
  readonly path: JsonPath;
  readonly place: (rest: JsonPath) => Place;
}

/** `transplants` may grow while CSV files are read. */
export function createPlaces(root: Node, lines: Lines, transplants: readonly Transplant[]): Places {
  const node = (path: JsonPath): Node => {
    for (let length = path.length; length > 0; length--) {
      const found = findNodeAtLocation(root, path.slice(0, length));
      if (found !== undefined) return found;
    }
    return root;
  };
  const place = (found: Node): Place => {
    if (found.children === undefined) return lines.at(found.offset, found.length);
    const told = teller(found);
    return told === undefined ? lines.at(found.offset, 1) : lines.at(told.offset, told.length);
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
      return key === undefined ? place(node(path)) : lines.at(key.offset, key.length);
    },
  };
}

/** Places of a bundle whose parts have moved; `origin` says where they were. */
export const moved = ({ value, field }: Places, origin: (path: JsonPath) => JsonPath): Places => ({
  value: (path) => value(origin(path)),
  field: (path) => field(origin(path)),
});

/** Fields that name what they stand in, the most telling first. */
const NAMING = [
  ...["id", "title", "name", "claim", "statement", "decision", "risk", "objection", "what", "term"],
  ...["label", "driver", "version", "period"],
];

/**
 * What tells people which object or list is meant, in place of a line that holds a brace: of a field its name, of an
 * item of a list the value that names it.
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
