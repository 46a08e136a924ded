import type { JsonPath } from "../../model/figures.ts";
import type { Item, Page, PlacedParagraph, TextItem } from "../../model/page.ts";

/** The text of a placed paragraph. */
export const pageText = (paragraph: PlacedParagraph): string =>
  paragraph.runs.map((run) => run.text).join("");

/** Paragraphs of an item, those of table cells too. */
export const paragraphsOf = (item: Item): readonly PlacedParagraph[] =>
  item.type === "text"
    ? item.paragraphs
    : item.type === "table"
      ? item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
      : [];

/** The page's title; undefined on a page without one. */
export const titleOf = (page: Page): TextItem | undefined =>
  page.items.find((item): item is TextItem => item.type === "text" && item.placeholder === "title");

/** Pages that are read before the meeting; the appendix is looked things up in. */
export const body = (pages: readonly Page[]): readonly Page[] =>
  pages.filter((page) => page.section !== "appendix");

/** Returns the location of a finding about a page: the page, and its first source in the bundle. */
export function at(page: Page, path?: JsonPath): { readonly page: string; readonly path?: JsonPath } {
  const from = path ?? page.from[0];
  return { page: page.id, ...(from === undefined ? {} : { path: from }) };
}

/** Everything that a slide writes apart from its title: text, cells, and what is written in its charts. */
export function textsOf(item: Item): readonly string[] {
  if (item.type === "chart") return strings(item.chart);
  if (item.type === "text" && item.placeholder !== undefined && item.placeholder !== "body") return [];
  return paragraphsOf(item).map(pageText);
}

/** Parts of a chart that are not drawn, or repeat the title. */
const NOT_DRAWN: ReadonlySet<string> = new Set(["message", "alt", "id", "kind", "from", "columns", "code"]);

function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (NOT_DRAWN.has(key) ? [] : strings(part)));
}
