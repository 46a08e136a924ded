import { z } from "zod";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { ChartModel } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import { keyEntry } from "./column.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { callouts } from "./lower/annotate.ts";
import { comparison } from "./lower/arrows.ts";
import { refuseLacking } from "./lower/asked.ts";
import { barSeries, beyondRanges, HIDDEN_AXIS_STEPS, hasErrorBars, withErrorBars } from "./lower/bars.ts";
import { highlightBracket } from "./lower/compared.ts";
import { gapNotes, heldAgainst, levelShapes } from "./lower/levels.ts";
import { valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { niceSteps } from "./lower/scale.ts";
import { allValues, ends, tabulate } from "./lower/table.ts";
import { alt, annotationWords, caption, notationNotes } from "./lower/wording.ts";

const Bar = ChartCommon.extend({
  kind: z.literal("bar"),
  series: SeriesNames.optional().describe("Names of the series; one value per series in each datum."),
  data: Data.optional().describe("The categories; at most 60. Or name metrics."),
  target: z
    .number()
    .optional()
    .describe("A level to reach, drawn as a line; the metric's target when left out."),
  order: z
    .enum(["size", "given"])
    .optional()
    .describe("Sorted by size, a category Other last; given keeps the order."),
});
type Bar = z.infer<typeof Bar>;

/** Lying bars from zero, sorted by size, with their values at the end: categories that are not time. */
export const bar = chartKind({
  name: "bar",
  shows: "Lying bars, longest first, for categories whose names are words.",
  schema: Bar,
  annotations: ["target", "average", "difference", "errorBars", "values", "compare", "callouts"],
  additive: true,
  lower,
});

function lower(chart: Bar, context: ChartContext): ChartModel {
  const read = tabulate(chart, context);
  const table = read.timed || chart.order === "given" ? read : sortBySize(read, context);
  const single = table.columns.length === 1;
  const lengths = table.columns[0]?.values ?? [];
  const held = heldAgainst(chart, table, single ? lengths : undefined, single, context);
  const ranged = hasErrorBars(chart, table);
  const difference = comparison(chart, table, lengths, held.target, context);
  refuseLacking(
    chart,
    {
      target: held.target === undefined && "target",
      average: held.average === undefined && !held.unaveraged && (single ? "two" : "oneSeries"),
      difference: difference.length === 0 && "two",
      errorBars: !ranged && "ranges",
    },
    context.from,
  );
  const overlays: readonly Overlay[] = [
    ...levelShapes(held),
    ...difference,
    ...callouts(chart, table, lengths, context),
    ...highlightBracket(chart, table, context),
  ];
  const plain = table.columns.map((each, n) => barSeries(table, each, n, context));
  const bars = plain.map((made, n) => {
    const column = table.columns[n];
    return ranged && column !== undefined ? withErrorBars(made, column, single) : made;
  });
  const [own] = plain;
  const [column] = table.columns;
  const words =
    ranged && single && own !== undefined && column !== undefined
      ? [beyondRanges(own, column, { ahead: "right", behind: "left" }, context)]
      : [];
  const numbers = [
    ...allValues(table),
    ...(ranged ? ends(table) : []),
    ...held.all.map(({ value }) => value),
  ];
  const steps = niceSteps(Math.min(...numbers), Math.max(...numbers), { count: HIDDEN_AXIS_STEPS });
  return {
    type: "chart",
    id: chart.id,
    kind: "bar",
    message: context.message,
    caption: caption(chart, table, context, [
      ...[...notationNotes(table, "bar"), ...(ranged ? (["chart.errorBars"] as const) : [])].map((phrase) =>
        context.say(phrase),
      ),
      ...gapNotes(table, held, context),
    ]),
    alt: alt("bar", table, context, annotationWords(table.rows, overlays, context)),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "horizontal",
      categories: table.rows.map((row) => ({ ...row.category, ...(row.highlight ? { bold: true } : {}) })),
      value: valueAxis(context, steps, table.measure, { visible: false, gridlines: false }),
      between: true,
      timed: table.timed,
    },
    layers: [
      {
        type: "bars",
        grouping: "clustered",
        series: bars,
        gap: 45,
        overlap: bars.length > 1 ? -5 : 0,
        axis: "value",
      },
      ...(words.length > 0 ? [{ type: "lines", series: words, axis: "value", missing: "gap" } as const] : []),
    ],
    legend: bars.length > 1 ? bars.map(keyEntry) : [],
    overlays,
    heading: table.heading,
    from: context.from,
  };
}
