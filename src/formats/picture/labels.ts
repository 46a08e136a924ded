import { boxOf, type TextMark } from "../../model/marks.ts";
import { type Canvas2D, font, hex, type Sketch } from "./pen.ts";
import { writeLines } from "./shapes.ts";

/** Draws the labels of all marks at the places that the native chart gives them. */
export function drawLabels(ctx: Canvas2D, sketch: Sketch): void {
  for (const mark of sketch.chart.marks)
    if (mark.type === "text" && mark.part === "label") drawLabel(ctx, sketch, mark);
}

function drawLabel(ctx: Canvas2D, sketch: Sketch, mark: TextMark): void {
  const { k, look } = sketch;
  const { at, fill, reach = 0, size, lines, align } = mark;
  ctx.save();
  if (fill) {
    const { x, y, w, h } = boxOf(mark);
    ctx.fillStyle = hex(look, fill);
    ctx.beginPath();
    ctx.rect((x - reach) * k, y * k, (w + 2 * reach) * k, h * k);
    ctx.fill();
  }
  const style = { font: font(sketch, size, mark.bold), colour: hex(look, mark.ink ?? "ink") };
  writeLines(ctx, lines, at.x * k, at.y * k, align, size * 1.2 * k, style);
  ctx.restore();
}
