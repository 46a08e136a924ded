import type { LineStyle, Paint } from "../../model/chart.ts";
import { frameOf } from "../pptx/chart/styles.ts";
import { dashes, hex, type Sketch } from "./pen.ts";

/** What Chart.js fills a mark with. */
export function fillOf(sketch: Sketch, paint: Paint): unknown {
  switch (paint.pattern) {
    case "solid":
      return hex(sketch.look, paint.ink);
    case "outline":
      return hex(sketch.look, "paper");
    case "hatch":
      return sketch.hatch(hex(sketch.look, paint.ink));
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
