import { joinRuns } from "../base/origin.ts";
import type { DeckMap, PageMap, ParagraphMap, ShapeMap, TextMap } from "../model/deck-map.ts";
import type { ChartItem, Item, Page, Pages, PlacedParagraph } from "../model/page.ts";
import type { Rich } from "../model/text.ts";

/** The map of a deck: the places that its words and values came from. Its pages must know them (`CompileOptions.origins`). */
export function deckMap({ pages, figures }: Pages): DeckMap {
  const mapped = pages.map(pageMap);
  const printed = JSON.stringify(mapped);
  const used = figures.filter(({ id }) => printed.includes(`"figure":${JSON.stringify(id)}`));
  return {
    format: 1,
    pages: mapped,
    figures: Object.fromEntries(used.map(({ id, from }) => [id, from])),
  };
}

const pageMap = (page: Page): PageMap => ({
  ...{ id: page.id, number: page.number, title: page.title, from: page.from },
  shapes: page.items.map(shapeMap),
  notes: page.notes.map(paragraph),
});

function shapeMap(item: Item): ShapeMap {
  const about = { name: item.name, ...(item.from === undefined ? {} : { from: item.from }) };
  switch (item.type) {
    case "text":
      return { ...about, texts: [{ paragraphs: paragraphs(item.paragraphs) }] };
    case "table":
      return {
        ...about,
        texts: item.rows.flatMap(({ cells }, row) =>
          cells.map(
            (cell, column): TextMap => ({
              cell: [row, cells.slice(0, column).reduce((sum, { span }) => sum + span, 0)],
              paragraphs: paragraphs(cell.paragraphs),
            }),
          ),
        ),
      };
    case "chart":
      return { ...about, from: item.chart.from, texts: [], series: seriesOf(item) };
    default:
      return { ...about, texts: [] };
  }
}

function seriesOf({ chart }: ChartItem): NonNullable<ShapeMap["series"]> {
  const categories = chart.coordinates.type === "category" ? chart.coordinates.categories : [];
  return chart.layers.flatMap((layer) =>
    [layer.series].flat().map((series) => ({
      name: series.name,
      from:
        "values" in series
          ? series.values.map((_, n) => series.from?.[n] ?? categories[n]?.from ?? null)
          : [],
    })),
  );
}

const paragraphs = (all: readonly PlacedParagraph[]): readonly ParagraphMap[] =>
  all.map(({ runs }) => paragraph(runs)).filter(({ text }) => text.trim() !== "");

function paragraph(runs: Rich): ParagraphMap {
  const { text, origins = [] } = joinRuns(runs);
  return { text, origins };
}
