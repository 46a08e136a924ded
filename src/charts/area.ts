import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartMissingValue, chartMixedSigns, chartTooFew } from "../diagnostics/messages/index.ts";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { ChartModel, Label, Layer, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { annotateColumns } from "./lower/annotate-columns.ts";
import { footRoom } from "./lower/bars.ts";
import { calendarOf, LONG } from "./lower/calendar.ts";
import { levelLines } from "./lower/levels.ts";
import { shows } from "./lower/marks.ts";
import { APART, label, lineStyle, STACK_SERIES, series, stackInk } from "./lower/notation.ts";
import { formatCode, markText, valueAxis } from "./lower/number.ts";
import { niceSteps } from "./lower/scale.ts";
import { levelsOf, partNames, stacksOf, totalsAlt } from "./lower/stack.ts";
import { type ChartTable, hasPeriodRows, NAMED, tabulate } from "./lower/table.ts";
import { alt, annotationWords, caption, notationNotes, remarks, sentence } from "./lower/wording.ts";

const Area = ChartCommon.extend({
  kind: z.literal("area"),
  series: SeriesNames.optional().describe("Names of the parts, from the foot up; at most five."),
  data: Data.optional().describe("Points of the areas, in their order; or name metrics."),
  target: z.number().optional().describe("A level that the whole is to reach, drawn as a line."),
});
type Area = z.infer<typeof Area>;

/** A quantity over time from zero, or the parts of one upon one another; the upper edge is the whole. */
export const area = chartKind({
  name: "area",
  shows: "Parts of a sum over time, stacked, or one measure as a ground under its line.",
  schema: Area,
  annotations: [
    "target",
    "forecast",
    "cagr",
    "average",
    "difference",
    "values",
    "marks",
    "compare",
    "callouts",
  ],
  additive: true,
  lower,
});

function lower(chart: Area, context: ChartContext): ChartModel {
  const table = tabulate(chart, context, { ...LONG, series: STACK_SERIES });
  const calendar = calendarOf(table);
  refuse(chart, table, context);
  const single = table.columns.length === 1;
  const format = formatCode(context, table.measure);
  const parts = table.columns.map(
    (column, n): Series =>
      series(
        {
          id: column.id,
          name: column.name,
          role: "actual",
          format,
          paint: { ink: single ? "accentSoft" : stackInk(n), pattern: "solid" },
        },
        column.values,
        { ...remarks(table.columns, column, context), ...(single ? {} : { line: APART }) },
      ),
  );
  const edges = edge(chart, table, context);
  const levels = levelsOf(table);
  const manner = { levels, whole: true, target: single };
  const { held, overlays: annotations } = annotateColumns(chart, table, manner, context);
  const overlays: Overlay[] = [
    ...(single ? [] : partNames(table, (row) => table.columns.map((each) => each.values[row] ?? null))),
    ...annotations,
  ];
  const stacks = stacksOf(table);
  const heights = [
    ...stacks.flatMap((stack) => [stack.top, stack.foot]),
    ...held.all.map(({ value }) => value),
  ];
  const steps = niceSteps(footRoom(heights), Math.max(...heights), { headroom: 0.06 });
  const layers: Layer[] = [{ type: "areas", grouping: "stacked", series: parts, axis: "value" }];
  const lines = levelLines(chart, table, held, context);
  if (lines.length > 0) layers.push({ type: "lines", missing: "span", axis: "value", series: lines });
  layers.push({ type: "lines", missing: "gap", axis: "value", series: edges });
  return {
    type: "chart",
    id: chart.id,
    kind: "area",
    message: context.message,
    caption: caption(
      chart,
      table,
      context,
      notationNotes(table, "line").map((phrase) => context.say(phrase)),
    ),
    alt: alt("area", table, context, [
      ...(single ? [] : totalsAlt(table, context)),
      ...held.all.map(({ text }) => sentence(text, context)),
      ...annotationWords(table.rows, overlays, context),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: table.rows.map((row) => row.category),
      value: valueAxis(context, steps, table.measure, { visible: true, gridlines: true }),
      between: false,
      ...calendar,
      // Categories along a line have an order, so that a long axis needs only some of their names.
      timed: hasPeriodRows(table) || table.rows.length > NAMED,
    },
    layers,
    legend: [],
    overlays,
    heading: table.heading,
    from: context.from,
  };
}

/** The upper edge: solid as far as it happened, dashed from there on, with its first, last, lowest and highest value. */
function edge(chart: Area, table: ChartTable, context: ChartContext): readonly Series[] {
  const levels = levelsOf(table).map((value) => value ?? 0);
  const single = table.columns.length === 1;
  const happened = table.rows.map((_row, n) => table.columns.some((column) => column.kinds[n] === "actual"));
  const joint = happened.lastIndexOf(true);
  const ends = [0, joint, levels.length - 1];
  const format = formatCode(context, table.measure);
  const name = single ? (table.columns[0]?.name ?? "") : context.say("chart.total");
  const ink = single ? ("accent" as const) : ("ink" as const);
  const labelAt = (n: number): Label | null => {
    const last = n === levels.length - 1;
    if (!ends.includes(n) && !shows(chart, "values")) return null;
    const more = { bold: last, priority: last ? 9 : ends.includes(n) ? 5 : 1 };
    return label(markText(context, levels[n] ?? 0, table.measure), last && single ? "right" : "above", more);
  };
  const part = (
    id: string,
    title: string,
    kind: "actual" | "forecast" | "plan" | "estimate",
    keep: (n: number) => boolean,
    say: (n: number) => boolean,
  ): Series =>
    series(
      {
        id: `${chart.id}-${id}`,
        name: title,
        role: kind === "actual" ? "total" : kind,
        format,
        paint: { ink, pattern: "solid" },
      },
      levels.map((value, n) => (keep(n) ? value : null)),
      {
        // One area has its own values; several have their total here.
        silent: single,
        line: lineStyle(kind, ink),
        labels: levels.map((_value, n) => (say(n) ? labelAt(n) : null)),
      },
    );
  const expected = table.columns[0]?.kinds[joint + 1] ?? "forecast";
  const upper = context.say("chart.area.edge", { name });
  const actual = part(
    "edge",
    upper,
    "actual",
    (n) => n <= joint,
    (n) => n <= joint,
  );
  if (joint === levels.length - 1) return [actual];
  const kind = expected === "actual" ? "forecast" : expected;
  const later = part(
    kind,
    context.say(`chart.series.${kind}`, { name: upper }),
    kind,
    (n) => n >= joint,
    (n) => n > joint,
  );
  return joint < 0 ? [later] : [actual, { ...later, joint }];
}

/** An area has no gap to show what is missing, no width at one point, and no place for parts of both signs. */
function refuse(chart: Area, table: ChartTable, context: ChartContext): void {
  const at = { path: context.from };
  if (table.rows.length < 2)
    throw new DiagnosticsError([chartTooFew(at, chart.id, table.rows.length, 2, "column")]);
  const missing = table.rows.filter((_row, n) =>
    table.columns.some((column) => (column.values[n] ?? null) === null),
  );
  if (missing.length > 0)
    throw new DiagnosticsError(missing.map((row) => chartMissingValue(at, chart.id, row.long, "line")));
  const values = table.columns.flatMap((column) => column.values.map((value) => value ?? 0));
  if (table.columns.length > 1 && values.some((value) => value < 0) && values.some((value) => value > 0))
    throw new DiagnosticsError([chartMixedSigns(at, chart.id)]);
}
