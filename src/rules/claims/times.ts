import type { ClaimWords, Moment as Named, Window } from "../languages/reading/claims.ts";
import type { Moment, Track } from "./subjects.ts";

/** Values that a move leads from and to, and the moments between them. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  /** Expression of the series from the one to the other. */
  readonly series: string;
  readonly moments: readonly Moment[];
}

const MONTHS = 12;
/** Rounding of months that are fractions of weeks. */
const HAIR = 0.01;
/** Months by which data may begin after the time that a sentence names. */
const LATE = 3;

/** A stretch from one moment to another, in the shortest way to write it. */
function stretch(track: Track, from: Moment, to: Moment): Stretch {
  const { expression, moments } = track;
  const [first, last, before] = [moments[0], moments.at(-1), moments.at(-2)];
  const toLast = to === last;
  const within = moments.slice(moments.indexOf(from), moments.indexOf(to) + 1);
  const series =
    from === first && toLast
      ? expression
      : from === before && toLast
        ? `last(${expression}, 2)`
        : toLast
          ? `since(${expression}, "${from.key}")`
          : `between(${expression}, "${from.key}", "${to.key}")`;
  return {
    from:
      from === first
        ? `${expression}.first`
        : from === before && toLast
          ? `${expression}.previous`
          : track.at(from.key),
    to: toLast ? `${expression}.latest` : track.at(to.key),
    series,
    moments: within,
  };
}

/** A condition on every step of a stretch. */
export function everyStep(track: Track, { series, moments }: Stretch, sign: string): string {
  if (track.dated) return `every(${series}, value ${sign} previous)`;
  return moments
    .slice(1)
    .map((moment, n) => `${track.at(moment.key)} ${sign} ${track.at(moments[n]?.key ?? "")}`)
    .join(" and ");
}

/**
 * The stretches that a window may mean, the likeliest first; none where the data do not reach back so far. Without a
 * window it is the whole series, or only what happened last.
 */
export function stretchesOf(track: Track, window: Window | undefined): readonly Stretch[] {
  const { moments } = track;
  const [first, last, before] = [moments[0], moments.at(-1), moments.at(-2)];
  if (first === undefined || last === undefined || before === undefined) return [];
  const whole = stretch(track, first, last);
  const previous = stretch(track, before, last);
  switch (window?.kind) {
    case undefined:
      return moments.length === 2 ? [whole] : [whole, previous];
    case "previous":
      return [previous];
    case "before":
      return moments.length === 2 ? [whole] : [previous, whole];
    case "year":
    case "back": {
      const found = back(moments, last, window.kind === "year" ? MONTHS : window.months);
      return found === undefined ? [] : [stretch(track, found, last)];
    }
    case "since": {
      const found = since(track, window.from, last);
      return found === undefined || found === last ? [] : [stretch(track, found, last)];
    }
    case "between": {
      const from = since(track, window.from, last);
      const to = until(track, window.to, last);
      if (from === undefined || to === undefined || moments.indexOf(from) >= moments.indexOf(to)) return [];
      return [stretch(track, from, to)];
    }
  }
}

/** The first moment at or behind a named one; undefined where the data begin later than that. */
function since({ moments }: Track, named: Named, last: Moment): Moment | undefined {
  const start = startOf(named, last);
  const found = moments.find((moment) => moment.start !== undefined && moment.start >= start - HAIR);
  const earliest = moments[0]?.start;
  return earliest === undefined || earliest > start + LATE ? undefined : found;
}

/** The last moment within a named one. */
function until({ moments }: Track, named: Named, last: Moment): Moment | undefined {
  const end = startOf(named, last) + (named.month === undefined ? MONTHS : 1) - HAIR;
  return moments.findLast((moment) => moment.start !== undefined && moment.start <= end);
}

/** The moments within a named one: the quarters of a year. */
export function momentsIn({ moments }: Track, named: Named): readonly Moment[] {
  const last = moments.at(-1);
  if (last === undefined) return [];
  const start = startOf(named, last);
  const end = start + (named.month === undefined ? MONTHS : 1);
  return moments.filter(
    (each) => each.start !== undefined && each.start >= start - HAIR && each.start < end - HAIR,
  );
}

/** The moments of a named time, or all of them. */
export const valuesAt = (track: Track, named: Named | undefined): readonly Moment[] =>
  named === undefined ? track.moments : momentsIn(track, named);

/** The value that a clause speaks of: the latest, or that of the time which it names; undefined where that has none. */
export function valueAt(
  track: Track,
  { text }: { readonly text: string },
  words: ClaimWords,
): string | undefined {
  const named = words.moment(text);
  if (named === undefined) return `${track.expression}.latest`;
  const found = momentOf(track, named);
  if (found === undefined) return undefined;
  return found === track.moments.at(-1) ? `${track.expression}.latest` : track.at(found.key);
}

/** The moment that a name of a time means; none for a year where a value is of a part of it. */
export function momentOf({ moments }: Track, named: Named): Moment | undefined {
  const last = moments.at(-1);
  if (last === undefined) return undefined;
  const start = startOf(named, last);
  const [a, b] = [moments[0]?.start ?? 0, moments[1]?.start ?? MONTHS];
  if (named.month === undefined && b - a < MONTHS - HAIR) return undefined;
  if (named.month !== undefined && b - a > MONTHS - HAIR && named.year === undefined) return undefined;
  return moments.find((moment) => moment.start !== undefined && Math.abs(moment.start - start) < (b - a) / 2);
}

/** The period that lies so many months before the last one, or next to it: who counts quarters may count both ends. */
function back(moments: readonly Moment[], last: Moment, months: number): Moment | undefined {
  const known = moments.filter(({ start }) => start !== undefined);
  const [end, before] = [known.at(-1), known.at(-2)];
  if (end?.start === undefined || before?.start === undefined || last.start === undefined) return undefined;
  const wanted = last.start - months;
  const distance = ({ start = 0 }: Moment): number => Math.abs(start - wanted);
  const nearest = known.reduce((best, each) => (distance(each) < distance(best) ? each : best), end);
  return nearest === end || distance(nearest) > end.start - before.start + HAIR ? undefined : nearest;
}

/** Months since year 0; a month without a year is the last one before the last value, or the last value itself. */
function startOf({ year, month = 1 }: Named, last: Moment): number {
  if (year !== undefined) return year * MONTHS + month - 1;
  const end = last.start ?? 0;
  const inYear = Math.floor(end / MONTHS) * MONTHS + month - 1;
  return inYear <= end ? inYear : inYear - MONTHS;
}
