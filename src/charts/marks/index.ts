import type { Layer } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import type { DrawnShape, FittedChart, PlacedChart } from "../../model/placed.ts";
import { axisMarks, axisTitleMarks, gridlineMarks, tickMarks } from "./axes.ts";
import { connectorMarks } from "./bars.ts";
import { categoryMarks } from "./categories.ts";
import { crossingMarks, isCrossing } from "./crossing.ts";
import { inBox, inPoints, type Measure } from "./geometry.ts";
import { keyMarks } from "./key.ts";
import { labelMarks } from "./labels.ts";
import { layerMarks } from "./layers.ts";
import { pointMarks } from "./points.ts";
import { middleMarks, ringMarks } from "./ring.ts";
import { type Scene, sceneOf } from "./scene.ts";

/**
 * The one drawing of a fitted chart, back to front: grounds, gridlines, layers in their order, the axis, what joins
 * bars, numbers and names, and the words of overlays over all of it.
 */
export function placeMarks(chart: FittedChart, measure: Measure): PlacedChart {
  const scene = sceneOf(chart, measure);
  const { projection } = scene;
  const layers = [...chart.layers.entries()].filter(([, layer]) => !isCrossing(layer, chart.plane));
  const shapes = chart.shapes.map((shape) => annotation(shape, chart));
  const isGround = ({ part }: Mark): boolean => part === "ground";
  return {
    ...chart,
    marks: [
      ...shapes.filter(isGround),
      ...gridlineMarks(chart.plane, scene.plot),
      ...layers.flatMap(([l, layer]) => marksOf(layer, l, scene)),
      ...axisMarks(scene),
      ...(projection === undefined
        ? []
        : [
            ...chart.layers.flatMap((layer) => connectorMarks(layer, projection)),
            ...chart.layers.flatMap((layer) =>
              isCrossing(layer, chart.plane) ? crossingMarks(layer, projection, chart.labelSize) : [],
            ),
          ]),
      ...tickMarks(chart.plane, scene.plot, chart.labelSize, measure),
      ...categoryMarks(scene),
      ...axisTitleMarks(scene),
      ...layers.flatMap(([l, layer]) => labelMarks(layer, l, scene)),
      ...keyMarks(scene),
      ...shapes.filter((mark) => !isGround(mark)),
      ...middleMarks(scene),
    ],
  };
}

function marksOf(layer: Layer, l: number, { chart, plot, projection }: Scene): readonly Mark[] {
  if (layer.type === "points")
    return chart.plane.type === "number" ? pointMarks(layer, l, chart.plane, plot) : [];
  if (layer.type === "ring") return ringMarks(layer, l, plot);
  return projection === undefined ? [] : layerMarks(layer, l, projection);
}

function annotation(shape: DrawnShape, size: FittedChart): Mark {
  const part = shape.type === "box" && shape.behind ? "ground" : "annotation";
  if (shape.type === "box") return { ...shape, part, box: inPoints(shape.box, size) };
  if (shape.type === "text") {
    const { box, align, ...words } = shape;
    return { ...words, part, ...inBox(inPoints(box, size), align) };
  }
  const { x1, y1, x2, y2, line, arrow } = shape;
  const spots = [
    { x: x1 * size.width, y: y1 * size.height },
    { x: x2 * size.width, y: y2 * size.height },
  ];
  return { type: "line", part, spots, line, arrow };
}
