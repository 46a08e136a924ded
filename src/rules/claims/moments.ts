import type { ClaimWords } from "../languages/reading/claims.ts";
import { type Clause, type Context, trackOf } from "./bind.ts";
import { extreme } from "./ranked.ts";
import type { Found } from "./read.ts";
import { judged, multiple, SIGN } from "./sizes.ts";
import type { Moment, Track } from "./subjects.ts";
import { momentOf } from "./times.ts";

/** Claims whose subject is a time: "July was the worst month of 2025", "the third quarter was dearer than the second". */
export function ofTimes(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const { text } = clause;
  if (words.opens === undefined || words.moves(text).length > 0) return [];
  const comparison = words.comparison(text);
  const [superlative, ...more] = comparison === undefined ? words.superlatives(text) : [];
  const end = comparison?.left.length ?? superlative?.index;
  const subject = end === undefined ? undefined : words.opens(text.slice(0, end));
  if (subject === undefined || more.length > 0) return [];
  const bound = trackOf(clause, context);
  if (bound === undefined || (bound.bond !== "named" && !context.headline)) return [];
  const { to: track } = bound;
  const said = comparison ?? superlative;
  const way = said === undefined ? undefined : judged(said.way, track.better);
  if (said === undefined || way === undefined || words.negated(text.slice(0, end))) return [];
  if (comparison !== undefined) {
    const other = words.opens(comparison.right);
    const [one, two] = [subject, other].map((each) => each && momentOf(track, each));
    if (one === undefined || two === undefined || one === two || comparison.negated === true) return [];
    const [a, b] = [track.at(one.key), track.at(two.key)];
    if (comparison.times === undefined && way === "same") return [];
    const test =
      comparison.times === undefined && way !== "same"
        ? `${a} ${SIGN[way]} ${b}`
        : multiple(`ratio(${a}, ${b})`, comparison.times ?? 1, comparison.bound, comparison.room);
    return [{ words: comparison.text, tests: [test] }];
  }
  if (superlative === undefined || superlative.count > 1 || way === "same") return [];
  if (superlative.rank !== undefined || superlative.growth === true) return [];
  // The year may stand beside the superlative, and not beside the month: "July was the worst month of 2025".
  const year = subject.year ?? Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(text)?.[0] ?? Number.NaN);
  const at = momentOf(track, Number.isNaN(year) ? subject : { ...subject, year });
  if (at === undefined) return [];
  const whole = track.moments;
  const within = whole.filter(
    ({ start }) => start !== undefined && Math.floor(start / 12) === Math.floor((at.start ?? 0) / 12),
  );
  // Of the year that is named beside the superlative alone, else of that or of all.
  const scopes = subject.year === undefined && !Number.isNaN(year) ? [within] : [whole, within];
  const tests = scopes.flatMap((scope) => firstOf(at, scope, track, way));
  return tests.length === 0 ? [] : [{ words: superlative.text, tests: [...new Set(tests)] }];
}

/** More values than these are no list. */
const MANY = 40;

function firstOf(
  at: Moment,
  scope: readonly Moment[],
  track: Track,
  way: "up" | "down" | "flat",
): readonly string[] {
  const others = scope.filter((each) => each !== at).map(({ key }) => track.at(key));
  if (others.length === 0 || others.length > MANY || way === "flat") return [];
  return [`${track.at(at.key)} ${SIGN[way]} ${extreme(way === "up" ? "max" : "min", others)}`];
}
