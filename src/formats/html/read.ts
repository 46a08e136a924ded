import type { Page, Pages } from "../../model/page.ts";
import type { Rich } from "../../model/text.ts";
import type { DisplayList, DisplayNode } from "../display/list.ts";
import { length } from "../display/path.ts";
import { frameBox } from "../display/text.ts";
import { drawNodes } from "../markup/draw.ts";
import { tag, textMarkup } from "../markup/markup.ts";
import { type Passage, paragraphText, type ReadParagraph, readingOf } from "../reading/reading.ts";

/**
 * A slide as text that fits a phone, its charts drawn on their own. Screen readers have the slide itself, which says the
 * same in the same order, so it is hidden from them, and holds no links.
 */
export function readableSlide(page: Page, pages: Pages, list: DisplayList): string {
  const charts = chartDrawings(page, list);
  const parts = readingOf(page, pages).map((passage) => {
    if (passage.type === "chart") return charts.shift() ?? "";
    // Marks that lead to objections say nothing without their links.
    return passage.type === "text" && passage.to !== undefined ? "" : passageMarkup(passage);
  });
  return tag(
    "div",
    { class: "read", "aria-hidden": "true" },
    tag("p", { class: "title" }, textMarkup(page.title)),
    ...parts,
  );
}

/** Each chart of a page as an SVG of its own; "" for one that is a picture, which the slide shows. */
function chartDrawings(page: Page, list: DisplayList): string[] {
  const groups = list.nodes.filter((node) => node.type === "group" && node.kind === "chart");
  return page.items
    .filter((item) => item.type === "chart")
    .map((item, n) => {
      const group = groups[n];
      if (group?.type !== "group" || group.children.some(({ type }) => type === "image")) return "";
      const { x, y, w, h } = frameBox(item.frame);
      const nodes: readonly DisplayNode[] = [group];
      return tag(
        "svg",
        { viewBox: [x, y, w, h].map(length).join(" "), "text-rendering": "geometricPrecision" },
        drawNodes(nodes, `read${page.number}c${n + 1}`, () => ""),
      );
    });
}

function passageMarkup(passage: Exclude<Passage, { type: "chart" }>): string {
  switch (passage.type) {
    case "text":
      return paragraphsMarkup(passage.paragraphs);
    case "table":
      return tableMarkup(passage);
    case "picture":
    case "figure":
      return tag("p", { class: "aside" }, textMarkup(passage.alt));
  }
}

/** Paragraphs one below the other; those of a list together. */
function paragraphsMarkup(paragraphs: readonly ReadParagraph[]): string {
  const out: string[] = [];
  let items: string[] = [];
  const close = (): void => {
    if (items.length > 0) out.push(tag("ul", {}, ...items));
    items = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.bullet === "dot" || paragraph.bullet === "dash") {
      items.push(tag("li", {}, runsMarkup(paragraph.runs)));
      continue;
    }
    close();
    const number = paragraph.bullet === "number" ? `${paragraph.number ?? 1}. ` : "";
    out.push(tag("p", { class: paragraph.reading }, `${number}${runsMarkup(paragraph.runs)}`));
  }
  close();
  return out.join("");
}

/** Words with their emphasis, without their links. */
export const runsMarkup = (runs: Rich): string =>
  runs
    .map(({ text, bold, italic }) => {
      const words = textMarkup(text);
      const slanted = italic === true ? tag("em", {}, words) : words;
      return bold === true ? tag("strong", {}, slanted) : slanted;
    })
    .join("");

/** Each row as a block of "head: cell" lines, since a table of many columns is wider than a phone. */
function tableMarkup({ rows, headerRow, headerColumn }: Extract<Passage, { type: "table" }>): string {
  const heads = headerRow ? (rows[0] ?? []).map((cell) => cell.paragraphs.map(paragraphText).join(" ")) : [];
  const blocks = (headerRow ? rows.slice(1) : rows).map((row) => {
    let column = 0;
    const lines = row.map((cell) => {
      const head = heads[column] ?? "";
      const first = column === 0;
      column += cell.span;
      if (cell.paragraphs.length === 0) return "";
      const words = cell.paragraphs.map(({ runs }) => runsMarkup(runs)).join("<br>");
      if (first && headerColumn) return tag("p", { class: "heading" }, words);
      const label = head === "" ? "" : tag("span", { class: "label" }, `${textMarkup(head)} `);
      return tag("p", {}, label, words);
    });
    return tag("div", { class: "row" }, ...lines);
  });
  return blocks.join("");
}
