const DAY = 86_400_000;

/** The first year of a workbook's count of days: from 1900 with a 29 February that there was not, or from 1904 (18.17.4.1). */
export type DateSystem = 1900 | 1904;

/** Days that Excel can show: to the end of 9999. */
const MOST = { 1900: 2_958_465, 1904: 2_957_003 } as const;

/**
 * The day of a serial number as year-month-day; undefined for 29 February 1900, and for what no calendar shows. A time of
 * day less than half a second before midnight is midnight, for sums of fractions end there.
 */
export function dayOf(serial: number, system: DateSystem): string | undefined {
  const day = Math.floor(serial + 0.5 / 86_400);
  if (!(day >= (system === 1900 ? 1 : 0) && day <= MOST[system])) return undefined;
  if (system === 1904) return iso(Date.UTC(1904, 0, 1) + day * DAY);
  if (day === 60) return undefined;
  return iso(Date.UTC(1899, 11, day > 60 ? 30 : 31) + day * DAY);
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
