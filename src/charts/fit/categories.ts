import type { CategoryCoordinates } from "../../model/chart.ts";
import { isUnderTicks, UNDER_TICKS } from "../../model/placed.ts";
import { GAP, pitch } from "../marks/geometry.ts";
import { calendarPlaces } from "./calendar.ts";
import { longestWordWidth, textWidth, type WrapContext, widest, wrap } from "./wrap.ts";

export type CategoryLines = readonly (readonly string[] | null)[];

/** Lines that a category may take below a column, and beside a bar. */
const COLUMN_LINES = 4;
const BAR_LINES = 3;
/** A column of labels takes at most this share of the chart's width. */
const COLUMN_SHARE = 0.4;

/** Labels of columns in slots of `slot` pt: thinned out where they are periods, else broken. Never turned. */
export function columnLabels(
  coordinates: CategoryCoordinates,
  slot: number,
  context: WrapContext,
): CategoryLines {
  return coordinates.timed === true
    ? thinned(coordinates, slot, context)
    : broken(coordinates, slot, context);
}

/** Every n-th from the last one back (the latest matters most), so that neighbours keep apart; years stay with the first label shown of each. */
function thinned(coordinates: CategoryCoordinates, slot: number, context: WrapContext): CategoryLines {
  const { categories } = coordinates;
  const last = categories.length - 1;
  const width = Math.max(
    0,
    ...categories.map((each) =>
      widest([each.label, each.group ?? ""], { ...context, bold: each.bold === true }),
    ),
  );
  const kept = calendarPlaces(coordinates, Math.ceil((width + 2 * GAP) / slot));
  if (kept !== undefined && categories.length > SHORT) {
    let year: string | undefined;
    return categories.map((category, n) => {
      year = category.group ?? year;
      if (!kept.has(n)) return null;
      const lines = year === undefined ? [category.label] : [category.label, year];
      year = undefined;
      return lines;
    });
  }
  let step = Math.max(1, Math.ceil((width + 2 * GAP) / slot));
  // Where years are named, quarters and months are best skipped evenly over the year.
  const year = yearLength(coordinates);
  if (year !== undefined && step > 1) while (year % step !== 0 && step < year) step += 1;
  // From the first one where that also shows the last, else such that the first of a year is shown where years are named.
  const firstOfYear = categories.findIndex((each, n) => each.group !== undefined && n > 0);
  const phase = step === 1 ? 0 : year !== undefined && firstOfYear >= 0 ? firstOfYear % step : last % step;
  let pending: string | undefined;
  return categories.map((category, n) => {
    pending = category.group ?? pending;
    if (n % step !== phase) return null;
    const lines = pending === undefined ? [category.label] : [category.label, pending];
    pending = undefined;
    return lines;
  });
}

/** Up to so many periods, labels are counted back from the last one; beyond, they keep to the calendar. */
const SHORT = 60;

/** Returns the number of categories in a year, where years are named: four quarters have four labels. */
function yearLength(coordinates: CategoryCoordinates): number | undefined {
  if (!coordinates.categories.some((each) => each.group !== undefined)) return undefined;
  return new Set(coordinates.categories.map((each) => each.label)).size;
}

function broken(coordinates: CategoryCoordinates, slot: number, context: WrapContext): CategoryLines {
  return coordinates.categories.map((category) => {
    if (category.width === 0) return null;
    const lines = wrap(category.label, slot * (category.width ?? 1) - GAP, COLUMN_LINES, {
      ...context,
      bold: category.bold === true,
    });
    // A column too thin for a letter of its name goes without; the sheet and the alt text have it.
    if (lines.includes("…")) return null;
    const second = category.base ?? category.group;
    return second === undefined ? lines : [...lines, second];
  });
}

/** Height that labels below columns take, with their distance from the plot. */
export const columnLabelHeight = (
  coordinates: CategoryCoordinates,
  lines: CategoryLines,
  size: number,
): number =>
  Math.max(0, ...lines.map((each) => each?.length ?? 0)) * pitch(size) +
  (isUnderTicks(coordinates) ? UNDER_TICKS : GAP) +
  2;

/**
 * Labels of bars: one line each where the widest takes at most 40% of the width, else broken into as many lines as a
 * bar's slot has room for.
 * @returns the lines, and the width of their column with its distance from the plot
 */
export function barLabels(
  coordinates: CategoryCoordinates,
  width: number,
  slot: number,
  context: WrapContext,
): { readonly lines: CategoryLines; readonly width: number } {
  const styled = coordinates.categories.map((each) => ({
    each,
    style: { ...context, bold: each.bold === true },
  }));
  const natural = Math.max(0, ...styled.map(({ each, style }) => textWidth(each.label, style)));
  const most = width * COLUMN_SHARE - 2 * GAP;
  const limit = Math.max(1, Math.min(BAR_LINES, Math.floor(slot / pitch(context.size))));
  // Two lines of half the length leave more room to the bars than one long line.
  const longest = Math.max(0, ...styled.map(({ each, style }) => longestWordWidth(each.label, style)));
  const half = limit > 1 && natural > width * 0.28 ? Math.max(longest, natural * 0.55) : natural;
  const room = Math.min(most, half);
  const lines = styled.map(({ each, style }) =>
    textWidth(each.label, style) <= room ? [each.label] : wrap(each.label, room, limit, style),
  );
  const used = Math.max(0, ...lines.map((line, n) => widest(line, styled[n]?.style ?? context)));
  return { lines, width: used + 2 * GAP };
}
