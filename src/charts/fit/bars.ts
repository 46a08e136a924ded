import type { Layer } from "../../model/chart.ts";
import type { Projection, Rect } from "./geometry.ts";

type Bars = Extract<Layer, { type: "bars" }>;

/** A bar as it is drawn, in pt, and the values that it runs between. */
export interface Bar {
  readonly series: number;
  readonly category: number;
  readonly rect: Rect;
  readonly from: number;
  readonly to: number;
  readonly seen: boolean;
}

/**
 * Share of a category that its bars take, and of one bar (ECMA-376 Part 1, 21.2.2.75 gapWidth, 21.2.2.131 overlap,
 * both in % of a bar).
 */
export function barShares(layer: Bars): { readonly all: number; readonly one: number } {
  const side = layer.grouping === "clustered" ? layer.series.length : 1;
  const cluster = side - ((side - 1) * layer.overlap) / 100;
  const one = 1 / (cluster + layer.gap / 100);
  return { all: cluster * one, one };
}

/** Every bar of a layer; stacks grow from zero, positive and negative values apart. */
export function barsOf(layer: Bars, projection: Projection): readonly Bar[] {
  const upright = projection.plane.orientation === "vertical";
  const shares = barShares(layer);
  const axis = layer.axis;
  const scale =
    axis === "secondary" ? (projection.plane.secondary ?? projection.plane.value) : projection.plane.value;
  const bars: Bar[] = [];
  projection.plane.categories.forEach((_category, c) => {
    const up = { value: 0 };
    const down = { value: 0 };
    const whole = layer.series.reduce((total, series) => total + Math.abs(series.values[c] ?? 0), 0);
    layer.series.forEach((series, n) => {
      const given = series.values[c] ?? null;
      if (given === null) return;
      const value = layer.grouping === "percentStacked" && whole > 0 ? (given / whole) * 100 : given;
      const stack = value < 0 ? down : up;
      const from = layer.grouping === "clustered" ? Math.min(scale.max, Math.max(scale.min, 0)) : stack.value;
      const to = layer.grouping === "clustered" ? value : stack.value + value;
      stack.value = to;
      const thick = shares.one * projection.slot;
      const offset = layer.grouping === "clustered" ? n * thick * (1 - layer.overlap / 100) : 0;
      const start = projection.category(c) - (shares.all * projection.slot) / 2 + offset;
      const [a, b] = [projection.value(from, axis), projection.value(to, axis)];
      const rect = upright
        ? { x: start, y: Math.min(a, b), w: thick, h: Math.abs(a - b) }
        : { x: Math.min(a, b), y: start, w: Math.abs(a - b), h: thick };
      bars.push({ series: n, category: c, rect, from, to, seen: series.paint.pattern !== "none" });
    });
  });
  return bars;
}
