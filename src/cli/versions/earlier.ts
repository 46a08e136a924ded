import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "jsonc-parser";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/send.ts";
import { codeOf, refusalFor } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import type { EarlierVersion } from "../../model/changes.ts";
import type { Manifest } from "../../model/sent.ts";
import { sha256 } from "../../ooxml/hash.ts";
import { olderThan } from "../../rules/facts/versions.ts";
import type { Source } from "../../stages.ts";
import { BUNDLE, MANIFEST, OBJECTS, sentFolder } from "./places.ts";

/** The version that was sent last before the one that a bundle is now. */
export interface SentBefore {
  readonly version: string;
  /** Folder of the version, as the user would name it. */
  readonly folder: string;
  readonly manifest: Uint8Array;
  /** Digest of its manifest, which names the content of all that it holds. */
  readonly digest: string;
}

/** Names of the versions in the folder of a bundle; none where nothing was sent. */
async function sentNames(sent: string, cwd: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(resolve(cwd, sent), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && entry.name !== OBJECTS && !entry.name.startsWith("."))
      .map(({ name }) => name);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    return [];
  }
}

/** Order of versions: by their numbers, and others by how they are spelt. */
const inOrder = (one: string, other: string): number =>
  olderThan(one, other) === true ? -1 : olderThan(other, one) === true ? 1 : one < other ? -1 : 1;

/** The version that was sent last before that of a bundle; undefined where there is none, or the bundle names no version. */
export async function sentBefore(
  file: string,
  bytes: Uint8Array,
  cwd: string,
): Promise<SentBefore | undefined> {
  const sent = sentFolder(file);
  const names = await sentNames(sent, cwd);
  if (names.length === 0) return undefined;
  const text: unknown = parse(new TextDecoder().decode(bytes), [], { allowTrailingComma: true });
  const now = (text as { readonly version?: unknown } | undefined)?.version;
  if (typeof now !== "string") return undefined;
  const version = names
    .filter((name) => name !== now && olderThan(now, name) !== true)
    .sort(inOrder)
    .at(-1);
  return version === undefined ? undefined : sentAs(file, version, cwd);
}

/** A version that was sent, by its name; undefined where there is no such folder, or nothing in it that says what it is. */
async function sentAs(file: string, version: string, cwd: string): Promise<SentBefore | undefined> {
  const folder = join(sentFolder(file), version);
  const manifest = await bytesAt(join(folder, MANIFEST), cwd);
  return manifest && { version, folder, manifest, digest: sha256(manifest) };
}

/**
 * The bundle of a version as it was sent, and a host that gives it the files that it read then.
 * @throws DiagnosticsError with exit 2 where any of them is missing or is not as it was sent.
 */
async function openSent(
  file: string,
  { folder, manifest: written }: SentBefore,
  host: Host,
  cwd: string,
): Promise<{ readonly source: Source; readonly host: Host }> {
  const manifest = await manifestIn(written);
  if (manifest === undefined)
    throw new DiagnosticsError([messages.sentFileChanged(join(folder, MANIFEST))], 2);
  const known = async (path: string, digest: string | undefined): Promise<Uint8Array> => {
    const bytes = await bytesAt(path, cwd);
    if (bytes === undefined) throw new DiagnosticsError([messages.sentFileMissing(path)], 2);
    if (sha256(bytes) !== digest) throw new DiagnosticsError([messages.sentFileChanged(path)], 2);
    return bytes;
  };
  const place = join(folder, BUNDLE);
  return {
    source: { bytes: await known(place, manifest.files[BUNDLE]), file: place, root: resolve(cwd, folder) },
    host: {
      ...host,
      readWithin: (_root, path) => {
        const digest = manifest.read[path];
        return known(
          digest === undefined ? join(folder, path) : join(sentFolder(file), OBJECTS, digest),
          digest,
        );
      },
    },
  };
}

async function manifestIn(bytes: Uint8Array): Promise<Manifest | undefined> {
  const { Manifest } = await import("../../model/sent.ts");
  const parsed = Manifest.safeParse(parse(new TextDecoder().decode(bytes)));
  return parsed.success ? parsed.data : undefined;
}

/** The version before as the pipeline takes it, or why what has changed since is not known. */
export interface EarlierFound {
  readonly earlier?: EarlierVersion;
  readonly found: readonly Diagnostic[];
}

/** Reads the version that was sent last before a bundle; what keeps it from being read is a warning. */
export async function earlierOf(
  file: string,
  sent: SentBefore | undefined,
  host: Host,
  cwd: string,
): Promise<EarlierFound> {
  if (sent === undefined) return { found: [] };
  try {
    const then = await openSent(file, sent, host, cwd);
    const { readBundle } = await import("../../read/index.ts");
    const { bytes, file: name, root } = then.source;
    const { bundle } = await readBundle(bytes, name, then.host, root);
    return { earlier: { version: sent.version, bundle }, found: [] };
  } catch (cause) {
    const [first] = refusalFor(cause).diagnostics;
    return { found: [messages.earlierUnknown(sent.version, first?.what ?? sent.folder)] };
  }
}

async function bytesAt(path: string, cwd: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(resolve(cwd, path)));
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return undefined;
  }
}
