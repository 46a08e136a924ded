import type { Diagnostic } from "../diagnostic.ts";
import { type At, either, error, quoted } from "../make.ts";

/** CSV files and pictures that a bundle names. */

export type Attachment = "CSV file" | "picture";

export const attachmentMissing = (at: At, kind: Attachment, file: string): Diagnostic =>
  error("files/missing", at, `The ${kind} ${quoted(file)} does not exist.`, {
    hint: "Paths are relative to the bundle's folder; capitals count.",
  });

export const attachmentOutside = (at: At, kind: Attachment, file: string): Diagnostic =>
  error("files/outside", at, `The ${kind} ${quoted(file)} lies outside the bundle's folder.`, {
    why: "A bundle reads nothing but its own folder, also through links, so that it can be passed on safely.",
    hint: "Copy the file into the bundle's folder and name it relative to the bundle.",
  });

export const attachmentRemote = (at: At, kind: Attachment, file: string): Diagnostic =>
  error("files/remote", at, `The ${kind} ${quoted(file)} is on the network.`, {
    why: "Nothing is fetched: the same bundle gives the same deck tomorrow and offline.",
    hint: "Download it into the bundle's folder and name it relative to the bundle.",
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
        ? "You have no right to read it."
        : reason === "folder"
          ? "It is a folder, not a file."
          : "Open it elsewhere to see whether it is whole.",
  });

export const attachmentTooLarge = (at: At, kind: Attachment, file: string, limit: number): Diagnostic =>
  error(
    "files/too-large",
    at,
    `The ${kind} ${quoted(file)} is larger than ${Math.round(limit / 1_048_576)} MB.`,
    {
      hint:
        kind === "picture"
          ? "Scale it down: 2,000 pixels across fill a slide."
          : "Keep the rows that the deck shows.",
    },
  );

export const csvNotUtf8 = (at: At): Diagnostic =>
  error("csv/encoding", at, "The CSV file is not UTF-8.", {
    hint: "In Excel: Save as, CSV UTF-8 (comma delimited).",
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
      ? "A quotation mark stands where none may be, or is not closed."
      : reason === "columns"
        ? `This row has ${found} cells; the header has ${expected}.`
        : "This row cannot be read as CSV.",
    {
      hint:
        reason === "quote"
          ? 'A cell that holds quotation marks stands in quotation marks, with each one doubled: "say ""hello""".'
          : reason === "columns"
            ? 'A cell that holds a comma stands in quotation marks: "1,840".'
            : undefined,
    },
  );

export const csvEmpty = (at: At): Diagnostic =>
  error("csv/empty", at, "The CSV file has no rows below its header.", {
    hint: "The first row names the columns, every further row is one period, or one category of a chart.",
  });

export const csvTooManyRows = (
  at: At,
  found: number,
  limit: number,
  what: "metric" | "chart" = "metric",
): Diagnostic =>
  error("csv/too-many-rows", at, `The CSV file has ${found} rows; at most ${limit} make a ${what}.`, {
    hint: "Sum the rows up by month or quarter first.",
  });

export const csvNoColumn = (
  at: At,
  column: string,
  file: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("csv/no-column", at, `${file} has no column ${quoted(column)}.`, {
    hint:
      near === undefined
        ? `It has ${either(known.map((one) => quoted(one)))}.`
        : `Did you mean ${quoted(near)}?`,
  });

export const csvRepeatedColumn = (at: At, column: string): Diagnostic =>
  error("csv/repeated-column", at, `Two columns are called ${quoted(column)}.`, {
    hint: "Rename one of them.",
  });

export const csvRepeatedCell = (at: At, label: string, series: string, column: string): Diagnostic =>
  error("csv/repeated-cell", at, `${quoted(label)} has a second value for ${quoted(series)}.`, {
    hint: `Each label stands once for each name in column ${quoted(column)}; sum the rows up, or name them apart.`,
  });

const CELL_HINTS = {
  number:
    "Numbers stand as 1234.5: a point for decimals, no thousands separator, no unit. Leave the cell empty where the number is missing.",
  period: "A year 2026, half-year 2026-H1, quarter 2026-Q3, month 2026-10, week 2026-W41 or day 2026-10-05.",
  kind: "actual, plan, forecast or estimate; empty for the kind of the metric.",
} as const;
const CELL_NAMES = { number: "a number", period: "a period", kind: "a kind of value" } as const;

export const csvCell = (
  at: At,
  cell: string,
  column: string,
  expected: keyof typeof CELL_HINTS,
): Diagnostic =>
  error(
    "csv/cell",
    at,
    `${cell === "" ? "An empty cell" : quoted(cell)} in column ${quoted(column)} is not ${CELL_NAMES[expected]}.`,
    {
      hint: CELL_HINTS[expected],
    },
  );

export const notAPicture = (at: At, file: string, looksLike: string | undefined): Diagnostic =>
  error(
    "picture/format",
    at,
    `${quoted(file)} is ${looksLike === undefined ? "neither a PNG nor a JPEG" : `${looksLike}, not a PNG or JPEG`}.`,
    {
      hint: "The content counts, not the name. Save it as PNG (drawings, screens) or JPEG (photos).",
    },
  );

export const pictureBroken = (at: At, file: string): Diagnostic =>
  error("picture/broken", at, `${quoted(file)} is cut off or damaged.`, { hint: "Export it again." });

export const pictureTooManyPixels = (
  at: At,
  file: string,
  width: number,
  height: number,
  limit: number,
): Diagnostic =>
  error(
    "picture/pixels",
    at,
    `${quoted(file)} is ${width} × ${height} pixels; at most ${limit} on either side can be placed.`,
    {
      hint: "Scale it down: 2,000 pixels across fill a slide.",
    },
  );
