import { type Frame, frame } from "../../base/geometry.ts";
import { type Emu, emu, pt, ptToEmu } from "../../base/units.ts";
import type { BarsBlock } from "../../model/deck.ts";
import type { Item, ShapeItem } from "../../model/page.ts";
import { rich } from "../../model/text.ts";
import {
  type BlockKind,
  distance,
  extent,
  type LayoutContext,
  lineHeightOf,
} from "../context/layout-context.ts";
import { textHeight } from "../context/paragraphs.ts";
import { drawingLabel, labelWidth } from "./label.ts";

/** Share of the width that labels take, so that the bars of all rows of a page start at one place. */
const LABELS = 0.5;
/** Thickness of a bar, and distance of words from it, in pt. */
const BAR = 11;
const GAP = 5;

type Bar = BarsBlock["bars"][number];

/**
 * Small bars on one scale that begins at zero, with labels at the left and numbers at their ends.
 * natural = minimum = maximum = the lines of the labels; in a frame higher than that they stand in its middle.
 */
export const bars: BlockKind<BarsBlock> = {
  measure(block, width, context) {
    const heights = block.bars.map((bar) => heightOf(bar, width, context));
    const gaps = distance("hair", context) * Math.max(0, heights.length - 1);
    return extent(heights.reduce((sum, height) => sum + height, 0) + gaps);
  },

  place(block, area, context) {
    const gap = distance("hair", context);
    const heights = block.bars.map((bar) => heightOf(bar, area.w, context));
    const all = heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1);
    const scale = scaleOf(block, area, context);
    let top = area.y + Math.max(0, (area.h - all) / 2);
    const ground: ShapeItem = {
      type: "shape",
      name: "Comparison",
      geometry: "rect",
      frame: frame(area.x, top, area.w, all),
      fill: "paper",
      alt: block.alt,
    };
    const rows = block.bars.flatMap((bar, index): readonly Item[] => {
      const height = heights[index] ?? 0;
      const row = frame(area.x, top, area.w, height);
      top += height + gap;
      return barItems(bar, row, scale, context);
    });
    return [ground, ...rows];
  },
};

const namesWidth = (width: number): Emu => emu(width * LABELS);

const heightOf = (bar: Bar, width: Emu, context: LayoutContext): number =>
  Math.max(
    lineHeightOf("label", context),
    textHeight([{ text: rich(bar.label) }], { role: "label" }, namesWidth(width), context),
  );

const numberWidth = ({ text }: Bar, context: LayoutContext): Emu => labelWidth(text, context, { bold: true });

interface Scale {
  /** Place of a value from the left edge of the slide, in EMU. */
  readonly at: (value: number) => number;
}

function scaleOf(block: BarsBlock, area: Frame, context: LayoutContext): Scale {
  const values = block.bars.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const numbers = Math.max(...block.bars.map((bar) => numberWidth(bar, context)));
  const start = area.x + namesWidth(area.w) + ptToEmu(GAP);
  const room = Math.max(0, area.x + area.w - start - ptToEmu(GAP) - numbers);
  return { at: (value) => start + (high === low ? 0 : (room * (value - low)) / (high - low)) };
}

const LOOKS: Readonly<Record<Bar["look"], Pick<ShapeItem, "fill" | "line">>> = {
  own: { fill: "accent" },
  other: { fill: "faint" },
  aim: { fill: "paper", line: { ink: "muted", width: pt(1.25) } },
};

function barItems(bar: Bar, row: Frame, { at }: Scale, context: LayoutContext): readonly Item[] {
  const thick = Math.min(ptToEmu(BAR), row.h);
  const [from, to] = [Math.min(at(0), at(bar.value)), Math.max(at(0), at(bar.value))];
  const own = bar.look === "own";
  const shape: ShapeItem = {
    type: "shape",
    name: `Bar: ${bar.label}`,
    geometry: "rect",
    frame: frame(from, row.y + (row.h - thick) / 2, Math.max(ptToEmu(1), to - from), thick),
    ...LOOKS[bar.look],
    ...(bar.ahead === true && own
      ? { pattern: "hatch" as const, line: { ink: "accent" as const, width: pt(1) } }
      : {}),
    decorative: true,
  };
  const words = (name: string, text: string, box: Frame, align: "left" | "right", bold: boolean): Item => {
    const item = drawingLabel(name, text, box, { align, ink: own ? "ink" : "muted", bold }, context);
    return bar.from === undefined ? item : { ...item, from: bar.from };
  };
  const label = frame(row.x, row.y, namesWidth(row.w), row.h);
  const line = lineHeightOf("label", context);
  const number = frame(
    to + ptToEmu(GAP),
    row.y + (row.h - line) / 2,
    Math.min(numberWidth(bar, context), Math.max(ptToEmu(1), row.x + row.w - to - ptToEmu(GAP))),
    line,
  );
  return [
    words("Label", bar.label, label, "right", false),
    shape,
    words("Number", bar.text, number, "left", own),
  ];
}
