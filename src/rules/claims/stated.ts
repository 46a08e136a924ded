import type { ClaimWords, Role } from "../languages/reading/claims.ts";
import type { Quantity } from "../languages/reading/language.ts";
import { type Clause, type Context, cell, ownTable, rowsIn, seriesIn, subjectOf, tableOf } from "./bind.ts";
import type { Found } from "./read.ts";
import type { Table, Track } from "./subjects.ts";
import { momentOf, stretchesOf } from "./times.ts";

/** A number with its place in a clause. */
export interface PlacedNumber extends Quantity {
  readonly index: number;
  readonly end: number;
}

/** Numbers that a clause states of what it names: "fell from 19 days to 12", "31% at Eastgate and 8% at Castle". */
export function stated(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  if (clause.cited.size > 0) return [];
  const numbers = placedNumbers(clause.text, words, context).filter(
    ({ hedge, change, share, text }) => hedge !== "bound" && !change && !share && /\d/u.test(text),
  );
  if (numbers.length === 0) return [];
  const table = context.planned
    ? undefined
    : (tableOf(clause.text, context) ?? (context.own ? ownTable(context) : undefined));
  if (table !== undefined && context.evidence.has(table.id)) {
    const found = ofCells(numbers, table, clause, words, context);
    if (found.length > 0) return found;
  }
  const before = clause.text.slice(0, numbers[0]?.index);
  const bound = subjectOf([clause.text], clause, context) ?? subjectOf([before], clause, context);
  if (bound?.bond !== "named") return [];
  return ofTrack(numbers, bound.to, clause, words, context);
}

export function placedNumbers(
  text: string,
  words: ClaimWords,
  { language }: Context,
): readonly PlacedNumber[] {
  let from = 0;
  return (words.numbers ?? language.numbersIn)(text).map((quantity) => {
    const index = text.indexOf(quantity.text, from);
    from = index + quantity.text.length;
    const role = words.role(text.slice(0, index), text.slice(from), quantity);
    return {
      ...quantity,
      // "From" sets no limit where something came from it.
      hedge: role === "from" ? "none" : quantity.hedge,
      change: role === "by" || (quantity.change && role !== "to" && role !== "from"),
      index,
      end: from,
    };
  });
}

export const inUnit = (
  quantity: Quantity,
  unit: string,
  { language }: Context,
  elsewhere: boolean,
): boolean => {
  if (quantity.unit !== "") return quantity.unit === unit;
  if (unit === "%" || unit === "pp") return false;
  if (/^[A-Z]{3}$/u.test(unit)) return false;
  const [noun] = quantity.noun;
  if (noun !== undefined && unit !== "" && unit.split(" ").some((part) => language.sameWord(noun, part)))
    return true;
  // The unit is said once: "from 19 days to 12".
  return elsewhere && language.contentWords(noun ?? "").length === 0;
};

const valueTest = (expression: string, { value, step, hedge }: Quantity): string => {
  const room = hedge === "about" ? Math.max(step / 2, ROUNDED * value) : step / 2;
  return `abs(${expression} - ${value}) <= ${Number((room * 1.0001).toPrecision(6))}`;
};

/** Words about a number that say it was rounded leave this much room, as a share of it. */
const ROUNDED = 0.075;

/** The values of a track that a number may be: at the time that the clause names, where it came from, where it went to. */
function ofTrack(
  numbers: readonly PlacedNumber[],
  track: Track,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const some = numbers.some((each) => inUnit(each, track.unit, context, false));
  return numbers
    .filter((each) => inUnit(each, track.unit, context, some))
    .flatMap((quantity): readonly Found[] => {
      const before = clause.text.slice(0, quantity.index);
      const role = words.role(before, clause.text.slice(quantity.end), quantity);
      if (role === "target" || role === "by") return [];
      const values =
        context.planned && !words.told(clause.text)
          ? ahead(role, track)
          : candidates(role, track, clause, quantity, words);
      return values.length === 0
        ? []
        : [
            {
              words: quantity.text,
              quantity,
              tests: [...new Set(values)].map((value) => valueTest(value, quantity)),
            },
          ];
    });
}

/** The values of a plan: it leads from where things are now or were at first. Where it leads to is no fact yet. */
const ahead = (role: Role, { expression }: Track): readonly string[] =>
  role === "from" ? [`${expression}.latest`, `${expression}.first`] : [];

function candidates(
  role: "from" | "to" | "by" | "target" | undefined,
  track: Track,
  { text }: Clause,
  { index, end }: PlacedNumber,
  words: ClaimWords,
): readonly string[] {
  const { expression, moments } = track;
  const window = words.window(text);
  const stretches = stretchesOf(track, window);
  const ago = words.agoNear?.(text.slice(end));
  if (ago !== undefined)
    return stretchesOf(track, ago)
      .map(({ from }) => from)
      .slice(0, 1);
  const near = words.momentNear(text, index, end);
  const at = near === undefined ? undefined : momentOf(track, near);
  if (role === "from")
    return window === undefined
      ? moments.slice(0, -1).map(({ key }) => track.at(key))
      : stretches.map(({ from }) => from);
  if (near !== undefined) return at === undefined ? [] : [track.at(at.key)];
  if (words.past(text)) return [];
  const latest = `${expression}.latest`;
  if (role === "to") return stretches.length === 0 ? [latest] : [...stretches.map(({ to }) => to)];
  return words.present(text) ? [latest, ...(track.target ? [`${expression}.target`] : [])] : [];
}

/** The cells that a number may be: of the rows and series that the clause names, in its order where there are as many. */
function ofCells(
  numbers: readonly PlacedNumber[],
  table: Table,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const rows = rowsIn(clause.text, table, context);
  // What something fell from and to is of two series, whichever is named.
  const moves = numbers.some(({ index, end, ...quantity }) =>
    ["from", "to"].includes(words.role(clause.text.slice(0, index), clause.text.slice(end), quantity) ?? ""),
  );
  const series = moves ? [] : seriesIn(clause.text, table, context);
  if (rows.length === 0 && series.length === 0) return [];
  const some = numbers.some((each) => inUnit(each, table.unit, context, false));
  const these = numbers.filter(
    (each) =>
      inUnit(each, table.unit, context, some) &&
      words.role(clause.text.slice(0, each.index), clause.text.slice(each.end), each) !== "target",
  );
  return these.flatMap((quantity, n): readonly Found[] => {
    const ofRow = rows.length === these.length ? [rows[n]] : rows;
    const ofSeries = series.length === these.length && rows.length < 2 ? [series[n]] : series;
    const chosen = (ofRow.length === 0 ? table.rows : ofRow.map((each) => each?.to)).flatMap((row) =>
      row === undefined
        ? []
        : table.series.length === 0
          ? [table.signs.includes("-") ? `abs(${row.expression})` : row.expression]
          : (ofSeries.length === 0 ? table.series : ofSeries.map((each) => each?.to)).map((each) =>
              cell(row, each),
            ),
    );
    const role = words.role(clause.text.slice(0, quantity.index), clause.text.slice(quantity.end), quantity);
    if (role === "by") return [];
    const sums =
      rows.length > 1 && table.series.length === 0
        ? [`sum(${rows.map(({ to }) => to.expression).join(", ")})`]
        : [];
    const whole = table.whole && table.unit !== "%" && table.series.length === 0 ? [`sum(${table.id})`] : [];
    // Where nothing says of which row it is, a number may be any that follows from the rows.
    const pairs = rows.length === these.length ? [] : differences(chosen);
    const tests = [...chosen, ...sums, ...whole, ...pairs];
    return [
      { words: quantity.text, quantity, tests: [...new Set(tests)].map((each) => valueTest(each, quantity)) },
    ];
  });
}

const differences = (cells: readonly string[]): readonly string[] =>
  cells.length > 4
    ? []
    : cells.flatMap((one, n) => cells.slice(n + 1).map((other) => `abs(${one} - ${other})`));
