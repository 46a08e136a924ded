import type { Layer } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import { areaMarks } from "./areas.ts";
import { barMarks } from "./bars.ts";
import type { Projection } from "./geometry.ts";
import { lineMarks } from "./lines.ts";

/** What a layer over categories draws, without its labels. */
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
