import { isDotPlot, type PlacedChart } from "../../../model/placed.ts";

/** Means by which the labels of the category axis are shown. */
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
  const coordinates = chart.coordinates;
  if (coordinates.type !== "category") return { by: "nobody" };
  // The axis of a dot plot counts places.
  if (isDotPlot(chart)) return { by: "shapes" };
  // LibreOffice (7.4) writes every label that fits, also between the ends of small charts.
  if (coordinates.panels !== undefined) return { by: "shapes" };
  const labels = coordinates.categories.map((_, i) => chart.categoryLabels[i] ?? null);
  const shown = labels.flatMap((label, i) => (label === null ? [] : [i]));
  if (shown.length === 0) return { by: "nobody" };
  const plain = shown.every((i) => {
    const category = coordinates.categories[i];
    const lines = labels[i] ?? [];
    return lines.length === 1 && lines[0] === category?.label && !category?.bold;
  });
  const grouped = coordinates.categories.some((category) => category.group !== undefined);
  const skip = shown.length > 1 ? (shown[1] ?? 1) - (shown[0] ?? 0) : labels.length;
  const regular = labels.every((label, i) => (label !== null) === (i % skip === 0));
  // A date axis would write every so many days, not every so many categories.
  const dated = coordinates.calendar?.kind === "day" || coordinates.calendar?.kind === "week";
  return plain && regular && !grouped && !dated ? { by: "axis", skip } : { by: "shapes" };
}
