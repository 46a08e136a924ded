import type { Figure } from "../../model/figures.ts";
import type { Page, Pages } from "../../model/page.ts";
import { plain } from "../../model/text.ts";
import type { Format } from "../contract/format.ts";
import { type Passage, paragraphText, readingOf } from "../reading/reading.ts";
import type { DeckJson, FigureJson, ItemJson, SlideJson } from "./shape.ts";

/** The deck for other programs: properties, sections, figures, and per slide its title, texts, tables, numbers of charts, notes. */
export const json: Format = {
  name: "json",
  extension: ".json",
  write: async (pages) => new TextEncoder().encode(`${JSON.stringify(asJson(pages), undefined, 2)}\n`),
};

export const asJson = ({ properties: { words: _, ...properties }, ...pages }: Pages): DeckJson => ({
  version: 1,
  properties,
  language: pages.language,
  theme: pages.theme,
  sections: pages.sections,
  figures: figuresAsJson(pages.figures),
  slides: pages.pages.map((page) => slide(page, pages)),
});

const slide = (page: Page, pages: Pick<Pages, "language">): SlideJson => ({
  id: page.id,
  number: page.number,
  kind: page.kind,
  section: page.section,
  title: page.title,
  short: page.short,
  items: readingOf(page, pages).map(item),
  notes: page.notes.map(plain),
  from: page.from,
});

function item(passage: Passage): ItemJson {
  const { type, from } = passage;
  switch (type) {
    case "text":
      return {
        type,
        role: passage.role,
        paragraphs: passage.paragraphs.map(paragraphText),
        to: passage.to,
        from,
      };
    case "table": {
      const { name, alt, headerRow, headerColumn, rows } = passage;
      const cells = rows.map((row) =>
        row.map(({ paragraphs, span }) => ({
          text: paragraphs.map(paragraphText).join("\n"),
          ...(span > 1 ? { span } : {}),
        })),
      );
      return { type, name, alt, headerRow, headerColumn, rows: cells, from };
    }
    case "chart": {
      const { name, alt, message, table } = passage;
      return { type, name, message, alt, columns: table.columns, from };
    }
    case "picture":
      return { type, alt: passage.alt, file: passage.file, from };
    case "figure":
      return { type, alt: passage.alt, from };
  }
}

/** Figures for other programs, by name. */
export const figuresAsJson = (figures: readonly Figure[]): DeckJson["figures"] =>
  Object.fromEntries(figures.map((figure) => [figure.id, figureAsJson(figure)]));

const figureAsJson = (figure: Figure): FigureJson => {
  const { id: name, value, exact, unit, text, kind, period, range, formula, good, from } = figure;
  return { name, value, exact, unit, text, kind, period, range, formula, good, from };
};
