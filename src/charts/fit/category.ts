import type {
  CategoryPlane,
  ChartModel,
  Label,
  Layer,
  PlacedChart,
  Series,
  ValueAxis,
} from "../../model/chart.ts";
import { barLabels, type CategoryLines, columnLabelHeight, columnLabels } from "./categories.ts";
import {
  fraction,
  GAP,
  type Measure,
  type Projection,
  pitch,
  project,
  type Rect,
  type Size,
} from "./geometry.ts";
import { drawnBy, type Settled, settle, wishesOf, withLabels } from "./labels.ts";
import { ofType, type Sketch, sketch, zonesOf } from "./overlays.ts";
import { thinTicks } from "./ticks.ts";

/** Passes over plot and labels: each makes room for what stuck out in the one before. */
const PASSES = 6;

interface Attempt {
  readonly plot: Rect;
  readonly lines: CategoryLines;
  readonly settled: Settled;
  readonly sketch: Sketch;
}

/** Fits a chart with one category axis to a size in pt. */
export function fitCategory(
  model: ChartModel,
  plane: CategoryPlane,
  size: Size,
  measure: Measure,
  labelSize: number,
): PlacedChart {
  let current = model;
  let ready = plane;
  let attempt = tryFit(current, ready, size, measure, labelSize);

  // Words of a level that found no place on the plot move to its right end.
  const homeless = attempt.settled.dropped.filter((wish) => wish.level);
  if (homeless.length > 0) {
    current = homeless.reduce(moveToEnd, current);
    attempt = tryFit(current, ready, size, measure, labelSize);
  }
  // Where bars are too many to carry their numbers, the axis carries them, and marks keep only those that lead.
  if (
    !plane.value.visible &&
    attempt.settled.dropped.some((wish) => current.layers[wish.layer]?.type === "bars")
  ) {
    ready = { ...ready, value: { ...ready.value, visible: true, gridlines: true } };
    current = { ...current, layers: leading(current.layers) };
    attempt = tryFit(current, ready, size, measure, labelSize);
  }
  const { overlays: _drawn, ...rest } = current;
  return {
    ...rest,
    plane: settleAxis(ready, attempt.plot, labelSize),
    layers: withLabels(current.layers, attempt.settled),
    width: size.width,
    height: size.height,
    plot: fraction(attempt.plot, size),
    categoryLabels: attempt.lines,
    labelSize,
    shapes: attempt.sketch.shapes,
  };
}

function tryFit(
  model: ChartModel,
  plane: CategoryPlane,
  size: Size,
  measure: Measure,
  labelSize: number,
): Attempt {
  const zones = zonesOf(model, size, measure, labelSize);
  const setting = { measure, size: labelSize };
  const upright = plane.orientation === "vertical";
  const ticks = Math.max(0, ...plane.value.ticks.map((tick) => measure(tick.label, labelSize, false)));
  const far = Math.max(
    0,
    ...(plane.secondary?.ticks ?? []).map((tick) => measure(tick.label, labelSize, false)),
  );
  const ceiling = zones.key + zones.words + zones.arrow;
  let extra = { left: 0, top: 0, right: 0, bottom: 0 };
  let made: Attempt | undefined;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const left = upright && plane.value.visible ? ticks + 2 * GAP : upright ? 2 : 0;
    const right =
      2 + zones.ends + zones.difference + (upright && plane.secondary?.visible === true ? far + 2 * GAP : 0);
    const roughWidth = size.width - left - right - extra.left - extra.right;
    const count = Math.max(1, plane.categories.length);
    const axisBelow = !upright && plane.value.visible ? pitch(labelSize) + 2 * GAP : 0;
    const titleBelow = plane.title === undefined ? 0 : pitch(labelSize) + GAP;
    const beside = upright
      ? undefined
      : barLabels(plane, size.width, (size.height - ceiling - axisBelow) / count, setting);
    const lines =
      beside?.lines ??
      columnLabels(plane, roughWidth / (plane.between ? count : Math.max(1, count - 1)), setting);
    const bottom = upright ? columnLabelHeight(lines, labelSize) + titleBelow : axisBelow + 2;
    const x = left + (beside?.width ?? 0) + extra.left;
    const y = ceiling + extra.top + (upright ? 1 : 2);
    const plot: Rect = {
      x,
      y,
      w: Math.max(1, size.width - x - right - extra.right),
      h: Math.max(1, size.height - y - bottom - extra.bottom),
    };
    const projection = project({ ...plane, categories: plane.categories }, plot);
    const drawing = sketch({ model: { ...model, plane }, projection, size, measure, labelSize, zones });
    const wishes = wishesOf(model, projection, measure, labelSize);
    const last = pass === PASSES - 1;
    // Below the plot stand the category labels, left of lying bars too: labels of marks may not go there.
    const bounds: Rect = last
      ? { x: upright ? 0 : (beside?.width ?? 0) - GAP, y: ceiling, w: 0, h: plot.y + plot.h + GAP - ceiling }
      : { x: -size.width, y: -size.height, w: 0, h: plot.y + plot.h + GAP + size.height };
    const limits = { ...bounds, w: (last ? size.width : 3 * size.width) - (last ? bounds.x : 0) };
    const settled = settle(wishes, drawnBy(model, projection), drawing.texts, limits, plot);
    made = { plot, lines, settled, sketch: drawing };
    const over = overflow(settled, lines, projection, plot, size, ceiling, beside?.width ?? 0, setting);
    if (!last && Math.max(over.left, over.top, over.right) < 0.25) {
      pass = PASSES - 2;
      continue;
    }
    const most = { x: size.width * 0.35, y: size.height * 0.35 };
    extra = {
      left: Math.min(most.x, extra.left + over.left),
      right: Math.min(most.x, extra.right + over.right),
      top: Math.min(most.y, extra.top + over.top),
      bottom: 0,
    };
  }
  if (made === undefined) throw new Error("no pass was made");
  return made;
}

/** How far labels stick out of the chart, in pt. */
function overflow(
  settled: Settled,
  lines: CategoryLines,
  projection: Projection,
  plot: Rect,
  size: Size,
  ceiling: number,
  column: number,
  setting: { readonly measure: Measure; readonly size: number },
): { left: number; top: number; right: number } {
  const upright = projection.plane.orientation === "vertical";
  const rects = settled.kept.map(({ place }) => place.rect);
  const start = upright ? 0 : Math.max(0, column - GAP);
  let left = Math.max(0, ...rects.map((rect) => start - rect.x));
  let right = Math.max(0, ...rects.map((rect) => rect.x + rect.w - size.width));
  const top = Math.max(0, ...rects.map((rect) => ceiling - rect.y));
  if (upright) {
    lines.forEach((each, n) => {
      if (each === null) return;
      const half = Math.max(...each.map((line) => setting.measure(line, setting.size, true))) / 2;
      left = Math.max(left, half - projection.category(n));
      right = Math.max(right, projection.category(n) + half - size.width);
    });
  }
  return { left, top: Math.min(top, plot.h / 2), right };
}

/** A level's words become a name at its end; its line stays. */
function moveToEnd(model: ChartModel, wish: Settled["dropped"][number]): ChartModel {
  const layer = model.layers[wish.layer];
  if (layer?.type !== "lines") return model;
  const series = layer.series[wish.series];
  const c = series?.values.findLastIndex((value) => value !== null) ?? -1;
  const v = series?.values[c] ?? null;
  if (series === undefined || v === null) return model;
  const without = layer.series.map(
    (each): Series => (each === series ? { ...each, labels: each.labels.map(() => null) } : each),
  );
  return {
    ...model,
    layers: model.layers.map((each) => (each === layer ? { ...layer, series: without } : each)),
    overlays: [
      ...model.overlays,
      { type: "end", at: { c, v }, text: wish.label.text, value: "", ink: wish.label.ink },
    ],
  };
}

/** Bars keep the labels of the highlighted, the largest, the smallest and the last. */
function leading(layers: readonly Layer[]): readonly Layer[] {
  return layers.map((layer) => {
    if (layer.type !== "bars") return layer;
    const series = layer.series.map((each): Series => {
      const points = each.values.flatMap((value, n) =>
        value === null || each.labels[n] === null ? [] : [{ value, n }],
      );
      const values = points.map(({ value }) => value);
      const keep = new Set([
        points.at(-1)?.n,
        points.find(({ value }) => value === Math.max(...values))?.n,
        points.find(({ value }) => value === Math.min(...values))?.n,
      ]);
      const labels = each.labels.map((label, n): Label | null =>
        label !== null && (label.bold || keep.has(n)) ? label : null,
      );
      return { ...each, labels };
    });
    return { ...layer, series };
  });
}

function settleAxis(plane: CategoryPlane, plot: Rect, labelSize: number): CategoryPlane {
  const length = plane.orientation === "vertical" ? plot.h : plot.w;
  const thinned = (axis: ValueAxis): ValueAxis =>
    axis.visible
      ? thinTicks(axis, length, plane.orientation === "vertical" ? labelSize * 2 : labelSize * 5)
      : axis;
  return {
    ...plane,
    value: thinned(plane.value),
    ...(plane.secondary === undefined ? {} : { secondary: thinned(plane.secondary) }),
  };
}

export const hasEnds = (model: ChartModel): boolean => ofType(model.overlays, "end").length > 0;
