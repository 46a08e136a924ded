import type { Layer } from "../../../model/chart.ts";
import type { PlacedChart } from "../../../model/placed.ts";
import type { Look } from "../../../theme/theme.ts";
import { groupLayers } from "../../chart/groups.ts";
import { connectorShapes, lineShapes } from "../../chart/marks.ts";
import { middle } from "../../chart/middle.ts";
import type { Node, Rect } from "../list.ts";
import { axisLine, axisWords, gridlines } from "./axes.ts";
import { barLabels, barNodes } from "./bars.ts";
import { placed, type Sketch } from "./frame.ts";
import { type LabelPlace, labelNodes } from "./layer.ts";
import { areaLabels, areaNodes, lineLabels, lineNodes } from "./lines.ts";
import { pointLabels, pointNodes, ringLabels, ringNodes } from "./points.ts";
import { drawnShape, keyNodes } from "./shapes.ts";

/**
 * A fitted chart in a box (pt), back to front: grounds, gridlines, layers in their order, the axis, what joins bars,
 * numbers and names, and the shapes over all of it. Everything stands where the native chart puts it.
 */
export function chartNodes(chart: PlacedChart, box: Rect, look: Look): readonly Node[] {
  const sketch: Sketch = { chart, box, look, plot: placed({ box }, chart.plot) };
  // Lines over lying bars, which no native chart has, are shapes; see `groupLayers`.
  const crossing = groupLayers(chart).drawn;
  const layers = chart.layers.filter((layer) => !crossing.some((each) => each === layer));
  const behind = chart.shapes.filter((shape) => shape.type === "box" && shape.behind);
  const front = chart.shapes.filter((shape) => !behind.includes(shape));
  return [
    ...behind.flatMap((shape) => drawnShape(sketch, shape)),
    ...gridlines(sketch),
    ...layers.flatMap((layer) => layerNodes(sketch, layer)),
    ...axisLine(sketch),
    ...connectorShapes(chart).flatMap((shape) => drawnShape(sketch, shape)),
    ...lineShapes(chart, crossing).flatMap((shape) => drawnShape(sketch, shape)),
    ...axisWords(sketch),
    ...layers.flatMap((layer) => labelsOf(sketch, layer)).flatMap((place) => labelNodes(sketch, place)),
    ...keyNodes(sketch),
    ...[...front, ...middle(chart)].flatMap((shape) => drawnShape(sketch, shape)),
  ];
}

function layerNodes(sketch: Sketch, layer: Layer): readonly Node[] {
  switch (layer.type) {
    case "bars":
      return barNodes(sketch, layer);
    case "lines":
      return lineNodes(sketch, layer);
    case "areas":
      return areaNodes(sketch, layer);
    case "points":
      return pointNodes(sketch, layer);
    case "ring":
      return ringNodes(sketch, layer);
  }
}

function labelsOf(sketch: Sketch, layer: Layer): readonly LabelPlace[] {
  switch (layer.type) {
    case "bars":
      return barLabels(sketch, layer);
    case "lines":
      return lineLabels(sketch, layer);
    case "areas":
      return areaLabels(sketch, layer);
    case "points":
      return pointLabels(sketch, layer);
    case "ring":
      return ringLabels(sketch, layer);
  }
}
