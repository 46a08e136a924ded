import { type Budget, budget as newBudget } from "../budget.ts";
import { PackageError } from "../error.ts";
import { type Relationship, relationshipsName } from "../package.ts";
import { parse, readRelationships } from "../parse.ts";
import { openArchive } from "../unzip.ts";
import { type Element, elements, textOf } from "../xml.ts";
import { type NumberFormat, numberFormat } from "./number-format.ts";
import { type Area, parseReference } from "./reference.ts";
import { isTrue } from "./rows.ts";
import type { DateSystem } from "./serial.ts";
import { readSheet, type SheetPart } from "./sheet.ts";
import { allNamed, decoded, localName } from "./text.ts";

/** A sheet of cells, or one that shows a chart alone. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Part with the cells; undefined for a sheet without any. */
  readonly part: string | undefined;
}

/** A name that somebody gave to cells (18.2.5); `refersTo` is a formula as the file holds it, without "=". */
export interface DefinedName {
  readonly name: string;
  /** The sheet that it belongs to, where it is not the workbook's. */
  readonly sheet?: string;
  readonly refersTo: string;
}

/** A table (18.5.1.2), which Excel calls so and earlier called a list. */
export interface BookTable {
  readonly name: string;
  readonly sheet: string;
  /** All of it, with heading and totals. */
  readonly area: Area;
  readonly headings: readonly string[];
  /** Rows of heading and of totals: 1 or 0. */
  readonly headingRows: number;
  readonly totalRows: number;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** Reads the tables of all sheets; the sheets themselves are not read for that. Throws PackageError. */
  readonly tables: () => Promise<readonly BookTable[]>;
  readonly dates: DateSystem;
  /** True where the results of formulas are those of a program that did not compute them. */
  readonly recalculates: boolean;
  /** Addresses of other workbooks, in the order in which formulas number them from [1]. */
  readonly others: readonly string[];
  /** The format of a cell's number by the index of its style. */
  readonly format: (style: number) => NumberFormat;
  /** The day it was saved last, as year-month-day (in UTC), where the file says so. */
  readonly saved?: string;
  /** Reads an area of a sheet. Throws PackageError. */
  readonly read: (sheet: Sheet, area: Area, limit: number) => Promise<SheetPart>;
}

/** Why a package is no workbook that can be read: a binary one, or none at all. */
export class NoWorkbookError extends Error {
  readonly is: "binary" | "other";
  constructor(is: "binary" | "other") {
    super(`no workbook (${is})`);
    this.name = "NoWorkbookError";
    this.is = is;
  }
}

/** Other workbooks of which the address is looked up; formulas number no more of them. */
const MOST_OTHERS = 200;

/** Limits of one workbook. Sheets are unpacked piece by piece, and only what is wanted of them is parsed. */
const LIMITS = {
  files: 20_000,
  bytes: 256 * 1_048_576,
  held: 24 * 1_048_576,
  part: 4 * 1_048_576,
  xml: 24 * 1_048_576,
  nodes: 700_000,
};

/** @throws PackageError for what is damaged or too large, NoWorkbookError for a package of another kind. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const budget = newBudget(LIMITS);
  const archive = await openArchive(bytes, budget);
  const element = async (part: string): Promise<Element | undefined> => {
    const found = await archive.read(part.slice(1));
    return found === undefined ? undefined : parse(found, budget);
  };
  const leads = async (part: string): Promise<readonly Relationship[]> => {
    const name = relationshipsName(part);
    const found = await archive.read(name.slice(1));
    return found === undefined ? [] : readRelationships(part, found, budget);
  };
  const main = targetOf(await leads("/"), "officeDocument");
  if (main === undefined) throw new NoWorkbookError("other");
  if (/\.bin$/i.test(main)) throw new NoWorkbookError("binary");
  const root = await element(main);
  if (root === undefined) throw new PackageError("missing", main);
  if (localName(root) !== "workbook") throw new NoWorkbookError("other");
  const related = await leads(main);
  const sheets = sheetsOf(root, related);
  const names = namesOf(root, sheets);
  const styles = targetOf(related, "styles");
  const formats = formatsOf(styles === undefined ? undefined : await element(styles));
  const core = targetOf(await leads("/"), "core-properties");
  const saved = savedOn(core === undefined ? undefined : await element(core));
  const strings = targetOf(related, "sharedStrings");
  const others: string[] = [];
  for (const { attributes } of allNamed(root, "externalReference").slice(0, MOST_OTHERS)) {
    const own = idOf(attributes);
    const part = related.find(({ id }) => id === own)?.target;
    const [target] = part === undefined ? [] : await leads(part);
    others.push(target?.target ?? "");
  }
  const properties = allNamed(root, "workbookPr")[0]?.attributes ?? {};
  const calculation = allNamed(root, "calcPr")[0]?.attributes ?? {};
  let tables: Promise<readonly BookTable[]> | undefined;
  return {
    sheets,
    names,
    tables: () => {
      tables ??= readTables(sheets, leads, element);
      return tables;
    },
    dates: isTrue(properties["date1904"]) ? 1904 : 1900,
    recalculates: isTrue(calculation["fullCalcOnLoad"]),
    others,
    format: (style) => formats[style] ?? { shows: "number" },
    ...(saved === undefined ? {} : { saved }),
    read: (sheet, area, limit) => {
      if (sheet.part === undefined) throw new PackageError("missing", sheet.name);
      return readSheet(archive, sheet.part, strings, area, limit, readingBudget(budget));
    },
  };
}

/** Each area may cost as much as one may; the bytes that are unpacked count for all of them together. */
function readingBudget(whole: Budget): Budget {
  const own = newBudget(LIMITS);
  return {
    limits: own.limits,
    spend: (on, amount) => (on === "bytes" || on === "held" ? whole : own).spend(on, amount),
  };
}

/** Relationships by the end of their type: those of Strict files have other beginnings (ISO/IEC 29500-1, annex A). */
const targetOf = (list: readonly Relationship[], type: string): string | undefined =>
  list.find((one) => one.external !== true && one.type.endsWith(`/${type}`))?.target;

/** The attribute r:id, whatever prefix stands for relationships. */
const idOf = (attributes: Element["attributes"]): string | undefined =>
  Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1];

function sheetsOf(root: Element, related: readonly Relationship[]): readonly Sheet[] {
  const leads = new Map(related.map((one) => [one.id, one]));
  return allNamed(root, "sheet").map(({ attributes }) => {
    const lead = leads.get(idOf(attributes) ?? "");
    return {
      name: attributes["name"] ?? "",
      hidden: (attributes["state"] ?? "visible") !== "visible",
      part: lead?.type.endsWith("/worksheet") === true ? lead.target : undefined,
    };
  });
}

const namesOf = (root: Element, sheets: readonly Sheet[]): readonly DefinedName[] =>
  allNamed(root, "definedName").map((one) => {
    const { name = "", localSheetId } = one.attributes;
    const sheet = localSheetId === undefined ? undefined : sheets[Number(localSheetId)]?.name;
    return {
      // Names that Excel gives itself, such as Print_Area, begin so (18.2.5).
      name: name.replace(/^_xlnm\./i, ""),
      refersTo: textOf(one).trim(),
      ...(sheet === undefined ? {} : { sheet }),
    };
  });

/** Formats of cells (CT_CellXfs, 18.8.10) by their index. */
function formatsOf(styles: Element | undefined): readonly NumberFormat[] {
  if (styles === undefined) return [];
  const codes = new Map(
    elements(styles)
      .filter((each) => localName(each) === "numFmts")
      .flatMap((list) => elements(list))
      .map(({ attributes: { numFmtId, formatCode } }) => [Number(numFmtId), formatCode]),
  );
  return elements(styles)
    .filter((each) => localName(each) === "cellXfs")
    .flatMap((list) => elements(list))
    .map(({ attributes: { numFmtId } }) =>
      numberFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId ?? 0))),
    );
}

/** The last change by the core properties (Open Packaging Conventions, 8.3). */
function savedOn(core: Element | undefined): string | undefined {
  if (core === undefined) return undefined;
  const [modified] = [...allNamed(core, "modified"), ...allNamed(core, "created")];
  return modified === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(textOf(modified).trim())?.[0];
}

async function readTables(
  sheets: readonly Sheet[],
  leads: (part: string) => Promise<readonly Relationship[]>,
  element: (part: string) => Promise<Element | undefined>,
): Promise<readonly BookTable[]> {
  const out: BookTable[] = [];
  for (const { name: sheet, part } of sheets) {
    if (part === undefined) continue;
    for (const { type, target } of await leads(part)) {
      if (!type.endsWith("/table")) continue;
      const root = await element(target);
      const area = parseReference(root?.attributes["ref"] ?? "")?.area;
      if (root === undefined || area === undefined) continue;
      const { displayName, name = "", headerRowCount = "1", totalsRowCount = "0" } = root.attributes;
      out.push({
        ...{ name: displayName ?? name, sheet, area },
        headings: allNamed(root, "tableColumn").map(({ attributes }) => decoded(attributes["name"] ?? "")),
        headingRows: Number(headerRowCount),
        totalRows: Number(totalsRowCount),
      });
    }
  }
  return out;
}
