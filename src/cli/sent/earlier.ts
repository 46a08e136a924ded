import type { Host } from "../../host/host.ts";
import type { Earlier } from "../../model/changes.ts";
import { olderThan } from "../../rules/facts/versions.ts";
import type { Source } from "../../stages.ts";
import { readManifest } from "../versions/manifest.ts";
import { BUNDLE, sentFolder } from "../versions/places.ts";
import { openVersion, type SentVersion, sentVersions } from "./store.ts";

/** Version to look for; without any field, the one that was sent last. */
export interface Wanted {
  /** A version by its name. */
  readonly version?: string | undefined;
  /** A reader who got it. */
  readonly reader?: string | undefined;
  /** A version that is not meant: that of the bundle now. */
  readonly not?: string | undefined;
}

/**
 * The latest version of a bundle that was sent, of those that are wanted; undefined where there is none.
 * @throws DiagnosticsError with exit 2 for one that is damaged or was edited.
 */
export async function findSent(file: string, wanted: Wanted, cwd: string): Promise<SentVersion | undefined> {
  const sent = sentFolder(file);
  const names = (await sentVersions(sent, cwd)).filter(
    (name) => name !== wanted.not && (wanted.version === undefined || name === wanted.version),
  );
  const dated = await Promise.all(
    names.map(async (name) => ({ name, date: (await readManifest(sent, name, cwd)).date })),
  );
  const latest = dated.sort(
    (a, b) => b.date.localeCompare(a.date, "en") || (olderThan(a.name, b.name) === true ? 1 : -1),
  );
  for (const { name } of latest) {
    const version = await openVersion(sent, name, cwd);
    if (wanted.reader === undefined || version?.mails.some(({ reader }) => reader === wanted.reader))
      return version;
  }
  return undefined;
}

/** The bundle of a version as a source to compile, and a host that reads what it read then. */
export function sourceOfSent(
  version: SentVersion,
  host: Host,
): { readonly source: Source; readonly host: Host } {
  const { folder, bundle } = version;
  return {
    source: { bytes: bundle, file: `${folder}/${BUNDLE}`, root: folder },
    host: { ...host, readWithin: (_root, path) => version.read(path) },
  };
}

/** Words and figures of a version, in the language of `tag`, for the page about what changed since. */
export async function saidBefore(version: SentVersion, host: Host, tag: string): Promise<Earlier> {
  const { compileSaid } = await import("../../said.ts");
  const then = sourceOfSent(version, host);
  const { bundle, resolved, figures } = await compileSaid(then.source, then.host, tag);
  return { version: version.manifest.version, bundle, resolved, figures };
}
