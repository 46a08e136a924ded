import type { Diagnostic } from "../diagnostic.ts";
import { type At, either, error, every, quoted, warning } from "../make.ts";

/** A field of a theme, and what is there: `field` is its path, "roles.body.size". */
export interface ThemeField {
  readonly theme: string;
  readonly field: string;
  readonly value: unknown;
}

const EXAMPLE = "themes/boardroom.json shows what a theme looks like.";

const nameOf = (theme: string): string => `Theme ${quoted(theme)}`;

const written = (value: unknown): string =>
  Array.isArray(value)
    ? "a list"
    : value !== null && typeof value === "object"
      ? "an object"
      : typeof value === "string"
        ? quoted(value)
        : String(value);

/** JSON types by the names that zod has for them. */
const TYPES: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  object: "an object",
};

const invalid = ({ theme, field, value }: ThemeField, expected: string, hint: string): Diagnostic =>
  error(
    "theme/invalid-value",
    {},
    `${nameOf(theme)} has ${written(value)}${field === "" ? "" : ` at ${field}`}, where ${expected} belongs.`,
    { hint },
  );

export const themeExists = (file: string): Diagnostic =>
  error("theme/exists", {}, `${file} exists already.`, {
    hint: "Give the theme another name, or replace it with --force, which keeps a backup.",
  });

/** `made` is the accent that the theme got in place of the one that was asked for. */
export const themeAccent = (asked: string, made: string, dark: boolean): string =>
  `${asked} cannot be read on ${dark ? "dark" : "white"} paper, so the accent is ${made}.`;

export const themeWritten = (file: string, name: string): string =>
  `${file} is written. Name it in a bundle beside it: "theme": "./${name}"`;

export const themeFileMissing = (file: string): Diagnostic =>
  error("theme/missing", {}, `The theme ${quoted(file)} does not exist.`, {
    hint: "A path on the command line is relative to the folder that you are in.",
  });

export const themeNotJson = (theme: string, problem: string): Diagnostic =>
  error("theme/not-json", {}, `${nameOf(theme)} is not valid JSON: ${problem.replace(/\.$/, "")}.`, {
    hint: `Correct the file. ${EXAMPLE}`,
  });

/** A typeface of which only the name is known; `like` is the one by whose letters it is measured. */
export const fontGuessed = (at: At, font: string, like: string, known: readonly string[]): Diagnostic =>
  warning(
    "theme/font-guessed",
    at,
    `Foredeck does not know how wide the letters of ${quoted(font)} are. It breaks lines by those of ${quoted(like)}, with a reserve.`,
    {
      why: "Where the font is wider than guessed, a text may take a line more than its box has.",
      hint: `Look the slides through in PowerPoint, or use ${either(known.map((name) => quoted(name)))}.`,
    },
  );

export const themeLacks = ({ theme, field }: ThemeField): Diagnostic =>
  error("theme/missing-field", {}, `${nameOf(theme)} has no ${field}.`, {
    hint: "A theme needs every field of themes/boardroom.json: copy this one from there, then change it.",
  });

export const themeUnknownFields = ({ theme, field }: ThemeField, names: readonly string[]): Diagnostic =>
  error(
    "theme/unknown-field",
    {},
    `${nameOf(theme)} has ${names.length === 1 ? "a field" : "fields"}${field === "" ? "" : ` at ${field}`} that no theme has: ${every(names)}.`,
    { hint: `Correct the spelling, or remove ${names.length === 1 ? "it" : "them"}. ${EXAMPLE}` },
  );

export const themeInvalidColour = (at: ThemeField): Diagnostic =>
  invalid(at, "a colour", 'Write six hexadecimal digits in capitals, without #: "1B4F8F".');

export const themeInvalidChoice = (at: ThemeField, known: readonly string[]): Diagnostic =>
  invalid(at, "one of a few words", `Write ${either(known.map((name) => quoted(name)))}.`);

export const themeOutOfRange = (at: ThemeField, limit: "least" | "most", bound: number): Diagnostic =>
  invalid(at, `a number of at ${limit} ${bound}`, "Correct the number.");

export const themeEmptyText = (at: ThemeField): Diagnostic =>
  invalid(at, "text", "Write at least one character.");

export const themeLongText = (at: ThemeField, most: number): Diagnostic =>
  invalid(at, `text of at most ${most} characters`, "Shorten it.");

export const themeInvalidType = (at: ThemeField, expected: string): Diagnostic =>
  invalid(at, TYPES[expected] ?? "another value", EXAMPLE);
