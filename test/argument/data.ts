import { type Json, pathOf, valueAt } from "./edits.ts";

/** What a sentence says, as a test of the raw data that knows no rule and no figure. */
export interface Truth {
  /** The sentence: `charts.trial.message`. */
  readonly at: string;
  readonly holds: (data: Data) => boolean;
}

interface Value {
  readonly period: string;
  readonly value: number | null;
  readonly kind?: string;
  readonly low?: number;
  readonly high?: number;
}

interface Row {
  readonly label: string;
  readonly value?: number;
  readonly values?: readonly number[];
  readonly total?: boolean;
  readonly highlight?: boolean;
}

/** The numbers of a bundle, for truths. */
export class Data {
  readonly bundle: Json;
  constructor(bundle: Json) {
    this.bundle = bundle;
  }

  get<T>(place: string): T {
    const value = valueAt(this.bundle, pathOf(this.bundle, place));
    if (value === undefined) throw new Error(`Nothing at ${place}`);
    return value as T;
  }

  has = (place: string): boolean => {
    try {
      return valueAt(this.bundle, pathOf(this.bundle, place)) !== undefined;
    } catch {
      return false;
    }
  };

  number = (place: string): number => this.get<number>(place);

  private readonly raw = (metric: string): readonly Value[] => this.get(`metrics.${metric}.values`);

  /** Values that were measured, oldest first. */
  actual = (metric: string): readonly number[] => {
    const common = this.has(`metrics.${metric}.kind`) ? this.get<string>(`metrics.${metric}.kind`) : "actual";
    return this.raw(metric).flatMap(({ value, kind = common }) =>
      value === null || kind === "forecast" || kind === "plan" ? [] : [value],
    );
  };
  all = (metric: string): readonly number[] => this.raw(metric).flatMap(({ value }) => value ?? []);
  low = (metric: string): number => this.raw(metric).at(-1)?.low ?? Number.NaN;
  high = (metric: string): number => this.raw(metric).at(-1)?.high ?? Number.NaN;
  first = (metric: string): number => this.actual(metric)[0] ?? Number.NaN;
  latest = (metric: string): number => this.actual(metric).at(-1) ?? Number.NaN;
  /** The value of one period. */
  of = (metric: string, period: string): number =>
    this.raw(metric).find((each) => each.period === period)?.value ?? Number.NaN;
  /** Measured values from a period on. */
  since = (metric: string, period: string): readonly number[] =>
    this.actual(metric).slice(this.raw(metric).findIndex((each) => each.period === period));
  target = (metric: string): number => this.number(`metrics.${metric}.target.value`);

  private readonly rows = (chart: string): readonly Row[] => this.get(`charts.${chart}.data`);

  /** The value of one category, of a chart with several series the one of that series. */
  bar = (chart: string, label: string, series = 0): number => {
    const row = this.rows(chart).find((each) => each.label === label);
    return row?.value ?? row?.values?.[series] ?? Number.NaN;
  };
  /** The values of a series, without totals. */
  bars = (chart: string, series = 0): readonly number[] =>
    this.rows(chart).flatMap((row) =>
      row.total === true ? [] : (row.value ?? row.values?.[series] ?? Number.NaN),
    );
  highlighted = (chart: string): number =>
    sum(this.rows(chart).map((row) => (row.highlight === true ? (row.value ?? row.values?.[0] ?? 0) : 0)));
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const max = (values: readonly number[]): number => Math.max(...values);
export const min = (values: readonly number[]): number => Math.min(...values);
/** The first is larger than all others. */
export const isLargest = (value: number, all: readonly number[]): boolean =>
  all.filter((each) => each >= value).length === 1;
export const isSmallest = (value: number, all: readonly number[]): boolean =>
  all.filter((each) => each <= value).length === 1;
export const pairs = (values: readonly number[]): readonly (readonly [number, number])[] =>
  values.slice(1).map((value, n) => [values[n] ?? Number.NaN, value]);
export const falls = (values: readonly number[]): boolean => pairs(values).every(([a, b]) => b < a);
export const rises = (values: readonly number[]): boolean => pairs(values).every(([a, b]) => b > a);
/** True to within a share of the second number: what "about", "a third" and the like allow. */
export const near = (value: number, said: number, within = 0.06): boolean =>
  Math.abs(value - said) <= Math.abs(said) * within;
export const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;
export const change = (values: readonly number[]): number =>
  (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN) - 1;
