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
    archive.on("error", (error: Error) =>
      fail(new PackageError(/file ?name|path/i.test(error.message) ? "name" : "zip", error.message)),
    );
    archive.on("end", () => resolve(out));
    const listed = tooMuch(() => budget.spend("files", archive.entryCount));
    if (listed !== undefined) return fail(listed);
    archive.on("entry", (entry: yauzl.Entry) => {
      const name = entry.fileName;
      const key = name.toLowerCase();
      if (seen.has(key)) return fail(new PackageError("duplicate", name));
      seen.add(key);
      if (name.endsWith("/")) return archive.readEntry();
      if (name.split("/").includes("..") || name.startsWith("/") || name.includes("\\"))
        return fail(new PackageError("name", name));
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

function open(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      buffer,
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
      (error, archive) => (error ? reject(new PackageError("zip", error.message)) : resolve(archive)),
    );
  });
}
