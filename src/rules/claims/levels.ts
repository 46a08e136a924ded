import type { ClaimWords, Level } from "../languages/reading/claims.ts";
import { type Clause, type Context, rowsIn, subjectOf, tableOf, trackOf } from "./bind.ts";
import { ofRows } from "./quantify.ts";
import { extreme } from "./ranked.ts";
import type { Found } from "./read.ts";
import { judged, SIGN } from "./sizes.ts";
import { inUnit, type PlacedNumber, placedNumbers } from "./stated.ts";
import type { Track } from "./subjects.ts";
import { momentOf, stretchesOf, valueAt } from "./times.ts";

/** Claims that hold values against a target, against a number, or against those of all other times. */
export function levels(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  return words.levels(clause.text).flatMap((level): readonly Found[] => {
    const inTable = ofTable(level, clause, words, context);
    return inTable.length > 0 ? inTable : ofTrack(level, clause, words, context);
  });
}

type Sign = ">" | "<" | ">=" | "<=";

/** The signs that a level may mean: what misses a target depends on what is good. */
function signsOf({ side, orEqual }: Level, better: "higher" | "lower" | undefined): readonly Sign[] {
  if (side === "above") return [orEqual === true ? ">=" : ">"];
  if (side === "below") return [orEqual === true ? "<=" : "<"];
  const [met, missed] = [{ higher: ">=", lower: "<=" } as const, { higher: "<", lower: ">" } as const];
  const of = side === "met" ? met : missed;
  return better === undefined ? [of.higher, of.lower] : [of[better]];
}

/** "every site misses its target", "only the north is above it", "three of five depots" */
function ofTable(level: Level, clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const local = context.subjects.tables.filter(({ id, target }) => target && context.evidence.has(id));
  const named = tableOf(clause.text, context);
  const table = named?.target === true ? named : local.length === 1 ? local[0] : undefined;
  if (table === undefined || table.series.length > 0) return [];
  const rows = rowsIn(clause.text, table, context).map(({ to }) => to);
  const counts = words.counted(clause.text) ?? words.exception(clause.text) ?? words.quantifier(clause.text);
  if (rows.length === 0 && counts === undefined) return [];
  const negated = words.negated(clause.text.slice(0, level.index));
  const tests = signsOf(level, table.better).flatMap((sign) =>
    ofRows(
      table.rows,
      rows,
      ({ expression }) =>
        negated
          ? `not (${expression} ${sign} ${expression}.target)`
          : `${expression} ${sign} ${expression}.target`,
      clause,
      words,
    ),
  );
  return tests.length === 0 ? [] : [{ words: level.text, tests }];
}

/** "above the target", "every quarter under the limit", "the target was met in one quarter of eight" */
function ofTrack(level: Level, clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const bound = subjectOf([clause.text.slice(0, level.index)], clause, context);
  if (bound === undefined || !bound.to.target) return [];
  if (words.superlatives(clause.text.slice(0, level.index)).length > 0) return [];
  const { to: track } = bound;
  const { expression } = track;
  const before = clause.text.slice(0, level.index);
  const negated = words.negated(before);
  const signs =
    track.better === undefined && (level.side === "met" || level.side === "missed")
      ? []
      : signsOf(level, track.better);
  const target = `${expression}.target`;
  const tests = signs.flatMap((sign): readonly string[] => {
    const condition = `value ${sign} ${target}`;
    const stretch = stretchesOf(track, words.window(clause.text))[0];
    const none = words.quantifier(before) === "none";
    if (none) return stretch === undefined ? [] : [`not any(${stretch.series}, ${condition})`];
    const count = words.counted(clause.text);
    if (count?.of !== undefined)
      return count.of === track.moments.length
        ? [`count(${expression} where ${condition}) == ${count.count}`]
        : [];
    const always =
      words.steady(clause.text) ||
      words.quantifier(clause.text) === "every" ||
      // "since 2023 above the target": all that time.
      words.window(clause.text)?.kind === "since";
    // "for three months in a row": of these, whatever was before.
    const run = words.run(clause.text);
    if (run !== undefined && !negated)
      return track.dated && run <= track.moments.length
        ? [`every(last(${expression}, ${run}), ${condition})`]
        : [];
    if (always && stretch !== undefined && !negated) return [`every(${stretch.series}, ${condition})`];
    const value = valueAt(track, clause, words);
    if (value === undefined) return [];
    return [negated ? `not (${value} ${sign} ${target})` : `${value} ${sign} ${target}`];
  });
  return tests.length === 0 ? [] : [{ words: level.text, tests }];
}

/** "the highest ever", "worst in 2024", "peaked in May" */
export function records(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const [superlative, ...more] = words.superlatives(clause.text);
  if (
    superlative === undefined ||
    more.length > 0 ||
    superlative.count !== 1 ||
    superlative.rank !== undefined
  )
    return [];
  const bound = subjectOf([clause.text], clause, context) ?? trackOf(clause, context);
  if (bound === undefined) return [];
  const { to: track } = bound;
  const way = judged(superlative.way, track.better);
  if (way === undefined) return [];
  const named = words.moment(clause.text);
  if (superlative.growth === true) return grew(superlative.text, way, track, clause, words);
  // What is the lowest at one place may be so among places, and not among times.
  const ofChart = track.expression !== track.id;
  if ((named === undefined || ofChart) && !words.record(clause.text)) return [];
  const at = named === undefined ? undefined : momentOf(track, named);
  if (named !== undefined && at === undefined) return [];
  const [stretch] = stretchesOf(track, named === undefined ? words.window(clause.text) : undefined);
  if (stretch === undefined) return [];
  const value =
    at === undefined || at === track.moments.at(-1) ? `${track.expression}.latest` : track.at(at.key);
  const sign = way === "up" ? ">=" : "<=";
  return [{ words: superlative.text, tests: [`count(${stretch.series} where value ${sign} ${value}) == 1`] }];
}

/** "grew fastest in 2025": no step was longer. */
function grew(
  text: string,
  way: "up" | "down",
  track: Track,
  clause: Clause,
  words: ClaimWords,
): readonly Found[] {
  const { moments } = track;
  const named = words.moment(clause.text);
  const at = named === undefined ? moments.at(-1) : momentOf(track, named);
  const n = at === undefined ? -1 : moments.indexOf(at);
  if (n < 1 || (named === undefined && !words.record(clause.text) && !words.recent(clause.text))) return [];
  const step = (m: number): string =>
    way === "up"
      ? `${track.at(moments[m]?.key ?? "")} - ${track.at(moments[m - 1]?.key ?? "")}`
      : `${track.at(moments[m - 1]?.key ?? "")} - ${track.at(moments[m]?.key ?? "")}`;
  const others = moments.flatMap((_, m) => (m === 0 || m === n ? [] : [step(m)]));
  if (others.length === 0 || others.length > MANY) return [];
  return [{ words: text, tests: [`${step(n)} > ${extreme("max", others)}`] }];
}

const MANY = 30;

/** "over five degrees": a limit whose number is a word. */
const boundInWords = (text: string, words: ClaimWords, { language }: Context): readonly PlacedNumber[] =>
  (language.counting?.counts(text) ?? []).flatMap(({ index, value, noun, text: said }) =>
    /\d/u.test(said) || noun.length === 0 || words.limit(text.slice(0, index)) === undefined
      ? []
      : [
          {
            ...{ text: said, index, end: index + said.length, value, noun, step: 1, unit: "" },
            ...{ share: false, hedge: "bound" as const, change: false },
          },
        ],
  );

/** "in three ports the fish is above 5 degrees": a number that so many categories are beyond. */
function limitsOfRows(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const local = context.subjects.tables.filter(
    ({ id, series }) => context.evidence.has(id) && series.length === 0,
  );
  const [table] = local;
  if (table === undefined || local.length > 1 || table.times !== undefined || clause.cited.size > 0)
    return [];
  const rows = rowsIn(clause.text, table, context).map(({ to }) => to);
  return [
    ...placedNumbers(clause.text, words, context),
    ...boundInWords(clause.text, words, context),
  ].flatMap((quantity): readonly Found[] => {
    const side = quantity.hedge === "bound" ? words.limit(clause.text.slice(0, quantity.index)) : undefined;
    if (side === undefined || quantity.share || !inUnit(quantity, table.unit, context, false)) return [];
    const count = words.counts(clause.text.slice(0, quantity.index));
    const condition = (expression: string): string =>
      `${expression} ${side === "above" ? ">=" : "<="} ${quantity.value}`;
    const tests =
      rows.length === 0 && count !== undefined
        ? [`count(${table.id} where ${condition("value")}) == ${count}`]
        : rows.length === 0 && words.quantifier(clause.text) === undefined
          ? []
          : ofRows(table.rows, rows, ({ expression }) => condition(expression), clause, words);
    return tests.length === 0 ? [] : [{ words: quantity.text, tests }];
  });
}

/** "more than 9,000 visits", "under 3%" */
export function limits(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const ofTable = limitsOfRows(clause, words, context);
  if (ofTable.length > 0) return ofTable;
  return context.language.numbersIn(clause.text).flatMap((quantity): readonly Found[] => {
    if (quantity.hedge !== "bound" || quantity.change || quantity.share) return [];
    const side = words.limit(clause.text.slice(0, clause.text.indexOf(quantity.text)));
    const bound = trackOf(clause, context);
    if (side === undefined || bound === undefined || bound.bond !== "named") return [];
    const { unit } = bound.to;
    const counts = quantity.noun.some((noun) => unit !== "" && context.language.sameWord(noun, unit));
    if (quantity.unit === "" ? !counts : quantity.unit !== unit) return [];
    const sign = `${SIGN[side === "above" ? "up" : "down"]}=`;
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
