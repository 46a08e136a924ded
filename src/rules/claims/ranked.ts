import type { ClaimWords, Superlative } from "../languages/reading/claims.ts";
import { type Clause, type Context, cell, ownTable, rowsIn, seriesIn, tableOf } from "./bind.ts";
import type { Found } from "./read.ts";
import { waysOf } from "./sizes.ts";
import type { Category, Named, Table } from "./subjects.ts";

/** The number by which a row is ranked: its value, its value in a series, or the difference of two. */
export type Measure = (row: Category) => string;

/** "the largest cause", "smallest at Castle", "the two biggest", "Monday mornings are the busiest" */
export function ranked(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const table = tableOf(clause.text, context) ?? ownTable(context);
  if (table === undefined || table.times === "rows") return [];
  if (words.quantifier(clause.text) === "only") return [];
  const named = rowsIn(clause.text, table, context);
  const moving = words.moves(clause.text).length > 0;
  // "Harbour improved most; the hill least": of the move that the clause before says.
  if (!moving && words.superlatives(clause.prior ?? "", table.unit).some(({ growth }) => growth === true))
    return [];
  return words.superlatives(clause.text, table.unit).flatMap((superlative): readonly Found[] => {
    if (words.negated(clause.text.slice(0, superlative.index))) return [];
    if (superlative.growth === true) return grownMost(superlative, clause, table, words, context);
    const cells =
      inCells(superlative, clause, table, context) ?? inBands(superlative, clause, table, words, context);
    if (cells !== undefined) return cells;
    if (superlative.rank !== undefined)
      return atRank(superlative, superlative.rank, table, clause, words, context);
    const several = superlative.count > 1;
    if (several && named.length > 0 && named.length !== superlative.count) return [];
    const before = named.filter(({ index }) => index < superlative.index);
    const behind = named.find(({ index }) => index > superlative.index);
    const said = several ? named : nearest(superlative, before, behind, clause, words);
    const rows = said.length > 0 ? said.map(({ to }) => to) : pointedBy(table, superlative, clause, context);
    if (rows.length === 0) return [];
    const moves = words.moves(clause.text).length > 0 || words.comparatives(clause.text, "").length > 0;
    const measures = measuresOf(
      table,
      clause.text,
      context,
      words.difference(around(clause.text, superlative.index)) || (moves && "maybe"),
    );
    const tests = waysOf(superlative.way, table.better).flatMap((way) =>
      measures.flatMap((measure) => highest(rows, table.rows, measure, way)),
    );
    return tests.length === 0 ? [] : [{ words: superlative.text, tests: [...new Set(tests)] }];
  });
}

/** The categories that a chart points at, where its message or the claim that rests on it finds other words for them. */
const pointedBy = (
  { id, pointed, series }: Table,
  { count }: Superlative,
  { cited }: Clause,
  { headline, evidence }: Context,
): readonly Category[] =>
  headline && evidence.has(id) && cited.size === 0 && series.length === 0 && pointed.length === count
    ? pointed
    : [];

/** The words of a clause around a place, from one comma to the next. */
const around = (text: string, index: number): string => {
  const end = text.indexOf(",", index);
  return text.slice(text.lastIndexOf(",", index) + 1, end < 0 ? undefined : end);
};

/** "largest in surgery", "surgery is the largest", "wages and repairs rose most" */
function nearest(
  { index, text }: Superlative,
  before: readonly { readonly to: Category; readonly index: number }[],
  behind: { readonly to: Category; readonly index: number } | undefined,
  clause: Clause,
  words: ClaimWords,
): readonly { readonly to: Category }[] {
  const between = behind === undefined ? undefined : clause.text.slice(index + text.length, behind.index);
  if (behind !== undefined && between !== undefined && (before.length === 0 || words.places(between)))
    return [behind];
  const last = before.at(-1);
  return last === undefined
    ? []
    : before.length === 2 && words.joined(clause.text.slice(before[0]?.index ?? 0, index))
      ? before
      : [last];
}

/** "the second largest cause": one value is above its own, or below. */
function atRank(
  superlative: Superlative,
  rank: number,
  table: Table,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const named = rowsIn(clause.text, table, context);
  const before = named.filter(({ index }) => index < superlative.index);
  const behind = named.find(({ index }) => index > superlative.index);
  const [row, ...more] = nearest(superlative, before, behind, clause, words);
  if (row === undefined || more.length > 0 || table.series.length > 0 || table.signs.length > 1) return [];
  const { expression } = row.to;
  const tests = waysOf(superlative.way, table.better).map(
    (way) => `count(${table.id} where value ${way === "up" ? ">" : "<"} ${expression}) == ${rank - 1}`,
  );
  return [{ words: superlative.text, tests }];
}

/** "Riverside rose most": between two series, or over time, no other row moved as far that way. */
function grownMost(
  superlative: Superlative,
  clause: Clause,
  table: Table,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const [first, last] = [table.series[0], table.series.at(-1)];
  const changes = table.times === "series" || (table.times === undefined && table.series.length === 2);
  if (!changes || first === undefined || last === undefined || superlative.count > 1) return [];
  const named = rowsIn(clause.text, table, context);
  const before = named.filter(({ index }) => index < superlative.index);
  const behind = named.find(({ index }) => index > superlative.index);
  const meant = nearest(superlative, before, behind, clause, words).map(({ to }) => to);
  if (meant.length === 0) return [];
  const tests = waysOf(superlative.way, table.better).flatMap((way) => {
    const [from, to] = way === "up" ? [first, last] : [last, first];
    const measures: readonly Measure[] = [
      (row) => `${cell(row, to)} - ${cell(row, from)}`,
      (row) =>
        way === "up"
          ? `change(${cell(row, first)}, ${cell(row, last)})`
          : `0 - change(${cell(row, first)}, ${cell(row, last)})`,
    ];
    return measures.flatMap((measure) => highest(meant, table.rows, measure, "up"));
  });
  return tests.length === 0 ? [] : [{ words: superlative.text, tests: [...new Set(tests)] }];
}

/**
 * A row or a column of a heat map that is the first of its like: in each of the others' cells where the clause says so, else
 * in sum, or by its own extreme cell.
 */
function inBands(
  superlative: Superlative,
  clause: Clause,
  table: Table,
  words: ClaimWords,
  context: Context,
): readonly Found[] | undefined {
  if (table.kind !== "heatmap" || superlative.count > 1 || superlative.rank !== undefined) return undefined;
  const rows = rowsIn(clause.text, table, context);
  const series = seriesIn(clause.text, table, context);
  if ((rows.length === 0) === (series.length === 0)) return undefined;
  const named = rows.length > 0 ? rows : series;
  const before = named.filter(({ index }) => index < superlative.index);
  const behind = named.find(({ index }) => index > superlative.index);
  const between =
    behind === undefined ? "" : clause.text.slice(superlative.index + superlative.text.length, behind.index);
  const meant =
    behind !== undefined && (before.length === 0 || words.places(between)) ? behind : before.at(-1);
  if (meant === undefined) return [];
  const band = (one: Named): readonly string[] =>
    rows.length > 0
      ? table.series.map((each) => cell(one as Category, each))
      : table.rows.map((row) => cell(row, one));
  const own = band(meant.to);
  const others = (rows.length > 0 ? table.rows : table.series)
    .filter((each) => each.label !== meant.to.label)
    .map(band);
  const everywhere = words.quantifier(clause.text) === "every" || words.steady(clause.text);
  const tests = waysOf(superlative.way, table.better).flatMap((way) => {
    const each = own
      .map((value, n) =>
        beyond(
          [value],
          others.flatMap((other) => other[n] ?? []),
          way,
        ),
      )
      .join(" and ");
    if (everywhere) return [each];
    const sums = others.map((other) => `sum(${other.join(", ")})`);
    const most = way === "up" ? "max" : "min";
    return [
      each,
      beyond([`sum(${own.join(", ")})`], sums, way),
      beyond([extreme(most, own)], others.flat(), way),
    ];
  });
  return [{ words: superlative.text, tests: [...new Set(tests)] }];
}

/** Named by row and series alike: a cell of a heat map. */
function inCells(
  superlative: Superlative,
  clause: Clause,
  table: Table,
  context: Context,
): readonly Found[] | undefined {
  const rows = rowsIn(clause.text, table, context);
  const series = seriesIn(clause.text, table, context);
  if (table.kind !== "heatmap" || rows.length === 0 || series.length === 0) return undefined;
  const pairs =
    rows.length === series.length
      ? rows.map(({ to }, n) => cell(to, series[n]?.to))
      : rows.flatMap(({ to }) => series.map((each) => cell(to, each.to)));
  const others = table.rows
    .flatMap((row) => table.series.map((each) => cell(row, each)))
    .filter((each) => !pairs.includes(each));
  const tests = waysOf(superlative.way, table.better).map((way) => beyond(pairs, others, way));
  return others.length === 0 ? [] : [{ words: superlative.text, tests }];
}

/** The least or the most of some values. */
export const extreme = (of: "min" | "max", values: readonly string[]): string =>
  values.length === 1 ? (values[0] ?? "") : `${of}(${values.join(", ")})`;

const beyond = (ones: readonly string[], others: readonly string[], way: "up" | "down"): string =>
  way === "up"
    ? `${extreme("min", ones)} > ${extreme("max", others)}`
    : `${extreme("max", ones)} < ${extreme("min", others)}`;

/** Some rows are above all others, or below them. */
export function highest(
  rows: readonly Category[],
  all: readonly Category[],
  measure: Measure,
  way: "up" | "down",
): readonly string[] {
  const others = all.filter((row) => !rows.includes(row));
  return others.length === 0 ? [] : [beyond(rows.map(measure), others.map(measure), way)];
}

/** The measures of rows that a clause may speak of: of the series that it names, else of any, or of their difference. */
export function measuresOf(
  table: Table,
  text: string,
  context: Context,
  difference: boolean | "maybe",
): readonly Measure[] {
  const { series } = table;
  // Steps up and down are ranked by their size, or among those of one sign.
  if (table.kind === "waterfall" && table.signs.length > 1)
    return [(row) => `abs(${row.expression})`, (row) => row.expression, (row) => `0 - ${row.expression}`];
  if (series.length === 0)
    return [(row) => (table.signs[0] === "-" ? `abs(${row.expression})` : row.expression)];
  const [first, last] = [series[0], series.at(-1)];
  const differences: readonly Measure[] =
    series.length === 2 || table.times === "series"
      ? [(row) => `abs(${cell(row, last)} - ${cell(row, first)})`]
      : [];
  const named = seriesIn(text, table, context).map(({ to }) => to);
  const relative: readonly Measure[] =
    differences.length === 0 ? [] : [(row) => `abs(change(${cell(row, first)}, ${cell(row, last)}))`];
  if (difference === true && differences.length > 0 && named.length === 0)
    return [...differences, ...relative];
  if (named.length === 1) return named.map((each) => (row) => cell(row, each));
  const each = series.map(
    (one): Measure =>
      (row) =>
        cell(row, one),
  );
  // Over time it is the last value that is spoken of; a difference only where words say that something moved.
  const changes = differences.length > 0 && difference !== false;
  return [
    ...(table.times === "series" ? each.slice(-1) : each.toReversed()),
    ...(changes ? [...differences, ...relative] : []),
    ...(!changes
      ? []
      : [
          (row: Category) => `${cell(row, last)} - ${cell(row, first)}`,
          (row: Category) => `${cell(row, first)} - ${cell(row, last)}`,
        ]),
    ...(table.whole ? [(row: Category) => `sum(${row.expression})`] : []),
  ];
}
