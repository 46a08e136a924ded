import { z } from "zod";
import { Refusal } from "../diagnostics/diagnostic.ts";
import { chartNegative, chartZeroWhole } from "../diagnostics/messages.ts";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { ChartModel } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { STACK_SERIES } from "./lower/notation.ts";
import { type Measure, markText, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { niceSteps } from "./lower/scale.ts";
import { partNames, readsLying, shareOf, shareText, stackKey, stackSeries, wholeOf } from "./lower/stack.ts";
import { type ChartTable, LIMITS, tabulate } from "./lower/table.ts";
import { alt, caption, notationNotes } from "./lower/wording.ts";

const Stacked100 = ChartCommon.extend({
  kind: z.literal("stacked100"),
  series: SeriesNames.optional().describe("Names of the parts, from the foot of the stack up; at most five."),
  data: Data.optional().describe(
    "The stacks, with one value per part; base says how many shares are shares of. Or name metrics.",
  ),
  order: z
    .enum(["size", "given"])
    .optional()
    .describe("Stacks keep the order given unless this says size: then by the share of the first part."),
});
type Stacked100 = z.infer<typeof Stacked100>;

/** Shares of one whole each, all of one length, with what they are shares of. */
export const stacked100 = chartKind({
  name: "stacked100",
  schema: Stacked100,
  annotations: ["values"],
  lower,
});

const PERCENT: Measure = { unit: "%", decimals: 0 };

function lower(chart: Stacked100, context: ChartContext): ChartModel {
  const read = tabulate(chart, context, { ...LIMITS, series: STACK_SERIES });
  refuse(chart, read, context);
  const table =
    chart.order === "size" && !read.timed
      ? sortBySize(read, context, inShares(read).columns[0]?.values ?? [])
      : read;
  const lying = readsLying(table);
  const whole = (row: number): number => wholeOf(table.columns, row);
  const parts = stackSeries(table, context, (value, row) => ({
    text: shareText(context, shareOf(value, whole(row))),
    value: false,
  }));
  const shares = table.measure.unit === "%" || table.measure.unit === "pp";
  const bases = table.rows.map((row, n): string | undefined => {
    const given = table.timed ? undefined : chart.data?.find((datum) => datum.label === row.key)?.base;
    if (given !== undefined) return context.format(given, { unit: "", decimals: 0 });
    return shares ? undefined : markText(context, whole(n), table.measure);
  });
  const categories = table.rows.map((row, n) => {
    const count = bases[n];
    const bold = row.highlight ? { bold: true } : {};
    if (count === undefined || table.timed) return { ...row.category, ...bold };
    return lying
      ? { ...row.category, ...bold, label: context.say("chart.base.label", { label: row.long, count }) }
      : { ...row.category, ...bold, group: context.say("chart.base", { count }) };
  });
  return {
    type: "chart",
    id: chart.id,
    kind: "stacked100",
    message: context.message,
    caption: caption(chart, { ...table, measure: PERCENT }, context, [
      ...notationNotes(table, "bar").map((phrase) => context.say(phrase)),
      ...(bases.some((base) => base === undefined) ? [context.say("chart.base.unknown")] : []),
    ]),
    alt: alt("stacked100", inShares(table), context),
    render: chart.render ?? "native",
    plane: {
      type: "category",
      orientation: lying ? "horizontal" : "vertical",
      categories,
      value: valueAxis(context, niceSteps(0, 100, { count: 10 }), PERCENT, {
        visible: false,
        gridlines: false,
      }),
      between: true,
      timed: table.timed,
    },
    layers: [
      {
        type: "bars",
        grouping: "percentStacked",
        series: parts,
        gap: lying ? 45 : 55,
        overlap: 100,
        axis: "value",
      },
    ],
    key: lying ? stackKey(parts) : [],
    overlays: lying
      ? []
      : partNames(table, (row) =>
          table.columns.map((each) => (whole(row) === 0 ? 0 : shareOf(each.values[row] ?? 0, whole(row)))),
        ),
    heading: table.heading,
    from: context.from,
  };
}

/** What a screen reader hears: the shares, not the values behind them. */
function inShares(table: ChartTable): ChartTable {
  const columns = table.columns.map((column) => ({
    ...column,
    values: column.values.map((value, row) => {
      const whole = wholeOf(table.columns, row);
      return value === null || whole === 0 ? null : shareOf(value, whole);
    }),
  }));
  return { ...table, columns, measure: PERCENT };
}

function refuse(chart: Stacked100, table: ChartTable, context: ChartContext): void {
  const at = { path: context.from };
  const negative = table.rows.filter((_row, n) =>
    table.columns.some((column) => (column.values[n] ?? 0) < 0),
  );
  const problems = negative.map((row) => chartNegative(at, chart.id, row.long, "a stack of shares"));
  const empty = table.rows.every((_row, n) => wholeOf(table.columns, n) === 0);
  if (problems.length === 0 && empty) problems.push(chartZeroWhole(at, chart.id));
  if (problems.length > 0) throw new Refusal(problems);
}
