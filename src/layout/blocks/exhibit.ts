import { type Frame, frame } from "../../base/geometry.ts";
import { type Emu, emu, emuToPt, ptToEmu } from "../../base/units.ts";
import { minimumSize } from "../../charts/fit.ts";
import type { ExhibitBlock } from "../../model/deck.ts";
import type { ChartItem, Item, TextItem } from "../../model/page.ts";
import type { Rich } from "../../model/text.ts";
import { setText, textHeight } from "../context/paragraphs.ts";
import { type BlockKind, distance, type Extent, extent, type Setting } from "../context/setting.ts";
import { measureTimeline, placeTimeline } from "./timeline.ts";

/** Least height of a chart in pt, where its block names none; a chart that needs more to be read gets that. */
const LEAST = 150;

/**
 * A chart, table or timeline under its caption, a table over the rule of its colours.
 * natural, minimum = caption + gap + foot + what the exhibit needs: a chart its least height (it grows into whatever there is),
 * a table its rows, a timeline its rows.
 */
export const exhibit: BlockKind<ExhibitBlock> = {
  measure(block, width, setting) {
    const around = lineHeight(block.caption, width, setting) + lineHeight(footOf(block), width, setting);
    const inner = measureInner(block, width, setting);
    return extent(around + inner.natural, around + inner.minimum);
  },

  place(block, area, setting) {
    const above = lineHeight(block.caption, area.w, setting);
    const below = lineHeight(footOf(block), area.w, setting);
    const rest = frame(area.x, area.y + above, area.w, area.h - above - below);
    const inner = placeInner(block, rest, setting);
    const end = Math.max(...inner.map(({ frame: { y, h } }) => y + h)) + distance("hair", setting);
    return [
      ...line("Caption", block.caption, area, area.y, setting),
      ...inner,
      ...line("Rule", footOf(block), area, end, setting),
    ];
  },

  fills: (block) => block.exhibit.type !== "tableExhibit",
};

function measureInner(block: ExhibitBlock, width: Emu, setting: Setting): Extent {
  switch (block.exhibit.type) {
    case "chart":
      return extent(ptToEmu(Math.max(block.minHeight ?? LEAST, minimumSize(block.exhibit).height)));
    case "tableExhibit":
      return setting.blocks.measure(block.exhibit.table, width, setting);
    case "timeline":
      return measureTimeline(block.exhibit, width, setting);
  }
}

function placeInner(block: ExhibitBlock, area: Frame, setting: Setting): readonly Item[] {
  const { exhibit } = block;
  switch (exhibit.type) {
    case "chart": {
      const size = { width: emuToPt(area.w), height: emuToPt(area.h) };
      const item: ChartItem = {
        type: "chart",
        name: `Chart: ${exhibit.message === "" ? exhibit.id : exhibit.message}`,
        alt: exhibit.alt,
        frame: area,
        chart: setting.fitChart(exhibit, size, setting.sizes.label),
        from: exhibit.from,
      };
      return [item];
    }
    case "tableExhibit":
      return setting.blocks.place(exhibit.table, area, setting);
    case "timeline":
      return placeTimeline(exhibit, area, setting);
  }
}

const footOf = ({ exhibit }: ExhibitBlock): Rich | undefined =>
  exhibit.type === "tableExhibit" ? exhibit.foot : undefined;

/** Height of the words above or below, with their distance from the exhibit. */
function lineHeight(text: Rich | undefined, width: Emu, setting: Setting): Emu {
  if (text === undefined || text.length === 0) return emu(0);
  return emu(textHeight([{ text }], { role: "label" }, width, setting) + distance("hair", setting));
}

function line(
  name: string,
  text: Rich | undefined,
  area: Frame,
  y: number,
  setting: Setting,
): readonly TextItem[] {
  if (text === undefined || text.length === 0) return [];
  const set = setText([{ text }], { role: "label" }, area.w, setting);
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
