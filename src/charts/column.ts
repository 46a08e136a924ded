import { z } from "zod";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { ChartModel, Layer, LegendEntry, Series } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { previousColumn, withoutRepeatedRows } from "./lower/annotate.ts";
import { annotateColumns } from "./lower/annotate-columns.ts";
import type { Lacks } from "./lower/asked.ts";
import {
  barLabel,
  barSeries,
  beyondRanges,
  footRoom,
  HIDDEN_AXIS_STEPS,
  hasErrorBars,
  withErrorBars,
} from "./lower/bars.ts";
import { differenceRow, highlightBracket } from "./lower/compared.ts";
import { gapNotes, levelLines } from "./lower/levels.ts";
import { shows } from "./lower/marks.ts";
import { series } from "./lower/notation.ts";
import { formatCode, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { niceSteps } from "./lower/scale.ts";
import { allValues, ends, given, hasPeriodRows, tabulate } from "./lower/table.ts";
import { alt, annotationWords, caption, notationNotes, sentence } from "./lower/wording.ts";

const Column = ChartCommon.extend({
  kind: z.literal("column"),
  series: SeriesNames.optional().describe("Names of the series; one value per series in each datum."),
  data: Data.optional().describe("The categories, left to right; at most 60. Or name metrics."),
  target: z
    .number()
    .optional()
    .describe("A level to reach, drawn as a line; the metric's target when left out."),
  order: z.enum(["size", "given"]).optional().describe("Columns keep the order given unless this says size."),
});
type Column = z.infer<typeof Column>;

/** Upright bars from zero, one or several to a category, with their values at the top. */
export const column = chartKind({
  name: "column",
  shows: "Upright bars from zero with their numbers; one series, or several side by side.",
  schema: Column,
  annotations: [
    "target",
    "forecast",
    "cagr",
    "average",
    "difference",
    "previous",
    "errorBars",
    "values",
    "marks",
    "compare",
    "callouts",
  ],
  additive: true,
  lower,
});

function lower(chart: Column, context: ChartContext): ChartModel {
  const read = tabulate(chart, context);
  const sorted = chart.order === "size" && !read.timed ? sortBySize(read, context) : read;
  const table =
    shows(chart, "previous") && sorted.columns.length === 1
      ? withoutRepeatedRows(chart, sorted, context)
      : sorted;
  const format = formatCode(context, table.measure);
  const single = table.columns.length === 1;
  const heights = table.columns[0]?.values ?? [];
  const ranged = hasErrorBars(chart, table);
  const plain = table.columns.map((each, n) => barSeries(table, each, n, context));
  const asks = shows(chart, "previous") && single;
  // With another bar beside it, a column does not stand in the middle of its category, where a line carries words.
  const apart = ranged && single && !asks;
  const bars: Series[] = plain.map((made, n) => {
    const column = table.columns[n];
    return ranged && column !== undefined ? withErrorBars(made, column, apart) : made;
  });
  const previous = asks ? previousColumn(table, context) : undefined;
  const [main] = bars;
  if (previous !== undefined && main !== undefined) {
    const paint = { ink: "faint", pattern: "solid" } as const;
    const before = series(
      { id: `${main.id}-previous`, name: previous.name, role: "previous", format, paint },
      previous.values,
    );
    bars.unshift({
      ...before,
      labels: previous.values.map((value) => barLabel(value, table.measure, context)),
    });
  }

  const lacks: Lacks = {
    previous: previous === undefined && (single ? "yearBefore" : "oneSeries"),
    errorBars: !ranged && "ranges",
  };
  const manner = { levels: heights, whole: single, target: single, lacks };
  const { held, overlays: annotated } = annotateColumns(chart, table, manner, context);
  const [own] = plain;
  const [column, second] = table.columns;
  const row =
    column === undefined
      ? []
      : previous !== undefined
        ? differenceRow(table, column, previous, annotated, context, true)
        : second !== undefined && table.columns.length === 2
          ? differenceRow(table, column, second, annotated, context)
          : [];
  const overlays = [...annotated, ...row, ...highlightBracket(chart, table, context)];
  const lines = [
    ...levelLines(chart, table, held, context),
    ...(apart && own !== undefined && column !== undefined
      ? [beyondRanges(own, column, { ahead: "above", behind: "below" }, context)]
      : []),
  ];

  const numbers = [
    ...allValues(table),
    ...(ranged ? ends(table) : []),
    ...(previous === undefined ? [] : given(previous).map(({ value }) => value)),
    ...held.all.map(({ value }) => value),
  ];
  const steps = niceSteps(footRoom(numbers), Math.max(...numbers), { count: HIDDEN_AXIS_STEPS });
  const clustered = bars.length > 1;
  const layers: Layer[] = [
    {
      type: "bars",
      grouping: "clustered",
      series: bars,
      gap: clustered ? 60 : 55,
      overlap: clustered ? -5 : 0,
      axis: "value",
    },
    ...(lines.length > 0 ? [{ type: "lines", series: lines, axis: "value", missing: "span" } as const] : []),
  ];
  return {
    type: "chart",
    id: chart.id,
    kind: "column",
    message: context.message,
    caption: caption(chart, table, context, [
      ...[...notationNotes(table, "bar"), ...(ranged ? (["chart.errorBars"] as const) : [])].map((phrase) =>
        context.say(phrase),
      ),
      ...gapNotes(table, held, context),
    ]),
    alt: alt("column", table, context, [
      ...held.all.map(({ text }) => sentence(text, context)),
      ...annotationWords(table.rows, overlays, context),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: table.rows.map((row) => row.category),
      value: valueAxis(context, steps, table.measure, { visible: false, gridlines: false }),
      between: true,
      timed: hasPeriodRows(table),
    },
    layers,
    legend: clustered ? bars.map(keyEntry) : [],
    overlays,
    heading: table.heading,
    from: context.from,
  };
}

export const keyEntry = (each: Series): LegendEntry => ({
  name: each.name,
  paint: each.paint,
  shape: "box",
  ...(each.line === undefined ? {} : { line: each.line }),
});
