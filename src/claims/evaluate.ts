import { parsePeriod } from "../base/period.ts";
import { lookupFigure } from "../locales/figure.ts";
import { FUNCTIONS } from "./functions.ts";
import { paired } from "./paired.ts";
import { figureNamed, itemValue, rootOf, type Scope, seriesNamed } from "./scope.ts";
import type { Comparison, Node, Operator } from "./syntax.ts";
import {
  ARITHMETIC,
  type Arithmetic,
  aligned,
  fail,
  type Quantity,
  quantity,
  type Series,
  type SeriesItem,
  spelt,
  truth,
  type Value,
} from "./values.ts";

/**
 * The value of a node.
 * @throws TestProblem where it has none.
 */
export function evaluate(node: Node, scope: Scope): Value {
  if (scope.item === undefined || node.type !== "call" || itemNames(node).size > 0)
    return compute(node, scope);
  // A call that uses nothing of the item is the same for all of them.
  const known = scope.constants.get(node);
  if (known !== undefined) return known;
  const { item: _, ...outside } = scope;
  const value = compute(node, outside);
  scope.constants.set(node, value);
  return value;
}

function compute(node: Node, scope: Scope): Value {
  switch (node.type) {
    case "number":
      return quantity(node.exact, node.percent ? "%" : undefined);
    case "text":
      return { type: "text", value: node.value };
    case "name":
    case "member":
      return reference(node, scope);
    case "call":
      return call(node, scope);
    case "unary": {
      if (node.operator === "not") return truth(!condition(node.of, scope));
      const { value, unit } = number(node.of, scope);
      return quantity(value.negated(), unit);
    }
    case "binary":
      return binary(node.operator, node.left, node.right, scope);
  }
}

/**
 * The one item that the keys of a series lead to: the value of a period, or of a category.
 * @throws TestProblem where there is none, or several.
 */
export function itemAt(
  name: string,
  keys: readonly string[],
  scope: Scope,
): { readonly of: Series; readonly item: SeriesItem } | undefined {
  const root = seriesNamed(name, scope);
  if (root === undefined) return undefined;
  const of = keys.reduce<Value>((value, key) => follow(value, { key, quoted: true }, scope), root);
  if (of.type !== "series") return undefined;
  const [item, ...others] = of.items;
  if (item === undefined || others.length > 0)
    return fail({ kind: "one", name: of.name, count: of.items.length });
  return { of, item };
}

/** @throws TestProblem where the node is no condition. */
export function condition(node: Node, scope: Scope): boolean {
  const value = evaluate(node, scope);
  return value.type === "truth"
    ? value.value
    : fail({ kind: "type", wanted: "a condition", found: described(value) });
}

/** @throws TestProblem where the node is no number, nor something that means one. */
export const number = (node: Node, scope: Scope): Quantity => oneNumber(evaluate(node, scope), scope);

/** @throws TestProblem where a value is no number, nor something that means one. */
export function oneNumber(value: Value, scope: Scope): Quantity {
  if (value.type === "quantity") return value;
  if (value.type !== "series") return fail({ kind: "type", wanted: "a number", found: described(value) });
  const [only, ...others] = value.items;
  if (value.alone !== undefined) {
    const figure = lookupFigure(scope.figures, value.name);
    if (figure !== undefined) scope.read({ name: figure.id, text: figure.text, id: value.name });
    return value.alone;
  }
  if (only !== undefined && others.length === 0) return itemValue(value, only, scope);
  return fail({ kind: "one", name: value.name, count: value.items.length });
}

/** @throws TestProblem where the node is no series. */
export function series(node: Node, scope: Scope): Series {
  const value = evaluate(node, scope);
  return value.type === "series"
    ? value
    : fail({ kind: "type", wanted: "a series", found: described(value) });
}

export const described = (value: Value): string =>
  ({ quantity: "a number", series: "a series", truth: "a condition", text: "a text" })[value.type];

/** The values of a series that count: those that are known, and of a metric those that have happened. */
export function counted({ items, of, kinds }: Series): readonly SeriesItem[] {
  const known = items.filter(({ value }) => value !== null);
  const actual = known.filter(({ kind }) => kind === "actual");
  return of === "metric" && kinds !== true && actual.length > 0 ? actual : known;
}

type Step = Extract<Node, { type: "member" }>;

/** A name with what follows it: mispicks, mispicks.latest, causes["Wrong bin"], options.full.cost. */
function reference(node: Node, scope: Scope): Value {
  const steps: Step[] = [];
  let head = node;
  while (head.type === "member") {
    steps.unshift(head);
    head = head.of;
  }
  if (head.type !== "name")
    return steps.reduce((value, step) => follow(value, step, scope), evaluate(head, scope));
  const own = scope.item?.[head.name];
  if (own !== undefined && steps.length === 0) return own;
  const quotedFrom = steps.findIndex(({ quoted }) => quoted);
  const plain = quotedFrom < 0 ? steps : steps.slice(0, quotedFrom);
  const path = [head.name, ...plain.map(({ key }) => key)];
  const figure = plain.length === steps.length ? figureNamed(path, scope) : undefined;
  if (figure !== undefined) return figure;
  const named = seriesNamed(head.name, scope);
  if (named === undefined) return unknown(path.join("."), scope);
  return steps.reduce<Value>((value, step) => follow(value, step, scope), named);
}

function unknown(name: string, { figures, item }: Scope): never {
  const [head = ""] = name.split(".");
  const within = Object.keys(figures.all).filter((id) => id.startsWith(`${head}.`));
  const known =
    within.length > 0
      ? within
      : [
          ...Object.keys(figures.metrics),
          ...Object.keys(figures.charts),
          ...Object.keys(figures.all),
          ...Object.keys(item ?? {}),
        ];
  const absent = figures.absent?.[name];
  return fail({ kind: "unknown", name, known, ...(absent === undefined ? {} : { absent }) });
}

/** Resolves a property or a key of a value. */
function follow(value: Value, { key, quoted }: Pick<Step, "key" | "quoted">, scope: Scope): Value {
  if (value.type !== "series") return fail({ kind: "type", wanted: "a series", found: described(value) });
  const property = quoted ? undefined : propertyOf(value, key, scope);
  if (property !== undefined) return property;
  const same = (one: string | undefined): boolean => one !== undefined && spelt(one) === spelt(key);
  const byKey = value.items.filter((item) => same(item.key));
  const found = byKey.length > 0 ? byKey : value.items.filter((item) => same(item.series));
  if (found.length === 0) {
    const absent = scope.figures.absent?.[`${value.name}.${key}`];
    const known = quoted
      ? [...new Set(value.items.flatMap((item) => [item.key, item.series ?? item.key]))]
      : Object.keys(scope.figures.all).filter((id) => id.startsWith(`${rootOf(value)}.`));
    return fail({
      kind: "unknown",
      name: quoted ? key : `${value.name}.${key}`,
      known,
      ...(absent === undefined ? {} : { absent }),
    });
  }
  const { alone: _, ...narrowed } = value;
  const name = `${value.name}["${key}"]`;
  return {
    ...narrowed,
    name,
    items: found.map(({ series, ...item }) => ({
      ...item,
      ...(byKey.length > 0 && series !== undefined ? { series } : {}),
    })),
  };
}

/** Resolves a property of a series: first, latest and previous, and the fields of its only item. */
function propertyOf(of: Series, key: string, scope: Scope): Quantity | undefined {
  const known = counted(of);
  const places = new Map([
    ["first", known[0]],
    ["latest", known.at(-1)],
    ["previous", known.at(-2)],
  ]);
  const place = places.get(key);
  if (place !== undefined) return itemValue(of, place, scope);
  const [only, ...rest] = of.items;
  if (only === undefined || rest.length > 0) return undefined;
  if (key === "value") return itemValue(of, only, scope);
  const field = new Map([
    ["low", only.low],
    ["high", only.high],
    ["target", only.target],
  ]).get(key);
  return field === undefined ? undefined : quantity(field, of.unit);
}

function call({ name, args }: Extract<Node, { type: "call" }>, scope: Scope): Value {
  const called = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (called === undefined)
    return fail({ kind: "unknown", name: `${name}()`, known: Object.keys(FUNCTIONS) });
  const [least, most] = called.count;
  if (args.length < least || args.length > most) fail({ kind: "arguments", name, usage: called.usage });
  return called.run(args, scope);
}

function binary(operator: Operator, left: Node, right: Node, scope: Scope): Value {
  switch (operator) {
    case "and":
      return truth(condition(left, scope) && condition(right, scope));
    case "or":
      return truth(condition(left, scope) || condition(right, scope));
    case "where":
      return where(series(left, scope), right, scope);
    case "+":
    case "-":
    case "*":
    case "/":
      return arithmetic(operator, evaluate(left, scope), evaluate(right, scope), scope);
    default:
      return truth(compare(operator, left, right, scope));
  }
}

/** Two numbers make one; two series that mean no single number are taken item by item. */
function arithmetic(operator: Arithmetic, left: Value, right: Value, scope: Scope): Value {
  const several = (value: Value): value is Series =>
    value.type === "series" && value.alone === undefined && value.items.length > 1;
  return several(left) && several(right)
    ? paired(operator, left, right)
    : ARITHMETIC[operator](oneNumber(left, scope), oneNumber(right, scope));
}

/** The items of a series of which a condition is true. */
function where(of: Series, test: Node, scope: Scope): Series {
  const { series, looks } = conditionOn(of, test, scope);
  const { alone: _, ...rest } = series;
  return { ...rest, items: looks.filter(({ holds }) => holds()).map(({ item }) => item) };
}

/** One item of a series, the one before it, and whether a condition holds for it. */
interface Look {
  readonly item: SeriesItem;
  readonly before: SeriesItem | undefined;
  readonly holds: () => boolean;
}

/**
 * The items of a series that a condition is asked of. One that asks for a kind is asked of every kind; one that looks at the
 * previous item cannot be asked of the first.
 */
export function conditionOn(
  of: Series,
  test: Node,
  scope: Scope,
): { readonly series: Series; readonly looks: readonly Look[]; readonly previous: boolean } {
  const used = itemNames(test);
  const series: Series = used.has("kind") ? { ...of, kinds: true } : of;
  const previous = used.has("previous");
  const looks = counted(series).map((item, n, all): Look => {
    const before = all[n - 1];
    const holds = (): boolean => {
      scope.spend();
      return condition(test, itemScope(series, item, before, scope));
    };
    return { item, before, holds };
  });
  return { series, looks: previous ? looks.slice(1) : looks, previous };
}

/** Returns the scope of a condition for one item, in which its names have that item's values. */
function itemScope(of: Series, item: SeriesItem, before: SeriesItem | undefined, scope: Scope): Scope {
  const unit = of.unit;
  const given = (value: number | undefined): Value | undefined =>
    value === undefined ? undefined : quantity(value, unit);
  const text = (value: string | undefined): Value | undefined =>
    value === undefined ? undefined : { type: "text", value };
  return {
    ...scope,
    item: {
      value: item.value === null ? undefined : quantity(item.value, unit),
      previous: before === undefined || before.value === null ? undefined : quantity(before.value, unit),
      period: text(item.key),
      label: text(item.key),
      series: text(item.series),
      kind: text(item.kind),
      low: given(item.low),
      high: given(item.high),
      target: given(item.target),
    },
  };
}

/** Names by which a condition speaks of an item. */
const ITEM = new Set(["value", "previous", "period", "label", "series", "kind", "target", "low", "high"]);
const NONE: ReadonlySet<string> = new Set();
const CONDITIONS = new Set(["every", "any"]);

/** Names of the item that a node uses. Those in a condition within it are of another item. */
function itemNames(node: Node): ReadonlySet<string> {
  switch (node.type) {
    case "name":
      return ITEM.has(node.name) ? new Set([node.name]) : NONE;
    case "member":
    case "unary":
      return itemNames(node.of);
    case "call": {
      const asked = CONDITIONS.has(node.name) ? node.args.slice(0, 1) : node.args;
      return new Set(asked.flatMap((arg) => [...itemNames(arg)]));
    }
    case "binary": {
      const left = itemNames(node.left);
      return node.operator === "where" ? left : new Set([...left, ...itemNames(node.right)]);
    }
    default:
      return NONE;
  }
}

function compare(operator: Comparison, left: Node, right: Node, scope: Scope): boolean {
  const [one, other] = [evaluate(left, scope), evaluate(right, scope)];
  if (one.type === "text" && other.type === "text")
    return ordered(operator, compareTexts(one.value, other.value));
  if (one.type === "truth" && other.type === "truth" && (operator === "==" || operator === "!="))
    return (one.value === other.value) === (operator === "==");
  const [a, b] = aligned(oneNumber(one, scope), oneNumber(other, scope));
  return ordered(operator, a.comparedTo(b));
}

/** Periods by where they begin, other texts by their letters. */
function compareTexts(one: string, other: string): number {
  const [a, b] = [parsePeriod(one), parsePeriod(other)];
  if (a !== undefined && b !== undefined) return a.start - b.start;
  return spelt(one) === spelt(other) ? 0 : one < other ? -1 : 1;
}

function ordered(operator: Comparison, order: number): boolean {
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
  }
}
