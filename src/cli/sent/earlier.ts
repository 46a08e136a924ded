import type { Host } from "../../host/host.ts";
import { PROJECT_FILE } from "../../host/project.ts";
import type { Earlier } from "../../model/changes.ts";
import type { BundleSource } from "../../stages.ts";
import { BUNDLE, sentFolder } from "../versions/places.ts";
import { openVersion, type SentVersion, sentVersions } from "./store.ts";

/** Version to look for; without any field, the one that was sent last. */
export interface WantedVersion {
  /** A version by its name. */
  readonly version?: string | undefined;
  /** A reader who got it. */
  readonly reader?: string | undefined;
  /** The version of the bundle now: only one before it is meant. */
  readonly before?: string | undefined;
}

/**
 * The last version of a bundle that was sent, of those that are wanted, in the order of `versionsInOrder`; undefined where
 * there is none.
 * @throws DiagnosticsError with exit 2 for one that is damaged or was edited.
 */
export async function findSent(
  file: string,
  wanted: WantedVersion,
  cwd: string,
): Promise<SentVersion | undefined> {
  const sent = sentFolder(file);
  const names = await sentVersions(sent, cwd, wanted.before);
  for (const name of names
    .filter((each) => wanted.version === undefined || each === wanted.version)
    .reverse()) {
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
): { readonly source: BundleSource; readonly host: Host } {
  const { folder, bundle } = version;
  return {
    source: { bytes: bundle, file: `${folder}/${BUNDLE}`, root: folder },
    host: {
      ...host,
      project: async () => Object.keys(version.manifest.read).find((path) => path.endsWith(PROJECT_FILE)),
      readWithin: (_root, path) => version.read(path),
    },
  };
}

/** Words and figures of a version, in the language of `tag`, for the page about what changed since. */
export async function saidBefore(version: SentVersion, host: Host, tag: string): Promise<Earlier> {
  const { compileSaid } = await import("../../said.ts");
  const then = sourceOfSent(version, host);
  const { bundle, resolved, figures } = await compileSaid(then.source, then.host, tag);
  return { version: version.manifest.version, bundle, resolved, figures };
}
