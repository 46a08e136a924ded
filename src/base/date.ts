/**
 * Days of the Gregorian calendar as ISO 8601 writes them: 2026-11-18. Counted with integers only, so that no time zone
 * can move a date (algorithm: days_from_civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** Days since 1970-01-01; negative before. */
  readonly number: number;
  /** 1 Monday to 7 Sunday, as ISO 8601 counts. */
  readonly weekday: number;
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month, 1 to 12; 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Days since 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that is `number` days after 1970-01-01. */
export function dayOf(number: number): Day {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const weekday = ((((number + 3) % 7) + 7) % 7) + 1;
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1, number, weekday };
}

/** Reads 2026-11-18; undefined for any other form and for days that do not exist, such as 2026-02-30. */
export function parseDay(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysInMonth(year, month) ? dayOf(dayNumber(year, month, day)) : undefined;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

export const formatDay = (day: Day): string => `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}`;

/** Position on an axis of months since year 0: 2026-01-01 is 24312, the middle of a month is a half. */
export const monthPosition = (day: Day): number =>
  day.year * 12 + (day.month - 1) + (day.day - 1) / daysInMonth(day.year, day.month);
