import type { Layer } from "../../../model/chart.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { type Context, cellsOf, data, errorBars, filledPoints, identity, seriesLabels } from "./series.ts";
import { filled } from "./styles.ts";

type Areas = Extract<Layer, { type: "areas" }>;

/**
 * c:areaChart (ECMA-376 Part 1, 21.2.2.3): grouping, varyColors, ser*, dLbls, dropLines, axId, axId
 * CT_AreaSer: EG_SerShared, pictureOptions, dPt*, dLbls, trendline*, errBars*, cat, val
 * Areas take no dLblPos, and no invertIfNegative.
 */
export function areaChart(layer: Areas, axes: readonly Element[], context: Context): Element {
  const { look } = context;
  return el(
    "c:areaChart",
    {},
    el("c:grouping", { val: layer.grouping }),
    el("c:varyColors", { val: 0 }),
    layer.series.map((series) => {
      const cells = cellsOf(context, series);
      return el(
        "c:ser",
        {},
        identity(cells, filled(look, series.paint, series.line)),
        filledPoints(look, series),
        seriesLabels(context, series, undefined),
        errorBars(context, series, "y"),
        data(context, cells),
      );
    }),
    axes,
  );
}
