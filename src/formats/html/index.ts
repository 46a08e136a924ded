import type { Page, Pages } from "../../model/page.ts";
import type { Format, WriteContext } from "../contract/format.ts";
import { hex } from "../display/color.ts";
import type { DisplayList } from "../display/list.ts";
import { displayListOf } from "../display/page/page.ts";
import { length } from "../display/path.ts";
import { drawSvg } from "../markup/draw.ts";
import { fontFaces, fontList, textIn, usesOf } from "../markup/font-faces.ts";
import { tag, textMarkup } from "../markup/markup.ts";
import { drawnPictures } from "../markup/pictures.ts";
import { aboutDeck, type Passage, readingOf, slideName } from "../reading/reading.ts";
import { KEYS, KEYS_SOURCE } from "./keys.ts";
import { readableSlide, runsMarkup } from "./read.ts";
import { style } from "./style.ts";

/** The whole deck in one file that needs nothing else: no installed font, no address outside of it, one script for keys. */
export const html: Format = {
  name: "html",
  extension: ".html",
  write: async (pages, context) => new TextEncoder().encode(await asHtml(pages, context)),
};

/** Nothing is loaded, not even from where the file lies (Content Security Policy Level 3). */
const POLICY = `default-src 'none'; script-src ${KEYS_SOURCE}; style-src 'unsafe-inline'; img-src data:; font-src data:`;

export async function asHtml(pages: Pages, context: WriteContext): Promise<string> {
  const picture = await drawnPictures(pages, context);
  const ids = new Set(pages.pages.map((page) => page.id));
  const link = (id: string): string => {
    if (!ids.has(id)) throw new Error(`a link leads to "${id}", which is no page`);
    return `#${anchor(id)}`;
  };
  const byId = new Map(pages.pages.map((page) => [page.id, page]));
  const lists = new Map(
    pages.pages.map((page) => [page.id, displayListOf(page, pages, context.look, context.charts)]),
  );
  const drawn = (list: DisplayList): string => drawSvg(list, { page: link, picture, as: "part" });
  const sections = pages.sections.map((section) =>
    tag(
      "section",
      { "aria-labelledby": `section-${section.id}` },
      tag("h2", { id: `section-${section.id}` }, textMarkup(section.name)),
      ...section.pages.flatMap((id) => {
        const page = byId.get(id);
        const list = lists.get(id);
        return page === undefined || list === undefined ? [] : [slide(page, pages, drawn(list), list)];
      }),
    ),
  );
  const body = tag(
    "body",
    {},
    header(pages),
    contents(pages),
    tag("main", {}, ...sections),
    `<script>${KEYS}</script>`,
  );
  const family = context.look.fonts.body.family;
  const text = textIn(body.replace(KEYS, ""));
  const own = [false, true].map((bold) => ({ face: { family, bold, italic: false }, text }));
  const faces = await fontFaces([...own, ...[...lists.values()].flatMap(usesOf)], context);
  const css = `${faces}${style(length(pages.width / 12_700), length(pages.height / 12_700), fontList(family), hex(context.look, "paper"))}`;
  return `<!doctype html>\n${tag("html", { lang: pages.language }, head(pages, css), body)}\n`;
}

const anchor = (id: string): string => `slide-${id}`;

function head(pages: Pages, css: string): string {
  const { properties } = pages;
  const meta = (name: string, content: string): string =>
    content === "" ? "" : `<meta${attributes({ name, content })}>`;
  return tag(
    "head",
    {},
    '<meta charset="utf-8">',
    `<meta${attributes({ "http-equiv": "Content-Security-Policy", content: POLICY })}>`,
    meta("viewport", "width=device-width, initial-scale=1"),
    tag("title", {}, textMarkup(properties.title)),
    meta("author", properties.author),
    meta("description", properties.subject),
    meta("keywords", properties.keywords.join(", ")),
    meta("date", properties.date),
    tag("style", {}, css),
  );
}

/** A void element of HTML has no end, so its attributes are written alone. */
const attributes = (all: Readonly<Record<string, string>>): string => tag("rect", all).slice(5, -2);

function header({ properties }: Pages): string {
  const about = aboutDeck(properties);
  return tag(
    "header",
    {},
    tag("h1", {}, textMarkup(properties.title)),
    tag("p", {}, textMarkup(about.join(" · "))),
  );
}

/** Every slide's title as a link to it, by section. */
function contents(pages: Pages): string {
  const { words: called } = pages.properties;
  const titles = new Map(pages.pages.map((page) => [page.id, slideName(page.number, page.title)]));
  const entry = (id: string): string =>
    tag("li", {}, tag("a", { href: `#${anchor(id)}` }, textMarkup(titles.get(id) ?? id)));
  return tag(
    "nav",
    { id: "contents", "aria-label": called.slides },
    tag(
      "details",
      {},
      tag("summary", {}, textMarkup(called.slides)),
      ...pages.sections.flatMap((section) => [
        tag("p", {}, textMarkup(section.name)),
        tag("ul", {}, ...section.pages.map(entry)),
      ]),
    ),
  );
}

function slide(page: Page, pages: Pages, drawing: string, list: DisplayList): string {
  const { words: called } = pages.properties;
  const id = anchor(page.id);
  const title = slideName(page.number, page.title);
  return tag(
    "article",
    { id, "aria-labelledby": `${id}-title` },
    tag("h3", { id: `${id}-title` }, textMarkup(title)),
    drawing,
    readableSlide(page, pages, list),
    notes(page, called.notes),
    ...readingOf(page, pages).flatMap((passage) =>
      passage.type === "chart" ? [chartTableMarkup(passage, called.chartData)] : [],
    ),
    steps(page, pages),
  );
}

function notes(page: Page, called: string): string {
  if (page.notes.length === 0) return "";
  const lines = page.notes.map((runs) => tag("p", {}, runsMarkup(runs)));
  return tag("details", { class: "notes" }, tag("summary", {}, textMarkup(called)), ...lines);
}

/** Plain links to the slides before and after, and to the list of all. */
function steps(page: Page, pages: Pages): string {
  const { words: called } = pages.properties;
  const to = (other: Page | undefined, name: string): string =>
    other === undefined ? "" : tag("a", { href: `#${anchor(other.id)}` }, textMarkup(name));
  return tag(
    "p",
    { class: "steps" },
    [
      to(pages.pages[page.number - 2], called.previous),
      to(pages.pages[page.number], called.next),
      tag("a", { href: "#contents" }, textMarkup(called.all)),
    ]
      .filter((link) => link !== "")
      .join(" "),
  );
}

/** The numbers of a chart as a table, for those who cannot see it or want them exactly, under its summary. */
function chartTableMarkup({ message, table }: Extract<Passage, { type: "chart" }>, summary: string): string {
  const [names, ...others] = table.columns;
  const cell = (text: string): string => `<td>${textMarkup(text)}</td>`;
  const header = (text: string, scope: string): string => `<th scope="${scope}">${textMarkup(text)}</th>`;
  const rows = (names?.texts ?? []).map(
    (name, r) => `<tr>${header(name, "row")}${others.map(({ texts }) => cell(texts[r] ?? "")).join("")}</tr>`,
  );
  return tag(
    "details",
    { class: "numbers" },
    tag("summary", {}, textMarkup(summary)),
    // A table of many columns is wider than a phone: it is scrolled in its box, also by keys.
    tag(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": message },
      tag(
        "table",
        {},
        tag("caption", {}, textMarkup(message)),
        `<thead><tr>${table.columns.map(({ name }) => header(name, "col")).join("")}</tr></thead>`,
        `<tbody>${rows.join("")}</tbody>`,
      ),
    ),
  );
}
