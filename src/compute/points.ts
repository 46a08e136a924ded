import { type Decimal, decimal } from "../base/decimal.ts";
import { comparePeriods, type Period, parsePeriod, periodsThrough } from "../base/period.ts";
import { mixedPeriods, notInCalendar, repeatedPeriod } from "../diagnostics/messages/meaning.ts";
import type { ValueKind } from "../model/bundle/common.ts";
import type { Metric, Value } from "../model/bundle/evidence.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Computing } from "./context.ts";

/** A value with its period read; `value` is null where it is missing. */
export interface MetricPoint {
  readonly period: Period;
  readonly value: Decimal | null;
  readonly kind: ValueKind;
  readonly low?: Decimal;
  readonly high?: Decimal;
  readonly from: JsonPath;
}

/** A reading that has a value. */
export interface KnownPoint extends MetricPoint {
  readonly value: Decimal;
}

export const isKnownPoint = (reading: MetricPoint): reading is KnownPoint => reading.value !== null;

/** More periods than this between first and last are not filled in: the axis shows the gaps by its scale. */
const MOST_PERIODS = 4_000;

/**
 * The values of a metric in order of time, with every period between the first and the last. A period that does not
 * exist, is of another kind or comes twice is reported and left out.
 */
export function readPoints(
  metric: Metric,
  values: readonly Value[],
  path: JsonPath,
  context: Computing,
): readonly MetricPoint[] {
  const readings = new Map<string, MetricPoint>();
  let kind: Period["kind"] | undefined;
  for (const [index, value] of values.entries()) {
    const from = [...path, "values", index];
    const at = { path: [...from, "period"] };
    const period = parsePeriod(value.period);
    if (period === undefined) context.report(notInCalendar(at, value.period, undefined));
    else if (period.kind !== (kind ?? period.kind))
      context.report(mixedPeriods(at, value.period, period.kind, kind ?? ""));
    else if (readings.has(period.text)) context.report(repeatedPeriod(at, value.period));
    else readings.set(period.text, readOne(metric, value, period, from));
    kind ??= period?.kind;
  }
  return fillGaps([...readings.values()].sort((a, b) => comparePeriods(a.period, b.period)));
}

function readOne(metric: Metric, value: Value, period: Period, from: JsonPath): MetricPoint {
  return {
    period,
    value: value.value === null ? null : decimal(value.value),
    kind: value.kind ?? metric.kind ?? "actual",
    ...(value.low === undefined ? {} : { low: decimal(value.low) }),
    ...(value.high === undefined ? {} : { high: decimal(value.high) }),
    from,
  };
}

function fillGaps(readings: readonly MetricPoint[]): readonly MetricPoint[] {
  const all = periodsThrough(
    readings.map(({ period }) => period),
    MOST_PERIODS,
  );
  if (all === undefined || all.length === readings.length) return readings;
  const filled: MetricPoint[] = [];
  let next = 0;
  for (const period of all) {
    const here = readings[next];
    if (here === undefined) break;
    if (here.period.ordinal === period.ordinal) next += 1;
    // A missing period belongs to the stretch that it leads to: before a forecast lies forecast.
    filled.push(
      here.period.ordinal === period.ordinal
        ? here
        : { period, value: null, kind: here.kind, from: here.from },
    );
  }
  return filled;
}
