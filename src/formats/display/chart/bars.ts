import type { Label, Layer, Series } from "../../../model/chart.ts";
import { barShares } from "../../chart/marks.ts";
import type { Node, Rect } from "../list.ts";
import { rectangle, type Spot } from "../path.ts";
import { type Grid, gridOf, mark, type Sketch, writtenAt } from "./frame.ts";
import { axisFor, errorBar, type LabelPlace, shareOf } from "./layer.ts";

type Bars = Extract<Layer, { type: "bars" }>;

interface Bar {
  readonly series: Series;
  readonly category: number;
  readonly box: Rect;
  /** Where the bar begins and ends along the value axis, in pt. */
  readonly base: number;
  readonly end: number;
  readonly middle: Spot;
}

/** The bars of a layer with their error bars. */
export function barNodes(sketch: Sketch, layer: Bars): readonly Node[] {
  const { look } = sketch;
  const grid = gridOf(sketch);
  return barsOf(sketch, layer).flatMap(({ series, category, box, middle }) => {
    const own = series.points[category];
    const from = writtenAt(sketch, series, category);
    const bar = mark(look, rectangle(box), box, own?.paint ?? series.paint, own?.line ?? series.line).map(
      (outline) => (from === undefined ? outline : { ...outline, from }),
    );
    const along = grid.upright ? middle.x : middle.y;
    return [...bar, ...errorBar(sketch, series, category, axisFor(sketch, layer), along)];
  });
}

/** Where the labels of bars stand: over the end, inside the end or base, or in the middle. */
export function barLabels(sketch: Sketch, layer: Bars): readonly LabelPlace[] {
  const { upright } = gridOf(sketch);
  return barsOf(sketch, layer).flatMap((bar) => {
    const label = bar.series.labels[bar.category];
    const from = writtenAt(sketch, bar.series, bar.category);
    return label ? [{ label, from, ...beside(bar, upright, label.at) }] : [];
  });
}

function barsOf(sketch: Sketch, layer: Bars): readonly Bar[] {
  const grid = gridOf(sketch);
  const axis = axisFor(sketch, layer);
  const { one } = barShares(layer);
  const width = one * grid.slot;
  const ups = new Map<number, number>();
  const downs = new Map<number, number>();
  return layer.series.flatMap((series, index) =>
    series.values.flatMap((_, category): Bar[] => {
      const value = shareOf(layer, series, category);
      if (value === null) return [];
      const sums = value < 0 ? downs : ups;
      const before = layer.grouping === "clustered" ? 0 : (sums.get(category) ?? 0);
      sums.set(category, before + value);
      const centre = grid.along(category) + shift(layer, index) * grid.slot;
      const base = grid.across(axis, before);
      const end = grid.across(axis, before + value);
      const box = grid.rect([centre - width / 2, centre + width / 2], [base, end]);
      const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
      return [{ series, category, box, base, end, middle }];
    }),
  );
}

/** How far the middle of a bar lies from that of its category, as a share of the category. */
function shift(layer: Bars, index: number): number {
  if (layer.grouping !== "clustered") return 0;
  return (index - (layer.series.length - 1) / 2) * (1 - layer.overlap / 100) * barShares(layer).one;
}

type Side = LabelPlace["side"];

function beside(bar: Bar, upright: Grid["upright"], at: Label["at"]): Omit<LabelPlace, "label"> {
  // On the slide, upright bars grow towards smaller y.
  const positive = (bar.series.values[bar.category] ?? 0) >= 0;
  const outward: Side = upright ? (positive ? "above" : "below") : positive ? "right" : "left";
  const inward: Side = upright ? (positive ? "below" : "above") : positive ? "left" : "right";
  const place = (along: number, side: Side) =>
    upright ? { x: bar.middle.x, y: along, side, room: 0 } : { x: along, y: bar.middle.y, side, room: 0 };
  switch (at) {
    case "center":
      return place((bar.end + bar.base) / 2, "center");
    case "insideEnd":
      return place(bar.end, inward);
    case "insideBase":
      return place(bar.base, outward);
    default:
      return place(bar.end, outward);
  }
}
