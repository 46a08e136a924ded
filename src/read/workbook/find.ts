import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { At } from "../../diagnostics/make.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { WorkbookCells } from "../../model/bundle/tables.ts";
import type { BookTable, DefinedName, Sheet } from "../../ooxml/spreadsheet/book.ts";
import { type Area, areaName, parseReference, placeName, WHOLE } from "../../ooxml/spreadsheet/reference.ts";
import type { OpenBook } from "./file.ts";

/** Cells that a bundle means. */
export interface FoundCells {
  readonly sheet: Sheet;
  readonly area: Area;
  /** True where the headings may stand below other rows: a whole sheet, or whole columns. */
  readonly open: boolean;
  /** Headings of a table, which Excel keeps apart from the cells. */
  readonly headings?: readonly string[];
  /** Rows of headings above the data: 0 for a table that hides them. */
  readonly headingRows: number;
  /** "kpi.xlsx:'Visits 2026'!B3:E6" */
  readonly label: string;
}

type Finding = FoundCells | { readonly problem: Diagnostic };

/** Finds the cells that the bundle names by table, name, range or sheet; `at(field)` is where it does. */
export async function findCells(
  opened: OpenBook,
  source: WorkbookCells,
  at: (field: string) => At,
): Promise<Finding> {
  const given = (["table", "name", "range"] as const).filter((field) => source[field] !== undefined);
  const [first, second] = given;
  if (first !== undefined && second !== undefined)
    return { problem: messages.workbookTwoParts(at(second), first, second) };
  const sheet = source.sheet === undefined ? undefined : findSheet(opened, source.sheet, at("sheet"));
  if (sheet !== undefined && "problem" in sheet) return sheet;
  if (source.table !== undefined) return findTable(opened, source.table, sheet, at);
  if (source.name !== undefined) return findName(opened, source.name, sheet, at);
  if (source.range !== undefined) return findRange(opened, source.range, sheet, at);
  if (sheet !== undefined) return cellsOf(opened, sheet, WHOLE, true, at("sheet"));
  const tables = (await opened.book.tables()).map(({ name }) => name);
  const only = onlySheet(opened, undefined, at("xlsx"), tables);
  return "problem" in only ? only : cellsOf(opened, only, WHOLE, true, at("xlsx"));
}

/** Excel tells names apart without regard to case. */
const same = (a: string, b: string): boolean => fold(a) === fold(b);
const fold = (name: string): string => name.normalize("NFC").trim().toLowerCase();

/** The one with exactly this name, else with this name in another case. */
const byName = <T extends { readonly name: string }>(list: readonly T[], name: string): T | undefined =>
  list.find((one) => one.name === name) ?? list.find((one) => same(one.name, name));

function findSheet(
  { book, file }: OpenBook,
  asked: string,
  at: At,
): Sheet | { readonly problem: Diagnostic } {
  const found = byName(book.sheets, asked);
  if (found !== undefined) return found;
  const names = book.sheets.map(({ name }) => name);
  const here = byName(book.names, asked) === undefined ? undefined : "name";
  return {
    problem: messages.workbookNoPart(at, file, "sheet", asked, here, nearest(asked, names), names),
  };
}

function onlySheet(
  { book, file }: OpenBook,
  field: "name" | "range" | undefined,
  at: At,
  tables: readonly string[] = [],
): Sheet | { readonly problem: Diagnostic } {
  const withCells = book.sheets.filter(({ part }) => part !== undefined);
  const seen = withCells.filter(({ hidden }) => !hidden);
  const [only] = seen.length === 1 ? seen : withCells;
  if (only !== undefined && (seen.length === 1 || withCells.length === 1)) return only;
  const names = (seen.length > 0 ? seen : withCells).map(({ name }) => name);
  return { problem: messages.workbookWhichSheet(at, file, field, names, tables) };
}

function cellsOf({ file }: OpenBook, sheet: Sheet, area: Area, open: boolean, at: At): Finding {
  if (sheet.part === undefined) return { problem: messages.workbookChartSheet(at, file, sheet.name) };
  return { sheet, area, open, headingRows: 1, label: `${file}:${placeName(sheet.name, areaName(area))}` };
}

async function findTable(
  opened: OpenBook,
  asked: string,
  sheet: Sheet | undefined,
  at: (field: string) => At,
): Promise<Finding> {
  const tables = await opened.book.tables();
  const table = byName(tables, asked);
  if (table === undefined) {
    const names = tables.map(({ name }) => name);
    const here = elsewhere(opened, asked, tables, "table");
    return {
      problem: messages.workbookNoPart(
        at("table"),
        opened.file,
        "table",
        asked,
        here,
        nearest(asked, names),
        names,
      ),
    };
  }
  if (sheet !== undefined && !same(sheet.name, table.sheet))
    return {
      problem: messages.workbookSheetElsewhere(
        at("sheet"),
        `The table ${table.name}`,
        table.sheet,
        sheet.name,
      ),
    };
  return cellsOfTable(opened, table, at("table"));
}

function cellsOfTable(opened: OpenBook, table: BookTable, at: At): Finding {
  const sheet = opened.book.sheets.find(({ name }) => name === table.sheet);
  if (sheet === undefined) return { problem: messages.workbookDamaged(at, opened.file) };
  const { area, headings, headingRows, totalRows } = table;
  const found = cellsOf(opened, sheet, { ...area, bottom: area.bottom - totalRows }, false, at);
  return "problem" in found ? found : { ...found, headings, headingRows };
}

/** The part of a workbook that a word names, where the bundle takes it for another one. */
function elsewhere(
  { book }: OpenBook,
  word: string,
  tables: readonly BookTable[],
  taken: messages.WorkbookPart | "range",
): messages.WorkbookPart | "range" | undefined {
  if (taken !== "table" && byName(tables, word) !== undefined) return "table";
  if (taken !== "name" && byName(book.names, word) !== undefined) return "name";
  if (taken !== "sheet" && byName(book.sheets, word) !== undefined) return "sheet";
  return taken !== "range" && /[:!]/.test(word) && parseReference(word) !== undefined ? "range" : undefined;
}

async function findName(
  opened: OpenBook,
  asked: string,
  sheet: Sheet | undefined,
  at: (field: string) => At,
): Promise<Finding> {
  const { book, file } = opened;
  // Excel writes a name of one sheet as 'Visits 2026'!run_rate.
  const [, quoted, plain, word = asked] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(asked) ?? [];
  const own = quoted?.replaceAll("''", "'") ?? plain;
  const scope = own === undefined ? sheet : findSheet(opened, own, at("name"));
  if (scope !== undefined && "problem" in scope) return scope;
  const candidates = book.names.filter(({ name }) => same(name, word));
  const ofSheet = candidates.find((one) => one.sheet !== undefined && one.sheet === scope?.name);
  const ofBook = candidates.find((one) => one.sheet === undefined);
  const local = candidates.filter((one) => one.sheet !== undefined);
  if (ofSheet === undefined && ofBook === undefined && scope === undefined && local.length > 1) {
    const sheets = local.map((one) => one.sheet ?? "");
    return { problem: messages.workbookWhichSheet(at("name"), file, "name", sheets, []) };
  }
  const found = ofSheet ?? ofBook ?? (scope === undefined ? local[0] : undefined);
  const tables = await book.tables();
  if (found !== undefined) return resolveName(opened, found, tables, at("name"));
  const names = [...new Set(book.names.map(({ name }) => name).filter((name) => name !== "_FilterDatabase"))];
  const here = elsewhere(opened, asked, tables, "name");
  return {
    problem: messages.workbookNoPart(at("name"), file, "name", asked, here, nearest(word, names), names),
  };
}

function resolveName(
  opened: OpenBook,
  { name, sheet, refersTo }: DefinedName,
  tables: readonly BookTable[],
  at: At,
): Finding {
  const fail = (fault: messages.NameFault): Finding => ({
    problem: messages.workbookName(at, name, refersTo, fault),
  });
  const outsideQuotes = refersTo.replaceAll(/'(?:[^']|'')*'/g, (whole) => (whole.includes("[") ? "[" : "q"));
  if (/#REF!/i.test(refersTo)) return fail("broken");
  const reference = parseReference(refersTo);
  if (reference !== undefined) {
    const named = reference.sheet ?? sheet;
    const found = named === undefined ? onlySheet(opened, "name", at) : findSheet(opened, named, at);
    return "problem" in found ? found : cellsOf(opened, found, reference.area, reference.open, at);
  }
  const [, ofTable = ""] = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)(?:\[(?:#All|#Data)?\])?$/iu.exec(refersTo) ?? [];
  const table = byName(tables, ofTable);
  if (table !== undefined) return cellsOfTable(opened, table, at);
  if (/^"|^[-+]?[\d.]+(e[-+]?\d+)?%?$|^(true|false)$/i.test(refersTo)) return fail("constant");
  if (/\(/.test(outsideQuotes)) return fail("formula");
  if (/^\[|^'?\[|\[\d+\]!?/.test(outsideQuotes)) return fail("outside");
  return fail(outsideQuotes.includes(",") ? "several" : "formula");
}

async function findRange(
  opened: OpenBook,
  asked: string,
  beside: Sheet | undefined,
  at: (field: string) => At,
): Promise<Finding> {
  const reference = parseReference(asked);
  if (reference === undefined) {
    const here = elsewhere(opened, asked, await opened.book.tables(), "range");
    if (here !== undefined && here !== "range")
      return { problem: messages.workbookNotARange(at("range"), asked, here) };
    return { problem: messages.workbookBadRange(at("range"), asked, /\[.*\]/.test(asked)) };
  }
  const own = reference.sheet === undefined ? undefined : findSheet(opened, reference.sheet, at("range"));
  if (own !== undefined && "problem" in own) return own;
  if (own !== undefined && beside !== undefined && own.name !== beside.name)
    return { problem: messages.workbookSheetElsewhere(at("sheet"), "The range", own.name, beside.name) };
  const sheet = own ?? beside ?? onlySheet(opened, "range", at("range"));
  if ("problem" in sheet) return sheet;
  return cellsOf(opened, sheet, reference.area, reference.open, at("range"));
}
