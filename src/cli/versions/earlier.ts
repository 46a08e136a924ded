import { join, resolve } from "node:path";
import { parsedJson } from "../../base/jsonc.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/send.ts";
import { codeOf, refusalFor } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { PROJECT_FILE } from "../../host/project.ts";
import type { EarlierVersion } from "../../model/changes.ts";
import { sha256 } from "../../ooxml/hash.ts";
import type { BundleSource } from "../../stages.ts";
import { bytesAt, intact } from "./files.ts";
import { versionsInOrder } from "./order.ts";
import { BUNDLE, MANIFEST, OBJECTS, sentFolder } from "./places.ts";

/** The version that was sent last before the one that a bundle is now. */
export interface SentBefore {
  readonly version: string;
  /** Folder of all versions of the bundle, as the user would name it. */
  readonly sent: string;
  /** Digest of its manifest, which names the content of all that it holds. */
  readonly digest: string;
}

/**
 * The version that was sent last before that of a bundle; undefined where there is none that can be read, or the bundle
 * names no version.
 */
export async function sentBefore(
  file: string,
  bytes: Uint8Array,
  cwd: string,
): Promise<SentBefore | undefined> {
  const sent = sentFolder(file);
  try {
    const now = (parsedJson(bytes) as { readonly version?: unknown } | undefined)?.version;
    if (typeof now !== "string") return undefined;
    const version = (await versionsInOrder(sent, cwd, now)).at(-1);
    const manifest = version && (await bytesAt(join(sent, version, MANIFEST), cwd));
    return version && manifest ? { version, sent, digest: sha256(manifest) } : undefined;
  } catch (cause) {
    if (codeOf(cause) === undefined && !(cause instanceof DiagnosticsError)) throw cause;
    return undefined;
  }
}

/**
 * The bundle of a version as it was sent, and a host that gives it the files that it read then.
 * @throws DiagnosticsError with exit 2 where any of them is missing or is not as it was sent.
 */
export async function openSent(
  { sent, version }: Pick<SentBefore, "sent" | "version">,
  host: Host,
  cwd: string,
): Promise<{ readonly source: BundleSource; readonly host: Host }> {
  // Its schema is loaded only where something was sent.
  const { readManifest } = await import("./manifest.ts");
  const { files, read } = await readManifest(sent, version, cwd);
  const folder = join(sent, version);
  const known = async (path: string, digest: string | undefined): Promise<Uint8Array> => {
    const found = digest === undefined ? messages.sentFileMissing(path) : await intact(path, digest, cwd);
    if (found instanceof Uint8Array) return found;
    throw new DiagnosticsError([found], 2);
  };
  const place = join(folder, BUNDLE);
  return {
    source: { bytes: await known(place, files[BUNDLE]), file: place, root: resolve(cwd, folder) },
    host: {
      ...host,
      project: async () => Object.keys(read).find((path) => path.endsWith(PROJECT_FILE)),
      readWithin: (_root, path) => {
        const digest = read[path];
        return known(digest === undefined ? join(folder, path) : join(sent, OBJECTS, digest), digest);
      },
    },
  };
}

/** The version before as the pipeline takes it, or why what has changed since is not known. */
export interface EarlierFound {
  readonly earlier?: EarlierVersion;
  readonly found: readonly Diagnostic[];
}

/** Reads the version that was sent last before a bundle; what keeps it from being read is a warning. */
export async function earlierOf(
  sent: SentBefore | undefined,
  host: Host,
  cwd: string,
): Promise<EarlierFound> {
  if (sent === undefined) return { found: [] };
  try {
    const then = await openSent(sent, host, cwd);
    const { readBundle } = await import("../../read/index.ts");
    const { bytes, file: name, root } = then.source;
    const { bundle } = await readBundle(bytes, name, then.host, root);
    return { earlier: { version: sent.version, bundle }, found: [] };
  } catch (cause) {
    const [first] = refusalFor(cause).diagnostics;
    return { found: [messages.earlierUnknown(sent.version, first?.what ?? join(sent.sent, sent.version))] };
  }
}
