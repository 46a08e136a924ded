import { type BundleEdit, insertAfter, lineLead } from "./edit.ts";
import type { ParsedText } from "./parse.ts";
import { property } from "./parse.ts";

/** An edit without a word about it. */
export const edit = (offset: number, length: number, content: string): BundleEdit => ({
  offset,
  length,
  content,
  said: [],
});

/** Ids of a bundle, wherever they stand. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = (value as { readonly id?: unknown }).id;
  return [...(typeof own === "string" ? [own] : []), ...Object.values(value).flatMap(idsIn)];
}

/** An id for an objection that somebody raised, of which none is taken yet. */
export function freeId(taken: Set<string>): string {
  let n = 1;
  while (taken.has(`raised-${n}`)) n += 1;
  taken.add(`raised-${n}`);
  return `raised-${n}`;
}

/** Adds items behind the last one of a list, or a list behind the last part. */
export function addTo(written: ParsedText, name: string, items: readonly object[]): readonly BundleEdit[] {
  if (items.length === 0) return [];
  const { text, root } = written;
  const held = property(root, name);
  const list = held?.children?.[1];
  const last = list?.children?.at(-1);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = indentOf(written);
  if (last !== undefined) {
    const lead = lineLead(text, last)?.lead;
    const added = items.map((item) => writtenAs(item, lead, indent).replaceAll("\n", end));
    return [{ ...insertAfter(text, last, added), said: [] }];
  }
  const anchor = held ?? root.children?.at(-1);
  if (anchor === undefined) throw new Error("a bundle without parts was read");
  const lead = lineLead(text, anchor)?.lead ?? "";
  const body = items.map((item) => `\n${lead}${indent}${writtenAs(item, lead + indent, indent)}`).join(",");
  const content = `[${body}\n${lead}]`.replaceAll("\n", end);
  if (list !== undefined) return [edit(list.offset, list.length, content)];
  return [{ ...insertAfter(text, anchor, [`"${name}": ${content}`]), said: [] }];
}

/** Text that is written as it stands. */
export interface Raw {
  readonly raw: string;
}
const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && "raw" in value;

/** White space by which a part is set in. */
const indentOf = ({ text, root }: ParsedText): string => {
  const first = root.children?.[0];
  const lead = first === undefined ? undefined : lineLead(text, first)?.lead;
  return lead === undefined || lead === "" ? "  " : lead;
};

/** An object with a line for each field, below a line that begins with `lead`; on one line where there is none. */
function writtenAs(item: object, lead: string | undefined, indent: string): string {
  const fields = Object.entries(item).map(
    ([key, value]) => `${JSON.stringify(key)}: ${isRaw(value) ? value.raw : JSON.stringify(value)}`,
  );
  return lead === undefined
    ? `{ ${fields.join(", ")} }`
    : `{\n${fields.map((field) => `${lead}${indent}${field}`).join(",\n")}\n${lead}}`;
}
