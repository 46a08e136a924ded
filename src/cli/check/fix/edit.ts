import type { Node } from "jsonc-parser";

/** One change of a text; offsets and lengths in UTF-16 units of the text before all changes. */
export interface BundleEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
  /** Description of the fix, for people. */
  readonly said: string;
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
  const start = Math.max(
    text.lastIndexOf("\n", property.offset - 1),
    text.lastIndexOf("\r", property.offset - 1),
  );
  const lead = text.slice(start + 1, property.offset);
  if (start < 0 || lead.trim() !== "") return `${written}, `;
  const end = text[start] === "\n" && text[start - 1] === "\r" ? "\r\n" : (text[start] ?? "\n");
  return `${written},${end}${lead}`;
}
