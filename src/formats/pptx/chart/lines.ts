import type { Layer, Series } from "../../../model/chart.ts";
import { pointMarker, seriesLine } from "../../../model/paint.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { POINT_POSITIONS } from "./labels.ts";
import {
  type Context,
  cellsOf,
  data,
  errorBars,
  exceptions,
  identity,
  marker,
  seriesLabels,
} from "./series.ts";
import { lined } from "./styles.ts";

type Lines = Extract<Layer, { type: "lines" }>;

/**
 * c:lineChart (ECMA-376 Part 1, 21.2.2.97):
 * grouping, varyColors, ser*, dLbls, dropLines, hiLowLines, upDownBars, marker, smooth, axId, axId
 */
export function lineChart(layer: Lines, axes: readonly Element[], context: Context): Element {
  return el(
    "c:lineChart",
    {},
    el("c:grouping", { val: "standard" }),
    el("c:varyColors", { val: 0 }),
    layer.series.map((series) => lineSeries(series, context)),
    el("c:marker", { val: 1 }),
    axes,
  );
}

/** CT_LineSer: EG_SerShared, marker, dPt*, dLbls, trendline*, errBars, cat, val, smooth */
function lineSeries(series: Series, context: Context): Element {
  const cells = cellsOf(context, series);
  return el(
    "c:ser",
    {},
    identity(cells, lined(context.look, seriesLine(series))),
    markers(series, context),
    seriesLabels(context, series, POINT_POSITIONS),
    errorBars(context, series, "y"),
    data(context, cells),
    el("c:smooth", { val: 0 }),
  );
}

/** marker, dPt* */
export const markers = (series: Series, { look }: Context): readonly Element[] => [
  marker(look, series.marker),
  ...exceptions(series).map((point) =>
    el(
      "c:dPt",
      {},
      el("c:idx", { val: point.index }),
      marker(look, pointMarker(series, point)),
      el("c:bubble3D", { val: 0 }),
      lined(look, point.line ?? seriesLine(series)),
    ),
  ),
];
