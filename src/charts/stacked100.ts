import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartMissingValue, chartNegative, chartZeroWhole } from "../diagnostics/messages/index.ts";
import { ChartCommon, Data, SeriesNames } from "../model/bundle/index.ts";
import type { ChartModel, Label, Series } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { refuseLacking } from "./lower/asked.ts";
import { shows } from "./lower/marks.ts";
import { lackingIn, missingNotes } from "./lower/missing.ts";
import { label, NO_PAINT, STACK_SERIES, series } from "./lower/notation.ts";
import { formatCode, type Measure, markText, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { niceSteps } from "./lower/scale.ts";
import {
  partNames,
  partShare,
  readsLying,
  shareText,
  stackKey,
  stackSeries,
  stacksOf,
  totalsAlt,
  totalZones,
  wholeOf,
} from "./lower/stack.ts";
import { CATEGORY_LIMITS, type ChartTable, tabulate } from "./lower/table.ts";
import { alt, caption, notationNotes } from "./lower/wording.ts";

const Stacked100 = ChartCommon.extend({
  kind: z.literal("stacked100"),
  series: SeriesNames.optional().describe("Names of the parts, from the foot of the stack up; at most five."),
  data: Data.optional().describe(
    "The stacks, at most 60, with one value per part; base says how many shares are shares of. Or name metrics.",
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
  shows: "Shares of a whole by category, with the base that each is a share of.",
  schema: Stacked100,
  annotations: ["total", "values"],
  additive: true,
  lower,
});

const PERCENT: Measure = { unit: "%", decimals: 0 };

function lower(chart: Stacked100, context: ChartContext): ChartModel {
  const read = tabulate(chart, context, { ...CATEGORY_LIMITS, series: STACK_SERIES });
  refuse(chart, read, context);
  const table =
    chart.order === "size" && !read.timed
      ? sortBySize(read, context, inShares(read).columns[0]?.values ?? [])
      : read;
  const horizontal = readsLying(table);
  const incomplete = table.rows.map((_row, n) => isIncomplete(table, n));
  // Shares that are given are true beside a missing one; amounts have no shares before all of them are known.
  const apart = incomplete.includes(true) && areShares(table);
  const drawn: ChartTable = apart ? table : withoutIncomplete(table);
  const whole = (row: number): number => (apart ? 100 : wholeOf(table.columns, row));
  const parts = stackSeries(drawn, context, (value, row) => ({
    text: shareText(context, partShare(value, whole(row))),
    value: false,
  }));
  const shares = table.measure.unit === "%" || table.measure.unit === "pp";
  const totals = shows(chart, "total");
  refuseLacking(chart, { total: shares && "sum" }, context.from);
  const format = formatCode(context, table.measure);
  const given = ({ category }: ChartTable["rows"][number]): number | undefined =>
    table.timed ? undefined : chart.data?.[Number(category.from?.at(-1))]?.base;
  const bases = table.rows.map((row, n): string | undefined => {
    const base = given(row);
    if (base !== undefined) return context.format(base, { unit: "", decimals: 0 });
    return shares || totals || incomplete[n] === true
      ? undefined
      : markText(context, whole(n), table.measure);
  });
  // The unit where the values are summed: EUR million.
  const summed =
    !table.timed && table.rows.some((row, n) => bases[n] !== undefined && given(row) === undefined)
      ? context.unit(table.measure.unit, table.measure.scale)
      : "";
  const categories = table.rows.map((row, n) => {
    const count = bases[n];
    const bold = row.highlight ? { bold: true } : {};
    if (count === undefined || table.timed) return { ...row.category, ...bold };
    return horizontal
      ? { ...row.category, ...bold, label: context.say("chart.base.label", { label: row.long, count }) }
      : { ...row.category, ...bold, base: context.say("chart.base", { count }) };
  });
  return {
    type: "chart",
    id: chart.id,
    kind: "stacked100",
    message: context.message,
    caption: caption(chart, { ...table, measure: PERCENT }, context, [
      ...notationNotes(table, "bar").map((phrase) => context.say(phrase)),
      ...missingNotes(table, context),
      ...(incomplete.includes(true) && !apart ? [context.say("chart.share.missing")] : []),
      ...(summed === "" ? [] : [context.say("chart.base.unit", { unit: summed })]),
      ...(totals ? totalNotes(table, context) : []),
      ...(bases.some((base, n) => base === undefined && !totals && (shares || incomplete[n] !== true))
        ? [context.say("chart.base.unknown")]
        : []),
    ]),
    alt: alt(
      "stacked100",
      apart ? { ...table, measure: PERCENT } : inShares(table),
      context,
      totals ? totalsAlt(table, context) : [],
      table,
    ),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: horizontal ? "horizontal" : "vertical",
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
        grouping: apart ? "stacked" : "percentStacked",
        series: parts,
        gap: horizontal ? 45 : 55,
        overlap: 100,
        axis: "value",
      },
      ...(totals && horizontal
        ? [{ type: "lines", series: [totalsAtEnd(table, context)], axis: "value", missing: "gap" } as const]
        : []),
    ],
    legend: horizontal ? stackKey(parts) : [],
    overlays: horizontal
      ? []
      : [
          ...partNames(table, (row) =>
            drawn.columns.map((each) =>
              whole(row) === 0 ? 0 : partShare(each.values[row] ?? 0, whole(row)),
            ),
          ),
          ...(totals
            ? totalZones(
                table,
                context,
                table.rows.map((_row, row) => ({ row, from: row, to: row })),
              )
            : []),
        ],
    heading: table.heading,
    columns: [
      ...(totals
        ? [
            {
              name: context.say("chart.total"),
              values: stacksOf(table).map(({ total }) => total),
              format,
            },
          ]
        : []),
      // Amounts of which nothing is drawn, because one beside them is missing, stay readable.
      ...(apart
        ? []
        : table.columns
            .map((column) => ({
              name: context.say("chart.marimekko.values", { name: column.name }),
              values: column.values.map((value, n) => (incomplete[n] === true ? value : null)),
              format,
            }))
            .filter(({ values }) => values.some((value) => value !== null))),
    ],
    from: context.from,
  };
}

/** The words under a chart for the unit of its totals, and for those that are missing. */
const totalNotes = (table: ChartTable, context: ChartContext): readonly string[] => {
  const unit = context.unit(table.measure.unit, table.measure.scale);
  return [
    context.say("chart.total.unit", { unit: unit === "" ? undefined : unit }),
    ...(stacksOf(table).some(({ total }) => total === null) ? [context.say("chart.total.missing")] : []),
  ];
};

/** The totals at the right of horizontal stacks of shares; the points that carry them are not drawn. */
const totalsAtEnd = (table: ChartTable, context: ChartContext): Series => {
  const totals = stacksOf(table).map(({ total }) => total);
  return series(
    {
      id: `${table.id}-total`,
      name: context.say("chart.bullet.end"),
      role: "total",
      format: formatCode(context, PERCENT),
      paint: NO_PAINT,
    },
    totals.map((total) => (total === null ? null : WHOLE)),
    {
      silent: true,
      labels: totals.map((total): Label | null =>
        total === null
          ? null
          : label(markText(context, total, table.measure), "right", {
              value: false,
              bold: true,
              priority: 8,
            }),
      ),
    },
  );
};
const WHOLE = 100;

const isIncomplete = (table: ChartTable, row: number): boolean =>
  table.columns.some((column) => (column.values[row] ?? null) === null);

/** True where the known values are shares already. */
const areShares = (table: ChartTable): boolean =>
  table.measure.unit === "%" &&
  table.rows.every((_row, n) => wholeOf(table.columns, n) <= 100 + table.columns.length / 2);

/** Stacks of which a part is missing are not drawn: without it, the others would be stretched to the whole. */
const withoutIncomplete = (table: ChartTable): ChartTable => ({
  ...table,
  columns: table.columns.map((column) => ({
    ...column,
    values: column.values.map((value, n) => (isIncomplete(table, n) ? null : value)),
  })),
});

/** Shares for screen readers, in place of the values behind them. */
function inShares(given: ChartTable): ChartTable {
  const table = withoutIncomplete(given);
  // Of nothing there are no shares, and none is missing.
  const rests = new Set(
    table.rows.flatMap((_row, n) => (!isIncomplete(given, n) && wholeOf(given.columns, n) === 0 ? [n] : [])),
  );
  const columns = table.columns.map((column) => ({
    ...column,
    rests,
    values: column.values.map((value, row) => {
      const whole = wholeOf(table.columns, row);
      return value === null || whole === 0 ? null : partShare(value, whole);
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
  if (problems.length === 0 && !areShares(table) && table.rows.every((_row, n) => isIncomplete(table, n)))
    problems.push(
      ...table.rows.map((row, n) =>
        chartMissingValue(at, chart.id, row.long, "stacked", lackingIn(table, n)),
      ),
    );
  const empty = table.rows.every((_row, n) => wholeOf(table.columns, n) === 0);
  if (problems.length === 0 && empty) problems.push(chartZeroWhole(at, chart.id));
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
