import type { ChartModel, LineStyle, Series } from "../../model/chart.ts";
import type { LineMark, Mark, TextMark } from "../../model/marks.ts";
import type { Overlay } from "../../model/overlay.ts";
import { inBox, type MeasureWidth, type Projection, type Rect, type Size } from "../marks/geometry.ts";

export type Of<T extends Overlay["type"]> = Extract<Overlay, { type: T }>;
export const ofType = <T extends Overlay["type"]>(overlays: readonly Overlay[], type: T): readonly Of<T>[] =>
  overlays.filter((overlay): overlay is Of<T> => overlay.type === type);

/** Returns true when a line is a target or an average, at one value throughout. */
export const isReferenceLine = ({ role }: Series): boolean => role === "target" || role === "average";

/** Marks of overlays, and the texts among them that labels must keep clear of. */
export interface OverlayMarks {
  readonly shapes: readonly Mark[];
  readonly texts: readonly Rect[];
  /** Overlays that found no place for their words. */
  readonly unplaced?: readonly Overlay[];
}

/** Context in which overlays are drawn; lengths in pt. */
export interface OverlayContext {
  readonly model: ChartModel;
  readonly projection: Projection;
  readonly size: Size;
  readonly measure: MeasureWidth;
  readonly labelSize: number;
  readonly margins: Margins;
}

/** Heights above the plot, in pt from the top: key, words of events and levels, growth arrow. */
export interface Margins {
  readonly key: number;
  readonly words: number;
  readonly arrow: number;
  /** Width right of the plot for the names of lines, and right of that for a difference arrow. */
  readonly ends: number;
  /** Width left of the plot for the names of the starts of lines. */
  readonly starts: number;
  readonly difference: number;
  /** Height below the plot: of horizontal bars for a difference arrow, of upright ones for a row of numbers. */
  readonly below: number;
  /** Rows of words over events. */
  readonly rows: number;
}

export const thin = (ink: LineStyle["ink"], dash: LineStyle["dash"] = "solid", width = 0.75): LineStyle => ({
  ink,
  width,
  dash,
});

export const strokeMark = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  line: LineStyle,
  arrow = false,
): LineMark => ({
  type: "line",
  part: "annotation",
  spots: [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ],
  line,
  ...(arrow && { arrow }),
});

export const textMark = (
  rect: Rect,
  lines: readonly string[],
  { labelSize }: Pick<OverlayContext, "labelSize">,
  { align = "center", ...more }: Partial<TextMark>,
): TextMark => ({
  type: "text",
  part: "annotation",
  ...inBox(rect, align),
  lines,
  ink: "muted",
  bold: false,
  size: labelSize,
  ...more,
});

/** Keeps a rectangle within the chart from left to right. */
export const clamped = (rect: Rect, size: Size): Rect => ({
  ...rect,
  x: Math.max(0, Math.min(size.width - rect.w, rect.x)),
});

/** Room in a bubble around its words, in pt. */
export const BUBBLE = 6;
