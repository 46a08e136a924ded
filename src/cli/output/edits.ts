import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { EditedBy, SlideEdit, Unclear } from "../../diagnostics/messages/edits.ts";
import type { DeckOrigin } from "../../formats/pptx/fingerprint/origin.ts";
import type { Carried } from "../../formats/pptx/label.ts";
import { codeOf } from "../../host/failure.ts";
import type { TooMany } from "../../ooxml/error.ts";
import { isZip } from "../../ooxml/zip.ts";
import { digestOf } from "../cache/store.ts";

/** State of the path where a file is to be written. */
export type TargetState =
  /** Nothing that writing could lose: no file, an empty or a write-protected one, or one that is as it was written. */
  | { readonly state: "free" }
  /** Already what would be written. */
  | { readonly state: "same" }
  /** A deck that was opened and saved, nothing on its slides otherwise. */
  | { readonly state: "saved"; readonly by: EditedBy }
  | { readonly state: "edited"; readonly by: EditedBy; readonly edits: readonly SlideEdit[] }
  /** Content other than what was last written there, in a format without a mark. */
  | { readonly state: "changed" }
  /** A deck that is not ours. */
  | { readonly state: "foreign" }
  /** A file that cannot be examined, or not in reasonable time and memory. */
  | { readonly state: "unclear"; readonly reason: Unclear; readonly tooMany?: TooMany }
  /** Content in a format without a mark, with no record of what was last written there. */
  | { readonly state: "unknown" };

/** A file that would be written over. */
export interface ExistingFile {
  readonly standing: TargetState;
  /** Digest of a file that writing would replace. */
  readonly digest?: string;
  /** Label and properties that an organisation put on a deck, which the new deck keeps. */
  readonly carried?: Carried;
}

/**
 * Looks at the file at `path` before it is written over. `digest` is that of the new bytes, `before` those of what was
 * last written there; `similar` gives a deck that may hold what was there before an edit. A .pptx says itself whether it was edited; of other formats only the memory of the last run knows.
 */
export async function targetStateOf(
  path: string,
  digest: string,
  before: readonly string[] | undefined,
  remembers: boolean,
  similar?: () => Promise<Uint8Array>,
): Promise<ExistingFile> {
  let bytes: Uint8Array | undefined;
  let now: string;
  try {
    const about = await stat(path);
    // Somebody meant to keep it: writing refuses it, and says why.
    if ((about.mode & 0o222) === 0) return FREE;
    // A device or a pipe holds nothing, and reading one may wait for ever.
    if (!about.isFile() && !about.isDirectory()) return FREE;
    bytes = about.size > LARGEST ? undefined : await readFile(path);
    now = bytes === undefined ? await digestOfFile(path) : digestOf(bytes);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    // That nothing can be opened says nothing about this file.
    if (code === "EMFILE" || code === "ENFILE") throw cause;
    // A folder, below a file, or too long: writing says so. What may not be read may not be lost either.
    return ["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"].includes(code)
      ? FREE
      : { standing: { state: "foreign" } };
  }
  if (bytes?.length === 0) return FREE;
  const found = (standing: TargetState): ExistingFile => ({ standing, digest: now });
  if (now === digest) return found({ state: "same" });
  const known = before?.includes(now) === true;
  if (bytes === undefined) return found(known ? { state: "free" } : { state: "unclear", reason: "size" });
  if (isZip(bytes)) return { ...(await deckFound(bytes, known, similar)), digest: now };
  if (known) return found({ state: "free" });
  if (isCompound(bytes)) {
    if (isEncrypted(bytes)) return found({ state: "unclear", reason: "encrypted" });
    if (path.endsWith(".pptx")) return found({ state: "unclear", reason: "compound" });
  }
  if (path.endsWith(".pptx")) return found({ state: "foreign" });
  return found({ state: remembers ? "changed" : "unknown" });
}

/** Nothing is there that writing would replace. */
const FREE: ExistingFile = { standing: { state: "free" } };

/** Bytes of a file that is read whole; a deck with more is mostly films. */
const LARGEST = 128 * 1_048_576;

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** A compound file ([MS-CFB] 2.2): what Office wrote until 2003, and what it wraps an encrypted deck in. */
const isCompound = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString("hex") === "d0cf11e0a1b11ae1";

/** Returns true for a compound file that holds an encrypted package ([MS-OFFCRYPTO] 2.3.4.4; UTF-16 name). */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("EncryptedPackage", 0, "utf16le");

/** Examines a deck; of one that is as it was written here, reads only the label and properties. */
async function deckFound(
  bytes: Uint8Array,
  known: boolean,
  similar: (() => Promise<Uint8Array>) | undefined,
): Promise<ExistingFile> {
  // Loaded only here: a first build has nothing to look at.
  const { originOf } = await import("../../formats/pptx/fingerprint/origin.ts");
  const { carriedBy } = await import("../../formats/pptx/label.ts");
  const { PackageError } = await import("../../ooxml/error.ts");
  try {
    const carried = await carriedBy(bytes);
    const standing = known
      ? ({ state: "free" } as const)
      : standingFrom(await originOf(bytes, similar === undefined ? {} : { similar }));
    return { standing, ...(carried === undefined ? {} : { carried }) };
  } catch (cause) {
    if (!(cause instanceof PackageError)) throw cause;
    if (known) return { standing: { state: "free" } };
    const { fault, tooMany } = cause;
    return { standing: { state: "unclear", reason: fault, ...(tooMany === undefined ? {} : { tooMany }) } };
  }
}

function standingFrom(origin: DeckOrigin): TargetState {
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
}
