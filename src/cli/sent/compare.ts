import { dirname, resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Host } from "../../host/host.ts";
import { compileSaid } from "../../said.ts";
import type { BundleSource } from "../../stages.ts";
import { readInput } from "../inputs/find.ts";
import { type ComparedWith, changesSince } from "./changes.ts";
import { findSent, sourceOfSent } from "./earlier.ts";

/** Counterpart of a bundle that is compared; the version that was sent last when all is left out. */
export interface ComparedTo {
  /** A version by its name. */
  readonly since?: string | undefined;
  /** The version that a reader got last, by the id of the stakeholder. */
  readonly for?: string | undefined;
  /** Another bundle. */
  readonly against?: string | undefined;
}

/**
 * Compares a bundle with an earlier one, and gives the report with the words of its language.
 * @throws DiagnosticsError with the errors of either, or where there is nothing to compare with
 */
export async function compareWith(file: string, to: ComparedTo, host: Host, cwd: string) {
  const source = await sourceOf(file, host, cwd);
  const now = await compileSaid(source, host);
  const earlier = await earlierOf(file, now.bundle.version, to, host, cwd);
  const { report, phrasebook } = await changesSince(earlier, now);
  return { report, words: phrasebook.words };
}

async function sourceOf(file: string, host: Host, cwd: string): Promise<BundleSource> {
  return { bytes: await readInput(host, file, cwd), file, root: dirname(resolve(cwd, file)) };
}

async function earlierOf(
  file: string,
  version: string | undefined,
  { against, since, for: reader }: ComparedTo,
  host: Host,
  cwd: string,
): Promise<ComparedWith> {
  if (against !== undefined)
    return { source: await sourceOf(against, host, cwd), host, name: against, isVersion: false };
  // Of a reader, the version that they have may be the one that the bundle still is.
  const before = since === undefined && reader === undefined ? version : undefined;
  const found = await findSent(file, { version: since, reader, before }, cwd);
  if (found === undefined) throw new DiagnosticsError([messages.nothingToCompare({ since, reader })], 2);
  return { ...sourceOfSent(found, host), name: found.manifest.version, isVersion: true };
}
