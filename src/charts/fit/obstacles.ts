import type { ChartModel, Layer } from "../../model/chart.ts";
import type { Mark, Spot } from "../../model/marks.ts";
import type { Projection, Rect, Segment } from "../marks/geometry.ts";
import { layerMarks } from "../marks/index.ts";

/** Things on the plot that a label should not cover, in pt. */
export interface Obstacles {
  readonly bars: readonly Rect[];
  readonly lines: readonly Segment[];
}

/** A layer over categories with what it draws; a line keeps its gaps clear, too, since the eye goes on there. */
export interface PlacedLayer {
  readonly layer: Layer;
  readonly marks: readonly Mark[];
}

export const placedLayers = ({ layers }: ChartModel, projection: Projection): readonly PlacedLayer[] =>
  layers.map((layer, l) => ({
    layer,
    marks: layerMarks(layer.type === "lines" ? { ...layer, missing: "span" } : layer, l, projection),
  }));

/** Bars that are seen, and the pieces of lines, of their error bars, and of the edges of areas. */
export function obstaclesOf(layers: readonly PlacedLayer[], projection: Projection): Obstacles {
  const zero = projection.value(0);
  const bars: Rect[] = [];
  const lines: Segment[] = [];
  for (const { layer, marks } of layers) {
    const ranges = layer.type === "areas" && layer.series.some(({ role }) => role === "rangeWidth");
    for (const mark of marks)
      if (mark.type === "box" && mark.paint.pattern !== "none") bars.push(mark.box);
      else if (mark.type === "line" && (mark.part === "series" || layer.type === "lines"))
        lines.push(...piecesOf(mark.spots));
      else if (mark.type === "area") {
        lines.push(...piecesOf(mark.top));
        if (!ranges) bars.push(...under(mark.top, zero));
      }
  }
  return { bars, lines };
}

/** The room under the edge of an area, piece by piece, as high as the end of each piece that is nearer to zero. */
const under = (edge: readonly Spot[], zero: number): readonly Rect[] =>
  piecesOf(edge).flatMap(([x1, y1, x2, y2]) => {
    const near = Math.min(y1, y2) >= zero ? Math.min(y1, y2) : Math.max(y1, y2);
    const h = Math.abs(zero - near);
    return h > 0 ? [{ x: x1, y: Math.min(zero, near), w: x2 - x1, h }] : [];
  });

/** The straight pieces of a line. */
export const piecesOf = (spots: readonly Spot[]): readonly Segment[] =>
  spots.slice(1).map(({ x, y }, n): Segment => {
    const before = spots[n] ?? { x, y };
    return [before.x, before.y, x, y];
  });
