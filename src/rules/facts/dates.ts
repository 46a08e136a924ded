import { monthPosition, parseDay } from "../../base/date.ts";
import { parsePeriod } from "../../base/period.ts";
import { DEFAULT_LOCALE, resolveLocale } from "../../locales/index.ts";
import type { Bundle } from "../../model/bundle/index.ts";

/** The deck's own ISO date, as its cover prints it. Never the clock's. */
export const deckDate = (bundle: Bundle): string | undefined => bundle.date ?? bundle.meeting?.date;

/** Days from one ISO date to another; undefined where one of them is not in the calendar. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [parseDay(from), parseDay(to)];
  return start === undefined || end === undefined ? undefined : end.number - start.number;
}

/** True where a period has ended before a day begins. */
export function isOver(period: string, date: string): boolean {
  const [read, day] = [parsePeriod(period), parseDay(date)];
  return read !== undefined && day !== undefined && read.end <= monthPosition(day);
}

/** True where a period begins after a day is over. */
export function startsAfter(period: string, date: string): boolean {
  const [read, day] = [parsePeriod(period), parsePeriod(date)];
  return read !== undefined && day !== undefined && read.start >= day.end;
}

/** The months as the deck's language names them; endings may follow ("marraskuussa"). None where it only numbers them. */
export function monthNames(bundle: Bundle): readonly string[] {
  const locale = resolveLocale(bundle.locale ?? DEFAULT_LOCALE);
  if (locale === undefined) return [];
  return Array.from({ length: 12 }, (_, n) =>
    locale.date(`2001-${String(n + 1).padStart(2, "0")}-01`, "monthYear").replace(/[\d.\s]+/g, ""),
  ).filter((name) => name !== "");
}

/** True where a sentence says when: a year, a quarter, or a day beside the name of a month. */
export const isDated = (text: string, months: readonly string[]): boolean =>
  /(?<!\d)(?:19|20)\d{2}(?!\d)|\bQ[1-4]\b/u.test(text) ||
  (/\d/.test(text) && months.some((month) => text.includes(month)));
