import { type Frame, frame } from "../../base/geometry.ts";
import { type Emu, emu, emuToPt, ptToEmu } from "../../base/units.ts";
import { minimumSize } from "../../charts/fit.ts";
import type { ExhibitBlock } from "../../model/deck.ts";
import type { ChartItem, Item, TextItem } from "../../model/page.ts";
import type { Rich } from "../../model/text.ts";
import {
  type BlockExtent,
  type BlockKind,
  distance,
  extent,
  type LayoutContext,
  UNBOUNDED,
} from "../context/layout-context.ts";
import { setText, textHeight } from "../context/paragraphs.ts";
import { measureTimeline, placeTimeline } from "./timeline.ts";

/** Least height of a chart in pt, where its block names none; a chart that needs more to be read gets that. */
const LEAST = 150;
/** Height of a body in pt for which charts have that height; in a lower one they are as much lower. */
const BODY = 330;

/**
 * A chart, table or timeline under its caption, a table over the rule of its colours.
 * natural, minimum = caption + gap + foot + what the exhibit needs: a chart its least height (it grows into whatever there is),
 * a table and a timeline their rows. maximum: none for charts and timelines, that of its rows for a table.
 */
export const exhibit: BlockKind<ExhibitBlock> = {
  measure(block, width, context) {
    const around = lineHeight(block.caption, width, context) + lineHeight(footOf(block), width, context);
    const inner = measureInner(block, width, context);
    return extent(around + inner.natural, around + inner.minimum, around + inner.maximum);
  },

  place(block, area, context) {
    const above = lineHeight(block.caption, area.w, context);
    const below = lineHeight(footOf(block), area.w, context);
    const rest = frame(area.x, area.y + above, area.w, area.h - above - below);
    const inner = placeInner(block, rest, context);
    const end = Math.max(...inner.map(({ frame: { y, h } }) => y + h)) + distance("hair", context);
    return [
      ...line("Caption", block.caption, area, area.y, context),
      ...inner,
      ...line("Rule", footOf(block), area, end, context),
    ];
  },
};

function measureInner(block: ExhibitBlock, width: Emu, context: LayoutContext): BlockExtent {
  switch (block.exhibit.type) {
    case "chart": {
      const share = Math.min(1, emuToPt(context.look.frames.content.body.h) / BODY);
      const wanted = (block.minHeight ?? LEAST) * share;
      const least = ptToEmu(Math.max(wanted, minimumSize(block.exhibit).height));
      return extent(least, least, UNBOUNDED);
    }
    case "tableExhibit":
      return context.blocks.measure(block.exhibit.table, width, context);
    case "timeline":
      return measureTimeline(block.exhibit, width, context);
  }
}

function placeInner(block: ExhibitBlock, area: Frame, context: LayoutContext): readonly Item[] {
  const { exhibit } = block;
  switch (exhibit.type) {
    case "chart": {
      const size = { width: emuToPt(area.w), height: emuToPt(area.h) };
      const item: ChartItem = {
        type: "chart",
        name: `Chart: ${exhibit.message === "" ? exhibit.id : exhibit.message}`,
        alt: exhibit.alt,
        frame: area,
        chart: context.fitChart(exhibit, size, context.sizes.label),
        from: exhibit.from,
      };
      return [item];
    }
    case "tableExhibit":
      return context.blocks.place(exhibit.table, area, context);
    case "timeline":
      return placeTimeline(exhibit, area, context);
  }
}

const footOf = ({ exhibit }: ExhibitBlock): Rich | undefined =>
  exhibit.type === "tableExhibit" ? exhibit.foot : undefined;

/** Height of the words above or below, with their distance from the exhibit. */
function lineHeight(text: Rich | undefined, width: Emu, context: LayoutContext): Emu {
  if (text === undefined || text.length === 0) return emu(0);
  return emu(textHeight([{ text }], { role: "label" }, width, context) + distance("hair", context));
}

function line(
  name: string,
  text: Rich | undefined,
  area: Frame,
  y: number,
  context: LayoutContext,
): readonly TextItem[] {
  if (text === undefined || text.length === 0) return [];
  const set = setText([{ text }], { role: "label" }, area.w, context);
  return [
    {
      type: "text",
      name,
      role: "label",
      frame: frame(area.x, y, area.w, set.height),
      paragraphs: set.paragraphs,
      anchor: "top",
      insets: set.insets,
    },
  ];
}
