import { decimal, type Exact } from "../base/decimal.ts";
import type { ScaleName, ValueKind } from "../model/bundle/common.ts";
import type { Figure, Figures, JsonPath } from "../model/figures.ts";
import type { Locale } from "./locale.ts";

/** Parts of a figure, from which its strings follow. */
export interface FigureParts {
  readonly id: string;
  readonly exact: Exact;
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: ScaleName | undefined;
  readonly kind: ValueKind;
  /** True for changes and effects: + is printed too. False when left out. */
  readonly signed?: boolean;
  readonly period?: string | undefined;
  readonly low?: Exact | undefined;
  readonly high?: Exact | undefined;
  readonly formula?: string | undefined;
  readonly good?: boolean | undefined;
  readonly from: JsonPath;
}

/** Makes a figure with all its strings. */
export function makeFigure(locale: Locale, parts: FigureParts): Figure {
  const { id, unit, decimals, scale, kind, signed = false, period, low, high, formula, good, from } = parts;
  const exact = decimal(parts.exact);
  const style = { unit, decimals, scale, signed };
  return {
    id,
    value: exact.toNumber(),
    exact: exact.toFixed(),
    text: locale.value(exact, style),
    plain: locale.value(exact, { ...style, style: "plain" }),
    short: locale.value(exact, { ...style, style: "short" }),
    unit,
    decimals,
    ...(scale === undefined ? {} : { scale }),
    kind,
    signed,
    ...(period === undefined ? {} : { period, periodText: locale.period(period, "long") }),
    ...(low === undefined || high === undefined ? {} : { range: locale.range(low, high, style) }),
    ...(formula === undefined ? {} : { formula }),
    ...(good === undefined ? {} : { good }),
    from,
  };
}

/** The same figure with other decimals; nothing but its strings changes. */
export function withDecimals(locale: Locale, figure: Figure, decimals: number): Figure {
  const style = { unit: figure.unit, decimals, scale: figure.scale, signed: figure.signed };
  return {
    ...figure,
    decimals,
    text: locale.value(figure.exact, style),
    plain: locale.value(figure.exact, { ...style, style: "plain" }),
    short: locale.value(figure.exact, { ...style, style: "short" }),
  };
}

/** Arithmetic with figures may have no answer: two units that cannot be compared, a division by zero. */
export type FigureResult =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly problem: "units" | "zero" };

/** Two percentages differ by points, never by percent; whatever else is of one unit keeps it. */
export const differenceUnit = (unit: string): string => (unit === "%" ? "pp" : unit);

/** A result of two kinds is no firmer than the softer one. */
const SOFTNESS: readonly ValueKind[] = ["actual", "plan", "forecast", "estimate"];
const softer = (a: ValueKind, b: ValueKind): ValueKind =>
  SOFTNESS.indexOf(a) >= SOFTNESS.indexOf(b) ? a : b;

/** a minus b, with its sign: "−1.4 points". Both must be of one unit. */
export function difference(locale: Locale, a: Figure, b: Figure): FigureResult {
  if (a.unit !== b.unit) return { ok: false, problem: "units" };
  const figure = makeFigure(locale, {
    id: `${a.id}-${b.id}`,
    exact: decimal(a.exact).minus(b.exact),
    unit: differenceUnit(a.unit),
    decimals: Math.max(a.decimals, b.decimals),
    scale: a.scale ?? b.scale,
    kind: softer(a.kind, b.kind),
    signed: true,
    from: a.from,
  });
  return { ok: true, figure };
}

/** a as a share of b in percent, without decimals: "48%". Both must be of one unit; percentages may meet points. */
export const share = (locale: Locale, a: Figure, b: Figure): FigureResult =>
  quotient(locale, a, b, { times: 100, unit: "%", decimals: 0 });

/** Figure a divided by figure b, with one decimal and without a unit: "1.9". Units as in `share`. */
export const ratio = (locale: Locale, a: Figure, b: Figure): FigureResult =>
  quotient(locale, a, b, { times: 1, unit: "", decimals: 1 });

function quotient(
  locale: Locale,
  a: Figure,
  b: Figure,
  { times, ...style }: { readonly times: number; readonly unit: string; readonly decimals: number },
): FigureResult {
  if (differenceUnit(a.unit) !== differenceUnit(b.unit)) return { ok: false, problem: "units" };
  const divisor = decimal(b.exact);
  if (divisor.isZero()) return { ok: false, problem: "zero" };
  const figure = makeFigure(locale, {
    ...style,
    id: `${a.id}/${b.id}`,
    exact: decimal(a.exact).div(divisor).times(times),
    kind: softer(a.kind, b.kind),
    from: a.from,
  });
  return { ok: true, figure };
}

/** The relative change from a to b in percent, with its sign: "+30.1%". Both must be of one unit. */
export function change(locale: Locale, a: Figure, b: Figure): FigureResult {
  if (a.unit !== b.unit) return { ok: false, problem: "units" };
  const from = decimal(a.exact);
  if (from.isZero()) return { ok: false, problem: "zero" };
  const figure = makeFigure(locale, {
    id: `${b.id}-${a.id}`,
    exact: decimal(b.exact).minus(from).div(from.abs()).times(100),
    unit: "%",
    decimals: 1,
    kind: softer(a.kind, b.kind),
    signed: true,
    from: b.from,
  });
  return { ok: true, figure };
}

/** Names that an id without one stands for, tried in this order: churn is churn.latest. */
const FIRST_MEANT = ["latest", "amount", "total", "end", "cost", "npv"] as const;

/**
 * The figure that a path names: churn.latest, options.full.cost, investment.npv, causes.total; a bare id stands for
 * its main figure. Undefined where there is none; `figures.absent` may say why.
 */
export function lookupFigure(figures: Figures, path: string): Figure | undefined {
  const own = (key: string): Figure | undefined =>
    Object.hasOwn(figures.all, key) ? figures.all[key] : undefined;
  if (path === "investment") return own("investment.npv");
  return (
    own(path) ?? FIRST_MEANT.map((name) => own(`${path}.${name}`)).find((figure) => figure !== undefined)
  );
}
