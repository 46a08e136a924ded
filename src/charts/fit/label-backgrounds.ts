import type { ChartModel, Label, Layer, Paint, PointSeries, Series } from "../../model/chart.ts";
import { boxAroundMark, type Mark } from "../../model/marks.ts";
import type { FittedChart } from "../../model/placed.ts";
import type { ColorToken } from "../../model/text.ts";
import { barsOf } from "../marks/bars.ts";
import { crosses, type Projection, type Rect, within } from "../marks/geometry.ts";
import { type Backdrop, backgroundAt, backgroundBeside, REACH } from "./backdrop.ts";
import type { LabelPlacement } from "./labels.ts";

/** Labels that stand on hatched marks get a ground of paper: words among lines cannot be read. */
export const addLabelBackgrounds = (chart: FittedChart): FittedChart => ({
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

/** The labels that were kept, with a ground where a gridline or a level would run through them. */
export function addSeriesLabelBackgrounds(
  placement: LabelPlacement,
  layers: ChartModel["layers"],
  behind: Backdrop,
  projection: Projection,
): LabelPlacement {
  const kept = placement.kept.map(({ request, place }) => {
    const layer = layers[request.layer];
    const bar =
      layer?.type === "bars" && INSIDE.includes(place.at)
        ? barsOf(layer, projection).find(
            (each) => each.seen && each.series === request.series && each.category === place.category,
          )
        : undefined;
    const series = layer?.type === "bars" ? layer.series[request.series] : undefined;
    const own = bar && series && (series.points[place.category]?.paint ?? series.paint);
    const ink =
      bar === undefined || own === undefined
        ? backgroundBeside(place.rect, behind)
        : groundInside(place.rect, bar.rect, own, behind);
    return ink === undefined
      ? { request, place }
      : { request: { ...request, label: { ...request.label, ground: ink } }, place };
  });
  return { ...placement, kept };
}

/** In its bar no gridline is seen, but levels run over it. */
function groundInside(rect: Rect, bar: Rect, paint: Paint, { levels }: Backdrop): ColorToken | undefined {
  const cover = { ...rect, x: rect.x - REACH, w: rect.w + 2 * REACH };
  if (!levels.some((level) => crosses(rect, level)) || !within(bar, cover)) return undefined;
  return paint.pattern === "solid" ? paint.ink : "paper";
}

/** Words among the shapes of a chart, with a ground where a gridline or a level would run through them. */
export const addMarkLabelBackgrounds = (shapes: readonly Mark[], behind: Backdrop): readonly Mark[] =>
  shapes.map((shape) => {
    if (shape.type !== "text" || shape.fill !== undefined) return shape;
    const fill = backgroundAt(boxAroundMark(shape), behind, 0);
    return fill === undefined ? shape : { ...shape, fill };
  });
