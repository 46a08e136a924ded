import { z } from "zod";
import { Name, Num } from "../model/bundle/common.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Label, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import type { ColorToken } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { dotNotes, dotSeries, dotSteps, dotWords, emphasis } from "./lower/dots.ts";
import { listed, missingNotes } from "./lower/missing.ts";
import { AXIS_LINE, goodness, label } from "./lower/notation.ts";
import { fullText, markText, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { allValues, type ChartTable, ends, tabulate } from "./lower/table.ts";
import { aboutTable, altText, caption, sentence } from "./lower/wording.ts";

const Interval = ChartCommon.omit({ metrics: true, compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("interval"),
  data: Data.describe(
    "One row each: value, and low and high as the ends of its range, all in the unit. A row without both ends is a point alone, and the caption says so.",
  ),
  reference: z
    .strictObject({
      value: Num.describe("Where the line stands, in the unit: 0 for differences, 1 for ratios."),
      name: Name.describe("What the value means, in words: “No effect”."),
    })
    .optional()
    .describe(
      "An upright line at a value that every range is held against. With better, points whose whole range lies on one side of it are coloured good or bad.",
    ),
  interval: Name.optional().describe(
    "What the ranges are, in words: “95% confidence interval”. It stands in the caption.",
  ),
  order: z
    .enum(["size", "given"])
    .optional()
    .describe("Sorted by the value, a category Other last; given keeps the order."),
});
type Interval = z.infer<typeof Interval>;

/** A point with its range on each row, the numbers beside it, and the value that all are held against. */
export const interval = chartKind({
  name: "interval",
  shows:
    "Values with their ranges: a point and a line from low to high on each row, the numbers at the right, and an upright line at the value that they are held against. For estimates whose uncertainty matters; not for amounts, whose length counts from zero (bar with error bars).",
  schema: Interval,
  annotations: [],
  lower,
});

function lower(chart: Interval, context: ChartContext): ChartModel {
  const read = tabulate(chart, context);
  const table = chart.order === "given" ? read : sortBySize(read, context);
  const ranges = rangesIn(table);
  const { reference } = chart;
  const held =
    reference === undefined
      ? undefined
      : context.say("chart.reference", {
          name: reference.name,
          value: fullText(context, reference.value, table.measure),
        });
  const numbers = [
    ...allValues(table),
    ...ends(table),
    ...(reference === undefined ? [] : [reference.value]),
  ];
  const steps = dotSteps(numbers);
  const bare = table.rows.flatMap(({ long }, n) =>
    (table.columns[0]?.values[n] ?? null) !== null && ranges[n] === null ? [long] : [],
  );
  const overlays: readonly Overlay[] =
    reference === undefined || held === undefined
      ? []
      : [
          {
            type: "level",
            v: reference.value,
            text: held,
            ink: "ink",
            dash: AXIS_LINE.dash,
            from: [...context.from, "reference"],
          },
        ];
  const drawn = points(table, ranges, inksOf(chart, table, ranges), context);
  return {
    type: "chart",
    id: chart.id,
    kind: "interval",
    message: context.message,
    caption: caption(chart, table, context, [
      ...(bare.length < table.rows.length
        ? [context.say("chart.interval.note", { range: chart.interval })]
        : []),
      ...dotNotes(table, context),
      ...listed("chart.interval.bare", bare, context),
      ...missingNotes(table, context),
    ]),
    alt: altText("interval", aboutTable(table, context), context, [
      ...rowsInWords(table, ranges, context),
      ...(held === undefined ? [] : [sentence(held, context)]),
      ...included(table, ranges, reference, context),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "horizontal",
      categories: table.rows.map((row) => ({ ...row.category, ...(row.highlight ? { bold: true } : {}) })),
      value: valueAxis(context, steps, table.measure, { visible: false, gridlines: false }),
      between: true,
      line: false,
    },
    layers: [
      {
        type: "lines",
        series: [drawn, numbersBeside(table, ranges, steps.max, context)],
        axis: "value",
        missing: "gap",
      },
    ],
    legend: [],
    overlays,
    heading: table.heading,
    columns: (["low", "high"] as const).map((end) => ({
      name: context.say(`chart.end.${end}`),
      values: ranges.map((range) => range?.[end] ?? null),
      format: drawn.format,
    })),
    from: context.from,
  };
}

type Ranges = readonly ({ readonly low: number; readonly high: number } | null)[];

/** The range of each row that has a value and both ends. */
function rangesIn({ rows, columns: [column] }: ChartTable): Ranges {
  return rows.map((_row, n) => {
    const [low, high] = [column?.lows[n] ?? null, column?.highs[n] ?? null];
    return low === null || high === null || (column?.values[n] ?? null) === null ? null : { low, high };
  });
}

/** The points, each with its range as an error bar. */
function points(
  table: ChartTable,
  ranges: Ranges,
  inkOf: (row: number) => ColorToken,
  context: ChartContext,
): Series {
  const made = dotSeries(table, 0, inkOf, context);
  return ranges.every((range) => range === null)
    ? made
    : {
        ...made,
        errorBars: {
          low: ranges.map((range) => range?.low ?? null),
          high: ranges.map((range) => range?.high ?? null),
          ink: "muted",
          width: 1.5,
          caps: false,
        },
      };
}

/**
 * Returns the ink of each point. With a good direction, a point whose whole range lies on one side of the reference is
 * good or bad, and one whose range holds it is neither.
 */
function inksOf(
  { better, reference }: Interval,
  table: ChartTable,
  ranges: Ranges,
): (row: number) => ColorToken {
  if (better === undefined || reference === undefined) return emphasis(table);
  return (row) => {
    const range = ranges[row] ?? null;
    if (range === null || (range.low <= reference.value && reference.value <= range.high)) return "muted";
    return goodness(range.low > reference.value ? 1 : -1, better);
  };
}

/** "1.8 (1.1 to 2.9)" at the right of each row, in one column. */
const numbersBeside = (table: ChartTable, ranges: Ranges, at: number, context: ChartContext): Series =>
  dotWords(
    table,
    at,
    (n): Label => {
      const value = table.columns[0]?.values[n] ?? null;
      const range = ranges[n] ?? null;
      const own = (number: number): string => markText(context, number, table.measure);
      const strong = { value: false, bold: table.rows[n]?.highlight === true, priority: 9 };
      if (value === null)
        return label(context.say("chart.missing.cell"), "right", { ...strong, ink: "muted" });
      if (range === null) return label(own(value), "right", strong);
      const words = { value: own(value), low: own(range.low), high: own(range.high) };
      return label(context.say("chart.interval.value", words), "right", { ...strong, brief: own(value) });
    },
    context,
  );

/** Every row with its value and its range: "North 1.8 (1.1 to 2.9); South …". */
function rowsInWords(table: ChartTable, ranges: Ranges, context: ChartContext): readonly string[] {
  const full = (value: number): string => fullText(context, value, table.measure);
  const items = table.rows.map(({ long: label }, n): string => {
    const value = table.columns[0]?.values[n] ?? null;
    const range = ranges[n] ?? null;
    if (value === null)
      return context.say("chart.bullet.item", {
        label,
        missing: true,
        value: context.say("chart.missing.cell"),
      });
    const words =
      range === null
        ? full(value)
        : context.say("chart.interval.value", {
            value: full(value),
            low: full(range.low),
            high: full(range.high),
          });
    return context.say("chart.alt.item", { label, value: words });
  });
  return [context.say("chart.alt.items", { items: items.join(context.marks.semicolon) })];
}

/** Names the rows whose range holds the value that all are held against. */
function included(
  table: ChartTable,
  ranges: Ranges,
  reference: Interval["reference"],
  context: ChartContext,
): readonly string[] {
  if (reference === undefined) return [];
  const { value } = reference;
  const inside = table.rows.flatMap(({ long }, n) => {
    const range = ranges[n] ?? null;
    return range !== null && range.low <= value && value <= range.high ? [long] : [];
  });
  return listed("chart.interval.includes", inside, context);
}
