import { dayOf } from "../../base/date.ts";
import { type Period, type PeriodKind, periodAt } from "../../base/period.ts";
import type { CategoryCoordinates } from "../../model/chart.ts";

type Keeps = (period: Period) => boolean;

const YEARS: readonly Keeps[] = [1, 2, 5, 10, 20, 50, 100].map(
  (step) =>
    ({ year }) =>
      year % step === 0,
);
const opens =
  (step: number): Keeps =>
  ({ part }) =>
    (part - 1) % step === 0;
const firstOf =
  (months: number): Keeps =>
  ({ ordinal }) => {
    const { month, day } = dayOf(ordinal);
    return day === 1 && (month - 1) % months === 0;
  };

/** 1 January 1970 was a Thursday. */
const isMonday: Keeps = ({ ordinal }) => (((ordinal + 3) % 7) + 7) % 7 === 0;

/** Periods to name along an axis, by kind, from the finest step on; every step follows the calendar. */
const STEPS: Readonly<Record<PeriodKind, readonly Keeps[]>> = {
  day: [
    () => true,
    isMonday,
    ...[1, 3, 6, 12].map(firstOf),
    ...YEARS.slice(1).map(
      (keeps): Keeps =>
        (period) =>
          firstOf(12)(period) && keeps(period),
    ),
  ],
  week: [
    () => true,
    ({ part }) => part <= 52 && (part - 1) % 4 === 0,
    ({ part }) => part <= 52 && (part - 1) % 13 === 0,
    ({ part }) => part === 1 || part === 27,
    ...YEARS.map(
      (keeps): Keeps =>
        (period) =>
          period.part === 1 && keeps(period),
    ),
  ],
  month: [1, 2, 3, 6].map(opens).concat(YEARS.map((keeps) => (period) => period.part === 1 && keeps(period))),
  quarter: [1, 2].map(opens).concat(YEARS.map((keeps) => (period) => period.part === 1 && keeps(period))),
  "half-year": [
    opens(1),
    ...YEARS.map(
      (keeps): Keeps =>
        (period) =>
          period.part === 1 && keeps(period),
    ),
  ],
  year: YEARS,
};

/**
 * The places along an axis of periods that are named: at the finest step of the calendar at which neighbours are `least`
 * places apart. Undefined where no step has two such places.
 */
export function calendarPlaces(
  coordinates: CategoryCoordinates,
  least: number,
): ReadonlySet<number> | undefined {
  const { calendar } = coordinates;
  if (calendar === undefined) return undefined;
  const periods = coordinates.categories.map((_, n) => periodAt(calendar.kind, calendar.first + n));
  for (const keeps of STEPS[calendar.kind]) {
    const kept = periods.flatMap((period, n) => (keeps(period) ? [n] : []));
    if (kept.length < 2) return undefined;
    if (kept.every((place, n) => n === 0 || place - (kept[n - 1] ?? 0) >= least)) return new Set(kept);
  }
  return undefined;
}
