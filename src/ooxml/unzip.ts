import type { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import yauzl from "yauzl";
import { type Budget, budget as newBudget } from "./budget.ts";
import { PackageError } from "./error.ts";

export interface ReadOptions {
  /** Limits of the reading; several readings may share one budget. */
  readonly budget?: Budget;
  /** True for a file that is left out, and not unpacked; `size` are the bytes that the archive says it has. */
  readonly skip?: (name: string, size: number) => boolean;
  /** Takes the bytes of a file piece by piece, which is then not kept; undefined for a file that is. */
  readonly pass?: (name: string) => ((chunk: Uint8Array) => void) | undefined;
}

/**
 * Reads an archive that others made. Throws PackageError: "zip" for what is no archive or is damaged, "name" for an
 * absolute path or one with "..", "duplicate" for a name that occurs twice (case aside, as in OPC 7.2.2),
 * "size" for more files or bytes than the budget allows; sizes are counted while unpacking, not believed.
 */
export async function readZip(
  bytes: Uint8Array,
  { budget = newBudget(), skip, pass }: ReadOptions = {},
): Promise<Map<string, Uint8Array>> {
  const archive = await open(bytes);
  const out = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  return new Promise((resolve, reject) => {
    const fail = (cause: PackageError): void => {
      archive.close();
      reject(cause);
    };
    archive.on("error", (error: Error) => fail(faultOf(error)));
    archive.on("end", () => resolve(out));
    const listed = tooMuch(() => budget.spend("files", archive.entryCount));
    if (listed !== undefined) return fail(listed);
    archive.on("entry", (entry: yauzl.Entry) => {
      const name = entry.fileName;
      const wrong = wrongName(name, seen);
      if (wrong !== undefined) return fail(wrong);
      if (name.endsWith("/")) return archive.readEntry();
      if (skip?.(name, entry.uncompressedSize) === true) return archive.readEntry();
      archive.openReadStream(entry, (error, stream) => {
        if (error) return fail(new PackageError("zip", error.message));
        const chunks: Uint8Array[] = [];
        const take = pass?.(name);
        stream.on("data", (chunk: Uint8Array) => {
          const more = tooMuch(() => {
            budget.spend("bytes", chunk.length);
            if (take === undefined) budget.spend("held", chunk.length);
          });
          if (more !== undefined) stream.destroy(more);
          else if (take === undefined) chunks.push(chunk);
          else take(chunk);
        });
        stream.on("error", (cause: Error) =>
          fail(cause instanceof PackageError ? cause : new PackageError("zip", cause.message)),
        );
        stream.on("end", () => {
          if (take === undefined) out.set(name, new Uint8Array(Buffer.concat(chunks)));
          archive.readEntry();
        });
      });
    });
    archive.readEntry();
  });
}

/** An archive of which single files are unpacked when they are asked for. */
export interface Archive {
  /** Names as the archive has them. */
  readonly names: readonly string[];
  /** The bytes of a file, found whatever the case of its name; undefined where there is none. Throws PackageError. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  /**
   * Hands the bytes of a file over piece by piece until `take` returns false; false where there is no such file. Throws
   * PackageError, and what `take` throws.
   */
  readonly stream: (name: string, take: (chunk: Uint8Array) => boolean) => Promise<boolean>;
}

/** Opens an archive that others made; throws PackageError as `readZip` does, before anything is unpacked. */
export async function openArchive(bytes: Uint8Array, budget: Budget = newBudget()): Promise<Archive> {
  const archive = await open(bytes, false);
  const entries = await list(archive, budget);
  const stream = async (name: string, take: (chunk: Uint8Array) => boolean): Promise<boolean> => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return false;
    // What the archive says is enough to refuse it; what it does not say is counted below.
    if (entry.uncompressedSize > budget.limits.bytes)
      throw new PackageError("size", `more than ${budget.limits.bytes} (bytes)`);
    let size = 0;
    for await (const chunk of await unpacking(archive, entry)) {
      budget.spend("bytes", chunk.length);
      size += chunk.length;
      if (size > entry.uncompressedSize) throw new PackageError("zip", "a file is longer than it says");
      if (!take(chunk)) return true;
    }
    if (size !== entry.uncompressedSize) throw new PackageError("zip", "a file is shorter than it says");
    return true;
  };
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    stream,
    read: async (name) => {
      const chunks: Uint8Array[] = [];
      const found = await stream(name, (chunk) => {
        budget.spend("held", chunk.length);
        chunks.push(chunk);
        return true;
      });
      return found ? new Uint8Array(Buffer.concat(chunks)) : undefined;
    },
  };
}

/** The files of an archive by their names in small letters. */
function list(archive: yauzl.ZipFile, budget: Budget): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  const seen = new Set<string>();
  return new Promise((resolve, reject) => {
    archive.on("error", (error: Error) => reject(faultOf(error)));
    archive.on("end", () => resolve(entries));
    const listed = tooMuch(() => budget.spend("files", archive.entryCount));
    if (listed !== undefined) return reject(listed);
    archive.on("entry", (entry: yauzl.Entry) => {
      const wrong = wrongName(entry.fileName, seen);
      if (wrong !== undefined) return reject(wrong);
      if (!entry.fileName.endsWith("/")) entries.set(entry.fileName.toLowerCase(), entry);
      archive.readEntry();
    });
    archive.readEntry();
  });
}

/** Stored and deflated files (PKWARE's APPNOTE, 4.4.5). */
const [STORED, DEFLATED] = [0, 8];
/** Bytes of a piece: with zlib's own 16 KB, more time goes into handing over than into unpacking. */
const PIECE = 262_144;

async function* unpacking(archive: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  const { compressionMethod } = entry;
  if (entry.isEncrypted() || ![STORED, DEFLATED].includes(compressionMethod))
    throw new PackageError("zip", `${entry.fileName} is packed in a way that packages do not use`);
  const raw = await new Promise<Readable>((resolve, reject) => {
    archive.openReadStream(
      entry,
      compressionMethod === STORED ? {} : ({ decompress: false } as yauzl.ZipFileOptions),
      (error, stream) => (error ? reject(new PackageError("zip", error.message)) : resolve(stream)),
    );
  });
  const inflate = compressionMethod === STORED ? undefined : createInflateRaw({ chunkSize: PIECE });
  try {
    for await (const chunk of inflate === undefined ? raw : raw.pipe(inflate)) yield chunk as Uint8Array;
  } catch (cause) {
    throw cause instanceof PackageError ? cause : new PackageError("zip", String(cause));
  } finally {
    inflate?.destroy();
    raw.destroy();
  }
}

const faultOf = ({ message }: Error): PackageError =>
  new PackageError(/file ?name|path/i.test(message) ? "name" : "zip", message);

function wrongName(name: string, seen: Set<string>): PackageError | undefined {
  const key = name.toLowerCase();
  if (seen.has(key)) return new PackageError("duplicate", name);
  seen.add(key);
  const inside = !name.split("/").includes("..") && !name.startsWith("/") && !name.includes("\\");
  return inside ? undefined : new PackageError("name", name);
}

/** The error of a budget that is spent; an error that is thrown from a listener would reach nobody. */
function tooMuch(spend: () => void): PackageError | undefined {
  try {
    spend();
    return undefined;
  } catch (cause) {
    if (cause instanceof PackageError) return cause;
    throw cause;
  }
}

function open(bytes: Uint8Array, autoClose = true): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      buffer,
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose },
      (error, archive) => (error ? reject(new PackageError("zip", error.message)) : resolve(archive)),
    );
  });
}
