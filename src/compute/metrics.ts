import { valuesNotRead } from "../diagnostics/messages/meaning.ts";
import { shownDecimals } from "../locales/numbers.ts";
import type { Metric } from "../model/bundle/evidence.ts";
import type { FigurePoint, JsonPath, MetricFigures } from "../model/figures.ts";
import type { Computing } from "./context.ts";
import { metricFigures } from "./measures.ts";
import { type MetricPoint, readPoints } from "./points.ts";

/** The figures of one metric; undefined where no value could be read, which is reported. */
export function computeMetric(metric: Metric, path: JsonPath, context: Computing): MetricFigures | undefined {
  if (!Array.isArray(metric.values)) {
    context.report(
      valuesNotRead(
        { path: [...path, "values"] },
        metric.id,
        "csv" in metric.values ? metric.values.csv : metric.values.xlsx,
      ),
    );
    return undefined;
  }
  const readings = readPoints(metric, metric.values, path, context);
  const first = readings[0];
  if (first === undefined) return undefined;
  const { locale } = context;
  const unit = metric.unit ?? "";
  const decimals = metric.decimals ?? neededDigits(metric, readings);
  const style = { unit, decimals, scale: metric.scale, signed: unit === "pp" };
  const point = (reading: MetricPoint): FigurePoint => ({
    period: reading.period.text,
    label: locale.period(reading.period.text, "long"),
    shortLabel: locale.period(reading.period.text, "withinYear"),
    start: reading.period.start,
    end: reading.period.end,
    value: reading.value?.toNumber() ?? null,
    text: reading.value === null ? locale.missing : locale.value(reading.value, style),
    kind: reading.kind,
    ...(reading.low === undefined ? {} : { low: reading.low.toNumber() }),
    ...(reading.high === undefined ? {} : { high: reading.high.toNumber() }),
    from: reading.from,
  });
  const { target } = metric;
  return {
    id: metric.id,
    name: metric.name,
    unit,
    decimals,
    ...(metric.scale === undefined ? {} : { scale: metric.scale }),
    ...(metric.better === undefined ? {} : { better: metric.better }),
    points: readings.map(point),
    periodKind: first.period.kind,
    ...(metric.asOf === undefined ? {} : { asOf: metric.asOf, asOfText: locale.date(metric.asOf, "long") }),
    ...(metric.source === undefined ? {} : { source: metric.source }),
    ...(metric.owner === undefined ? {} : { owner: metric.owner }),
    ...(metric.assumption === undefined ? {} : { assumption: metric.assumption }),
    ...(target === undefined
      ? {}
      : {
          target: {
            value: target.value,
            text: locale.value(target.value, style),
            ...(target.by === undefined ? {} : { by: target.by, byText: locale.period(target.by, "long") }),
          },
        }),
    figures: metricFigures(metric, readings, { ...style, path }, context),
  };
}

function neededDigits(metric: Metric, readings: readonly MetricPoint[]): number {
  const values = readings.flatMap(({ value, low, high }) => [value, low, high]);
  const all = [...values, metric.target?.value];
  return shownDecimals(all, metric.scale);
}
