import { type Frame, frame } from "../../base/geometry.ts";
import { pt, ptToEmu } from "../../base/units.ts";
import type { SparklineBlock } from "../../model/deck.ts";
import type { Item, Path, ShapeItem } from "../../model/page.ts";
import { type BlockKind, extent, type LayoutContext, lineHeightOf } from "../context/layout-context.ts";
import { drawingLabel, labelWidth } from "./label.ts";

/** Diameter of the dot at the last value in pt; half of it is kept free at every side. */
const DOT = 6;
/** Factor by which a sparkline may become higher than its block asks for. */
const GROWTH = 8;

type Point = SparklineBlock["points"][number];
interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * A word-sized line: actuals solid, forecast dashed from the last actual on, dot at the last actual, target as a thin
 * dashed line across. natural = minimum = the block's height; it may become eight times as high. The words of its
 * ends stand below it. In a frame higher than that it stands at the bottom, so that the lines of neighbouring cards are level.
 */
export const sparkline: BlockKind<SparklineBlock> = {
  measure: (block, _width, context) => {
    const line = ptToEmu(block.height);
    const words = wordsHeight(block, context);
    return extent(line + words, line + words, line * GROWTH + words);
  },

  place(block, area, context) {
    const words = wordsHeight(block, context);
    const height = Math.min(area.h - words, ptToEmu(block.height) * GROWTH);
    const box = frame(area.x, area.y + area.h - words - height, area.w, height);
    const spot = scale(block, box);
    const shapes: Item[] = [];
    if (block.target !== undefined) shapes.push(level("Target", spot({ x: 0, y: block.target }).y, box));

    const actual = strokes(block.points, (point) => !point.forecast, spot);
    const joined = withJoint(block.points);
    // A forecast names some periods only: its line leads from one to the next.
    const forecast = strokes(
      joined.filter(({ y }) => y !== null),
      () => true,
      spot,
    );
    shapes.push({
      type: "shape",
      name: "Sparkline",
      alt: block.alt,
      geometry: { strokes: actual },
      frame: box,
      line: { ink: "ink", width: pt(1.5) },
    });
    if (forecast.some((stroke) => stroke.length > 1)) {
      shapes.push({
        type: "shape",
        name: "Forecast",
        geometry: { strokes: forecast },
        frame: box,
        line: { ink: "muted", width: pt(1.5), dash: "dash" },
        decorative: true,
      });
    }
    const last = block.points.findLast((point) => !point.forecast && point.y !== null);
    if (last !== undefined && last.y !== null) {
      const at = spot({ x: last.x, y: last.y });
      const d = ptToEmu(DOT);
      shapes.push({
        type: "shape",
        name: "Latest",
        geometry: "ellipse",
        frame: frame(box.x + at.x * box.w - d / 2, box.y + at.y * box.h - d / 2, d, d),
        fill: "accent",
        decorative: true,
      });
    }
    return [...shapes, ...endsOf(block, box, spot, context)];
  },
};

const wordsHeight = ({ ends }: SparklineBlock, context: LayoutContext): number =>
  ends === undefined ? 0 : lineHeightOf("label", context);

/** The first value at the left, the latest under its dot; only that where the two would meet. */
function endsOf(
  { ends, points }: SparklineBlock,
  box: Frame,
  spot: (point: Spot) => Spot,
  context: LayoutContext,
): readonly Item[] {
  const known = points.filter((point) => !point.forecast && point.y !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (ends === undefined || first === undefined || last === undefined) return [];
  const place = (text: string, { x }: { readonly x: number }) => {
    const width = Math.min(box.w, labelWidth(text, context));
    const middle = box.x + spot({ x, y: 0 }).x * box.w;
    return { text, width, x: Math.max(box.x, Math.min(box.x + box.w - width, middle - width / 2)) };
  };
  const [left, right] = [place(ends[0], first), place(ends[1], last)];
  const apart = left.x + left.width + ptToEmu(DOT) <= right.x;
  return (apart ? [left, right] : [right]).map(({ text, width, x }) => {
    const place = frame(x, box.y + box.h, width, lineHeightOf("label", context));
    return drawingLabel("Value", text, place, { ink: "muted", anchor: "top" }, context);
  });
}

/** From data to fractions of the frame, with room for the dot at all sides. A flat line stands in the middle. */
function scale(block: SparklineBlock, box: Frame): (point: Spot) => Spot {
  const xs = block.points.map((point) => point.x);
  const ys = block.points.flatMap((point) => (point.y === null ? [] : [point.y]));
  const all = block.target === undefined ? ys : [...ys, block.target];
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...all), Math.max(...all)];
  const padX = Math.min(0.5, ptToEmu(DOT) / 2 / Math.max(1, box.w));
  const padY = Math.min(0.5, ptToEmu(DOT) / 2 / Math.max(1, box.h));
  const part = (value: number, low: number, high: number) =>
    high > low ? (value - low) / (high - low) : 0.5;
  return ({ x, y }) => ({
    x: padX + (1 - 2 * padX) * part(x, x0, x1),
    y: padY + (1 - 2 * padY) * (1 - part(y, y0, y1)),
  });
}

/** Polylines through the points that count, a new one after every gap. */
function strokes(
  points: readonly Point[],
  counts: (point: Point) => boolean,
  spot: (at: Spot) => Spot,
): Path["strokes"] {
  const lines: Spot[][] = [];
  let open: Spot[] = [];
  const close = () => {
    if (open.length > 0) lines.push(open);
    open = [];
  };
  for (const point of points) {
    if (point.y === null || !counts(point)) close();
    else open.push(spot({ x: point.x, y: point.y }));
  }
  close();
  return lines;
}

/** The forecast with the last actual before it, from where its line starts. */
function withJoint(points: readonly Point[]): readonly Point[] {
  const first = points.findIndex((point) => point.forecast);
  if (first < 0) return [];
  const joint = points.slice(0, first).findLast((point) => point.y !== null);
  return joint === undefined ? points.slice(first) : [joint, ...points.slice(first)];
}

const level = (name: string, y: number, box: Frame): ShapeItem => ({
  type: "shape",
  name,
  geometry: "line",
  frame: frame(box.x, box.y + y * box.h, box.w, 0),
  line: { ink: "faint", width: pt(1), dash: "dash" },
  decorative: true,
});
