import type { ChartModel } from "../../model/chart.ts";
import { GAP, type MeasureWidth, pitch, type Size } from "../marks/geometry.ts";
import { bracketRoom, rowHeight } from "./compared.ts";
import { BUBBLE, type Margins, ofType } from "./scene.ts";
import { seriesLabelGap, seriesLabelLines } from "./series-labels.ts";
import { textWidth, type WrapContext, widest } from "./wrap.ts";

/** Room that a first fit was found to need beyond the estimate: rows of words over the plot, and pt beside horizontal bars. */
export interface Reserve {
  readonly rows: number;
  readonly aside: number;
}
export const NO_RESERVE: Reserve = { rows: 0, aside: 0 };

/** The room that a chart's key, overlays and names at line ends need around the plot. */
export function marginsOf(
  model: ChartModel,
  size: Size,
  measure: MeasureWidth,
  labelSize: number,
  reserve: Reserve = NO_RESERVE,
): Margins {
  const context = { measure, size: labelSize };
  const bold = { ...context, bold: true };
  const line = pitch(labelSize);
  const growth = ofType(model.overlays, "arrow").some((arrow) => arrow.style === "growth");
  const differences = ofType(model.overlays, "arrow").filter((arrow) => arrow.style === "difference");
  const horizontal = model.coordinates.type === "category" && model.coordinates.orientation === "horizontal";
  const above =
    ofType(model.overlays, "event").length +
    ofType(model.overlays, "zone").length +
    (horizontal ? ofType(model.overlays, "level").length : 0) +
    ofType(model.overlays, "ground").length;
  const named = ofType(model.overlays, "end");
  const ends = named.filter((end) => end.side !== "left");
  const starts = named.filter((end) => end.side === "left");
  const off = seriesLabelGap(model);
  const beside = (names: typeof named): number =>
    Math.max(
      0,
      ...names.map((end) => widest(seriesLabelLines(end, names.length, size, context), bold) + GAP + off),
    );
  const rows = Math.max(
    reserve.rows,
    horizontal ? ofType(model.overlays, "level").length : 0,
    eventRows(model, size, context),
  );
  const bracket = bracketRoom(model, context);
  return {
    key: model.legend.length > 0 ? line * 1.5 + GAP : 0,
    words: above > 0 ? rows * line + GAP : 0,
    arrow: Math.max(growth ? line + BUBBLE + 2 * GAP : 0, bracket.over),
    ends: Math.max(beside(ends), differences.length > 0 ? numberAtEdge(model, bold) : 0),
    starts: beside(starts),
    difference: horizontal
      ? reserve.aside + bracket.aside
      : Math.max(0, ...differences.map((arrow) => textWidth(arrow.text, bold) + 2 * BUBBLE + 4 * GAP)),
    below: horizontal
      ? differences.length > 0
        ? line + BUBBLE + 2 * GAP
        : 0
      : rowHeight(model, size, measure, labelSize),
    rows,
  };
}

/** Areas reach the edge of the plot, so that the number of the last point stands beside it, where an arrow would be. */
function numberAtEdge(model: ChartModel, context: WrapContext): number {
  if (!model.layers.some((layer) => layer.type === "areas")) return 0;
  const last = model.layers.flatMap((layer) =>
    layer.type === "lines" ? layer.series.flatMap(({ labels }) => labels.at(-1) ?? []) : [],
  );
  return Math.max(0, ...last.map(({ text }) => textWidth(text, context) + 4 * GAP));
}

/** The plot is not known yet when rows are counted; it takes at least about this share of the width. */
const NARROWED = 0.55;

/** Rows that the words of events need so that none meets another. */
function eventRows(model: ChartModel, size: Size, context: WrapContext): number {
  if (model.coordinates.type !== "category") return 0;
  const count = Math.max(1, model.coordinates.categories.length);
  const spans = ofType(model.overlays, "event").map((event) => {
    const half = textWidth(event.text, context) / 2;
    const at = ((event.c + 0.5) / count) * size.width * NARROWED;
    // At the left edge of the chart words are moved in, toward their neighbours.
    const from = Math.max(0, at - half);
    return [from, from + 2 * half] as const;
  });
  const ends: number[] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const row = ends.findIndex((end) => end + 2 * GAP <= from);
    if (row < 0) ends.push(to);
    else ends[row] = to;
  }
  return Math.max(1, ends.length);
}
