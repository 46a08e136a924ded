import type { ClaimWords, Distance } from "../languages/reading/claims.ts";
import type { Quantity } from "../languages/reading/language.ts";
import { type Clause, type Context, rowsIn, subjectOf, tableOf } from "./bind.ts";
import type { Found } from "./read.ts";
import { inUnit, type PlacedNumber, placedNumbers } from "./stated.ts";
import type { Table, Track } from "./subjects.ts";
import { stretchesOf, valueAt } from "./times.ts";

/** Claims of how far a value is from another: "four points short of the target", "11 more than a year ago". */
export function apart(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  if (clause.cited.size > 0) return [];
  return placedNumbers(clause.text, words, context).flatMap((quantity): readonly Found[] => {
    const before = clause.text.slice(0, quantity.index);
    const said = words.distance(before, clause.text.slice(quantity.end));
    if (said === undefined || quantity.share || !/\d|\p{L}/u.test(quantity.text)) return [];
    const tests = [
      ...ofRows(said, quantity, clause, context),
      ...ofTrack(said, quantity, before, clause, words, context),
    ];
    return tests.length === 0 ? [] : [{ words: quantity.text, quantity, tests }];
  });
}

/** Points are of percentages; any other number is in the unit of its subject. */
const fits = (quantity: Quantity, unit: string, context: Context): boolean =>
  unit === "%" || unit === "pp"
    ? quantity.unit === "pp" || quantity.unit === unit
    : inUnit(quantity, unit, context, true);

function distanceTest(from: string, to: string, { way }: Distance, quantity: Quantity): string {
  const { value, step, hedge } = quantity;
  const apart =
    way === "up" ? `${to} - ${from}` : way === "down" ? `${from} - ${to}` : `abs(${to} - ${from})`;
  if (hedge === "bound") return `${apart} >= ${value} or ${apart} <= ${value}`;
  const room = hedge === "about" ? Math.max(step / 2, ABOUT * value) : step / 2;
  return `about(${apart}, ${value}, ${Number((room * 1.0001).toPrecision(6))})`;
}

/** Room that "about" gives, as a share of the number. */
const ABOUT = 0.1;

function ofTrack(
  said: Distance,
  quantity: PlacedNumber,
  before: string,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly string[] {
  const bound = subjectOf([before], clause, context);
  if (bound === undefined || quantity.hedge === "bound" || !fits(quantity, bound.to.unit, context)) return [];
  return [
    ...new Set(
      standardsOf(said, bound.to, before, words).map(([from, to]) => distanceTest(from, to, said, quantity)),
    ),
  ];
}

/** The pairs of values whose distance may be meant: the standard, and the value that is held against it. */
function standardsOf(
  { standard }: Distance,
  track: Track,
  before: string,
  words: ClaimWords,
): readonly (readonly [string, string])[] {
  // "Even in its best month it was four points above": of another time than now.
  const elsewhere = words.superlatives(before).length > 0 || words.past(before);
  if (elsewhere && words.moment(before) === undefined) return [];
  const value = valueAt(track, { text: before }, words);
  if (standard === "others" || standard === "rest" || standard === "times" || value === undefined) return [];
  if (standard === "target") return track.target ? [[`${track.expression}.target`, value]] : [];
  return stretchesOf(track, standard).map(({ from, to }) => [
    from,
    words.moment(before) === undefined ? to : value,
  ]);
}

/** A category that is so far from its target. */
function ofRows(said: Distance, quantity: PlacedNumber, clause: Clause, context: Context): readonly string[] {
  const table = targetTable(clause, context);
  if (said.standard !== "target" || table === undefined || quantity.hedge === "bound") return [];
  if (!fits(quantity, table.unit, context)) return [];
  const row = rowsIn(clause.text, table, context).findLast(({ index }) => index < quantity.index);
  return row === undefined
    ? []
    : [distanceTest(`${row.to.expression}.target`, row.to.expression, said, quantity)];
}

function targetTable(clause: Clause, context: Context): Table | undefined {
  const table = tableOf(clause.text, context);
  return table?.target === true && table.series.length === 0 && context.evidence.has(table.id)
    ? table
    : undefined;
}
