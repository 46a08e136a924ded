import { type Decimal, decimal } from "../base/decimal.ts";
import { differenceUnit } from "../locales/figure.ts";
import type { ValueKind } from "../model/bundle/common.ts";
import type { JsonPath } from "../model/figures.ts";

/** Value of an expression in a test. */
export type Value = Quantity | Series | Truth | Text;

/** The unit of a quotient of two values of one unit: 0.48 of the whole, 1.9 times as much. */
export const RATIO = "ratio";

/** A number with its unit. */
export interface Quantity {
  readonly type: "quantity";
  readonly value: Decimal;
  /** %, pp, an ISO 4217 code, a word; RATIO; undefined for a number that a test gives, which takes any. */
  readonly unit: string | undefined;
}

/** A number of a series: of a period of a metric, or of a category of a chart. */
export interface SeriesItem {
  /** The period or category, as the bundle writes it. */
  readonly key: string;
  readonly series?: string;
  readonly value: Decimal | null;
  readonly kind: ValueKind;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly target: number | undefined;
  /** Path of the item in the bundle. */
  readonly from: JsonPath;
}

/** The values of a metric or a chart, or some of them. */
export interface Series {
  readonly type: "series";
  /** Name of the series in the test. */
  readonly name: string;
  readonly of: "metric" | "chart";
  readonly unit: string;
  readonly items: readonly SeriesItem[];
  /** True once a condition has asked for a kind; else forecasts and plans are not counted beside actual values. */
  readonly kinds?: true;
  /** Value of the series where one number is wanted: a metric's latest value, a chart's total. */
  readonly alone?: Quantity;
}

export interface Truth {
  readonly type: "truth";
  readonly value: boolean;
}

export interface Text {
  readonly type: "text";
  readonly value: string;
}

/** Two spellings of one category: spaces, quotation marks and case are no difference. */
export const spelt = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/\s+/gu, " ")
    .trim()
    .toLowerCase();

export const quantity = (value: Decimal | number | string, unit?: string): Quantity => ({
  type: "quantity",
  value: decimal(value),
  unit,
});

export const truth = (value: boolean): Truth => ({ type: "truth", value });

/** Why a test cannot be judged. */
export type Problem =
  | { readonly kind: "syntax"; readonly reason: string }
  | {
      readonly kind: "unknown";
      readonly name: string;
      /** Names that are allowed there. */
      readonly known: readonly string[];
      /** Why a figure that could be expected is not there. */
      readonly absent?: string;
    }
  | { readonly kind: "units"; readonly left: string; readonly right: string }
  | { readonly kind: "arguments"; readonly name: string; readonly usage: string }
  | { readonly kind: "one"; readonly name: string; readonly count: number }
  | { readonly kind: "drawn"; readonly chart: string; readonly metrics: readonly string[] }
  | {
      readonly kind: "type";
      readonly wanted: "a number" | "a series" | "a condition" | "a period";
      readonly found: string;
    }
  | { readonly kind: "missing"; readonly name: string }
  | { readonly kind: "zero" }
  | { readonly kind: "costly"; readonly most: number };

/** Ends the evaluation of a test that cannot be judged; `runTest` catches it. */
export class TestProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.name = "TestProblem";
    this.problem = problem;
  }
}

export const fail = (problem: Problem): never => {
  throw new TestProblem(problem);
};

/**
 * Two numbers in one unit. A ratio meets percentages (0.48 is 48%), percentages meet points, and a number without a unit
 * takes the other's.
 * @throws TestProblem where the units cannot be compared.
 */
export function aligned(a: Quantity, b: Quantity): readonly [Decimal, Decimal, string | undefined] {
  if (a.unit === undefined || b.unit === undefined || a.unit === b.unit)
    return [a.value, b.value, a.unit ?? b.unit];
  if (a.unit === RATIO && b.unit === "%") return [a.value, b.value.div(100), RATIO];
  if (a.unit === "%" && b.unit === RATIO) return [a.value.div(100), b.value, RATIO];
  if (differenceUnit(a.unit) === differenceUnit(b.unit)) return [a.value, b.value, "pp"];
  return fail({ kind: "units", left: unitName(a.unit), right: unitName(b.unit) });
}

const unitName = (unit: string): string => (unit === "" ? "a bare number" : unit);

const add = (a: Quantity, b: Quantity): Quantity => {
  const [left, right, unit] = aligned(a, b);
  return quantity(left.plus(right), unit);
};

function subtract(a: Quantity, b: Quantity): Quantity {
  const [left, right, unit] = aligned(a, b);
  return quantity(left.minus(right), a.unit === "%" && b.unit === "%" ? "pp" : unit);
}

/** A percentage of something is a part of it; the product of two other units has a unit that nobody writes. */
function multiply(a: Quantity, b: Quantity): Quantity {
  if (a.unit === "%" && b.unit !== undefined) return multiply(quantity(a.value.div(100), RATIO), b);
  if (b.unit === "%" && a.unit !== undefined) return multiply(b, a);
  const plain = (unit: string | undefined): boolean => unit === undefined || unit === RATIO || unit === "";
  const unit = plain(a.unit) ? (b.unit ?? a.unit) : plain(b.unit) ? a.unit : undefined;
  return quantity(a.value.times(b.value), unit);
}

function divide(a: Quantity, b: Quantity): Quantity {
  if (b.value.isZero()) return fail({ kind: "zero" });
  const same =
    a.unit !== undefined && b.unit !== undefined && differenceUnit(a.unit) === differenceUnit(b.unit);
  const unit = same ? RATIO : b.unit === undefined || b.unit === RATIO ? a.unit : undefined;
  return quantity(a.value.div(b.value), unit);
}

export type Arithmetic = "+" | "-" | "*" | "/";

export const ARITHMETIC = { "+": add, "-": subtract, "*": multiply, "/": divide } as const;
