import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted } from "../make.ts";

/** CSV files, workbooks, pictures and themes that a bundle names: how they are reached, and what is no CSV file. */

export type Attachment = "CSV file" | "workbook" | "picture" | "theme" | "logo";

/** Formats that people mistake for text or tables, each by its common name. */
export const FILE_KINDS = {
  workbook: "a spreadsheet (.xlsx or .ods)",
  presentation: "a presentation (.pptx or .odp)",
  document: "a text document (.docx or .odt)",
  zip: "a ZIP archive",
  "old-office": "an Office file that is encrypted, or in the format of PowerPoint, Excel or Word 97–2003",
  pdf: "a PDF",
  png: "a PNG picture",
  jpeg: "a JPEG picture",
  gzip: "a gzip archive",
  "7z": "a 7-Zip archive",
  rar: "a RAR archive",
  parquet: "a Parquet file",
  sqlite: "an SQLite database",
  "web-page": "a web page",
} as const;
export type FileKind = keyof typeof FILE_KINDS;

export const attachmentMissing = (at: At, kind: Attachment, file: string): Diagnostic =>
  error("files/missing", at, `The ${kind} ${quoted(file)} does not exist.`, {
    hint: "Paths are relative to the bundle's folder, and upper and lower case differ.",
  });

export const attachmentOutside = (at: At, kind: Attachment, file: string): Diagnostic =>
  error("files/outside", at, `The ${kind} ${quoted(file)} is outside the bundle's folder.`, {
    why: "A bundle reads only its own folder, and follows no links out of it, so that it can be shared safely.",
    hint: "Copy the file into the bundle's folder and write its path relative to the bundle.",
  });

export const attachmentRemote = (at: At, kind: Attachment, file: string): Diagnostic =>
  error("files/remote", at, `The ${kind} ${quoted(file)} is on the network.`, {
    why: "Foredeck downloads nothing, so that the same bundle gives the same deck tomorrow and offline.",
    hint: "Download it into the bundle's folder and write its path relative to the bundle.",
  });

export const attachmentUnreadable = (
  at: At,
  kind: Attachment,
  file: string,
  reason: "rights" | "folder" | "other",
): Diagnostic =>
  error("files/unreadable", at, `The ${kind} ${quoted(file)} cannot be read.`, {
    hint:
      reason === "rights"
        ? "You do not have permission to read it."
        : reason === "folder"
          ? "It is a folder, not a file."
          : "Open it in another program to see whether it is damaged.",
  });

export const attachmentTooLarge = (at: At, kind: Attachment, file: string, limit: number): Diagnostic =>
  error(
    "files/too-large",
    at,
    `The ${kind} ${quoted(file)} is larger than ${Math.round(limit / 1_048_576)} MB.`,
    {
      hint:
        kind === "picture" || kind === "logo"
          ? "Scale it down: a width of 2,000 pixels fills a slide."
          : kind === "theme"
            ? "A theme has a few kilobytes, so this file is probably another one."
            : "Keep only the rows that the deck shows.",
    },
  );

export const csvEncoding = (at: At): Diagnostic =>
  error(
    "csv/encoding",
    at,
    "The encoding of the CSV file is unknown: it is neither UTF-8 nor plausible Windows-1252.",
    {
      hint: "Save it as UTF-8. In Excel: Save As, CSV UTF-8 (Comma delimited).",
    },
  );

export const csvNul = (at: At, file: string): Diagnostic =>
  error("csv/format", at, `${quoted(file)} contains NUL characters, which a CSV file never does.`, {
    hint: "The file is damaged or of another kind. Export the table again, as CSV in UTF-8.",
  });

/** `kind` is the format that the first bytes of the file show. */
export const csvOtherFormat = (at: At, file: string, kind: FileKind): Diagnostic =>
  error("csv/format", at, `${quoted(file)} is ${FILE_KINDS[kind]}, not a CSV file.`, {
    hint:
      kind === "workbook" || kind === "old-office"
        ? 'Write "xlsx" in place of "csv" for an Excel workbook (.xlsx or .xlsm). Save others as one, or the sheet as CSV UTF-8.'
        : "The content decides, not the file name. Export the table as CSV in UTF-8.",
  });

export const csvBroken = (
  at: At,
  reason: "quote" | "columns" | "other",
  found?: number,
  expected?: number,
): Diagnostic =>
  error(
    "csv/syntax",
    at,
    reason === "quote"
      ? "A quotation mark is out of place or has no partner."
      : reason === "columns"
        ? `This row has ${found} cells; the header has ${expected}.`
        : "This row cannot be read as CSV.",
    {
      hint:
        reason === "quote"
          ? 'Put a cell that contains quotation marks into quotation marks, and double each one inside: "say ""hello""".'
          : reason === "columns"
            ? 'Put a cell that contains a comma into quotation marks: "1,840".'
            : undefined,
    },
  );
