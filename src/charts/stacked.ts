import { z } from "zod";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { ChartModel, Layer } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { callouts, forecastGround } from "./lower/annotate.ts";
import { cagrArrow, comparison } from "./lower/arrows.ts";
import { refuseLacking } from "./lower/asked.ts";
import { footRoom, HIDDEN_AXIS_STEPS } from "./lower/bars.ts";
import { gapNotes, heldAgainst, levelLines, levelShapes } from "./lower/levels.ts";
import { events, shows } from "./lower/marks.ts";
import { STACK_SERIES } from "./lower/notation.ts";
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
import { CATEGORY_LIMITS, hasPeriodRows, tabulate } from "./lower/table.ts";
import { alt, annotationWords, caption, notationNotes, sentence } from "./lower/wording.ts";

const Stacked = ChartCommon.extend({
  kind: z.literal("stacked"),
  series: SeriesNames.optional().describe("Names of the parts, from the foot of the stack up; at most five."),
  data: Data.optional().describe("The stacks, at most 60, with one value per part; or name metrics."),
  target: z.number().optional().describe("A level that the totals are to reach, drawn as a line."),
  order: z.enum(["size", "given"]).optional().describe("Stacks keep the order given unless this says size."),
});
type Stacked = z.infer<typeof Stacked>;

/** Parts upon one another with their totals: at most five, named beside the last stack. */
export const stacked = chartKind({
  name: "stacked",
  shows: "Parts of a sum by category, at most five, with the totals.",
  schema: Stacked,
  annotations: [
    "target",
    "forecast",
    "cagr",
    "average",
    "difference",
    "total",
    "values",
    "marks",
    "compare",
    "callouts",
  ],
  additive: true,
  lower,
});

function lower(chart: Stacked, context: ChartContext): ChartModel {
  const read = tabulate(chart, context, { ...CATEGORY_LIMITS, series: STACK_SERIES });
  const table =
    chart.order === "size" && !read.timed
      ? sortBySize(
          read,
          context,
          stacksOf(read).map((stack) => stack.total),
        )
      : read;
  const horizontal = readsLying(table);
  const format = formatCode(context, table.measure);
  const stacks = stacksOf(table);
  const parts = stackSeries(table, context, partValue(table, context));
  const totals = shows(chart, "total", ["total"]) && table.columns.length > 1;
  const levels = levelsOf(table);
  const held = heldAgainst(chart, table, levels, false, context);
  const ground = horizontal ? [] : forecastGround(chart, table, context);
  const growth = horizontal || !shows(chart, "cagr") ? [] : cagrArrow(table, levels, context);
  const difference = comparison(chart, table, levels, held.target, context);
  refuseLacking(
    chart,
    {
      target: held.target === undefined && "target",
      forecast: horizontal ? "standing" : ground.length === 0 && "expected",
      cagr: horizontal ? "standing" : growth.length === 0 && "growth",
      average: held.average === undefined && !held.unaveraged && "two",
      difference: difference.length === 0 && "two",
      marks: horizontal && "standing",
    },
    context.from,
  );
  const lines = [
    ...(horizontal ? [] : levelLines(chart, table, held, context)),
    ...(totals ? [totalSeries(table, context, horizontal)] : []),
  ];
  const named = !horizontal && table.columns.length > 1;
  const overlays: Overlay[] = [
    ...(horizontal ? levelShapes(held) : []),
    ...(named ? partNames(table, (row) => table.columns.map((each) => each.values[row] ?? null)) : []),
    ...(horizontal ? [] : events(chart, table, context)),
    ...growth,
    ...difference,
    ...ground,
    ...callouts(chart, table, levels, context),
  ];

  const heights = [
    ...stacks.flatMap((stack) => [stack.top, stack.foot]),
    ...held.all.map(({ value }) => value),
  ];
  const steps = niceSteps(footRoom(heights), Math.max(...heights), { count: HIDDEN_AXIS_STEPS });
  const below = stacks.some((stack) => stack.foot < 0);
  const layers: Layer[] = [
    {
      type: "bars",
      grouping: "stacked",
      series: parts,
      gap: horizontal ? 45 : 55,
      overlap: 100,
      axis: "value",
    },
    ...(lines.length > 0 ? [{ type: "lines", series: lines, axis: "value", missing: "span" } as const] : []),
  ];
  return {
    type: "chart",
    id: chart.id,
    kind: "stacked",
    message: context.message,
    caption: caption(chart, table, context, [
      ...notationNotes(table, "bar").map((phrase) => context.say(phrase)),
      ...gapNotes(table, held, context),
      ...(totals && stacks.some((stack) => stack.total === null) ? [context.say("chart.total.missing")] : []),
    ]),
    alt: alt("stacked", table, context, [
      ...(table.columns.length > 1 ? totalsAlt(table, context) : []),
      ...(horizontal ? [] : held.all.map(({ text }) => sentence(text, context))),
      ...annotationWords(table.rows, overlays, context),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: horizontal ? "horizontal" : "vertical",
      categories: table.rows.map((row) => ({ ...row.category, ...(row.highlight ? { bold: true } : {}) })),
      value: valueAxis(context, steps, table.measure, { visible: false, gridlines: false }),
      between: true,
      timed: hasPeriodRows(table),
    },
    layers,
    legend: horizontal && parts.length > 1 ? stackKey(parts) : [],
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
