import { type Decimal, decimal, digits, type Exact, round, sum } from "../base/decimal.ts";
import type { Locale } from "../locales/locale.ts";
import { unscaled } from "../locales/numbers.ts";
import type { Scale, ScaleName } from "../model/bundle/common.ts";
import type { Stream } from "../model/figures.ts";

/** One scale and one number of decimals for a whole table, so that columns can be added up by eye. */
export interface TableStyle {
  readonly scale: Scale | undefined;
  readonly decimals: number;
}

/**
 * From ten of a scale on a table is in it. Thousands are shown whole, millions and billions with one decimal, or two where an amount needs them. A scale in which
 * one of the `totals` would be rounded to zero gives way to a smaller one: "EUR 0.00 million" would say that it is free.
 */
export function tableStyle(
  { tableScales: scales }: Pick<Locale, "tableScales">,
  amounts: readonly Exact[],
  totals: readonly Exact[] = [],
): TableStyle {
  const largest = amounts.reduce<Decimal>(
    (most, amount) => (decimal(amount).abs().gt(most) ? decimal(amount).abs() : most),
    decimal(0),
  );
  const [least] = scales;
  const fitting = scales
    .filter(({ power }) => largest.gte(decimal(10).pow(power + 1)))
    .toReversed()
    .map((scale) => styleIn(scale.name, amounts, scale === least));
  const vanishes = (style: TableStyle): boolean =>
    totals.some((total) => !decimal(total).isZero() && shown(total, style).isZero());
  return fitting.find((style) => !vanishes(style)) ?? styleIn(undefined, amounts);
}

function styleIn(scale: Scale | undefined, amounts: readonly Exact[], whole = false): TableStyle {
  const needed = digits(
    amounts.map((amount) => unscaled(amount, scale)),
    2,
  );
  if (scale === undefined) return { scale, decimals: needed };
  return { scale, decimals: whole ? 0 : Math.max(1, needed) };
}

/**
 * The style in which a sentence says an amount of the table: in the table's scale where the language says it so; else whole in the
 * smallest scale that it does, from ten of it on: of 320.5 百万円, 3億2,050万円.
 */
export function proseStyle(
  { scales }: Pick<Locale, "scales">,
  amount: Exact,
  style: TableStyle,
): { readonly scale: ScaleName | undefined; readonly decimals: number } {
  const [least] = scales;
  if (style.scale === undefined || least === undefined) return style;
  if (scales.some(({ name }) => name === style.scale)) return style;
  return decimal(amount)
    .abs()
    .gte(decimal(10).pow(least.power + 1))
    ? { scale: least.name, decimals: 0 }
    : { scale: undefined, decimals: 0 };
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
