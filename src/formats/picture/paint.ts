import type { LineStyle, Paint } from "../../model/chart.ts";
import { frameOf } from "../../model/paint.ts";
import type { Rect } from "../display/list.ts";
import { hatch, hatchOf } from "./hatching.ts";
import { type Canvas2D, dashes, hex, type Sketch } from "./pen.ts";

/** What a mark is filled with; hatches are drawn on paper. */
export function fillOf(sketch: Sketch, paint: Paint): string {
  switch (paint.pattern) {
    case "solid":
      return hex(sketch.look, paint.ink);
    case "outline":
    case "hatch":
      return hex(sketch.look, "paper");
    case "none":
      return "transparent";
  }
}

/** The edge of a filled mark, by the same rule as in the native chart. */
export function edgeOf(sketch: Sketch, paint: Paint, line: LineStyle | undefined) {
  const frame = paint.pattern === "none" && !line ? undefined : frameOf(paint, line);
  return frame
    ? { borderColor: hex(sketch.look, frame.ink), borderWidth: frame.width * sketch.k }
    : { borderColor: "transparent", borderWidth: 0 };
}

/** A line as Chart.js strokes it. */
export function strokeOf(sketch: Sketch, line: LineStyle | undefined) {
  if (!line) return { borderColor: "transparent", borderWidth: 0, borderDash: [] };
  const width = line.width * sketch.k;
  return {
    borderColor: hex(sketch.look, line.ink),
    borderWidth: width,
    borderDash: dashes(line.dash, width),
  };
}

/** Fills and frames a mark that Chart.js does not draw: what `trace` adds to the path. */
export function paintMark(
  ctx: Canvas2D,
  sketch: Sketch,
  { paint, line }: { readonly paint: Paint; readonly line?: LineStyle },
  box: Rect,
  trace: () => void,
): void {
  ctx.beginPath();
  trace();
  ctx.fillStyle = fillOf(sketch, paint);
  ctx.fill();
  const colour = hatchOf(sketch, paint);
  if (colour) hatch(ctx, sketch, colour, box, trace);
  const edge = edgeOf(sketch, paint, line);
  if (edge.borderWidth <= 0) return;
  ctx.beginPath();
  trace();
  ctx.strokeStyle = edge.borderColor;
  ctx.lineWidth = edge.borderWidth;
  ctx.stroke();
}
