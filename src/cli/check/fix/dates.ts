import { formatDay, parseDay } from "../../../base/date.ts";

const two = (digits: string): string => digits.padStart(2, "0");

/**
 * A date with the year first in the form that the bundle wants: 2026-1-5, 2026/01/05 and 2026.1.5 are 2026-01-05.
 * Undefined where it is in that form already, is not in the calendar, or could be read in two ways, as 5.1.2026.
 */
export function isoDate(text: string): string | undefined {
  const match = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [, year = "", , month = "", day = ""] = match;
  const found = parseDay(`${year}-${two(month)}-${two(day)}`);
  return found === undefined ? undefined : changed(text, formatDay(found));
}

/** Periods in ISO form, from 2026-5, 2026Q3, "Q3 2026", 2026-h1, 2026-W7. 2011/12 may be a financial year and stays. */
export function isoPeriod(text: string): string | undefined {
  const month = /^(\d{4})[-/]([1-9])$/.exec(text);
  if (month !== null) return `${month[1]}-0${month[2]}`;
  const first = /^(\d{4})[-/ ]?([QHW])(\d{1,2})$/i.exec(text);
  const last = /^([QHW])(\d{1,2})[-/ ]?(\d{4})$/i.exec(text);
  const [year = "", letter = "", number = ""] =
    first?.slice(1) ?? (last === null ? [] : [last[3] ?? "", last[1] ?? "", last[2] ?? ""]);
  const kind = letter.toUpperCase();
  const most = { Q: 4, H: 2, W: 53 }[kind];
  if (most === undefined) return isoDate(text);
  if (Number(number) < 1 || Number(number) > most) return undefined;
  return changed(text, `${year}-${kind}${kind === "W" ? two(number) : Number(number)}`);
}

const changed = (before: string, after: string): string | undefined => (before === after ? undefined : after);
