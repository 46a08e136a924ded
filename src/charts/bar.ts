import { z } from "zod";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { ChartModel, Overlay } from "../model/chart.ts";
import { keyEntry } from "./column.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { averageOf, callouts } from "./lower/annotate.ts";
import { barSeries, HIDDEN_AXIS_STEPS, hasErrorBars, withErrorBars } from "./lower/bars.ts";
import { shows, targetOf } from "./lower/marks.ts";
import { AVERAGE_LINE, TARGET_LINE } from "./lower/notation.ts";
import { fullText, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { niceSteps } from "./lower/scale.ts";
import { allValues, ends, tabulate } from "./lower/table.ts";
import { alt, caption, notationNotes } from "./lower/wording.ts";

const Bar = ChartCommon.extend({
  kind: z.literal("bar"),
  series: z
    .array(z.string().min(1).max(200))
    .max(12)
    .optional()
    .describe("Names of the series; one value per series in each datum."),
  data: z.array(Datum).max(200).optional().describe("The categories; or name metrics."),
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
  schema: Bar,
  annotations: ["target", "average", "errorBars", "values", "callouts"],
  lower,
});

function lower(chart: Bar, context: ChartContext): ChartModel {
  const read = tabulate(chart, context);
  const table = read.timed || chart.order === "given" ? read : sortBySize(read, context);
  const single = table.columns.length === 1;
  const target =
    shows(chart, "target", single ? ["target"] : []) || chart.target !== undefined
      ? targetOf(chart, table, context)
      : undefined;
  const average = shows(chart, "average") && single ? averageOf(table) : undefined;
  const overlays: Overlay[] = [];
  // A bar chart that lies down cannot carry a line chart (ECMA-376 gives both their own axes), so levels are shapes.
  if (average !== undefined) {
    overlays.push({
      type: "level",
      v: average,
      text: context.say("chart.average", { value: fullText(context, average, table.measure) }),
      ink: AVERAGE_LINE.ink,
      dash: AVERAGE_LINE.dash,
    });
  }
  if (target !== undefined)
    overlays.push({
      type: "level",
      v: target.value,
      text: target.text,
      ink: TARGET_LINE.ink,
      dash: TARGET_LINE.dash,
    });
  const ranged = hasErrorBars(chart, table);
  overlays.push(...callouts(chart, table, table.columns[0]?.values ?? [], context));
  const bars = table.columns.map((each, n) => {
    const made = barSeries(table, each, n, context);
    return ranged ? withErrorBars(made, each) : made;
  });
  const numbers = [
    ...allValues(table),
    ...(ranged ? ends(table) : []),
    ...(target === undefined ? [] : [target.value]),
  ];
  const steps = niceSteps(Math.min(...numbers), Math.max(...numbers), { count: HIDDEN_AXIS_STEPS });
  return {
    type: "chart",
    id: chart.id,
    kind: "bar",
    message: context.message,
    caption: caption(
      chart,
      table,
      context,
      [...notationNotes(table, "bar"), ...(ranged ? ["chart.errorBars"] : [])].map((phrase) =>
        context.say(phrase),
      ),
    ),
    alt: alt(
      "bar",
      table,
      context,
      target === undefined ? [] : [context.say("chart.alt.target", { target: target.text })],
    ),
    render: chart.render ?? "native",
    plane: {
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
    ],
    key: bars.length > 1 ? bars.map(keyEntry) : [],
    overlays,
    heading: table.heading,
    from: context.from,
  };
}
