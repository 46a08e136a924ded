import type { Layer, ValueAxis } from "../../../model/chart.ts";
import { isDotPlot, type PlacedChart } from "../../../model/placed.ts";

export type AxisPair = "primary" | "secondary";

/** A layer with the pair of axes that it is drawn on. */
export interface ChartLayer {
  readonly layer: Layer;
  readonly pair: AxisPair;
}

export interface Grouping {
  readonly groups: readonly ChartLayer[];
  /** Layers that PowerPoint has no group for, which are drawn as shapes: lines across horizontal bars. */
  readonly drawn: readonly Extract<Layer, { type: "lines" }>[];
  /** Scale of the second pair of axes, if there is one; a hidden twin of the first where layers need it to lie in front. */
  readonly secondary?: ValueAxis;
}

/** PowerPoint draws the groups of one pair of axes in this order, whatever the file says. */
const RANK = { areas: 0, bars: 1, lines: 2, points: 3, ring: 3 } as const;

/**
 * Decides which pair of axes each layer gets, so that PowerPoint draws them in the model's order.
 *
 * PowerPoint keeps one group of a type on a pair of axes, orders the groups of a pair by type, and draws the second
 * pair over the first. Layers that agree are merged; where a layer differs from one of its type (bars of another width
 * over the bands of a bullet) or would fall behind its predecessor, it and all that follow go to a second, hidden pair
 * with the same scale. Throws an Error where that pair is taken by a scale of its own.
 */
export function groupLayers(chart: PlacedChart): Grouping {
  const coordinates = chart.coordinates;
  const groups: ChartLayer[] = [];
  const drawn: Extract<Layer, { type: "lines" }>[] = [];
  let front = false;
  for (const layer of chart.layers) {
    if (
      layer.type === "lines" &&
      coordinates.type === "category" &&
      coordinates.orientation === "horizontal" &&
      !isDotPlot(chart)
    ) {
      drawn.push(layer);
      continue;
    }
    const second = "axis" in layer && layer.axis === "secondary";
    if (!second && !front) front = groups.some((g) => g.pair === "primary" && hides(g.layer, layer));
    const pair = second || front ? "secondary" : "primary";
    const twin = groups.findIndex((g) => g.pair === pair && g.layer.type === layer.type);
    const before = groups[twin];
    const merged = before && merge(before.layer, layer);
    if (merged) groups[twin] = { layer: merged, pair };
    else if (before)
      throw new Error(`chart ${chart.id}: two different ${layer.type} layers on one axis cannot be drawn`);
    else groups.push({ layer, pair });
  }
  const own = coordinates.type === "category" ? coordinates.secondary : undefined;
  if (front && own)
    throw new Error(`chart ${chart.id}: layers need the second axis, which has a scale of its own`);
  const secondary = groups.some((g) => g.pair === "secondary") ? (own ?? hidden(coordinates)) : undefined;
  return { groups, drawn, ...(secondary && { secondary }) };
}

/** Returns true when `later` cannot be drawn in front of or beside `earlier` on the same axes. */
function hides(earlier: Layer, later: Layer): boolean {
  return earlier.type === later.type
    ? merge(earlier, later) === undefined
    : RANK[earlier.type] > RANK[later.type];
}

/** Both in one group, where their settings agree. */
function merge(a: Layer, b: Layer): Layer | undefined {
  if (a.type === "lines" && b.type === "lines") return { ...a, series: [...a.series, ...b.series] };
  if (a.type === "points" && b.type === "points" && a.bubbles === b.bubbles)
    return { ...a, series: [...a.series, ...b.series] };
  return undefined;
}

function hidden(coordinates: PlacedChart["coordinates"]): ValueAxis | undefined {
  if (coordinates.type !== "category") return undefined;
  const { title: _, ...scale } = coordinates.value;
  return { ...scale, visible: false, gridlines: false };
}
