import { readFile, stat } from "node:fs/promises";
import type { Edit, EditedBy } from "../../diagnostics/messages/edits.ts";
import { codeOf } from "../../host/failure.ts";
import { digestOf } from "../cache/store.ts";

/** What stands where a file is to be written. */
export type Standing =
  /** Nothing that writing could lose: no file, an empty or a write-protected one, or one that is as it was written. */
  | { readonly state: "free" }
  /** Already what would be written. */
  | { readonly state: "same" }
  /** A deck that was opened and saved, nothing on its slides otherwise. */
  | { readonly state: "saved"; readonly by: EditedBy }
  | { readonly state: "edited"; readonly by: EditedBy; readonly edits: readonly Edit[] }
  /** Of a format without a mark: not what was written there last. */
  | { readonly state: "changed" }
  /** A deck that is not ours. */
  | { readonly state: "foreign" }
  /** Of a format without a mark, and nobody remembers what was written there. */
  | { readonly state: "unknown" };

/**
 * Looks at the file at `path` before it is written over. `digest` is that of the new bytes, `before` those of what was
 * last written there. A .pptx says itself whether it was edited; of other formats only the memory of the last run knows.
 */
export async function standingOf(
  path: string,
  digest: string,
  before: readonly string[] | undefined,
  remembers: boolean,
): Promise<Standing> {
  let bytes: Uint8Array;
  try {
    const about = await stat(path);
    // Somebody meant to keep it: writing refuses it, and says why.
    if ((about.mode & 0o222) === 0) return { state: "free" };
    // A device or a pipe holds nothing, and reading one may wait for ever.
    if (!about.isFile() && !about.isDirectory()) return { state: "free" };
    bytes = await readFile(path);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    // A folder, or below a file: writing says so. What may not be read may not be lost either.
    return ["ENOENT", "ENOTDIR", "EISDIR"].includes(code) ? { state: "free" } : { state: "foreign" };
  }
  if (bytes.length === 0) return { state: "free" };
  const now = digestOf(bytes);
  if (now === digest) return { state: "same" };
  if (before?.includes(now) === true) return { state: "free" };
  if (!path.endsWith(".pptx") && !looksLikeDeck(bytes)) return { state: remembers ? "changed" : "unknown" };
  return deckStanding(bytes);
}

/** A zip, whatever its name: -o takes any. */
const looksLikeDeck = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function deckStanding(bytes: Uint8Array): Promise<Standing> {
  // Loaded only here: a first build has nothing to look at.
  const { originOf } = await import("../../formats/pptx/fingerprint/origin.ts");
  const { PackageError } = await import("../../ooxml/error.ts");
  try {
    const origin = await originOf(bytes);
    switch (origin.state) {
      case "ours":
        return { state: "free" };
      case "foreign":
        return { state: "foreign" };
      case "saved":
        return { state: "saved", by: origin.by };
      case "edited":
        return { state: "edited", by: origin.by, edits: origin.changes };
    }
  } catch (cause) {
    // No deck at all, whatever its name says.
    if (cause instanceof PackageError) return { state: "foreign" };
    throw cause;
  }
}
