import { dirname, resolve } from "node:path";
import { type JsonPath, valueAt } from "../../base/json-path.ts";
import { pathNow } from "../../conversation/pull/settle.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { Reply } from "../../model/replies.ts";
import { readWhole } from "../../read/whole.ts";
import { openSent } from "./earlier.ts";
import { versionNames } from "./files.ts";
import { sentFolder } from "./places.ts";

/** Replies with their places now, and why some may be missing. */
export interface PlacedReplies {
  readonly replies: readonly Reply[];
  /** Warnings of versions that could not be read; places in them are taken to be where they were. */
  readonly found: readonly Diagnostic[];
}

/**
 * Replies with their places in a bundle, and in what it extends, as they are now: they name those of the version that they
 * are about. A place that is gone is left out, and an edit that stands there now is applied.
 * @throws DiagnosticsError for a file that the bundle extends and that cannot be read.
 */
export async function repliesNow(
  replies: readonly Reply[],
  file: string,
  bytes: Uint8Array,
  host: Host,
  cwd: string,
): Promise<PlacedReplies> {
  const placed = replies.filter(({ path, status }) => path !== undefined && status === "open");
  if (placed.length === 0) return { replies, found: [] };
  const now = (await readWhole({ bytes, file, root: dirname(resolve(cwd, file)) }, host)).value;
  const sent = sentFolder(file);
  const names = await versionNames(sent, cwd);
  const versions = new Map<string, unknown>();
  const found: Diagnostic[] = [];
  for (const version of new Set(placed.flatMap(({ version }) => version ?? []))) {
    if (!names.includes(version)) continue;
    try {
      const then = await openSent({ sent, version }, host, cwd);
      versions.set(version, (await readWhole(then.source, then.host)).value);
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError)) throw cause;
      found.push(...cause.diagnostics.map((one) => ({ ...one, severity: "warning" as const })));
    }
  }
  const placeOf = (path: JsonPath, version: string | undefined): JsonPath | undefined => {
    const then = version === undefined ? undefined : versions.get(version);
    if (then !== undefined) return pathNow(path, then, now);
    return valueAt(now, path) === undefined ? undefined : path;
  };
  return {
    replies: replies.map((reply): Reply => {
      const { path, ...rest } = reply;
      if (path === undefined || reply.status !== "open") return reply;
      const place = placeOf(path, reply.version);
      if (place === undefined) return rest;
      const stands = reply.from === "edit" && saysNow(now, place, reply.words);
      return { ...rest, path: [...place], ...(stands ? { status: "applied" } : {}) };
    }),
    found,
  };
}

/** True where a text or a number of the bundle is what an edit wants it to be. */
function saysNow(now: unknown, path: JsonPath, words: string): boolean {
  const value = valueAt(now, path);
  return (typeof value === "string" || typeof value === "number") && String(value) === words;
}
