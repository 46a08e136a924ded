import type { Series } from "../../../model/chart.ts";
import type { TextMark } from "../../../model/marks.ts";
import { frameOf } from "../../../model/paint.ts";
import type { PlacedChart } from "../../../model/placed.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import type { ChartSheet, SeriesCells } from "../../chart/sheet.ts";
import { numberReference, stringReference } from "./data.ts";
import { dataLabels, type LabelContext, type Positions } from "./labels.ts";
import { fill, filled, noFill, noLine, stroke } from "./styles.ts";

/** Context that every part of the chart writer needs. */
export interface Context {
  readonly chart: PlacedChart;
  readonly look: ResolvedTheme;
  readonly language: string;
  readonly numberLanguage: string | undefined;
  readonly sheet: ChartSheet;
}

export function cellsOf(context: Context, series: Series): SeriesCells {
  const cells = context.sheet.series.get(series);
  if (!cells) throw new Error(`chart ${context.chart.id}: series ${series.id} stands in no column`);
  return cells;
}

/** The words at a value of a series, as they were placed. */
export function labelMark({ chart }: Context, series: Series, item: number): TextMark {
  const belongs = ({ of }: TextMark): boolean => {
    const layer = of?.item === item ? chart.layers[of.layer] : undefined;
    return layer?.type === "bars" && layer.series[of?.series ?? -1] === series;
  };
  const found = chart.marks.find((mark) => mark.type === "text" && belongs(mark));
  if (found?.type !== "text") throw new Error(`chart ${chart.id}: a label of ${series.id} was not placed`);
  return found;
}

/** EG_SerShared: idx, order, tx, spPr */
export function identity(cells: SeriesCells, properties: Element): Element[] {
  return [
    el("c:idx", { val: cells.index }),
    el("c:order", { val: cells.index }),
    el("c:tx", {}, stringReference(cells.name)),
    properties,
  ];
}

/** cat, val */
export function data(context: Context, cells: SeriesCells): Element[] {
  const { categories, places } = context.sheet;
  return [
    el("c:cat", {}, places === undefined ? stringReference(categories) : numberReference(places)),
    el("c:val", {}, numberReference(cells.values)),
  ];
}

export function labelContext(
  context: Context,
  positions: Positions,
  shift?: LabelContext["shift"],
): LabelContext {
  const { look, language, numberLanguage, chart } = context;
  const glazed = chart.marks.flatMap((mark) =>
    mark.type === "box" && mark.part === "ground" ? [mark.paint.ink] : [],
  );
  return {
    look,
    language,
    numberLanguage,
    size: chart.labelSize,
    positions,
    glazed,
    ...(shift && { shift }),
  };
}

export function seriesLabels(
  context: Context,
  series: Series,
  positions: Positions,
  shift?: LabelContext["shift"],
) {
  return dataLabels(series.labels, series.values, series.format, labelContext(context, positions, shift));
}

/** The exceptions of a series by category index, in order. */
export function exceptions(series: Series): (Series["points"][number] & { readonly index: number })[] {
  return Object.entries(series.points)
    .map(([index, point]) => ({ ...point, index: Number(index) }))
    .sort((a, b) => a.index - b.index);
}

/** c:dPt of every exception of a filled series: idx, invertIfNegative where bars have one, bubble3D, spPr. */
export const filledPoints = (look: ResolvedTheme, series: Series, bars = false): Element[] =>
  exceptions(series).map((point) =>
    el(
      "c:dPt",
      {},
      el("c:idx", { val: point.index }),
      bars && el("c:invertIfNegative", { val: 0 }),
      el("c:bubble3D", { val: 0 }),
      filled(look, point.paint ?? series.paint, point.line ?? series.line),
    ),
  );

/**
 * c:errBars (21.2.2.55): errDir, errBarType, errValType, noEndCap, plus, minus, val, spPr.
 * Bars have no errDir: their error bars can only run along the value axis.
 */
export function errorBars(context: Context, series: Series, direction: "y" | undefined): Element | null {
  const { minus, plus } = cellsOf(context, series);
  const bars = series.errorBars;
  if (!bars || !minus || !plus) return null;
  return el(
    "c:errBars",
    {},
    direction && el("c:errDir", { val: direction }),
    el("c:errBarType", { val: "both" }),
    el("c:errValType", { val: "cust" }),
    el("c:noEndCap", { val: bars.caps === false ? 1 : 0 }),
    el("c:plus", {}, numberReference(plus)),
    el("c:minus", {}, numberReference(minus)),
    el("c:spPr", {}, stroke(context.look, { ink: bars.ink, width: bars.width ?? 1, dash: "solid" })),
  );
}

/**
 * c:marker: symbol, size, spPr. Absent markers are said, or the theme would draw some. Outlined ones are hollow:
 * LibreOffice takes a marker's fill for the colour of all of it, and paper would make it invisible (tdf#124817).
 */
export function marker(look: ResolvedTheme, given: Series["marker"]): Element {
  if (!given) return el("c:marker", {}, el("c:symbol", { val: "none" }));
  const frame = frameOf(given.paint, undefined);
  return el(
    "c:marker",
    {},
    el("c:symbol", { val: given.shape }),
    el("c:size", { val: Math.min(72, Math.max(2, Math.round(given.size))) }),
    el(
      "c:spPr",
      {},
      given.paint.pattern === "outline" ? noFill() : fill(look, given.paint),
      frame ? stroke(look, frame) : noLine(),
    ),
  );
}
