import { createHash, randomBytes } from "node:crypto";
import { lstat, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { lazily } from "../../base/lazily.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/batch.ts";
import { codeOf } from "../../host/failure.ts";
import { makeFolder } from "../../host/folder.ts";
import { CODE } from "./code.ts";
import type { RecordShape, Shaped } from "./records.ts";

/** SHA-256 in hex of texts and bytes, one after the other, each with its length. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    if (parts.length > 1) hash.update(`${part.length} `);
    hash.update(part);
  }
  return hash.digest("hex");
}

/**
 * A folder of entries by key, which several runs share: an entry is written beside its place and renamed into it, and
 * what is read is checked, so that nobody ever gets half of one. What cannot be kept is not an error: `note` is told of
 * an entry that is damaged, `unusable` once of a folder that cannot be used or is another user's.
 */
export interface Store {
  readonly bytes: (digest: string) => Promise<Uint8Array | undefined>;
  readonly putBytes: (bytes: Uint8Array) => Promise<string>;
  /** Undefined where there is none, and where it does not have the shape; then it is removed. */
  readonly record: <Name extends RecordShape>(key: string, shape: Name) => Promise<Shaped<Name> | undefined>;
  readonly putRecord: (key: string, value: unknown) => Promise<void>;
  /** Removes what was used longest ago, where all is more than `most` bytes. */
  readonly prune: (most?: number) => Promise<void>;
}

/** Bytes that a cache grows to: some three thousand decks. */
const MOST = 1_000_000_000;
/** Share of `MOST` that remains after pruning, so that the next entry does not prune again at once. */
const KEPT = 0.8;
/** ms after which a half-written entry belongs to a run that has ended. */
const DAY = 86_400_000;

/** The parts of the folder that are ours; whatever else lies in it is never touched. */
const RECORDS = "records-1";
const BLOBS = "decks-1";
const HALF = "half";

export function openStore(
  folder: string,
  note: (line: string) => void,
  unusable: (line: string) => void = note,
): Store {
  const place = (part: string, key: string): string => join(folder, part, key.slice(0, 2), key);
  let usable = true;
  const trusted = lazily(async () => {
    const ours = await isTrusted(folder);
    if (!ours) unusable(messages.cacheForeign(folder));
    return ours;
  });
  const put = async (path: string, content: Uint8Array | string): Promise<void> => {
    if (!usable || !(await trusted())) return;
    const half = join(folder, HALF, `${process.pid}-${randomBytes(8).toString("hex")}`);
    try {
      await makeFolder(dirname(path));
      await makeFolder(dirname(half));
      await writeFile(half, content, { flag: "wx" });
      await rename(half, path);
    } catch (cause) {
      const code = codeOf(cause);
      if (code === undefined) throw cause;
      usable = false;
      unusable(messages.cacheUnusable(folder, code));
      await rm(half, { force: true }).catch(ignored);
    }
  };
  const take = async (path: string): Promise<Buffer | undefined> => {
    if (!(await trusted())) return undefined;
    try {
      const bytes = await readFile(path);
      const now = new Date();
      // When it was used last; on a folder that can only be read it stays as old as it is.
      await utimes(path, now, now).catch(ignored);
      return bytes;
    } catch (cause) {
      if (codeOf(cause) === undefined) throw cause;
      return undefined;
    }
  };
  const broken = async (path: string): Promise<undefined> => {
    note(messages.cacheBroken(path));
    await rm(path, { force: true }).catch(ignored);
    return undefined;
  };
  return {
    bytes: async (digest) => {
      const path = place(BLOBS, digest);
      const bytes = await take(path);
      if (bytes === undefined) return undefined;
      return digestOf(bytes) === digest ? new Uint8Array(bytes) : broken(path);
    },
    putBytes: async (bytes) => {
      const digest = digestOf(bytes);
      await put(place(BLOBS, digest), bytes);
      return digest;
    },
    record: async (key, shape) => {
      const path = place(RECORDS, key);
      const text = (await take(path))?.toString("utf8");
      if (text === undefined) return undefined;
      const cut = text.indexOf("\n");
      const body = text.slice(cut + 1);
      if (cut < 0 || digestOf(body) !== text.slice(0, cut)) return broken(path);
      const { readRecord } = await import("./records.ts");
      return readRecord(body, shape) ?? broken(path);
    },
    putRecord: async (key, value) => {
      const body = JSON.stringify(value);
      await put(place(RECORDS, key), `${digestOf(body)}\n${body}`);
    },
    prune: (most = MOST) => prune(folder, most),
  };
}

/** Another user could put there what this one then writes as a deck. Root's are shared on purpose; Windows has no owner. */
async function isTrusted(folder: string): Promise<boolean> {
  const me = process.getuid?.();
  const about = await stat(folder).catch(ignored);
  return about === undefined || me === undefined || me === 0 || about.uid === me || about.uid === 0;
}

const ignored = (cause: unknown): void => {
  if (codeOf(cause) === undefined) throw cause;
};

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly used: number;
}

async function entriesIn(folder: string, parts: readonly string[]): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const part of parts) {
    // A link in the place of a part leads to files of somebody else.
    if ((await lstat(join(folder, part)).catch(ignored))?.isDirectory() !== true) continue;
    const names = await readdir(join(folder, part), { recursive: true }).catch((cause) => {
      ignored(cause);
      return [];
    });
    for (const name of names) {
      const path = join(folder, part, name);
      const about = await stat(path).catch(ignored);
      // Another run may have removed it meanwhile.
      if (about?.isFile() === true) found.push({ path, size: about.size, used: about.mtimeMs });
    }
  }
  return found;
}

async function prune(folder: string, most: number): Promise<void> {
  const now = Date.now();
  for (const { path, used } of await entriesIn(folder, [HALF]))
    if (now - used > DAY) await rm(path, { force: true }).catch(ignored);
  const all = [...(await entriesIn(folder, [RECORDS, BLOBS]))].sort((a, b) => a.used - b.used);
  let sum = all.reduce((bytes, { size }) => bytes + size, 0);
  if (sum <= most) return;
  for (const { path, size } of all) {
    if (sum <= most * KEPT) return;
    await rm(path, { force: true }).catch(ignored);
    sum -= size;
  }
}

/** Looks at every entry of a folder, and changes nothing: their number and bytes, how many are damaged, whose it is. */
export async function examineStore(folder: string): Promise<{
  readonly files: number;
  readonly bytes: number;
  readonly broken: number;
  readonly foreign: boolean;
}> {
  if (!(await isTrusted(folder))) return { files: 0, bytes: 0, broken: 0, foreign: true };
  const all = await entriesIn(folder, [RECORDS, BLOBS]);
  let broken = 0;
  for (const { path } of all) {
    try {
      const bytes = await readFile(path);
      const cut = bytes.indexOf("\n");
      const record = relative(folder, path).startsWith(RECORDS);
      const said = record ? bytes.toString("latin1", 0, Math.max(0, cut)) : basename(path);
      if (digestOf(record ? bytes.subarray(cut + 1) : bytes) !== said) broken += 1;
    } catch (cause) {
      // Another run may have removed it meanwhile.
      if (codeOf(cause) === undefined) throw cause;
      if (codeOf(cause) !== "ENOENT") broken += 1;
    }
  }
  return { files: all.length, bytes: all.reduce((sum, { size }) => sum + size, 0), broken, foreign: false };
}

/**
 * Removes every entry; other files in the folder, and what was written where, stay.
 * @throws DiagnosticsError with exit 2 where the disk does not let it.
 */
export async function clearStore(
  folder: string,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const parts = [RECORDS, BLOBS, HALF, CODE];
  const all = await entriesIn(folder, parts);
  for (const part of parts)
    await rm(join(folder, part), { recursive: true, force: true }).catch((cause) => {
      const code = codeOf(cause);
      if (code === undefined) throw cause;
      throw new DiagnosticsError([messages.cacheNotCleared(folder, code)], 2);
    });
  return { files: all.length, bytes: all.reduce((bytes, { size }) => bytes + size, 0) };
}
