import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, quoted, thousands } from "../make.ts";

/** CSV files, pictures and themes that a bundle names: how they are reached, and what is wrong in a CSV file. */

export type Attachment = "CSV file" | "picture" | "theme" | "logo";

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
        ? "Open it in the program that wrote it and save the sheet as CSV UTF-8."
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

export const csvEmpty = (at: At): Diagnostic =>
  error("csv/empty", at, "The CSV file has no rows below its header.", {
    hint: "The first row names the columns; every other row is one period, or one category of a chart.",
  });

export const csvTooManyRows = (at: At, limit: number, what: "metric" | "chart"): Diagnostic =>
  error(
    "csv/too-many-rows",
    at,
    `The CSV file has more than ${thousands(limit)} rows, the limit for one ${what}.`,
    {
      hint: "Add the rows up by month or quarter first, or keep only those that the deck shows.",
    },
  );

export const csvTooManyColumns = (at: At, found: number, limit: number): Diagnostic =>
  error(
    "csv/too-many-columns",
    at,
    `The header of the CSV file has ${thousands(found)} columns; the limit is ${thousands(limit)}.`,
    {
      hint: "Keep only the columns that the deck shows. Check that rows and columns are not swapped, and that no line break is missing.",
    },
  );

/** One finding in place of several of the same kind: the first, with the number of the others. */
export const andMore = (first: Diagnostic, more: number, of: "cell" | "row"): Diagnostic => ({
  ...first,
  what: `${first.what} The same is true of ${
    of === "cell" ? `${count(more, "more cell")} in this column` : count(more, "more row")
  }.`,
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
    hint: `Each label may occur once for each name in column ${quoted(column)}: add the rows up, or give them different labels.`,
  });

/** `field` names several series; `kinds` are the chart kinds that can draw them. */
export const csvOneSeries = (
  at: At,
  field: "values" | "series",
  kind: string,
  kinds: readonly string[],
): Diagnostic =>
  error(
    "bundle/unknown-field",
    at,
    `The data of this chart have ${quoted(field)}, but a chart of kind ${quoted(kind)} draws only one series.`,
    {
      hint: `${
        field === "values"
          ? 'Name the one column to draw: write "value" in place of "values".'
          : 'Remove "series" and give the file one row per label.'
      } Or choose a kind with several series (${either(kinds, 16)}).`,
    },
  );

export const csvKind = (at: At, cell: string, column: string): Diagnostic =>
  error("csv/cell", at, `${quoted(cell)} in column ${quoted(column)} is not a kind of value.`, {
    hint: "Write actual, plan, forecast or estimate, or leave the cell empty to use the kind of the metric.",
  });

/** Reasons why a cell cannot be read as a number. */
export type NumberFault =
  | "number"
  | "dash"
  | "formula"
  | "marks"
  | "point"
  | "comma"
  | "percent"
  | "some-percent";

const NUMBER_FAULTS: Readonly<Record<NumberFault, readonly [what: string, hint: string]>> = {
  number: [
    "is not a number",
    "Write digits only, without a unit or currency, for example 1234.5. Where the number is missing, leave the cell empty or write n/a.",
  ],
  dash: [
    "may mean zero or a missing number",
    "Write 0 for zero; leave the cell empty where the number is missing.",
  ],
  formula: [
    "is the error that a spreadsheet writes when a formula fails",
    "Correct the formula, or leave the cell empty where the number is missing.",
  ],
  marks: [
    "writes its decimals or thousands differently from other cells of the column",
    "Write all cells of the column in the same way, for example 1234.5.",
  ],
  point: [
    "is not a number with a decimal point",
    'Set "decimal": "," beside "csv" if the file writes decimal commas.',
  ],
  comma: [
    "is not a number with a decimal comma",
    'Set "decimal": "." beside "csv" if the file writes decimal points.',
  ],
  percent: [
    "is a percentage, but its metric or chart has another unit",
    'Set "unit": "%" where the bundle names the file, or remove the percent signs.',
  ],
  "some-percent": [
    "has a percent sign, but other cells of the column have none",
    "Write all cells of the column in the same way: 12 % is read as 12, not as 0.12.",
  ],
};

export const csvNumber = (at: At, cell: string, column: string, fault: NumberFault): Diagnostic => {
  const [what, hint] = NUMBER_FAULTS[fault];
  return error("csv/cell", at, `${quoted(cell)} in column ${quoted(column)} ${what}.`, { hint });
};

/** `point` and `comma` are the two values of the cell, one for each decimal mark. */
export const csvAmbiguousNumber = (
  at: At,
  cell: string,
  column: string,
  point: number,
  comma: number,
): Diagnostic =>
  error(
    "csv/ambiguous-number",
    at,
    `${quoted(cell)} in column ${quoted(column)} can mean ${point} or ${comma}.`,
    {
      why: "No other number in the file shows whether it uses decimal points or decimal commas.",
      hint: `Set the decimal mark beside "csv": "decimal": "." for ${point}, "decimal": "," for ${comma}.`,
    },
  );

export type PeriodFault = "form" | "serial" | "zone";

const PERIOD_HINTS: Readonly<Record<PeriodFault, string>> = {
  form: "Write a year 2026, half-year 2026-H1, quarter 2026-Q3, month 2026-10, week 2026-W41 or day 2026-10-05, with a four-digit year.",
  serial:
    "It looks like a spreadsheet's serial number for a date: give the column a date format and save the file again.",
  zone: "A time with a zone falls on different days in different places: write only the day, such as 2026-10-05.",
};

export const csvPeriod = (
  at: At,
  cell: string,
  column: string,
  fault: PeriodFault,
  near: string | undefined,
): Diagnostic =>
  error(
    "csv/cell",
    at,
    `${cell === "" ? "An empty cell" : quoted(cell)} in column ${quoted(column)} is not a period.`,
    { hint: `${near === undefined ? "" : `Did you mean ${quoted(near)}? `}${PERIOD_HINTS[fault]}` },
  );

/** `dmy` and `mdy` are the two dates that the cell can mean. */
export const csvAmbiguousDate = (
  at: At,
  cell: string,
  column: string,
  dmy: string,
  mdy: string,
): Diagnostic =>
  error("csv/ambiguous-date", at, `${quoted(cell)} in column ${quoted(column)} can mean ${dmy} or ${mdy}.`, {
    why: "No cell in the column shows whether the day or the month comes first.",
    hint: `Set the order beside "csv": "dates": "dmy" for ${dmy}, "dates": "mdy" for ${mdy}.`,
  });
