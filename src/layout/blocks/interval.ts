import { type Frame, frame } from "../../base/geometry.ts";
import { pt, ptToEmu } from "../../base/units.ts";
import type { IntervalBlock } from "../../model/deck.ts";
import type { Item, ShapeItem } from "../../model/page.ts";
import { type BlockKind, extent, type LayoutContext, lineHeightOf } from "../context/layout-context.ts";
import { drawingLabel, labelWidth } from "./label.ts";

/** Diameter of the dot, height of the ends, and room above and below the line, in pt. */
const DOT = 8;
const END = 8;
/** Least distance between the words of two ends, in pt. */
const APART = 10;
/** Width beyond which a line does not become longer, in pt. */
const WIDEST = 230;

/**
 * A line from the low to the high end with a dot at the value, the ends written above it; zero is a line across with its
 * word below. natural = minimum = maximum = two lines of words and the dot; in a higher frame it stands in its middle.
 */
export const interval: BlockKind<IntervalBlock> = {
  measure: (block, _width, context) => extent(heightOf(block, context)),

  place(block, area, context) {
    const height = heightOf(block, context);
    const width = Math.min(area.w, ptToEmu(WIDEST));
    const box = frame(area.x, area.y + Math.max(0, (area.h - height) / 2), width, height);
    const line = lineHeightOf("label", context);
    const y = box.y + line + ptToEmu(DOT) / 2;
    const at = scaleOf(block, box, context);
    const [low, value, high] = [at(block.low), at(block.value), at(block.high)];
    const stroke = (name: string, from: Frame, weight: number, ink: "accent" | "muted"): ShapeItem => ({
      type: "shape",
      name,
      geometry: "line",
      frame: from,
      line: { ink, width: pt(weight) },
      decorative: true,
    });
    const half = ptToEmu(END) / 2;
    const zero =
      block.zeroText === undefined
        ? []
        : [
            stroke("Zero", frame(at(0), box.y + line - half / 2, 0, ptToEmu(DOT) + half), 1, "muted"),
            words(
              "Zero",
              block.zeroText,
              startOf(block.zeroText, at(0), box, context),
              y + ptToEmu(DOT) / 2 + half / 2,
              context,
            ),
          ];
    return [
      { type: "shape", name: "Range", geometry: "rect", frame: box, fill: "paper", alt: block.alt },
      stroke("Interval", frame(low, y, high - low, 0), 2, "accent"),
      stroke("Low end", frame(low, y - half, 0, half * 2), 2, "accent"),
      stroke("High end", frame(high, y - half, 0, half * 2), 2, "accent"),
      {
        type: "shape",
        name: "Value",
        geometry: "ellipse",
        frame: frame(value - ptToEmu(DOT) / 2, y - ptToEmu(DOT) / 2, ptToEmu(DOT), ptToEmu(DOT)),
        fill: "accent",
        decorative: true,
      },
      ...ends(block, [low, high], box, context),
      ...zero,
    ];
  },
};

const heightOf = ({ zeroText }: IntervalBlock, context: LayoutContext): number =>
  lineHeightOf("label", context) * (zeroText === undefined ? 1 : 2) + ptToEmu(DOT + END / 2);

/** From values to places, with room for half of the words at both sides. */
function scaleOf(block: IntervalBlock, box: Frame, context: LayoutContext): (value: number) => number {
  const ends = block.zeroText === undefined ? [block.low, block.high] : [block.low, block.high, 0];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const left = from === block.low ? labelWidth(block.lowText, context) / 2 : ptToEmu(DOT);
  const right = to === block.high ? labelWidth(block.highText, context) / 2 : ptToEmu(DOT);
  const room = Math.max(0, box.w - left - right);
  return (value) => box.x + left + (to === from ? 0.5 : (value - from) / (to - from)) * room;
}

/** The words of both ends, each in the middle over its own, or side by side where the ends are close. */
function ends(
  { lowText, highText }: IntervalBlock,
  [low, high]: readonly [number, number],
  box: Frame,
  context: LayoutContext,
): readonly Item[] {
  const [first, second] = [labelWidth(lowText, context), labelWidth(highText, context)];
  const gap = ptToEmu(APART);
  const from = startOf(lowText, low, box, context);
  const to = startOf(highText, high, box, context);
  const apart = from + first + gap <= to;
  const middle = Math.max(
    box.x + first + gap / 2,
    Math.min(box.x + box.w - second - gap / 2, (low + high) / 2),
  );
  return [
    words("Low", lowText, apart ? from : middle - gap / 2 - first, box.y, context),
    words("High", highText, apart ? to : middle + gap / 2, box.y, context),
  ];
}

/** Left edge of words in the middle over a place, inside the box. */
function startOf(text: string, x: number, box: Frame, context: LayoutContext): number {
  const width = labelWidth(text, context);
  return Math.max(box.x, Math.min(box.x + box.w - width, x - width / 2));
}

function words(name: string, text: string, x: number, y: number, context: LayoutContext): Item {
  const box = frame(x, y, labelWidth(text, context), lineHeightOf("label", context));
  return drawingLabel(name, text, box, { align: "center", ink: "muted" }, context);
}
