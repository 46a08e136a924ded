import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted } from "../make.ts";
import { isShellSafe, shellWord } from "../shell.ts";

/** Messages about files that the disk does not let us read or write. */

/** A bundle that is not there; whoever is new here may not know yet how one begins. */
export const bundleNotFound = (file: string, near: string | undefined): Diagnostic =>
  error("host/not-found", at(file), `The file ${quoted(file, 200)} does not exist.`, {
    hint:
      near !== undefined
        ? `Did you mean ${quoted(near, 200)}?`
        : /\.jsonc?$/i.test(file) && isShellSafe(file)
          ? `\`foredeck init ${shellWord(file)}\` writes one to start from.`
          : "`foredeck init` writes a bundle to start from.",
  });

export const bundleNoRights = (file: string): Diagnostic =>
  error("host/no-rights", at(file), `You do not have permission to read ${quoted(file, 200)}.`, {
    hint: "Ask its owner for permission.",
  });

export const bundleNotAFile = (file: string): Diagnostic =>
  error("host/not-a-file", at(file), `${quoted(file, 200)} is not a regular file.`);

export const bundleUnreadable = (file: string, code: string): Diagnostic =>
  error("host/unreadable", at(file), `${quoted(file, 200)} cannot be read (${code}).`);

export const bundleFileTooLarge = (file: string, limit: number): Diagnostic =>
  error(
    "json/too-large",
    at(file),
    `The bundle is larger than ${Math.round(limit / 1_048_576)} MB; it was not read.`,
    {
      hint: "A bundle is an argument, not a data store: move long series into CSV files beside it.",
    },
  );

/** For a program that asks the library for a format that does not exist. */
export const formatUnknown = (name: string, formats: readonly string[], paged: readonly string[]): string =>
  `There is no format ${quoted(name, 40)}. render writes ${formats.join(", ")}; renderPages writes ${paged.join(", ")}.`;

const UNTOUCHED = "Nothing was changed; an existing file is as it was.";

export const targetIsFolder = (target: string): Diagnostic =>
  error(
    "host/target-is-folder",
    at(target),
    `${quoted(target, 200)} is a folder, so a file with this name cannot be written.`,
    {
      why: UNTOUCHED,
      hint: "Name a file, for example -o deck.pptx. Use --out-dir to name a folder for decks.",
    },
  );

export const targetBelowFile = (target: string): Diagnostic =>
  error(
    "host/target-below-file",
    at(target),
    `${quoted(target, 200)} cannot be written: part of its path is a file, not a folder.`,
    {
      why: UNTOUCHED,
      hint: "Choose another place with -o.",
    },
  );

export const targetFolderFails = (target: string): Diagnostic =>
  error("host/no-folder", at(target), `The folder of ${quoted(target, 200)} cannot be created.`, {
    why: UNTOUCHED,
    hint: "Choose another place with -o or --out-dir.",
  });

export const targetNoRights = (target: string): Diagnostic =>
  error("host/target-no-rights", at(target), `You do not have permission to write ${quoted(target, 200)}.`, {
    why: UNTOUCHED,
    hint: "Choose another place with -o, or ask for permission to write there. If the deck is open in PowerPoint, close it.",
  });

export const targetReadOnly = (target: string): Diagnostic =>
  error("host/target-read-only", at(target), `${quoted(target, 200)} is on a read-only disk.`, {
    why: UNTOUCHED,
    hint: "Choose another place with -o.",
  });

export const targetProtected = (target: string): Diagnostic =>
  error("host/target-protected", at(target), `${quoted(target, 200)} is write-protected.`, {
    why: UNTOUCHED,
    hint: "Somebody wanted to keep this file. Remove the protection, or choose another name with -o.",
  });

export const diskFull = (target: string): Diagnostic =>
  error("host/disk-full", at(target), `The disk is full; ${quoted(target, 200)} was not written.`, {
    why: UNTOUCHED,
    hint: "Free some space, or choose another disk with -o.",
  });

export const targetLinkDangles = (target: string): Diagnostic =>
  error(
    "host/target-link",
    at(target),
    `${quoted(target, 200)} cannot be written: a link in its path points to a folder that does not exist.`,
    {
      why: UNTOUCHED,
      hint: "Create the folder that the link points to, or remove the link.",
    },
  );

export const targetPipeUnread = (target: string): Diagnostic =>
  error(
    "host/target-pipe",
    at(target),
    `${quoted(target, 200)} is a pipe, and no program reads it to its end.`,
    {
      why: "A pipe passes everything to its reader and stores nothing.",
      hint: "Start the reader first, or write a file with -o deck.pptx.",
    },
  );

export const targetNameTooLong = (target: string): Diagnostic =>
  error(
    "host/name-too-long",
    at(target),
    `The name of ${quoted(target, 200)} is longer than the file system allows.`,
    {
      why: "Most file systems allow 255 bytes; a Japanese character takes three and an emoji four or more.",
      hint: "Choose a shorter name with -o or --name.",
    },
  );

export const targetFailed = (target: string, code: string): Diagnostic =>
  error("host/write-failed", at(target), `${quoted(target, 200)} could not be written (${code}).`, {
    why: UNTOUCHED,
  });

const at = (file: string): At => ({ place: { file, line: 1, column: 1 } });
