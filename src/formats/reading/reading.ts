import type { JsonPath } from "../../model/figures.ts";
import type { Item, Page, Pages, PlacedParagraph, ShapeItem, TableItem } from "../../model/page.ts";
import { type Reading, type Role, type Run, rich } from "../../model/text.ts";
import { chartTable, type NumberTable } from "./chart-table.ts";

/** Content of a page without its looks, for outputs that are read, searched or spoken. */
export type Passage =
  | {
      readonly type: "text";
      readonly role: Role;
      readonly paragraphs: readonly ReadParagraph[];
      readonly to?: string;
      /** Target of the link, where its text does not name it. */
      readonly tip?: string;
      readonly from?: JsonPath;
    }
  | {
      readonly type: "table";
      readonly name: string;
      readonly alt: string;
      readonly headerRow: boolean;
      readonly headerColumn: boolean;
      readonly rows: readonly (readonly ReadCell[])[];
      readonly from?: JsonPath;
    }
  | {
      readonly type: "chart";
      readonly name: string;
      readonly alt: string;
      readonly message: string;
      readonly table: NumberTable;
      readonly from?: JsonPath;
    }
  | { readonly type: "picture"; readonly alt: string; readonly file: string; readonly from?: JsonPath }
  | { readonly type: "figure"; readonly alt: string; readonly from?: JsonPath };

export interface ReadParagraph {
  readonly runs: readonly Run[];
  readonly bullet?: "dot" | "number" | "dash";
  /** Number of a numbered paragraph. */
  readonly number?: number;
  readonly reading?: Reading;
}

export interface ReadCell {
  readonly paragraphs: readonly ReadParagraph[];
  readonly span: number;
  readonly header: boolean;
}

const FURNITURE: ReadonlySet<string> = new Set(["title", "date", "footer", "number"]);

/**
 * The passages of a page in reading order: without its title, what stands on every slide, and ornaments. The numbers of
 * charts are written as its deck's language does.
 */
export const readingOf = (page: Page, { language }: Pick<Pages, "language">): readonly Passage[] =>
  page.items.flatMap((item) => [...headingOf(item), ...passagesOf(item, language)]);

const headingOf = ({ heading }: Item): readonly Passage[] =>
  heading === undefined
    ? []
    : [{ type: "text", role: "kicker", paragraphs: [{ runs: rich(heading), reading: "heading" }] }];

function passagesOf(item: Item, language: string): readonly Passage[] {
  if (item.mark === true) return [];
  const from = item.from === undefined ? {} : { from: item.from };
  switch (item.type) {
    case "text": {
      const paragraphs = read(item.paragraphs);
      if (paragraphs.length === 0 || item.decorative || FURNITURE.has(item.placeholder ?? "")) return [];
      const to = item.to === undefined ? {} : { to: item.to };
      const tip = item.tip === undefined ? {} : { tip: item.tip };
      return [{ type: "text", role: item.role, paragraphs, ...to, ...tip, ...from }];
    }
    case "shape":
      if (item.decorative || item.alt === undefined || item.alt === "") return [];
      return [...drawingOf(item, item.alt)].map((passage) => ({ ...passage, ...from }));
    case "table": {
      const { name, alt, headerRow, headerColumn } = item;
      return [{ type: "table", name, alt, headerRow, headerColumn, rows: rowsOf(item), ...from }];
    }
    case "chart": {
      const { name, alt, chart } = item;
      return [
        { type: "chart", name, alt, message: chart.message, table: chartTable(chart, language), ...from },
      ];
    }
    case "picture":
      return [{ type: "picture", alt: item.alt, file: item.file, ...from }];
  }
}

/** A drawing of several items is read as the table that it draws, unless a table beside it has that already. */
function drawingOf({ name, says }: ShapeItem, alt: string): readonly Passage[] {
  if (says === "beside") return [];
  if (says === undefined) return [{ type: "figure", alt }];
  const rows = [says.head, ...says.rows].map((row, r) =>
    row.map((text, c) => wordsCell(text, r === 0 || c === 0)),
  );
  return [{ type: "table", name, alt, headerRow: true, headerColumn: true, rows }];
}

const wordsCell = (text: string, header: boolean): ReadCell => ({
  paragraphs: text === "" ? [] : [{ runs: rich(text) }],
  span: 1,
  header,
});

const rowsOf = (item: TableItem): readonly (readonly ReadCell[])[] =>
  item.rows.map((row, r) => {
    const cells = row.cells.map((cell, c) => ({
      paragraphs: read(cell.paragraphs),
      span: cell.span,
      header: (item.headerRow && r === 0) || (item.headerColumn && c === 0),
    }));
    const { drawn } = item;
    if (drawn === undefined) return cells;
    const heading = item.headerRow && r === 0;
    const more = heading ? drawn.head : (drawn.rows[r - (item.headerRow ? 1 : 0)] ?? []);
    return cells.toSpliced(drawn.after, 0, ...more.map((text) => wordsCell(text, heading)));
  });

function read(paragraphs: readonly PlacedParagraph[]): readonly ReadParagraph[] {
  let number = 0;
  return paragraphs.flatMap(({ runs: all, bullet, start, reading }): ReadParagraph[] => {
    number = bullet === "number" ? (start ?? number + 1) : 0;
    const runs = all.filter((run) => run.legend !== true);
    if (runs.every((run) => run.text.trim() === "")) return [];
    const about = { ...(bullet && { bullet }), ...(reading && { reading }) };
    return [{ runs, ...about, ...(bullet === "number" ? { number } : {}) }];
  });
}

/** The words of a paragraph on one line. */
export const paragraphText = (paragraph: ReadParagraph): string =>
  paragraph.runs
    .map((run) => run.text)
    .join("")
    .replace(/\s+/gu, " ")
    .trim();

/** Name of a slide in lists: "7. Leaving is announced". */
export const slideName = (number: number, title: string): string => `${number}. ${title}`;

/** Lines below the title of a deck that is read: draft or not, owner, date, and who may see it. */
export const aboutDeck = (properties: Pages["properties"]): readonly string[] =>
  [
    properties.draft ? properties.draftWord : "",
    properties.company,
    properties.author,
    properties.dateText,
    properties.confidentiality,
  ].filter((text) => text !== "");
