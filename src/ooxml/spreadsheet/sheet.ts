import type { Budget } from "../budget.ts";
import { PackageError } from "../error.ts";
import { parse } from "../parse.ts";
import type { Archive } from "../unzip.ts";
import { elements } from "../xml.ts";
import { type CellContent, type RawCell, readRows, type SheetCell } from "./cells.ts";
import { type Area, meet, parseReference } from "./reference.ts";
import { attribute, cutPart, isTrue } from "./rows.ts";
import { lettersOf, localName } from "./text.ts";

/** A row with content in the area that was asked for. */
export interface SheetRow {
  readonly row: number;
  readonly hidden: boolean;
  /** By number of the column. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export interface SheetPart {
  readonly rows: readonly SheetRow[];
  /** Merged cells that reach into the area. */
  readonly merged: readonly Area[];
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
  /** True where there are more rows with content than were wanted; nothing is returned then. */
  readonly tooMany: boolean;
}

/** A row as its start tag says. */
type RowStart = Pick<SheetRow, "row" | "hidden">;

/** Characters of rows that are parsed at once. */
const BATCH = 65_536;

/** Merged cells of one area that are kept. */
const MOST_MERGED = 10_000;

/**
 * Reads an area of one sheet, at most `limit` rows that hold something. What lies outside of it is passed over; shared
 * strings are read as far as cells of the area need them.
 * @throws PackageError
 */
export async function readSheet(
  archive: Archive,
  sheet: string,
  strings: string | undefined,
  area: Area,
  limit: number,
  budget: Budget,
): Promise<SheetPart> {
  const rows: (RowStart & { readonly cells: readonly RawCell[] })[] = [];
  const waiting: (RowStart & { readonly xml: string })[] = [];
  let size = 0;
  const merged: Area[] = [];
  let hiddenColumns: SheetPart["hiddenColumns"] = [];
  let tooMany = false;
  let last = 0;
  /** Parses the rows that wait, many at once, which costs less than one by one; false once there are too many. */
  const parseWaiting = (): boolean => {
    const parsed = readRows(
      waiting.map(({ xml }) => xml),
      budget,
    );
    for (const [n, { row, hidden }] of waiting.entries()) {
      const cells = (parsed[n] ?? []).filter(
        ({ column, content }) => column >= area.left && column <= area.right && !isBlank(content),
      );
      if (cells.length > 0) rows.push({ row, hidden, cells });
    }
    waiting.length = 0;
    size = 0;
    tooMany = rows.length > limit;
    return !tooMany;
  };
  const found = await cutPart(archive, sheet, {
    list: "sheetData",
    item: "row",
    before: (xml) => {
      hiddenColumns = columnsHidden(xml, budget);
    },
    each: ({ xml, start }) => {
      const row = Number(rowNumber(start) ?? last + 1);
      last = row;
      if (row < area.top || row > area.bottom || !CONTENT.test(xml)) return true;
      waiting.push({ row, hidden: isTrue(hidden(start)) || Number(height(start) ?? 1) === 0, xml });
      size += xml.length;
      return size < BATCH || parseWaiting();
    },
    after: (xml) => {
      for (const [, quoted, single] of xml.matchAll(MERGED)) {
        const one = parseReference(quoted ?? single ?? "")?.area;
        if (one !== undefined && meet(one, area) && merged.length < MOST_MERGED) merged.push(one);
      }
      return !/<\/(?:[\w.-]+:)?mergeCells/.test(xml);
    },
  });
  if (!found) throw new PackageError("missing", sheet);
  if (waiting.length > 0) parseWaiting();
  if (tooMany) return { rows: [], merged: [], hiddenColumns, tooMany };
  const texts = await sharedTexts(archive, strings, rows, budget);
  return {
    rows: rows
      .map(({ row, hidden, cells }) => ({
        row,
        hidden,
        cells: new Map(
          cells.flatMap((cell): [number, SheetCell][] => {
            const content = cell.content.type === "shared" ? texts.get(cell.content.index) : cell.content;
            if (content === undefined) throw new PackageError("missing", "a shared string");
            return isBlank(content) ? [] : [[cell.column, { ...cell, content }]];
          }),
        ),
      }))
      .filter(({ cells }) => cells.size > 0)
      .sort((a, b) => a.row - b.row),
    merged,
    hiddenColumns,
    tooMany,
  };
}

const [rowNumber, hidden, height] = [attribute("r"), attribute("hidden"), attribute("ht")];

/** Cells may have a format and nothing else, for a million rows. */
const CONTENT = /<(?:[\w.-]+:)?(?:v|is|f)[\s/>]/;

/** CT_MergeCell (18.3.1.54), which may follow a hundred thousand rows. */
const MERGED = /<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const isBlank = (content: RawCell["content"]): boolean =>
  content.type === "text" && content.text.trim() === "";

/** CT_Col (18.3.1.13): hidden, or so narrow that nothing is seen. */
function columnsHidden(before: string, budget: Budget): SheetPart["hiddenColumns"] {
  const root = /<((?:[\w.-]+:)?worksheet)(?=[\s>])/.exec(before)?.[1];
  if (root === undefined) throw new PackageError("xml", "the part is no sheet");
  const head = parse(`${before}</${root}>`, budget);
  return elements(head)
    .filter((each) => localName(each) === "cols")
    .flatMap((cols) => elements(cols))
    .filter(({ attributes: { hidden, width } }) => isTrue(hidden) || Number(width ?? 1) === 0)
    .map(({ attributes: { min, max } }) => ({ from: Number(min), to: Number(max) }));
}

/** The shared strings that cells name (CT_Sst, 18.4.9), in as few kept as there are cells. */
async function sharedTexts(
  archive: Archive,
  part: string | undefined,
  rows: readonly { readonly cells: readonly RawCell[] }[],
  budget: Budget,
): Promise<ReadonlyMap<number, CellContent>> {
  const wanted = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ content }) => (content.type === "shared" ? [content.index] : [])),
    ),
  );
  const texts = new Map<number, CellContent>();
  if (wanted.size === 0 || part === undefined) return texts;
  let index = -1;
  await cutPart(archive, part, {
    list: "sst",
    item: "si",
    before: (xml) => {
      // A document type stands before the root.
      if (/<!DOCTYPE/i.test(xml)) throw new PackageError("doctype", "the part declares a document type");
    },
    each: ({ xml }) => {
      index += 1;
      if (wanted.has(index)) texts.set(index, { type: "text", text: lettersOf(parse(xml, budget)) });
      return texts.size < wanted.size;
    },
    after: () => false,
  });
  return texts;
}
