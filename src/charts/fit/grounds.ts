import type { Label, Layer, Paint, PointSeries, Series } from "../../model/chart.ts";
import type { PlacedChart } from "../../model/placed.ts";

/** Labels that stand on hatched marks get a ground of paper: words among lines cannot be read. */
export const onGrounds = (chart: PlacedChart): PlacedChart => ({
  ...chart,
  layers: chart.layers.map(grounded),
});

function grounded(layer: Layer): Layer {
  switch (layer.type) {
    case "bars":
      return { ...layer, series: layer.series.map((series) => withGrounds(series, INSIDE)) };
    case "ring":
      return { ...layer, series: withGrounds(layer.series, CENTRE) };
    case "points":
      return layer.bubbles ? { ...layer, series: layer.series.map(withPointGrounds) } : layer;
    // Labels stand beside points, and those of areas above them.
    case "lines":
    case "areas":
      return layer;
  }
}

const CENTRE: readonly Label["at"][] = ["center"];
const INSIDE: readonly Label["at"][] = ["center", "insideEnd", "insideBase"];

function withGrounds(series: Series, inside: readonly Label["at"][]): Series {
  const labels = series.labels.map((label, i) =>
    ground(label, series.points[i]?.paint ?? series.paint, inside),
  );
  return { ...series, labels };
}

function withPointGrounds(series: PointSeries): PointSeries {
  const points = series.points.map((point) => ({
    ...point,
    label: ground(point.label, point.paint ?? series.paint, CENTRE),
  }));
  return { ...series, points };
}

const ground = (label: Label | null, paint: Paint, inside: readonly Label["at"][]): Label | null =>
  label !== null && paint.pattern === "hatch" && inside.includes(label.at)
    ? { ...label, ground: "paper" }
    : label;
