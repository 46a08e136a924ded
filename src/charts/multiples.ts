import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  chartTooFew,
  chartTooManyCategories,
  chartTooManyNames,
  chartTooManySeries,
} from "../diagnostics/messages/index.ts";
import type { ValueKind } from "../model/bundle/common.ts";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { Category, ChartModel, Label, Layer, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { barSeries, HIDDEN_AXIS_STEPS } from "./lower/bars.ts";
import { lastGiven, split } from "./lower/kinds.ts";
import { missingNotes } from "./lower/missing.ts";
import { label, lineStyle, series } from "./lower/notation.ts";
import { formatCode, markText, valueAxis } from "./lower/number.ts";
import { niceSteps } from "./lower/scale.ts";
import {
  allValues,
  type ChartTable,
  given,
  hasPeriodRows,
  measureIn,
  type TableColumn,
  tabulate,
} from "./lower/table.ts";
import { alt, caption, notationNotes, remarks } from "./lower/wording.ts";

const Multiples = ChartCommon.omit({ compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("multiples"),
  series: SeriesNames.optional().describe("Names of the small charts, from left to right; two to six."),
  data: Data.optional().describe(
    "The periods or categories that all small charts share, with one value per series; or name metrics of one unit.",
  ),
  form: z
    .enum(["line", "column"])
    .optional()
    .describe("What each small chart is: a line (default where the rows are periods), or columns."),
});
type Multiples = z.infer<typeof Multiples>;

/** One small chart for each series, side by side, all on one scale. */
export const multiples = chartKind({
  name: "multiples",
  shows:
    "One small chart a series, side by side on one scale: lines or columns under their names. For the courses of several things, which would cross in one line chart; for two or three lines that do not cross, draw a line chart.",
  schema: Multiples,
  annotations: [],
  lower,
});

/** Small charts that are wide enough beside one another, and rows of each. */
const MOST = 6;
const ROWS = 24;
/** Names of categories that have room below all small charts together. */
const NAMES = 20;
/** Name of the empty places between two small charts in the sheet, where a cell of a name may not be empty. */
const BLANK = "\u00a0";

function lower(chart: Multiples, context: ChartContext): ChartModel {
  const table = tabulate(chart, context);
  const timed = hasPeriodRows(table);
  refuse(chart, table, timed, context);
  const form = chart.form ?? (timed ? "line" : "column");
  const rows = table.rows.length;
  const gap = timed ? gapFor(table) : 1;
  const panels = table.columns.map((_column, n) => ({ from: n * (rows + gap) }));
  const count = panels.length * (rows + gap) - gap;
  const spread = <T>(panel: number, values: readonly T[], none: T): readonly T[] =>
    Array.from({ length: count }, (_, c) => {
      const row = c - (panels[panel]?.from ?? 0);
      return row >= 0 && row < rows ? (values[row] ?? none) : none;
    });
  const drawn = table.columns.flatMap((column, n) =>
    (form === "line" ? curves(table, column, context) : [barSeries(table, column, 0, context)]).map(
      (each): Series => ({
        ...each,
        values: spread(n, each.values, null),
        labels: spread(n, each.labels, null),
        points: Object.fromEntries(
          Object.entries(each.points).map(([row, point]) => [Number(row) + (panels[n]?.from ?? 0), point]),
        ),
        ...(each.from === undefined ? {} : { from: spread(n, each.from, undefined) }),
        ...(each.remarks === undefined ? {} : { remarks: spread(n, each.remarks, "") }),
        ...(each.joint === undefined ? {} : { joint: each.joint + (panels[n]?.from ?? 0) }),
      }),
    ),
  );
  const numbers = allValues(table);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const steps =
    form === "line"
      ? niceSteps(low, high, { zero: false, headroom: 0.12, count: 4 })
      : niceSteps(low, high, { count: HIDDEN_AXIS_STEPS });
  const layers: readonly Layer[] =
    form === "line"
      ? [{ type: "lines", series: drawn, axis: "value", missing: "gap" }]
      : // One on top of the other: at each place only one of them has a value.
        [
          {
            type: "bars",
            grouping: "stacked",
            series: drawn.map(inStack),
            gap: 25,
            overlap: 100,
            axis: "value",
          },
        ];
  return {
    type: "chart",
    id: chart.id,
    kind: "multiples",
    message: context.message,
    caption: caption(chart, table, context, [
      context.say("chart.multiples.note"),
      ...notationNotes(table, form === "line" ? "line" : "bar").map((phrase) => context.say(phrase)),
      ...missingNotes(table, context),
    ]),
    alt: alt("multiples", table, context),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: categoriesOf(table, panels.length, gap, timed),
      value: valueAxis(context, steps, table.measure, {
        visible: form === "line",
        gridlines: form === "line",
      }),
      between: true,
      panels: { rows, places: panels },
    },
    layers,
    legend: [],
    overlays: panels.map(
      ({ from }, n): Overlay => ({
        type: "zone",
        from: from - gap / 2,
        to: from + rows - 1 + gap / 2,
        text: table.columns[n]?.name ?? "",
        brief: table.columns[n]?.name ?? "",
        bold: true,
        cut: true,
      }),
    ),
    heading: table.heading,
    from: context.from,
  };
}

/** Width of all small charts together, and of a letter below them, in pt, on a slide. */
const WIDTH = 600;
const LETTER = 5.5;
/** Distance of two names, in pt. */
const APART = 8;

const nameWidth = ({ rows }: ChartTable): number =>
  Math.max(...rows.map(({ category }) => [...category.label].length)) * LETTER + APART;

/** Empty places between two small charts, so many that the names at their ends keep apart. */
function gapFor(table: ChartTable): number {
  const [rows, small] = [table.rows.length, table.columns.length];
  const slot = (gap: number): number => WIDTH / (small * (rows + gap) - gap);
  let gap = 1;
  while (gap < rows && (gap + 1) * slot(gap) < nameWidth(table)) gap += 1;
  return gap;
}

/** A stack has no outside end in PowerPoint; the writer moves a number above its part, or below where it is negative. */
const inStack = (bars: Series): Series => ({
  ...bars,
  labels: bars.labels.map((each, n): Label | null =>
    each === null ? null : { ...each, at: (bars.values[n] ?? 0) < 0 ? "below" : "above" },
  ),
});

/** The rows of each small chart with empty places between; of periods that are too close only the first and the last are named. */
function categoriesOf(table: ChartTable, panels: number, gap: number, timed: boolean): readonly Category[] {
  const last = table.rows.length - 1;
  const close = WIDTH / (panels * (table.rows.length + gap) - gap) < nameWidth(table);
  const own = table.rows.map(({ category, highlight }, n): Category => {
    const { group, ...rest } = category;
    const whole = group === undefined ? rest : { ...rest, group };
    const bold = highlight ? { bold: true } : {};
    if (!timed || !close) return { ...whole, ...bold };
    return { ...whole, ...bold, width: n === 0 || n === last ? gap + 1 : 0 };
  });
  const blank: Category = { label: BLANK, width: 0 };
  return Array.from({ length: panels }, (_, n) => [
    ...own,
    ...(n < panels - 1 ? Array.from({ length: gap }, () => blank) : []),
  ]).flat();
}

/** The line of a small chart as far as it happened, and what is expected, which begins at the last value that happened. */
function curves(table: ChartTable, column: TableColumn, context: ChartContext): readonly Series[] {
  const measure = measureIn(table, column);
  const points = given(column);
  const [first, last] = [points[0]?.n, points.at(-1)?.n];
  const { actual, expected } = split(column);
  const kind = points.map(({ n }) => column.kinds[n] ?? "actual").find((each) => each !== "actual");
  const joint = lastGiven(actual);
  const ink = { ink: "accent", pattern: "solid" } as const;
  const part = (role: ValueKind, values: readonly (number | null)[]): Series =>
    series(
      {
        id: role === "actual" ? column.id : `${column.id}-${role}`,
        name: role === "actual" ? column.name : context.say(`chart.series.${role}`, { name: column.name }),
        role,
        format: formatCode(context, measure),
        paint: ink,
      },
      values,
      {
        from: column.from,
        ...remarks([column], column, context),
        ...(role === "actual" || joint < 0 ? {} : { joint }),
        line: lineStyle(role, ink.ink),
        marker: { shape: "circle", size: 5, paint: ink },
        points: Object.fromEntries(
          values.flatMap((value, n) =>
            value === null || n === first || n === last ? [] : [[n, { marker: false }]],
          ),
        ),
        labels: values.map((value, n): Label | null =>
          value === null || (n !== first && n !== last) || (role !== "actual" && n === joint)
            ? null
            : label(markText(context, value, measure), "above", {
                bold: n === last,
                priority: n === last ? 9 : 6,
              }),
        ),
      },
    );
  return [
    ...(joint < 0 && kind !== undefined ? [] : [part("actual", actual)]),
    ...(kind === undefined ? [] : [part(kind, expected)]),
  ];
}

function refuse(chart: Multiples, table: ChartTable, timed: boolean, context: ChartContext): void {
  const at = { path: context.from };
  const [rows, small] = [table.rows.length, table.columns.length];
  const places = rows * small;
  const problems = [
    ...(small < 2 ? [chartTooFew(at, chart.id, small, 2, "line")] : []),
    ...(small > MOST ? [chartTooManySeries(at, chart.id, small, MOST)] : []),
    ...(rows > ROWS ? [chartTooManyCategories(at, chart.id, rows, ROWS)] : []),
    ...(!timed && places > NAMES
      ? [chartTooManyNames(at, chart.id, rows, Math.max(1, Math.floor(NAMES / small)))]
      : []),
  ];
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
