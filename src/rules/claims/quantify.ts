import type { ClaimWords } from "../languages/reading/claims.ts";
import type { Clause } from "./bind.ts";
import type { Category } from "./subjects.ts";

/** Something that may be true of a row, as the condition of a test. */
export type Condition = (row: Category) => string;

/** More combinations than these are no reading of a sentence. */
const MOST = 20;

/** All ways to choose so many of some rows. */
function chosen(rows: readonly Category[], count: number): readonly (readonly Category[])[] {
  if (count === 0) return [[]];
  if (rows.length < count) return [];
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  return [...chosen(rest, count - 1).map((others) => [first, ...others]), ...chosen(rest, count)];
}

export const all = (conditions: readonly string[]): string => conditions.join(" and ");

/** The condition is true of some rows and of no other. */
const exactly = (of: readonly Category[], rows: readonly Category[], condition: Condition): string =>
  all(rows.map((row) => (of.includes(row) ? condition(row) : `not (${condition(row)})`)));

/**
 * Tests that a condition is true of those rows of which a clause says it: every one, none, only those that it names, all but
 * one, three of five. Of rows that are named it is true of each; without any word for it, of all.
 */
export function ofRows(
  rows: readonly Category[],
  named: readonly Category[],
  condition: Condition,
  { text: clause, next = "" }: Pick<Clause, "text" | "next">,
  words: ClaimWords,
): readonly string[] {
  // "Every depot is late, only the harbour is not": the exception is in the next clause.
  if (words.excepts(next)) return [];
  const some = (count: number): readonly string[] => {
    const ways = count > rows.length ? [] : chosen(rows, count);
    return ways.length > MOST ? [] : ways.map((way) => exactly(way, rows, condition));
  };
  if (words.most(clause) !== undefined) return [];
  const part = words.counted(clause);
  if (part?.of !== undefined) return part.of === rows.length ? some(part.count) : [];
  const exception = words.exception(clause);
  if (typeof exception === "number") return some(rows.length - exception);
  if (exception === "named") {
    const without = rows.filter((row) => !named.includes(row));
    return named.length === 0 ? [] : [exactly(without, rows, condition)];
  }
  const quantifier = words.quantifier(clause);
  if (quantifier === "only") return named.length === 0 ? [] : [exactly(named, rows, condition)];
  if (quantifier === "none") return [exactly([], rows, condition)];
  // "Both" speaks of two that are named, or of the only two.
  if (quantifier === "both" && named.length !== 2 && rows.length !== 2) return [];
  if (quantifier === "every" || quantifier === "both") {
    // "Both depots", "every one of the three": so many, if they are named.
    const each = named.length > 1 ? named : rows;
    return [all(each.map(condition))];
  }
  return [all((named.length === 0 ? rows : named).map(condition))];
}
