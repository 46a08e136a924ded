import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted, thereAre } from "../make.ts";
import { printable } from "../terminal.ts";
import { UNCHANGED } from "./batch.ts";

/** Messages about options and outputs of the program. */

export const outputNeedsOneBundle = (found: number): Diagnostic =>
  error("cli/output", {}, `-o names one deck, but you named ${found} bundles.`, {
    hint: "Use --out-dir for several.",
  });

export const outputNeedsOneFormat = (formats: readonly string[]): Diagnostic =>
  error(
    "cli/output",
    {},
    `-o names one output, but --format asks for ${formats.length}: ${formats.join(", ")}.`,
    {
      hint: "Use --out-dir for several.",
    },
  );

export const pagesToStandardOutput = (format: string): Diagnostic =>
  error("cli/output", {}, `${format} writes one file per slide; standard output can take only one.`, {
    hint: "Use --out-dir, or -o with a file name.",
  });

/** The files of a format that writes one file per slide. */
export const pageFiles = (first: string, last: string): string => `${first} … ${last}`;

export const outputAndFolder = (): Diagnostic =>
  error("cli/output", {}, "-o and --out-dir cannot be used together.", {
    hint: "-o names a file; --out-dir names a folder.",
  });

export const inputWithoutOutput = (): Diagnostic =>
  error("cli/output", {}, "A bundle from standard input has no file name, so its deck has none either.", {
    hint: "Name the output with -o or --out-dir.",
  });

/** `bundles` are two or more that would be written to one file. */
export function sameOutput(target: string, bundles: readonly string[]): Diagnostic {
  const shown = bundles.slice(0, bundles.length > 4 ? 3 : 4).map((file) => quoted(file, 200));
  const rest = bundles.length - shown.length;
  const names =
    rest > 0
      ? `${shown.join(", ")} and ${rest} more`
      : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  const all = bundles.length === 2 ? "both" : "all";
  return error("cli/output", {}, `${names} would ${all} be written to ${quoted(target, 200)}.`, {
    hint: 'Give each its own name, for example with --name "{folder}-{name}".',
  });
}

export const outputIsInput = (target: string): Diagnostic =>
  error("cli/output", {}, `${quoted(target, 200)} is a bundle of this run and would be overwritten.`, {
    hint: "Choose another name with -o.",
  });

export const folderWithoutBundles = (folder: string): Diagnostic =>
  error("cli/no-bundles", {}, `The folder ${quoted(folder, 200)} contains no bundle.`, {
    hint: "For a folder, Foredeck reads the .json files directly in it, not those in folders below.",
  });

export const binaryToTerminal = (): Diagnostic =>
  error("cli/output", {}, "-o - writes the deck to standard output, but that is a terminal.", {
    hint: "Redirect it: foredeck build bundle.json -o - > deck.pptx",
  });

/** Shown while a deck is being built. */
export const building = (file: string): string => `Building ${printable(file)} …`;

export interface Built {
  readonly deck: string;
  readonly slides: number;
  readonly charts: number;
  /** Time to read the body, in whole minutes. */
  readonly minutes: number;
  readonly bytes: number;
  /** Time to build and write it; the first output of a bundle includes the work that all of them share. */
  readonly seconds: number;
  readonly state?: "built" | "unchanged";
}

const kilobytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString("en-US")} kB`;

/** The line about one output that was written. */
export const built = (one: Built): string =>
  [
    printable(one.deck),
    count(one.slides, "slide"),
    count(one.charts, "chart"),
    `${one.minutes} min to read`,
    kilobytes(one.bytes),
    `${one.seconds.toFixed(1)} s`,
  ].join("  ");

export const BUILT_HEADINGS = ["Deck", "Slides", "Charts", "Minutes to read", "Size", "Seconds"] as const;
export const builtRow = (one: Built): readonly string[] => [
  printable(one.deck),
  String(one.slides),
  String(one.charts),
  String(one.minutes),
  kilobytes(one.bytes),
  one.state === "unchanged" ? UNCHANGED : one.seconds.toFixed(1),
];

/** `since` is a version and `reader` an id that were asked for. */
export function nothingToCompare({
  since,
  reader,
}: {
  readonly since?: string | undefined;
  readonly reader?: string | undefined;
}): Diagnostic {
  const version = since === undefined ? "No other version" : `No version ${quoted(since)}`;
  const to = reader === undefined ? "" : ` to ${quoted(reader)}`;
  return error("cli/changed", {}, `${version} was sent${to}, so there is nothing to compare with.`, {
    hint: "Name an earlier bundle with --against.",
  });
}

export const noEdition = (name: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  error("cli/edition", {}, `There is no edition ${quoted(name)}.`, {
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}? ${thereAre(known)}`,
  });

export const editionsToOne = (output: string): Diagnostic =>
  error("cli/output", {}, `-o names one deck, ${quoted(output, 200)}, but --editions builds several.`, {
    hint: "Use --out-dir, or --edition with -o.",
  });

export const notDecided = (file: string): Diagnostic =>
  error("cli/not-decided", {}, `${quoted(file, 200)} does not say what was decided.`, {
    hint: 'Add "decided": { "result": "yes", "date": "2026-12-05" }; result may be yes, no, later or changed.',
  });

export const nextAfterYes = (file: string, result: string): Diagnostic =>
  error(
    "cli/next",
    {},
    `What was decided on ${quoted(file, 200)} is ${quoted(result)}, so no version follows.`,
    {
      hint: "A next version is opened after a no or a later.",
    },
  );

export const versionNotRaised = (version: string): Diagnostic =>
  error("cli/next", {}, `The version after ${quoted(version)} is not known.`, {
    hint: "Let the version end with a number, such as 1.0.",
  });

export const recordIsInput = (target: string): Diagnostic =>
  error("cli/output", {}, `${quoted(target, 200)} is the bundle itself and would be overwritten.`, {
    hint: "Choose another name with -o.",
  });

export const nothingFollows = (file: string): Diagnostic =>
  error(
    "cli/calendar",
    {},
    `The plan of ${quoted(file, 200)} has neither next steps with a day nor reports.`,
    {
      hint: "Add them to plan.next and plan.cadence, or leave --calendar out.",
    },
  );

export const followUpsWritten = (file: string): string =>
  `${printable(file)} has the next steps and reports.`;

export const recordWritten = (file: string): string => `${printable(file)} has the record of the decision.`;

export const nextOpened = (file: string, version: string, objections: readonly string[]): string =>
  objections.length === 0
    ? `${printable(file)} is version ${version} now. No reasons were given, so there is no new objection.`
    : `${printable(file)} is version ${version} now. Answer ${objections.length === 1 ? "the objection" : "the objections"} ${objections.join(", ")}: what has changed since?`;

export const nobodyToThank = (file: string): string =>
  `${printable(file)} names nobody who was met, quoted or made a win happen.`;

/** Head of a note that is printed. */
export const thanksHead = (to: string, subject: string): string => `To: ${to}\nSubject: ${subject}`;

export const FIGURE_HEADINGS = ["Figure", "Reads as", "Computed as"] as const;

/** Files that a run read, for --verbose. */
export const readFiles = (file: string, others: readonly string[]): string =>
  `read ${printable(file)}${others.length === 0 ? "" : `, with ${others.map(printable).join(", ")}`}`;

/** A .json file that is not a bundle, for --verbose. */
export const skippedFile = (file: string): string => `${printable(file)} is not a bundle; skipped`;

/** Files that folders and patterns matched but that are not bundles. */
export const skippedFiles = (files: readonly string[]): string => {
  const shown = files.slice(0, 3).map(printable);
  const rest = files.length - shown.length;
  const names = rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
  return `${count(files.length, "file")} skipped (not ${files.length === 1 ? "a bundle" : "bundles"}): ${names}`;
};

/** The only message that shows a stack trace: the fault is in Foredeck. */
export const crashed = (version: string, node: string, system: string, stack: string): string =>
  [
    "",
    "Foredeck failed. The fault is in Foredeck, not in your bundle; existing decks are unchanged.",
    "Please report it with the lines below, and with the bundle if you may share it.",
    "",
    `foredeck ${version}, node ${node}, ${system}`,
    stack,
    "",
  ].join("\n");
