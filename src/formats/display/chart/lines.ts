import type { Layer, LineStyle, Series } from "../../../model/chart.ts";
import { lineOf, pointMarker } from "../../chart/lines.ts";
import type { Node } from "../list.ts";
import { ellipse, polyline, rectangle, type Spot } from "../path.ts";
import { boxAround, gridOf, mark, type Sketch, stroke, writtenAt } from "./frame.ts";
import { axisFor, errorBar, type LabelPlace, shareOf, sideOf } from "./layer.ts";

type Lines = Extract<Layer, { type: "lines" }>;
type Areas = Extract<Layer, { type: "areas" }>;
type Marker = NonNullable<Series["marker"]>;

interface Point extends Spot {
  readonly category: number;
}

/** Lines with their error bars and markers. */
export function lineNodes(sketch: Sketch, layer: Lines): readonly Node[] {
  const axis = axisFor(sketch, layer);
  return layer.series.flatMap((series) => {
    const points = pointsOf(sketch, layer, series);
    return [
      ...strokesOf(points, series, layer.missing).map(({ line, spots }) => stroke(sketch.look, spots, line)),
      ...points.flatMap((point) => errorBar(sketch, series, point.category, axis, point.x)),
      ...points.flatMap((point) => {
        const marker = pointMarker(series, series.points[point.category] ?? {});
        return marker ? markerNodes(sketch, marker, point) : [];
      }),
    ];
  });
}

function pointsOf(sketch: Sketch, layer: Lines, series: Series): readonly Point[] {
  const grid = gridOf(sketch);
  const axis = axisFor(sketch, layer);
  return series.values.flatMap((value, category) =>
    value === null ? [] : [{ category, ...grid.spot(category, axis, value) }],
  );
}

/** The pieces of a line, joined where they look alike; a piece is drawn as the point at its end says. */
function strokesOf(points: readonly Point[], series: Series, missing: Lines["missing"]) {
  const all = lineOf(series);
  const strokes: { readonly line: LineStyle; readonly spots: Point[] }[] = [];
  for (const [n, point] of points.slice(1).entries()) {
    const before = points[n];
    if (before === undefined || (missing === "gap" && point.category !== before.category + 1)) continue;
    const line = series.points[point.category]?.line ?? all;
    if (line === undefined) continue;
    const open = strokes.at(-1);
    if (open !== undefined && open.line === line && open.spots.at(-1) === before) open.spots.push(point);
    else strokes.push({ line, spots: [before, point] });
  }
  return strokes;
}

function markerNodes({ look }: Sketch, marker: Marker, at: Spot): readonly Node[] {
  const r = marker.size / 2;
  const box = { x: at.x - r, y: at.y - r, w: marker.size, h: marker.size };
  if (marker.shape === "dash") {
    const ends = [
      { x: at.x - r, y: at.y },
      { x: at.x + r, y: at.y },
    ];
    return [stroke(look, ends, { ink: marker.paint.ink, width: 2, dash: "solid" })];
  }
  const d = {
    circle: () => ellipse(box),
    square: () => rectangle(box),
    diamond: () =>
      polyline(
        [
          { x: at.x, y: at.y - r },
          { x: at.x + r, y: at.y },
          { x: at.x, y: at.y + r },
          { x: at.x - r, y: at.y },
        ],
        true,
      ),
  }[marker.shape]();
  return mark(look, d, box, marker.paint, undefined);
}

export function lineLabels(sketch: Sketch, layer: Lines): readonly LabelPlace[] {
  return layer.series.flatMap((series) =>
    pointsOf(sketch, layer, series).flatMap(({ x, y, category }) => {
      const label = series.labels[category];
      const marker = pointMarker(series, series.points[category] ?? {});
      const from = writtenAt(sketch, series, category);
      return label ? [{ label, from, x, y, side: sideOf(label.at), room: (marker?.size ?? 0) / 2 }] : [];
    }),
  );
}

/** Areas down to the axis, or to the area below; a missing value parts them. */
export function areaNodes(sketch: Sketch, layer: Areas): readonly Node[] {
  const grid = gridOf(sketch);
  const axis = axisFor(sketch, layer);
  return stacked(layer).flatMap(({ series, tops, bases }) =>
    stretches(tops).flatMap((categories) => {
      const top = categories.map((i) => grid.spot(i, axis, tops[i] ?? 0));
      const foot = categories.map((i) => grid.spot(i, axis, bases[i] ?? 0)).reverse();
      const spots = [...top, ...foot];
      const area = mark(sketch.look, polyline(spots, true), boxAround(spots), series.paint, undefined);
      return [...area, ...(series.line ? [stroke(sketch.look, top, series.line)] : [])];
    }),
  );
}

export function areaLabels(sketch: Sketch, layer: Areas): readonly LabelPlace[] {
  const grid = gridOf(sketch);
  const axis = axisFor(sketch, layer);
  return stacked(layer).flatMap(({ series, tops }) =>
    series.labels.flatMap((label, i) => {
      const top = tops[i] ?? null;
      return label && top !== null
        ? [
            {
              ...{ label, ...grid.spot(i, axis, top), side: sideOf(label.at), room: 0 },
              from: writtenAt(sketch, series, i),
            },
          ]
        : [];
    }),
  );
}

/** Where each area begins and ends, in values. */
function stacked(layer: Areas) {
  const sums = new Map<number, number>();
  return layer.series.map((series) => {
    const bases = series.values.map((_, i) => (layer.grouping === "standard" ? 0 : (sums.get(i) ?? 0)));
    const tops = series.values.map((_, i) => {
      const value = shareOf(layer, series, i);
      if (value === null) return null;
      sums.set(i, (bases[i] ?? 0) + value);
      return (bases[i] ?? 0) + value;
    });
    return { series, tops, bases };
  });
}

/** Indices of known values without a gap between them. */
function stretches(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const out: number[][] = [];
  values.forEach((value, i) => {
    if (value === null) return;
    if (i > 0 && (values[i - 1] ?? null) !== null) out.at(-1)?.push(i);
    else out.push([i]);
  });
  return out;
}
