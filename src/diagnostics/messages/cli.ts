import type { Diagnostic } from "../diagnostic.ts";
import { error, quoted } from "../make.ts";

/** How the program was called. */

export const outputNeedsOneBundle = (found: number): Diagnostic =>
  error("cli/output", {}, `-o names one deck, but there are ${found} bundles.`, {
    hint: "Use --out-dir for several.",
  });

export const outputAndFolder = (): Diagnostic =>
  error("cli/output", {}, "-o and --out-dir exclude each other.", {
    hint: "-o names the file, --out-dir the folder.",
  });

export const sameOutput = (target: string, first: string, second: string): Diagnostic =>
  error(
    "cli/output",
    {},
    `${quoted(first, 200)} and ${quoted(second, 200)} would both be written to ${quoted(target, 200)}.`,
    {
      hint: "Build them one at a time with -o, or rename one bundle.",
    },
  );

export const outputIsInput = (target: string): Diagnostic =>
  error("cli/output", {}, `${quoted(target, 200)} is the bundle itself; it would be overwritten.`, {
    hint: "Choose another name with -o.",
  });

export const folderWithoutBundles = (folder: string): Diagnostic =>
  error("cli/no-bundles", {}, `The folder ${quoted(folder, 200)} holds no bundle.`, {
    hint: "A folder stands for every .json file directly in it.",
  });

export const unknownFormat = (name: string, known: readonly string[]): Diagnostic =>
  error("cli/format", {}, `There is no format ${quoted(name)}.`, { hint: `There are ${known.join(", ")}.` });
