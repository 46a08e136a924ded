import type { Label, Layer, Series } from "../../../model/chart.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { BAR_POSITIONS, type Shift, STACK_POSITIONS } from "./labels.ts";
import {
  type Context,
  cellsOf,
  data,
  errorBars,
  filledPoints,
  identity,
  labelMark,
  seriesLabels,
} from "./series.ts";
import { filled } from "./styles.ts";

type Bars = Extract<Layer, { type: "bars" }>;

/**
 * c:barChart (ECMA-376 Part 1, 21.2.2.16):
 * barDir, grouping, varyColors, ser*, dLbls, gapWidth, overlap, serLines*, axId, axId
 *
 * Connectors are not serLines: those join the tops of every series of a stack, the base of a waterfall too.
 */
export function barChart(layer: Bars, axes: readonly Element[], context: Context): Element {
  const coordinates = context.chart.coordinates;
  const horizontal = coordinates.type === "category" && coordinates.orientation === "horizontal";
  const stacked = layer.grouping !== "clustered";
  return el(
    "c:barChart",
    {},
    el("c:barDir", { val: horizontal ? "bar" : "col" }),
    el("c:grouping", { val: layer.grouping }),
    el("c:varyColors", { val: 0 }),
    layer.series.map((series) => barSeries(series, stacked, horizontal, context)),
    el("c:gapWidth", { val: whole(layer.gap, 0, 500) }),
    el("c:overlap", { val: stacked ? 100 : whole(layer.overlap, -100, 100) }),
    axes,
  );
}

/** CT_BarSer: EG_SerShared, invertIfNegative, pictureOptions, dPt*, dLbls, trendline*, errBars, cat, val, shape */
function barSeries(series: Series, stacked: boolean, horizontal: boolean, context: Context): Element {
  const { look } = context;
  const cells = cellsOf(context, series);
  return el(
    "c:ser",
    {},
    identity(cells, filled(look, series.paint, series.line)),
    el("c:invertIfNegative", { val: 0 }),
    filledPoints(look, series, true),
    stacked
      ? seriesLabels(context, series, STACK_POSITIONS, (i, label) =>
          outside(series, i, label, horizontal, context),
        )
      : seriesLabels(context, series, BAR_POSITIONS),
    errorBars(context, series, undefined),
    data(context, cells),
  );
}

/** Distance of a label from the bar vertical, and beside it with its insets, in pt. */
const CLEAR = { vertical: 3, beside: 5 };

/**
 * A stack has no outside end in PowerPoint; its label is put at the inside end, or at the base where it stands on that
 * side of the bar, and moved out by its own height, or by its width where bars lie (21.2.2.31: x and y of a label's
 * layout are offsets in fractions of the chart).
 */
function outside(
  series: Series,
  index: number,
  label: Label,
  horizontal: boolean,
  context: Context,
): Shift | undefined {
  if (!["outsideEnd", "above", "below", "left", "right"].includes(label.at)) return undefined;
  const { chart } = context;
  const { w, h } = labelMark(context, series, index);
  const negative = (series.values[index] ?? 0) < 0;
  const back = label.at === "below" || label.at === "left" || (label.at === "outsideEnd" && negative);
  const sign = back ? -1 : 1;
  const from = back === negative ? "inEnd" : "inBase";
  return horizontal
    ? { x: (sign * (w + CLEAR.beside)) / chart.width, y: 0, from }
    : { x: 0, y: (-sign * (h + CLEAR.vertical)) / chart.height, from };
}

const whole = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, Math.round(value)));
