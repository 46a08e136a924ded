import type { JsonPath } from "../base/json-path.ts";
import type { Scale, ScaleName, ValueKind } from "./bundle/common.ts";

export type { JsonPath } from "../base/json-path.ts";

/**
 * One number, computed once. Whoever prints it prints `text`: the same string in a sentence, on a chart, in a table,
 * in the notes and in alt text.
 */
export interface Figure {
  /** Name of the figure in expressions: churn.latest, ask.amount, investment.npv. */
  readonly id: string;
  /** Unrounded and unscaled; `exact` is the same as a decimal string. */
  readonly value: number;
  readonly exact: string;
  /** In the deck's locale with unit, scale and, for a change or gap, sign: "14.9%", "−1.4 points", "EUR 420 thousand". */
  readonly text: string;
  /** Without unit and scale word: "14.9", "420". */
  readonly plain: string;
  /** In words that fit a large number on a card or an axis: "€0.42m" style short form, unit included. */
  readonly short: string;
  /** %, pp, an ISO 4217 code, days or a word; "" for a bare number. */
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: ScaleName;
  readonly kind: ValueKind;
  /** True for changes and effects, which always carry their sign. A gap is a distance and has none; see `good`. */
  readonly signed: boolean;
  /** The period it is of, as in the bundle, and as it is read: "Q3 2026". */
  readonly period?: string;
  readonly periodText?: string;
  /** The formatted range "12.8–14.3%" where the value has one. */
  readonly range?: string;
  /** Formula of a computed figure in words, for the methods page: "latest minus target"; absent for a number that was given. */
  readonly formula?: string;
  /** Better, worse or neither than what it is compared with; only on change, changePct, gap, gapPct. */
  readonly good?: boolean;
  /** JSON path of what it comes from: ["metrics", 0, "values", 7]. */
  readonly from: JsonPath;
}

/** A value of a metric, parsed and put in order. */
export interface FigurePoint {
  readonly period: string;
  /** The period in the locale: "Q3 2026" and, where the year is clear from its neighbours, "Q3". */
  readonly label: string;
  readonly shortLabel: string;
  /** Position on a time axis, in months since year 0 (fractional for weeks and days), of the period's start and end. */
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly text: string;
  readonly kind: ValueKind;
  readonly low?: number;
  readonly high?: number;
  readonly from: JsonPath;
}

export interface MetricFigures {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: Scale;
  readonly better?: "higher" | "lower";
  /** Every period from the first to the last, the missing ones with a null value and kind of the neighbours. */
  readonly points: readonly FigurePoint[];
  readonly periodKind: "year" | "half-year" | "quarter" | "month" | "week" | "day";
  readonly asOf?: string;
  readonly asOfText?: string;
  readonly source?: string;
  readonly owner?: string;
  readonly assumption?: string;
  readonly target?: {
    readonly value: number;
    readonly text: string;
    readonly by?: string;
    readonly byText?: string;
  };
  /** Keys: first latest previous best worst change changePct gap gapPct target cagr low high; those that exist. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Cost, benefit and net by period, as a table shows them. */
export interface CashTable {
  readonly periods: readonly { readonly period: string; readonly label: string }[];
  readonly costs: readonly Stream[];
  readonly benefits: readonly Stream[];
  /** Sums per period and over all; texts share one scale and decimals so that the table adds up as shown. */
  readonly totalCost: Stream;
  readonly totalBenefit: Stream;
  readonly net: Stream;
  readonly cumulated: Stream;
  /** True where rounded parts do not sum to the rounded total; a footnote then says so. */
  readonly rounded: boolean;
}

export interface InvestmentFigures extends CashTable {
  readonly currency: string;
  readonly scale?: Scale;
  readonly decimals: number;
  /** By year, or by several years, where there are more periods than one table has room for. */
  readonly summary?: CashTable;
  /**
   * Course of the money over time. "back": it returns within the period; "never"; "short": it comes in first,
   * and then costs more; "ahead": from the first period on nothing has to be paid back; "nothing": at no time
   * has more gone out than come in.
   */
  readonly course: "back" | "never" | "short" | "ahead" | "nothing";
  /** Keys: cost benefit net npv irr roi breakEvenShare payback breakEven latestStart; those that exist. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly sensitivity: readonly {
    readonly driver: string;
    readonly low: OutcomeFigures;
    readonly high: OutcomeFigures;
  }[];
  readonly scenarios: readonly ScenarioFigures[];
  /** The value of each driver, and its breakEven where there is one. */
  readonly drivers: readonly Figure[];
}

/** One end of a driver. */
export interface OutcomeFigures {
  readonly label: string;
  readonly npv: Figure;
  /** Keys: npv irr payback breakEven; those that exist, and npv alone where it is given. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** True where it follows from the costs and benefits; false where the bundle gives it. */
  readonly computed: boolean;
}

/** A named case in which several things change. */
export interface ScenarioFigures {
  readonly id: string;
  readonly name: string;
  /** The changes in words: "All benefits × 0.5, 2 years later". */
  readonly changes: readonly string[];
  /** Keys: npv irr payback breakEven; those that exist. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Stream {
  readonly name: string;
  readonly values: readonly number[];
  readonly texts: readonly string[];
  readonly total: number;
  readonly totalText: string;
}

/** One number of a chart's data, as a test or a sentence names it. */
export interface ChartValue {
  /** The category or point, as the data write it. */
  readonly label: string;
  /** Series of the point, or the field where a point has several: x, y, size. Absent in charts of one series. */
  readonly series?: string;
  /** Null where it is missing, and where a kind has `low` and `high` alone. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly target?: number;
  readonly kind: ValueKind;
  readonly from: JsonPath;
}

/** Totals of a chart's data, and the computed steps of a waterfall. */
export interface ChartFigures {
  readonly id: string;
  /** The data, in their order; empty for charts that draw metrics. Totals of a waterfall are none of them. */
  readonly values: readonly ChartValue[];
  /** The metrics that it draws in place of data. */
  readonly metrics?: readonly string[];
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: Scale;
  /** True where the steps as shown do not sum to the totals as shown; a footnote then says so. */
  readonly rounded?: boolean;
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Figures {
  /** Every figure by its id; what {{…}} looks up. */
  readonly all: Readonly<Record<string, Figure>>;
  readonly metrics: Readonly<Record<string, MetricFigures>>;
  readonly charts: Readonly<Record<string, ChartFigures>>;
  readonly investment?: InvestmentFigures;
  /** Why a figure that could be expected is not there, by its id: "investment.irr" -> "no rate makes … zero". */
  readonly absent?: Readonly<Record<string, string>>;
}
