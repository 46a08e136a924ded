import { type Dataset, datasetsOf } from "./datasets.ts";
import type { ChartDrawing } from "./drawing.ts";
import { type Scale, scalesOf } from "./scales.ts";

/** What Chart.js is given; plain data but for a few callbacks. */
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
