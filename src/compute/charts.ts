import { type Decimal, decimal, round, sum } from "../base/decimal.ts";
import { areTimes } from "../base/period.ts";
import { findChartKind } from "../charts/index.ts";
import { stepsDoNotSum } from "../diagnostics/messages/meaning.ts";
import { differenceUnit, type FigureParts, makeFigure } from "../locales/figure.ts";
import { shownDecimals, unscaled } from "../locales/numbers.ts";
import type { Chart } from "../model/bundle/evidence.ts";
import type { ChartFigures, ChartValue, Figure, JsonPath } from "../model/figures.ts";
import type { Computing } from "./context.ts";
import { record } from "./context.ts";

type Datum = NonNullable<Chart["data"]>[number];

/** Shares of one whole sum to 100%, give or take what rounding moves. */
const WHOLE = 100;

/** Computes the printed values and figures of a chart; one of metrics takes its figures from them. */
export function computeChart(chart: Chart, path: JsonPath, context: Computing): ChartFigures {
  const data = chart.data ?? [];
  const values = data.flatMap((datum) => [datum.value, ...(datum.values ?? [])]);
  const decimals = chart.decimals ?? shownDecimals(values, chart.scale);
  const shared = {
    id: chart.id,
    values: chart.metrics === undefined ? chartValues(chart, data, path) : [],
    ...(chart.metrics === undefined ? {} : { metrics: chart.metrics }),
    unit: chart.unit ?? "",
    decimals,
    ...(chart.scale === undefined ? {} : { scale: chart.scale }),
  };
  if (data.length === 0 || chart.metrics !== undefined) return { ...shared, figures: record() };
  const make = (name: string, parts: Partial<FigureParts> & Pick<FigureParts, "exact">): Figure =>
    makeFigure(context.locale, {
      unit: chart.unit ?? "",
      decimals,
      scale: chart.scale,
      kind: chart.valueKind ?? "actual",
      signed: false,
      from: path,
      ...parts,
      id: `${chart.id}.${name}`,
    });
  if (chart.kind === "waterfall")
    return { ...shared, ...waterfall(chart, data, { path, decimals, make }, context) };
  return {
    ...shared,
    figures: findChartKind(chart.kind)?.additive === true ? totals(chart, data, make, context) : record(),
  };
}

/** Fields of a point that hold a number; the other kinds have `value` or `values`. */
const POINT_FIELDS = ["x", "y", "size"] as const;

/** Every number of the data with what it is called: by its category, and by its series or field where there are several. */
function chartValues(chart: Chart, data: readonly Datum[], path: JsonPath): readonly ChartValue[] {
  return data.flatMap((datum, n): readonly ChartValue[] => {
    // The schema of each kind has read the fields; here they are seen through the one that all share.
    const point = datum as Datum & Partial<Record<(typeof POINT_FIELDS)[number], number>>;
    const { label, low, high, target } = datum;
    const common = {
      label,
      kind: datum.kind ?? chart.valueKind ?? "actual",
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      ...(target === undefined ? {} : { target }),
    };
    const from = [...path, "data", n];
    const fields = POINT_FIELDS.flatMap((field) => {
      const value = point[field];
      return typeof value === "number" ? [{ ...common, series: field, value, from: [...from, field] }] : [];
    });
    if (fields.length > 0) return fields;
    if (datum.values !== undefined)
      return datum.values.map((value, s) => ({
        ...common,
        ...(chart.series?.[s] === undefined ? {} : { series: chart.series[s] }),
        value,
        from: [...from, "values", s],
      }));
    if (datum.total === true || (datum.value === undefined && low === undefined)) return [];
    return [{ ...common, value: datum.value ?? null, from: [...from, "value"] }];
  });
}

type Make = (name: string, parts: Partial<FigureParts> & Pick<FigureParts, "exact">) => Figure;

/** `total` over all values, and `highlighted` over those that the chart points at. */
function totals(
  chart: Chart,
  data: readonly Datum[],
  make: Make,
  context: Computing,
): Readonly<Record<string, Figure>> {
  const grouped = (chart.series?.length ?? 1) > 1;
  const stacked = chart.kind.startsWith("stacked") || chart.kind === "area";
  if (grouped && !stacked) {
    context.leaveOut(`${chart.id}.total`, context.words("absent.series"));
    return record();
  }
  const valuesOf = (datum: Datum) => datum.values ?? [datum.value ?? null];
  const all = data.flatMap(valuesOf);
  const known = all.filter((value) => value !== null);
  if (known.length < all.length) {
    context.leaveOut(`${chart.id}.total`, context.words("absent.missing"));
    return record();
  }
  const total = sum(known);
  const shares = chart.unit === "%";
  if (
    chart.unit === "pp" ||
    (shares &&
      (areTimes(data.map(({ label }) => label)) || !isWhole(total, known.length, chart.decimals ?? 0)))
  ) {
    context.leaveOut(`${chart.id}.total`, context.words("absent.parts"));
    return record();
  }
  const figures: [string, Figure][] = [
    [
      "total",
      make("total", { exact: total, formula: context.words("formula.total", { count: known.length }) }),
    ],
  ];
  const pointedAt = data.filter((datum) => datum.highlight === true);
  if (pointedAt.length > 0) {
    const labels = pointedAt.map((datum) => datum.label);
    const exact = sum(pointedAt.flatMap(valuesOf).filter((value) => value !== null));
    const formula = context.words("formula.highlighted", { labels });
    figures.push(["highlighted", make("highlighted", { exact, formula })]);
  }
  return record(figures);
}

const isWhole = (total: Decimal, parts: number, decimals: number): boolean =>
  total
    .minus(WHOLE)
    .abs()
    .lte(decimal(parts).times(0.5).div(decimal(10).pow(decimals)));

interface Bridge {
  readonly path: JsonPath;
  readonly decimals: number;
  readonly make: Make;
}

/**
 * `start` and `end` are the totals in the first and in the last place, `total-7` is the one in the seventh. A total
 * without a value is the sum so far; one with a value has to agree with it as shown.
 */
function waterfall(
  chart: Chart,
  data: readonly Datum[],
  { path, decimals, make }: Bridge,
  context: Computing,
): Pick<ChartFigures, "rounded" | "figures"> {
  const shown = (value: Decimal): Decimal => round(unscaled(value, chart.scale), decimals);
  const totals = new Map<number, Figure>();
  let running = decimal(0);
  let shownRunning = decimal(0);
  let rounded = false;
  let counted = 0;
  // Behind a step without a value, a level is known again from the next total that is given.
  let lost = (data[0]?.value ?? data[0]?.values?.[0] ?? null) === null;
  for (const [index, datum] of data.entries()) {
    const from = [...path, "data", index];
    const value = datum.value ?? datum.values?.[0] ?? null;
    const given = value === null ? undefined : decimal(value);
    const kind = datum.kind ?? chart.valueKind ?? "actual";
    if (datum.total !== true) {
      if (given === undefined) lost = true;
      running = running.plus(given ?? 0);
      shownRunning = shownRunning.plus(shown(given ?? decimal(0)));
      counted += 1;
      continue;
    }
    if (lost && given === undefined) {
      context.leaveOut(`${chart.id}.total-${index + 1}`, context.words("absent.missing"));
      if (index === data.length - 1)
        for (const name of ["end", "change"])
          context.leaveOut(`${chart.id}.${name}`, context.words("absent.missing"));
      continue;
    }
    const summed = make("sum", { exact: running });
    const opens = index === 0;
    const words = { count: counted, start: totals.get(0)?.text };
    const formula = given === undefined ? context.words("formula.steps", words) : undefined;
    const total = make(`total-${index + 1}`, { exact: given ?? running, kind, from, formula });
    if (given !== undefined && !opens && !lost && !shown(given).eq(shown(running))) {
      const off = make("off", {
        exact: given.minus(running),
        unit: differenceUnit(chart.unit ?? ""),
        signed: true,
      });
      const at = { path: [...from, "value"] };
      context.report(stepsDoNotSum(at, chart.id, datum.label, total.text, summed.text, off.text));
    }
    running = given ?? running;
    if (!opens && !lost && !shownRunning.eq(shown(running))) rounded = true;
    lost = false;
    shownRunning = shown(running);
    totals.set(index, total);
  }
  const steps = [...totals].map(([index, total]) => [`total-${index + 1}`, total] as const);
  const figures = record([...steps, ...ends(chart, totals, data.length - 1, make, context)]);
  return { ...(rounded ? { rounded } : {}), figures };
}

/** A bridge that opens with a total has a start, one that closes with one has an end; `change` lies between the two. */
function ends(
  chart: Chart,
  totals: ReadonlyMap<number, Figure>,
  last: number,
  make: Make,
  context: Computing,
): readonly (readonly [string, Figure])[] {
  const [start, end] = [totals.get(0), totals.get(last)];
  const named: [string, Figure][] = [];
  if (start !== undefined) named.push(["start", { ...start, id: `${chart.id}.start` }]);
  if (end !== undefined) named.push(["end", { ...end, id: `${chart.id}.end` }]);
  if (start === undefined || end === undefined) return named;
  const difference = decimal(end.exact).minus(start.exact);
  const neither = chart.better === undefined || difference.isZero();
  const change = make("change", {
    exact: difference,
    unit: differenceUnit(chart.unit ?? ""),
    kind: end.kind,
    signed: true,
    good: neither ? undefined : difference.gt(0) === (chart.better === "higher"),
    formula: context.words("formula.bridge", { end: end.text, start: start.text }),
  });
  return [...named, ["change", change]];
}
