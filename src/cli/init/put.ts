import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { about } from "../../host/about.ts";
import type { Host } from "../../host/host.ts";
import { keepCopy } from "../output/backup.ts";
import { writeOutput } from "../output/write.ts";
import { kindOf } from "./target.ts";

/** A file to write, as the user would name it. */
export interface NewFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Refuses to write where something else stands; files that hold the same bytes already are in nobody's way.
 * @throws DiagnosticsError with exit 2 that names each of them.
 */
export async function refuseExisting(files: readonly NewFile[], cwd: string): Promise<void> {
  const taken: string[] = [];
  for (const { file, bytes } of files) if (!(await isFree(resolve(cwd, file), bytes))) taken.push(file);
  if (taken.length > 0) throw new DiagnosticsError(taken.map(messages.initExists), 2);
}

async function isFree(path: string, bytes: Uint8Array): Promise<boolean> {
  const kind = await kindOf(path);
  return kind === "nothing" || (kind === "file" && (await readFile(path)).equals(bytes));
}

/**
 * Writes a file; of one that is there, and holds anything else, a backup is kept, whose name is given back.
 * @throws DiagnosticsError with exit 2; what was there is then as it was.
 */
export async function put(host: Host, { file, bytes }: NewFile, cwd: string): Promise<string | undefined> {
  let backup: string | undefined;
  try {
    // Not "deck.backup-1.json": a folder stands for every .json file in it, and a backup is no bundle to build.
    if (await holdsAnything(resolve(cwd, file)))
      backup = await keepCopy(file, cwd, (path, word) => `${path}.${word}`);
    await writeOutput(host, file, bytes, cwd);
    return backup;
  } catch (cause) {
    if (backup !== undefined) await rm(resolve(cwd, backup), { force: true });
    if (!(cause instanceof DiagnosticsError)) throw cause;
    throw new DiagnosticsError(cause.diagnostics.map(messages.initNotWritten), cause.exit);
  }
}

async function holdsAnything(path: string): Promise<boolean> {
  return ((await about(path))?.size ?? 0) > 0;
}
