import type { ClaimWords, Move, Size, Window } from "../languages/reading/claims.ts";
import { type Clause, type Context, subjectOf, trackOf } from "./bind.ts";
import type { Found } from "./read.ts";
import { keyed, type Moment, type Track } from "./subjects.ts";

/** Values that a move leads from and to, and the series between them. */
interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly series: string;
}

/** Claims that something rose, fell or stayed, by how much and since when; that it is the highest ever; that a target is met. */
export function moved(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const moves = words.moves(clause.text);
  return [
    ...moves.flatMap((move) => movedBy(move, clause, words, context)),
    ...(moves.length === 0 ? [...records(clause, words, context), ...limits(clause, words, context)] : []),
    ...levels(clause, words, context),
  ];
}

function movedBy(move: Move, clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const before = clause.text.slice(0, move.index);
  const after = clause.text.slice(move.index + move.text.length);
  const bound = subjectOf([before, after], clause, context);
  if (bound === undefined) return [];
  const { to: track } = bound;
  const way = wayOf(move, track);
  if (way === undefined) return [];
  const negated = words.negated(before);
  const window = words.window(clause.text);
  const steady = words.steady(clause.text) && way !== "flat";
  const stretches = stretchesIn(track, clause, words).slice(0, steady ? 1 : undefined);
  // What happened at another time than the last is compared with nothing that the sentence names.
  if (
    stretches.length === 0 ||
    (window === undefined && valueAt(track, clause, words) !== `${track.expression}.latest`)
  )
    return [];
  const size = words.size(before, after, move.factor);
  const text = size === undefined ? move.text : `${move.text}${size.text}`;
  const test = (stretch: Stretch): string => {
    if (size !== undefined && way !== "flat" && !negated) {
      const sized = sizeTest(size, way, stretch, track);
      if (sized !== undefined) return sized;
    }
    if (steady && !negated) return `every(${stretch.series}, value ${SIGN[way]} previous)`;
    if (way === "flat") return `abs(change(${stretch.from}, ${stretch.to})) <= 5%`;
    return negated
      ? `not (${stretch.to} ${SIGN[way]} ${stretch.from})`
      : `${stretch.to} ${SIGN[way]} ${stretch.from}`;
  };
  return [{ words: text.trim(), tests: [...new Set(stretches.map(test))] }];
}

const SIGN = { up: ">", down: "<" } as const;

function wayOf({ way }: Move, { better }: Track): "up" | "down" | "flat" | undefined {
  if (way !== "better" && way !== "worse") return way;
  if (better === undefined) return undefined;
  return (better === "higher") === (way === "better") ? "up" : "down";
}

/** The stretches that a clause may mean: of its window, of a run of periods, or of what happened of late. */
function stretchesIn(track: Track, { text }: Clause, words: ClaimWords): readonly Stretch[] {
  const { expression, moments } = track;
  const run =
    words.run(text) ?? (words.window(text) === undefined && words.recent(text) ? RECENT : undefined);
  if (run === undefined) return stretchesOf(track, words.window(text));
  // A run of seven falls has eight values.
  if (moments.length <= run) return [];
  const series = `last(${expression}, ${run + 1})`;
  return [{ from: `${series}.first`, to: `${expression}.latest`, series }];
}

/** So many of the last steps count as of late. */
const RECENT = 2;

/**
 * The stretches that a window may mean, the likeliest first; none where the data do not reach back so far. Without a
 * window it is the whole series, or only what happened last.
 */
export function stretchesOf(track: Track, window: Window | undefined): readonly Stretch[] {
  const { expression, moments } = track;
  const last = moments.at(-1);
  if (last === undefined || moments.length < 2) return [];
  const whole: Stretch = { from: `${expression}.first`, to: `${expression}.latest`, series: expression };
  const since = (key: string): Stretch => {
    const series = `since(${expression}, "${key}")`;
    return { from: keyed(expression, key), to: `${expression}.latest`, series };
  };
  const previous: Stretch = {
    from: `${expression}.previous`,
    to: `${expression}.latest`,
    series: `last(${expression}, 2)`,
  };
  switch (window?.kind) {
    case undefined:
      return [whole, previous];
    case "previous":
      return [previous];
    case "year":
    case "back": {
      const months = window.kind === "year" ? 12 : window.months;
      const key = back(moments, last, months);
      return key === undefined ? [] : [since(key)];
    }
    case "since": {
      const start = startOf(window.from, last);
      const first = moments.find((moment) => moment.start !== undefined && moment.start >= start - 0.01);
      const earliest = moments[0]?.start;
      if (first === undefined || first === last || earliest === undefined || earliest > start + 3) return [];
      return first === moments[0] ? [whole] : [since(first.key)];
    }
    case "between": {
      const [from, to] = [window.from, window.to].map((moment) => String(moment.year));
      const series = `between(${expression}, "${from}", "${to}")`;
      return [{ from: `${series}.first`, to: `${series}.latest`, series }];
    }
  }
}

/** The value that a clause speaks of: the latest, or that of the time which it names; undefined where that has none. */
export function valueAt(
  { expression, moments }: Track,
  { text }: Clause,
  words: ClaimWords,
): string | undefined {
  const named = words.moment(text);
  const last = moments.at(-1);
  if (named === undefined || last === undefined) return `${expression}.latest`;
  const start = startOf(named, last);
  const [a, b] = [moments[0]?.start ?? 0, moments[1]?.start ?? 1];
  const found = moments.find(
    (moment) => moment.start !== undefined && Math.abs(moment.start - start) < (b - a) / 2,
  );
  if (found === last) return `${expression}.latest`;
  return found === undefined ? undefined : keyed(expression, found.key);
}

/** The period that lies so many months before the last one, or next to it: who counts quarters may count both ends. */
function back(moments: readonly Moment[], last: Moment, months: number): string | undefined {
  const starts = moments.flatMap(({ key, start }) => (start === undefined ? [] : [{ key, start }]));
  const [end, before] = [starts.at(-1), starts.at(-2)];
  if (end === undefined || before === undefined || last.start === undefined) return undefined;
  const wanted = last.start - months;
  const distance = (moment: { readonly start: number }): number => Math.abs(moment.start - wanted);
  const nearest = starts.reduce((best, each) => (distance(each) < distance(best) ? each : best), end);
  return nearest === end || distance(nearest) > end.start - before.start + 0.01 ? undefined : nearest.key;
}

/** Months since year 0; a month without a year is the last one before the last value. */
function startOf(
  { year, month = 1 }: { readonly year?: number; readonly month?: number },
  last: Moment,
): number {
  if (year !== undefined) return year * 12 + month - 1;
  const end = last.start ?? 0;
  const inYear = Math.floor(end / 12) * 12 + month - 1;
  return inYear < end ? inYear : inYear - 12;
}

/** A number to so many digits. */
const short = (value: number, digits: number): string => String(Number(value.toPrecision(digits)));

/** Undefined where the track has no size of this kind: points of what is no percentage, an amount in another unit. */
function sizeTest(
  size: Size,
  way: "up" | "down",
  { from, to }: Stretch,
  { unit, expression, id }: Track,
): string | undefined {
  const { kind, value, step, bound } = size;
  const signed = (up: string): string => (way === "up" ? up : `-${up}`);
  const held = (moved: string, factor = 1): string => {
    const [at, room] = [short(factor * value, 6), short(factor * step, 2)];
    const percent = factor === 1 ? "" : "%";
    if (bound === undefined) return `about(${moved}, ${at}${percent}, ${room}${percent})`;
    return `${moved} ${bound === "more" ? ">" : "<"} ${at}${percent}`;
  };
  if (kind === "factor") {
    const ratio = `ratio(${to}, ${from})`;
    if (bound === undefined || way === "up") return held(ratio);
    // "more than halved" goes beyond a half, downwards.
    return `${ratio} ${bound === "more" ? "<" : ">"} ${value}`;
  }
  if (size.yearly === true)
    // The rate of a year is a figure of metrics alone.
    return kind === "fraction" && expression === id ? held(signed(`${expression}.cagr`), 100) : undefined;
  if (kind === "points" && unit !== "%" && unit !== "pp") return undefined;
  if (kind === "amount" && size.unit !== unit) return undefined;
  if (kind !== "fraction") return held(way === "up" ? `${to} - ${from}` : `${from} - ${to}`);
  const change = signed(`change(${from}, ${to})`);
  return bound === "less" ? `${held(change)} and ${change} > 0` : held(change);
}

/** "the highest ever", "the lowest in three years" */
function records(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const [superlative, ...more] = words.superlatives(clause.text);
  if (superlative === undefined || more.length > 0 || superlative.count !== 1 || !words.record(clause.text))
    return [];
  const bound = trackOf(clause, context);
  if (bound === undefined) return [];
  const { expression } = bound.to;
  const [stretch] = stretchesOf(bound.to, words.window(clause.text));
  if (stretch === undefined) return [];
  const extreme = superlative.way === "up" ? "max" : "min";
  return [
    {
      words: superlative.text,
      tests: [`${expression}.latest == ${extreme}(${stretch.series})`],
    },
  ];
}

/** "above the target", "every quarter under the limit" */
function levels(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  return words.levels(clause.text).flatMap((level): readonly Found[] => {
    const bound = subjectOf([clause.text.slice(0, level.index)], clause, context);
    if (bound === undefined || !bound.to.target) return [];
    const { expression, better } = bound.to;
    const judged = level.side === "met" || level.side === "missed";
    if (judged && better === undefined) return [];
    const higher = better === "higher";
    const sign = {
      above: ">",
      below: "<",
      met: higher ? ">=" : "<=",
      missed: higher ? "<" : ">",
    }[level.side];
    const negated = words.negated(clause.text.slice(0, level.index));
    const stretch = stretchesOf(bound.to, words.window(clause.text))[0];
    const all = words.steady(clause.text) || words.quantifier(clause.text) === "every";
    const value = valueAt(bound.to, clause, words);
    if (value === undefined) return [];
    const none = words.quantifier(clause.text.slice(0, level.index)) === "none";
    if (none && stretch === undefined) return [];
    const test =
      none && stretch !== undefined
        ? `not any(${stretch.series}, value ${level.orEqual === true ? `${sign}=` : sign} ${expression}.target)`
        : all && stretch !== undefined
          ? `every(${stretch.series}, value ${sign} ${expression}.target)`
          : `${value} ${sign} ${expression}.target`;
    return [{ words: level.text, tests: [negated ? `not (${test})` : test] }];
  });
}

/** "more than 9,000 visits", "under 3%" */
function limits(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  return context.language.numbersIn(clause.text).flatMap((quantity): readonly Found[] => {
    if (quantity.hedge !== "bound" || quantity.change || quantity.share) return [];
    const side = words.limit(clause.text.slice(0, clause.text.indexOf(quantity.text)));
    const bound = trackOf(clause, context);
    if (side === undefined || bound === undefined || bound.bond !== "named") return [];
    const { unit } = bound.to;
    const counts = quantity.noun.some((noun) => unit !== "" && context.language.sameWord(noun, unit));
    if (quantity.unit === "" ? !counts : quantity.unit !== unit) return [];
    const sign = side === "above" ? ">=" : "<=";
    const [stretch] = stretchesOf(bound.to, words.window(clause.text));
    const now = valueAt(bound.to, clause, words);
    if (now === undefined) return [];
    const test =
      words.steady(clause.text) && stretch !== undefined
        ? `every(${stretch.series}, value ${sign} ${quantity.value})`
        : `${now} ${sign} ${quantity.value}`;
    return [{ words: quantity.text, tests: [test] }];
  });
}
