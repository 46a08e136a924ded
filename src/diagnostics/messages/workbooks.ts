import type { Diagnostic } from "../diagnostic.ts";
import { type At, count, either, error, every, quoted, thereAre, warning } from "../make.ts";
import { FILE_KINDS, type FileKind } from "./attachments.ts";
import { lineText, type TableLine } from "./tables.ts";

/** Excel workbooks: which of their cells are meant, and what is wrong with those. */

/** Files that people give in place of an Excel workbook. */
export type NoWorkbook =
  | FileKind
  | "encrypted"
  | "xls"
  | "xlsb"
  | "ods"
  | "numbers"
  | "xml-2003"
  | "text"
  | "empty";

const OTHER_KINDS: Readonly<Record<Exclude<NoWorkbook, FileKind>, string>> = {
  encrypted: "protected with a password",
  xls: "a workbook in the format of Excel 97–2003 (.xls)",
  xlsb: "a binary workbook (.xlsb)",
  ods: "an OpenDocument spreadsheet (.ods)",
  numbers: "a spreadsheet of Apple Numbers",
  "xml-2003": "an XML spreadsheet of Excel 2003",
  text: "text, not an Excel workbook",
  empty: "empty",
};

const SAVE_AS = "Open it and save it as Excel Workbook (.xlsx).";

const KIND_HINTS: Partial<Readonly<Record<NoWorkbook, string>>> = {
  encrypted:
    "Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password: leave it empty), and save it.",
  xls: "Open it in Excel and save it as Excel Workbook (.xlsx).",
  xlsb: "Open it in Excel and save it as Excel Workbook (.xlsx).",
  ods: "Open it in LibreOffice and save it as Excel 2007–365 (.xlsx).",
  numbers: "In Numbers, choose File, Export To, Excel.",
  "xml-2003": SAVE_AS,
  "old-office": SAVE_AS,
  "web-page":
    "A web page that a program has called a workbook: open it in Excel and save it as Excel Workbook (.xlsx).",
  text: 'The content decides, not the file name. If it is a CSV file, write "csv" in place of "xlsx".',
  empty: "It has no bytes. Save it again, or wait until it has been copied or synchronised.",
};

export const noWorkbook = (at: At, file: string, kind: NoWorkbook): Diagnostic => {
  const what = kind in OTHER_KINDS ? OTHER_KINDS[kind as keyof typeof OTHER_KINDS] : undefined;
  return error(
    "xlsx/format",
    at,
    `${quoted(file)} is ${what ?? `${FILE_KINDS[kind as FileKind]}, not an Excel workbook`}.`,
    {
      hint:
        KIND_HINTS[kind] ??
        "The content decides, not the file name. Save the table as Excel Workbook (.xlsx).",
    },
  );
};

export const workbookDamaged = (at: At, file: string): Diagnostic =>
  error("xlsx/damaged", at, `The workbook ${quoted(file)} is damaged, or not written as Excel writes it.`, {
    hint: "Open it in Excel, let Excel repair it if it offers to, and save it.",
  });

export const workbookTooLarge = (at: At, file: string): Diagnostic =>
  error("xlsx/too-large", at, `The workbook ${quoted(file)} unpacks to more than is read.`, {
    hint: "Copy the cells that the deck shows into a workbook of their own.",
  });

/** `unsafe` is what no program that writes workbooks puts into one: declarations of entities, paths out of the archive. */
export const workbookUnsafe = (at: At, file: string): Diagnostic =>
  error("xlsx/unsafe", at, `The workbook ${quoted(file)} holds parts that no workbook may have.`, {
    why: "Declarations of entities and paths out of the archive are how files attack the programs that read them.",
    hint: "Find out where it comes from. If you trust it, open it in Excel and save it as a new workbook.",
  });

/** Parts of a workbook that a bundle can name. */
export type WorkbookPart = "table" | "name" | "sheet";

/** `here` is the part that has this name; `known` are the names of the parts that were asked for. */
export const workbookNoPart = (
  at: At,
  file: string,
  part: WorkbookPart,
  asked: string,
  here: WorkbookPart | "range" | undefined,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error(`xlsx/no-${part}`, at, `${file} has no ${PART_WORDS[part]} ${quoted(asked)}.`, {
    hint:
      here !== undefined
        ? `It is ${here === "range" ? "a range" : `a ${PART_WORDS[here]}`}: write "${here}" in place of "${part}".`
        : near !== undefined
          ? `Did you mean ${quoted(near)}?`
          : known.length === 0
            ? `It has no ${PART_WORDS[part]}${part === "table" ? ": in Excel, select the cells and choose Insert, Table" : ""}. "range" names cells such as 'Sheet 1'!B3:E6.`
            : thereAre(known),
  });

const PART_WORDS: Readonly<Record<WorkbookPart, string>> = {
  table: "table",
  name: "defined name",
  sheet: "sheet",
};

export const workbookTwoParts = (at: At, first: string, second: string): Diagnostic =>
  error("xlsx/cells", at, `The cells are named twice: by ${quoted(first)} and by ${quoted(second)}.`, {
    hint: 'Write one of "table", "name" and "range"; "sheet" may stand beside a name or a range.',
  });

/** `field` is what names cells without a sheet; undefined where nothing names any. */
export const workbookWhichSheet = (
  at: At,
  file: string,
  field: "name" | "range" | undefined,
  sheets: readonly string[],
  tables: readonly string[],
): Diagnostic =>
  error(
    "xlsx/cells",
    at,
    `${file} has ${sheets.length} sheets, and the bundle does not say which one is meant.`,
    {
      hint:
        field === undefined && tables.length > 0
          ? `Name a table ("table": ${either(tables.map((one) => quoted(one)))}) or a sheet ("sheet": ${either(sheets.map((one) => quoted(one)))}).`
          : `Write "sheet" beside it: ${either(sheets.map((one) => quoted(one)))}.`,
    },
  );

export const workbookBadRange = (at: At, range: string, outside: boolean): Diagnostic =>
  error("xlsx/cells", at, `${quoted(range)} is not a range of cells.`, {
    hint: outside
      ? 'Name the other workbook in "xlsx": a range lies in the workbook that is read.'
      : "Write it as Excel does: 'Visits 2026'!B3:E6 with the sheet, B3:E6 without, B:E for whole columns.",
  });

export const workbookSheetElsewhere = (at: At, part: string, sheet: string, asked: string): Diagnostic =>
  error("xlsx/cells", at, `${part} is on the sheet ${quoted(sheet)}, not on ${quoted(asked)}.`, {
    hint: 'Leave out "sheet", or name the sheet that is meant in both places.',
  });

export const workbookChartSheet = (at: At, file: string, sheet: string): Diagnostic =>
  error("xlsx/no-cells", at, `The sheet ${quoted(sheet)} of ${file} holds a chart and no cells.`, {
    hint: "Name the sheet with the numbers that the chart is drawn from.",
  });

/** Reasons why a defined name leads to no cells. */
export type NameFault = "broken" | "outside" | "several" | "formula" | "constant";

const NAME_FAULTS: Readonly<Record<NameFault, readonly [what: string, hint: string]>> = {
  broken: [
    "refers to cells that were deleted",
    "Correct it in Excel (Formulas, Name Manager), and save the workbook.",
  ],
  outside: ["refers to another workbook", 'Name that workbook in "xlsx", or copy its cells into this one.'],
  several: ["refers to several areas", "Define a name for one area, with the headings in its first row."],
  formula: [
    "is computed by a formula, which only Excel can work out",
    'Make the cells a table (Insert, Table), which grows by itself, and name it with "table".',
  ],
  constant: ["is a constant, not cells", "Name the cells that hold the values, with their headings."],
};

export const workbookName = (at: At, name: string, refersTo: string, fault: NameFault): Diagnostic => {
  const [what, hint] = NAME_FAULTS[fault];
  return error("xlsx/name", at, `The name ${quoted(name)} ${what} (${quoted(refersTo)}).`, { hint });
};

/** `above` are the cells that begin one row higher, where the headings stand. */
export const workbookHeadingAbove = (at: At, column: string, cells: string, above: string): Diagnostic =>
  error("xlsx/no-column", at, `${cells} has no column ${quoted(column)} in its first row.`, {
    hint: `The headings stand in the row above: "range": ${quoted(above)}.`,
  });

/** `known` is what the row holds that was taken for that of the headings. */
export const workbookNoHeadings = (
  at: At,
  line: TableLine,
  cells: string,
  known: readonly string[],
): Diagnostic =>
  error(`xlsx/no-${line.is}`, at, `${cells} has no ${lineText(line)}.`, {
    hint: `The first ${line.is === "column" ? "row" : "column"} of the cells has to hold the headings; ${known.length === 0 ? "it is empty" : `it holds ${either(known.map((one) => quoted(one)))}`}.`,
  });

export const workbookEmpty = (at: At, cells: string): Diagnostic =>
  error("xlsx/empty", at, `${cells} is empty.`, {
    hint: "Name the cells that hold the table, with its headings.",
  });

export const workbookMergedHeading = (at: At, heading: string, cells: string): Diagnostic =>
  error(
    "xlsx/merged-heading",
    at,
    `${heading === "" ? "A heading" : `The heading ${quoted(heading)}`} is merged over ${cells}.`,
    {
      why: "The columns and rows below merged cells have no heading of their own, so which one is meant would be a guess.",
      hint: "Unmerge it and give each column its heading in one row, or begin the range in the row with the headings of single columns.",
    },
  );

export const workbookMergedCells = (at: At, cells: string, line: TableLine): Diagnostic =>
  error("xlsx/merged-cells", at, `The cells ${cells} in ${lineText(line)} are merged.`, {
    why: "Only the first of merged cells holds a value; whether it counts for all of them is nowhere written.",
    hint: "Unmerge them and write the value in each cell.",
  });

/** Causes of the errors that cells show (ECMA-376 Part 1, 18.17.3). */
const ERROR_HINTS: Readonly<Record<string, string>> = {
  "#REF!": "The formula refers to cells that were deleted.",
  "#DIV/0!": "The formula divides by zero or by an empty cell.",
  "#N/A": "The formula found no value; where none is meant to be, write =NA() or leave the cell empty.",
  "#NAME?": "The formula has a name or a function that Excel does not know.",
  "#VALUE!": "The formula computes with something that is no number.",
  "#NUM!": "The formula gives no number that can be shown.",
  "#NULL!": "The formula refers to an intersection that is empty.",
  "#SPILL!": "The results of the formula have no room.",
  "#CALC!": "The formula cannot be computed by this version of Excel.",
};

export const workbookError = (at: At, text: string, line: TableLine): Diagnostic =>
  error("xlsx/cell", at, `${quoted(text)} in ${lineText(line)} is the error of a formula that failed.`, {
    hint: `${ERROR_HINTS[text] ?? ""} Correct it in Excel and save the workbook.`.trim(),
  });

/** `formula` is the formula, or "" where it is shared with another cell. */
export const workbookUncomputed = (at: At, line: TableLine, formula: string): Diagnostic =>
  error(
    "xlsx/uncomputed",
    at,
    `The formula ${formula === "" ? "" : `${quoted(`=${formula}`)} `}in ${lineText(line)} has no stored result.`,
    {
      why: "The program that wrote the workbook did not compute its formulas, and Foredeck computes none.",
      hint: "Open the workbook in Excel and save it: Excel then stores the results.",
    },
  );

export const workbookStale = (at: At, cells: number): Diagnostic =>
  warning(
    "xlsx/stale",
    at,
    `${count(cells, "value is", "values are")} the result of formulas that the workbook asks Excel to compute again.`,
    {
      why: "The program that wrote the workbook may not have computed them.",
      hint: "Open the workbook in Excel and save it.",
    },
  );

export const workbookLinked = (at: At, cells: number, files: readonly string[]): Diagnostic =>
  warning(
    "xlsx/linked",
    at,
    `${count(cells, "value comes", "values come")} from another workbook${files.length === 0 ? "" : ` (${every(files)})`}, as stored when this one was saved.`,
    {
      why: "If the other workbook has changed since, these are old numbers.",
      hint: "Open the workbook in Excel, update its links (Data, Edit Links), and save it.",
    },
  );

export const workbookBadDate = (at: At, text: string, line: TableLine): Diagnostic =>
  error("xlsx/cell", at, `${text} in ${lineText(line)} has the format of a date, but there is no such day.`, {
    hint: "Excel counts 29 February 1900, which never was, and shows days before 1900 as ####. Correct the date.",
  });

/** Code and capital word of a hidden row or column. */
const HIDDEN = { row: ["xlsx/hidden-rows", "Row"], column: ["xlsx/hidden-column", "Column"] } as const;

/** Hidden rows or columns that hold periods or categories; `which` says them as people write them: "7–9, 12" or "D–F". */
export const workbookHiddenLines = (at: At, is: TableLine["is"], which: string, n: number): Diagnostic => {
  const [code, word] = HIDDEN[is];
  // Only rows can be filtered.
  const hidden = is === "row" ? "hidden or filtered out" : "hidden in the workbook";
  const what = n === 1 ? `${word} ${which} is ${hidden}, and is` : `${word}s ${which} are ${hidden}, and are`;
  return warning(code, at, `${what} read all the same.`, {
    why: "Whoever looks at the workbook sees other numbers than the deck shows.",
    hint: 'Write "hidden": "read" beside "xlsx" if they count, "hidden": "skip" if they do not.',
  });
};

/** A hidden column, or a hidden row of a table on its side, that the bundle asks for by its heading. */
export const workbookHiddenLine = (at: At, { name, is }: TableLine, which: string): Diagnostic => {
  const [code, word] = HIDDEN[is];
  return warning(
    code,
    at,
    `${word} ${which}, ${quoted(name)}, is hidden in the workbook, and is read all the same.`,
    {
      why: "Whoever looks at the workbook does not see where the numbers come from.",
      hint: 'Show it (Unhide), or write "hidden": "read" beside "xlsx" if it is meant.',
    },
  );
};

export const workbookNotARange = (at: At, asked: string, here: WorkbookPart): Diagnostic =>
  error("xlsx/cells", at, `${quoted(asked)} is a ${PART_WORDS[here]}, not a range of cells.`, {
    hint: `Write "${here}" in place of "range".`,
  });
