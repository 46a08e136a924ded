import type { PlacedChart } from "../../model/placed.ts";
import { type Dataset, datasetsOf } from "./datasets.ts";
import { drawing } from "./drawing.ts";
import type { Setting, Sketch } from "./pen.ts";
import { marginsOf, type Scale, scalesOf } from "./scales.ts";

/** What Chart.js is given; plain data but for a few callbacks. */
export interface Configuration {
  readonly type: string;
  readonly data: { readonly labels?: readonly string[]; readonly datasets: readonly Dataset[] };
  readonly options: Readonly<Record<string, unknown>> & {
    readonly scales: Readonly<Record<string, Scale>>;
  };
  readonly plugins: readonly unknown[];
}

/**
 * The chart as a configuration of Chart.js: bounds, ticks, order, colours and labels are the model's, the plot stands at
 * its fractions of the picture, and nothing moves. Bars, lines, areas, points and rings are drawn by Chart.js; labels,
 * error bars and shapes by one plugin.
 */
export function chartConfiguration(chart: PlacedChart, setting: Setting): Configuration {
  const { width, scale } = setting.size;
  const sketch: Sketch = { ...setting, chart, k: width / chart.width };
  const scales = scalesOf(sketch);
  const taken = Object.values(scales).map(({ position }) => [position, 0]);
  const plane = chart.plane;
  return {
    type: plane.type === "round" ? "doughnut" : plane.type === "number" ? "scatter" : "bar",
    data: {
      ...(plane.type === "category" ? { labels: plane.categories.map((category) => category.label) } : {}),
      datasets: datasetsOf(sketch),
    },
    options: {
      indexAxis: plane.type === "category" && plane.orientation === "horizontal" ? "y" : "x",
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      devicePixelRatio: scale,
      events: [],
      layout: {
        autoPadding: false,
        padding: { ...marginsOf(sketch), ...Object.fromEntries(taken) },
      },
      scales,
      plugins: { legend: { display: false }, title: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [drawing(sketch)],
  };
}
