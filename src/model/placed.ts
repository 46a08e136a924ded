import type { CategoryCoordinates, ChartModel, PointSeries } from "./chart.ts";
import type { Mark } from "./marks.ts";

/**
 * A chart fitted to a size: labels thinned and broken, the plot area fixed, and all that is seen of it placed. Made by
 * `charts/fit.ts` in layout; every writer draws exactly this.
 */
export interface PlacedChart extends Omit<ChartModel, "overlays"> {
  /** Size of the whole chart in pt. */
  readonly width: number;
  readonly height: number;
  /** Inner plot area in fractions of the whole. */
  readonly plot: Box;
  /** Label of each category as drawn, lines broken; null where it was thinned out. */
  readonly categoryLabels: readonly (readonly string[] | null)[];
  /** Size of labels in pt. */
  readonly labelSize: number;
  /** Report of fitting: names of the steps that it took (`charts/fit/steps.ts`), and labels that found no place. */
  readonly fitting?: { readonly steps: readonly string[]; readonly dropped: readonly string[] };
  readonly marks: readonly Mark[];
}

/** The same before its marks are placed, with those that overlays were turned into. */
export interface FittedChart extends Omit<PlacedChart, "marks"> {
  readonly annotations: readonly Mark[];
}

/** Fractions of the whole chart, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

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
 * Returns true when the first name under the plot stands below the numbers of the value axis: there its
 * category is on the axis itself (areas), so that the lowest number is beside the name.
 */
export const isUnderTicks = (coordinates: CategoryCoordinates): boolean =>
  coordinates.orientation === "vertical" && !coordinates.between && coordinates.value.visible;

/** A sparkline: nothing is said along either axis, and no bar needs a ground to stand on. */
export const isBare = ({ coordinates, layers, categoryLabels }: Omit<PlacedChart, "marks">): boolean =>
  coordinates.type === "category" &&
  coordinates.categories.every((_, i) => (categoryLabels[i] ?? null) === null) &&
  !coordinates.value.visible &&
  !layers.some(({ type }) => type === "bars");

/** Distance of such names from the plot, in pt, so that they keep off that number. */
export const UNDER_TICKS = 8;

/**
 * Returns true for horizontal categories with points and no bars. PowerPoint has no lines along a category axis that runs
 * downward: its chart of such points is one of pairs of values, the place of the category and the value.
 */
export const isDotPlot = ({ coordinates, layers }: Pick<ChartModel, "coordinates" | "layers">): boolean =>
  coordinates.type === "category" &&
  coordinates.orientation === "horizontal" &&
  layers.every(({ type }) => type === "lines");
