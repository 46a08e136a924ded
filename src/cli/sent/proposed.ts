import { findNodeAtLocation } from "jsonc-parser";
import type { SettledText } from "../../conversation/pull/settle.ts";
import { applyEdits, type BundleEdit } from "../written/edit.ts";
import { parseWritten } from "../written/parse.ts";

/** A text of the bundle, what stands there, and what somebody wants in its place. */
export type ProposedText = Pick<SettledText, "standing" | "path" | "ours" | "theirs">;

/**
 * The text of a bundle with the texts that are proposed in place of those that they were; comments and layout stay.
 * Undefined for a text that is no whole JSON object.
 */
export function withProposed<Text extends ProposedText>(
  text: string,
  file: string,
  texts: readonly Text[],
): { readonly text: string; readonly applied: readonly Text[] } | undefined {
  const root = parseWritten(text, file)?.root;
  if (root === undefined) return undefined;
  const edits: BundleEdit[] = [];
  const applied = texts.filter((one) => {
    const node =
      one.path === undefined || one.standing !== "proposed"
        ? undefined
        : findNodeAtLocation(root, [...one.path]);
    const [theirs] = one.theirs;
    // What stands at the same path of the file alone may be another text, where the bundle extends a file.
    if (node?.type !== "string" || node.value !== one.ours || theirs === undefined) return false;
    edits.push({
      ...{ offset: node.offset, length: node.length },
      ...{ content: JSON.stringify(theirs), said: [] },
    });
    return true;
  });
  return { text: applyEdits(text, edits), applied };
}
