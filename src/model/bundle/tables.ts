import { z } from "zod";
import { Scale } from "./common.ts";

/** Tables of files beside the bundle that stand in for values and data: which file, which part of it, which columns. */

const CSV = {
  csv: z.string().min(1).describe("Path of the CSV file, relative to the bundle and inside its folder."),
};

const Part = z.string().min(1).max(255);

const WORKBOOK = {
  xlsx: z
    .string()
    .min(1)
    .describe("Path of the Excel workbook (.xlsx or .xlsm), relative to the bundle and inside its folder."),
  table: Part.optional().describe("Name of the table (Insert, Table), on whichever sheet it is."),
  name: Part.optional().describe("Name that is defined for the cells (Formulas, Name Manager)."),
  range: Part.optional().describe(
    "The cells, the headings of the columns among them: 'Visits 2026'!B3:E6, or B3:E6 beside sheet.",
  ),
  sheet: Part.optional().describe(
    "Name of the sheet: all of it, or that of range or name. May be left out where the workbook has one.",
  ),
  hidden: z
    .enum(["read", "skip"])
    .optional()
    .describe(
      "Whether hidden and filtered rows are read; when left out, they are, and a warning says which ones they are.",
    ),
};

const decimal = z
  .enum([".", ","])
  .optional()
  .describe(
    "The decimal mark of the file's numbers; only needed where 12.900 could be 12.9 or twelve thousand nine hundred.",
  );

const dates = z
  .enum(["dmy", "mdy"])
  .optional()
  .describe(
    "The order of day, month and year in the file's dates; only needed where 03/04/2026 could be in March or in April.",
  );

const inScale = Scale.optional().describe(
  "The scale of the file's numbers: with thousand, a cell of 412 is read as 412,000. Percentages stay as they are.",
);

const ACROSS = {
  across: z
    .literal(true)
    .optional()
    .describe(
      "The periods stand side by side, as in most budgets: each of the names is that of a row, in the cell it begins with.",
    ),
  period: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Name of the column with the period; beside across, name of that row, which is found where this is left out.",
    ),
};

const OF_METRICS = {
  ...ACROSS,
  value: z.string().min(1).describe("Name of the column with the value."),
  kind: z.string().min(1).optional().describe("Name of the column with actual, plan, forecast or estimate."),
  low: z.string().min(1).optional().describe("Name of the column with the low end of the range."),
  high: z.string().min(1).optional().describe("Name of the column with the high end of the range."),
  in: inScale,
};

const MetricCsv = z
  .strictObject({ ...CSV, ...OF_METRICS, decimal, dates })
  .describe("Values read from a CSV file in the bundle's folder.");
const MetricWorkbook = z
  .strictObject({
    ...WORKBOOK,
    ...OF_METRICS,
    dates: dates.describe(
      "The order of day, month and year in dates that the workbook holds as text; only needed where 03/04/2026 could be in March or in April.",
    ),
  })
  .describe("Values read from an Excel workbook in the bundle's folder, by the names of its columns.");

/** A table that stands in for the values of a metric. */
export const MetricTable = z.union([MetricCsv, MetricWorkbook]);
export type MetricTable = z.infer<typeof MetricTable>;
export type MetricCsv = z.infer<typeof MetricCsv>;

const OF_STREAMS = {
  ...ACROSS,
  value: z.string().min(1).describe("Name of the column with the amounts."),
  in: inScale,
};

const StreamCsv = z
  .strictObject({ ...CSV, ...OF_STREAMS, decimal, dates })
  .describe("Amounts read from a CSV file in the bundle's folder.");
const StreamWorkbook = z
  .strictObject({ ...WORKBOOK, ...OF_STREAMS, dates: MetricWorkbook.shape.dates })
  .describe("Amounts read from an Excel workbook in the bundle's folder, by the names of its columns.");

/** A table that stands in for the amounts of a cost or benefit. */
export const StreamTable = z.union([StreamCsv, StreamWorkbook]);
export type StreamTable = z.infer<typeof StreamTable>;

const Column = z.string().min(1).max(200);

const OF_CHARTS = {
  label: Column.describe("Name of the column with the categories, or the names of the points."),
  value: Column.optional().describe("Name of the column with the value."),
  values: z
    .array(Column)
    .min(1)
    .max(12)
    .optional()
    .describe("Wide form: names of the columns with the values, one per series."),
  series: Column.optional().describe(
    "Long form: name of the column with the series to which the value of a row belongs.",
  ),
  kind: Column.optional().describe("Name of the column with actual, plan, forecast or estimate."),
  low: Column.optional().describe("Name of the column with the low end of the range."),
  high: Column.optional().describe("Name of the column with the high end of the range."),
  target: Column.optional().describe("Name of the column with the target of each category."),
  base: Column.optional().describe("Name of the column with the total that the shares are shares of."),
  x: Column.optional().describe("Name of the column with the horizontal value."),
  y: Column.optional().describe("Name of the column with the vertical value."),
  size: Column.optional().describe("Name of the column with the size."),
  group: Column.optional().describe("Name of the column with the group."),
  in: inScale.describe(
    "The scale of the file's values, ranges, targets and totals: with thousand, a cell of 412 is read as 412,000. Percentages, x, y and size stay as they are.",
  ),
};

const ChartCsv = z
  .strictObject({ ...CSV, ...OF_CHARTS, decimal })
  .describe("Data read from a CSV file in the bundle's folder, one row per category.");
const ChartWorkbook = z
  .strictObject({ ...WORKBOOK, ...OF_CHARTS })
  .describe("Data read from an Excel workbook in the bundle's folder, one row per category.");

/** A table that stands in for the data of a chart. */
export const ChartTable = z.union([ChartCsv, ChartWorkbook]);
export type ChartTable = z.infer<typeof ChartTable>;
export type ChartCsv = z.infer<typeof ChartCsv>;

/** A workbook, and which of its cells are meant. */
export type WorkbookCells = Pick<
  z.infer<typeof MetricWorkbook>,
  "xlsx" | "table" | "name" | "range" | "sheet" | "hidden"
>;
