import { parsePeriod } from "../../base/period.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { chartAmbiguous, chartMarkNotFound } from "../../diagnostics/messages/index.ts";
import type { Chart } from "../../model/bundle/index.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Overlay } from "../../model/overlay.ts";
import type { ChartContext } from "./context.ts";
import { fullText } from "./number.ts";
import type { ChartTable } from "./table.ts";

type Annotation = NonNullable<Chart["show"]>[number];

/** Returns true when an annotation is requested; a chart without `show` has the `usual` ones. */
export const shows = (chart: Chart, annotation: Annotation, usual: readonly Annotation[] = []): boolean =>
  (chart.show ?? usual).includes(annotation);

/**
 * The row that a chart names, by its period or category, or by a day or month within the period.
 * @throws DiagnosticsError for one that is not on the axis, or there more than once.
 */
export function rowOf(
  table: ChartTable,
  name: string,
  chart: Chart,
  field: readonly (string | number)[],
  context: ChartContext,
): number {
  const c = table.rows.findIndex(
    (row) => row.key === name || row.long === name || row.category.label === name,
  );
  const alike = table.rows.filter((row) => row.key === name).length;
  if (alike > 1)
    throw new DiagnosticsError([
      chartAmbiguous({ path: [...context.from, ...field] }, chart.id, name, alike),
    ]);
  if (c >= 0) return c;
  const around = rowAround(table, name);
  if (around >= 0) return around;
  const known = table.rows.map((row) => row.key);
  throw new DiagnosticsError([
    chartMarkNotFound({ path: [...context.from, ...field] }, chart.id, name, known),
  ]);
}

/** The row whose period holds a shorter one; -1 where there is none. */
function rowAround(table: ChartTable, name: string): number {
  const inner = table.timed ? parsePeriod(name) : undefined;
  if (inner === undefined) return -1;
  return table.rows.findIndex(({ key }) => {
    const period = parsePeriod(key);
    return (
      period !== undefined &&
      period.kind !== inner.kind &&
      period.start <= inner.start &&
      period.end >= inner.end
    );
  });
}

/**
 * Events at the periods or categories that the chart names.
 * @throws DiagnosticsError for one that is not on the axis.
 */
export const events = (chart: Chart, table: ChartTable, context: ChartContext): readonly Overlay[] =>
  (chart.marks ?? []).map(
    ({ at, text }, n): Overlay => ({
      type: "event",
      c: rowOf(table, at, chart, ["marks", n, "at"], context),
      text,
      ink: "muted",
      from: [...context.from, "marks", n],
    }),
  );

export interface TargetLevel {
  readonly value: number;
  /** "Target 12.0% by Q4 2027". */
  readonly text: string;
  readonly from?: JsonPath | undefined;
}

/** The chart's own target, or that of its only metric. */
export function targetOf(chart: Chart, table: ChartTable, context: ChartContext): TargetLevel | undefined {
  if (chart.target !== undefined) {
    return {
      value: chart.target,
      text: context.say("chart.target", { value: fullText(context, chart.target, table.measure) }),
      from: [...context.from, "target"],
    };
  }
  const metric = table.columns.length === 1 ? table.columns[0]?.metric : undefined;
  const target = metric?.target;
  if (target === undefined) return undefined;
  const by = target.byText;
  return {
    value: target.value,
    text:
      by === undefined
        ? context.say("chart.target", { value: target.text })
        : context.say("chart.target.by", { value: target.text, by }),
    from: metric?.figures["target"]?.from,
  };
}

/** The target where the chart gives one, or shows that of its metric; `usual`: as it does where it does not say. */
export const targetAsked = (
  chart: Chart,
  table: ChartTable,
  context: ChartContext,
  usual: boolean,
): TargetLevel | undefined =>
  chart.target !== undefined || shows(chart, "target", usual ? ["target"] : [])
    ? targetOf(chart, table, context)
    : undefined;
