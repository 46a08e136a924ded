import type { At } from "../../src/diagnostics/make.ts";
import type { ChartCsv, MetricCsv } from "../../src/model/bundle/tables.ts";
import { chartData, chartRequest } from "../../src/read/chart-table.ts";
import { openCsv } from "../../src/read/csv/open.ts";
import { metricRequest, metricValues } from "../../src/read/metric-table.ts";

const NOWHERE = { file: "", line: 1, column: 1 };

/** The values of a metric from the bytes of a CSV file. */
export function readCsv(
  bytes: Uint8Array,
  file: string,
  source: MetricCsv,
  at: (field: string) => At,
  percent = false,
): ReturnType<typeof metricValues> {
  const opened = openCsv(bytes, file, metricRequest(source, at));
  if (!("rows" in opened)) return { values: [], problems: opened.problems, place: () => NOWHERE };
  return metricValues(opened, source, percent);
}

/** The data of a chart from the bytes of a CSV file. */
export function readChartCsv(
  bytes: Uint8Array,
  file: string,
  source: ChartCsv,
  at: (...field: readonly (string | number)[]) => At,
  percent = false,
): ReturnType<typeof chartData> {
  const opened = openCsv(bytes, file, chartRequest(source, at));
  if (!("rows" in opened)) return { data: [], problems: opened.problems, place: () => NOWHERE };
  return chartData(opened, source, percent);
}
