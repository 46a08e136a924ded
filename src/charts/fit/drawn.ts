import type { ChartModel, Series } from "../../model/chart.ts";
import { barsOf } from "../marks/bars.ts";
import type { Piece, Projection, Rect } from "../marks/geometry.ts";

/** Things on the plot that a label should not cover, in pt. */
export interface Drawn {
  readonly bars: readonly Rect[];
  readonly lines: readonly Piece[];
}

/** A line without ink only carries labels. */
export const isSeen = (series: Series): boolean =>
  series.line !== undefined || series.paint.pattern !== "none";

/** What the layers draw: bars that are seen, and the pieces of lines and of the edges of areas. */
export function drawnBy(model: ChartModel, projection: Projection): Drawn {
  const bars: Rect[] = [];
  const lines: Piece[] = [];
  for (const layer of model.layers) {
    if (layer.type === "bars") {
      bars.push(
        ...barsOf(layer, projection)
          .filter((bar) => bar.seen)
          .map((bar) => bar.rect),
      );
    } else if (layer.type === "lines") {
      for (const series of layer.series.filter(isSeen))
        lines.push(...pieces(series.values, layer.axis, projection));
    } else if (layer.type === "areas") {
      const tops = layer.series.map((_series, n) =>
        stackedUpTo(layer.series, n, layer.grouping !== "standard"),
      );
      for (const top of tops) {
        lines.push(...pieces(top, layer.axis, projection));
        if (layer.series.every((series) => series.role !== "rangeWidth"))
          bars.push(...under(top, projection));
      }
    }
  }
  return { bars, lines };
}

/** The room under the edge of an area, piece by piece, as high as the lower end of each piece. */
function under(values: readonly (number | null)[], projection: Projection): readonly Rect[] {
  const zero = projection.value(0);
  return pieces(values, "value", projection).flatMap(([x1, y1, x2, y2]) => {
    // The end of the piece that is nearer to zero; the rest of it is crossed by the edge itself.
    const near = Math.min(y1, y2) >= zero ? Math.min(y1, y2) : Math.max(y1, y2);
    const h = Math.abs(zero - near);
    return h > 0 ? [{ x: x1, y: Math.min(zero, near), w: x2 - x1, h }] : [];
  });
}

/** The upper edge of an area: the sum of the values up to it where areas are stacked. */
export function stackedUpTo(
  series: readonly Series[],
  n: number,
  stacked: boolean,
): readonly (number | null)[] {
  const own = series[n]?.values ?? [];
  if (!stacked) return own;
  return own.map((value, c) =>
    value === null ? null : series.slice(0, n + 1).reduce((total, each) => total + (each.values[c] ?? 0), 0),
  );
}

/** A line through the known values, in pt. */
export function pieces(
  values: readonly (number | null)[],
  axis: "value" | "secondary",
  projection: Projection,
): readonly Piece[] {
  const known = values.flatMap((value, c) => (value === null ? [] : [{ c, value }]));
  const upright = projection.plane.orientation === "vertical";
  return known.slice(1).map((point, n) => {
    const before = known[n] ?? point;
    const [a, b] = [projection.category(before.c), projection.category(point.c)];
    const [va, vb] = [projection.value(before.value, axis), projection.value(point.value, axis)];
    return upright ? [a, va, b, vb] : [va, a, vb, b];
  });
}

/** Half the diameter of the marker of a point, in pt; 0 where it has none. */
export function halfMarker({ marker, points }: Series, c: number): number {
  const shown = points[c]?.marker ?? marker !== undefined;
  return shown ? (marker?.size ?? MARKER) / 2 : 0;
}
/** Diameter of a marker that is only asked for, in pt. */
const MARKER = 6;
