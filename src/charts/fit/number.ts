import type { ChartModel, NumberPlane, PlacedChart } from "../../model/chart.ts";
import { fraction, GAP, type Measure, meet, pitch, type Rect, type Size } from "./geometry.ts";
import { thinTicks } from "./ticks.ts";

/** Fits a chart of points on two value axes. Names of points that would cover another are dropped by priority. */
export function fitNumber(
  model: ChartModel,
  plane: NumberPlane,
  size: Size,
  measure: Measure,
  labelSize: number,
): PlacedChart {
  const line = pitch(labelSize);
  const widest = (axis: NumberPlane["x"]): number =>
    Math.max(0, ...axis.ticks.map((tick) => measure(tick.label, labelSize, false)));
  const key = model.key.length > 0 ? line * 1.5 + GAP : 0;
  const left =
    (plane.y.visible ? widest(plane.y) + 2 * GAP : 2) + (plane.y.title === undefined ? 0 : line + GAP);
  const bottom = (plane.x.visible ? line + 2 * GAP : 2) + (plane.x.title === undefined ? 0 : line + GAP);
  const right = Math.max(4, widest(plane.x) / 2);
  const top = key + line / 2;
  const plot: Rect = {
    x: left,
    y: top,
    w: Math.max(1, size.width - left - right),
    h: Math.max(1, size.height - top - bottom),
  };
  const { overlays: _none, ...rest } = model;
  return {
    ...rest,
    plane: {
      ...plane,
      x: thinTicks(plane.x, plot.w, widest(plane.x) + 4 * GAP),
      y: thinTicks(plane.y, plot.h, labelSize * 2),
    },
    layers: clearNames(model, plane, plot, size, measure, labelSize),
    width: size.width,
    height: size.height,
    plot: fraction(plot, size),
    categoryLabels: [],
    labelSize,
    shapes: [],
  };
}

function clearNames(
  model: ChartModel,
  plane: NumberPlane,
  plot: Rect,
  size: Size,
  measure: Measure,
  labelSize: number,
): ChartModel["layers"] {
  const taken: Rect[] = [];
  const at = (x: number, y: number): readonly [number, number] => [
    plot.x + (plot.w * (x - plane.x.min)) / (plane.x.max - plane.x.min),
    plot.y + plot.h * (1 - (y - plane.y.min) / (plane.y.max - plane.y.min)),
  ];
  const all = model.layers.flatMap((layer, l) =>
    layer.type !== "points"
      ? []
      : layer.series.flatMap((series, s) =>
          series.points.flatMap((point, p) =>
            point.label === null ? [] : [{ l, s, p, point, label: point.label }],
          ),
        ),
  );
  const kept = new Map<string, (typeof all)[number]["label"]>();
  for (const { l, s, p, point, label } of all.toSorted((a, b) => b.label.priority - a.label.priority)) {
    const [x, y] = at(point.x, point.y);
    const w = measure(label.text, label.size ?? labelSize, label.bold);
    const h = pitch(label.size ?? labelSize);
    const places = (["right", "above", "below", "left"] as const).map((side) => ({
      side,
      rect: {
        x: side === "right" ? x + 6 : side === "left" ? x - 6 - w : x - w / 2,
        y: side === "above" ? y - 6 - h : side === "below" ? y + 6 : y - h / 2,
        w,
        h,
      },
    }));
    const free = places.find(
      ({ rect }) =>
        rect.x >= plot.x &&
        rect.y >= 0 &&
        rect.x + w <= size.width &&
        rect.y + h <= plot.y + plot.h &&
        !taken.some((other) => meet(rect, other, 1)),
    );
    if (free === undefined) continue;
    taken.push(free.rect);
    kept.set(`${l}/${s}/${p}`, { ...label, at: free.side });
  }
  return model.layers.map((layer, l) =>
    layer.type !== "points"
      ? layer
      : {
          ...layer,
          series: layer.series.map((series, s) => ({
            ...series,
            points: series.points.map((point, p) => ({
              ...point,
              label: kept.get(`${l}/${s}/${p}`) ?? null,
            })),
          })),
        },
  );
}
