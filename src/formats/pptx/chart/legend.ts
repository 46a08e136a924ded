import type { PlacedChart } from "../../../model/placed.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { manualLayout } from "./layout.ts";
import type { Context } from "./series.ts";
import { noFill, noLine, textProperties } from "./styles.ts";

/**
 * c:legend (ECMA-376 Part 1, 21.2.2.94): legendPos, legendEntry*, layout, overlay, spPr, txPr
 * Only where the model asks for a key. It stands over the plot; series that the key does not name (bases, totals that
 * only carry labels) are deleted from it, by their place in the legend, which counts from 0 over all series.
 */
export function legend(context: Context): Element | null {
  const { chart, look, language, sheet } = context;
  if (chart.legend.length === 0 || isDrawnLegend(chart)) return null;
  const named = new Set(chart.legend.map((entry) => entry.name));
  const all = [
    ...[...sheet.series].map(([series, { index }]) => ({ name: series.name, index })),
    ...(sheet.downward?.ranges ?? []).map(({ index }) => ({ name: undefined, index })),
    ...[...sheet.points].map(([series, { index }]) => ({ name: series.name, index })),
  ];
  const { plot, labelSize } = chart;
  const width = Math.min(1, (chart.legend.length * entryWidth(chart)) / chart.width);
  const height = (labelSize * 1.8) / chart.height;
  return el(
    "c:legend",
    {},
    el("c:legendPos", { val: "t" }),
    all
      .filter(({ name }) => name === undefined || !named.has(name))
      .map(({ index }) => el("c:legendEntry", {}, el("c:idx", { val: index }), el("c:delete", { val: 1 }))),
    manualLayout({
      x: Math.max(0, plot.x + (plot.w - width) / 2),
      y: 0,
      w: width,
      h: Math.min(height, Math.max(0.02, plot.y)),
    }),
    el("c:overlay", { val: 0 }),
    el("c:spPr", {}, noFill(), noLine()),
    textProperties(look, { size: labelSize, ink: "ink", bold: false }, language),
  );
}

/**
 * Returns true where the legend is made of shapes: in horizontal stacks with a series that it does not name, since
 * LibreOffice (7.4) counts the entries of such a legend from the last one and would delete another.
 */
export const isDrawnLegend = ({ coordinates, layers, legend: entries }: PlacedChart): boolean =>
  entries.length > 0 &&
  coordinates.type === "category" &&
  coordinates.orientation === "horizontal" &&
  layers.some(
    (layer) =>
      layer.type === "bars" &&
      layer.grouping !== "clustered" &&
      layer.series.some(({ name }) => entries.every((entry) => entry.name !== name)),
  );

/** Room of one entry in pt, with its sample: PowerPoint gives all the width of the widest. */
const entryWidth = ({ marks, labelSize }: PlacedChart): number =>
  Math.max(...marks.map((mark) => (mark.type === "text" && mark.part === "key" ? mark.w : 0))) * 1.1 +
  labelSize * 3;
