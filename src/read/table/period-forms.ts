import { daysInMonth } from "../../base/date.ts";
import { type Period, parsePeriod } from "../../base/period.ts";
import { LOCALES } from "../../locales/index.ts";

export type DateOrder = "dmy" | "mdy";

const pad = (text: string | number | undefined): string => String(text ?? "").padStart(2, "0");

/** Languages whose names of months are known, one of each. */
export const MONTH_NAMES: readonly (readonly (readonly string[])[])[] = [
  ...new Map(
    Object.values(LOCALES).map(({ tag, months }) => [tag.split("-")[0], [months.long, months.short]]),
  ).values(),
];

/**
 * A period as spreadsheets, databases and people write it: 31.12.2026, 31/12/2026, 2026-12-31 00:00:00, 12/2026, 202612,
 * 2026M12, Dec 2026, Q3 2026. `order` says how a day and a month stand that are both numbers; a point between them always means
 * the day first unless the order is `given`. Undefined for any other form, and for a day that does not exist.
 */
export function periodOf(
  text: string,
  order: DateOrder,
  {
    given = false,
    months = MONTH_NAMES[0] ?? [],
  }: { given?: boolean; months?: readonly (readonly string[])[] } = {},
): Period | undefined {
  const day = withoutTime(text.replaceAll(/\s+/g, " ").trim());
  if (day === undefined) return undefined;
  const written = isoOf(day.text, given ? order : "dmy", order, months);
  const period = written === undefined ? undefined : parsePeriod(written);
  return day.timed && period?.kind !== "day" ? undefined : period;
}

/** A time of day says nothing about the day, except with a zone: 22:00Z is the next day in Berlin, so it is not read. */
function withoutTime(text: string): { readonly text: string; readonly timed: boolean } | undefined {
  const match =
    /^(.*\d)(?:T| )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)? ?([AP]M)? ?(Z|UTC|[-+]\d{2}(?::?\d{2})?)?$/i.exec(
      text,
    );
  if (match === null) return { text, timed: false };
  const [, day = "", hour = "", minute, second = "0", rest = "0", half, zone] = match;
  const midnight =
    (half === undefined ? Number(hour) === 0 : /am/i.test(half) && Number(hour) === 12) &&
    Number(minute) + Number(second) + Number(rest) === 0;
  return zone === undefined || midnight ? { text: day, timed: true } : undefined;
}

/** In the form of a bundle; the year is always of four digits, or 31.12.26 would be the end of a month or of a year. */
function isoOf(
  text: string,
  pointed: DateOrder,
  order: DateOrder,
  months: readonly (readonly string[])[],
): string | undefined {
  const forms: readonly [RegExp, (groups: readonly string[]) => string | undefined][] = [
    [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([y, , m, d]) => `${y}-${pad(m)}-${pad(d)}`],
    [/^((?:19|20|21)\d\d)(\d\d)(\d\d)$/, ([y, m, d]) => `${y}-${m}-${d}`],
    [/^((?:19|20|21)\d\d)(\d\d)$/, ([y, m]) => `${y}-${m}`],
    [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, ([a, b, y]) => numbered(a, b, y, pointed)],
    [/^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/, ([a, , b, y]) => numbered(a, b, y, order)],
    [/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => `${y}-${pad(m)}`],
    [/^(\d{4})[ -]?M(\d{1,2})$/i, ([y, m]) => `${y}-${pad(m)}`],
    [/^(\d{1,2})[-/.](\d{4})$/, ([m, y]) => `${y}-${pad(m)}`],
    [/^(\d{4})[ /-]*([QHW]) ?(\d{1,2})$/i, ([y, kind, n]) => part(y, kind, n)],
    [/^([QHW]) ?(\d{1,2})[ /'-]+(\d{4})$/i, ([kind, n, y]) => part(y, kind, n)],
    [/^([QH])([1-4])(\d{4})$/i, ([kind, n, y]) => part(y, kind, n)],
    [/^([1-4])([QH])[ /'-]*(\d{4})$/i, ([n, kind, y]) => part(y, kind, n)],
    [/^(\p{L}+)\.?[ /-]*(\d{4})$/u, ([name, y]) => named(y, name)],
    [/^(\d{4})[ /-]*(\p{L}+)\.?$/u, ([y, name]) => named(y, name)],
    [/^(\d{1,2})\.?[ /-]*(\p{L}+)\.?,?[ /-]*(\d{4})$/u, ([d, name, y]) => named(y, name, d)],
    [/^(\p{L}+)\.? ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u, ([name, d, y]) => named(y, name, d)],
  ];
  if (parsePeriod(text) !== undefined) return text;
  for (const [pattern, write] of forms) {
    const match = pattern.exec(text);
    const written = match === null ? undefined : write(match.slice(1) as string[]);
    if (written !== undefined) return written;
  }
  return undefined;

  function named(year: string | undefined, name: string | undefined, day?: string): string | undefined {
    const month = monthNumber(name ?? "", months);
    if (month === undefined) return undefined;
    return `${year}-${pad(month)}${day === undefined ? "" : `-${pad(day)}`}`;
  }
}

const part = (year: string | undefined, kind = "", n = ""): string =>
  `${year}-${kind.toUpperCase()}${kind.toUpperCase() === "W" ? pad(n) : n}`;

const numbered = (
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  order: DateOrder,
): string => {
  const [day, month] = order === "dmy" ? [first, second] : [second, first];
  return `${year}-${pad(month)}-${pad(day)}`;
};

/** From 1; by its name or by the first letters of it, at least three, that no other month has. */
function monthNumber(name: string, months: readonly (readonly string[])[]): number | undefined {
  const wanted = name.toLowerCase();
  if (wanted.length < 3) return undefined;
  const [long = []] = months;
  const exact = months.map((names) => names.findIndex((one) => one.toLowerCase() === wanted));
  const at = exact.find((index) => index >= 0);
  if (at !== undefined) return at + 1;
  const begun = long.flatMap((one, index) => (one.toLowerCase().startsWith(wanted) ? [index] : []));
  return begun.length === 1 ? (begun[0] ?? 0) + 1 : undefined;
}

/** A period in whatever form and language, where it can be read in one way alone. */
export function plainPeriod(text: string): string | undefined {
  for (const months of MONTH_NAMES) {
    const read = (["dmy", "mdy"] as const).map((order) => periodOf(text, order, { months })?.text);
    const found = new Set(read.filter((one) => one !== undefined));
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
}

/** A period that can be read in one way alone, also by those who write the month first: 31.12.2026, but not 5.1.2026. */
export function certainPeriod(text: string): string | undefined {
  const read = MONTH_NAMES.flatMap((months) =>
    (["dmy", "mdy"] as const).map((order) => periodOf(text, order, { given: true, months })?.text),
  );
  const found = new Set(read.filter((one) => one !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

/**
 * Returns the most likely meaning of a period that cannot be read as it stands: with the year in full, or the
 * last day of a month that is shorter.
 */
export function likelyPeriod(text: string): string | undefined {
  const full = plainPeriod(text.trim().replace(/(\D)'?(\d{2})$/, "$120$2"));
  if (full !== undefined) return full;
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const last = day === null ? 0 : daysInMonth(Number(day[1]), Number(day[2]));
  return last > 0 && Number(day?.[3]) <= 31 ? `${day?.[1]}-${day?.[2]}-${last}` : undefined;
}
