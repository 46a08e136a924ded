import type { KeyEntry } from "../../../model/chart.ts";
import type { DrawnShape } from "../../../model/placed.ts";
import { measureText } from "../../../text/index.ts";
import { hex, pen } from "../ink.ts";
import type { Node, Outline, Rect } from "../list.ts";
import { ellipse, rectangle, rounded } from "../path.ts";
import { arrowNodes } from "../shape.ts";
import { lines, mark, placed, type Sketch, stroke } from "./frame.ts";

/** Head of an arrow in a chart, as the native chart draws it. */
const HEAD = { length: 4, least: 6 };

/** One shape inside the chart. */
export function drawnShape(sketch: Sketch, shape: DrawnShape): readonly Node[] {
  const { look } = sketch;
  if (shape.type === "line") {
    const [from, to] = [
      placed(sketch, { x: shape.x1, y: shape.y1, w: 0, h: 0 }),
      placed(sketch, { x: shape.x2, y: shape.y2, w: 0, h: 0 }),
    ];
    return arrowNodes(from, to, shape.line, shape.arrow, HEAD, look);
  }
  const box = placed(sketch, shape.box);
  const d = outline(box, shape.rounded ?? false);
  if (shape.type === "box") return mark(look, d, box, shape.paint, shape.line);
  const ground: Outline = {
    type: "outline",
    d,
    box,
    ...(shape.fill && { fill: { colour: hex(look, shape.fill), pattern: "solid" } }),
    ...(shape.line && { pen: pen(look, shape.line) }),
  };
  const x = shape.align === "left" ? box.x : shape.align === "right" ? box.x + box.w : box.x + box.w / 2;
  return [
    ...(shape.fill || shape.line ? [ground] : []),
    ...lines(look, shape.lines, x, box.y + box.h / 2, shape.align, shape),
  ];
}

/** A rectangle, or one with round ends. */
const outline = (box: Rect, round: boolean): string =>
  round ? rounded(box, Math.min(box.w, box.h) / 2) : rectangle(box);

/** The entries of the key in one row, centred over the plot, each with a sample of its mark. */
export function keyNodes(sketch: Sketch): readonly Node[] {
  const { chart, box, plot, look } = sketch;
  if (chart.key.length === 0) return [];
  const size = chart.labelSize;
  const side = size * 0.7;
  const [near, far] = [side * 0.6, side * 2];
  const face = { family: look.theme.fonts.body, bold: false, italic: false };
  const widths = chart.key.map((entry) => side + near + measureText(entry.name, face, size));
  const all = widths.reduce((sum, width) => sum + width, 0) + far * (widths.length - 1);
  const y = box.y + size * 0.9;
  let x = plot.x + plot.w / 2 - all / 2;
  return chart.key.flatMap((entry, i) => {
    const at = x;
    x += (widths[i] ?? 0) + far;
    const style = { size, ink: "ink", bold: false } as const;
    return [
      ...sample(sketch, entry, { x: at, y: y - side / 2, w: side, h: side }),
      ...lines(look, [entry.name], at + side + near, y, "left", style),
    ];
  });
}

function sample({ look }: Sketch, entry: KeyEntry, box: Rect): readonly Node[] {
  if (entry.shape !== "line") {
    const d = entry.shape === "dot" ? ellipse(box) : rectangle(box);
    return mark(look, d, box, entry.paint, entry.line);
  }
  const y = box.y + box.h / 2;
  const ends = [
    { x: box.x, y },
    { x: box.x + box.w, y },
  ];
  return [stroke(look, ends, entry.line ?? { ink: entry.paint.ink, width: 2.25, dash: "solid" })];
}
