import type { ClaimWords } from "../languages/reading/claims.ts";
import type { Category, Table } from "./subjects.ts";

/** Span of a category, where its name is a range of numbers: "18 to 39", "65 and over". */
interface Bin {
  readonly row: Category;
  readonly low: number;
  readonly high: number;
}

/** Fewer ranges than these are no scale. */
const LEAST = 3;
const NUMBER = /\d+(?:[ ,.\u00a0\u202f]\d{3})*(?:[.,]\d+)?/gu;
const THOUSANDS = /[ ,.\u00a0\u202f](?=\d{3}(?!\d))/gu;

const numberOf = (text: string): number => Number(text.replaceAll(THOUSANDS, "").replace(",", "."));

/** The numbers of a text, with their places. */
const numbersOf = (text: string) =>
  [...text.matchAll(NUMBER)].map((match) => ({
    value: numberOf(match[0]),
    index: match.index,
    end: match.index + match[0].length,
  }));

/** The ranges that the categories of a table are, whichever way they stand. */
function binsOf(table: Table): readonly Bin[] {
  const { rows, series, times } = table;
  if (rows.length < LEAST || series.length > 0 || times !== undefined) return [];
  const rising = risingBins(rows);
  return rising.length > 0 ? rising : risingBins(rows.toReversed());
}

/**
 * The ranges that some categories are, in rising order: inner ones name both ends, the first may name its upper end
 * alone and the last its lower one. None where they are anything else.
 */
function risingBins(rows: readonly Category[]): readonly Bin[] {
  const ends = rows.map(({ label }) => numbersOf(label).map(({ value }) => value));
  const bins = rows.map((row, n): Bin | undefined => {
    const [one, other, ...more] = ends[n] ?? [];
    if (one === undefined || more.length > 0) return undefined;
    if (other !== undefined) return { row, low: one, high: other };
    if (n === 0) return { row, low: Number.NEGATIVE_INFINITY, high: one };
    return n === rows.length - 1 ? { row, low: one, high: Number.POSITIVE_INFINITY } : undefined;
  });
  const known = bins.filter((bin) => bin !== undefined);
  const rising = known.every(({ low, high }, n) => low < high && (n === 0 || meet(known[n - 1]?.high, low)));
  return known.length === rows.length && rising ? known : [];
}

/** True where one range ends where the next begins: at 40, or at 39 and 40. */
const meet = (end: number | undefined, begin: number): boolean =>
  end !== undefined && begin - end >= 0 && begin - end <= 1;

/** The categories within the limit that a clause sets: those under 40, what topped 50,000. */
export function rowsWithin(
  clause: string,
  table: Table,
  words: Pick<ClaimWords, "limit">,
): readonly Category[] {
  const bins = binsOf(table);
  if (bins.length === 0) return [];
  for (const { value, index, end } of numbersOf(clause)) {
    const before = clause.slice(0, index).replace(/[^\p{L}\p{N}]+$/u, " ");
    const side = words.limit(before) ?? words.limit(clause.slice(0, end));
    const within = bins.filter(({ low, high }) =>
      side === "above"
        ? low >= value || meet(value, low)
        : side === "below" && (high <= value || meet(high, value)),
    );
    const border = bins.some(({ low, high }) => meet(value, low) || meet(high, value));
    if (border && within.length > 0 && within.length < bins.length) return within.map(({ row }) => row);
  }
  return [];
}
