import { access, readdir, rm } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { otherBundle } from "../../diagnostics/messages/batch.ts";
import type { OpenBy } from "../../diagnostics/messages/edits.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { type AnyFormatName, isPaged } from "../../formats/names.ts";
import type { Carried } from "../../formats/pptx/label.ts";
import { real } from "../../host/about.ts";
import type { Host } from "../../host/host.ts";
import type { OutputMemory, WrittenFiles } from "../cache/memory.ts";
import { digestOf } from "../cache/store.ts";
import { keepCopy, variant } from "./backup.ts";
import { type TargetState, targetStateOf } from "./edits.ts";
import { openBy } from "./lock.ts";
import { writeOutput } from "./write.ts";

/** One output that is ready to be written: its files, whose bytes are fetched only where they are needed. */
export interface Output {
  readonly format: AnyFormatName;
  /** Path as the user would name it. Output with one file per page writes name-01.svg, … beside name.svg. */
  readonly path: string;
  readonly files: readonly OutputFile[];
}
export interface OutputFile {
  /** End of the file name after the output's name without its extension; "" where the output is the file itself. */
  readonly suffix: string;
  readonly digest: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface WrittenOutput {
  /** Path of the written output, for people. */
  readonly path: string;
  readonly bytes: number;
  /** False where all was already there. */
  readonly written: boolean;
  /** Files as they now stand on the disk. */
  readonly files: readonly WrittenFile[];
  /** Why it is not where it was asked for. */
  readonly refused?: Diagnostic;
  readonly notes: readonly string[];
}

/** A file as it stands on the disk; its path is as the user would name it. */
export interface WrittenFile {
  readonly path: string;
  readonly digest: string;
}

export interface OutputContext {
  readonly host: Host;
  readonly memory: OutputMemory;
  readonly cwd: string;
  /** Bundle from which the output is built, as the user would name it. */
  readonly bundle: string;
  /** Replaces what was edited, after a copy of it was kept. */
  readonly force: boolean;
}

/** Names that are tried beside an edited file. */
const TRIES = 99;

/**
 * Writes an output so that nothing of anybody else's is lost: over what is as it was written; beside what was edited
 * since, or with `force` over it and a copy of it kept. Of an output of many files each has its own way.
 * @throws DiagnosticsError with exit 2 where it cannot be written; what was there is then as it was.
 */
export async function placeOutput(output: Output, ways: OutputContext): Promise<WrittenOutput> {
  const before = await ways.memory.of(resolve(ways.cwd, output.path));
  const spots = await Promise.all(
    output.files.map((file) => spotFor(file, pathOf(output, file), before, output.format, ways)),
  );
  const refusals = spots.flatMap(({ path, instead }) =>
    instead === undefined ? [] : [{ ...instead, path }],
  );
  const placed = await write(output, spots, before ?? {}, ways);
  if (refusals.length > 0) return { ...placed, refused: refusal(refusals) };
  const other = await otherBefore(output.path, placed.written, ways);
  return { ...placed, notes: [...placed.notes, ...other] };
}

/** Somebody has it open, and nothing else is known against replacing it. */
interface Open {
  readonly state: "open";
  readonly by: OpenBy;
}
type Seen = TargetState | Open;
type Theirs = Extract<Seen, { state: "edited" | "changed" | "foreign" | "unclear" | "open" }>;
const isSomebodys = (seen: Seen): seen is Theirs =>
  ["edited", "changed", "foreign", "unclear", "open"].includes(seen.state);

interface Spot {
  /** The file to write; its bytes differ from those built where it keeps labels or properties of the existing deck. */
  readonly file: OutputFile;
  /** Path that the file is written to; `standing` is the state of what is there. */
  readonly path: string;
  readonly standing: Seen;
  readonly carried?: Carried;
  readonly open?: OpenBy;
  /** Intended path, and the reason why the file may not go there. */
  readonly instead?: { readonly target: string; readonly standing: Theirs; readonly open?: OpenBy };
}

/** Finds the path for a file: its own, or else the first name beside it where nobody loses anything. */
async function spotFor(
  file: OutputFile,
  target: string,
  before: WrittenFiles | undefined,
  format: AnyFormatName,
  { cwd, force }: OutputContext,
): Promise<Spot> {
  const look = async (path: string, from?: Carried): Promise<Spot> => {
    const known = before?.[basename(path)];
    const similar = format === "pptx" ? file.bytes : undefined;
    const found = await targetStateOf(resolve(cwd, path), file.digest, known, before !== undefined, similar);
    if (format !== "pptx") return { file, path, standing: found.standing };
    const carried = from ?? found.carried;
    const own = carried === undefined ? file : await carryingOn(file, carried);
    const same = found.digest === own.digest;
    const open = found.digest === undefined || same ? undefined : await openBy(resolve(cwd, path));
    const standing: Seen = same
      ? { state: "same" }
      : open !== undefined && !isSomebodys(found.standing)
        ? { state: "open", by: open }
        : // What would be written without that which is carried on.
          found.standing.state === "same"
          ? { state: "free" }
          : found.standing;
    return {
      ...{ file: own, path, standing },
      ...(carried === undefined ? {} : { carried }),
      ...(open === undefined ? {} : { open }),
    };
  };
  const there = await look(target);
  const { standing, open } = there;
  if (force || !isSomebodys(standing)) return there;
  // The deck of somebody else says nothing about ours, unless ours takes its place.
  const carried = standing.state === "foreign" ? undefined : there.carried;
  for (let n = 1; n <= TRIES; n++) {
    const spot = await look(variant(target, n === 1 ? "new" : `new-${n}`), carried);
    if (isSomebodys(spot.standing) || spot.standing.state === "unknown") continue;
    return { ...spot, instead: { target, standing, ...(open === undefined ? {} : { open }) } };
  }
  throw new DiagnosticsError([messages.besideTaken(target)], 2);
}

async function carryingOn(file: OutputFile, carried: Carried): Promise<OutputFile> {
  const { withCarried } = await import("../../formats/pptx/label.ts");
  return made(file.suffix, await withCarried(await file.bytes(), carried));
}

function refusal(
  refusals: readonly (NonNullable<Spot["instead"]> & { readonly path: string })[],
): Diagnostic {
  const [first, ...others] = refusals;
  if (first === undefined) throw new Error("nothing was refused");
  const { target, path, standing } = first;
  switch (standing.state) {
    case "edited":
      return messages.editedByHand(target, path, standing.by, standing.edits);
    case "changed":
      return messages.changedSince(
        target,
        path,
        others.map((other) => other.target),
      );
    case "foreign":
      return messages.notOurs(target, path);
    case "unclear":
      return messages.cannotTell(target, path, standing.reason, standing.tooMany);
    case "open":
      return messages.openElsewhere(target, path, standing.by);
  }
}

async function write(
  output: Output,
  spots: readonly Spot[],
  before: WrittenFiles,
  ways: OutputContext,
): Promise<WrittenOutput> {
  const { cwd, memory, force, host } = ways;
  const notes: string[] = [];
  const key = resolve(cwd, output.path);
  const now = Object.fromEntries(spots.map(({ file, path }) => [basename(path), [file.digest]]));
  const written = spots.some(({ standing }) => standing.state !== "same");
  // A run that is killed half-way has written some: both are known until all are.
  if (written) await memory.keep(key, both(before, now));
  for (const { file, path, standing, carried, open, instead } of spots) {
    if (instead?.open !== undefined && instead.standing.state !== "open")
      notes.push(messages.stillOpen(instead.target, instead.open));
    if (standing.state === "same") continue;
    const bytes = await file.bytes();
    // A file that is only open is as it was written, and needs no copy.
    const theirs = (isSomebodys(standing) && standing.state !== "open") || standing.state === "unknown";
    const backup = theirs ? await keepCopy(path, cwd) : undefined;
    try {
      await writeOutput(host, path, bytes, cwd);
    } catch (cause) {
      // The file is as it was, so the copy says nothing.
      if (backup !== undefined) await rm(resolve(cwd, backup), { force: true });
      throw cause;
    }
    if (backup !== undefined) notes.push(messages.backedUp(path, backup));
    if (open !== undefined) notes.push(messages.stillOpen(path, open));
    if (carried !== undefined) {
      const { carriedNames } = await import("../../formats/pptx/label.ts");
      const names = carriedNames(carried);
      if (names.label !== undefined || names.properties.length > 0)
        notes.push(messages.carriedOver(path, names));
    }
    if (standing.state === "saved") notes.push(messages.savedOnly(path, standing.by));
  }
  if (isPaged(output.format)) notes.push(...(await removeSurplus(output, before, cwd)));
  if (force) notes.push(...(await besides(spots, cwd)));
  // Files written beside edited ones stay known, as do the edited ones.
  const all = { ...before, ...now };
  if (JSON.stringify(all) !== JSON.stringify(before)) await memory.keep(key, all);
  const [first, last] = [output.files[0], output.files.at(-1)].map((file) => file && pathOf(output, file));
  return {
    path: isPaged(output.format)
      ? messages.pageFiles(first ?? "", basename(last ?? ""))
      : (spots[0]?.path ?? output.path),
    bytes: output.files.reduce((sum, { size }) => sum + size, 0),
    written,
    files: spots.map(({ file, path }) => ({ path, digest: file.digest })),
    notes,
  };
}

/** Says what earlier runs wrote beside the files that are now in their place; somebody may have worked in it. */
async function besides(spots: readonly Spot[], cwd: string): Promise<readonly string[]> {
  const there = await Promise.all(
    spots.map(({ path }) => {
      const beside = variant(path, "new");
      return access(resolve(cwd, beside)).then(
        () => [beside],
        () => [],
      );
    }),
  );
  const found = there.flat();
  return found.length === 0 ? [] : [messages.besideStays(found)];
}

/** The two records joined, file by file. */
function both(before: WrittenFiles, now: WrittenFiles): WrittenFiles {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(names.map((name) => [name, [...(before[name] ?? []), ...(now[name] ?? [])]]));
}

/** The pages of a longer deck before: those that are as they were written go, others are told of. */
async function removeSurplus(output: Output, before: WrittenFiles, cwd: string): Promise<readonly string[]> {
  const extension = extname(output.path);
  const start = `${basename(output.path, extension)}-`;
  const now = new Set(output.files.map((file) => basename(pathOf(output, file))));
  const folder = dirname(output.path);
  const notes: string[] = [];
  for (const name of (await readdir(resolve(cwd, folder))).sort()) {
    const number = name.startsWith(start) && name.endsWith(extension);
    if (!number || !/^\d{2,}$/.test(name.slice(start.length, -extension.length)) || now.has(name)) continue;
    const path = join(folder, name);
    const { standing } = await targetStateOf(resolve(cwd, path), "", before[name], true);
    if (standing.state === "free") await rm(resolve(cwd, path), { force: true });
    else notes.push(messages.pageKept(path));
  }
  return notes;
}

function pathOf({ path, format }: Output, { suffix }: OutputFile): string {
  if (!isPaged(format)) return path;
  return join(dirname(path), `${basename(path, extname(path))}${suffix}`);
}

/** A file of an output that was just made. */
export const made = (suffix: string, bytes: Uint8Array): OutputFile => ({
  suffix,
  digest: digestOf(bytes),
  size: bytes.length,
  bytes: async () => bytes,
});

/** Says so where an output was made of another bundle before; from now on it is known to be made of this one. */
async function otherBefore(
  output: string,
  written: boolean,
  { bundle, cwd, memory }: { readonly bundle: string; readonly cwd: string; readonly memory: OutputMemory },
): Promise<readonly string[]> {
  const key = resolve(cwd, output);
  const now = await real(resolve(cwd, bundle));
  const before = await memory.bundleOf(key);
  if (before === now) return [];
  await memory.keepBundle(key, now);
  return before === undefined || !written
    ? []
    : [otherBundle(output, relative(await real(cwd), before), bundle)];
}
