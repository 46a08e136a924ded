import type { CategoryPlane, ValueAxis } from "../../model/chart.ts";
import { isUnderTicks, UNDER_TICKS } from "../../model/placed.ts";
import { font, hex, type Sketch } from "./pen.ts";

/** A scale as Chart.js lays it out. */
interface LaidScale {
  width: number;
  height: number;
  paddingLeft: number;
  paddingRight: number;
  paddingTop: number;
  paddingBottom: number;
  ticks: unknown[];
}

/** Distance of tick labels from the plot in pt. */
const PADDING = 4;

type Side = "left" | "right" | "top" | "bottom";

/** Distances in px from the edges of the picture to the plot. */
export function marginsOf({ chart: { plot }, size }: Sketch): Readonly<Record<Side, number>> {
  return {
    left: plot.x * size.width,
    top: plot.y * size.height,
    right: (1 - plot.x - plot.w) * size.width,
    bottom: (1 - plot.y - plot.h) * size.height,
  };
}

/**
 * Scales with the model's bounds and ticks and nothing computed. Each fills the margin on its side exactly (Chart.js
 * clips tick labels to their scale), the layout's padding fills the others, so the plot stands where the native one does.
 */
export function scalesOf(sketch: Sketch): Record<string, Scale> {
  const plane = sketch.chart.plane;
  if (plane.type === "round") return {};
  if (plane.type === "number")
    return { x: valueScale(sketch, plane.x, "bottom"), y: valueScale(sketch, plane.y, "left") };
  const upright = plane.orientation === "vertical";
  return {
    categories: categoryScale(sketch, plane),
    value: valueScale(sketch, plane.value, upright ? "left" : "bottom"),
    ...(plane.secondary && { secondary: valueScale(sketch, plane.secondary, upright ? "right" : "top") }),
  };
}

export type Scale = Readonly<Record<string, unknown>> & { readonly position: Side };

/** Pins a scale to its margin. */
function pinned(sketch: Sketch, position: Side) {
  const room = marginsOf(sketch)[position];
  const upright = position === "left" || position === "right";
  return {
    axis: upright ? "y" : "x",
    position,
    afterFit: (scale: LaidScale): void => {
      if (upright) scale.width = room;
      else scale.height = room;
      scale.paddingLeft = 0;
      scale.paddingRight = 0;
      scale.paddingTop = 0;
      scale.paddingBottom = 0;
    },
  };
}

function categoryScale(sketch: Sketch, plane: CategoryPlane): Scale {
  const { chart, k, look } = sketch;
  const upright = plane.orientation === "vertical";
  return {
    ...pinned(sketch, upright ? "bottom" : "left"),
    type: "category",
    labels: plane.categories.map((category) => category.label),
    offset: plane.between,
    grid: { display: false, drawTicks: false },
    border: { display: false },
    ticks: {
      ...tickStyle(sketch),
      font: ({ index }: { readonly index: number }) => ({
        family: sketch.family,
        size: chart.labelSize * k,
        lineHeight: 1.2,
        weight: plane.categories[index]?.bold ? "bold" : "normal",
      }),
      color: ({ index }: { readonly index: number }) =>
        hex(look, plane.categories[index]?.bold ? "ink" : "muted"),
      callback: (_: unknown, i: number) => chart.categoryLabels[i] ?? "",
      padding: (isUnderTicks(plane) ? UNDER_TICKS : PADDING) * k,
    },
  };
}

function valueScale(sketch: Sketch, axis: ValueAxis, position: Side): Scale {
  const { k, look } = sketch;
  return {
    ...pinned(sketch, position),
    type: "linear",
    offset: false,
    min: axis.min,
    max: axis.max,
    afterBuildTicks: (scale: LaidScale): void => {
      scale.ticks = axis.ticks.map(({ value }) => ({ value }));
    },
    grid: {
      display: axis.gridlines,
      offset: false,
      drawTicks: false,
      color: hex(look, "hairline"),
      lineWidth: 0.75 * k,
    },
    border: { display: false },
    ticks: {
      ...tickStyle(sketch),
      display: axis.visible,
      stepSize: axis.major,
      callback: (_: unknown, i: number) => axis.ticks[i]?.label ?? "",
    },
  };
}

function tickStyle({ chart, family, k, look }: Sketch) {
  return {
    autoSkip: false,
    minRotation: 0,
    maxRotation: 0,
    padding: PADDING * k,
    color: hex(look, look.role("label").ink),
    font: { family, size: chart.labelSize * k, lineHeight: 1.2 },
  };
}

export const labelFont = (sketch: Sketch): string => font(sketch, sketch.chart.labelSize, false);
