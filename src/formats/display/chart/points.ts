import type { Layer } from "../../../model/chart.ts";
import { pointSize } from "../../../model/placed.ts";
import type { Node } from "../list.ts";
import { ellipse, type Spot, slice } from "../path.ts";
import { boxAround, mark, type Sketch, share, stroke } from "./frame.ts";
import { type LabelPlace, sideOf } from "./layer.ts";

type Points = Extract<Layer, { type: "points" }>;
type Ring = Extract<Layer, { type: "ring" }>;

/** Points and bubbles; the largest bubble is a quarter of the plot's shorter side across. */
export function pointNodes(sketch: Sketch, layer: Points): readonly Node[] {
  const { look } = sketch;
  return layer.series.flatMap((series) => {
    const spots = series.points.map((point) => spotOf(sketch, point));
    const line = layer.bubbles || !series.line || spots.length < 2 ? [] : [stroke(look, spots, series.line)];
    const marks = series.points.flatMap((point, i) => {
      const at = spots[i] ?? spotOf(sketch, point);
      const r = radiusOf(sketch, layer, point);
      const box = { x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r };
      const edge = layer.bubbles ? series.line : undefined;
      return mark(look, ellipse(box), box, point.paint ?? series.paint, edge);
    });
    return [...line, ...marks];
  });
}

export function pointLabels(sketch: Sketch, layer: Points): readonly LabelPlace[] {
  return layer.series.flatMap((series) =>
    series.points.flatMap((point) => {
      const { label } = point;
      if (!label) return [];
      return [
        { label, ...spotOf(sketch, point), side: sideOf(label.at), room: radiusOf(sketch, layer, point) },
      ];
    }),
  );
}

type Point = Points["series"][number]["points"][number];

function spotOf({ chart, plot }: Sketch, point: Point): Spot {
  if (chart.plane.type !== "number") throw new Error(`chart ${chart.id} has points without two value axes`);
  const { x, y } = chart.plane;
  return { x: plot.x + plot.w * share(x, point.x), y: plot.y + plot.h * (1 - share(y, point.y)) };
}

function radiusOf({ plot }: Sketch, layer: Points, point: Point): number {
  if (!layer.bubbles) return pointSize(point) / 2;
  const sizes = layer.series.flatMap((series) => series.points.map((each) => each.size ?? 0));
  const largest = Math.max(Number.MIN_VALUE, ...sizes);
  return ((Math.min(plot.w, plot.h) * 0.25) / 2) * Math.sqrt(Math.max(0, point.size ?? 0) / largest);
}

interface Slice {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The slices of a ring, clockwise from twelve o'clock. */
export function ringNodes(sketch: Sketch, layer: Ring): readonly Node[] {
  const { middle, inner, outer } = ringOf(sketch, layer);
  const { series } = layer;
  const box = boxAround([
    { x: middle.x - outer, y: middle.y - outer },
    { x: middle.x + outer, y: middle.y + outer },
  ]);
  return slicesOf(layer).flatMap(({ index, from, to }) => {
    const own = series.points[index];
    const d = slice(middle, { inner, outer }, from, to);
    return mark(sketch.look, d, box, own?.paint ?? series.paint, own?.line ?? series.line);
  });
}

export function ringLabels(sketch: Sketch, layer: Ring): readonly LabelPlace[] {
  const { middle, inner, outer } = ringOf(sketch, layer);
  const r = (inner + outer) / 2;
  return slicesOf(layer).flatMap(({ index, from, to }) => {
    const label = layer.series.labels[index];
    if (!label) return [];
    const angle = (from + to) * Math.PI;
    const at = { x: middle.x + r * Math.sin(angle), y: middle.y - r * Math.cos(angle) };
    return [{ label, ...at, side: "center" as const, room: 0, from: layer.series.from?.[index] }];
  });
}

function ringOf({ plot }: Sketch, layer: Ring) {
  const outer = Math.min(plot.w, plot.h) / 2;
  const middle = { x: plot.x + plot.w / 2, y: plot.y + plot.h / 2 };
  return { middle, outer, inner: (outer * layer.hole) / 100 };
}

function slicesOf({ series }: Ring): readonly Slice[] {
  const whole = series.values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  let at = 0;
  return series.values.flatMap((value, index) => {
    if (value === null || value === 0 || whole === 0) return [];
    const from = at;
    at += Math.abs(value) / whole;
    return [{ index, from, to: at }];
  });
}
