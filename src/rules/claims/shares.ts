import type { ClaimWords, Fraction, Role } from "../languages/reading/claims.ts";
import {
  type Clause,
  type Context,
  cell,
  nameIn,
  ownTable,
  rowsCarried,
  rowsIn,
  saysSomething,
  seriesIn,
  tableOf,
  trackOf,
} from "./bind.ts";
import { rowsWithin } from "./bins.ts";
import type { Found } from "./read.ts";
import { type Category, keyed, type Named, type Table } from "./subjects.ts";
import { valueAt } from "./times.ts";

/** "half of the delays are signals", "the three largest causes make up two thirds", "one bus in four is late" */
export function shares(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  const said = words.fractions(clause.text);
  const most = said.length > 0 ? undefined : words.most(clause.text);
  const claims: readonly Fraction[] =
    most === undefined ? said : [{ index: 0, text: most, value: 0.5, step: 0, bound: "more" }];
  return claims.flatMap((fraction, n): readonly Found[] => {
    const from = n === 0 ? 0 : boundary(claims[n - 1], fraction, clause.text);
    const next = claims[n + 1];
    const to = next === undefined ? clause.text.length : boundary(fraction, next, clause.text);
    const tests = readingsOf(fraction, clause.text.slice(from, to), n === 0, clause, words, context);
    return tests.length === 0 ? [] : [{ words: fraction.text, tests: [...new Set(tests)] }];
  });
}

/** The place at which the words of one fraction end and those of the next begin: at the last comma between them, or at the next. */
function boundary(one: Fraction | undefined, next: Fraction, text: string): number {
  const end = one === undefined ? 0 : one.index + one.text.length;
  const comma = text.indexOf(",", end);
  return comma >= 0 && comma < next.index ? comma : next.index;
}

function readingsOf(
  fraction: Fraction,
  near: string,
  alone: boolean,
  clause: Clause,
  words: ClaimWords,
  context: Context,
): readonly string[] {
  const table = tableOf(clause.text, context) ?? ownTable(context);
  if (
    table !== undefined &&
    context.evidence.has(table.id) &&
    clause.cited.size === 0 &&
    words.ofChange(clause.text)
  )
    return partsOfChange(table, clause, context).map((part) => shareTest(part, fraction));
  if (words.ofChange(clause.text) || joinsOther(near, fraction, table, words, context)) return [];
  if (table !== undefined && context.evidence.has(table.id) && clause.cited.size === 0) {
    // "Most" is a share of a whole; of rates it may be anything.
    const rates = fraction.step === 0 && !table.whole && rowsWithin(near, table, words).length === 0;
    const role = words.role(
      clause.text.slice(0, fraction.index),
      clause.text.slice(fraction.index + fraction.text.length),
    );
    const parts = rates ? [] : partsOf(table, fraction, near, alone, clause, words, context, role);
    const percent = /\d/u.test(fraction.text) && table.unit !== "%";
    if (percent && !context.own && fraction.partitive !== true) return [];
    if (parts.length > 0) return parts.map((part) => shareTest(part, fraction));
  }
  const bound = trackOf(clause, context);
  if (bound?.bond !== "named" || bound.to.unit !== "%" || clause.cited.size > 0) return [];
  if (context.subjects.tables.some(({ id }) => context.evidence.has(id)) && !context.own) return [];
  // Percentages of a track are read as its values.
  if (/^\d/u.test(fraction.text) && fraction.bound === undefined) return [];
  const said = nameIn(bound.to, clause.text, context.language);
  // Of a claim whose evidence is one metric alone, half of its name will do.
  const sure = context.own || (context.headline && context.evidence.size === 1) ? SURE / 2 : SURE;
  const { expression, moments, at } = bound.to;
  const role = words.role(
    clause.text.slice(0, fraction.index),
    clause.text.slice(fraction.index + fraction.text.length),
  );
  const earlier =
    (role === "from" && fraction.partitive !== true) ||
    (words.past(near) && words.moment(clause.text) === undefined);
  if (earlier && context.evidence.has(bound.to.id) && said >= sure)
    return moments.slice(0, -1).map(({ key }) => shareTest(at(key), fraction));
  const value = role === "to" ? `${expression}.latest` : valueAt(bound.to, { text: near }, words);
  if (value === undefined || !context.evidence.has(bound.to.id) || said < sure) return [];
  return [shareTest(value, fraction)];
}

/** True where a share is of several things, and one of them is none of the table: "plates and overcooking make up half". */
function joinsOther(
  near: string,
  { text }: Fraction,
  table: Table | undefined,
  words: ClaimWords,
  context: Context,
): boolean {
  const parts = words.parts(near.slice(0, Math.max(near.indexOf(text), 0)));
  if (table === undefined || parts.length < 2) return false;
  const named = parts.map(
    (part) => [...rowsIn(part, table, context), ...seriesIn(part, table, context)].length,
  );
  return (
    named.some((count) => count > 0) &&
    parts.some((part, n) => named[n] === 0 && saysSomething(part, context))
  );
}

/** Part of a metric's name that a share has to be said with: "a third of the nurses" is not the rate at which they leave. */
const SURE = 0.7;

export function shareTest(share: string, { value, step, bound, orEqual }: Fraction): string {
  const percent = (n: number): string => `${Number((100 * n).toPrecision(4))}%`;
  // Most is more than half, and half is not.
  if (bound !== undefined)
    return `${share} ${bound === "more" ? ">" : "<"}${orEqual === true ? "=" : ""} ${percent(value)}`;
  return `abs(${share} - ${percent(value)}) <= ${percent(step / 2 + 0.0005)}`;
}

/** The shares that a clause may speak of; none where it names no part of the table. */
function partsOf(
  table: Table,
  fraction: Fraction,
  near: string,
  alone: boolean,
  clause: Clause,
  words: ClaimWords,
  context: Context,
  role: Role,
): readonly string[] {
  const within = rowsWithin(near, table, words);
  if (within.length > 0) return partsIn(table, within);
  const here = rowsIn(near, table, context).map(({ to }) => to);
  const said = here.length > 0 || !alone ? here : rowsIn(clause.text, table, context).map(({ to }) => to);
  const subject = near.slice(0, Math.max(near.indexOf(fraction.text), 0));
  const carries = words.fractions(clause.before ?? "").length === 0;
  const rows = said.length > 0 || !carries ? said : rowsCarried(clause, subject, table, context);
  const nearby = seriesIn(near, table, context).map(({ to }) => to);
  const series = nearby.length > 0 ? nearby : seriesIn(clause.text, table, context).map(({ to }) => to);
  if (table.series.length > 0) return inSeries(table, rows, series, words, clause, role);
  if (table.kind === "funnel") return ofStages(table, rows, words.rest(clause.text));
  if (table.kind === "waterfall" && table.signs.length > 1) return ofSteps(table, rows);
  const superlative = words.superlatives(clause.text)[0];
  const sole = words.fractions(clause.text).length === 1;
  if (!table.whole && table.kind !== "waterfall")
    return table.unit === "%" && rows.length > 0
      ? [
          ...(rows.length > 1 && words.joint(near) ? [] : rows.map(({ expression }) => expression)),
          ...(rows.length > 1 ? [`sum(${listed(rows)})`] : []),
        ]
      : table.unit === "%" && sole && context.headline
        ? table.pointed.slice(0, table.pointed.length === 1 ? 1 : 0).map(({ expression }) => expression)
        : ofOther(rows, words.rest(clause.text));
  const share = (part: string): string => `share(${part}, ${table.id})`;
  const summed = rows.length === 1 ? (rows[0]?.expression ?? "") : `sum(${listed(rows)})`;
  // What the chart points at is often what its message is about, whatever words it finds for it.
  const pointed = table.highlighted ? [share(`${table.id}.highlighted`)] : [];
  const last = rows.at(-1);
  const upTo = last !== undefined && words.upTo(clause.text) ? table.rows.indexOf(last) : 0;
  const before = [upTo, upTo + 1].flatMap((end) =>
    upTo < 1 ? [] : [share(`sum(${listed(table.rows.slice(0, end))})`)],
  );
  if (rows.length > 0 && rows.length < table.rows.length)
    return [
      ...before,
      share(summed),
      ...(rows.length > 1 ? rows.map(({ expression }) => share(expression)) : []),
      ...pointed,
    ];
  if (superlative !== undefined) {
    const order = superlative.way === "down" ? "smallest" : "largest";
    return [share(`${order}(${table.id}, ${superlative.count})`)];
  }
  if (!table.highlighted || !(context.own || (context.headline && sole))) return [];
  // A message mostly speaks of what its chart points at, or of so many of the largest.
  const count = words.counts(clause.text);
  if (count === table.pointed.length) return pointed;
  return [...pointed, ...(count === undefined ? [] : [share(`largest(${table.id}, ${count})`)])];
}

/** The share that some categories have in the whole, or else their percentages together. */
const partsIn = ({ id, unit }: Table, rows: readonly Category[]): readonly string[] => {
  const share = `share(sum(${listed(rows)}), ${id})`;
  return unit === "%" ? [`sum(${listed(rows)})`, share] : [share];
};

/** "most of the growth comes from cars": the part that a row or a series has in how much all of them moved. */
function partsOfChange(table: Table, clause: Clause, context: Context): readonly string[] {
  if (table.kind === "waterfall")
    return ofAllSteps(
      table,
      rowsIn(clause.text, table, context).map(({ to }) => to),
    );
  if (table.times === undefined) return [];
  const rows = rowsIn(clause.text, table, context).map(({ to }) => to);
  const series = seriesIn(clause.text, table, context).map(({ to }) => to);
  const [first, last] = [table.rows[0], table.rows.at(-1)];
  const [from, to] = [table.series[0], table.series.at(-1)];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return [];
  if (table.times === "series")
    return rows.length !== 1
      ? []
      : rows.map(
          (row) =>
            `(${cell(row, to)} - ${cell(row, from)}) / (sum(${keyed(table.id, to.label)}) - sum(${keyed(table.id, from.label)}))`,
        );
  return series.length !== 1
    ? []
    : series.map(
        (each) =>
          `(${cell(last, each)} - ${cell(first, each)}) / (sum(${last.expression}) - sum(${first.expression}))`,
      );
}

const listed = (rows: readonly Category[]): string => rows.map(({ expression }) => expression).join(", ");

/** The shares of two rows that are no parts of a whole: one may be a share of the other. */
const ofOther = (rows: readonly Category[], rest: boolean): readonly string[] => {
  const [one, other, ...more] = rows;
  return one === undefined || other === undefined || more.length > 0
    ? []
    : [[one, other] as const, [other, one] as const].flatMap(([part, whole]) => {
        const ratio = `ratio(${part.expression}, ${whole.expression})`;
        return rest ? [ratio, `1 - ${ratio}`] : [ratio];
      });
};

/** A stage of a funnel is a share of the one before, or of the first; and so are those who leave. */
function ofStages(table: Table, rows: readonly Category[], rest: boolean): readonly string[] {
  const [one, other, ...more] = rows.toSorted((a, b) => table.rows.indexOf(a) - table.rows.indexOf(b));
  if (one === undefined || more.length > 0) return [];
  const around = (row: Category): readonly (readonly [Category | undefined, Category | undefined])[] => {
    const at = table.rows.indexOf(row);
    return [
      [row, table.rows[at - 1]],
      [row, table.rows[0]],
      [table.rows[at + 1], row],
      [table.rows.at(-1), row],
    ];
  };
  const pairs = other === undefined ? around(one) : [[other, one] as const, ...around(other), ...around(one)];
  return pairs.flatMap(([part, whole]) => {
    if (part === undefined || whole === undefined || part === whole) return [];
    const ratio = `ratio(${part.expression}, ${whole.expression})`;
    // From one stage to the next, some go on and the others leave.
    const next = table.rows.indexOf(part) === table.rows.indexOf(whole) + 1;
    return rest || next ? [ratio, `1 - ${ratio}`] : [ratio];
  });
}

/** A step of a waterfall is a share of another step, or of all that leads up or down. */
function ofSteps(table: Table, rows: readonly Category[]): readonly string[] {
  const [one, other, ...more] = rows;
  if (one === undefined || more.length > 0) return [];
  if (other !== undefined)
    return [
      ...[one, other].map(
        (each, n) => `abs(ratio(${each.expression}, ${(n === 0 ? other : one).expression}))`,
      ),
      ...[one, other].map(({ expression }) => `abs(ratio(${expression}, sum(${table.id})))`),
    ];
  const ofSign = (sign: string): string => `sum(${table.id} where value ${sign} 0)`;
  const mixed = table.signs.length > 1;
  return [
    `abs(ratio(${one.expression}, sum(${table.id})))`,
    ...(mixed ? [`${one.expression} / ${ofSign(">")}`, `${one.expression} / ${ofSign("<")}`] : []),
  ];
}

/** The parts that some steps have together in all of the change, or in all that leads up or down. */
function ofAllSteps(table: Table, rows: readonly Category[]): readonly string[] {
  if (rows.length < 2) return ofSteps(table, rows);
  const summed = `sum(${listed(rows)})`;
  const signs = table.signs.length > 1 ? [">", "<"] : [];
  return [
    `abs(ratio(${summed}, sum(${table.id})))`,
    ...signs.map((sign) => `${summed} / sum(${table.id} where value ${sign} 0)`),
  ];
}

/** Shares in a table of several series: of a row, of a series, or of one series' value in the other's. */
function inSeries(
  table: Table,
  rows: readonly Category[],
  series: readonly Named[],
  words: ClaimWords,
  clause: Clause,
  role: Role,
): readonly string[] {
  const at = table.times === "rows" && rows.length === 0 ? timesOf(table, clause, words, role) : rows;
  const last = table.times === "series" ? table.series.at(-1) : undefined;
  const these = series.length === 0 && last !== undefined ? [last] : series;
  if (table.unit === "%" || table.unit === "pp") {
    const values = at.flatMap((row) => these.map((each) => cell(row, each)));
    // "Easy" may be all that is easy: "Very easy" and "Easy" together.
    const one = these.find(({ words: own }) => own.length > 0);
    const family = table.series.filter(({ words: own }) => one?.words.every((word) => own.includes(word)));
    const sums =
      these.every((each) => family.includes(each)) && family.length > 1 && family.length < table.series.length
        ? at.map((row) => `sum(${family.map((each) => cell(row, each)).join(", ")})`)
        : [];
    if (sums.length > 0) return [...values, ...sums];
    // Of a whole, it may be said of the rest.
    if (values.length > 0)
      return table.whole && values.length === 1 && words.rest(clause.text)
        ? [...values, `100% - ${values[0]}`]
        : values;
    return at.flatMap((row) => table.series.map((each) => cell(row, each)));
  }
  if (at.length === 0) return [];
  const wholes = at.flatMap((row) =>
    (these.length > 0 ? these : table.series).map((each) => `share(${cell(row, each)}, ${row.expression})`),
  );
  return table.whole || WHOLE_ROWS.has(table.kind) ? wholes : [];
}

const WHOLE_ROWS: ReadonlySet<string> = new Set(["stacked", "area"]);

/** The rows of a table of times that a clause names, or else the last; where something came from, any other. */
function timesOf(table: Table, clause: Clause, words: ClaimWords, role: Role): readonly Category[] {
  if (role === "from") return table.rows.slice(0, -1);
  const year = words.moment(clause.text)?.year;
  const named = table.rows.filter(({ label }) => year !== undefined && label.includes(String(year)));
  return named.length > 0 ? named : table.rows.slice(-1);
}
