import type { ClaimWords, Move } from "../languages/reading/claims.ts";
import { type Clause, type Context, cell, ownTable, rowsIn, seriesIn, tableOf } from "./bind.ts";
import { ofRows } from "./quantify.ts";
import type { Found } from "./read.ts";
import { relation, waysOf } from "./sizes.ts";
import { type Category, keyed, type Named, type Table } from "./subjects.ts";

/** Two series of a table, between which something moved or is compared. */
interface Pair {
  readonly from: Named;
  readonly to: Named;
}

/** Claims about two series of a table: before and after, with and without, this year and last. */
export function between(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const table = tableOf(clause.text, context) ?? measured(clause, context);
  if (table === undefined || table.series.length < 2 || clause.cited.size > 0) return [];
  const comparison = words.comparison(clause.text);
  if (comparison !== undefined) {
    const [left, right] = [comparison.left, comparison.right].map((side) => seriesIn(side, table, context));
    const against = words.standard(comparison.right);
    if (against !== undefined && ["target", "others", "rest", "times"].includes(String(against))) return [];
    const pairs = comparedPairs(table, left?.map(({ to }) => to) ?? [], right?.map(({ to }) => to) ?? []);
    if (pairs.length === 0 || words.negated(comparison.left)) return [];
    const { times, bound, room, text, negated = false } = comparison;
    const [way, opposite] = waysOf(comparison.way, table.better);
    // Where nothing says what is good, each row must at least lead the same way as the others.
    if (way === undefined || (opposite !== undefined && words.quantifier(clause.text) !== "every")) return [];
    if (opposite !== undefined)
      return merged(
        [way, opposite].flatMap((each) =>
          found(
            text,
            table,
            pairs,
            relation({ way: each === "same" ? "flat" : each, negated }, table.unit),
            clause,
            words,
            context,
          ),
        ),
      );
    if (comparison.crossed === true) return crossed(text, pairs, table);
    if (negated && way === "same") return [];
    const test = relation(
      way === "same" && times === undefined
        ? { way: "flat" }
        : {
            way: way === "same" ? "up" : way,
            negated,
            ...(times === undefined ? {} : { times, bound, room }),
          },
      table.unit,
    );
    return found(text, table, pairs, test, clause, words, context);
  }
  if (table.times === "rows") return [];
  // "Smaller plates" is a name, and says of nothing that it is smaller.
  const moves = [...words.moves(clause.text), ...words.comparatives(clause.text, table.unit)].filter(
    ({ text }) => !isOfName(text, table),
  );
  const [move, ...more] = moves;
  if (move === undefined || more.length > 0) return [];
  return movedIn(move, table, clause, words, context);
}

/** True for a word of the name of a category or series. */
const isOfName = (word: string, { rows, series }: Table): boolean =>
  [...rows, ...series].some(({ label }) =>
    [...label.toLowerCase().matchAll(/\p{L}+/gu)].some(([each]) => each === word.toLowerCase()),
  );

/** True where most of what stands before a predicate is of a table: "the score of those with the app" is not what it shows. */
function isAbout({ rows, series, measure, unit }: Table, before: string, { language }: Context): boolean {
  const said = language.contentWords(before);
  const known = [
    ...measure,
    ...language.contentWords(unit),
    ...[...rows, ...series].flatMap(({ words }) => words),
  ];
  const own = said.filter((word) => known.some((each) => language.sameWord(each, word)));
  return said.length === 0 || 2 * own.length > said.length;
}

/** The only table of the evidence, where the sentence is its own or names what it measures. */
function measured(clause: Clause, context: Context): Table | undefined {
  const table = ownTable(context);
  if (table === undefined || context.own) return table;
  const { language } = context;
  const said = language.contentWords(clause.text);
  const named = table.measure.filter((word) => said.some((each) => language.sameWord(each, word)));
  return named.length > 0 && 2 * named.length >= table.measure.length ? table : undefined;
}

function movedIn(
  move: Move,
  table: Table,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const before = clause.text.slice(0, move.index);
  if (!(context.own && context.headline) && !isAbout(table, before, context)) return [];
  const after = clause.text.slice(move.index + move.text.length);
  const good = table.better ?? context.subjects.tracks.find(({ id }) => id === table.id)?.better;
  const ways = waysOf(move.way, good);
  const compares = words.moves(clause.text).length === 0;
  const size = (compares ? words.sizeAhead?.(before) : undefined) ?? words.size(before, after, move.factor);
  const text = size === undefined ? move.text : `${move.text}${size.text}`;
  const negated = words.negated(before);
  return ways.length > 1 && size !== undefined
    ? []
    : merged(
        ways.flatMap((way) =>
          found(
            text,
            table,
            movedPairs(table, clause, words, context),
            relation({ way, negated, ...(size === undefined ? {} : { size }) }, table.unit),
            clause,
            words,
            context,
          ),
        ),
      );
}

/** One claim of several readings. */
const merged = (claims: readonly Found[]): readonly Found[] => {
  const [first] = claims;
  return first === undefined ? [] : [{ ...first, tests: claims.flatMap(({ tests }) => tests) }];
};

function found(
  text: string,
  table: Table,
  pairs: readonly Pair[],
  test: (from: string, to: string) => string | undefined,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const named = rowsIn(clause.text, table, context).map(({ to }) => to);
  const tests = pairs.flatMap(({ from, to }): readonly string[] => {
    const one = (row: Category): string | undefined => test(cell(row, from), cell(row, to));
    if (table.rows.some((row) => one(row) === undefined)) return [];
    const rows = table.times === "rows" ? rowsAt(table, clause, words) : table.rows;
    const each = ofRows(rows, table.times === "rows" ? [] : named, (row) => one(row) ?? "", clause, words);
    const [sum, other] = [from, to].map((series) => `sum(${keyed(table.id, series.label)})`);
    const total = test(sum ?? "", other ?? "");
    const whole =
      named.length === 0 && !words.quantifier(clause.text) && words.counted(clause.text) === undefined;
    return whole && total !== undefined && words.exception(clause.text) === undefined
      ? [...each, total]
      : each;
  });
  return tests.length === 0 ? [] : [{ words: text.trim(), tests: [...new Set(tests)] }];
}

/** One series was below the other at first, and is above it at last. */
function crossed(text: string, pairs: readonly Pair[], { rows, times }: Table): readonly Found[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (times !== "rows" || first === undefined || last === undefined || first === last) return [];
  const tests = pairs.map(
    ({ from, to }) => `${cell(last, to)} > ${cell(last, from)} and ${cell(first, to)} < ${cell(first, from)}`,
  );
  return tests.length === 0 ? [] : [{ words: text, tests }];
}

/** The rows of a table of times that a clause speaks of: every one, the one that it names, or the last. */
function rowsAt(table: Table, { text }: Clause, words: ClaimWords): readonly Category[] {
  if (words.steady(text)) return table.rows;
  const named = words.moment(text);
  const last = table.rows.at(-1);
  if (named === undefined) return last === undefined ? [] : [last];
  return table.rows.filter((_, n) => {
    const start = table.starts[n];
    if (start === undefined) return false;
    const month = (((start % 12) + 12) % 12) + 1;
    const year = Math.floor(start / 12);
    return (
      (named.year === undefined || named.year === year) &&
      (named.month === undefined || named.month === month)
    );
  });
}

/** The first is compared with the second; one that is not named is the other of two. */
function comparedPairs(table: Table, left: readonly Named[], right: readonly Named[]): readonly Pair[] {
  const [one] = left.filter((each) => !right.includes(each));
  const [other] = right;
  // Two on one side are not compared with each other.
  if (left.length > 1 && right.length === 0) return [];
  const rest = (of: Named): Named | undefined =>
    table.series.length === 2 ? table.series.find((each) => each !== of) : undefined;
  const to = one ?? (other === undefined ? undefined : rest(other));
  const from = other ?? (one === undefined ? undefined : rest(one));
  return to === undefined || from === undefined || to === from ? [] : [{ from, to }];
}

/** The series between which a clause says that something moved; both ways round where nothing tells which was first. */
function movedPairs(table: Table, clause: Clause, words: ClaimWords, context: Context): readonly Pair[] {
  const { series } = table;
  const named = seriesIn(clause.text, table, context).map(({ to }) => to);
  const [first, last] = [series[0], series.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (table.times === "series") {
    const window = words.window(clause.text);
    const year = window?.kind === "since" ? window.from.year : undefined;
    const since = series.find(({ label }) => year !== undefined && label.includes(String(year)));
    const back = window?.kind === "year" || window?.kind === "previous" ? series.at(-2) : undefined;
    const known = window === undefined || since !== undefined || back !== undefined || series.length === 2;
    return [{ from: since ?? back ?? first, to: last }]
      .filter(() => known)
      .filter(({ from, to }) => from !== to);
  }
  if (series.length !== 2) {
    const [from, to, ...more] = named;
    return from === undefined || to === undefined || more.length > 0 ? [] : [{ from, to }];
  }
  const [only, ...both] = named;
  // The series that is named in full is where it moved to; from a part of a name, nothing follows.
  const around = `${clause.prior ?? ""} ${clause.text} ${clause.next ?? ""}`;
  const clear =
    only !== undefined &&
    seriesIn(around, table, context).length === 1 &&
    seriesIn(clause.text, { ...table, id: "" }, context).length > 0;
  if (only !== undefined && both.length === 0 && clear)
    return [{ from: only === first ? last : first, to: only }];
  return [
    { from: first, to: last },
    { from: last, to: first },
  ];
}
