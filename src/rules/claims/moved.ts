import type { ClaimWords, Move, Size } from "../languages/reading/claims.ts";
import {
  type Bound,
  type Clause,
  type Context,
  covers,
  saysSomething,
  subjectOf,
  trackNamed,
  trackOf,
} from "./bind.ts";
import type { Found } from "./read.ts";
import { judged, relation, SIGN, sizeTest } from "./sizes.ts";
import type { Track } from "./subjects.ts";
import { everyStep, momentOf, type Stretch, stretchesOf } from "./times.ts";

/** Claims that something rose, fell or stayed, by how much and since when. */
export function moved(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const moves = words.moves(clause.text);
  // "Rose and fell" says nothing of where it is now.
  if (new Set(moves.map(({ way }) => way)).size > 1) return [];
  if (moves.length > 0 && turnsBack(moves, clause, words, context)) return [];
  if (moves.length > 0)
    return moves.flatMap((move) => {
      const joined = joinedIn(clause.text.slice(0, move.index), clause, words, context);
      return joined.length > 1
        ? joined.flatMap((track) => movedBy(move, clause, words, context, { to: track, bond: "named" }))
        : movedBy(move, clause, words, context);
    });
  if (words.comparison(clause.text) !== undefined) return [];
  // "More buses are late each year": a comparative without its standard moves, where something tells that time passes.
  const passes =
    words.steady(clause.text) ||
    words.window(clause.text) !== undefined ||
    words.recent(clause.text) ||
    words.onlyTimes?.(clause.text) !== undefined;
  return passes
    ? words
        .comparatives(clause.text, trackOf(clause, context)?.to.unit ?? "")
        .slice(0, 1)
        .flatMap((move) => movesNamed(move, clause, words, context))
    : [];
}

/** True where the clause behind goes on with the same subject, and the other way: "rose at first and then fell back". */
function turnsBack(
  moves: readonly Move[],
  { text, next = "" }: Clause,
  words: ClaimWords,
  context: Context,
): boolean {
  const [then] = words.moves(next);
  return (
    then !== undefined &&
    // "Climbed through 2025": of that time it still says so.
    words.moment(text) === undefined &&
    words.window(text) === undefined &&
    !saysSomething(next.slice(0, then.index), context) &&
    moves.some(({ way }) => way !== then.way && way !== "flat")
  );
}

/** The tracks that a subject joins: "waiting times and complaints"; none where one part of it is something else. */
function joinedIn(before: string, clause: Clause, words: ClaimWords, context: Context): readonly Track[] {
  const parts = words.parts(before);
  if (parts.length < 2 || clause.cited.size > 0) return [];
  const tracks = parts.map((part) => trackNamed(part, context));
  const named = tracks.filter((track) => track !== undefined && track !== "several");
  const all =
    named.length === parts.length && named.every((track, n) => covers(track, parts[n] ?? "", context));
  return all && new Set(named.map(({ expression }) => expression)).size === named.length ? named : [];
}

/** A comparative is of the noun behind it: it says nothing of a metric that it does not name. */
const movesNamed = (move: Move, clause: Clause, words: ClaimWords, context: Context): readonly Found[] =>
  context.own || beginsWith(clause.text.slice(move.index + move.text.length), context)
    ? movedBy(move, clause, words, context)
    : [];

/** True where the first word with a meaning is of a track: "fewer orders", and not "fewer people order". */
function beginsWith(text: string, context: Context): boolean {
  const { language } = context;
  const [first] = language.contentWords(text);
  const track = trackNamed(text, context);
  if (first === undefined || track === undefined || track === "several") return false;
  return [...track.words, ...track.kin].some((word) => language.sameWord(word, first));
}

function movedBy(
  move: Move,
  clause: Clause,
  words: ClaimWords,
  context: Context,
  subject?: Bound<Track>,
): readonly Found[] {
  const before = clause.text.slice(0, move.index);
  const after = clause.text.slice(move.index + move.text.length);
  const bound = subject ?? subjectOf([before, after], clause, context);
  if (bound === undefined) return [];
  const { to: track } = bound;
  const way = judged(move.way, track.better);
  if (way === undefined) return [];
  const negated = words.negated(before);
  const steady = words.steady(clause.text) && way !== "flat";
  const never = negated && words.never(clause.text);
  const often = words.onlyTimes?.(clause.text);
  if (often !== undefined && way !== "flat")
    return negated ? [] : happened(often, way, move, track, clause, words);
  const stretches = stretchesIn(track, clause, words, negated).slice(0, steady || never ? 1 : undefined);
  if (stretches.length === 0) return [];
  const size = words.size(before, after, move.factor);
  const text = size === undefined ? move.text : `${move.text}${size.text}`;
  const exception = words.exception(clause.text);
  const test = (stretch: Stretch): readonly string[] => {
    if (size !== undefined && way !== "flat" && !negated) {
      const sized = sizeOf(size, way, stretch, bound);
      if (sized !== undefined) return [sized];
    }
    if (way !== "flat" && typeof exception === "number" && words.everyTime(clause.text))
      return track.dated
        ? [
            `count(${stretch.series} where value ${SIGN[way]} previous) == ${stretch.moments.length - 1 - exception}`,
          ]
        : [];
    if (steady && !negated) {
      const each = everyStep(track, stretch, SIGN[way]);
      const late = `${track.expression}.latest ${SIGN[way]} ${track.expression}.previous`;
      return words.goesOn(clause.text) && track.expression === track.id
        ? [each, `${stretch.to} ${SIGN[way]} ${stretch.from} and ${late}`]
        : [each];
    }
    if (never && way !== "flat") return [everyStep(track, stretch, way === "up" ? "<=" : ">=")];
    const plain = relation({ way, negated }, track.unit)(stretch.from, stretch.to);
    return plain === undefined ? [] : [plain];
  };
  const tests = [...new Set(stretches.flatMap(test))];
  return tests.length === 0 ? [] : [{ words: text.trim(), tests }];
}

/** "fell only once, in September": so many steps of the whole course, and those that the clause dates. */
function happened(
  often: number,
  way: "up" | "down",
  move: Move,
  track: Track,
  clause: Clause,
  words: ClaimWords,
): readonly Found[] {
  const window = words.window(clause.text);
  // "In eighteen months" of data that are as long is all of them.
  const [stretch] = stretchesOf(track, window?.kind === "back" ? undefined : window);
  const length = window?.kind === "back" ? window.months : undefined;
  const [first, last] = [track.moments[0]?.start, track.moments.at(-1)?.start];
  const span = first === undefined || last === undefined ? undefined : last - first;
  const short = length !== undefined && (span === undefined || span > length + 1);
  if (!track.dated || stretch === undefined || short) return [];
  const named = words.moment(clause.text);
  const at = named === undefined ? undefined : momentOf(track, named);
  const before = at === undefined ? undefined : track.moments[track.moments.indexOf(at) - 1];
  const then =
    at === undefined || before === undefined
      ? ""
      : ` and ${track.at(at.key)} ${SIGN[way]} ${track.at(before.key)}`;
  return [
    {
      words: move.text.trim(),
      tests: [`count(${stretch.series} where value ${SIGN[way]} previous) == ${often}${then}`],
    },
  ];
}

/** So many of the last steps count as of late. */
const RECENT = 2;

/** The stretches that a clause may mean: of its window, of a run of periods, or of what happened of late. */
function stretchesIn(
  track: Track,
  { text }: Clause,
  words: ClaimWords,
  negated: boolean,
): readonly Stretch[] {
  const { moments } = track;
  const window = words.window(text);
  const named = window === undefined ? words.moment(text) : undefined;
  // What moved in a year moved since the year before, or in the course of it.
  if (named !== undefined) return [...during(track, named), ...(negated ? afterwards(track, named) : [])];
  const run = words.run(text) ?? (window === undefined && words.recent(text) ? RECENT : undefined);
  if (run === undefined) return stretchesOf(track, window);
  // A run of seven falls has eight values.
  if (moments.length <= run) return [];
  const from = moments.at(-run - 1);
  if (from === undefined) return [];
  const series = run === moments.length - 1 ? track.expression : `last(${track.expression}, ${run + 1})`;
  return [
    {
      from: run === moments.length - 1 ? `${track.expression}.first` : track.at(from.key),
      to: `${track.expression}.latest`,
      series,
      moments: moments.slice(-run - 1),
    },
  ];
}

/** Whatever "stopped growing in May" may still have grown in May: the move from there on. */
function afterwards(track: Track, named: NonNullable<ReturnType<ClaimWords["moment"]>>): readonly Stretch[] {
  const at = momentOf(track, named);
  const from = at === undefined ? -1 : track.moments.indexOf(at);
  const [start, next] = from < 0 ? [] : track.moments.slice(from, from + 2);
  if (start === undefined || next === undefined) return [];
  return [
    { from: track.at(start.key), to: track.at(next.key), series: track.expression, moments: [start, next] },
  ];
}

/** Moves within a named time: to its value from the one before, or from the same of the year before. */
function during(track: Track, named: NonNullable<ReturnType<ClaimWords["moment"]>>): readonly Stretch[] {
  const { moments, expression } = track;
  const at = momentOf(track, named);
  if (at === undefined) {
    const within = stretchesOf(track, { kind: "between", from: named, to: named });
    const yearly = named.year === undefined ? [] : [named.year - 1];
    const whole = yearly.flatMap((year) =>
      stretchesOf(track, { kind: "between", from: { year, month: 12 }, to: named }),
    );
    return [...within, ...whole];
  }
  const to = at === moments.at(-1) ? `${expression}.latest` : track.at(at.key);
  const [first] = moments;
  const before = moments[moments.indexOf(at) - 1];
  const year = moments.find((each) => at.start !== undefined && each.start === at.start - 12);
  return [before, first, year]
    .filter((each, n, all) => each !== undefined && each !== at && all.indexOf(each) === n)
    .flatMap((each) =>
      each === undefined
        ? []
        : [
            {
              from: each === first ? `${expression}.first` : track.at(each.key),
              to,
              series: expression,
              moments: moments.slice(moments.indexOf(each), moments.indexOf(at) + 1),
            },
          ],
    );
}

function sizeOf(
  size: Size,
  way: "up" | "down",
  { from, to }: Stretch,
  { to: track }: Bound<Track>,
): string | undefined {
  if (size.yearly !== true) return sizeTest(size, way, from, to, track.unit);
  // The rate of a year is a figure of metrics alone.
  if (size.kind !== "fraction" || track.expression !== track.id) return undefined;
  const yearly = `${way === "up" ? "" : "-"}${track.expression}.cagr`;
  const [at, room] = [100 * size.value, 100 * size.step].map((each) => Number(each.toPrecision(6)));
  return size.bound === undefined
    ? `about(${yearly}, ${at}%, ${room}%)`
    : `${yearly} ${size.bound === "more" ? ">" : "<"} ${at}%`;
}
