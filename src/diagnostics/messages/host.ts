import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted } from "../make.ts";

/** Reading the bundle and writing the deck: the disk's own refusals. */

export const bundleNotFound = (file: string, near: string | undefined): Diagnostic =>
  error("host/not-found", at(file), `There is no file ${quoted(file, 200)}.`, {
    hint: near === undefined ? undefined : `Did you mean ${quoted(near, 200)}?`,
  });

export const bundleNoRights = (file: string): Diagnostic =>
  error("host/no-rights", at(file), `You may not read ${quoted(file, 200)}.`, {
    hint: "Ask its owner for the right to read it.",
  });

export const bundleNotAFile = (file: string): Diagnostic =>
  error("host/not-a-file", at(file), `${quoted(file, 200)} is not a plain file.`);

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

/** Of a program that asked the library for what it has not. */
export const formatUnknown = (name: string, formats: readonly string[], paged: readonly string[]): string =>
  `There is no such format: ${quoted(name, 40)}. render writes ${formats.join(", ")}; renderPages writes ${paged.join(", ")}.`;

const UNTOUCHED = "Nothing was changed; a file that was there before is as it was.";

export const targetIsFolder = (target: string): Diagnostic =>
  error(
    "host/target-is-folder",
    at(target),
    `${quoted(target, 200)} is a folder, so no file can be written under that name.`,
    {
      why: UNTOUCHED,
      hint: "Name a file, as in -o deck.pptx. To name a folder for decks, use --out-dir.",
    },
  );

export const targetBelowFile = (target: string): Diagnostic =>
  error("host/target-below-file", at(target), `A folder of ${quoted(target, 200)} is a file.`, {
    why: UNTOUCHED,
    hint: "Choose another place with -o.",
  });

export const targetFolderFails = (target: string): Diagnostic =>
  error("host/no-folder", at(target), `The folder of ${quoted(target, 200)} cannot be made there.`, {
    why: UNTOUCHED,
    hint: "Choose another place with -o or --out-dir.",
  });

export const targetNoRights = (target: string): Diagnostic =>
  error("host/target-no-rights", at(target), `You may not write ${quoted(target, 200)}.`, {
    why: UNTOUCHED,
    hint: "Choose another place with -o, or ask for the right to write there. If PowerPoint has the deck open, close it.",
  });

export const targetReadOnly = (target: string): Diagnostic =>
  error("host/target-read-only", at(target), `${quoted(target, 200)} lies on a disk that can only be read.`, {
    why: UNTOUCHED,
    hint: "Choose another place with -o.",
  });

export const targetProtected = (target: string): Diagnostic =>
  error("host/target-protected", at(target), `${quoted(target, 200)} is write-protected.`, {
    why: UNTOUCHED,
    hint: "Somebody meant to keep this file. Remove the protection, or choose another name with -o.",
  });

export const diskFull = (target: string): Diagnostic =>
  error("host/disk-full", at(target), `The disk is full; ${quoted(target, 200)} was not written.`, {
    why: UNTOUCHED,
    hint: "Make room, or choose another disk with -o.",
  });

export const targetLinkDangles = (target: string): Diagnostic =>
  error(
    "host/target-link",
    at(target),
    `${quoted(target, 200)} cannot be written: a link in its path points to a folder that does not exist.`,
    {
      why: UNTOUCHED,
      hint: "Make the folder that the link points to, or remove the link.",
    },
  );

export const targetPipeUnread = (target: string): Diagnostic =>
  error(
    "host/target-pipe",
    at(target),
    `${quoted(target, 200)} is a pipe, and no program reads it to its end.`,
    {
      why: "What is written to a pipe goes to its reader and is kept nowhere.",
      hint: "Start the reader first, or write a file with -o deck.pptx.",
    },
  );

export const targetNameTooLong = (target: string): Diagnostic =>
  error(
    "host/name-too-long",
    at(target),
    `The name of ${quoted(target, 200)} is longer than the file system allows.`,
    {
      why: "Most file systems allow 255 bytes; a Japanese character takes three, an emoji four or more.",
      hint: "Choose a shorter name with -o or --name.",
    },
  );

export const targetFailed = (target: string, code: string): Diagnostic =>
  error("host/write-failed", at(target), `${quoted(target, 200)} could not be written (${code}).`, {
    why: UNTOUCHED,
  });

const at = (file: string): At => ({ place: { file, line: 1, column: 1 } });
