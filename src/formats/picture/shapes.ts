import type { LineStyle } from "../../model/chart.ts";
import type { Box, DrawnShape } from "../../model/placed.ts";
import { paintMark } from "./paint.ts";
import { type Canvas2D, dashes, font, hex, type Sketch } from "./pen.ts";

type Line = Extract<DrawnShape, { type: "line" }>;
type Words = Extract<DrawnShape, { type: "text" }>;

/** Draws one shape; its fractions are of the whole picture. */
export function drawShape(ctx: Canvas2D, sketch: Sketch, shape: DrawnShape): void {
  ctx.save();
  if (shape.type === "line") drawLine(ctx, sketch, shape);
  else if (shape.type === "text") drawWords(ctx, sketch, shape);
  else {
    const box = inPixels(sketch, shape.box);
    paintMark(ctx, sketch, shape, box, () => outline(ctx, box, shape.rounded));
  }
  ctx.restore();
}

function pen(ctx: Canvas2D, sketch: Sketch, line: LineStyle): void {
  const width = line.width * sketch.k;
  ctx.strokeStyle = hex(sketch.look, line.ink);
  ctx.lineWidth = width;
  ctx.setLineDash(dashes(line.dash, width));
}

const inPixels = ({ size }: Sketch, box: Box): Box => ({
  x: box.x * size.width,
  y: box.y * size.height,
  w: box.w * size.width,
  h: box.h * size.height,
});

/** Adds a rectangle, or one with round ends, to the path. */
function outline(ctx: Canvas2D, { x, y, w, h }: Box, rounded: boolean): void {
  if (rounded) ctx.roundRect(x, y, w, h, Math.min(w, h) / 2);
  else ctx.rect(x, y, w, h);
}

function drawLine(ctx: Canvas2D, sketch: Sketch, shape: Line): void {
  const { size, k, look } = sketch;
  const from = { x: shape.x1 * size.width, y: shape.y1 * size.height };
  const to = { x: shape.x2 * size.width, y: shape.y2 * size.height };
  const reach = Math.hypot(to.x - from.x, to.y - from.y);
  const head = shape.arrow === "end" ? Math.min(reach, Math.max(6, 4 * shape.line.width) * k) : 0;
  const unit = reach === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / reach, y: (to.y - from.y) / reach };
  const neck = { x: to.x - unit.x * head, y: to.y - unit.y * head };
  pen(ctx, sketch, shape.line);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(neck.x, neck.y);
  ctx.stroke();
  if (head === 0) return;
  ctx.fillStyle = hex(look, shape.line.ink);
  ctx.beginPath();
  ctx.moveTo(to.x, to.y);
  ctx.lineTo(neck.x - (unit.y * head) / 2, neck.y + (unit.x * head) / 2);
  ctx.lineTo(neck.x + (unit.y * head) / 2, neck.y - (unit.x * head) / 2);
  ctx.closePath();
  ctx.fill();
}

function drawWords(ctx: Canvas2D, sketch: Sketch, shape: Words): void {
  const { size, k, look } = sketch;
  ctx.beginPath();
  outline(ctx, inPixels(sketch, shape.box), shape.rounded ?? false);
  if (shape.fill) {
    ctx.fillStyle = hex(look, shape.fill);
    ctx.fill();
  }
  if (shape.line) {
    pen(ctx, sketch, shape.line);
    ctx.stroke();
  }
  const { x, w } = shape.box;
  const at = (shape.align === "left" ? x : shape.align === "right" ? x + w : x + w / 2) * size.width;
  const middle = (shape.box.y + shape.box.h / 2) * size.height;
  writeLines(ctx, shape.lines, at, middle, shape.align, shape.size * 1.2 * k, {
    font: font(sketch, shape.size, shape.bold),
    colour: hex(look, shape.ink),
  });
}

/** Lines of text around the height `middle`, at a pitch in px. */
export function writeLines(
  ctx: Canvas2D,
  lines: readonly string[],
  x: number,
  middle: number,
  align: "left" | "center" | "right",
  pitch: number,
  style: { readonly font: string; readonly colour: string },
): void {
  ctx.font = style.font;
  ctx.fillStyle = style.colour;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  lines.forEach((line, i) => {
    ctx.fillText(line, x, middle + (i - (lines.length - 1) / 2) * pitch);
  });
}
