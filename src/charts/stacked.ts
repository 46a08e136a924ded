import { z } from "zod";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { ChartModel, Layer, Overlay, Series } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { callouts, comparison, forecastGround } from "./lower/annotate.ts";
import { footRoom, HIDDEN_AXIS_STEPS } from "./lower/bars.ts";
import { events, shows, targetOf } from "./lower/marks.ts";
import { levelSeries, STACK_SERIES } from "./lower/notation.ts";
import { formatCode, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { niceSteps } from "./lower/scale.ts";
import {
  levelsOf,
  partNames,
  partValue,
  readsLying,
  stackKey,
  stackSeries,
  stacksOf,
  totalSeries,
  totalsAlt,
} from "./lower/stack.ts";
import { LIMITS, tabulate } from "./lower/table.ts";
import { alt, caption, notationNotes } from "./lower/wording.ts";

const Stacked = ChartCommon.extend({
  kind: z.literal("stacked"),
  series: z
    .array(z.string().min(1).max(200))
    .max(12)
    .optional()
    .describe("Names of the parts, from the foot of the stack up; at most five."),
  data: z.array(Datum).max(200).optional().describe("The stacks, with one value per part; or name metrics."),
  target: z.number().optional().describe("A level that the totals are to reach, drawn as a line."),
  order: z.enum(["size", "given"]).optional().describe("Stacks keep the order given unless this says size."),
});
type Stacked = z.infer<typeof Stacked>;

/** Parts upon one another with their totals: at most five, named beside the last stack. */
export const stacked = chartKind({
  name: "stacked",
  schema: Stacked,
  annotations: ["target", "forecast", "difference", "total", "values", "marks", "compare", "callouts"],
  lower,
});

function lower(chart: Stacked, context: ChartContext): ChartModel {
  const read = tabulate(chart, context, { ...LIMITS, series: STACK_SERIES });
  const table =
    chart.order === "size" && !read.timed
      ? sortBySize(
          read,
          context,
          stacksOf(read).map((stack) => stack.total),
        )
      : read;
  const lying = readsLying(table);
  const format = formatCode(context, table.measure);
  const stacks = stacksOf(table);
  const parts = stackSeries(table, context, partValue(table, context));
  const totals = shows(chart, "total", ["total"]) && table.columns.length > 1;
  const target = chart.target === undefined ? undefined : targetOf(chart, table, context);

  const lines: Series[] = [];
  const overlays: Overlay[] = [];
  if (target !== undefined && lying) {
    overlays.push({ type: "level", v: target.value, text: target.text, ink: "ink", dash: "dash" });
  } else if (target !== undefined) {
    const base = { id: `${chart.id}-target`, name: context.say("chart.series.target"), format } as const;
    lines.push(levelSeries({ ...base, role: "target" }, target.value, table.rows.length, target.text));
  }
  if (totals) lines.push(totalSeries(table, context, lying));
  const levels = levelsOf(table);
  if (!lying) {
    const named = table.columns.length > 1;
    if (named)
      overlays.push(...partNames(table, (row) => table.columns.map((each) => each.values[row] ?? null)));
    overlays.push(
      ...events(chart, table, context),
      ...comparison(chart, table, levels, target, context),
      ...forecastGround(chart, table, context),
    );
  }
  overlays.push(...callouts(chart, table, levels, context));

  const heights = [
    ...stacks.flatMap((stack) => [stack.top, stack.foot]),
    ...(target === undefined ? [] : [target.value]),
  ];
  const steps = niceSteps(footRoom(heights), Math.max(...heights), { count: HIDDEN_AXIS_STEPS });
  const below = stacks.some((stack) => stack.foot < 0);
  const layers: Layer[] = [
    { type: "bars", grouping: "stacked", series: parts, gap: lying ? 45 : 55, overlap: 100, axis: "value" },
    ...(lines.length > 0 ? [{ type: "lines", series: lines, axis: "value", missing: "span" } as const] : []),
  ];
  return {
    type: "chart",
    id: chart.id,
    kind: "stacked",
    message: context.message,
    caption: caption(chart, table, context, [
      ...notationNotes(table, "bar").map((phrase) => context.say(phrase)),
      ...(totals && stacks.some((stack) => stack.total === null) ? [context.say("chart.total.missing")] : []),
    ]),
    alt: alt("stacked", table, context, [
      ...(table.columns.length > 1 ? totalsAlt(table, context) : []),
      ...(target === undefined ? [] : [context.say("chart.alt.target", { target: target.text })]),
    ]),
    render: chart.render ?? "native",
    plane: {
      type: "category",
      orientation: lying ? "horizontal" : "vertical",
      categories: table.rows.map((row) => ({ ...row.category, ...(row.highlight ? { bold: true } : {}) })),
      value: valueAxis(context, steps, table.measure, { visible: false, gridlines: false }),
      between: true,
      timed: table.timed,
    },
    layers,
    key: lying && parts.length > 1 ? stackKey(parts) : [],
    overlays,
    heading: table.heading,
    ...(below && totals
      ? {
          columns: [{ name: context.say("chart.total"), values: stacks.map((stack) => stack.total), format }],
        }
      : {}),
    from: context.from,
  };
}
