import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted } from "../make.ts";
import { FILE_KINDS, type FileKind } from "./attachments.ts";

/** Messages about the text of the bundle as JSON, before its meaning is checked. */

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;

export const bundleTooLarge = (at: At, bytes: number, limit: number): Diagnostic =>
  error("json/too-large", at, `The bundle is ${megabytes(bytes)} large; the limit is ${megabytes(limit)}.`, {
    hint: "A bundle is an argument, not a data store: move long series into CSV files beside it.",
  });

export const bundleEmpty = (at: At): Diagnostic =>
  error("json/empty", at, "The file is empty.", {
    hint: 'Start with { "title": "…", "why": { "statement": "…" }, "goals": […], "metrics": […], "quotes": […] }.',
  });

export const notUtf8 = (at: At): Diagnostic =>
  error("json/encoding", at, "The file is not UTF-8: this byte is not valid here.", {
    hint: "Save it again as UTF-8. In most editors: Save with Encoding, UTF-8.",
  });

export const utf16 = (at: At): Diagnostic =>
  error("json/encoding", at, "The file is UTF-16; bundles are UTF-8.", {
    hint: 'Save it again as UTF-8. Windows Notepad calls UTF-16 "Unicode"; PowerShell\'s > writes it, so use Out-File -Encoding utf8.',
  });

/** `kind` is the format that the first bytes of the file show. */
export const notText = (at: At, kind: FileKind): Diagnostic =>
  error("json/format", at, `The file is ${FILE_KINDS[kind]}; a bundle is JSON text.`, {
    hint:
      kind === "presentation"
        ? "Name the bundle that the deck was built from."
        : "Name the .json file of the bundle. Put tables beside it as CSV files, and pictures as PNG, JPEG or SVG.",
  });

export const tooDeep = (at: At, limit: number): Diagnostic =>
  error("json/too-deep", at, `Objects and arrays are nested more than ${limit} deep here.`, {
    hint: "No part of a bundle needs more than nine levels. A bracket is probably missing or repeated.",
  });

export const tooManyValues = (at: At): Diagnostic =>
  error("json/too-large", at, "The bundle has more values than a deck can show; reading stopped here.", {
    hint: "A bundle is an argument, not a data store: move long series into CSV files beside it.",
  });

export const notAnObject = (at: At, found: string): Diagnostic =>
  error("json/not-an-object", at, `A bundle is one object in { }, but this is ${found}.`);

/** `word` is the text at that place. */
export const unknownWord = (at: At, word: string): Diagnostic =>
  error("json/syntax", at, `${quoted(word, 30)} is not valid JSON here.`, {
    hint: /^[-+]?(nan|infinity)$/i.test(word)
      ? "JSON has only finite numbers. Write null where a number is missing."
      : /^'/.test(word)
        ? 'Put text into double quotation marks: "like this".'
        : /^(undefined|none|nil)$/i.test(word)
          ? "Write null where a value is missing, or leave the field out."
          : /^(true|false|null)$/i.test(word)
            ? `Write it in lower case: ${word.toLowerCase()}.`
            : /^[“”„«»]/.test(word)
              ? 'A word processor has put typographic quotation marks here. Use straight ones: ".'
              : 'Put text into double quotation marks: "like this". Perhaps the opening one is missing.',
  });

const SYNTAX: Readonly<Record<string, readonly [what: string, hint?: string]>> = {
  InvalidNumberFormat: [
    "This is not a number.",
    "Write numbers as 1234.5, without spaces, thousands commas or units.",
  ],
  PropertyNameExpected: [
    "The name of a field is expected here.",
    'A field is written as "name": value, with the name in double quotation marks.',
  ],
  ValueExpected: [
    "A value is missing here.",
    'After "name": comes text, a number, true, false, null, [ or {.',
  ],
  ColonExpected: ["A colon is missing here.", 'A field is written as "name": value.'],
  CommaExpected: ["A comma is missing before this.", "Fields and items are separated by commas."],
  CloseBraceExpected: ["The object is not closed: a } is missing.", "The file may have been cut off."],
  CloseBracketExpected: ["The array is not closed: a ] is missing.", "The file may have been cut off."],
  EndOfFileExpected: [
    "Something follows after the end of the bundle.",
    "Usually there is one } too many above.",
  ],
  InvalidCommentToken: ["This is not a comment.", "Comments are // to the end of the line, or /* … */."],
  UnexpectedEndOfComment: ["The comment is not closed: */ is missing."],
  UnexpectedEndOfString: [
    "The text is not closed on its line.",
    'The closing quotation mark is missing, or the text itself contains one: write \\" for it.',
  ],
  UnexpectedEndOfNumber: ["The number stops in the middle.", "Write digits after a point, a sign or an e."],
  InvalidUnicode: [
    "This \\u escape is not a character.",
    "Write \\u and four hexadecimal digits (0 to 9, a to f).",
  ],
  InvalidEscapeCharacter: [
    "This escape does not exist in JSON.",
    'Only \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX exist; write \\\\ for a backslash.',
  ],
};

/** `name` is the parser's name for the error. */
export function syntaxError(at: At, name: string): Diagnostic {
  const [what, hint] = SYNTAX[name] ?? ["This is not JSON."];
  return error("json/syntax", at, what, { hint });
}

export const duplicateKey = (at: At, key: string, firstLine: number): Diagnostic =>
  error(
    "json/duplicate-field",
    at,
    `The field ${quoted(key)} occurs twice; the first is on line ${firstLine}.`,
    {
      hint: "Remove one of them: Foredeck does not guess which one is meant.",
    },
  );

export const forbiddenKey = (at: At, key: string): Diagnostic =>
  error("json/forbidden-field", at, `A field must not be called ${quoted(key)}.`, {
    why: "The name has a special meaning in JavaScript, so it is refused everywhere.",
  });

export const numberOutOfRange = (at: At, text: string): Diagnostic =>
  error(
    "json/number-range",
    at,
    `${text.slice(0, 40)} is out of range: numbers must be from -1e15 to 1e15.`,
    {
      hint: "Check the number of zeros. Write null where the number is missing.",
    },
  );

const CODE_NAMES: Readonly<Record<number, string>> = {
  0: "a null character",
  9: "a tab",
  10: "a line break",
  13: "a line break",
  27: "an escape character",
  127: "a delete character",
};

/** Reasons why a character is not allowed in a text. */
export type CharacterFault = "control" | "half" | "noncharacter" | "tag" | "direction";

const CHARACTER_FAULTS: Readonly<
  Record<Exclude<CharacterFault, "control" | "half">, readonly [what: string, why: string, hint: string]>
> = {
  noncharacter: [
    "a code that is not a character",
    "No program can show it, and some refuse to open the file.",
    "Delete it.",
  ],
  tag: [
    "an invisible tag character",
    "Nobody sees it, but anyone who copies the text copies hidden words with it.",
    "Delete it; tag characters belong only in flags of regions.",
  ],
  direction: [
    "a mark that changes the reading direction, and no mark that ends it",
    "The text that follows could appear backwards, or look different from what it says.",
    "Delete it, or end it within the same text: U+202C after an embedding or override, U+2069 after an isolate.",
  ],
};

const codePoint = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

/** `code` is the character's number. */
export function badCharacter(at: At, code: number, fault: CharacterFault): Diagnostic {
  if (fault === "half") return loneSurrogate(at, code);
  if (fault === "control") return controlCharacter(at, code);
  const [what, why, hint] = CHARACTER_FAULTS[fault];
  return error(`json/${fault}`, at, `The text contains ${what} (${codePoint(code)}).`, { why, hint });
}

/** `code` is the character's number. */
export const controlCharacter = (at: At, code: number): Diagnostic =>
  error(
    "json/control-character",
    at,
    `The text contains ${CODE_NAMES[code] ?? "a control character"} (U+${code.toString(16).toUpperCase().padStart(4, "0")}).`,
    {
      why: "PowerPoint cannot store it, or would break the line there.",
      hint:
        code === 9 || code === 10 || code === 13
          ? "Write a space instead; Foredeck breaks lines to fit the slide."
          : "Delete it.",
    },
  );

export const loneSurrogate = (at: At, code: number): Diagnostic =>
  error(
    "json/lone-surrogate",
    at,
    `The text contains half a character (U+${code.toString(16).toUpperCase()}).`,
    {
      why: "A character such as an emoji was cut in two, and a file cannot store one half.",
      hint: "Type the character again, or delete it.",
    },
  );
