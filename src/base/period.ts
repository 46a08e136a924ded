import { type Day, dayNumber, dayOf, formatDay, monthPosition, parseDay } from "./date.ts";

export const PERIOD_KINDS = ["year", "half-year", "quarter", "month", "week", "day"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of the calendar as a bundle writes it: 2026, 2026-H1, 2026-Q3, 2026-10, 2026-W41 or 2026-10-05. */
export interface Period {
  readonly kind: PeriodKind;
  /** Text of the period in the bundle. */
  readonly text: string;
  /** Counts periods of its kind without a gap, so that neighbours differ by 1. */
  readonly ordinal: number;
  readonly year: number;
  /** Which half-year, quarter, month or week of the year, from 1; day of the month for a day; 1 for a year. */
  readonly part: number;
  /** First day, and first day after it, in months since year 0; fractional for weeks and days. */
  readonly start: number;
  readonly end: number;
}

/** Periods of a year for the kinds that divide it evenly. */
const PER_YEAR = { year: 1, "half-year": 2, quarter: 4, month: 12 } as const;
type EvenKind = keyof typeof PER_YEAR;

/** Returns the number of periods in a year; 52 weeks or 365 days, although neither divides it evenly. */
export const periodsPerYear = (kind: PeriodKind): number =>
  kind === "week" ? 52 : kind === "day" ? 365 : PER_YEAR[kind];

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function evenPeriod(kind: EvenKind, ordinal: number): Period {
  const perYear = PER_YEAR[kind];
  const year = Math.floor(ordinal / perYear);
  const part = ordinal - year * perYear + 1;
  const suffix = { year: "", "half-year": `-H${part}`, quarter: `-Q${part}`, month: `-${pad(part, 2)}` }[
    kind
  ];
  const length = 12 / perYear;
  return {
    kind,
    text: pad(year, 4) + suffix,
    ordinal,
    year,
    part,
    start: ordinal * length,
    end: (ordinal + 1) * length,
  };
}

function dayPeriod(day: Day): Period {
  const text = formatDay(day);
  const [start, end] = [monthPosition(day), monthPosition(dayOf(day.number + 1))];
  return { kind: "day", text, ordinal: day.number, year: day.year, part: day.day, start, end };
}

/** Monday of week 1, the week that holds the fourth of January (ISO 8601, 2.2.10), in weeks since 1969-12-29. */
const firstWeek = (year: number): number => Math.floor((dayNumber(year, 1, 4) + 3) / 7);

function weekPeriod(ordinal: number): Period {
  const monday = dayOf(ordinal * 7 - 3);
  // The year of a week is that of its Thursday.
  const { year } = dayOf(monday.number + 3);
  const part = ordinal - firstWeek(year) + 1;
  const end = monthPosition(dayOf(monday.number + 7));
  return {
    kind: "week",
    text: `${pad(year, 4)}-W${pad(part, 2)}`,
    ordinal,
    year,
    part,
    start: monthPosition(monday),
    end,
  };
}

/** The period of a kind with that ordinal. */
export function periodAt(kind: PeriodKind, ordinal: number): Period {
  if (kind === "day") return dayPeriod(dayOf(ordinal));
  return kind === "week" ? weekPeriod(ordinal) : evenPeriod(kind, ordinal);
}

/** Reads a period; undefined for any other form and for one that does not exist (2026-02-30, 2025-W53). */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|W(\d{2})|(\d{2})))?$/.exec(text);
  if (match === null) {
    const day = parseDay(text);
    return day === undefined ? undefined : dayPeriod(day);
  }
  const year = Number(match[1]);
  const [, , half, quarter, week, month] = match;
  if (half !== undefined) return evenPeriod("half-year", year * 2 + Number(half) - 1);
  if (quarter !== undefined) return evenPeriod("quarter", year * 4 + Number(quarter) - 1);
  const even =
    month === undefined ? evenPeriod("year", year) : evenPeriod("month", year * 12 + Number(month) - 1);
  const found = week === undefined ? even : weekPeriod(firstWeek(year) + Number(week) - 1);
  return found.text === text ? found : undefined;
}

/**
 * Returns true when names are those of times rather than of things: periods of the bundle, or words that each
 * hold a year or a financial year (2024/25, Spring 2025, FY24). One such name alone may be anything.
 */
export const areTimes = (names: readonly string[]): boolean =>
  names.length > 1 &&
  names.every(
    (name) => parsePeriod(name) !== undefined || /(?<!\d)(?:19|20)\d{2}(?!\d)|\bFY ?\d{2}\b/i.test(name),
  );

/** In order of time by their start; a longer one that starts together with a shorter one comes first. */
export const comparePeriods = (a: Period, b: Period): number => a.start - b.start || b.end - a.end;

/**
 * Every period from the first to the last, both included; undefined where the two are not of one kind, are in the
 * wrong order, or are more than `bound` apart.
 */
export function periodsBetween(first: Period, last: Period, bound: number): readonly Period[] | undefined {
  const count = last.ordinal - first.ordinal + 1;
  if (first.kind !== last.kind || count < 1 || count > bound) return undefined;
  return Array.from({ length: count }, (_, step) => periodAt(first.kind, first.ordinal + step));
}

/** Readings from which on their distance is a rhythm, and not the time between one and the next. */
const RHYTHM = 3;

/**
 * Periods from the first to the last of those given, in order, and none between that nobody expected: days and weeks follow
 * one another at the distance at which values were read, so that readings on Mondays miss no Tuesday. Undefined where they
 * are of two kinds, in the wrong order, or more than `bound`.
 */
export function periodsThrough(given: readonly Period[], bound: number): readonly Period[] | undefined {
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const rhythmic = given.length >= RHYTHM && (first.kind === "day" || first.kind === "week");
  const step = rhythmic
    ? given
        .slice(1)
        .reduce((most, { ordinal }, n) => divisor(ordinal - (given[n]?.ordinal ?? ordinal), most), 0)
    : 1;
  return periodsBetween(first, last, bound)?.filter((_, n) => n % Math.max(1, step) === 0);
}

/** Greatest common divisor; of 0 and a number, the number. */
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
