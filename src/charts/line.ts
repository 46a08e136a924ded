import { z } from "zod";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { ChartModel, Label, Layer, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { annotateColumns } from "./lower/annotate-columns.ts";
import type { Lacks } from "./lower/asked.ts";
import { calendarOf, LONG, standsBetween, trueToTime } from "./lower/calendar.ts";
import { hasGap, lastGiven, split } from "./lower/kinds.ts";
import { gapNotes, levelLines } from "./lower/levels.ts";
import { shows } from "./lower/marks.ts";
import { isBroken, missingIn } from "./lower/missing.ts";
import { label, lineStyle, series, seriesDash, seriesInk, textInk } from "./lower/notation.ts";
import { formatCode, markText, valueAxis } from "./lower/number.ts";
import { isWhole, rangeBand, rangeBars, rangesOf } from "./lower/range.ts";
import { niceSteps } from "./lower/scale.ts";
import { type ChartTable, given, hasPeriodRows, measureIn, NAMED, tabulate } from "./lower/table.ts";
import { alt, annotationWords, caption, notationNotes, sentence } from "./lower/wording.ts";

const Line = ChartCommon.extend({
  kind: z.literal("line"),
  series: SeriesNames.optional().describe("Names of the lines, where they come from data."),
  data: Data.optional().describe("Points of the lines; or name metrics."),
  target: z
    .number()
    .optional()
    .describe("A level to reach, drawn dashed; the metric's target when left out."),
});
type Line = z.infer<typeof Line>;

/** Values over time: actual solid, forecast dashed from the last actual on, its range as a band, the target as a level. */
export const line = chartKind({
  name: "line",
  shows:
    "Values over time: actuals solid, forecasts dashed from the joining point on, their range as a band.",
  schema: Line,
  annotations: [
    "target",
    "forecast",
    "range",
    "cagr",
    "average",
    "difference",
    "values",
    "marks",
    "compare",
    "callouts",
  ],
  lower,
});

function lower(chart: Line, context: ChartContext): ChartModel {
  return drawLine(chart, context, ["target", "range"]);
}

/** The line chart of a kind that shows `usual` where the chart does not say what it shows. */
export function drawLine(
  chart: Line,
  context: ChartContext,
  usual: readonly ("target" | "range")[],
  kind: "line" | "sparkline" = "line",
): ChartModel {
  const table = trueToTime(tabulate(chart, context, LONG), context);
  const calendar = calendarOf(table);
  const single = table.columns.length === 1;
  const heights = table.columns[0]?.values ?? [];
  const ranged = single && shows(chart, "range", usual) ? rangesOf(table) : [];
  const band = isWhole(table, ranged) ? rangeBand(table, ranged, context) : undefined;
  const lacks: Lacks = { range: ranged.length === 0 && (single ? "range" : "oneSeries") };
  const manner = { levels: heights, whole: single, target: usual.includes("target"), lacks };
  const { held, overlays: annotations } = annotateColumns(chart, table, manner, context);

  const solid: Series[] = [];
  const dashed: Series[] = [];
  // Across weekends the line of weekdays goes on, unless a weekday is missing too.
  const resting = table.columns.every(
    (column) => column.rests !== undefined && missingIn(column).length === 0,
  );
  // PowerPoint has one setting for all lines of a chart: where a gap of one stays, those of the others do too.
  const broken =
    table.columns.some(isBroken) ||
    (!resting && table.columns.some((column) => hasGap(split(column).actual)));
  const overlays: Overlay[] = [...annotations];
  table.columns.forEach((column, n) => {
    const { actual, expected } = split(column);
    const ink = single ? "accent" : seriesInk(n);
    const all = shows(chart, "values");
    const points = given(column);
    const measured = { ...table, measure: measureIn(table, column) };
    const format = formatCode(context, measured.measure);
    const last = points.at(-1);
    // A line of which every value is missing keeps its column in the workbook.
    if (last === undefined || actual.some((value) => value !== null)) {
      solid.push({
        ...series(
          { id: column.id, name: column.name, role: "actual", format, paint: { ink, pattern: "solid" } },
          actual,
          {
            from: column.from,
            line: { ...lineStyle("actual", ink), ...(single ? {} : { dash: seriesDash(n) }) },
            ...dotAt(actual, ink, !resting),
          },
        ),
        labels: single
          ? pointLabels(
              actual,
              measured,
              context,
              all ? "all" : "ends",
              expected.some((v) => v !== null),
            )
          : all
            ? everyLabel(actual, ink, last, measured, context)
            : actual.map(() => null),
      });
    }
    if (expected.some((value) => value !== null)) {
      const role = column.kinds.find((kind) => kind !== "actual") ?? "forecast";
      const name = context.say(`chart.series.${role}`, { name: column.name });
      const joint = lastGiven(actual);
      dashed.push({
        ...series(
          { id: `${column.id}-${role}`, name, role, format, paint: { ink, pattern: "hatch" } },
          expected,
          {
            from: column.from,
            ...(joint < 0 ? {} : { joint }),
            line: lineStyle(role, ink),
            ...dotAt(expected, ink, broken),
            ...(ranged.length > 0 && band === undefined ? { errorBars: rangeBars(column, ranged) } : {}),
          },
        ),
        labels: single
          ? forecastLabels(expected, joint, table, context, all)
          : all
            ? everyLabel(
                expected.map((value, n) => (n === joint ? null : value)),
                ink,
                last,
                measured,
                context,
              )
            : expected.map(() => null),
      });
    }
    if (!single && last !== undefined) {
      overlays.push({
        type: "end",
        at: { c: last.n, v: last.value },
        text: column.name,
        value: markText(context, last.value, measured.measure),
        ink: textInk(ink),
        from: column.from[last.n],
      });
    }
  });

  const numbers = [
    ...table.columns.flatMap((column) => given(column).map(({ value }) => value)),
    ...ranged.flatMap(({ low, high }) => [low, high]),
    ...held.all.map(({ value }) => value),
  ];
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  // A line may start above zero, unless zero is near enough to show.
  const zero = low <= 0 || low <= 0.4 * high;
  const percent = table.measure.unit === "%" && high <= 100 && low >= 0;
  const axis = valueAxis(
    context,
    niceSteps(low, high, { zero, headroom: 0.06, ...(percent ? { cap: 100 } : {}) }),
    table.measure,
    {
      visible: true,
      gridlines: true,
    },
  );

  const layers: Layer[] = [];
  if (band !== undefined)
    layers.push({ type: "areas", grouping: "stacked", series: [band.low, band.width], axis: "value" });
  const levels = levelLines(chart, table, held, context);
  if (levels.length > 0) layers.push({ type: "lines", missing: "span", axis: "value", series: levels });
  if (dashed.length > 0)
    layers.push({ type: "lines", missing: broken ? "gap" : "span", axis: "value", series: dashed });
  if (solid.length > 0)
    layers.push({ type: "lines", missing: resting ? "span" : "gap", axis: "value", series: solid });

  const notes = [
    ...notationNotes(table, "line").map((phrase) => context.say(phrase)),
    ...(ranged.length === 0
      ? []
      : [context.say(band === undefined ? "chart.errorBars" : "chart.notation.range")]),
    ...gapNotes(table, held, context),
  ];
  return {
    type: "chart",
    id: chart.id,
    kind,
    message: context.message,
    caption: caption(chart, table, context, notes),
    alt: alt(kind, table, context, [
      ...held.all.map(({ text }) => sentence(text, context)),
      ...annotationWords(table.rows, overlays, context),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: table.rows.map((row) => row.category),
      value: axis,
      between: standsBetween(calendar),
      ...calendar,
      // Categories along a line have an order, so that a long axis needs only some of their names.
      timed: hasPeriodRows(table) || table.rows.length > NAMED,
    },
    layers,
    legend: [],
    overlays,
    heading: table.heading,
    // The ends as they were given; the band itself needs its low end and its width, also where nothing was given.
    ...(band === undefined ? {} : { columns: band.ends }),
    from: context.from,
  };
}

/** A dot at the last value alone; where gaps stay gaps, also at values between two of them, which no line would show. */
function dotAt(
  values: readonly (number | null)[],
  ink: Series["paint"]["ink"],
  gaps: boolean,
): Pick<Series, "marker" | "points"> {
  const last = lastGiven(values);
  const alone = (n: number): boolean =>
    gaps && (values[n - 1] ?? null) === null && (values[n + 1] ?? null) === null;
  const points: Record<number, { marker: boolean }> = {};
  values.forEach((value, n) => {
    if (value !== null && n !== last && !alone(n)) points[n] = { marker: false };
  });
  return { marker: { shape: "circle", size: 6, paint: { ink, pattern: "solid" } }, points };
}

/** First, last, lowest and highest value; or every value. */
function pointLabels(
  values: readonly (number | null)[],
  table: ChartTable,
  context: ChartContext,
  which: "ends" | "all",
  goesOn: boolean,
): readonly (Label | null)[] {
  const points = given({ values });
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return values.map(() => null);
  const low = points.reduce((best, point) => (point.value < best.value ? point : best), first);
  const high = points.reduce((best, point) => (point.value >= best.value ? point : best), first);
  return values.map((value, n) => {
    if (value === null) return null;
    const text = markText(context, value, table.measure);
    if (n === last.n) return label(text, goesOn ? "above" : "right", { bold: true, priority: 9 });
    if (n === first.n) return label(text, "above", { priority: 5 });
    if (n === low.n) return label(text, "below", { priority: 4 });
    if (n === high.n) return label(text, "above", { priority: 4 });
    return which === "all" ? label(text, "above", { priority: 1 }) : null;
  });
}

/** Every value of one of several lines, in its colour, but the last, which stands with the name at the line's end. */
const everyLabel = (
  values: readonly (number | null)[],
  ink: Series["paint"]["ink"],
  last: { readonly n: number } | undefined,
  table: ChartTable,
  context: ChartContext,
): readonly (Label | null)[] =>
  values.map((value, n) =>
    value === null || n === last?.n
      ? null
      : label(markText(context, value, table.measure), "above", { ink: textInk(ink) }),
  );

function forecastLabels(
  values: readonly (number | null)[],
  joint: number,
  table: ChartTable,
  context: ChartContext,
  all: boolean,
): readonly (Label | null)[] {
  const last = lastGiven(values);
  return values.map((value, n) => {
    if (value === null || n === joint) return null;
    const text = markText(context, value, table.measure);
    if (n === last) return label(text, "right", { bold: true, priority: 8 });
    return all ? label(text, "above", { priority: 1 }) : null;
  });
}
