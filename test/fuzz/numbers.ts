import { dayNumber, dayOf, formatDay } from "../../src/base/date.ts";
import type { Random } from "./random.ts";

export type Json = { readonly [key: string]: unknown };

export const PERIOD_KINDS = ["year", "half-year", "quarter", "month", "week", "day"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const pad = (value: number): string => String(value).padStart(2, "0");

/** Neighbouring periods of one kind that end about November 2026. */
export function periods(kind: PeriodKind, count: number, ahead = 0): string[] {
  return Array.from({ length: count }, (_, index) => period(kind, count - 1 - index - ahead));
}

/** The period that lies so many of its kind back from November 2026. */
function period(kind: PeriodKind, back: number): string {
  switch (kind) {
    case "year":
      return String(2026 - back);
    case "half-year":
      return even(2026 * 2 - back, 2, "-H");
    case "quarter":
      return even(2026 * 4 + 2 - back, 4, "-Q");
    case "month":
      return month(2026 * 12 + 9 - back);
    case "week":
      return week(back);
    case "day":
      return formatDay(dayOf(dayNumber(2026, 11, 1) - back));
  }
}

/** Neighbouring periods from the first of 2027 on, as an investment has them. */
export const firstPeriod = (kind: "year" | "half-year" | "quarter" | "month"): string =>
  ({ year: "2027", "half-year": "2027-H1", quarter: "2027-Q1", month: "2027-01" })[kind];

const even = (ordinal: number, perYear: number, mark: string): string =>
  `${Math.floor(ordinal / perYear)}${mark}${(ordinal % perYear) + 1}`;

const month = (ordinal: number): string => `${Math.floor(ordinal / 12)}-${pad((ordinal % 12) + 1)}`;

/** Years of 52 weeks alone, so that no week is named that there is not; the gap of a long year is a missing value. */
function week(back: number): string {
  const ordinal = 2026 * 52 + 43 - back;
  return `${Math.floor(ordinal / 52)}-W${pad((ordinal % 52) + 1)}`;
}

/** A day some days after 1 November 2026. */
export const day = (after: number): string => formatDay(dayOf(dayNumber(2026, 11, 1) + after));

/** What a measure may look like: its unit, the size of its values, and whether they may be below zero. */
export interface Kind {
  readonly unit?: string;
  readonly scale?: "thousand" | "million" | "billion";
  readonly decimals?: number;
  readonly size: number;
  readonly digits: number;
}

export const measured = ({ unit, scale, decimals }: Kind): Json => ({
  ...(unit === undefined ? {} : { unit }),
  ...(scale === undefined ? {} : { scale }),
  ...(decimals === undefined ? {} : { decimals }),
});

export const measureKind = (random: Random, word: string): Kind =>
  random.pick<Kind>([
    { unit: "%", size: 60, digits: 1 },
    { unit: "%", decimals: 0, size: 80, digits: 0 },
    { unit: "pp", size: 4, digits: 1 },
    { unit: "EUR", size: 420_000, digits: 0 },
    { unit: "EUR", scale: "thousand", size: 760_000, digits: 0 },
    { unit: "EUR", scale: "million", decimals: 1, size: 18_400_000, digits: 0 },
    { unit: "USD", scale: "billion", size: 2_300_000_000, digits: 0 },
    { unit: "GBP", decimals: 2, size: 12, digits: 2 },
    { unit: "days", size: 30, digits: 0 },
    { unit: word, size: 9_000, digits: 0 },
    { size: 5, digits: 2 },
  ]);

/** One value about a size, rounded to the digits of its kind. */
export const value = (random: Random, { size, digits }: Kind, least = 0.4, most = 1): number =>
  round(size * (least + (random.int(0, 1000) / 1000) * (most - least)), digits);

export const round = (number: number, digits: number): number => {
  const factor = 10 ** digits;
  return Math.round(number * factor) / factor;
};

/** Values that go from one level to another, with some unrest. */
export function course(random: Random, kind: Kind, count: number): number[] {
  const from = random.int(30, 90) / 100;
  const to = random.int(30, 110) / 100;
  return Array.from({ length: count }, (_, index) => {
    const at = count < 2 ? 0 : index / (count - 1);
    return round(kind.size * (from + (to - from) * at + random.int(-60, 60) / 1000), kind.digits);
  });
}
