import { type Decimal, decimal, Decimal as Exact, sum } from "../base/decimal.ts";
import { parsePeriod } from "../base/period.ts";
import { conditionOn, counted, described, evaluate, number, oneNumber, series } from "./evaluate.ts";
import { itemValue, placeOf, printedItem, rootOf, type Scope } from "./scope.ts";
import type { Node } from "./syntax.ts";
import {
  aligned,
  fail,
  type Quantity,
  quantity,
  RATIO,
  type Series,
  type SeriesItem,
  truth,
  type Value,
} from "./values.ts";

/** A function that a test may call. */
interface TestFunction {
  /** Syntax of the function, for messages and docs. */
  readonly usage: string;
  /** Meaning of the function in a few words, for docs. */
  readonly means: string;
  /** Least and most arguments. */
  readonly count: readonly [least: number, most: number];
  readonly run: (args: readonly Node[], scope: Scope) => Value;
}

const MANY = 60;

/** The node that a function was called with; its count has been checked. */
const arg = (args: readonly Node[], n: number): Node =>
  args[n] ?? { type: "number", exact: "0", percent: false };

/** Operands of a function: a series that is its only argument, or several numbers. */
function operands(args: readonly Node[], scope: Scope): Series | readonly Quantity[] {
  const values = args.map((each) => evaluate(each, scope));
  const [only, ...others] = values;
  return only?.type === "series" && others.length === 0
    ? only
    : values.map((value) => oneNumber(value, scope));
}

/** The items of a series that count. @throws TestProblem where there are none. */
function someOf(of: Series): readonly SeriesItem[] {
  const items = counted(of);
  return items.length === 0 ? fail({ kind: "missing", name: of.name }) : items;
}

const valuesOf = (items: readonly SeriesItem[]): Decimal[] => items.map(({ value }) => value ?? decimal(0));

/** Folds numbers in one unit. */
function foldNumbers(given: readonly Quantity[], fold: (values: Decimal[]) => Decimal): Quantity {
  const [first, ...rest] = given;
  if (first === undefined) return fail({ kind: "missing", name: "" });
  const values = [first.value, ...rest.map((each) => aligned(first, each)[1])];
  return quantity(fold(values), given.find(({ unit }) => unit !== undefined)?.unit);
}

const folded =
  (fold: (values: Decimal[]) => Decimal): TestFunction["run"] =>
  (args, scope) => {
    const of = operands(args, scope);
    return "type" in of ? quantity(fold(valuesOf(someOf(of))), of.unit) : foldNumbers(of, fold);
  };

/** The extreme of a series is noted with its place. */
const extreme =
  (pick: (values: Decimal[]) => Decimal): TestFunction["run"] =>
  (args, scope) => {
    const of = operands(args, scope);
    if (!("type" in of)) return foldNumbers(of, pick);
    const items = someOf(of);
    const found = pick(valuesOf(items));
    const item = items.find(({ value }) => value?.eq(found) === true);
    return item === undefined ? quantity(found, of.unit) : itemValue(of, item, scope);
  };

function quotient(a: Quantity, b: Quantity): Quantity {
  const [part, whole] = aligned(a, b);
  return whole.isZero() ? fail({ kind: "zero" }) : quantity(part.div(whole), RATIO);
}

/** Sum of a series of which every value is known. */
function total(of: Series): Quantity {
  const missing = of.items.find(({ value }) => value === null);
  if (missing !== undefined) return fail({ kind: "missing", name: placeOf(of, missing) });
  return quantity(sum(counted(of).map(({ value }) => value ?? 0)), of.unit);
}

/** A part or a whole: the sum of a series, or a number. */
function amount(node: Node, scope: Scope): Quantity {
  const value = evaluate(node, scope);
  return value.type === "series" && (value.of === "chart" || value.alone === undefined)
    ? total(value)
    : number(node, scope);
}

/** Looks for an item of which the condition is `wanted`, and notes the first one as read. */
function check(args: readonly Node[], scope: Scope, wanted: boolean): { readonly found: boolean } {
  const of = series(arg(args, 0), scope);
  const { series: within, looks, previous } = conditionOn(of, arg(args, 1), { ...scope, read: () => {} });
  if (looks.length === 0) return fail({ kind: "missing", name: of.name });
  const found = looks.find(({ holds }) => holds() === wanted);
  // Whoever compares with the item before wants to see both.
  for (const each of found === undefined ? [] : previous ? [found.before, found.item] : [found.item])
    if (each !== undefined)
      scope.read({
        name: placeOf(within, each),
        text: printedItem(within, each, scope),
        id: rootOf(within),
      });
  return { found: found !== undefined };
}

function text(node: Node, scope: Scope): string {
  const value = evaluate(node, scope);
  return value.type === "text"
    ? value.value
    : fail({ kind: "type", wanted: "a period", found: described(value) });
}

/** The values from one period on, and up to another. */
function between(of: Series, from: string, to: string | undefined): Series {
  const [start, end] = [from, to ?? ""].map((each) => (each === "" ? undefined : parsePeriod(each)));
  if (start === undefined)
    return fail({ kind: "unknown", name: from, known: of.items.map(({ key }) => key) });
  if (to !== undefined && end === undefined)
    return fail({ kind: "unknown", name: to, known: of.items.map(({ key }) => key) });
  const items = of.items.filter(({ key }) => {
    const period = parsePeriod(key);
    return (
      period !== undefined && period.start >= start.start && (end === undefined || period.end <= end.end)
    );
  });
  if (items.length === 0) return fail({ kind: "missing", name: `${of.name} since ${from}` });
  const { alone: _, ...rest } = of;
  return { ...rest, items };
}

const whole = (node: Node, scope: Scope): number => number(node, scope).value.toNumber();

const ranked =
  (sign: 1 | -1): TestFunction["run"] =>
  (args, scope) => {
    const of = series(arg(args, 0), scope);
    const items = counted(of)
      .toSorted((a, b) => sign * (b.value ?? decimal(0)).comparedTo(a.value ?? decimal(0)))
      .slice(0, whole(arg(args, 1), scope));
    const { alone: _, ...rest } = of;
    return { ...rest, items };
  };

/** Every function of tests, by its name. */
export const FUNCTIONS: Readonly<Record<string, TestFunction>> = {
  min: {
    usage: "min(series)",
    means: "the smallest value",
    count: [1, MANY],
    run: extreme((all) => Exact.min(...all)),
  },
  max: {
    usage: "max(series)",
    means: "the largest value",
    count: [1, MANY],
    run: extreme((all) => Exact.max(...all)),
  },
  sum: {
    usage: "sum(series)",
    means: "the sum; none where a value is missing",
    count: [1, MANY],
    run: (args, scope) => {
      const of = operands(args, scope);
      return "type" in of ? total(of) : foldNumbers(of, (all) => sum(all));
    },
  },
  average: {
    usage: "average(series)",
    means: "the arithmetic mean of the known values",
    count: [1, MANY],
    run: folded((all) => sum(all).div(all.length)),
  },
  median: {
    usage: "median(series)",
    means: "the value in the middle",
    count: [1, MANY],
    run: folded((all) => {
      const sorted = all.toSorted((a, b) => a.comparedTo(b));
      const middle = sorted.length / 2;
      return sum([sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0]).div(2);
    }),
  },
  count: {
    usage: "count(series where value > 3)",
    means: "how many values there are",
    count: [1, 1],
    run: (args, scope) => quantity(counted(series(arg(args, 0), scope)).length),
  },
  every: {
    usage: "every(series, value > previous)",
    means: "true where a condition is true of every value",
    count: [2, 2],
    run: (args, scope) => truth(!check(args, scope, false).found),
  },
  any: {
    usage: "any(series, value > 3)",
    means: "true where a condition is true of at least one value",
    count: [2, 2],
    run: (args, scope) => truth(check(args, scope, true).found),
  },
  since: {
    usage: 'since(series, "2025-Q3")',
    means: "the values from a period on",
    count: [2, 2],
    run: (args, scope) => between(series(arg(args, 0), scope), text(arg(args, 1), scope), undefined),
  },
  between: {
    usage: 'between(series, "2025-Q1", "2025-Q4")',
    means: "the values from one period to another, both included",
    count: [3, 3],
    run: (args, scope) =>
      between(series(arg(args, 0), scope), text(arg(args, 1), scope), text(arg(args, 2), scope)),
  },
  last: {
    usage: "last(series, 4)",
    means: "the last values",
    count: [2, 2],
    run: (args, scope) => {
      const { alone: _, ...of } = series(arg(args, 0), scope);
      return { ...of, items: counted(of).slice(-whole(arg(args, 1), scope)) };
    },
  },
  largest: { usage: "largest(series, 3)", means: "the largest values", count: [2, 2], run: ranked(1) },
  smallest: { usage: "smallest(series, 3)", means: "the smallest values", count: [2, 2], run: ranked(-1) },
  share: {
    usage: "share(part, whole)",
    means: "the part of the whole, from 0 to 1; series are summed",
    count: [2, 2],
    run: (args, scope) => quotient(amount(arg(args, 0), scope), amount(arg(args, 1), scope)),
  },
  ratio: {
    usage: "ratio(one, other)",
    means: "how many times the other the one is",
    count: [2, 2],
    run: (args, scope) => quotient(amount(arg(args, 0), scope), amount(arg(args, 1), scope)),
  },
  change: {
    usage: "change(from, to)",
    means: "the relative change from one value to another: 0.5 is half more",
    count: [2, 2],
    run: (args, scope) => {
      const [from, to] = [number(arg(args, 0), scope), number(arg(args, 1), scope)];
      const [before, after] = aligned(from, to);
      return before.isZero()
        ? fail({ kind: "zero" })
        : quantity(after.minus(before).div(before.abs()), RATIO);
    },
  },
  abs: {
    usage: "abs(number)",
    means: "the size without its sign",
    count: [1, 1],
    run: (args, scope) => {
      const { value, unit } = number(arg(args, 0), scope);
      return quantity(value.abs(), unit);
    },
  },
  round: {
    usage: "round(number, 1)",
    means: "rounded half away from zero to so many decimals (0 when left out)",
    count: [1, 2],
    run: (args, scope) => {
      const { value, unit } = number(arg(args, 0), scope);
      const digits = args.length < 2 ? 0 : Math.min(6, Math.max(0, Math.trunc(whole(arg(args, 1), scope))));
      return quantity(value.toDecimalPlaces(digits), unit);
    },
  },
  about: {
    usage: "about(number, other, tolerance)",
    means:
      "true where two numbers differ by at most the tolerance: a number, or a share of the other such as 5%",
    count: [3, 3],
    run: (args, scope) => {
      const [one, other] = [number(arg(args, 0), scope), number(arg(args, 1), scope)];
      const [a, b, unit] = aligned(one, other);
      const tolerance = number(arg(args, 2), scope);
      const relative = tolerance.unit === "%" && unit !== "%" && unit !== "pp";
      const room = relative
        ? b.abs().times(tolerance.value).div(100)
        : aligned(quantity(b, unit), tolerance)[1];
      return truth(a.minus(b).abs().lte(room.abs()));
    },
  },
};
