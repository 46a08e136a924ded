import { isDotPlot } from "../../../model/placed.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { areaChart } from "./areas.ts";
import { axesOf, axisIds } from "./axes.ts";
import { barChart } from "./bars.ts";
import { dotChart } from "./dots.ts";
import { type ChartLayer, groupLayers } from "./groups.ts";
import { manualLayout } from "./layout.ts";
import { lineChart } from "./lines.ts";
import { pointChart } from "./points.ts";
import { doughnutChart } from "./ring.ts";
import type { Context } from "./series.ts";
import { noFill, noLine } from "./styles.ts";

/** c:plotArea (ECMA-376 Part 1, 21.2.2.145): layout, (…Chart)+, (catAx | valAx | dateAx | serAx)*, dTable, spPr */
export function plotArea(context: Context): Element {
  const grouping = groupLayers(context.chart);
  return el(
    "c:plotArea",
    {},
    manualLayout(context.chart.plot, "inner"),
    grouping.groups.map((group) => groupElement(group, context)),
    axesOf(context, grouping),
    el("c:spPr", {}, noFill(), noLine()),
  );
}

function groupElement({ layer, pair }: ChartLayer, context: Context): Element {
  const axes = axisIds(pair);
  switch (layer.type) {
    case "bars":
      return barChart(layer, axes, context);
    case "lines":
      return isDotPlot(context.chart) ? dotChart(layer, axes, context) : lineChart(layer, axes, context);
    case "areas":
      return areaChart(layer, axes, context);
    case "points":
      return pointChart(layer, axes, context);
    case "ring":
      return doughnutChart(layer, context);
  }
}
