import type { ClaimWords, Comparison, Standard } from "../languages/reading/claims.ts";
import {
  type Clause,
  type Context,
  cell,
  ownTable,
  rowsIn,
  seriesIn,
  subjectOf,
  tableOf,
  trackNamed,
  trackOf,
} from "./bind.ts";
import { highest, measuresOf, ranked } from "./ranked.ts";
import type { Found } from "./read.ts";
import { shares } from "./shares.ts";
import { judged, multiple, SIGN } from "./sizes.ts";
import type { Category, Table } from "./subjects.ts";
import { everyStep, stretchesOf, valueAt, valuesAt } from "./times.ts";

/** Claims that one thing is more than another, the largest, or a share of the whole. */
export function compared(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const comparison = words.comparison(clause.text);
  const compares = comparison === undefined ? [] : comparisons(comparison, clause, words, context);
  return [
    ...compares,
    ...(compares.length > 0 ? [] : ranked(clause, words, context)),
    ...(compares.some(({ tests }) => tests.some((test) => test.includes("ratio(")))
      ? []
      : shares(clause, words, context)),
  ];
}

export const listed = (rows: readonly Category[]): string =>
  rows.map(({ expression }) => expression).join(", ");

/** A comparison whose way does not depend on what is good. */
type Plain = Omit<Comparison, "way"> & { readonly way: "up" | "down" | "same" };

type Test = (one: string, other: string) => string;

const testOf =
  ({ way, times, bound, negated, room }: Plain): Test =>
  (one, other) => {
    if (negated === true && way !== "same") return `${one} ${way === "up" ? "<=" : ">="} ${other}`;
    if (times === undefined && way !== "same") return `${one} ${SIGN[way]} ${other}`;
    return multiple(`ratio(${one}, ${other})`, times ?? 1, bound, room);
  };

function comparisons(
  said: Comparison,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const { left, right, text } = said;
  const table = tableOf(clause.text, context, 2);
  const good = table?.better ?? trackOf(clause, context)?.to.better;
  const way = judged(said.way, good);
  if (way === undefined) return [];
  const comparison: Plain = { ...said, way };
  if (
    words.negated(left) ||
    (comparison.negated === true && (comparison.way === "same" || comparison.times !== undefined))
  )
    return [];
  const against = words.standard(right);
  if (against === "others" || against === "rest")
    return first(comparison, against, clause.text, words, context);
  const rows = table === undefined ? [] : betweenRows(comparison, table, words, context);
  if (rows.length > 0) return [{ words: text, tests: rows }];
  return against === undefined
    ? betweenTracks(comparison, clause, words, context)
    : withStandard(comparison, against, clause, words, context);
}

const MONTHS = 12;
const NOT_SIGN = { up: "<=", down: ">=" } as const;

/** "higher than the target", "fewer than a year ago", "more than in 2019" */
function withStandard(
  comparison: Plain,
  against: Exclude<Standard, "others" | "rest">,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const { left, text } = comparison;
  const test = testOf(comparison);
  const bound = subjectOf([left], clause, context);
  if (bound === undefined) return [];
  const { to: track } = bound;
  if (against === "target") {
    const value = valueAt(track, { text: left }, words);
    return track.target && value !== undefined
      ? [{ words: text, tests: [test(value, `${track.expression}.target`)] }]
      : [];
  }
  if (against === "times") {
    const value = valueAt(track, { text: `${left} ${text}` }, words);
    const [stretch] = stretchesOf(track, words.window(clause.text));
    if (value === undefined || stretch === undefined || comparison.way === "same") return [];
    if (comparison.times !== undefined || comparison.negated === true) return [];
    const sign = comparison.way === "up" ? ">=" : "<=";
    return [{ words: text, tests: [`count(${stretch.series} where value ${sign} ${value}) == 1`] }];
  }
  const [step] = track.moments.flatMap(({ start }, n) => {
    const next = track.moments[n + 1]?.start;
    return start === undefined || next === undefined ? [] : [next - start];
  });
  const oneBefore = against.kind === "previous" || (against.kind === "year" && step === MONTHS);
  const denied = words.never(clause.text) || words.quantifier(left) === "none";
  if (oneBefore && (denied || words.steady(left))) {
    const [stretch] = stretchesOf(track, words.window(left));
    if (stretch === undefined || comparison.way === "same" || comparison.times !== undefined) return [];
    const sign = denied ? NOT_SIGN[comparison.way] : SIGN[comparison.way];
    return [{ words: text, tests: [everyStep(track, stretch, sign)] }];
  }
  // Every quarter of a year is compared with its own of the year before.
  const year = words.moment(left)?.year;
  const each = words.steady(left) || words.quantifier(left) === "every";
  if (denied && (comparison.way === "same" || comparison.times !== undefined)) return [];
  const held = (one: string, other: string): string =>
    denied && comparison.way !== "same" ? `${one} ${NOT_SIGN[comparison.way]} ${other}` : test(one, other);
  if (against.kind === "year" && (each || denied)) {
    const since = year === undefined ? words.window(left) : undefined;
    const some = since?.kind === "since" ? stretchesOf(track, since)[0]?.moments : undefined;
    const pairs = (some ?? valuesAt(track, year === undefined ? undefined : { year })).flatMap(
      ({ key, start }) => {
        const before = track.moments.find((each) => start !== undefined && each.start === start - 12);
        return before === undefined ? [] : [held(track.at(key), track.at(before.key))];
      },
    );
    return pairs.length === 0 ? [] : [{ words: text, tests: [pairs.join(" and ")] }];
  }
  if (denied) return [];
  const tests = stretchesOf(track, against).map(({ from, to }) =>
    test(valueAt(track, { text: left }, words) ?? to, from),
  );
  return tests.length === 0 ? [] : [{ words: text, tests: [...new Set(tests)] }];
}

/** Rows on two sides, each in every series in which the clause may mean it. */
function betweenRows(
  comparison: Plain,
  table: Table,
  words: ClaimWords,
  context: Context,
): readonly string[] {
  const { left, right, way, times, negated } = comparison;
  const [ones, others] = [left, right].map((side) => rowsIn(side, table, context).map(({ to }) => to));
  if (ones === undefined || others === undefined || ones.length === 0 || others.length === 0) return [];
  if (ones.some((one) => others.includes(one))) return [];
  const test = testOf(comparison);
  const [move] = words.moves(left).slice(-1);
  const [start, end] = [table.series[0], table.series.at(-1)];
  const changes = table.times === "series" || table.series.length === 2;
  if (comparison.crossed === true || move !== undefined) {
    // What rose more is ranked by its change, which values of one time do not show.
    const [one, other] = [ones[0], others[0]];
    if (table.times === "rows" || !changes || ones.length + others.length > 2) return [];
    if (one === undefined || other === undefined || start === undefined || end === undefined) return [];
    if (comparison.crossed === true)
      return [`${cell(one, end)} > ${cell(other, end)} and ${cell(one, start)} < ${cell(other, start)}`];
    const steps = [one, other].map((row) =>
      move?.way === "down"
        ? [
            `(${cell(row, start)} - ${cell(row, end)})`,
            `(0 - change(${cell(row, start)}, ${cell(row, end)}))`,
          ]
        : [`(${cell(row, end)} - ${cell(row, start)})`, `change(${cell(row, start)}, ${cell(row, end)})`],
    );
    return (steps[0] ?? []).map((step, n) => test(step, steps[1]?.[n] ?? ""));
  }
  const named = seriesIn(`${left} ${right}`, table, context).map(({ to }) => to);
  const joint = words.joint(right);
  const series = table.series.length === 0 ? [undefined] : named.length > 0 ? named : table.series;
  const tests = series.flatMap((each) => {
    const [these, those] = [ones, others].map((rows) =>
      rows.map((row) => (table.signs.includes("-") ? `abs(${cell(row, each)})` : cell(row, each))),
    );
    const [a, b] = [these, those].map((cells = []) =>
      cells.length === 1 ? (cells[0] ?? "") : `sum(${cells.join(", ")})`,
    );
    const several =
      !joint && ones.length + others.length > 2 && way !== "same" && times === undefined && negated !== true;
    const pair =
      way === "up"
        ? `min(${these?.join(", ")}) > max(${those?.join(", ")})`
        : `max(${these?.join(", ")}) < min(${those?.join(", ")})`;
    return [test(a ?? "", b ?? ""), ...(several ? [pair] : [])];
  });
  // Said without a series, it may be of any, or of the sum.
  const sums =
    named.length === 0 && table.series.length > 1 && (table.whole || ones.length + others.length === 2)
      ? [test(`sum(${listed(ones)})`, `sum(${listed(others)})`)]
      : [];
  return [...new Set([...tests, ...sums])];
}

function betweenTracks(
  comparison: Plain,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const { left, right, text } = comparison;
  const [one, other] = [left, right].map((side) => trackNamed(side, { ...context, evidence: new Set() }));
  if (one === undefined || one === "several" || other === undefined || other === "several") return [];
  if (one === other || one.unit !== other.unit) return [];
  if (words.moves(left).length > 0) return [];
  if (comparison.crossed === true)
    return [
      {
        words: text,
        tests: [
          `${one.expression}.latest > ${other.expression}.latest and ${one.expression}.first < ${other.expression}.first`,
        ],
      },
    ];
  const [a, b] = [one, other].map((track) => valueAt(track, clause, words));
  if (a === undefined || b === undefined) return [];
  return [{ words: text, tests: [testOf(comparison)(a, b)] }];
}

/** "more than any other": the first of all; "more than all others together": over half. */
function first(
  { left, way, text, negated }: Plain,
  against: "others" | "rest",
  clause: string,
  words: ClaimWords,
  context: Context,
): readonly Found[] {
  const table = tableOf(left, context) ?? ownTable(context);
  if (table === undefined || way === "same" || negated === true || words.exception(clause) !== undefined)
    return [];
  const rows = rowsIn(left, table, context).map(({ to }) => to);
  const [only, ...more] = rows;
  if (only === undefined || more.length > 0) return [];
  if (against === "rest")
    return table.series.length > 0 || table.kind === "waterfall"
      ? []
      : [{ words: text, tests: [`${only.expression} ${SIGN[way]} sum(${table.id}) - ${only.expression}`] }];
  const tests = measuresOf(table, left, context, false).flatMap((measure) =>
    highest([only], table.rows, measure, way),
  );
  return tests.length === 0 ? [] : [{ words: text, tests }];
}
