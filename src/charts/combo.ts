import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartNoData, chartSameUnit, chartTwoAxes } from "../diagnostics/messages/index.ts";
import { Decimals, Name, Scale, Unit, type ValueKind } from "../model/bundle/common.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Label, LegendEntry, Series, ValueAxis } from "../model/chart.ts";
import { rich } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { forecastGround } from "./lower/annotate.ts";
import { refuseLacking } from "./lower/asked.ts";
import { barSeries, labelsAtFoot } from "./lower/bars.ts";
import { kindWords, lastGiven, split } from "./lower/kinds.ts";
import { events } from "./lower/marks.ts";
import { missingNotes, missingWords } from "./lower/missing.ts";
import { label, lineStyle, series } from "./lower/notation.ts";
import { formatCode, type Measure, markText, valueAxis } from "./lower/number.ts";
import { niceSteps, type Steps } from "./lower/scale.ts";
import {
  CATEGORY_LIMITS,
  type ChartTable,
  given,
  hasPeriodRows,
  measureOf,
  type TableColumn,
  tabulate,
} from "./lower/table.ts";
import { altText, annotationWords, notationNotes, remarks, seriesWords } from "./lower/wording.ts";

const Combo = ChartCommon.omit({ compare: true, callouts: true, measure: true }).extend({
  kind: z.literal("combo"),
  series: z
    .array(Name)
    .length(2)
    .optional()
    .describe("Names of the columns and of the line; they name the axes too."),
  data: Data.optional().describe(
    "Two values each: of the column, and of the line. Or name two metrics, the columns first.",
  ),
  line: z
    .strictObject({
      unit: Unit,
      scale: Scale.optional(),
      decimals: Decimals.optional().describe("Digits after the decimal mark."),
    })
    .optional()
    .describe(
      "What the line is measured in, where it is no metric; unit, scale and decimals are the columns'.",
    ),
});
type Combo = z.infer<typeof Combo>;

/** Columns with a line on a second axis: two measures of different units, each with its axis and its name there. */
export const combo = chartKind({
  name: "combo",
  shows:
    "Columns and a line of another unit on a second axis; both axes are named and in the colour of their marks.",
  schema: Combo,
  annotations: ["forecast", "values", "marks"],
  lower,
});

function lower(chart: Combo, context: ChartContext): ChartModel {
  const { table, columns, line } = read(chart, context);
  const bars = barSeries(table, columns.column, 0, context);
  const drawn: Series = { ...bars, labels: labelsAtFoot(bars, { priority: 0 }) };
  const ground = forecastGround(chart, table, context);
  refuseLacking(chart, { forecast: ground.length === 0 && "expected" }, context.from);
  const overlays = [...events(chart, table, context), ...ground];
  const [low, high] = apart(columns.column, line.column);
  const named = (side: Side): string => {
    const unit = context.unit(side.measure.unit, side.measure.scale);
    return context.say("chart.axis", { name: side.column.name, unit: unit === "" ? undefined : unit });
  };
  const titles = { left: named(columns), right: named(line) };
  const right = valueAxis(context, high, line.measure, {
    visible: true,
    gridlines: false,
    title: titles.right,
  });
  const curves = curve(line, context);
  const key: readonly LegendEntry[] = [
    { name: drawn.name, paint: drawn.paint, shape: "box" },
    ...curves.map(
      (each): LegendEntry => ({
        name: each.name,
        paint: CURVE,
        shape: "line",
        line: each.line ?? lineStyle("actual", CURVE.ink),
      }),
    ),
  ];
  const notes = [
    ...notationNotes({ columns: [columns.column] }, "bar"),
    ...notationNotes({ columns: [line.column] }, "line"),
  ];
  const both = [
    context.say("chart.axis.left", { name: titles.left }),
    context.say("chart.axis.right", { name: titles.right }),
  ];
  return {
    type: "chart",
    id: chart.id,
    kind: "combo",
    message: context.message,
    caption: rich(
      [
        [...both, ...(table.span === "" ? [] : [table.span])].join(context.marks.semicolon),
        ...(chart.valueKind === undefined || chart.valueKind === "actual" || table.timed
          ? []
          : [context.say(`chart.kind.${chart.valueKind}`)]),
        ...notes.map((phrase) => context.say(phrase)),
        ...missingNotes(table, context),
      ].join(context.marks.semicolon),
    ),
    alt: altText("combo", { span: table.span, kinds: kindWords(table, context) }, context, [
      ...seriesWords(table, columns.column, context),
      ...seriesWords({ ...table, measure: line.measure }, line.column, context),
      ...missingWords(table, context),
      ...annotationWords(table.rows, overlays, context),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: table.rows.map((row) => row.category),
      value: valueAxis(context, low, columns.measure, {
        visible: true,
        gridlines: false,
        title: titles.left,
      }),
      secondary: withoutNegatives(right, given(line.column)),
      between: true,
      timed: hasPeriodRows(table),
    },
    layers: [
      { type: "bars", grouping: "clustered", series: [drawn], gap: 55, overlap: 0, axis: "value" },
      { type: "lines", series: curves, axis: "secondary", missing: "gap" },
    ],
    legend: key,
    overlays,
    heading: table.heading,
    from: context.from,
  };
}

const CURVE = { ink: "ink", pattern: "solid" } as const;

/** The line as far as it happened, and what is expected, which begins at the last value that happened. */
function curve({ column, measure }: Side, context: ChartContext): readonly Series[] {
  const points = given(column);
  const [first, last] = [points[0]?.n, points.at(-1)?.n];
  const { actual, expected } = split(column);
  const kind = points.map(({ n }) => column.kinds[n] ?? "actual").find((each) => each !== "actual");
  const joint = lastGiven(actual);
  const part = (role: ValueKind, values: readonly (number | null)[]): Series =>
    series(
      {
        id: role === "actual" ? column.id : `${column.id}-${role}`,
        name: role === "actual" ? column.name : context.say(`chart.series.${role}`, { name: column.name }),
        role,
        format: formatCode(context, measure),
        paint: CURVE,
      },
      values,
      {
        from: column.from,
        ...remarks([column], column, context),
        ...(role === "actual" || joint < 0 ? {} : { joint }),
        line: lineStyle(role, CURVE.ink),
        // A piece of the line looks like the value that it leads to.
        points: Object.fromEntries(
          points.flatMap(({ n }) => {
            const own = column.kinds[n] ?? "actual";
            return own === role || own === "actual" ? [] : [[n, { line: lineStyle(own, CURVE.ink) }]];
          }),
        ),
        marker: { shape: "circle", size: 6, paint: CURVE },
        labels: values.map((value, n): Label | null =>
          value === null || (role !== "actual" && n === joint)
            ? null
            : label(markText(context, value, measure), "above", {
                bold: n === last,
                priority: n === last ? 9 : n === first ? 6 : 4,
              }),
        ),
      },
    );
  return [
    ...(joint < 0 ? [] : [part("actual", actual)]),
    ...(kind === undefined ? [] : [part(kind, expected)]),
  ];
}

/** Share of the height that columns take where the line stands over them, and that the line takes. */
const COLUMNS = 0.64;
const LINE = 0.26;

/**
 * Columns below and the line above, so that neither covers the other's numbers. Below zero there is no such order, and
 * both scales cover their data.
 */
function apart(column: TableColumn, line: TableColumn): readonly [Steps, Steps] {
  const bars = given(column).map(({ value }) => value);
  const points = given(line).map(({ value }) => value);
  const [least, most] = [Math.min(...points), Math.max(...points)];
  if (Math.min(...bars) < 0 || least < 0 || Math.max(...bars) <= 0)
    return [niceSteps(Math.min(...bars), Math.max(...bars)), niceSteps(least, most, { headroom: 0.1 })];
  const range = most > least ? most - least : Math.abs(most) * 0.2 || 1;
  const top = most + range * 0.35;
  return [
    niceSteps(0, Math.max(...bars) / COLUMNS),
    niceSteps(top - range / LINE, top, { zero: false, count: 6 }),
  ];
}

/** The axis of a line over the columns may begin below zero, where a quantity has no values: no number stands there. */
function withoutNegatives(axis: ValueAxis, points: readonly { readonly value: number }[]): ValueAxis {
  if (points.some(({ value }) => value < 0)) return axis;
  const [positive] = axis.format.code.split(";");
  return {
    ...axis,
    ticks: axis.ticks.map((tick) => (tick.value < 0 ? { ...tick, label: "" } : tick)),
    format: { code: `${positive};;${positive}` },
  };
}

interface Side {
  readonly column: TableColumn;
  readonly measure: Measure;
}

/** Two series of different units. */
function read(
  chart: Combo,
  context: ChartContext,
): { readonly table: ChartTable; readonly columns: Side; readonly line: Side } {
  const at = { path: context.from };
  const table = tabulate(chart, context, { ...CATEGORY_LIMITS, series: 12, mixed: true });
  const [first, second] = table.columns;
  if (first === undefined || second === undefined || table.columns.length !== 2)
    throw new DiagnosticsError([chartTwoAxes(at, chart.id, table.columns.length)]);
  const { metric } = second;
  const scale = metric === undefined ? chart.line?.scale : metric.scale;
  const measure: Measure =
    metric === undefined
      ? measureOf(
          {
            ...chart,
            unit: chart.line?.unit,
            scale,
            decimals: chart.line?.decimals,
          },
          second.values,
        )
      : { unit: metric.unit, decimals: metric.decimals, ...(scale === undefined ? {} : { scale }) };
  const own: Measure =
    first.metric === undefined
      ? measureOf(chart, first.values)
      : { ...table.measure, decimals: first.metric.decimals };
  if (measure.unit === own.unit) throw new DiagnosticsError([chartSameUnit(at, chart.id, own.unit)]);
  if (given(first).length === 0 || given(second).length === 0)
    throw new DiagnosticsError([chartNoData(at, chart.id)]);
  return {
    table: { ...table, measure: own },
    columns: { column: first, measure: own },
    line: { column: second, measure },
  };
}
