import { dayNumber, dayOf, daysInMonth, formatDay } from "../../base/date.ts";
import type { Language } from "../languages/index.ts";
import type { Tie } from "../languages/reading/dates.ts";

/** A date as a sentence writes it: 15 January, March 2027, the end of June. */
export interface SaidDate {
  readonly text: string;
  readonly index: number;
  readonly year: number | undefined;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number | undefined;
  readonly tie: Tie;
}

/** The dates in a text that name a month at least, in the order of the text. */
export function datesIn({ dates: grammar }: Language, text: string): readonly SaidDate[] {
  if (grammar === undefined) return [];
  return [...text.matchAll(grammar.date)].flatMap((match): readonly SaidDate[] => {
    const groups = Object.entries(match.groups ?? {});
    const of = (name: string): string | undefined =>
      groups.find(([key, value]) => key.replace(/\d$/u, "") === name && value !== undefined)?.[1];
    const iso = of("iso")?.split("-").map(Number);
    const word = of("month") ?? "";
    const month = iso?.[1] ?? (/^\d+$/u.test(word) ? Number(word) : grammar.month(word) + 1);
    const [year, day] = [iso?.[0] ?? of("year"), iso?.[2] ?? of("day")];
    const said = {
      text: match[0],
      index: match.index,
      year: year === undefined ? undefined : Number(year),
      month,
      day: day === undefined ? undefined : Number(day),
      tie: grammar.tie(text.slice(0, match.index), text.slice(match.index + match[0].length)),
    };
    const real =
      month >= 1 &&
      month <= 12 &&
      (said.day === undefined || (said.day >= 1 && said.day <= daysInMonth(said.year ?? 2024, month)));
    return real ? [said] : [];
  });
}

/** First and last day of a date; without a year, of the one that brings it nearest to a day, or next after it. */
export function spanOf(
  { year, month, day }: SaidDate,
  near: string,
  next = false,
): { readonly from: string; readonly to: string } {
  const [nearYear = 0, nearMonth = 1, nearDay = 1] = near.split("-").map(Number);
  const center = dayNumber(nearYear, nearMonth, nearDay);
  const distance = (each: number): number => {
    const apart = dayNumber(each, month, day ?? (next ? 28 : 15)) - center;
    return next && apart < 0 ? Number.MAX_SAFE_INTEGER : Math.abs(apart);
  };
  const found =
    year ??
    [nearYear, nearYear + 1, nearYear - 1].toSorted((one, other) => distance(one) - distance(other))[0] ??
    nearYear;
  const last = daysInMonth(found, month);
  const at = (number: number): string => formatDay(dayOf(dayNumber(found, month, Math.min(number, last))));
  return day === undefined ? { from: at(1), to: at(last) } : { from: at(day), to: at(day) };
}
