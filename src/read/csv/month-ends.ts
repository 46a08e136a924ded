import { type Period, parsePeriod, periodAt, periodsPerYear } from "../../base/period.ts";

/** Periods that begin and end with a month, the longest first. */
const OF_MONTHS = ["year", "half-year", "quarter", "month"] as const;

/**
 * Spreadsheets and databases write a month, a quarter or a year as its last day or its first. A column of several days
 * that are all of that sort is read as the longest periods that they end or begin. Half-years and quarters need two in
 * a row: every 31 March is a month of each year, not a quarter.
 */
export function wholePeriods(texts: readonly string[]): readonly string[] {
  const days = texts.map((text) => parsePeriod(text));
  const different = new Set(texts).size;
  if (different < 2 || !days.every((day) => day?.kind === "day")) return texts;
  for (const edge of ["end", "start"] as const) {
    for (const kind of OF_MONTHS) {
      const months = 12 / periodsPerYear(kind);
      const found = (days as readonly Period[]).map((day) =>
        periodAt(kind, Math.floor(day[edge] / months) - (edge === "end" ? 1 : 0)),
      );
      if (!found.every((period, i) => period[edge] === days[i]?.[edge])) continue;
      if (kind === "half-year" || kind === "quarter") {
        const ordinals = new Set(found.map(({ ordinal }) => ordinal));
        if (![...ordinals].some((ordinal) => ordinals.has(ordinal + 1))) continue;
      }
      return found.map(({ text }) => text);
    }
  }
  return texts;
}
