import { z } from "zod";
import { Decimal } from "../base/decimal.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  chartMissingValue,
  chartNegative,
  chartTooFew,
  chartZeroWhole,
} from "../diagnostics/messages/index.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Label } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { barSeries, labelsAtFoot } from "./lower/bars.ts";
import { label, lineStyle, series } from "./lower/notation.ts";
import { formatCode, markText, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { type Steps, sum } from "./lower/scale.ts";
import { partShare } from "./lower/stack.ts";
import { type ChartTable, tabulate } from "./lower/table.ts";
import { alt, caption, notationNotes } from "./lower/wording.ts";

const Pareto = ChartCommon.omit({ metrics: true, compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("pareto"),
  data: Data.describe("The causes, in any order: the largest is drawn first, and “Other” last."),
});
type Pareto = z.infer<typeof Pareto>;

/** Causes by size, and a line of the share that they make up together (Juran's vital few). */
export const pareto = chartKind({
  name: "pareto",
  shows:
    "Causes by size, the largest first, and the share of the total that they make up together as a line.",
  schema: Pareto,
  annotations: [],
  additive: true,
  lower,
});

const PERCENT = { unit: "%", decimals: 0 } as const;
const CURVE = { ink: "ink", pattern: "solid" } as const;
/** An axis in fifths of the whole; one more leaves room above the line's end for its number. */
const fifthsOf = (whole: number): Steps => {
  const fifths = (n: number): number => new Decimal(whole).div(5).times(n).toNumber();
  return { min: 0, max: fifths(6), major: fifths(1), ticks: [0, 1, 2, 3, 4, 5].map(fifths), decimals: 0 };
};
/** Above the whole there is no share: no number stands at that tick (ECMA-376 Part 1, 18.8.31). */
const UP_TO_WHOLE = { code: '[>100]"";0"%"' } as const;

function lower(chart: Pareto, context: ChartContext): ChartModel {
  const table = sortBySize(tabulate(chart, context), context);
  const values = refuseGaps(chart, table, context);
  const whole = sum(values);
  const shares = values.map((_value, n) => partShare(sum(values.slice(0, n + 1)), whole));
  const [column] = table.columns;
  if (column === undefined) throw new Error(`chart ${chart.id} has no column`);
  const bars = barSeries(table, column, 0, context);
  const name = context.say("chart.share");
  const share = (value: number): string => markText(context, value, PERCENT);
  return {
    type: "chart",
    id: chart.id,
    kind: "pareto",
    message: context.message,
    caption: caption(
      chart,
      table,
      context,
      (["chart.pareto.note", ...notationNotes(table, "bar")] as const).map((phrase) => context.say(phrase)),
    ),
    alt: alt("pareto", table, context, [
      context.say("chart.pareto.shares", {
        shares: shares
          .map((value, n) =>
            context.say("chart.alt.item", { label: table.rows[n]?.long ?? "", value: share(value) }),
          )
          .join(context.marks.semicolon),
      }),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: table.rows.map((row) => row.category),
      // A column as high as the whole would end where the line does: both scales say the same.
      value: valueAxis(context, fifthsOf(whole), table.measure, { visible: false, gridlines: false }),
      // LibreOffice draws what belongs to a hidden second axis on the first one.
      secondary: {
        ...valueAxis(context, fifthsOf(100), PERCENT, { visible: true, gridlines: false, title: name }),
        format: UP_TO_WHOLE,
      },
      between: true,
    },
    layers: [
      {
        type: "bars",
        grouping: "clustered",
        series: [{ ...bars, labels: labelsAtFoot(bars) }],
        gap: 30,
        overlap: 0,
        axis: "value",
      },
      {
        type: "lines",
        series: [
          series(
            {
              id: `${column.id}-share`,
              name,
              role: "actual",
              format: formatCode(context, PERCENT),
              paint: CURVE,
            },
            shares.map((value) => new Decimal(value).toDecimalPlaces(2).toNumber()),
            {
              line: lineStyle("actual", CURVE.ink),
              marker: { shape: "circle", size: 6, paint: CURVE },
              labels: shares.map(
                (value, n): Label => label(share(value), "above", { priority: n === 0 ? 6 : 4 }),
              ),
            },
          ),
        ],
        axis: "secondary",
        missing: "gap",
      },
    ],
    legend: [],
    overlays: [],
    heading: table.heading,
    from: context.from,
  };
}

/** @throws DiagnosticsError for data that are no parts of one whole. */
function refuseGaps(chart: Pareto, table: ChartTable, context: ChartContext): readonly number[] {
  const values = table.columns[0]?.values ?? [];
  const here = { path: context.from };
  const at = (n: number) => ({ path: table.columns[0]?.from[n] ?? context.from });
  const problems = [
    ...(values.length < 2 ? [chartTooFew(here, chart.id, values.length, 2, "bar")] : []),
    ...table.rows.flatMap((row, n) => {
      const value = values[n] ?? null;
      if (value === null) return [chartMissingValue(at(n), chart.id, row.long, "bar")];
      return value < 0 ? [chartNegative(at(n), chart.id, row.long, "a Pareto chart")] : [];
    }),
  ];
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  if (problems.length === 0 && sum(known) === 0) problems.push(chartZeroWhole(here, chart.id));
  if (problems.length > 0) throw new DiagnosticsError(problems);
  return known;
}
