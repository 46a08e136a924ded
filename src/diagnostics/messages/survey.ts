import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, error, every, quoted, thousands, warning } from "../make.ts";
import { shellWord } from "../shell.ts";
import { cells, printable } from "../terminal.ts";
import { PLACEHOLDER } from "./starter.ts";

/** Findings and sentences about tables that `foredeck init --from` reads to make a bundle of them. */

export const surveyTitleAbove = (at: At): Diagnostic =>
  error("csv/title-above", at, "The first row of the CSV file does not name its columns.", {
    why: "The first row of a CSV file is its header; a title above it hides it.",
    hint: "Delete the lines above the row that names the columns.",
  });

export const surveyTotal = (at: At, cell: string): Diagnostic =>
  error("csv/total-row", at, `The row ${quoted(cell)} sums up the others.`, {
    why: "Drawn as a period or a bar of its own, it would dwarf the others, and sums would count everything twice.",
    hint: "Delete the row; Foredeck computes totals where a chart shows them.",
  });

export const surveyHiddenSheet = (at: At, sheet: string): Diagnostic =>
  warning("xlsx/hidden-sheet", at, `The sheet ${quoted(sheet)} is hidden and was passed over.`, {
    hint: "To use it, unhide it in Excel: right-click a tab, Unhide.",
  });

export const surveyTooLong = (at: At, sheet: string, limit: number): Diagnostic =>
  error(
    "xlsx/too-many-rows",
    at,
    `The sheet ${quoted(sheet)} has more than ${thousands(limit)} rows and was passed over.`,
    {
      why: "A deck shows periods and categories, not records.",
      hint: "Sum the rows up by period or category, for example with Insert, PivotTable, and save the result as a sheet of its own.",
    },
  );

/** Rows that a chart could show only once somebody has summed them up. */
export const surveyRecords = (at: At, category: string, form: "csv" | "xlsx"): Diagnostic =>
  error(`${form}/records`, at, `Several rows of the table have the same ${quoted(category)}.`, {
    why: "A chart has one value for each category, or one for each category and series.",
    hint: "Sum the rows up, for example with Insert, PivotTable, and save the result as a table of its own.",
  });

export const surveyManyBars = (
  at: At,
  category: string,
  found: number,
  limit: number,
  form: "csv" | "xlsx",
): Diagnostic =>
  error(
    `${form}/many-categories`,
    at,
    `The column ${quoted(category)} has ${thousands(found)} categories; a bar chart shows ${limit} at most.`,
    {
      hint: "Keep the largest ones, and sum the rest up as Other.",
    },
  );

export const surveyNoNumbers = (at: At, form: "csv" | "xlsx"): Diagnostic =>
  error(`${form}/no-numbers`, at, "The table has no column of numbers.", {
    hint: "A metric or chart needs a column in which most cells are numbers, beside one of periods or of names.",
  });

export const surveyNoLabels = (at: At, form: "csv" | "xlsx"): Diagnostic =>
  error(`${form}/no-labels`, at, "The table has no column of periods or of names beside its numbers.", {
    hint: "Add a column that says what each row is: a month such as 2026-04, or a name.",
  });

export const surveyNothing = (at: At, form: "csv" | "xlsx"): Diagnostic =>
  error(`${form}/no-table`, at, "No table was found in the file.", {
    why: "A table begins with a row that names its columns, and has a column of numbers.",
    hint: "Name the columns in the row above the data, without empty or merged cells.",
  });

/** A file that cannot be named from the bundle's folder. */
export const initFromOutside = (data: string, file: string, beside: string): Diagnostic =>
  error("cli/init", {}, `${quoted(data, 200)} lies outside the folder of ${quoted(file, 200)}.`, {
    why: "The bundle reads the file anew whenever it is built, and may read no file outside its folder.",
    hint: `Copy the file into that folder, or write the bundle beside it: foredeck init ${shellWord(beside)} --from ${shellWord(data)}`,
  });

export const initFromForm = (data: string): Diagnostic =>
  error("cli/init", {}, `${quoted(data, 200)} is no file that tables are read from.`, {
    hint: "Save the table as an Excel workbook (.xlsx) or as CSV.",
  });

export const initFromMissing = (data: string, near: string | undefined): Diagnostic =>
  error("cli/init", {}, `The file ${quoted(data, 200)} does not exist.`, {
    ...(near === undefined ? {} : { hint: `Did you mean ${quoted(near, 200)}?` }),
  });

/** The same finding, with the option that settles it in place of the field of a bundle. */
export const initReading = (found: Diagnostic): Diagnostic => ({
  ...found,
  hint: found.code.endsWith("/ambiguous-date")
    ? "Run the same command with --dates dmy or --dates mdy."
    : "Run the same command with --decimal . or --decimal ,",
});

/** Number of parts proposed from the file: "3 metrics, 2 charts". */
export const initFound = (data: string, metrics: number, charts: number): string =>
  `${printable(data)}: ${count(metrics, "metric")} and ${count(charts, "chart")} proposed, with values read from the file whenever the deck is built`;

export const initRanged =
  'Some of them are read from a range of cells, since other things stand beside it; rows that are added below it are not read. Make it a table in Excel (Ctrl+T), name it by "table", and it grows.';

export const initLeftOut = (names: readonly string[]): string =>
  `Left out, to keep the deck short: ${every(names)}. Add a metric that names the column to have it.`;

/** A place to fill in: its line, its field, and what belongs there. */
export interface ToFill {
  readonly line: number;
  readonly field: string;
  readonly what: string;
}

/** The list of what is to be filled in, one place a line. */
export function initToFill(file: string, places: readonly ToFill[]): string {
  const at = places.map(({ line, field }) => [`${printable(file)}:${line}`, field] as const);
  const widths = [0, 1].map((n) => Math.max(...at.map((each) => cells(each[n] ?? ""))));
  const lines = places.map(({ what }, n) => {
    const [place = "", field = ""] = at[n] ?? [];
    const pad = (text: string, width = 0): string => text + " ".repeat(width - cells(text));
    return `  ${pad(place, widths[0])}  ${pad(field, widths[1])}  ${printable(what)}`;
  });
  return ["", "To fill in:", ...lines, ""].join("\n");
}

/** Placeholders of what was proposed from a file. */
export const PROPOSED = {
  message: (name: string): string => `${PLACEHOLDER}what ${name} shows, as a full sentence`,
  because: (id: string): string =>
    `${PLACEHOLDER}{{${id}.first}} became {{${id}.latest}}, and why that matters.`,
  becauseOfChart: `${PLACEHOLDER}what the chart shows, and why that matters.`,
  contribution: `${PLACEHOLDER}what this brings to the goal, with a figure`,
  amount: "how much money is asked for, a number; it is the cost of options[0] as well",
  better: `higher or lower: which direction is good`,
  unit: `${PLACEHOLDER}what is counted`,
  asBetter: `// "better": "higher", or "lower": say which direction is good`,
  asUnit: "// %, EUR, days, or any word such as visits",
  fractions: `// the file has fractions such as 0.27: for a unit of %, show them as percentages in the workbook`,
} as const;

/** The thing that a placeholder asks for, without the word that marks it. */
export const asked = (placeholder: string): string =>
  placeholder.replace(/^Replace(?: this)?(?: with|:)\s*/, "").replace(/^.*: replace this with /, "");
