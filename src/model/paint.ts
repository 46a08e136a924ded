import type { LineStyle, Paint, Series } from "./chart.ts";

/** Width of the frame that makes an outlined or hatched mark legible, in pt. */
const FRAME = 1;
/** Width of a line that names none, in pt. */
const WIDTH = 2.25;

/** The line that a filled mark has: the one asked for, else the frame that its pattern needs, else none. */
export function frameOf(paint: Paint, line: LineStyle | undefined): LineStyle | undefined {
  if (line) return line;
  return paint.pattern === "outline" || paint.pattern === "hatch"
    ? { ink: paint.ink, width: FRAME, dash: "solid" }
    : undefined;
}

/** The line of a series: its own, else one in its paint; none for a series that only carries marks or labels. */
export function seriesLine(series: Series): LineStyle | undefined {
  if (series.line) return series.line.width > 0 ? series.line : undefined;
  return series.paint.pattern === "none" ? undefined : { ink: series.paint.ink, width: WIDTH, dash: "solid" };
}

/** The marker of one point: `marker: true` shows one on a line that has none, false hides it. */
export function pointMarker(series: Series, point: Series["points"][number]): Series["marker"] {
  const paint = point.paint ??
    series.marker?.paint ?? { ink: seriesLine(series)?.ink ?? series.paint.ink, pattern: "solid" };
  const shown = point.marker ?? series.marker !== undefined;
  const size = point.size ?? series.marker?.size ?? 6;
  return shown ? { shape: "circle", ...series.marker, size, paint } : undefined;
}
