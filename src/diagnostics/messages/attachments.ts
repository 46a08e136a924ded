import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, quoted, thousands } from "../make.ts";

/** CSV files and pictures that a bundle names: how they are reached, and what is wrong in a CSV file. */

export type Attachment = "CSV file" | "picture";

/** Formats that are taken for text or tables, by the name under which people know them. */
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

export const csvEncoding = (at: At): Diagnostic =>
  error(
    "csv/encoding",
    at,
    "The encoding of the CSV file is not clear: it is not UTF-8, nor does it read well as Windows-1252.",
    {
      hint: "Save it as UTF-8. In Excel: Save as, CSV UTF-8 (comma delimited).",
    },
  );

export const csvNul = (at: At, file: string): Diagnostic =>
  error("csv/format", at, `${quoted(file)} holds NUL characters, which no CSV file does.`, {
    hint: "It is damaged, or another kind of file. Export the table again, as CSV in UTF-8.",
  });

/** `kind` is what the file is by its first bytes. */
export const csvOtherFormat = (at: At, file: string, kind: FileKind): Diagnostic =>
  error("csv/format", at, `${quoted(file)} is ${FILE_KINDS[kind]}, not a CSV file.`, {
    hint:
      kind === "workbook" || kind === "old-office"
        ? "Open it in the program that wrote it and save the sheet as CSV UTF-8."
        : "The content counts, not the name. Export the table as CSV in UTF-8.",
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

export const csvTooManyRows = (at: At, limit: number, what: "metric" | "chart"): Diagnostic =>
  error(
    "csv/too-many-rows",
    at,
    `The CSV file has more than ${thousands(limit)} rows, the most that make a ${what}.`,
    {
      hint: "Sum the rows up by month or quarter first, or keep those that the deck shows.",
    },
  );

export const csvTooManyColumns = (at: At, found: number, limit: number): Diagnostic =>
  error(
    "csv/too-many-columns",
    at,
    `The header of the CSV file has ${thousands(found)} columns; at most ${thousands(limit)} are read.`,
    {
      hint: "Keep the columns that the deck shows. Is the file turned on its side, or a line break missing?",
    },
  );

/** The first of several findings of one kind, for all of them. */
export const andMore = (first: Diagnostic, more: number, of: "cell" | "row"): Diagnostic => ({
  ...first,
  what: `${first.what} So it is with ${
    of === "cell" ? `${count(more, "more cell")} of this column` : count(more, "more row")
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
    hint: `Each label stands once for each name in column ${quoted(column)}; sum the rows up, or name them apart.`,
  });

/** `field` is the one that names several series; `kinds` are the kinds of chart that draw them. */
export const csvOneSeries = (
  at: At,
  field: "values" | "series",
  kind: string,
  kinds: readonly string[],
): Diagnostic =>
  error(
    "bundle/unknown-field",
    at,
    `The data of this chart name ${quoted(field)}, which a chart of kind ${quoted(kind)} does not draw: it has no series.`,
    {
      hint: `${
        field === "values"
          ? 'Name the one column to draw: "value" in place of "values".'
          : 'Leave "series" out and give the file one row per label.'
      } Or choose another kind (${either(kinds, 16)}).`,
    },
  );

export const csvKind = (at: At, cell: string, column: string): Diagnostic =>
  error("csv/cell", at, `${quoted(cell)} in column ${quoted(column)} is not a kind of value.`, {
    hint: "actual, plan, forecast or estimate; empty for the kind of the metric.",
  });

/** Ways in which a cell is no number that can be read. */
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
    "Write digits alone, without a unit or currency, for example 1234.5. Leave the cell empty, or write n/a, where the number is missing.",
  ],
  dash: [
    "may mean zero or a missing number",
    "Write 0 for zero, and leave the cell empty where the number is missing.",
  ],
  formula: [
    "is what a spreadsheet writes for a formula that failed",
    "Mend the formula, or leave the cell empty where the number is missing.",
  ],
  marks: [
    "writes its decimals or thousands differently from other cells of the column",
    "Write the whole column in one way, for example 1234.5.",
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
    "is in percent, but what it is for is not",
    'Set "unit": "%" where the bundle names the file, or take the percent signs away.',
  ],
  "some-percent": [
    "has a percent sign, but other cells of the column have none",
    "Write the whole column in one way: 12 % is 12, and 0.12 is not.",
  ],
};

export const csvNumber = (at: At, cell: string, column: string, fault: NumberFault): Diagnostic => {
  const [what, hint] = NUMBER_FAULTS[fault];
  return error("csv/cell", at, `${quoted(cell)} in column ${quoted(column)} ${what}.`, { hint });
};

/** `point` and `comma` are what the cell means with that decimal mark. */
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
    `${quoted(cell)} in column ${quoted(column)} can be read as ${point} or as ${comma}.`,
    {
      why: "Nothing else in the numbers of the file says whether it writes decimal points or decimal commas.",
      hint: `Set the decimal mark beside "csv": "decimal": "." for ${point}, "decimal": "," for ${comma}.`,
    },
  );

export type PeriodFault = "form" | "serial" | "zone";

const PERIOD_HINTS: Readonly<Record<PeriodFault, string>> = {
  form: "A year 2026, half-year 2026-H1, quarter 2026-Q3, month 2026-10, week 2026-W41 or day 2026-10-05; years have four digits.",
  serial:
    "It looks like a spreadsheet's number of a day: give the column a date format, and save the file again.",
  zone: "A time with a zone lies on different days in different places: write the day alone, such as 2026-10-05.",
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

/** `dmy` and `mdy` are the days that the cell means in either order. */
export const csvAmbiguousDate = (
  at: At,
  cell: string,
  column: string,
  dmy: string,
  mdy: string,
): Diagnostic =>
  error("csv/ambiguous-date", at, `${quoted(cell)} in column ${quoted(column)} can be ${dmy} or ${mdy}.`, {
    why: "No cell of the column says whether the day or the month comes first.",
    hint: `Set the order beside "csv": "dates": "dmy" for ${dmy}, "dates": "mdy" for ${mdy}.`,
  });
