import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Edit, EditedBy, Unclear } from "../../diagnostics/messages/edits.ts";
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
  /** What cannot be looked into, or not in reasonable time and memory. */
  | { readonly state: "unclear"; readonly reason: Unclear }
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
  let bytes: Uint8Array | undefined;
  let now: string;
  try {
    const about = await stat(path);
    // Somebody meant to keep it: writing refuses it, and says why.
    if ((about.mode & 0o222) === 0) return { state: "free" };
    // A device or a pipe holds nothing, and reading one may wait for ever.
    if (!about.isFile() && !about.isDirectory()) return { state: "free" };
    bytes = about.size > LARGEST ? undefined : await readFile(path);
    now = bytes === undefined ? await digestOfFile(path) : digestOf(bytes);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    // A folder, or below a file: writing says so. What may not be read may not be lost either.
    return ["ENOENT", "ENOTDIR", "EISDIR"].includes(code) ? { state: "free" } : { state: "foreign" };
  }
  if (bytes?.length === 0) return { state: "free" };
  if (now === digest) return { state: "same" };
  if (before?.includes(now) === true) return { state: "free" };
  if (bytes === undefined) return { state: "unclear", reason: "size" };
  if (!path.endsWith(".pptx") && !isZip(bytes)) return { state: remembers ? "changed" : "unknown" };
  return isZip(bytes) ? deckStanding(bytes) : { state: "foreign" };
}

/** Bytes of a file that is read whole; a deck with more is mostly films. */
const LARGEST = 128 * 1_048_576;

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** A zip, whatever its name: -o takes any. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

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
    if (cause instanceof PackageError) return { state: "unclear", reason: cause.fault };
    throw cause;
  }
}
