import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, quoted, thousands } from "../make.ts";

/** Tables of CSV files and workbooks: what is wrong with their columns, rows and cells. */

/** The format of a table, by the field of the bundle that names its file; codes of findings begin with it. */
export type TableForm = "csv" | "xlsx";

/** A column of a table, or a row where the table lies on its side, by its name. */
export interface TableLine {
  readonly name: string;
  readonly is: "column" | "row";
}

/** A column by its name. */
export const column = (name: string): TableLine => ({ name, is: "column" });

/** The row of periods has no name where the bundle gives it none. */
export const lineText = ({ name, is }: TableLine): string =>
  name === "" ? `the ${is} of periods` : `${is} ${quoted(name)}`;

const TABLES: Readonly<Record<TableForm, string>> = {
  csv: "CSV file has",
  xlsx: "cells of the workbook have",
};

export const tableEmpty = (at: At, form: TableForm = "csv"): Diagnostic =>
  error(`${form}/empty`, at, `The ${TABLES[form]} no rows below its header.`, {
    hint: "The first row names the columns; every other row is one period, or one category of a chart.",
  });

export const tableTooManyRows = (
  at: At,
  limit: number,
  what: "metric" | "chart" | "cost or benefit",
  form: TableForm = "csv",
): Diagnostic =>
  error(
    `${form}/too-many-rows`,
    at,
    `The ${TABLES[form]} more than ${thousands(limit)} rows, the limit for one ${what}.`,
    {
      hint:
        form === "csv"
          ? "Add the rows up by month or quarter first, or keep only those that the deck shows."
          : "Add the rows up by month or quarter first, or name a range with only those that the deck shows.",
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
export const andMore = (
  first: Diagnostic,
  more: number,
  of: "cell" | "row",
  line: TableLine["is"] = "column",
): Diagnostic => ({
  ...first,
  what: `${first.what} The same is true of ${
    of === "cell" ? `${count(more, "more cell")} in this ${line}` : count(more, "more row")
  }.`,
});

export const tableNoColumn = (
  at: At,
  line: TableLine,
  file: string,
  near: string | undefined,
  known: readonly string[],
  form: TableForm = "csv",
): Diagnostic =>
  error(`${form}/no-${line.is}`, at, `${file} has no ${lineText(line)}.`, {
    hint:
      near === undefined
        ? `It has ${either(known.map((one) => quoted(one)))}.`
        : `Did you mean ${quoted(near)}?`,
  });

export const tableRepeatedColumn = (at: At, { name, is }: TableLine, form: TableForm = "csv"): Diagnostic =>
  error(`${form}/repeated-${is}`, at, `Two ${is}s are called ${quoted(name)}.`, {
    hint: "Rename one of them.",
  });

export const tableRepeatedCell = (
  at: At,
  label: string,
  series: string,
  column: string,
  form: TableForm = "csv",
): Diagnostic =>
  error(`${form}/repeated-cell`, at, `${quoted(label)} has a second value for ${quoted(series)}.`, {
    hint: `Each label may occur once for each name in column ${quoted(column)}: add the rows up, or give them different labels.`,
  });

/** `field` names several series; `kinds` are the chart kinds that can draw them. */
export const tableOneSeries = (
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

export const tableKind = (at: At, cell: string, line: TableLine, form: TableForm = "csv"): Diagnostic =>
  error(`${form}/cell`, at, `${quoted(cell)} in ${lineText(line)} is not a kind of value.`, {
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
  | "some-percent"
  | "text-number"
  | "date"
  | "time"
  | "boolean";

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
    "writes its decimals or thousands differently from other cells beside it",
    "Write all of them in the same way, for example 1234.5.",
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
    "has a percent sign, but other cells beside it have none",
    "Write all of them in the same way: 12 % is read as 12, not as 0.12.",
  ],
  "text-number": [
    "is text that looks like a number, which Excel leaves out of its sums",
    "In Excel, select the cells and choose Convert to Number at the warning sign, or Data, Text to Columns, Finish; then save the workbook.",
  ],
  date: [
    "is a date, not a number",
    "Name another column, or give the cells a number format if they hold numbers.",
  ],
  time: [
    "is a time of day or a duration, which may be meant in hours, minutes or days",
    "Write it as a number in the unit of the metric or chart: hours are the cell times 24.",
  ],
  boolean: [
    "is true or false, not a number",
    "Write 1 or 0, or leave the cell empty where the number is missing.",
  ],
};

/** Hints that are others where the file is a workbook. */
const OF_WORKBOOKS: Partial<Readonly<Record<NumberFault, string>>> = {
  percent: 'Set "unit": "%" where the bundle names the workbook: what Excel shows as 41% is read as 41.',
  "some-percent": "Give all of them the same number format: what Excel shows as 41% is read as 41.",
};

export const tableNumber = (
  at: At,
  cell: string,
  line: TableLine,
  fault: NumberFault,
  form: TableForm = "csv",
): Diagnostic => {
  const [what, usual] = NUMBER_FAULTS[fault];
  const hint = (form === "xlsx" ? OF_WORKBOOKS[fault] : undefined) ?? usual;
  return error(`${form}/cell`, at, `${quoted(cell)} in ${lineText(line)} ${what}.`, { hint });
};

/** `point` and `comma` are the two values of the cell, one for each decimal mark. */
export const csvAmbiguousNumber = (
  at: At,
  cell: string,
  line: TableLine,
  point: number,
  comma: number,
): Diagnostic =>
  error("csv/ambiguous-number", at, `${quoted(cell)} in ${lineText(line)} can mean ${point} or ${comma}.`, {
    why: "No other number that is read with it shows whether the file uses decimal points or decimal commas.",
    hint: `Set the decimal mark beside "csv": "decimal": "." for ${point}, "decimal": "," for ${comma}.`,
  });

export type PeriodFault = "form" | "serial" | "zone";

const PERIOD_HINTS: Readonly<Record<PeriodFault, string>> = {
  form: "Write a year 2026, half-year 2026-H1, quarter 2026-Q3, month 2026-10, week 2026-W41 or day 2026-10-05, with a four-digit year.",
  serial:
    "It looks like a spreadsheet's serial number for a date: give the cells a date format and save the file again.",
  zone: "A time with a zone falls on different days in different places: write only the day, such as 2026-10-05.",
};

export const tablePeriod = (
  at: At,
  cell: string,
  line: TableLine,
  fault: PeriodFault,
  near: string | undefined,
  form: TableForm = "csv",
): Diagnostic =>
  error(
    `${form}/cell`,
    at,
    `${cell === "" ? "An empty cell" : quoted(cell)} in ${lineText(line)} is not a period.`,
    { hint: `${near === undefined ? "" : `Did you mean ${quoted(near)}? `}${PERIOD_HINTS[fault]}` },
  );

/** `dmy` and `mdy` are the two dates that the cell can mean. */
export const tableAmbiguousDate = (
  at: At,
  cell: string,
  line: TableLine,
  dmy: string,
  mdy: string,
  form: TableForm = "csv",
): Diagnostic =>
  error(`${form}/ambiguous-date`, at, `${quoted(cell)} in ${lineText(line)} can mean ${dmy} or ${mdy}.`, {
    why: "No cell beside it shows whether the day or the month comes first.",
    hint: `Set the order beside "${form}": "dates": "dmy" for ${dmy}, "dates": "mdy" for ${mdy}.`,
  });

/** A table on its side of which no row holds periods. */
export const tableNoPeriods = (at: At, file: string, form: TableForm = "csv"): Diagnostic =>
  error(`${form}/no-row`, at, `${file} has no row of periods.`, {
    hint: 'Beside "across", one row has to hold a year, quarter, month or day above each number. Name it with "period" if its cells are written in a form of their own.',
  });

/** A table that stands upright, for which the bundle names no column of periods. */
export const tablePeriodUnnamed = (at: At, known: string): Diagnostic =>
  error("bundle/missing-field", at, `"period" is missing: which column of ${known} holds the periods?`, {
    hint: 'Name the column, or write "across": true if the periods stand side by side in one row.',
  });

/** `expected` is the period that belongs at this place; `cell` is the period that stands there. */
export const streamPeriod = (at: At, cell: string, expected: string, form: TableForm): Diagnostic =>
  error(`${form}/cell`, at, `${quoted(cell)} stands where the investment has ${expected}.`, {
    why: 'The amounts of a cost or benefit begin with "start" of the investment and leave out no period.',
    hint: 'Correct "start" or "period" of the investment, or give the file a row or column for every period, with 0 where nothing is paid.',
  });

/** A cost or benefit without an amount in one of its periods. */
export const streamMissing = (at: At, line: TableLine, period: string, form: TableForm): Diagnostic =>
  error(`${form}/cell`, at, `The ${lineText(line)} has no amount for ${period}.`, {
    hint: "Write 0 where nothing is paid: a present value cannot be computed with a missing amount.",
  });
