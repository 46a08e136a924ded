import type { ValueAxis } from "../../model/chart.ts";
import { hex } from "../display/color.ts";
import { type Dataset, datasetsOf } from "./datasets.ts";
import { type ChartDrawing, pxPerPt } from "./drawing.ts";

/** Configuration of Chart.js; plain data but for a few callbacks. */
export interface Configuration {
  readonly type: string;
  readonly data: { readonly labels?: readonly string[]; readonly datasets: readonly Dataset[] };
  readonly options: Readonly<Record<string, unknown>> & {
    readonly scales: Readonly<Record<string, Scale>>;
  };
}

/**
 * The chart as a configuration of Chart.js: bounds, ticks, order and colours are the model's, and the plot stands at its
 * fractions of the picture. Chart.js draws gridlines and data by its own scales; all else is drawn by `plugin.ts`.
 */
export function chartConfiguration(drawing: ChartDrawing): Configuration {
  const { chart, size } = drawing;
  const { coordinates, plot } = chart;
  return {
    type: coordinates.type === "round" ? "doughnut" : coordinates.type === "number" ? "scatter" : "bar",
    data: {
      ...(coordinates.type === "category"
        ? { labels: coordinates.categories.map(({ label }) => label) }
        : {}),
      datasets: datasetsOf(drawing),
    },
    options: {
      indexAxis: coordinates.type === "category" && coordinates.orientation === "horizontal" ? "y" : "x",
      ...{ responsive: false, maintainAspectRatio: false, animation: false, events: [] },
      devicePixelRatio: size.scale,
      layout: {
        autoPadding: false,
        padding: {
          left: plot.x * size.width,
          top: plot.y * size.height,
          right: (1 - plot.x - plot.w) * size.width,
          bottom: (1 - plot.y - plot.h) * size.height,
        },
      },
      scales: scalesOf(drawing),
      plugins: { legend: { display: false }, title: { display: false }, tooltip: { enabled: false } },
    },
  };
}

type Scale = Readonly<Record<string, unknown>>;

/** Border and title, which no scale draws here: the words of an axis are marks of the chart, around the plot. */
const BARE = { border: { display: false }, title: { display: false } };

/** Scales with the model's bounds and ticks and nothing computed; the padding around them is that of the plot. */
function scalesOf(drawing: ChartDrawing): Record<string, Scale> {
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
