import { type Decimal, decimal, digits, type Exact, round, sum } from "../base/decimal.ts";
import type { Locale } from "../locales/locale.ts";
import { unscaled } from "../locales/numbers.ts";
import type { Scale } from "../model/bundle/common.ts";
import type { Stream } from "../model/figures.ts";

/** One scale and one number of decimals for a whole table, so that columns can be added up by eye. */
export interface TableStyle {
  readonly scale: Scale | undefined;
  readonly decimals: number;
}

/** From these sizes on a table is in thousands, millions, billions. */
const STARTS: readonly (readonly [number, Scale])[] = [
  [1e10, "billion"],
  [1e7, "million"],
  [1e4, "thousand"],
];

/**
 * Thousands are shown whole, millions and billions with one decimal, or two where an amount needs them. A scale in which
 * one of the `totals` would be rounded to zero gives way to a smaller one: "EUR 0.00 million" would say that it is free.
 */
export function tableStyle(amounts: readonly Exact[], totals: readonly Exact[] = []): TableStyle {
  const largest = amounts.reduce<Decimal>(
    (most, amount) => (decimal(amount).abs().gt(most) ? decimal(amount).abs() : most),
    decimal(0),
  );
  const fitting = STARTS.filter(([start]) => largest.gte(start)).map(([, scale]) => styleIn(scale, amounts));
  const vanishes = (style: TableStyle): boolean =>
    totals.some((total) => !decimal(total).isZero() && shown(total, style).isZero());
  return fitting.find((style) => !vanishes(style)) ?? styleIn(undefined, amounts);
}

function styleIn(scale: Scale | undefined, amounts: readonly Exact[]): TableStyle {
  const needed = digits(
    amounts.map((amount) => unscaled(amount, scale)),
    2,
  );
  if (scale === undefined) return { scale, decimals: needed };
  return { scale, decimals: scale === "thousand" ? 0 : Math.max(1, needed) };
}

export const shown = (amount: Exact, { scale, decimals }: TableStyle): Decimal =>
  round(unscaled(amount, scale), decimals);

/** A row of the table with its sum; `total` replaces the sum where the row is a running one. */
export function stream(
  locale: Locale,
  name: string,
  values: readonly Exact[],
  style: TableStyle,
  total: Exact = sum(values),
): Stream {
  const text = (amount: Exact): string => locale.value(amount, { ...style, unit: "", style: "plain" });
  return {
    name,
    values: values.map((value) => decimal(value).toNumber()),
    texts: values.map(text),
    total: decimal(total).toNumber(),
    totalText: text(total),
  };
}

/** True where the parts as shown do not add up to the total as shown. */
export const missesTotal = (parts: readonly Exact[], total: Exact, style: TableStyle): boolean =>
  !sum(parts.map((part) => shown(part, style))).eq(shown(total, style));
