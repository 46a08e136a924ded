import { Decimal } from "../../base/decimal.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import {
  chartNoData,
  chartNoDirection,
  chartSameName,
  chartUnknownMetric,
} from "../../diagnostics/messages/index.ts";
import { Num, type Scale } from "../../model/bundle/common.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { ChartContext } from "./context.ts";
import type { Measure } from "./number.ts";
import { minus } from "./scale.ts";
import { measureOf, repeated } from "./table.ts";

export type Status = "good" | "near" | "bad";

/** Row of a scorecard: a measured value and its target. */
export interface ScorecardRow {
  readonly label: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly previous: number | null;
  readonly measure: Measure;
  readonly better?: "higher" | "lower";
  /** Period of the value, as it is read; "" where there is none. */
  readonly period: string;
  readonly highlight: boolean;
  /** Undefined where there is no value or no target. */
  readonly status?: Status;
}

/** Near the target means at most this share of it away, in %. */
export const TOLERANCE = 5;

export const Tolerance = Num.min(0)
  .max(100)
  .optional()
  .describe(`Near the target means at most this share of it away, in %; ${TOLERANCE} when left out.`);

/** Fields that a datum of a scorecard may have in addition to the simple ones. */
interface OwnMeasure {
  readonly unit?: string | undefined;
  readonly scale?: Scale | undefined;
  readonly decimals?: number | undefined;
  readonly better?: "higher" | "lower" | undefined;
  readonly previous?: number | undefined;
}

/**
 * Rows of metrics (their latest value and their target) or of data, each with its status.
 * @throws DiagnosticsError where a row has a target, and nothing says which direction is good.
 */
export function scoresOf(
  chart: Chart,
  context: ChartContext,
  tolerance = TOLERANCE,
): readonly ScorecardRow[] {
  const rows =
    chart.metrics !== undefined ? fromMetrics(chart, chart.metrics, context) : fromData(chart, context);
  const at = { path: context.from };
  if (rows.every((row) => row.value === null)) throw new DiagnosticsError([chartNoData(at, chart.id)]);
  const lost = rows.filter((row) => row.value !== null && row.target !== null && row.better === undefined);
  if (lost.length > 0)
    throw new DiagnosticsError(lost.map((row) => chartNoDirection(at, chart.id, row.label)));
  return rows.map((row) => {
    const status = statusOf(row, tolerance);
    return status === undefined ? row : { ...row, status };
  });
}

function fromMetrics(chart: Chart, ids: readonly string[], context: ChartContext): readonly ScorecardRow[] {
  return ids.map((id): ScorecardRow => {
    const metric = Object.hasOwn(context.figures.metrics, id) ? context.figures.metrics[id] : undefined;
    if (metric === undefined)
      throw new DiagnosticsError([chartUnknownMetric({ path: [...context.from, "metrics"] }, chart.id, id)]);
    const latest = metric.figures["latest"];
    const better = metric.better ?? chart.better;
    return {
      label: metric.name,
      value: latest?.value ?? null,
      target: metric.target?.value ?? null,
      previous: metric.figures["previous"]?.value ?? null,
      measure: {
        unit: metric.unit,
        decimals: metric.decimals,
        ...(metric.scale === undefined ? {} : { scale: metric.scale }),
      },
      ...(better === undefined ? {} : { better }),
      period: latest?.periodText ?? "",
      highlight: false,
    };
  });
}

function fromData(chart: Chart, context: ChartContext): readonly ScorecardRow[] {
  const data = chart.data ?? [];
  const names = data.map(({ label }) => label);
  const twice = repeated(names).map((n) =>
    chartSameName({ path: [...context.from, "data", n] }, chart.id, names[n] ?? ""),
  );
  if (twice.length > 0) throw new DiagnosticsError(twice);
  const numbers = data.flatMap((datum) => [datum.value ?? null, datum.target ?? null]);
  const common = measureOf(chart, numbers);
  return data.map((datum): ScorecardRow => {
    const own = datum as typeof datum & OwnMeasure;
    const better = own.better ?? chart.better ?? context.better;
    const unit = own.unit ?? chart.unit;
    const scale = own.scale ?? chart.scale;
    const decimals = own.decimals ?? chart.decimals;
    const several = own.unit !== undefined || own.scale !== undefined || own.decimals !== undefined;
    const measure = several
      ? measureOf(
          {
            ...chart,
            ...(unit === undefined ? {} : { unit }),
            ...(scale === undefined ? {} : { scale }),
            ...(decimals === undefined ? {} : { decimals }),
          },
          [datum.value ?? null, datum.target ?? null, own.previous ?? null],
        )
      : common;
    return {
      label: datum.label,
      value: datum.value ?? null,
      target: datum.target ?? null,
      previous: own.previous ?? null,
      measure,
      ...(better === undefined ? {} : { better }),
      period: "",
      highlight: datum.highlight === true,
    };
  });
}

function statusOf(row: ScorecardRow, tolerance: number): Status | undefined {
  const { value, target, better } = row;
  if (value === null || target === null || better === undefined) return undefined;
  const short = better === "higher" ? minus(target, value) : minus(value, target);
  if (short <= 0) return "good";
  const near = new Decimal(target).abs().times(tolerance).div(100);
  return near.gte(short) ? "near" : "bad";
}

/** A text with the status in words behind it. */
export const withStatus = (context: ChartContext, value: string, status: Status | undefined): string =>
  status === undefined
    ? value
    : context.say("chart.status.value", { value, status: context.say(`chart.status.${status}`) });
