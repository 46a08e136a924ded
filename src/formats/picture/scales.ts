import type { ValueAxis } from "../../model/chart.ts";
import { hex } from "../display/ink.ts";
import { pxPerPt, type Sketch } from "./sketch.ts";

export type Scale = Readonly<Record<string, unknown>>;

/** What no scale of ours draws: its numbers and names are marks of the chart, and stand around the plot. */
const BARE = { border: { display: false }, title: { display: false } };

/** Scales with the model's bounds and ticks and nothing computed; the padding around them is that of the plot. */
export function scalesOf(sketch: Sketch): Record<string, Scale> {
  const { plane } = sketch.chart;
  if (plane.type === "round") return {};
  if (plane.type === "number")
    return { x: valueScale(sketch, plane.x, "x"), y: valueScale(sketch, plane.y, "y") };
  const [own, across] = plane.orientation === "vertical" ? (["x", "y"] as const) : (["y", "x"] as const);
  return {
    categories: {
      ...BARE,
      axis: own,
      type: "category",
      labels: plane.categories.map(({ label }) => label),
      offset: plane.between,
      grid: { display: false, drawTicks: false },
      ticks: { display: false, autoSkip: false },
    },
    value: valueScale(sketch, plane.value, across),
    ...(plane.secondary && { secondary: valueScale(sketch, plane.secondary, across) }),
  };
}

function valueScale(
  sketch: Sketch,
  { min, max, major, ticks, gridlines }: ValueAxis,
  axis: "x" | "y",
): Scale {
  return {
    ...BARE,
    ...{ axis, type: "linear", offset: false, min, max },
    afterBuildTicks: (scale: { ticks: unknown[] }): void => {
      scale.ticks = ticks.map(({ value }) => ({ value }));
    },
    grid: {
      ...{ display: gridlines, offset: false, drawTicks: false, color: hex(sketch.look, "hairline") },
      lineWidth: 0.75 * pxPerPt(sketch).x,
    },
    ticks: { display: false, autoSkip: false, stepSize: major },
  };
}
