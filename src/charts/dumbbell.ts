import { z } from "zod";
import { Name } from "../model/bundle/common.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Label, Series } from "../model/chart.ts";
import type { ColorToken } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { differenceText } from "./lower/arrows.ts";
import { refuseLacking } from "./lower/asked.ts";
import { dotNotes, dotSeries, dotSteps, dotWords, emphasis } from "./lower/dots.ts";
import { heldAgainst, levelShapes } from "./lower/levels.ts";
import { missingNotes, missingWords } from "./lower/missing.ts";
import { goodness, label } from "./lower/notation.ts";
import { formatCode, fullText, markText, valueAxis } from "./lower/number.ts";
import { sortBySize } from "./lower/order.ts";
import { minus } from "./lower/scale.ts";
import { allValues, type ChartTable, spanOf, tabulate } from "./lower/table.ts";
import { aboutTable, altText, annotationWords, caption, onOneLine } from "./lower/wording.ts";

const Dumbbell = ChartCommon.omit({ metrics: true, compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("dumbbell"),
  series: z
    .array(Name)
    .length(2)
    .describe(
      "Names of the two values, for example two years, or women and men; the change leads to the second.",
    ),
  data: Data.describe("One row each, with its two values."),
  target: z.number().optional().describe("A level to reach, drawn as an upright line."),
  order: z
    .enum(["size", "given"])
    .optional()
    .describe("Sorted by the second value, a category Other last; given keeps the order."),
});
type Dumbbell = z.infer<typeof Dumbbell>;

/** Two values on each row, joined, with their difference. */
export const dumbbell = chartKind({
  name: "dumbbell",
  shows:
    "Two values of each category on one row, joined by a line, with their difference at the right, which is coloured where better is known. For how far two groups or two times are apart, of up to about twenty categories; for a few items whose ranks cross, draw a slope.",
  schema: Dumbbell,
  annotations: ["target"],
  lower,
});

/** Longest name of a series that stands at its point, in characters; longer ones are told apart by the caption. */
const SHORT = 16;

function lower(chart: Dumbbell, context: ChartContext): ChartModel {
  const read = tabulate(chart, context);
  const table = chart.order === "given" ? read : sortBySize(read, context, read.columns[1]?.values ?? []);
  const pairs = table.rows.map((_row, n): Pair => {
    const [first, second] = [table.columns[0]?.values[n] ?? null, table.columns[1]?.values[n] ?? null];
    return { first, second, change: first === null || second === null ? null : minus(second, first) };
  });
  const held = heldAgainst(chart, table, undefined, false, context);
  refuseLacking(chart, { target: held.target === undefined && "target" }, context.from);
  const overlays = levelShapes(held);
  const inkOf = inksOf(table, pairs);
  const [first, second] = pointsOf(table, pairs, inkOf, context);
  const steps = dotSteps([...allValues(table), ...held.all.map(({ value }) => value)], [first, second]);
  const format = formatCode(context, table.measure, true);
  const between = context.say("chart.span", { from: chart.series[0] ?? "", to: chart.series[1] ?? "" });
  const spanned = { ...table, span: onOneLine([between, spanOf(chart, context)], context) };
  return {
    type: "chart",
    id: chart.id,
    kind: "dumbbell",
    message: context.message,
    caption: caption(chart, spanned, context, [
      ...(areShort(table) ? [] : [context.say("chart.dumbbell.note", { name: chart.series[0] ?? "" })]),
      ...dotNotes(table, context),
      ...missingNotes(table, context),
    ]),
    alt: altText("dumbbell", { ...aboutTable(table, context), span: spanned.span }, context, [
      ...inWords(table, pairs, context),
      ...missingWords(table, context),
      ...annotationWords(table.rows, overlays, context),
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
        series: [first, second, changes(table, pairs, steps.max, inkOf, context)],
        axis: "value",
        missing: "gap",
      },
    ],
    legend: [],
    overlays,
    heading: table.heading,
    columns: [
      { name: context.say("chart.dumbbell.change"), values: pairs.map(({ change }) => change), format },
    ],
    from: context.from,
  };
}

/** The two values of a row, and the way from the first to the second. */
interface Pair {
  readonly first: number | null;
  readonly second: number | null;
  readonly change: number | null;
}

/** Returns the ink of each row: good or bad where a direction is, else that of its emphasis. */
function inksOf(table: ChartTable, pairs: readonly Pair[]): (row: number) => ColorToken {
  const { better } = table;
  if (better !== undefined)
    return (row) => {
      const change = pairs[row]?.change ?? 0;
      return change === 0 ? "muted" : goodness(change, better);
    };
  const ink = emphasis(table);
  return (row) => (ink(row) === "accent" ? "accent" : "muted");
}

/** The points of both values, each with its number on the outer side, and the lines that join them. */
function pointsOf(
  table: ChartTable,
  pairs: readonly Pair[],
  inkOf: (row: number) => ColorToken,
  context: ChartContext,
): readonly [Series, Series] {
  const [before, after] = [dotSeries(table, 0, () => "faint", context), dotSeries(table, 1, inkOf, context)];
  const named = areShort(table) ? pairs.findIndex(({ change }) => change !== null && change !== 0) : -1;
  const labelled = (made: Series, column: 0 | 1): Series => ({
    ...made,
    labels: made.values.map((value, row): Label | null => {
      const change = pairs[row]?.change ?? null;
      // One number stands at two points that are one.
      if (value === null || (change === 0 && column === 0)) return null;
      const number = markText(context, value, table.measure);
      const text = row === named ? context.say("chart.part", { label: made.name, value: number }) : number;
      const isLower = change !== null && change !== 0 && change > 0 === (column === 0);
      return label(text, isLower ? "left" : "right", {
        value: false,
        ink: column === 0 ? "muted" : inkOf(row),
        priority: 8,
      });
    }),
  });
  const joined = pairs.some(({ change }) => change !== null && change !== 0);
  return [
    {
      ...labelled(before, 0),
      ...(joined
        ? {
            errorBars: {
              low: pairs.map(({ first, change }) => (change === null ? null : first)),
              high: pairs.map(({ second, change }) => (change === null ? null : second)),
              ink: "muted",
              inks: pairs.map((_pair, row) => inkOf(row)),
              width: 2.25,
              caps: false,
            },
          }
        : {}),
    },
    labelled(after, 1),
  ];
}

/** True where the names of both values are short enough to stand at the points of the first row. */
const areShort = ({ columns }: ChartTable): boolean => columns.every(({ name }) => [...name].length <= SHORT);

/** The differences at the right of the rows, in one column. */
const changes = (
  table: ChartTable,
  pairs: readonly Pair[],
  at: number,
  inkOf: (row: number) => ColorToken,
  context: ChartContext,
): Series =>
  dotWords(
    table,
    at,
    (row): Label => {
      const { first, second } = pairs[row] ?? { first: null, second: null };
      return first === null || second === null
        ? label(context.say("chart.missing.cell"), "right", { value: false, ink: "muted", priority: 9 })
        : label(differenceText(first, second, table.measure, context), "right", {
            value: false,
            bold: true,
            ink: inkOf(row),
            priority: 9,
          });
    },
    context,
  );

/** Every row with both values, or with the one that is known and whose it is. */
function inWords(table: ChartTable, pairs: readonly Pair[], context: ChartContext): readonly string[] {
  const full = (value: number): string => fullText(context, value, table.measure);
  const items = table.rows.flatMap(({ long }, n): readonly string[] => {
    const { first = null, second = null } = pairs[n] ?? {};
    if (first !== null && second !== null)
      return [context.say("chart.slope.item", { label: long, first: full(first), last: full(second) })];
    const known = first ?? second;
    const series = table.columns[first === null ? 1 : 0]?.name ?? "";
    return known === null
      ? []
      : [
          context.say("chart.alt.item", {
            label: context.say("chart.missing.item", { series, label: long }),
            value: full(known),
          }),
        ];
  });
  return [context.say("chart.alt.items", { items: items.join(context.marks.semicolon) })];
}
