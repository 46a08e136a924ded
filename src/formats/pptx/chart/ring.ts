import type { Layer } from "../../../model/chart.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { type Context, cellsOf, data, filledPoints, identity, seriesLabels } from "./series.ts";
import { filled } from "./styles.ts";

type Ring = Extract<Layer, { type: "ring" }>;

/**
 * c:doughnutChart (ECMA-376 Part 1, 21.2.2.50): varyColors, ser*, dLbls, firstSliceAng, holeSize
 * CT_PieSer: EG_SerShared, explosion, dPt*, dLbls, cat, val
 * A doughnut has no axes and takes no dLblPos. It starts at twelve o'clock.
 */
export function doughnutChart(layer: Ring, context: Context): Element {
  const { look } = context;
  const series = layer.series;
  const cells = cellsOf(context, series);
  return el(
    "c:doughnutChart",
    {},
    el("c:varyColors", { val: 0 }),
    el(
      "c:ser",
      {},
      identity(cells, filled(look, series.paint, series.line)),
      filledPoints(look, series),
      seriesLabels(context, series, undefined),
      data(context, cells),
    ),
    el("c:firstSliceAng", { val: 0 }),
    el("c:holeSize", { val: Math.min(90, Math.max(10, Math.round(layer.hole))) }),
  );
}
