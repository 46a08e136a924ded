import type { Layer, PointSeries } from "../../../model/chart.ts";
import { POINT_SIZE, pointSize } from "../../../model/placed.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { PointCells } from "../../chart/sheet.ts";
import { numberReference, stringReference } from "./data.ts";
import { dataLabels, POINT_POSITIONS } from "./labels.ts";
import { type Context, labelContext, marker } from "./series.ts";
import { filled, lined } from "./styles.ts";

type Points = Extract<Layer, { type: "points" }>;

/**
 * c:scatterChart (ECMA-376 Part 1, 21.2.2.161): scatterStyle, varyColors, ser*, dLbls, axId, axId
 * c:bubbleChart (21.2.2.20): varyColors, ser*, dLbls, bubble3D, bubbleScale, showNegBubbles, sizeRepresents, axId, axId
 * At scale 100 the largest bubble is a quarter of the plot's shorter side across.
 */
export function pointChart(layer: Points, axes: readonly Element[], context: Context): Element {
  const series = layer.series.map((one) => pointSeries(one, layer.bubbles, context));
  if (!layer.bubbles)
    return el(
      "c:scatterChart",
      {},
      el("c:scatterStyle", { val: "lineMarker" }),
      el("c:varyColors", { val: 0 }),
      series,
      axes,
    );
  return el(
    "c:bubbleChart",
    {},
    el("c:varyColors", { val: 0 }),
    series,
    el("c:bubbleScale", { val: 100 }),
    el("c:showNegBubbles", { val: 0 }),
    el("c:sizeRepresents", { val: "area" }),
    axes,
  );
}

/**
 * CT_ScatterSer: EG_SerShared, marker, dPt*, dLbls, trendline*, errBars*, xVal, yVal, smooth
 * CT_BubbleSer: EG_SerShared, invertIfNegative, dPt*, dLbls, trendline*, errBars*, xVal, yVal, bubbleSize, bubble3D
 */
function pointSeries(series: PointSeries, bubbles: boolean, context: Context): Element {
  const { look } = context;
  const cells = cellsOf(series, context);
  const spot = (paint: PointSeries["paint"], size: number) => marker(look, { shape: "circle", size, paint });
  const labels = dataLabels(
    series.points.map((p) => p.label),
    series.points.map((p) => p.y),
    series.format.y,
    labelContext(context, POINT_POSITIONS),
  );
  const values = [el("c:xVal", {}, numberReference(cells.x)), el("c:yVal", {}, numberReference(cells.y))];
  return el(
    "c:ser",
    {},
    el("c:idx", { val: cells.index }),
    el("c:order", { val: cells.index }),
    el("c:tx", {}, stringReference(cells.name)),
    bubbles ? filled(look, series.paint, series.line) : lined(look, series.line),
    bubbles ? el("c:invertIfNegative", { val: 0 }) : spot(series.paint, POINT_SIZE),
    series.points.map((point, idx) =>
      point.paint
        ? el(
            "c:dPt",
            {},
            el("c:idx", { val: idx }),
            bubbles ? el("c:invertIfNegative", { val: 0 }) : spot(point.paint, pointSize(point)),
            el("c:bubble3D", { val: 0 }),
            bubbles ? filled(look, point.paint, series.line) : lined(look, series.line),
          )
        : null,
    ),
    labels,
    values,
    bubbles && cells.size
      ? [el("c:bubbleSize", {}, numberReference(cells.size)), el("c:bubble3D", { val: 0 })]
      : el("c:smooth", { val: 0 }),
  );
}

function cellsOf(series: PointSeries, context: Context): PointCells {
  const cells = context.sheet.points.get(series);
  if (!cells) throw new Error(`chart ${context.chart.id}: series ${series.id} stands in no column`);
  return cells;
}
