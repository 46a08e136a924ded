import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartLeftCount, chartMissingValue, chartNegative } from "../diagnostics/messages/index.ts";
import { Name } from "../model/bundle/common.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Connector, Label, Layer, Series } from "../model/chart.ts";
import type { ColorToken } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { HIDDEN_AXIS_STEPS } from "./lower/bars.ts";
import { shows } from "./lower/marks.ts";
import { lackingIn, missingNotes } from "./lower/missing.ts";
import { label, NO_PAINT, STACK_SERIES, series } from "./lower/notation.ts";
import { formatCode, fullText, markText, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { minus, niceSteps, sum } from "./lower/scale.ts";
import { partValue, stackKey, stackSeries } from "./lower/stack.ts";
import { CATEGORY_LIMITS, type ChartTable, tabulate } from "./lower/table.ts";
import { alt, caption, notationNotes, sentence } from "./lower/wording.ts";

const Diverging = ChartCommon.omit({ metrics: true, compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("diverging"),
  series: z
    .array(Name)
    .min(2)
    .max(STACK_SERIES)
    .describe(
      "Names of the parts from left to right, for example from “Strongly disagree” to “Strongly agree”. Half of them stand left of the line; the middle one of an odd number is neutral.",
    ),
  data: Data.describe(
    "One row each, with one value per part, none below zero: shares in % for groups of different size, else amounts. base says how many answered.",
  ),
  left: z
    .number()
    .int()
    .min(1)
    .max(STACK_SERIES - 1)
    .optional()
    .describe("How many parts stand left of the line, where it is not half of them; then none is neutral."),
  neutral: z
    .enum(["split", "aside"])
    .optional()
    .describe(
      "split: half of the neutral part on each side of the line (default); aside: all of it at the right.",
    ),
  order: z
    .enum(["size", "given"])
    .optional()
    .describe("Rows keep the order given unless this says size: then by the total at the right."),
});
type Diverging = z.infer<typeof Diverging>;

/** Parts on both sides of a line, with the total of each side: answers against and for, women and men. */
export const diverging = chartKind({
  name: "diverging",
  shows:
    "Parts left and right of a line, with the total of each side: answers on a scale from no to yes, or two groups back to back (butterfly). For opposites; parts of one whole without opposites are easier to compare in stacked100.",
  schema: Diverging,
  annotations: ["total"],
  lower,
});

/** Air at both ends of the axis, and before a neutral part at the right, as shares of the longest row. */
const AIR = 0.02;
const ASIDE = 0.12;

/** The parts by the side of the line that they stand on, as places of columns. */
interface Sides {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly neutral: number | undefined;
  readonly aside: boolean;
}

/** A row as it is laid: where its bar begins, the sums of its sides, and where each ends; null where a part is missing. */
interface Row {
  readonly start: number;
  readonly left: number;
  readonly right: number;
  readonly end: number;
  readonly neutral: number;
}

function lower(chart: Diverging, context: ChartContext): ChartModel {
  const read = tabulate(chart, context, { ...CATEGORY_LIMITS, series: STACK_SERIES });
  const sides = sidesOf(chart, read.columns.length, context);
  refuse(chart, read, context);
  const table =
    chart.order === "size"
      ? sortBySize(
          read,
          context,
          read.rows.map((_row, n) => (isIncomplete(read, n) ? null : sumOf(read, sides.right, n))),
        )
      : read;
  const line = lineAt(table, sides);
  const rows = table.rows.map((_row, n) => rowAt(table, sides, line, n));
  const inks = inksOf(sides);
  const order = [...sides.left, ...(sides.aside ? [] : neutralOf(sides)), ...sides.right, ...asideOf(sides)];
  const parts = stackSeries(
    withoutIncomplete(table),
    context,
    partValue(table, context),
    (n) => inks[n] ?? "faint",
  );
  const neutralAt = Math.max(...rows.map((row) => row?.end ?? 0)) * (1 + ASIDE);
  const drawn = order.flatMap((n): readonly Series[] => {
    const part = parts[n];
    if (part === undefined) return [];
    return sides.aside && n === sides.neutral
      ? [
          unseen(
            chart.id,
            "aside",
            rows.map((row) => (row === null ? null : minus(neutralAt, row.end))),
            table,
            context,
          ),
          part,
        ]
      : [part];
  });
  const base = unseen(
    chart.id,
    "base",
    rows.map((row) => row?.start ?? null),
    table,
    context,
  );
  const totals = shows(chart, "total", ["total"]) ? totalsOf(chart, table, sides, rows, context) : [];
  const longest = Math.max(
    ...rows.map((row) => (row === null ? 0 : sides.aside ? neutralAt + row.neutral : row.end)),
  );
  const steps = niceSteps(0, longest * (1 + AIR), { count: 4 * HIDDEN_AXIS_STEPS });
  const incomplete = rows.includes(null);
  const format = formatCode(context, table.measure);
  const layers: readonly Layer[] = [
    {
      type: "bars",
      grouping: "stacked",
      series: [base, ...drawn],
      gap: 45,
      overlap: 100,
      axis: "value",
      connectors: rows.slice(1).map((_row, n): Connector => ({ from: n, to: n + 1, value: line })),
    },
    ...(totals.length > 0 ? [{ type: "lines", series: totals, axis: "value", missing: "gap" } as const] : []),
  ];
  const neutral = sides.neutral === undefined ? undefined : table.columns[sides.neutral]?.name;
  return {
    type: "chart",
    id: chart.id,
    kind: "diverging",
    message: context.message,
    caption: caption(chart, table, context, [
      ...notationNotes(table, "bar").map((phrase) => context.say(phrase)),
      ...(neutral === undefined
        ? []
        : [context.say(sides.aside ? "chart.diverging.aside" : "chart.diverging.split", { name: neutral })]),
      ...missingNotes(table, context),
      ...(incomplete ? [context.say("chart.diverging.missing")] : []),
    ]),
    alt: alt("diverging", table, context, sidesInWords(table, sides, rows, context)),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "horizontal",
      categories: table.rows.map((row) => ({
        ...row.category,
        label: named(chart, row, context),
        ...(row.highlight ? { bold: true } : {}),
      })),
      value: valueAxis(context, steps, table.measure, { visible: false, gridlines: false }),
      between: true,
      line: false,
    },
    layers,
    legend: stackKey(drawn.filter(({ role }) => role !== "base")),
    overlays: [],
    heading: table.heading,
    columns: [
      ...SIDES.flatMap((side) =>
        sides[side].length < 2
          ? []
          : [
              {
                name: context.say(`chart.diverging.${side}`),
                values: rows.map((row) => row?.[side] ?? null),
                format,
              },
            ],
      ),
      // Parts of which nothing is drawn, because one beside them is missing, stay readable.
      ...(incomplete
        ? table.columns.map((column) => ({
            name: context.say("chart.marimekko.values", { name: column.name }),
            values: column.values.map((value, n) => (rows[n] === null ? value : null)),
            format,
          }))
        : []),
    ],
    from: context.from,
  };
}

const SIDES = ["left", "right"] as const;

function sidesOf({ id, left, neutral }: Diverging, count: number, { from }: ChartContext): Sides {
  if (left !== undefined && left >= count)
    throw new DiagnosticsError([chartLeftCount({ path: [...from, "left"] }, id, left, count)]);
  const first = left ?? Math.floor(count / 2);
  const middle = left === undefined && count % 2 === 1 ? first : undefined;
  const all = Array.from({ length: count }, (_, n) => n);
  return {
    left: all.slice(0, first),
    right: all.slice(middle === undefined ? first : first + 1),
    neutral: middle,
    aside: middle !== undefined && neutral === "aside",
  };
}

const neutralOf = ({ neutral }: Sides): readonly number[] => (neutral === undefined ? [] : [neutral]);
const asideOf = (sides: Sides): readonly number[] => (sides.aside ? neutralOf(sides) : []);

/** Inks from the left end to the right one: darkest at both ends, grey at the left, the accent at the right. */
function inksOf({ left, right, neutral }: Sides): readonly ColorToken[] {
  const inks: ColorToken[] = [];
  const [grey, coloured] = [
    ["faint", "muted", "ink"] as const,
    ["accent", "accentSoft", "hairline"] as const,
  ];
  [...left].reverse().forEach((n, k) => {
    inks[n] = grey[k] ?? "hairline";
  });
  [...right].reverse().forEach((n, k) => {
    inks[n] = coloured[k] ?? "wash";
  });
  if (neutral !== undefined) inks[neutral] = "hairline";
  return inks;
}

const isIncomplete = (table: ChartTable, row: number): boolean =>
  table.columns.some((column) => (column.values[row] ?? null) === null);

const sumOf = (table: ChartTable, places: readonly number[], row: number): number =>
  sum(places.map((n) => table.columns[n]?.values[row] ?? 0));

/** The neutral part of a row that stands left of the line: half of it, or nothing where it stands aside. */
const halfOf = (table: ChartTable, sides: Sides, row: number): number =>
  sides.aside ? 0 : sumOf(table, neutralOf(sides), row) / 2;

/** Place of the line: the longest left side ends a little right of the axis' start. */
function lineAt(table: ChartTable, sides: Sides): number {
  const lefts = table.rows.map((_row, n) =>
    isIncomplete(table, n) ? 0 : sumOf(table, sides.left, n) + halfOf(table, sides, n),
  );
  const wholes = table.rows.map((_row, n) => sumOf(table, [...sides.left, ...sides.right], n));
  return sum([Math.max(...lefts), Math.max(...wholes) * AIR]);
}

function rowAt(table: ChartTable, sides: Sides, line: number, n: number): Row | null {
  if (isIncomplete(table, n)) return null;
  const [left, right, half] = [
    sumOf(table, sides.left, n),
    sumOf(table, sides.right, n),
    halfOf(table, sides, n),
  ];
  return {
    ...{ left, right, neutral: sumOf(table, neutralOf(sides), n) },
    ...{ start: minus(line, sum([left, half])), end: sum([line, half, right]) },
  };
}

/** Rows of which a part is missing are not drawn: without it, the others would stand where they do not belong. */
const withoutIncomplete = (table: ChartTable): ChartTable => ({
  ...table,
  columns: table.columns.map((column) => ({
    ...column,
    values: column.values.map((value, n) => (isIncomplete(table, n) ? null : value)),
  })),
});

const unseen = (
  id: string,
  name: string,
  values: readonly (number | null)[],
  table: ChartTable,
  context: ChartContext,
): Series =>
  series(
    {
      id: `${id}-${name}`,
      name: context.say("chart.series.base"),
      role: "base",
      format: formatCode(context, table.measure),
      paint: NO_PAINT,
    },
    values,
  );

/** The sum of each side beyond its end, where it is one of several parts; the points that carry them are not drawn. */
const totalsOf = (
  chart: Diverging,
  table: ChartTable,
  sides: Sides,
  rows: readonly (Row | null)[],
  context: ChartContext,
): readonly Series[] =>
  SIDES.flatMap((side) =>
    sides[side].length < 2
      ? []
      : [
          series(
            {
              id: `${chart.id}-total-${side}`,
              name: context.say("chart.diverging.end"),
              role: "total",
              format: formatCode(context, table.measure),
              paint: NO_PAINT,
            },
            rows.map((row) => (row === null ? null : side === "left" ? row.start : row.end)),
            {
              silent: true,
              labels: rows.map((row, n): Label | null =>
                row === null
                  ? null
                  : label(markText(context, row[side], table.measure), side, {
                      value: false,
                      bold: true,
                      priority: table.rows[n]?.highlight === true ? 9 : 8,
                    }),
              ),
            },
          ),
        ],
  );

/** The name of a row, with the base of its shares where the bundle gives one. */
function named(chart: Diverging, row: ChartTable["rows"][number], context: ChartContext): string {
  const base = chart.data[Number(row.category.from?.at(-1))]?.base;
  return base === undefined
    ? row.category.label
    : context.say("chart.base.label", {
        label: row.long,
        count: context.format(base, { unit: "", decimals: 0 }),
      });
}

/** The totals of each side as sentences: "Left of the line, total: North 30%; South 41%." */
const sidesInWords = (
  table: ChartTable,
  sides: Sides,
  rows: readonly (Row | null)[],
  context: ChartContext,
): readonly string[] =>
  SIDES.flatMap((side) => {
    const items = rows.flatMap((row, n) =>
      row === null
        ? []
        : [
            context.say("chart.alt.item", {
              label: table.rows[n]?.long ?? "",
              value: fullText(context, row[side], table.measure),
            }),
          ],
    );
    const words = {
      label: context.say(`chart.diverging.${side}`),
      value: items.join(context.marks.semicolon),
    };
    return sides[side].length < 2 ? [] : [sentence(context.say("chart.part", words), context)];
  });

function refuse(chart: Diverging, table: ChartTable, context: ChartContext): void {
  const at = { path: context.from };
  const problems = table.rows.flatMap((row, n) =>
    table.columns.some((column) => (column.values[n] ?? 0) < 0)
      ? [chartNegative(at, chart.id, row.long, "a side of a diverging chart")]
      : [],
  );
  if (problems.length === 0 && table.rows.every((_row, n) => isIncomplete(table, n)))
    problems.push(
      ...table.rows.map((row, n) =>
        chartMissingValue(at, chart.id, row.long, "stacked", lackingIn(table, n)),
      ),
    );
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
