import { dirname, resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { figuresAsJson } from "../../formats/json/index.ts";
import type { Host } from "../../host/host.ts";
import { localeOf } from "../../locales/index.ts";
import type { Bundle, Stakeholder } from "../../model/bundle/index.ts";
import type { Compiled, CompileOptions, Laid } from "../../stages.ts";
import { digestOf } from "../cache/store.ts";
import { checkUp } from "../check/checkup.ts";
import { readInput } from "../inputs/find.ts";
import { findBeside, readBeside } from "../versions/beside.ts";
import { isFolderName } from "../versions/places.ts";
import { decodeWritten } from "../written/parse.ts";
import { findSent, saidBefore } from "./earlier.ts";
import { withHistory } from "./history.ts";

/** A bundle that is about to be sent: its text with the entry in `history`, and all that follows from it. */
export interface Prepared {
  readonly file: string;
  /** Bytes of the file as it is now. */
  readonly before: Uint8Array;
  /** Bytes with the entry. */
  readonly bytes: Uint8Array;
  readonly version: string;
  readonly date: string;
  readonly readers: readonly Stakeholder[];
  readonly compiled: Compiled;
  readonly how: CompileOptions;
  /** Ids of the readers who have the version before. */
  readonly had: readonly string[];
  /** Errors of the argument. */
  readonly errors: readonly Diagnostic[];
  /** Warnings about what readers of earlier versions still wait for. */
  readonly waiting: readonly Diagnostic[];
  /** Files that the bundle read, by the path it gives. */
  readonly read: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a bundle, finds its readers, and compiles it as it will be once it is sent.
 * @throws DiagnosticsError for a bundle with errors, or that lacks what sending needs.
 */
export async function prepare(
  file: string,
  to: readonly string[] | undefined,
  host: Host,
  cwd: string,
): Promise<Prepared> {
  const before = await readInput(host, file, cwd);
  const source = { file, bytes: before, root: dirname(resolve(cwd, file)) };
  // The pipeline is loaded only where there is something to send.
  const { compileBundle } = await import("../../compile.ts");
  const { compileSaid } = await import("../../said.ts");
  const { bundle, sourceMap } = await compileSaid(source, host);
  const { version, date } = bundle;
  const place = (found: Diagnostic): Diagnostic =>
    found.path === undefined ? found : { ...found, place: sourceMap.value(found.path) };
  const lacks = (["version", "date"] as const).filter((field) => bundle[field] === undefined);
  if (version === undefined || date === undefined)
    throw new DiagnosticsError(lacks.map((field) => place(messages.sendLacks(field))));
  if (!isFolderName(version)) throw new DiagnosticsError([place(messages.sendBadVersion(version))]);
  const { defaultReaders } = await import("../../conversation/sending.ts");
  const readers = readersOf(bundle, version, to, defaultReaders).map((found) =>
    "code" in found ? place(found) : found,
  );
  const refused = readers.filter((found): found is Diagnostic => "code" in found);
  const people = readers.filter((found): found is Stakeholder => !("code" in found));
  if (refused.length > 0) throw new DiagnosticsError(refused, 2);
  const text = decodeWritten(before);
  const ids = people.map(({ id }) => id);
  const edited = text === undefined ? undefined : withHistory(text, file, { version, date, readers: ids });
  if (edited === undefined) throw new DiagnosticsError([messages.historyNotWritten(file)], 2);
  const bytes = new TextEncoder().encode(edited);
  const read = new Map<string, Uint8Array>();
  const noting: Host = {
    ...host,
    readWithin: async (root, path) => {
      const content = await host.readWithin(root, path);
      read.set(path, content);
      return content;
    },
  };
  const last = await findSent(file, { before: version }, cwd);
  const earlier = last === undefined ? undefined : await saidBefore(last, host, localeOf(bundle.locale).tag);
  const had = last?.mails.map(({ reader }) => reader) ?? [];
  const { replies: written } = await findBeside(file, before, cwd);
  const { options, found: unread } = await readBeside(
    { file, ...(written === undefined ? {} : { replies: written }) },
    before,
    host,
    cwd,
  );
  const how: CompileOptions = {
    ...{ leaves: true, origins: true, ...options },
    ...(earlier === undefined ? {} : { earlier }),
  };
  const compiled = await compileBundle({ ...source, bytes }, noting, how).catch(async (cause) => {
    // Places are those of the file as it is, not as it will be.
    const checkup = await checkUp(before, file, host, cwd, {});
    const errors = checkup.findings.filter(({ severity }) => severity === "error");
    throw errors.length === 0 ? cause : new DiagnosticsError(errors);
  });
  const unsound = compiled.findings.some(({ severity }) => severity === "error");
  const found = unsound ? (await checkUp(before, file, host, cwd, {})).findings : [];
  const errors = found.filter(({ severity }) => severity === "error");
  const open = compiled.findings.filter(
    ({ code, severity }) => code === "replies/open" && severity !== "error",
  );
  const waiting = [...unread, ...open];
  return { file, before, bytes, version, date, readers: people, compiled, how, had, errors, waiting, read };
}

/** The bundle compiled once more, stamped as a draft, as `build --force` does with a deck that has errors. */
export async function asDraft({ compiled: { source }, how }: Prepared, host: Host): Promise<Compiled> {
  const { compileBundle } = await import("../../compile.ts");
  return compileBundle(source, host, { ...how, draft: true });
}

/** An edition of the bundle, stamped as the deck is; with the origins of its words where it is to come back. */
export async function asEdition(
  { compiled: { source }, how, errors }: Prepared,
  edition: string,
  origins: boolean,
  host: Host,
): Promise<Laid> {
  const { layBundle } = await import("../../compile.ts");
  const draft = errors.length > 0 ? { draft: true } : {};
  return layBundle(source, host, { ...how, ...draft, origins, edition });
}

/** Readers by --to, else those whom the entry of the version names, else all who have a part; or what is wrong with them. */
function readersOf(
  bundle: Bundle,
  version: string,
  to: readonly string[] | undefined,
  otherwise: (bundle: Bundle) => readonly Stakeholder[],
): readonly (Stakeholder | Diagnostic)[] {
  const people = bundle.stakeholders ?? [];
  const ids = people.map(({ id }) => id);
  const entry = bundle.history?.find((each) => each.version === version)?.sentTo ?? [];
  const wanted = to ?? (entry.length > 0 ? entry : otherwise(bundle).map(({ id }) => id));
  if (wanted.length === 0) return [messages.sendNoReaders()];
  return [...new Set(wanted)].map(
    (id) =>
      people.find((person) => person.id === id) ?? messages.sendUnknownReader(id, nearest(id, ids), ids),
  );
}

/** Figures of a version for other programs. */
export const figuresText = ({ figures }: Compiled): string =>
  `${JSON.stringify(figuresAsJson(Object.values(figures.all)), undefined, 2)}\n`;

/** Digest of each file that the bundle read, in order of path. */
export const digestsOf = (read: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...read].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => [path, digestOf(bytes)]),
  );
