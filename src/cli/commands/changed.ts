import { dirname, resolve } from "node:path";
import {
  changedPages,
  changesAsJson,
  changesAsMarkdown,
  changesAsText,
  differences,
  pagesOf,
} from "../../conversation/changed/index.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import { compileSaid } from "../../said.ts";
import type { Source } from "../../stages.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { readInput } from "../inputs/find.ts";
import { findSent, sourceOfSent } from "../sent/earlier.ts";

export type ChangedFormat = "text" | "markdown" | "json";

export interface ChangedOptions {
  readonly since?: string;
  readonly for?: string;
  readonly against?: string;
  readonly format: ChangedFormat;
  readonly json?: boolean;
}

/** `foredeck changed`: what differs from the version that was sent, to whom it may concern. */
export async function changed(file: string, options: ChangedOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const source = await sourceOf(file, host, io.cwd);
  const now = await compileSaid(source, host);
  const earlier = await earlierOf(file, now.bundle.version, options, host, io.cwd);
  const locale = localeOf(now.bundle.locale);
  const phrasebook = createPhrasebook(locale);
  const before = await compileSaid(earlier.source, earlier.host, locale.tag);
  const place = pagesOf(now.bundle, now.figures, now.story.points);
  const changes = differences(before, now, locale, phrasebook).map((change) => ({
    ...change,
    pages: place(change),
  }));
  const seen = changes.filter(({ unseen }) => !unseen).map(({ pages }) => pages);
  const report = {
    before: earlier.name,
    isVersion: earlier.isVersion,
    version: now.bundle.version,
    changes,
    pages: changedPages(seen, now.story.points),
  };
  const format = options.json === true ? "json" : options.format;
  const text =
    format === "json"
      ? `${JSON.stringify(changesAsJson(report), undefined, 2)}\n`
      : format === "markdown"
        ? changesAsMarkdown(report, phrasebook.words)
        : changesAsText(report, phrasebook.words, io.out);
  await io.out.write(text);
  return EXIT.done;
}

async function sourceOf(file: string, host: Host, cwd: string): Promise<Source> {
  return { bytes: await readInput(host, file, cwd), file, root: dirname(resolve(cwd, file)) };
}

/** The bundle that is compared with, and what it is called. */
interface ComparedWith {
  readonly source: Source;
  /** Reads what the bundle read. */
  readonly host: Host;
  readonly name: string;
  readonly isVersion: boolean;
}

async function earlierOf(
  file: string,
  version: string | undefined,
  { against, since, for: reader }: ChangedOptions,
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
