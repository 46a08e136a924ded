import type { FreePage, PageBlock } from "../model/bundle/index.ts";
import type { Block } from "../model/deck.ts";
import type { JsonPath } from "../model/figures.ts";
import { columns, evenly, filled, panel, stack, takeaway } from "./blocks.ts";
import { chartTakeaway } from "./evidence-blocks.ts";
import { type BuildContext, type SlideContext, slideKind } from "./kind.ts";
import { pageBlock } from "./page-blocks.ts";
import { chartSources, drawable, sourceLine, tone, unique } from "./sources.ts";

/** A page of the author's own: blocks in the order in which they are read. */
export const page = slideKind<{ readonly index: number }>({
  name: "page",
  shows: "A page of your own, for what fits no other part: figures, texts, lists, tables, charts, quotes.",
  outline: (s) =>
    (s.bundle.pages ?? []).map((own, n) => ({
      id: `page-${own.id}`,
      section: "evidence" as const,
      title: s.rich(own.title),
      titleFrom: ["pages", n, "title"],
      short: own.short ?? s.words("page.short", { n: n + 1 }),
      content: { index: n },
      about: [own.id, ...own.blocks.flatMap(({ chart, picture, quote }) => chart ?? picture ?? quote ?? [])],
      draws: own.blocks.flatMap(({ chart, quote: id }) => {
        const quote = s.find.quote(id);
        return chart ?? (quote !== undefined && drawable(quote) ? [quote.id] : []);
      }),
      say: own.say === undefined ? [] : [s.rich(own.say)],
      sources: sourcesOf(s, own),
      from: [["pages", n]],
      body: true,
    })),
  build: (point, c) => {
    const own = c.bundle.pages?.[point.content.index];
    if (own === undefined) throw new Error(`no page ${point.content.index}`);
    const from: JsonPath = ["pages", point.content.index];
    const role = words(own) < FEW ? "lead" : "body";
    const charts = own.blocks.flatMap(({ chart }) => c.find.chart(chart) ?? []);
    const closing = own.takeaway === undefined && charts.length === 1 ? charts[0] : undefined;
    const rows = rowsOf(c, own.blocks).map((row) => rowBlock(c, row, from, { role, closing }));
    const doubts = own.blocks.some(({ quote: id }) => {
      const quote = c.find.quote(id);
      return quote !== undefined && drawable(quote) && tone(c, quote) === "doubts";
    });
    const foot =
      own.takeaway === undefined
        ? closing && chartTakeaway(c, closing)
        : takeaway(c.rich(own.takeaway), [...from, "takeaway"]);
    const few = role === "lead" && own.blocks.every((block) => sortOf(block) === "words");
    if (few)
      return {
        kicker: c.say(`section.${point.section}`),
        body: filled(
          "normal",
          0,
          panel(stack("wide", ...rows.map(({ block }) => block)), { fill: "wash" }),
          foot,
        ),
      };
    const body = stack("wide", ...rows.map(({ block }) => block), foot);
    return {
      ...(doubts ? { legend: c.say("voices.legend") } : {}),
      kicker: c.say(`section.${point.section}`),
      body: {
        ...body,
        ...(rows.some(({ grows }) => grows)
          ? { grow: [...rows.map(({ grows }) => (grows ? 1 : 0)), ...(foot === undefined ? [] : [0])] }
          : {}),
        ...(rows.length > 3 ? { splits: true } : {}),
      },
    };
  },
});

/** Words of a page below which they are set larger. */
const FEW = 45;

const words = ({ blocks }: FreePage): number =>
  blocks
    .flatMap(({ text = "", list = [], table }) => [text, ...list, ...(table?.rows.flat() ?? [])])
    .reduce((sum, sentence) => sum + (sentence?.match(/\S+/gu)?.length ?? 0), 0);

function sourcesOf(s: SlideContext, { blocks, sources = [] }: FreePage) {
  return unique([
    ...blocks.flatMap(({ chart }) => {
      const found = s.find.chart(chart);
      return found === undefined ? [] : chartSources(s, found);
    }),
    ...blocks.flatMap(({ picture: id }) => {
      const found = s.bundle.pictures?.find((each) => each.id === id);
      return (found && sourceLine(s, found)) ?? [];
    }),
    ...sources.flatMap((source) => sourceLine(s, { source }) ?? []),
  ]);
}

interface Placed {
  readonly block: PageBlock;
  /** Number of the block on the page. */
  readonly n: number;
}

type Sort = "words" | "figure" | "quote" | "table" | "drawing";
const sortOf = (block: PageBlock): Sort => {
  if (block.figure !== undefined) return "figure";
  if (block.quote !== undefined) return "quote";
  if (block.table !== undefined) return "table";
  return block.chart === undefined && block.picture === undefined ? "words" : "drawing";
};

/** Most blocks of a sort that stand side by side. */
const ABREAST: Readonly<Record<Sort, number>> = { figure: 4, quote: 3, drawing: 2, table: 1, words: 1 };

/** Blocks that stand in a row: alike ones side by side, and a drawing or a table with the words next to it. */
function rowsOf({ find }: SlideContext, blocks: readonly PageBlock[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  for (const [n, block] of blocks.entries()) {
    const quote = find.quote(block.quote);
    if (quote !== undefined && !drawable(quote)) continue;
    const row = rows.at(-1);
    if (row !== undefined && stands(row, block)) row.push({ block, n });
    else rows.push([{ block, n }]);
  }
  return rows;
}

function stands(row: readonly Placed[], block: PageBlock): boolean {
  const sorts = row.map((each) => sortOf(each.block));
  const sort = sortOf(block);
  const drawn = sorts.filter((each) => each === "drawing" || each === "table").length;
  // Words gather beside one drawing; a second drawing begins a row once words stand there.
  if (sort === "words") return drawn === 1 || sorts.every((each) => each === "words");
  if (sort === "table") return drawn === 0 && sorts.every((each) => each === "words");
  if (sort === "drawing" && sorts.every((each) => each === "words")) return true;
  return sorts.every((each) => each === sort) && sorts.length < ABREAST[sort];
}

type Look = Parameters<typeof pageBlock>[3];

interface Row {
  readonly block: Block;
  /** True where it takes the height that is left. */
  readonly grows: boolean;
}

function rowBlock(c: BuildContext, row: readonly Placed[], from: JsonPath, look: Look): Row {
  const made = row.map(({ block, n }) => pageBlock(c, block, [...from, "blocks", n], look));
  const sorts = row.map(({ block }) => sortOf(block));
  const drawing = sorts.findIndex((sort) => sort === "drawing" || sort === "table");
  const grows = sorts.some((sort) => sort !== "words" && sort !== "table");
  const [only] = made;
  if (made.length === 1 && only !== undefined) return { block: only, grows };
  if (drawing === -1 || sorts.every((sort) => sort === "drawing")) {
    if (sorts.every((sort) => sort === "words")) return { block: stack("normal", ...made), grows };
    return { block: columns(evenly(made.length), made, { align: "stretch" }), grows };
  }
  const words = stack("normal", ...made.filter((_, n) => n !== drawing));
  const shown = made[drawing] as Block;
  return {
    block:
      drawing === 0
        ? columns([8, 4], [shown, words], { align: "stretch" })
        : columns([4, 8], [words, shown], { align: "stretch" }),
    grows,
  };
}
