import type { JsonPath } from "../../model/figures.ts";
import { type Box, isUnderTicks, type PlacedChart, UNDER_TICKS } from "../../model/placed.ts";

/** How the labels of the category axis come to be seen. */
export type CategoryLabels =
  | { readonly by: "axis" /** Every n-th category is labelled, from the first. */; readonly skip: number }
  | { readonly by: "shapes" }
  | { readonly by: "nobody" };

/**
 * The axis draws the labels itself, and they follow edits, where each is one plain line that equals the category and
 * the labelled ones are every n-th from the first (c:tickLblSkip). Otherwise (broken lines, years under quarters, bold
 * ones, thinning by hand) PowerPoint would break or drop them in its own way; then the axis has no labels and they are
 * drawn as shapes inside the chart, which move and scale with it. The sheet holds every name whole in either case.
 */
export function categoryLabelling(chart: PlacedChart): CategoryLabels {
  const plane = chart.plane;
  if (plane.type !== "category") return { by: "nobody" };
  const labels = plane.categories.map((_, i) => chart.categoryLabels[i] ?? null);
  const shown = labels.flatMap((label, i) => (label === null ? [] : [i]));
  if (shown.length === 0) return { by: "nobody" };
  const plain = shown.every((i) => {
    const category = plane.categories[i];
    const lines = labels[i] ?? [];
    return lines.length === 1 && lines[0] === category?.label && !category?.bold;
  });
  const grouped = plane.categories.some((category) => category.group !== undefined);
  const skip = shown.length > 1 ? (shown[1] ?? 1) - (shown[0] ?? 0) : labels.length;
  const regular = labels.every((label, i) => (label !== null) === (i % skip === 0));
  // A date axis would write every so many days, not every so many categories.
  const dated = plane.calendar?.kind === "day" || plane.calendar?.kind === "week";
  return plain && regular && !grouped && !dated ? { by: "axis", skip } : { by: "shapes" };
}

/** A sparkline: nothing is said along either axis, and no bar needs a ground to stand on. */
export const isBare = (chart: PlacedChart): boolean =>
  chart.plane.type === "category" &&
  categoryLabelling(chart).by === "nobody" &&
  !chart.plane.value.visible &&
  !chart.layers.some((layer) => layer.type === "bars");

/** Gap between the plot and a label drawn by a shape, in pt. */
const GAP = 3;

export interface CategoryLabel {
  readonly lines: readonly string[];
  readonly bold: boolean;
  readonly box: Box;
  readonly align: "center" | "right";
  readonly anchor: "top" | "middle";
  /** Where it is written in the bundle. */
  readonly from?: JsonPath | undefined;
}

/** The boxes of the drawn labels: under their column, or before their bar, in fractions of the chart. */
export function placeCategoryLabels(chart: PlacedChart): CategoryLabel[] {
  const plane = chart.plane;
  if (plane.type !== "category") return [];
  const { plot } = chart;
  const count = plane.categories.length;
  return plane.categories.flatMap((category, i): CategoryLabel[] => {
    const lines = chart.categoryLabels[i];
    if (!lines) return [];
    const at = categoryPosition(i, count, plane.between);
    const bold = category.bold ?? false;
    const { from } = category;
    const height = (lines.length * 1.2 * chart.labelSize) / chart.height;
    if (plane.orientation === "horizontal") {
      const box = {
        x: 0,
        y: plot.y + plot.h * at - height / 2,
        w: Math.max(0, plot.x - GAP / chart.width),
        h: height,
      };
      return [{ lines, bold, box, align: "right", anchor: "middle", from }];
    }
    const middle = plot.x + plot.w * at;
    const slot = plot.w / Math.max(1, plane.between ? count : count - 1);
    // A shape ends at the edge of the chart; it stays in the middle of its words where they stand near one.
    const width = Math.min(slot, 2 * middle, 2 * (1 - middle));
    const box = {
      x: middle - width / 2,
      y: plot.y + plot.h + (isUnderTicks(plane) ? UNDER_TICKS : GAP) / chart.height,
      w: width,
      h: height,
    };
    return [{ lines, bold, box, align: "center", anchor: "top", from }];
  });
}

/** Where a category index (fractions lie between) stands along its axis, from 0 to 1. */
export function categoryPosition(index: number, count: number, between: boolean): number {
  if (between || count < 2) return (index + 0.5) / Math.max(1, count);
  return index / (count - 1);
}
