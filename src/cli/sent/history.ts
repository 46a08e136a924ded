import { getNodeValue, type Node } from "jsonc-parser";
import { applyEdits, type BundleEdit, insertAfter } from "../written/edit.ts";
import { parseWritten, property, value } from "../written/parse.ts";

/** Entry of `history` for a version that is sent. */
export interface Sent {
  readonly version: string;
  readonly date: string;
  readonly readers: readonly string[];
}

/**
 * The text of a bundle with the entry of a version in `history`, and in its `sentTo` all readers; comments and layout stay.
 * Undefined for a text that is no whole JSON object, or whose `history` is no list.
 */
export function withHistory(text: string, file: string, sent: Sent): string | undefined {
  const root = parseWritten(text, file)?.root;
  if (root === undefined) return undefined;
  const edit = editOf(text, root, sent);
  if (edit === undefined) return undefined;
  return applyEdits(
    text,
    edit.map((each) => ({ ...each, said: [] })),
  );
}

type Edit = Omit<BundleEdit, "said">;

function editOf(text: string, root: Node, { version, date, readers }: Sent): readonly Edit[] | undefined {
  const list = JSON.stringify(readers).replaceAll(",", ", ");
  const entry = `{ "version": ${JSON.stringify(version)}, "date": ${JSON.stringify(date)}, "sentTo": ${list} }`;
  const history = property(root, "history");
  const entries = value(root, "history");
  if (history === undefined || entries === undefined) {
    const last = root.children?.at(-1);
    return last === undefined ? undefined : [insertAfter(text, last, [`"history": [${entry}]`])];
  }
  if (entries.type !== "array") return undefined;
  const known = entries.children?.find((each) => value(each, "version")?.value === version);
  if (known === undefined) {
    const last = entries.children?.at(-1);
    return last === undefined
      ? [{ offset: entries.offset, length: entries.length, content: `[${entry}]` }]
      : [insertAfter(text, last, [entry])];
  }
  const sentTo = value(known, "sentTo");
  if (sentTo === undefined) {
    const behind = property(known, "date") ?? known.children?.at(-1);
    return behind === undefined ? undefined : [insertAfter(text, behind, [`"sentTo": ${list}`])];
  }
  if (sentTo.type !== "array") return undefined;
  const before: unknown = getNodeValue(sentTo);
  const missing = readers.filter((reader) => !(Array.isArray(before) && before.includes(reader)));
  if (missing.length === 0) return [];
  const last = sentTo.children?.at(-1);
  return last === undefined
    ? [{ offset: sentTo.offset, length: sentTo.length, content: list }]
    : [
        insertAfter(
          text,
          last,
          missing.map((reader) => JSON.stringify(reader)),
        ),
      ];
}
