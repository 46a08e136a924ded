import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { WHOLE } from "../../ooxml/spreadsheet/reference.ts";
import { rowsOfCsv } from "../csv/open.ts";
import { type DecimalMark, decimalShown } from "../table/numbers.ts";
import { openBook, packageProblem } from "../workbook/file.ts";
import { type Block, withoutTotals } from "./block.ts";
import { blocksOf } from "./sheet.ts";
import { type Asked, type SurveyedTable, surveyTable } from "./table.ts";

export type { BlockSource } from "./block.ts";
export type { Asked, NumberLine, SurveyedTable, WordColumn } from "./table.ts";

/** Rows of a sheet or a file that are looked at: those of a report, not of a database. */
const MOST_ROWS = 5_000;

export interface Survey {
  /** The decimal mark of a CSV file, where numbers of one column show how those of another are meant. */
  readonly decimal?: DecimalMark;
  readonly tables: readonly SurveyedTable[];
  /** Reasons why something was not read. */
  readonly problems: readonly Diagnostic[];
  /** The day the workbook was saved last, as year-month-day. */
  readonly saved?: string;
}

/** Looks for tables in a CSV file or workbook; `name` is the file as a bundle names it. */
export async function surveyFile(
  bytes: Uint8Array,
  name: string,
  form: messages.TableForm,
  asked: Asked,
): Promise<Survey> {
  return form === "csv" ? surveyCsv(bytes, name, asked) : surveyWorkbook(bytes, name, asked);
}

function surveyCsv(bytes: Uint8Array, name: string, asked: Asked): Survey {
  const read = rowsOfCsv(bytes, name, MOST_ROWS);
  if ("problem" in read) return { tables: [], problems: [read.problem] };
  const [head = [], ...rest] = read.rows;
  const place = { file: name, line: 1, column: 1 };
  const used = head.filter(({ text }) => text !== "").length;
  const wider = rest.some((row) => row.filter(({ text }) => text !== "").length > used);
  if (used < 2 && wider) return { tables: [], problems: [messages.surveyTitleAbove({ place })] };
  const rows = rest
    .filter((row) => row.some(({ text }) => text !== ""))
    .map((row) => head.map((_, n) => row[n] ?? { text: "", place: row[0]?.place ?? place }));
  if (rows.length === 0) return { tables: [], problems: [messages.tableEmpty({ place })] };
  const { total } = withoutTotals(rows);
  if (total !== undefined)
    return { tables: [], problems: [messages.surveyTotal({ place: total.place }, total.text)] };
  const block: Block = {
    ...{ source: { csv: name }, form: "csv", commas: read.commas, rows },
    headings: head.map(({ text }) => text.trim()),
    currencies: [],
  };
  const table = surveyTable(block, asked);
  const numeric = table.numbers.map(({ name }) => block.headings.indexOf(name));
  const decimal = asked.decimal ?? decimalShown(numeric.map((n) => rows.map((row) => row[n])));
  return { tables: [table], problems: [], ...(decimal === undefined ? {} : { decimal }) };
}

async function surveyWorkbook(bytes: Uint8Array, name: string, asked: Asked): Promise<Survey> {
  const at = { place: { file: name, line: 1, column: 1 } };
  const opened = await openBook(bytes, name, at);
  if ("problem" in opened) return { tables: [], problems: [opened.problem] };
  const { book } = opened;
  const problems: Diagnostic[] = [];
  const blocks: Block[] = [];
  try {
    const tables = await book.tables();
    for (const sheet of book.sheets) {
      if (sheet.part === undefined) continue;
      if (sheet.hidden) {
        problems.push(messages.surveyHiddenSheet(at, sheet.name));
        continue;
      }
      const part = await book.read(sheet, WHOLE, MOST_ROWS);
      if (part.tooMany) problems.push(messages.surveyTooLong(at, sheet.name, MOST_ROWS));
      else blocks.push(...blocksOf(opened, name, sheet, part, tables));
    }
  } catch (cause) {
    return { tables: [], problems: [packageProblem(cause, name, at)] };
  }
  return {
    ...{ tables: blocks.map((block) => surveyTable(block, asked)), problems },
    ...(book.saved === undefined ? {} : { saved: book.saved }),
  };
}
