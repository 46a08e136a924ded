import yauzl from "yauzl";
import { PackageError } from "./error.ts";

export interface ZipLimits {
  /** Entries in the archive. */
  readonly files: number;
  /** Bytes of all files together, unpacked. */
  readonly bytes: number;
}

const LIMITS: ZipLimits = { files: 20_000, bytes: 512 * 1024 * 1024 };

/**
 * Reads an archive that others made. Throws PackageError: "zip" for what is no archive or is damaged, "name" for an
 * absolute path or one with "..", "duplicate" for a name that occurs twice (case aside, as in OPC 7.2.2),
 * "size" for more files or bytes than the limits allow; sizes are counted while unpacking, not believed.
 */
export async function readZip(
  bytes: Uint8Array,
  limits: ZipLimits = LIMITS,
): Promise<Map<string, Uint8Array>> {
  const archive = await open(bytes);
  const out = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let total = 0;
  return new Promise((resolve, reject) => {
    const fail = (fault: ConstructorParameters<typeof PackageError>[0], message: string): void => {
      archive.close();
      reject(new PackageError(fault, message));
    };
    archive.on("error", (error: Error) =>
      fail(/file ?name|path/i.test(error.message) ? "name" : "zip", error.message),
    );
    archive.on("end", () => resolve(out));
    archive.on("entry", (entry: yauzl.Entry) => {
      const name = entry.fileName;
      const key = name.toLowerCase();
      if (seen.has(key)) return fail("duplicate", name);
      seen.add(key);
      if (seen.size > limits.files) return fail("size", `more than ${limits.files} files`);
      if (name.endsWith("/")) return archive.readEntry();
      if (name.split("/").includes("..") || name.startsWith("/") || name.includes("\\"))
        return fail("name", name);
      if (total + entry.uncompressedSize > limits.bytes)
        return fail("size", `more than ${limits.bytes} bytes`);
      archive.openReadStream(entry, (error, stream) => {
        if (error) return fail("zip", error.message);
        const chunks: Uint8Array[] = [];
        stream.on("data", (chunk: Uint8Array) => {
          total += chunk.length;
          if (total > limits.bytes)
            stream.destroy(new PackageError("size", `more than ${limits.bytes} bytes`));
          else chunks.push(chunk);
        });
        stream.on("error", (cause: Error) =>
          fail(cause instanceof PackageError ? cause.fault : "zip", cause.message),
        );
        stream.on("end", () => {
          out.set(name, new Uint8Array(Buffer.concat(chunks)));
          archive.readEntry();
        });
      });
    });
    archive.readEntry();
  });
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
