import { readdir, readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/send.ts";
import { codeOf } from "../../host/failure.ts";
import { sha256 } from "../../ooxml/hash.ts";
import { OBJECTS } from "./places.ts";

/**
 * Names of the versions in the folder of a bundle, in order of name; none where nothing was sent.
 * @throws node's error for a folder that cannot be read.
 */
export async function versionNames(sent: string, cwd: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(resolve(cwd, sent), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name !== OBJECTS && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return [];
    throw cause;
  }
}

/** Bytes of a file; undefined where there is no such file. */
export async function bytesAt(path: string, cwd: string): Promise<Uint8Array | undefined> {
  try {
    if (!(await stat(resolve(cwd, path))).isFile()) return undefined;
    return new Uint8Array(await readFile(resolve(cwd, path)));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new DiagnosticsError([messages.sentFileUnreadable(path, code)], 2);
  }
}

/** Bytes of a file that was sent, or why they are not those. */
export async function intact(path: string, digest: string, cwd: string): Promise<Uint8Array | Diagnostic> {
  const bytes = await bytesAt(path, cwd);
  if (bytes === undefined) return messages.sentFileMissing(path);
  return sha256(bytes) === digest ? bytes : messages.sentFileChanged(path);
}
