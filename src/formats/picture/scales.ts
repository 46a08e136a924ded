import type { ValueAxis } from "../../model/chart.ts";
import { hex } from "../display/color.ts";
import { type ChartDrawing, pxPerPt } from "./drawing.ts";

export type Scale = Readonly<Record<string, unknown>>;

/** What no scale of ours draws: its numbers and names are marks of the chart, and stand around the plot. */
const BARE = { border: { display: false }, title: { display: false } };

/** Scales with the model's bounds and ticks and nothing computed; the padding around them is that of the plot. */
export function scalesOf(drawing: ChartDrawing): Record<string, Scale> {
  const { coordinates } = drawing.chart;
  if (coordinates.type === "round") return {};
  if (coordinates.type === "number")
    return { x: valueScale(drawing, coordinates.x, "x"), y: valueScale(drawing, coordinates.y, "y") };
  const [own, across] =
    coordinates.orientation === "vertical" ? (["x", "y"] as const) : (["y", "x"] as const);
  return {
    categories: {
      ...BARE,
      axis: own,
      type: "category",
      labels: coordinates.categories.map(({ label }) => label),
      offset: coordinates.between,
      grid: { display: false, drawTicks: false },
      ticks: { display: false, autoSkip: false },
    },
    value: valueScale(drawing, coordinates.value, across),
    ...(coordinates.secondary && { secondary: valueScale(drawing, coordinates.secondary, across) }),
  };
}

function valueScale(
  drawing: ChartDrawing,
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
      ...{ display: gridlines, offset: false, drawTicks: false, color: hex(drawing.look, "hairline") },
      lineWidth: 0.75 * pxPerPt(drawing).x,
    },
    ticks: { display: false, autoSkip: false, stepSize: major },
  };
}
