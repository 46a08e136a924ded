import { parseDay } from "../base/date.ts";
import { type Decimal, decimal } from "../base/decimal.ts";
import type { PhraseData } from "../locales/en/phrases.ts";
import { differenceUnit, type FigureParts, makeFigure } from "../locales/figure.ts";
import type { Scale } from "../model/bundle/common.ts";
import type { Metric } from "../model/bundle/evidence.ts";
import type { Figure, JsonPath } from "../model/figures.ts";
import type { Computing } from "./context.ts";
import { record } from "./context.ts";
import { isKnownPoint, type KnownPoint, type MetricPoint } from "./points.ts";

/** Rates of change are shown with one decimal, whatever the metric has. */
const RATE_DECIMALS = 1;
/** The series in words names at most so many values. */
const MOST_NAMED = 12;

interface Style {
  readonly unit: string;
  readonly decimals: number;
  readonly scale: Scale | undefined;
  readonly signed: boolean;
  readonly path: JsonPath;
}

/** The readings that figures look at: the actual ones, or those of the last one's kind where nothing is actual. */
interface Basis {
  readonly latest: KnownPoint;
  readonly first: KnownPoint;
  readonly previous: KnownPoint | undefined;
  readonly readings: readonly KnownPoint[];
}

function basisOf(readings: readonly MetricPoint[]): Basis | undefined {
  const known = readings.filter(isKnownPoint);
  const kind = known.some((reading) => reading.kind === "actual") ? "actual" : known.at(-1)?.kind;
  const same = known.filter((reading) => reading.kind === kind);
  const [first, latest] = [same[0], same.at(-1)];
  if (first === undefined || latest === undefined) return undefined;
  return { latest, first, previous: same.at(-2), readings: same };
}

/**
 * The figures of a metric by name; those that cannot be had are left out, with the reason.
 * `change` is latest minus previous, not minus first: a card that showed four years of falling churn as good would
 * contradict a deck whose point is that churn rises again. `gap` is a distance from the target and carries no sign, so
 * that a sentence can say "2.9 points above the goal"; `good` says on which side it is.
 */
export function metricFigures(
  metric: Metric,
  readings: readonly MetricPoint[],
  style: Style,
  context: Computing,
): Readonly<Record<string, Figure>> {
  const basis = basisOf(readings);
  const figures = new Map<string, Figure>();
  const id = (name: string): string => `${metric.id}.${name}`;
  const add = (name: string, parts: Partial<FigureParts> & Pick<FigureParts, "exact" | "kind">): Figure => {
    const figure = makeFigure(context.locale, { ...style, from: style.path, ...parts, id: id(name) });
    figures.set(name, figure);
    return figure;
  };
  const given = (name: string, reading: KnownPoint, formula?: string): Figure =>
    add(name, {
      exact: reading.value,
      kind: reading.kind,
      period: reading.period.text,
      low: reading.low,
      high: reading.high,
      from: reading.from,
      formula,
    });
  if (metric.asOf !== undefined) figures.set("asOf", dayFigure(id("asOf"), metric.asOf, style.path, context));
  if (metric.target !== undefined) {
    const { value, by } = metric.target;
    add("target", { exact: value, kind: "plan", period: by, from: [...style.path, "target"] });
  }
  if (basis === undefined) {
    context.leaveOut(id("latest"), context.words("absent.values"));
    return record(figures);
  }
  const latest = given("latest", basis.latest);
  const first = given("first", basis.first);
  if (basis.latest.low !== undefined) add("low", end(basis.latest, basis.latest.low));
  if (basis.latest.high !== undefined) add("high", end(basis.latest, basis.latest.high));
  figures.set("sparkline", {
    ...latest,
    id: id("sparkline"),
    ...seriesInWords(basis.readings, style, context),
  });
  const outlook = readings.filter(isKnownPoint).at(-1);
  if (outlook !== undefined && outlook.period.ordinal > basis.latest.period.ordinal)
    given("forecast", outlook);
  addExtremes(metric, basis, given, context);
  const now = { latest: latest.text, latestPeriod: latest.periodText ?? "" };
  if (basis.previous === undefined) context.leaveOut(id("change"), context.words("absent.previous"));
  else {
    const previous = given("previous", basis.previous);
    addChange(metric, { basis, previous: basis.previous, style, now, before: previous }, add, context);
  }
  if (metric.target === undefined) context.leaveOut(id("gap"), context.words("absent.target"));
  else addGap(metric, { basis, style, now, target: figures.get("target")?.text ?? "" }, add, context);
  addGrowth(metric, basis, { ...now, first: first.text, firstPeriod: first.periodText ?? "" }, add, context);
  return record(figures);
}

type Add = (name: string, parts: Partial<FigureParts> & Pick<FigureParts, "exact" | "kind">) => Figure;

const end = (reading: KnownPoint, exact: Decimal) => ({
  exact,
  kind: reading.kind,
  period: reading.period.text,
  from: reading.from,
});

/** Better, worse, or undefined for neither. */
function isGood(metric: Metric, difference: Decimal): boolean | undefined {
  if (metric.better === undefined || difference.isZero()) return undefined;
  return metric.better === "higher" ? difference.gt(0) : difference.lt(0);
}

const isShare = (metric: Metric): boolean => metric.unit === "%" || metric.unit === "pp";

function addExtremes(
  metric: Metric,
  { readings, first, latest }: Basis,
  given: (name: string, reading: KnownPoint, formula: string) => Figure,
  context: Computing,
): void {
  if (metric.better === undefined || readings.length < 2) {
    const reason = context.words(metric.better === undefined ? "absent.better" : "absent.previous");
    context.leaveOut(`${metric.id}.best`, reason);
    context.leaveOut(`${metric.id}.worst`, reason);
    return;
  }
  const pick = (way: "higher" | "lower"): KnownPoint =>
    readings.reduce((best, next) =>
      (way === "higher" ? next.value.gt(best.value) : next.value.lt(best.value)) ? next : best,
    );
  const span = {
    count: readings.length,
    from: context.locale.period(first.period.text, "long"),
    to: context.locale.period(latest.period.text, "long"),
  };
  const other = metric.better === "higher" ? "lower" : "higher";
  given("best", pick(metric.better), context.words(`formula.${metric.better}`, span));
  given("worst", pick(other), context.words(`formula.${other}`, span));
}

interface Compared {
  readonly basis: Basis;
  readonly style: Style;
  readonly now: { readonly latest: string; readonly latestPeriod: string };
}

function addChange(
  metric: Metric,
  {
    basis,
    previous,
    style,
    now,
    before,
  }: Compared & { readonly previous: KnownPoint; readonly before: Figure },
  add: Add,
  context: Computing,
): void {
  const { latest } = basis;
  const difference = latest.value.minus(previous.value);
  const words = { ...now, previous: before.text, previousPeriod: before.periodText ?? "" };
  const parts = {
    kind: latest.kind,
    period: latest.period.text,
    signed: true,
    good: isGood(metric, difference),
  };
  add("change", {
    ...parts,
    exact: difference,
    unit: differenceUnit(style.unit),
    formula: context.words("formula.change", words),
  });
  const percent = { ...parts, unit: "%", scale: undefined, decimals: RATE_DECIMALS };
  if (isShare(metric)) context.leaveOut(`${metric.id}.changePct`, context.words("absent.points"));
  else if (!previous.value.gt(0)) context.leaveOut(`${metric.id}.changePct`, context.words("absent.base"));
  else {
    const exact = difference.div(previous.value).times(100);
    add("changePct", { ...percent, exact, formula: context.words("formula.changePct", words) });
  }
}

function addGap(
  metric: Metric,
  { basis, style, now, target }: Compared & { readonly target: string },
  add: Add,
  context: Computing,
): void {
  const { latest } = basis;
  const wanted = decimal(metric.target?.value ?? 0);
  const difference = latest.value.minus(wanted);
  const by = metric.target?.by;
  const words = { ...now, target, by: by === undefined ? undefined : context.locale.period(by, "long") };
  // A target that is met is good even where it is met exactly.
  const good = difference.isZero() && metric.better !== undefined ? true : isGood(metric, difference);
  const parts = { kind: latest.kind, period: latest.period.text, signed: false, good };
  add("gap", {
    ...parts,
    exact: difference.abs(),
    unit: differenceUnit(style.unit),
    formula: context.words("formula.gap", words),
  });
  if (isShare(metric)) context.leaveOut(`${metric.id}.gapPct`, context.words("absent.points"));
  else if (!wanted.gt(0)) context.leaveOut(`${metric.id}.gapPct`, context.words("absent.base"));
  else {
    const exact = difference.abs().div(wanted).times(100);
    const formula = context.words("formula.gapPct", words);
    add("gapPct", { ...parts, exact, unit: "%", scale: undefined, decimals: RATE_DECIMALS, formula });
  }
}

/** Compound annual growth: (latest / first)^(1 / years) - 1. Under a year it would blow a few weeks up to a year. */
function addGrowth(
  metric: Metric,
  { first, latest }: Basis,
  words: Omit<PhraseData<"formula.cagr">, "years">,
  add: Add,
  context: Computing,
): void {
  const years = decimal(latest.period.start).minus(first.period.start).div(12);
  const id = `${metric.id}.cagr`;
  if (isShare(metric)) context.leaveOut(id, context.words("absent.points"));
  else if (years.lt(1)) context.leaveOut(id, context.words("absent.year"));
  else if (!first.value.gt(0) || !latest.value.gt(0)) context.leaveOut(id, context.words("absent.base"));
  else {
    const exact = latest.value.div(first.value).pow(decimal(1).div(years)).minus(1).times(100);
    const length = context.locale.value(years, {
      unit: context.words("figure.years"),
      decimals: years.isInteger() ? 0 : 1,
    });
    add("cagr", {
      exact,
      kind: latest.kind,
      period: latest.period.text,
      unit: "%",
      scale: undefined,
      decimals: RATE_DECIMALS,
      signed: false,
      good: isGood(metric, exact),
      formula: context.words("formula.cagr", { ...words, years: length }),
    });
  }
}

/** A day as a figure: its value counts the days since 1970-01-01. */
function dayFigure(id: string, iso: string, path: JsonPath, { locale }: Computing): Figure {
  const made = makeFigure(locale, {
    id,
    exact: parseDay(iso)?.number ?? 0,
    unit: "",
    decimals: 0,
    kind: "actual",
    from: [...path, "asOf"],
  });
  const text = locale.date(iso, "long");
  return { ...made, text, plain: text, short: locale.date(iso, "short") };
}

/** A series in words, as a sparkline shows it to a sentence or screen reader: the last values, with the unit once. */
function seriesInWords(readings: readonly KnownPoint[], style: Style, { locale }: Computing) {
  const last = readings.slice(-MOST_NAMED);
  const plain = last.map(({ value }) => locale.value(value, { ...style, style: "plain" }));
  const full = last.map(({ value }) => locale.value(value, style));
  return {
    text: locale.list(full, "and"),
    plain: locale.list(plain, "and"),
    short: locale.list(plain, "and"),
  };
}
