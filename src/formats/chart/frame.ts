import type { LineStyle, Paint } from "../../model/chart.ts";

/** Width of the frame that makes an outlined or hatched mark legible, in pt. */
const FRAME = 1;

/** The line that a filled mark has: the one asked for, else the frame that its pattern needs, else none. */
export function frameOf(paint: Paint, line: LineStyle | undefined): LineStyle | undefined {
  if (line) return line;
  return paint.pattern === "outline" || paint.pattern === "hatch"
    ? { ink: paint.ink, width: FRAME, dash: "solid" }
    : undefined;
}
