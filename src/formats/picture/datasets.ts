import type { Layer, PointSeries, Series } from "../../model/chart.ts";
import { lineOf, pointMarker } from "../../model/paint.ts";
import { type PlacedChart, pointSize } from "../../model/placed.ts";
import { groupLayers } from "../chart/groups.ts";
import { barShares } from "../chart/marks.ts";
import { hatchOf } from "./hatching.ts";
import { edgeOf, fillOf, strokeOf } from "./paint.ts";
import type { Sketch } from "./pen.ts";

/** A dataset of Chart.js, and the series that it draws, for the labels. */
export type Dataset = Readonly<Record<string, unknown>> & {
  readonly label: string;
  readonly source: Series | PointSeries;
};

/**
 * Every series as a dataset. Chart.js draws the highest `order` first and stacks by the same order, so a stack keeps
 * one number and everything else counts down. No bar is grouped by Chart.js, which would put the layers of a bullet side
 * by side; bars of a cluster are shifted to their places once they are laid out.
 */
export function datasetsOf(sketch: Sketch): Dataset[] {
  const drawn = new Set<Layer>(groupLayers(sketch.chart).drawn);
  let order = 0;
  return sketch.chart.layers.flatMap((layer, n) => {
    if (drawn.has(layer)) return [];
    const stacked = "grouping" in layer && layer.grouping !== "clustered" && layer.grouping !== "standard";
    const from = order--;
    return datasetsOfLayer(sketch, layer, n).map((dataset) => ({
      ...dataset,
      order: stacked ? from : order--,
    }));
  });
}

function datasetsOfLayer(sketch: Sketch, layer: Layer, n: number): Dataset[] {
  switch (layer.type) {
    case "bars":
      return layer.series.map((series) => ({
        ...barDataset(sketch, layer, series),
        ...scales(sketch.chart, layer, n),
      }));
    case "lines":
      return layer.series.map((series) => ({
        ...lineDataset(sketch, series),
        spanGaps: layer.missing === "span",
        ...scales(sketch.chart, layer, n),
      }));
    case "areas":
      return layer.series.map((series, i) => ({
        ...areaDataset(sketch, layer, series, i),
        ...scales(sketch.chart, layer, n),
      }));
    case "points":
      return layer.series.map((series) => pointDataset(sketch, layer, series));
    case "ring":
      return [ringDataset(sketch, layer)];
  }
}

/** Ids of the scales, and the stack that a layer's series share. */
function scales(chart: PlacedChart, layer: Extract<Layer, { axis: unknown }>, n: number) {
  const upright = chart.plane.type === "category" && chart.plane.orientation === "vertical";
  const stacked = "grouping" in layer && layer.grouping !== "clustered" && layer.grouping !== "standard";
  return {
    ...(upright
      ? { indexAxis: "x", xAxisID: "categories", yAxisID: layer.axis }
      : { indexAxis: "y", xAxisID: layer.axis, yAxisID: "categories" }),
    ...(stacked ? { stack: `layer ${n}` } : {}),
  };
}

const exception = (series: Series, i: number): Series["points"][number] => series.points[i] ?? {};

/** The share of each value of its category, in percent, where a layer shows shares. */
function valuesOf(layer: { readonly grouping: string; readonly series: readonly Series[] }, series: Series) {
  // A copy: Chart.js puts listeners on the arrays it is given.
  if (layer.grouping !== "percentStacked") return [...series.values];
  return series.values.map((value, i) => {
    const whole = layer.series.reduce((sum, one) => sum + Math.abs(one.values[i] ?? 0), 0);
    return value === null || whole === 0 ? value : (value / whole) * 100;
  });
}

/** Fill, hatch and edge of every mark of a filled series. */
function fillsOf(sketch: Sketch, series: Series) {
  const marks = series.values.map((_, i) => ({
    paint: exception(series, i).paint ?? series.paint,
    line: exception(series, i).line ?? series.line,
  }));
  const edges = marks.map(({ paint, line }) => edgeOf(sketch, paint, line));
  return {
    backgroundColor: marks.map(({ paint }) => fillOf(sketch, paint)),
    hatches: marks.map(({ paint }) => hatchOf(sketch, paint)),
    borderColor: edges.map((edge) => edge.borderColor),
    borderWidth: edges.map((edge) => edge.borderWidth),
  };
}

function barDataset(sketch: Sketch, layer: Extract<Layer, { type: "bars" }>, series: Series): Dataset {
  return {
    type: "bar",
    label: series.name,
    source: series,
    data: valuesOf(layer, series),
    ...fillsOf(sketch, series),
    borderSkipped: false,
    grouped: false,
    categoryPercentage: barShares(layer).one,
    barPercentage: 1,
    shift: shiftOf(layer, layer.series.indexOf(series)),
  };
}

/** How far the middle of a bar lies from that of its category, as a share of the category. */
function shiftOf(layer: Extract<Layer, { type: "bars" }>, index: number): number {
  if (layer.grouping !== "clustered") return 0;
  return (index - (layer.series.length - 1) / 2) * (1 - layer.overlap / 100) * barShares(layer).one;
}

function lineDataset(sketch: Sketch, series: Series): Dataset {
  const line = lineOf(series);
  const markers = series.values.map((value, i) =>
    value === null ? undefined : pointMarker(series, exception(series, i)),
  );
  const edges = markers.map((marker) => (marker ? edgeOf(sketch, marker.paint, undefined) : undefined));
  return {
    type: "line",
    label: series.name,
    source: series,
    data: [...series.values],
    tension: 0,
    fill: false,
    ...strokeOf(sketch, line),
    segment: segmentStyles(sketch, series),
    // Of a square, Chart.js takes the radius for half the diagonal.
    pointRadius: markers.map(
      (marker) => ((marker?.size ?? 0) / 2) * (marker?.shape === "square" ? Math.SQRT2 : 1) * sketch.k,
    ),
    pointStyle: markers.map((marker) => STYLES[marker?.shape ?? "circle"]),
    pointBackgroundColor: markers.map((marker) => (marker ? fillOf(sketch, marker.paint) : "transparent")),
    hatches: markers.map((marker) => hatchOf(sketch, marker?.paint)),
    pointBorderColor: markers.map((marker, i) =>
      marker?.shape === "dash" ? fillOf(sketch, marker.paint) : (edges[i]?.borderColor ?? "transparent"),
    ),
    pointBorderWidth: markers.map((marker, i) =>
      marker?.shape === "dash" ? 2 * sketch.k : (edges[i]?.borderWidth ?? 0),
    ),
  };
}
const STYLES = { circle: "circle", diamond: "rectRot", square: "rect", dash: "line" } as const;

/** A point's own line is that of the piece which ends in it, as in PowerPoint. */
function segmentStyles(sketch: Sketch, series: Series) {
  if (!Object.values(series.points).some((point) => point.line)) return {};
  const own = (context: { readonly p1DataIndex: number }) => series.points[context.p1DataIndex]?.line;
  const pick =
    <K extends keyof ReturnType<typeof strokeOf>>(key: K) =>
    (context: { readonly p1DataIndex: number }) => {
      const line = own(context);
      return line ? strokeOf(sketch, line)[key] : undefined;
    };
  return {
    borderColor: pick("borderColor"),
    borderWidth: pick("borderWidth"),
    borderDash: pick("borderDash"),
  };
}

function areaDataset(
  sketch: Sketch,
  layer: Extract<Layer, { type: "areas" }>,
  series: Series,
  i: number,
): Dataset {
  const stacked = layer.grouping !== "standard";
  return {
    type: "line",
    label: series.name,
    source: series,
    data: valuesOf(layer, series),
    tension: 0,
    fill: stacked && i > 0 ? "-1" : "origin",
    backgroundColor: fillOf(sketch, series.paint),
    hatches: [hatchOf(sketch, series.paint)],
    ...strokeOf(sketch, series.line),
    pointRadius: 0,
  };
}

function pointDataset(
  sketch: Sketch,
  layer: Extract<Layer, { type: "points" }>,
  series: PointSeries,
): Dataset {
  const edges = series.points.map((p) =>
    edgeOf(sketch, p.paint ?? series.paint, layer.bubbles ? series.line : undefined),
  );
  const largest = largestSize(layer);
  const most =
    (Math.min(sketch.chart.plot.w * sketch.size.width, sketch.chart.plot.h * sketch.size.height) * 0.25) / 2;
  const radii = series.points.map((p) =>
    layer.bubbles ? most * Math.sqrt(Math.max(0, p.size ?? 0) / largest) : (pointSize(p) / 2) * sketch.k,
  );
  return {
    type: layer.bubbles ? "bubble" : "scatter",
    label: series.name,
    source: series,
    xAxisID: "x",
    yAxisID: "y",
    // A point on the edge of the plot is drawn whole.
    clip: false,
    data: series.points.map((p, i) => ({ x: p.x, y: p.y, ...(layer.bubbles ? { r: radii[i] } : {}) })),
    ...(layer.bubbles ? {} : { radius: radii, showLine: series.line !== undefined }),
    ...(series.line && !layer.bubbles ? strokeOf(sketch, series.line) : {}),
    [layer.bubbles ? "backgroundColor" : "pointBackgroundColor"]: series.points.map((p) =>
      fillOf(sketch, p.paint ?? series.paint),
    ),
    hatches: series.points.map((p) => hatchOf(sketch, p.paint ?? series.paint)),
    [layer.bubbles ? "borderColor" : "pointBorderColor"]: edges.map((edge) => edge.borderColor),
    [layer.bubbles ? "borderWidth" : "pointBorderWidth"]: edges.map((edge) => edge.borderWidth),
  };
}

const largestSize = (layer: Extract<Layer, { type: "points" }>): number =>
  Math.max(Number.MIN_VALUE, ...layer.series.flatMap((s) => s.points.map((p) => p.size ?? 0)));

function ringDataset(sketch: Sketch, layer: Extract<Layer, { type: "ring" }>): Dataset {
  const series = layer.series;
  return {
    type: "doughnut",
    label: series.name,
    source: series,
    data: [...series.values],
    cutout: `${layer.hole}%`,
    ...fillsOf(sketch, series),
    borderAlign: "center",
  };
}
