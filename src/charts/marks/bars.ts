import type { Layer, ValueAxis } from "../../model/chart.ts";
import type { BoxMark, LineMark, Mark } from "../../model/marks.ts";
import type { Projection, Rect } from "./geometry.ts";
import { errorBar } from "./lines.ts";
import { writtenAt } from "./scene.ts";

type Bars = Extract<Layer, { type: "bars" }>;

/** A bar as it is drawn, in pt, and the values that it runs between. */
export interface Bar {
  readonly series: number;
  readonly category: number;
  readonly rect: Rect;
  readonly from: number;
  readonly to: number;
  readonly seen: boolean;
  /** True for a part of a stack. */
  readonly stacked: boolean;
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

/** The value of a series at a category, as a percentage of all where the layer shows shares. */
export function shareAt(layer: Extract<Layer, { grouping: string }>, n: number, c: number): number | null {
  const value = layer.series[n]?.values[c] ?? null;
  if (layer.grouping !== "percentStacked") return value;
  const whole = layer.series.reduce((sum, one) => sum + Math.abs(one.values[c] ?? 0), 0);
  return value === null || whole === 0 ? value : (value / whole) * 100;
}

export const axisOf = (
  { axis }: { readonly axis: "value" | "secondary" },
  { coordinates }: Projection,
): ValueAxis => (axis === "secondary" ? (coordinates.secondary ?? coordinates.value) : coordinates.value);

/** Every bar of a layer, series by series; stacks grow from zero, positive and negative values apart. */
export function barsOf(layer: Bars, projection: Projection): readonly Bar[] {
  const vertical = projection.coordinates.orientation === "vertical";
  const shares = barShares(layer);
  const scale = axisOf(layer, projection);
  const clustered = layer.grouping === "clustered";
  const thick = shares.one * projection.slot;
  const ups = new Map<number, number>();
  const downs = new Map<number, number>();
  return layer.series.flatMap((series, n) =>
    series.values.flatMap((_value, c): readonly Bar[] => {
      const value = shareAt(layer, n, c);
      if (value === null) return [];
      const sums = value < 0 ? downs : ups;
      const from = clustered ? Math.min(scale.max, Math.max(scale.min, 0)) : (sums.get(c) ?? 0);
      const to = clustered ? value : from + value;
      sums.set(c, to);
      const aside = clustered ? (n - (layer.series.length - 1) / 2) * thick * (1 - layer.overlap / 100) : 0;
      const start = projection.category(c) + aside - thick / 2;
      const [a, b] = [projection.value(from, layer.axis), projection.value(to, layer.axis)];
      const rect = vertical
        ? { x: start, y: Math.min(a, b), w: thick, h: Math.abs(a - b) }
        : { x: Math.min(a, b), y: start, w: Math.abs(a - b), h: thick };
      return [
        {
          series: n,
          category: c,
          rect,
          from,
          to,
          seen: series.paint.pattern !== "none",
          stacked: !clustered,
        },
      ];
    }),
  );
}

/** Bars with their error bars. */
export const barMarks = (layer: Bars, l: number, projection: Projection): readonly Mark[] =>
  barsOf(layer, projection).flatMap(({ series: n, category, rect }): readonly Mark[] => {
    const series = layer.series[n];
    if (series === undefined) return [];
    const own = series.points[category];
    const bar: BoxMark = {
      type: "box",
      part: "series",
      of: { layer: l, series: n, item: category },
      box: rect,
      paint: own?.paint ?? series.paint,
      line: own?.line ?? series.line,
      from: writtenAt(projection, series, category),
    };
    const vertical = projection.coordinates.orientation === "vertical";
    const along = vertical ? rect.x + rect.w / 2 : rect.y + rect.h / 2;
    return [bar, ...errorBar(series, category, layer.axis, along, projection)];
  });

const CONNECTOR = { ink: "muted", width: 0.75, dash: "solid" } as const;

/** Returns connectors from the edge of one bar to the edge of the next, at the height of a value. */
export function connectorMarks(layer: Layer, projection: Projection): readonly LineMark[] {
  if (layer.type !== "bars") return [];
  const half = (barShares(layer).all * projection.slot) / 2;
  return (layer.connectors ?? []).map(({ from, to, value }): LineMark => {
    const spot = (along: number) => projection.spot(along, projection.value(value, layer.axis));
    const spots = [spot(projection.category(from) + half), spot(projection.category(to) - half)];
    return { type: "line", part: "connector", spots, line: CONNECTOR };
  });
}
