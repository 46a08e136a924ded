import type { Node } from "jsonc-parser";

/** One change of a text; offsets and lengths in UTF-16 units of the text before all changes. */
export interface BundleEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
  /** Lines that say what it fixes, for people. */
  readonly said: readonly string[];
}

/** Applies changes that do not overlap, the last one first, so that every offset stays right. */
export const applyEdits = (text: string, edits: readonly BundleEdit[]): string =>
  [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (all, { offset, length, content }) => all.slice(0, offset) + content + all.slice(offset + length),
      text,
    );

/** Text to insert before a property to add another one: on its own line where the property has its own. */
export function before(text: string, property: Node, written: string): string {
  const line = lineLead(text, property);
  return line === undefined ? `${written}, ` : `${written},${line.end}${line.lead}`;
}

/** White space before a node that stands first on its line, and how the line above ends; undefined for one that does not. */
export function lineLead(
  text: string,
  { offset }: Node,
): { readonly lead: string; readonly end: string } | undefined {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1));
  const lead = text.slice(start + 1, offset);
  if (start < 0 || lead.trim() !== "") return undefined;
  return { lead, end: text[start] === "\n" && text[start - 1] === "\r" ? "\r\n" : (text[start] ?? "\n") };
}

/** Rest of a line behind a property or an item. */
interface Rest {
  /** Offset behind the comma and the comments. */
  readonly end: number;
  readonly comma: boolean;
  /** True where another property or item stands on the line. */
  readonly more: boolean;
}

/** A comma or a comment, with the spaces before it. */
const BEHIND = /[ \t]*(,|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)/y;

function restOfLine(text: string, from: number): Rest {
  let [end, comma] = [from, false];
  for (;;) {
    BEHIND.lastIndex = end;
    const found = BEHIND.exec(text);
    if (found === null || (comma && found[1] === ",")) break;
    comma ||= found[1] === ",";
    end += found[0].length;
  }
  return { end, comma, more: /^[ \t]*[^ \t\r\n}\]]/.test(text.slice(end)) };
}

/**
 * The change that adds properties or items behind another one: on lines of their own where that has its own, else behind
 * it. Comments stay behind what they are about.
 */
export function insertAfter(
  text: string,
  node: Node,
  written: readonly string[],
): Pick<BundleEdit, "offset" | "length" | "content"> {
  const offset = node.offset + node.length;
  const line = lineLead(text, node);
  const { end, comma, more } = restOfLine(text, offset);
  if (line === undefined || more)
    return { offset, length: 0, content: written.map((each) => `, ${each}`).join("") };
  const lines = written.map((each) => `${line.end}${line.lead}${each}`).join(",");
  return {
    offset,
    length: end - offset,
    content: `${comma ? "" : ","}${text.slice(offset, end)}${lines}${comma ? "," : ""}`,
  };
}
