import type { CategoryPlane, ChartModel, LineStyle, Paint, PointSeries } from "./chart.ts";
import type { JsonPath } from "./figures.ts";
import type { Mark } from "./marks.ts";
import type { Ink } from "./text.ts";

/** A fitted chart with all that is seen of it. Made by `charts/fit.ts` in layout; every writer draws exactly this. */
export interface PlacedChart extends FittedChart {
  readonly marks: readonly Mark[];
}

/** A chart fitted to a size: labels thinned and broken, the plot area fixed, overlays turned into shapes. */
export interface FittedChart extends Omit<ChartModel, "overlays"> {
  /** Size of the whole chart in pt. */
  readonly width: number;
  readonly height: number;
  /** Inner plot area in fractions of the whole. */
  readonly plot: Box;
  /** Label of each category as drawn, lines broken; null where it was thinned out. */
  readonly categoryLabels: readonly (readonly string[] | null)[];
  /** Size of labels in pt. */
  readonly labelSize: number;
  /** User shapes inside the chart, in fractions of the whole; they move and scale with it. */
  readonly shapes: readonly DrawnShape[];
}

/** Fractions of the whole chart, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type DrawnShape =
  | {
      readonly type: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly line: LineStyle;
      readonly arrow: "none" | "end";
    }
  | {
      readonly type: "box";
      readonly box: Box;
      readonly paint: Paint;
      readonly line?: LineStyle;
      readonly rounded: boolean;
      readonly behind: boolean;
    }
  | {
      readonly type: "text";
      readonly box: Box;
      readonly lines: readonly string[];
      readonly align: "left" | "center" | "right";
      readonly ink: Ink;
      readonly bold: boolean;
      readonly size: number;
      readonly fill?: Ink;
      readonly line?: LineStyle;
      readonly rounded?: boolean;
      /** Where the words, or what they say, are written in the bundle. */
      readonly from?: JsonPath | undefined;
    };

/**
 * Diameter in pt of a point that is no bubble. One in a colour of its own is larger: it is meant to be seen first, and
 * LibreOffice (7.4) reads the marker of a single point only where its symbol or size is not that of the series.
 */
export const pointSize = ({ paint }: PointSeries["points"][number]): number =>
  paint === undefined ? POINT_SIZE : OWN_POINT_SIZE;
/** Diameter in pt of the points that look like their series. */
export const POINT_SIZE = 8;
const OWN_POINT_SIZE = 10;

/**
 * Whether the first name under the plot stands below the numbers of the value axis: there its category is on the axis
 * itself (areas), so that the lowest number is beside the name.
 */
export const isUnderTicks = (plane: CategoryPlane): boolean =>
  plane.orientation === "vertical" && !plane.between && plane.value.visible;

/** A sparkline: nothing is said along either axis, and no bar needs a ground to stand on. */
export const isBare = ({ plane, layers, categoryLabels }: FittedChart): boolean =>
  plane.type === "category" &&
  plane.categories.every((_, i) => (categoryLabels[i] ?? null) === null) &&
  !plane.value.visible &&
  !layers.some(({ type }) => type === "bars");

/** How far such names stand from the plot, in pt, to keep off that number. */
export const UNDER_TICKS = 8;
