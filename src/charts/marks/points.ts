import type { Layer, PointSeries, ValueAxis, XYCoordinates } from "../../model/chart.ts";
import type { Mark, PointMark, Rect, Spot } from "../../model/marks.ts";
import { pointSize } from "../../model/placed.ts";
import { shareOf } from "./geometry.ts";

type Points = Extract<Layer, { type: "points" }>;

/** Diameter of the largest bubble, as a share of the plot's shorter side: as PowerPoint draws it at scale 100. */
export const LARGEST_BUBBLE = 0.25;

/** Points with the line through them, or bubbles. */
export const pointMarks = (
  layer: Points,
  l: number,
  coordinates: XYCoordinates,
  plot: Rect,
): readonly Mark[] =>
  layer.series.flatMap((series, n): readonly Mark[] => {
    const diameter = layer.bubbles ? bubbleSize(layer, plot) : pointSize;
    const points = series.points.map(
      (point, item): PointMark => ({
        type: "point",
        part: "series",
        of: { layer: l, series: n, item },
        at: pointSpot(coordinates, plot, point),
        shape: "circle",
        size: diameter(point),
        paint: point.paint ?? series.paint,
        line: layer.bubbles ? series.line : undefined,
      }),
    );
    if (layer.bubbles || !series.line || points.length < 2) return points;
    const of = { layer: l, series: n, item: 0 };
    return [
      { type: "line", part: "series", of, spots: points.map(({ at }) => at), line: series.line },
      ...points,
    ];
  });

export const pointSpot = (
  { x, y }: { readonly x: ValueAxis; readonly y: ValueAxis },
  plot: Rect,
  point: { readonly x: number; readonly y: number },
): Spot => ({ x: plot.x + plot.w * shareOf(x, point.x), y: plot.y + plot.h * (1 - shareOf(y, point.y)) });

/** Diameters by areas: the largest bubble has its share of the plot. */
export function bubbleSize(
  layer: Points,
  plot: Rect,
): (point: Pick<PointSeries["points"][number], "size">) => number {
  const sizes = layer.series.flatMap(({ points }) => points.map(({ size }) => size ?? 0));
  const largest = Math.max(Number.MIN_VALUE, ...sizes);
  const most = Math.min(plot.w, plot.h) * LARGEST_BUBBLE;
  return ({ size }) => most * Math.sqrt(Math.max(0, size ?? 0) / largest);
}
