import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted } from "../make.ts";
import { printable } from "../terminal.ts";

/** Messages about runs of many bundles and about the cache between runs. */

export const noBundleMatches = (pattern: string): Diagnostic =>
  error("cli/no-bundles", {}, `No bundle matches ${quoted(pattern, 200)}.`, {
    hint: "In a pattern, * matches any characters of a name, ** any folders, and {a,b} either a or b. Folders named node_modules are skipped.",
  });

export const badShard = "Write i/n: the number of this part, then the number of parts, as in 2/5.";
export const badSize = "Write a number of worker threads, from 1 to 999.";

/** Said where a batch has fewer bundles than parts. */
export const emptyShard = (index: number, parts: number, bundles: number): string =>
  `Part ${index} of ${parts} has nothing to do: the run has only ${count(bundles, "bundle")}.`;

export const unknownToken = (token: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  error("cli/name", {}, `{${printable(token)}} is not a placeholder of --name.`, {
    hint: `${near === undefined ? "" : `Did you mean {${near}}? `}Placeholders are ${known.map((each) => `{${each}}`).join(", ")}.`,
  });

export const emptyToken = (file: string, token: string): Diagnostic =>
  error("cli/name", {}, `--name uses {${token}}, but ${quoted(file, 200)} has no ${token}.`);

export const badName = (name: string): Diagnostic =>
  error("cli/name", {}, `${quoted(name, 200)} cannot be the name of a deck.`, {
    hint: "A name may contain folders below --out-dir, but must not lead out of it.",
  });

export const nameWithOutput = (): Diagnostic =>
  error("cli/name", {}, "-o and --name cannot be used together.", {
    hint: "-o names one file; --name names the file of every bundle.",
  });

export const reportIsOutput = (report: string): Diagnostic =>
  error(
    "cli/output",
    {},
    `The report would overwrite ${quoted(report, 200)}, which is an input or output of this run.`,
    {
      hint: "Choose another name for --report.",
    },
  );

const ELSEWHERE = "Choose another place with --report.";

/** A problem with the file of the report that was found before the run began. */
export const nothingBuilt = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  why: "The report cannot be written there, so nothing was built.",
  hint: ELSEWHERE,
});

/** A problem with the file of the report that was found after everything else was done. */
export const reportMissing = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  why: "Only the report is missing; the outputs above were written.",
  hint: ELSEWHERE,
});

/** Said of a deck that is up to date, so that nothing was written. */
export const unchanged = (deck: string): string => `${printable(deck)}  unchanged`;
export const UNCHANGED = "unchanged";

/** Warns where the run replaces an output, unedited since, that was built from another bundle. */
export const otherBundle = (output: string, before: string, now: string): string =>
  `${printable(output)} was built from ${printable(before)} before and is now built from ${printable(now)}; use --name or -o to give each bundle its own output`;

export interface Tally {
  readonly bundles: number;
  readonly built: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Bundles that were not begun, because the run was interrupted. */
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

/** Progress of a batch, in at most `width` columns. */
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
  `Interrupted: ${count(left, "bundle")} not begun. Run the same command again to continue.`;

/** Said where a worker thread ended without a result. */
export const workerDied = (file: string, why: string): Diagnostic =>
  error(
    "cli/worker",
    { place: { file, line: 1, column: 1 } },
    `The worker thread that was building ${quoted(file, 200)} ended: ${why}.`,
    {
      why: "The other threads continued with the other bundles.",
      hint: "If memory is short, use fewer threads: --jobs 1.",
    },
  );
/** A defect of Foredeck, met in one bundle among others. */
export const brokeOff = (file: string): Diagnostic =>
  error("cli/defect", { place: { file, line: 1, column: 1 } }, `Foredeck failed on ${quoted(file, 200)}.`, {
    why: "The fault is in Foredeck, not in the bundle.",
    hint: "Please report the text on standard error, with the bundle if you may share it.",
  });

export const cutOff = "it was told to";
export const outOfMemory = "it ran out of memory";
export const endedWith = (code: number): string => `it exited with code ${code}`;

/** Notes of --verbose about a cache that could not be used. */
export const cacheBroken = (entry: string): string =>
  `The cache contains a damaged entry (${printable(entry)}); it is ignored and written again.`;
export const cacheUnusable = (folder: string, code: string): string =>
  `The cache in ${printable(folder)} could not be written (${code}); the run continues without it.`;

export const cacheForeign = (folder: string): string =>
  `The cache in ${printable(folder)} belongs to another user; the run continues without it. Use --cache-dir to choose another folder.`;

export const cacheCleared = (folder: string, files: number, bytes: number): string =>
  `${count(files, "entry", "entries")}, ${(bytes / 1_000_000).toFixed(1)} MB removed from ${printable(folder)}`;
export const cacheNotCleared = (folder: string, code: string): Diagnostic =>
  error("cli/cache", {}, `The cache in ${quoted(folder, 200)} could not be emptied (${code}).`, {
    hint:
      code === "ENOTDIR"
        ? "Part of its path is a file, not a folder. foredeck cache where prints the path."
        : "Ask its owner for permission to delete its files, or choose another folder with --cache-dir.",
  });
export const noCache = (): Diagnostic =>
  error(
    "cli/cache",
    {},
    "There is no folder for the cache: no --cache-dir, no FOREDECK_CACHE_DIR and no home folder is set.",
  );
