import type { Layer, Series } from "../../../model/chart.ts";
import { seriesLine } from "../../../model/paint.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { Cells, RangeCells } from "../../chart/sheet.ts";
import { numberReference } from "./data.ts";
import { POINT_POSITIONS } from "./labels.ts";
import { markers } from "./lines.ts";
import { type Context, cellsOf, identity, marker, seriesLabels } from "./series.ts";
import { lined } from "./styles.ts";

type Lines = Extract<Layer, { type: "lines" }>;

/**
 * c:scatterChart (ECMA-376 Part 1, 21.2.2.161) of horizontal categories: the first value of a point is that of the series,
 * the second one the place of the category, from the top down. Ranges are lines of their own, behind the points.
 */
export function dotChart(layer: Lines, axes: readonly Element[], context: Context): Element {
  const ranges = context.sheet.downward?.ranges ?? [];
  return el(
    "c:scatterChart",
    {},
    el("c:scatterStyle", { val: "lineMarker" }),
    el("c:varyColors", { val: 0 }),
    ranges.map((range) => rangeSeries(range, context)),
    layer.series.map((series) => dotSeries(series, context)),
    axes,
  );
}

/** CT_ScatterSer: EG_SerShared, marker, dPt*, dLbls, trendline*, errBars*, xVal, yVal, smooth */
function dotSeries(series: Series, context: Context): Element {
  const cells = cellsOf(context, series);
  const places = context.sheet.downward?.places.get(series);
  if (places === undefined) throw new Error(`chart ${context.chart.id}: series ${series.id} has no places`);
  return el(
    "c:ser",
    {},
    identity(cells, lined(context.look, seriesLine(series))),
    markers(series, context),
    seriesLabels(context, withWords(series), POINT_POSITIONS),
    both(cells.values, places),
  );
}

const rangeSeries = (range: RangeCells, context: Context): Element =>
  el(
    "c:ser",
    {},
    identity(
      range,
      lined(context.look, { ink: range.ink, width: range.of.errorBars?.width ?? 1, dash: "solid" }),
    ),
    marker(context.look, undefined),
    both(range.values, range.places),
  );

const both = (values: Cells<number>, places: Cells<number>): readonly Element[] => [
  el("c:xVal", {}, numberReference(values)),
  el("c:yVal", {}, numberReference(places)),
  el("c:smooth", { val: 0 }),
];

/** The number that a program writes at a point of two values is the second one, which here is a place. */
const withWords = (series: Series): Series => ({
  ...series,
  labels: series.labels.map((label) => (label === null ? null : { ...label, value: false })),
});
