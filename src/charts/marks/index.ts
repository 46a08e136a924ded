import type { Layer } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import type { FittedChart, PlacedChart } from "../../model/placed.ts";
import { areaMarks } from "./areas.ts";
import { axisMarks, axisTitleMarks, gridlineMarks, tickMarks } from "./axes.ts";
import { barMarks, connectorMarks } from "./bars.ts";
import { categoryMarks } from "./categories.ts";
import { crossingMarks, isCrossing } from "./crossing.ts";
import { centerMarks, doughnutMarks } from "./doughnut.ts";
import type { MeasureWidth, Projection } from "./geometry.ts";
import { labelMarks } from "./labels.ts";
import { legendMarks } from "./legend.ts";
import { lineMarks } from "./lines.ts";
import { pointMarks } from "./points.ts";
import { type Scene, sceneOf } from "./scene.ts";

/**
 * The one drawing of a fitted chart, back to front: grounds, gridlines, layers in their order, the axis, what joins
 * bars, numbers and names, and the words of overlays over all of it.
 */
export function placeMarks(chart: FittedChart, measure: MeasureWidth): PlacedChart {
  const scene = sceneOf(chart, measure);
  const { projection } = scene;
  const layers = [...chart.layers.entries()].filter(([, layer]) => !isCrossing(layer, chart));
  const { annotations, ...rest } = chart;
  const isGround = ({ part }: Mark): boolean => part === "ground";
  return {
    ...rest,
    marks: [
      ...annotations.filter(isGround),
      ...gridlineMarks(chart.coordinates, scene.plot),
      ...layers.flatMap(([l, layer]) => marksOf(layer, l, scene)),
      ...axisMarks(scene),
      ...(projection === undefined
        ? []
        : [
            ...chart.layers.flatMap((layer) => connectorMarks(layer, projection)),
            ...chart.layers.flatMap((layer) =>
              isCrossing(layer, chart) ? crossingMarks(layer, projection, measure, chart.labelSize) : [],
            ),
          ]),
      ...tickMarks(chart.coordinates, scene.plot, chart.labelSize, measure),
      ...categoryMarks(scene),
      ...axisTitleMarks(scene),
      ...layers.flatMap(([l, layer]) => labelMarks(layer, l, scene)),
      ...legendMarks(scene),
      ...annotations.filter((mark) => !isGround(mark)),
      ...centerMarks(scene),
    ],
  };
}

function marksOf(layer: Layer, l: number, { chart, plot, projection }: Scene): readonly Mark[] {
  if (layer.type === "points")
    return chart.coordinates.type === "number" ? pointMarks(layer, l, chart.coordinates, plot) : [];
  if (layer.type === "ring") return doughnutMarks(layer, l, plot);
  return projection === undefined ? [] : layerMarks(layer, l, projection);
}

/** Returns the marks of a layer over categories, without its labels. */
export function layerMarks(layer: Layer, l: number, projection: Projection): readonly Mark[] {
  switch (layer.type) {
    case "bars":
      return barMarks(layer, l, projection);
    case "lines":
      return lineMarks(layer, l, projection);
    case "areas":
      return areaMarks(layer, l, projection);
    default:
      return [];
  }
}
