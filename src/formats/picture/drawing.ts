import type { LineStyle, Paint } from "../../model/chart.ts";
import { frameOf } from "../../model/paint.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { hex, pen } from "../display/color.ts";

/** A chart with what drawing it by Chart.js needs; lengths of the picture are in px. */
export interface ChartDrawing {
  readonly chart: PlacedChart;
  readonly look: ResolvedTheme;
  readonly size: { readonly width: number; readonly height: number; readonly scale: number };
}

/** px to the pt. */
export const pxPerPt = ({ chart, size }: ChartDrawing) => ({
  x: size.width / chart.width,
  y: size.height / chart.height,
});

/** Colour with which Chart.js fills a mark; hatches are drawn over paper, see `plugin.ts`. */
export const chartFill = ({ look }: ChartDrawing, { ink, pattern }: Paint): string =>
  pattern === "none" ? "transparent" : hex(look, pattern === "solid" ? ink : "paper");

/** The edge of a filled mark, by the same rule as in the native chart. */
export const edgeOf = (drawing: ChartDrawing, paint: Paint, line: LineStyle | undefined) =>
  strokeOf(drawing, paint.pattern === "none" && !line ? undefined : frameOf(paint, line));

/** A line as Chart.js strokes it. */
export function strokeOf(drawing: ChartDrawing, line: LineStyle | undefined) {
  if (!line) return { borderColor: "transparent", borderWidth: 0, borderDash: [] };
  const { colour, width, dash } = pen(drawing.look, line);
  const k = pxPerPt(drawing).x;
  return { borderColor: colour, borderWidth: width * k, borderDash: dash.map((length) => length * k) };
}
