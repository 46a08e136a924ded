import type { Diagnostic } from "../diagnostic.ts";
import { count, error, quoted } from "../make.ts";
import { printable } from "../terminal.ts";
import { UNCHANGED } from "./batch.ts";

/** How the program was called. */

export const outputNeedsOneBundle = (found: number): Diagnostic =>
  error("cli/output", {}, `-o names one deck, but there are ${found} bundles.`, {
    hint: "Use --out-dir for several.",
  });

export const outputNeedsOneFormat = (formats: readonly string[]): Diagnostic =>
  error("cli/output", {}, `-o names one output, but there are ${formats.length}: ${formats.join(", ")}.`, {
    hint: "Use --out-dir for several.",
  });

export const pagesToStandardOutput = (format: string): Diagnostic =>
  error("cli/output", {}, `${format} writes one file a slide, which standard output cannot hold.`, {
    hint: "Use --out-dir, or -o with a file name.",
  });

/** The files of an output of one file a slide. */
export const pageFiles = (first: string, last: string): string => `${first} … ${last}`;

export const outputAndFolder = (): Diagnostic =>
  error("cli/output", {}, "-o and --out-dir exclude each other.", {
    hint: "-o names the file, --out-dir the folder.",
  });

export const inputWithoutOutput = (): Diagnostic =>
  error("cli/output", {}, "A bundle on standard input has no name that its deck could have.", {
    hint: "Say where with -o or --out-dir.",
  });

/** Bundles that have one output in common, two at least. */
export function sameOutput(target: string, bundles: readonly string[]): Diagnostic {
  const shown = bundles.slice(0, bundles.length > 4 ? 3 : 4).map((file) => quoted(file, 200));
  const rest = bundles.length - shown.length;
  const names =
    rest > 0
      ? `${shown.join(", ")} and ${rest} more`
      : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  const all = bundles.length === 2 ? "both" : "all";
  return error("cli/output", {}, `${names} would ${all} be written to ${quoted(target, 200)}.`, {
    hint: 'Give them names of their own, as with --name "{folder}-{name}".',
  });
}

export const outputIsInput = (target: string): Diagnostic =>
  error("cli/output", {}, `${quoted(target, 200)} is a bundle of this run; it would be overwritten.`, {
    hint: "Choose another name with -o.",
  });

export const folderWithoutBundles = (folder: string): Diagnostic =>
  error("cli/no-bundles", {}, `The folder ${quoted(folder, 200)} holds no bundle.`, {
    hint: "A folder stands for every .json file directly in it.",
  });

export const binaryToTerminal = (): Diagnostic =>
  error("cli/output", {}, "-o - writes the deck to standard output, which is a terminal here.", {
    hint: "Send it somewhere: foredeck build bundle.json -o - > deck.pptx",
  });

/** While a deck is being made and somebody waits. */
export const building = (file: string): string => `Building ${printable(file)} …`;

export interface Built {
  readonly deck: string;
  readonly slides: number;
  readonly charts: number;
  /** To read the body, whole minutes. */
  readonly minutes: number;
  readonly bytes: number;
  /** To make and write it; the first output of a bundle bears what all of them share. */
  readonly seconds: number;
  readonly state?: "built" | "unchanged";
}

const kilobytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString("en-US")} kB`;

/** One line that says what was written. */
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

export const FIGURE_HEADINGS = ["Figure", "Reads as", "Computed as"] as const;

/** For --verbose: what a run read. */
export const readFiles = (file: string, others: readonly string[]): string =>
  `${printable(file)} read${others.length === 0 ? "" : `, with ${others.map(printable).join(", ")}`}`;

/** For --verbose: a .json file of a folder that is something else. */
export const passedOver = (file: string): string => `${printable(file)} is not a bundle; passed over`;

/** Of folders and patterns, what is no bundle. */
export const allPassedOver = (files: readonly string[]): string => {
  const shown = files.slice(0, 3).map(printable);
  const rest = files.length - shown.length;
  const names = rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
  return `${count(files.length, "file")} passed over (no ${files.length === 1 ? "bundle" : "bundles"}): ${names}`;
};

/** The one place where a stack trace is shown: the fault is ours. */
export const crashed = (version: string, node: string, system: string, stack: string): string =>
  [
    "",
    "Foredeck has failed. The fault is in Foredeck, not in your bundle; decks that were there before are as they were.",
    "Please report it with the lines below, and with the bundle if you may share it.",
    "",
    `foredeck ${version}, node ${node}, ${system}`,
    stack,
    "",
  ].join("\n");
