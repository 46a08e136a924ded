import type { Diagnostic, Place } from "../diagnostic.ts";
import { type At, error, quoted, thereAre } from "../make.ts";

/** Messages about what a bundle extends: files that are not there, circles, and what is taken away. */

/** Place of the path that a file extends. */
export type ExtendsAt = Required<Pick<At, "path" | "place">>;

export const extendsUnread = (at: ExtendsAt, file: string, code: string, most: number): Diagnostic => {
  const from = at.place.file;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return error("extends/missing", at, `${quoted(file)}, which ${from} extends, does not exist.`, {
        hint: "Paths are relative to the file that they stand in, and upper and lower case differ.",
      });
    case "EOUTSIDE":
      return error("extends/outside", at, `${quoted(file)}, which ${from} extends, is outside the project.`, {
        why: "A bundle reads only its own folder, or that of the foredeck.config.json above it, so that it can be shared safely.",
        hint: "Put a foredeck.config.json, which may be {}, into the folder that holds both files.",
      });
    case "EFBIG":
      return error(
        "extends/too-large",
        at,
        `${quoted(file)}, which ${from} extends, is larger than ${most / 1_048_576} MB.`,
      );
    default:
      return error(
        "extends/unreadable",
        at,
        `${quoted(file)}, which ${from} extends, cannot be read (${code}).`,
      );
  }
};

/** `files` begin and end with the same one. */
export const extendsCircle = (at: At, files: readonly string[]): Diagnostic =>
  error("extends/circle", at, `Files extend one another in a circle: ${files.join(" → ")}.`, {
    hint: "Take one of these out of the extends of the file before it.",
  });

export const extendsTooMany = (at: At, most: number): Diagnostic =>
  error(
    "extends/too-many",
    at,
    `The bundle extends more than ${most} files, those that they extend included.`,
  );

export const extendsNoObject = (at: At, file: string): Diagnostic =>
  error("extends/no-object", at, `${file} is extended, but is not an object { … }.`);

export const extendsUnknownItem = (
  at: At,
  id: string,
  file: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("extends/unknown-item", at, `The list in ${file} has no item with the id ${quoted(id)}.`, {
    why: "An object in the place of a list changes or removes items of the file that is extended.",
    hint: near === undefined ? thereAre(known) : `Did you mean ${quoted(near)}?`,
  });

export const removedReference = (at: At, id: string, by: Place): Diagnostic =>
  error(
    "extends/removed",
    at,
    `Nothing has the id ${quoted(id)}: ${by.file} removes it by null on line ${by.line}.`,
    { hint: "Keep the item, or remove what refers to it as well." },
  );
