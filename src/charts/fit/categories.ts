import type { CategoryPlane } from "../../model/chart.ts";
import { isUnderTicks, UNDER_TICKS } from "../../model/placed.ts";
import { GAP, pitch } from "../marks/geometry.ts";
import { calendarPlaces } from "./calendar.ts";
import { longestWord, type Setting, widest, widthOf, wrap } from "./wrap.ts";

export type CategoryLines = readonly (readonly string[] | null)[];

/** Lines that a category may take below a column, and beside a bar. */
const COLUMN_LINES = 4;
const BAR_LINES = 3;
/** A column of labels takes at most this share of the chart's width. */
const COLUMN_SHARE = 0.4;

/** Labels of columns in slots of `slot` pt: thinned out where they are periods, else broken. Never turned. */
export function columnLabels(plane: CategoryPlane, slot: number, setting: Setting): CategoryLines {
  return plane.timed === true ? thinned(plane, slot, setting) : broken(plane, slot, setting);
}

/** Every n-th from the last one back (the latest matters most), so that neighbours keep apart; years stay with the first label shown of each. */
function thinned(plane: CategoryPlane, slot: number, setting: Setting): CategoryLines {
  const { categories } = plane;
  const last = categories.length - 1;
  const width = Math.max(
    0,
    ...categories.map((each) =>
      widest([each.label, each.group ?? ""], { ...setting, bold: each.bold === true }),
    ),
  );
  const kept = calendarPlaces(plane, Math.ceil((width + 2 * GAP) / slot));
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
  const year = yearLength(plane);
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

/** How many categories make a year, where years are named: four quarters have four labels. */
function yearLength(plane: CategoryPlane): number | undefined {
  if (!plane.categories.some((each) => each.group !== undefined)) return undefined;
  return new Set(plane.categories.map((each) => each.label)).size;
}

function broken(plane: CategoryPlane, slot: number, setting: Setting): CategoryLines {
  return plane.categories.map((category) => {
    if (category.width === 0) return null;
    const lines = wrap(category.label, slot * (category.width ?? 1) - GAP, COLUMN_LINES, {
      ...setting,
      bold: category.bold === true,
    });
    // A column too thin for a letter of its name goes without; the sheet and the alt text have it.
    if (lines.includes("…")) return null;
    const second = category.base ?? category.group;
    return second === undefined ? lines : [...lines, second];
  });
}

/** Height that labels below columns take, with their distance from the plot. */
export const columnLabelHeight = (plane: CategoryPlane, lines: CategoryLines, size: number): number =>
  Math.max(0, ...lines.map((each) => each?.length ?? 0)) * pitch(size) +
  (isUnderTicks(plane) ? UNDER_TICKS : GAP) +
  2;

/**
 * Labels of bars: one line each where the widest takes at most 40% of the width, else broken into as many lines as a
 * bar's slot has room for.
 * @returns the lines, and the width of their column with its distance from the plot
 */
export function barLabels(
  plane: CategoryPlane,
  width: number,
  slot: number,
  setting: Setting,
): { readonly lines: CategoryLines; readonly width: number } {
  const styled = plane.categories.map((each) => ({ each, style: { ...setting, bold: each.bold === true } }));
  const natural = Math.max(0, ...styled.map(({ each, style }) => widthOf(each.label, style)));
  const most = width * COLUMN_SHARE - 2 * GAP;
  const limit = Math.max(1, Math.min(BAR_LINES, Math.floor(slot / pitch(setting.size))));
  // Two lines of half the length leave more room to the bars than one long line.
  const longest = Math.max(0, ...styled.map(({ each, style }) => longestWord(each.label, style)));
  const half = limit > 1 && natural > width * 0.28 ? Math.max(longest, natural * 0.55) : natural;
  const room = Math.min(most, half);
  const lines = styled.map(({ each, style }) =>
    widthOf(each.label, style) <= room ? [each.label] : wrap(each.label, room, limit, style),
  );
  const used = Math.max(0, ...lines.map((line, n) => widest(line, styled[n]?.style ?? setting)));
  return { lines, width: used + 2 * GAP };
}
