import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted } from "../make.ts";
import { printable } from "../terminal.ts";

/** Many bundles in one run, and what they leave from one run to the next. */

export const noBundleMatches = (pattern: string): Diagnostic =>
  error("cli/no-bundles", {}, `No bundle matches ${quoted(pattern, 200)}.`, {
    hint: "In a pattern, * stands for letters, ** for folders, {a,b} for either. Folders named node_modules are left out.",
  });

export const badShard = "It is i/n: the number of this part and of all parts, as in 2/5.";
export const badSize = "It is a number of worker threads, 1 or more.";

/** A part of a batch that has no bundle left. */
export const emptyShard = (index: number, parts: number, bundles: number): string =>
  `Part ${index} of ${parts} has nothing to do: there ${bundles === 1 ? "is" : "are"} ${count(bundles, "bundle")} in all.`;

export const unknownToken = (token: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  error("cli/name", {}, `--name knows no {${printable(token)}}.`, {
    hint: `${near === undefined ? "" : `Did you mean {${near}}? `}There are ${known.map((each) => `{${each}}`).join(", ")}.`,
  });

export const emptyToken = (file: string, token: string): Diagnostic =>
  error("cli/name", {}, `--name asks for {${token}}, but ${quoted(file, 200)} has none.`);

export const badName = (name: string): Diagnostic =>
  error("cli/name", {}, `${quoted(name, 200)} cannot be the name of a deck.`, {
    hint: "A name may lead into folders below --out-dir, never out of it.",
  });

export const nameWithOutput = (): Diagnostic =>
  error("cli/name", {}, "-o and --name exclude each other.", {
    hint: "-o names one file, --name the file of every bundle.",
  });

export const reportIsOutput = (report: string): Diagnostic =>
  error(
    "cli/output",
    {},
    `The report would be written over ${quoted(report, 200)}, which is part of this run.`,
    {
      hint: "Choose another name for --report.",
    },
  );

const ELSEWHERE = "Choose another place with --report.";

/** Why the report could not be written, found before anything was begun. */
export const nothingBuilt = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  why: "The report goes there, so nothing was begun.",
  hint: ELSEWHERE,
});

/** Why the report could not be written, once all else was done. */
export const reportMissing = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  why: "The report is missing; all outputs are as said above.",
  hint: ELSEWHERE,
});

/** A deck that is what it would be, so that nothing was written. */
export const unchanged = (deck: string): string => `${printable(deck)}  unchanged`;
export const UNCHANGED = "unchanged";

/** An output that was as it was written, but of another bundle. */
export const otherBundle = (output: string, before: string, now: string): string =>
  `${printable(output)} was made of ${printable(before)} before, and is now made of ${printable(now)}; --name or -o gives each its own`;

export interface Tally {
  readonly bundles: number;
  readonly built: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Not begun, because the run was told to end. */
  readonly left: number;
  readonly seconds: number;
}

/** The last line of a batch. */
export function tally({ bundles, built, unchanged, failed, left, seconds }: Tally): string {
  const parts = [
    `${built} built`,
    `${unchanged} unchanged`,
    `${failed} failed`,
    ...(left > 0 ? [`${left} not begun`] : []),
  ];
  const speed = built > 0 && seconds > 0 ? `, ${(built / seconds).toFixed(1)} decks/s` : "";
  return `${count(bundles, "bundle")}: ${parts.join(", ")} in ${seconds.toFixed(1)} s${speed}`;
}

/** What a batch does at the moment, in at most `width` columns. */
export function progress(done: number, all: number, failed: number, seconds: number, width: number): string {
  const rate = done > 0 && seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? Math.ceil((all - done) / rate) : 0;
  const rest = left > 90 ? `${Math.ceil(left / 60)} min left` : `${left} s left`;
  const words = ` ${done}/${all}${failed > 0 ? `, ${failed} failed` : ""}${rate > 0 && done < all ? `, ${rest}` : ""}`;
  const room = Math.min(40, width - words.length - 3);
  if (room < 5) return words.trim().slice(0, Math.max(0, width - 1));
  const full = Math.round((done / Math.max(1, all)) * room);
  return `[${"█".repeat(full)}${"░".repeat(room - full)}]${words}`;
}

export const interrupted = (left: number): string =>
  `Told to end: ${count(left, "bundle")} not begun. The same command goes on where this one stopped.`;

/** A thread that ended without an answer. */
export const workerDied = (file: string, why: string): Diagnostic =>
  error(
    "cli/worker",
    { place: { file, line: 1, column: 1 } },
    `The thread that worked on ${quoted(file, 200)} ended: ${why}.`,
    {
      why: "Other threads went on with the other bundles.",
      hint: "Where memory is short, use fewer threads: --jobs 1.",
    },
  );
/** A defect of ours, met in one bundle among others. */
export const brokeOff = (file: string): Diagnostic =>
  error("cli/defect", { place: { file, line: 1, column: 1 } }, `Foredeck failed on ${quoted(file, 200)}.`, {
    why: "The fault is in Foredeck, not in the bundle.",
    hint: "Report what it printed on standard error, and the bundle if you may share it.",
  });

export const outOfMemory = "it ran out of memory";
export const endedWith = (code: number): string => `it left with code ${code}`;

/** For --verbose: the cache could not be used for something. */
export const cacheBroken = (entry: string): string =>
  `The cache held a damaged entry (${printable(entry)}); it was left out and is written anew.`;
export const cacheUnusable = (folder: string, code: string): string =>
  `The cache in ${printable(folder)} could not be written (${code}); the run goes on without it.`;

export const cacheForeign = (folder: string): string =>
  `The cache in ${printable(folder)} belongs to another user; the run goes on without it. --cache-dir names another one.`;

export const cacheCleared = (folder: string, files: number, bytes: number): string =>
  `${count(files, "entry", "entries")}, ${(bytes / 1_000_000).toFixed(1)} MB removed from ${printable(folder)}`;
export const cacheNotCleared = (folder: string, code: string): Diagnostic =>
  error("cli/cache", {}, `The cache in ${quoted(folder, 200)} could not be emptied (${code}).`, {
    hint:
      code === "ENOTDIR"
        ? "A folder on the way to it is a file. foredeck cache where prints where the cache is looked for."
        : "Ask its owner for the right to delete what is in it, or name another one with --cache-dir.",
  });
export const noCache = (): Diagnostic =>
  error(
    "cli/cache",
    {},
    "There is no folder for the cache: neither --cache-dir nor FOREDECK_CACHE_DIR nor a home is set.",
  );
