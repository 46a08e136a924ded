import { z } from "zod";
import { areTimes } from "../base/period.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartMissingValue, chartTooFew, chartTooManyCategories } from "../diagnostics/messages/index.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import type { ColorToken } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { shows } from "./lower/marks.ts";
import { lineStyle, series, seriesInk, textInk } from "./lower/notation.ts";
import { formatCode, fullText, markText, valueAxis } from "./lower/number.ts";
import { minus, niceSteps } from "./lower/scale.ts";
import { CATEGORY_LIMITS, rowsOf, spanOf, tabulate } from "./lower/table.ts";
import { aboutTable, altText, caption, onOneLine, sentence } from "./lower/wording.ts";

const Slope = ChartCommon.omit({ compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("slope"),
  series: z
    .array(z.string().min(1).max(200))
    .length(2)
    .optional()
    .describe("Names of the two points, for example two years."),
  data: Data.optional().describe(
    "One line each, with its two values. Or name metrics, of which the first and the last value count.",
  ),
});
type Slope = z.infer<typeof Slope>;

/** Before and after: a line per item between two points, labelled at both ends. */
export const slope = chartKind({
  name: "slope",
  shows: "Two points in time, one line each, named and numbered at both ends.",
  schema: Slope,
  annotations: ["difference", "values"],
  lower,
});

/** Beyond these, single inks no longer tell lines apart; then only the highlighted ones step forward. */
const COLOURED = 4;

interface Item {
  readonly id: string;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly highlight: boolean;
}

function lower(chart: Slope, context: ChartContext): ChartModel {
  const { items, points, table } = read(chart, context);
  const format = formatCode(context, table.measure);
  const highlights = items.some((item) => item.highlight);
  const inkOf = (item: Item, n: number): ColorToken =>
    highlights || items.length > COLOURED ? (item.highlight ? "accent" : "faint") : seriesInk(n);
  const lines = items.map((item, n): Series => {
    const ink = inkOf(item, n);
    return series(
      { id: item.id, name: item.name, role: "actual", format, paint: { ink, pattern: "solid" } },
      [item.first, item.last],
      {
        line: { ...lineStyle("actual", ink), ...(item.highlight ? { width: 3 } : {}) },
        marker: { shape: "circle", size: 7, paint: { ink, pattern: "solid" } },
      },
    );
  });
  const differences = shows(chart, "difference");
  const share = table.measure.unit === "%" || table.measure.unit === "pp";
  const overlays = items.flatMap((item, n): Overlay[] => {
    const ink = textInk(inkOf(item, n));
    const value = (number: number): string => markText(context, number, table.measure);
    const change = fullText(
      context,
      minus(item.last, item.first),
      share ? { ...table.measure, unit: "pp" } : { ...table.measure, unit: "" },
      true,
    );
    const end = differences
      ? context.say("chart.slope.change", { value: value(item.last), change })
      : value(item.last);
    const sides = [
      { side: "left", c: 0, v: item.first, value: value(item.first) },
      { side: "right", c: 1, v: item.last, value: end },
    ] as const;
    return sides.map(({ side, c, v, value: text }) => ({
      type: "end",
      side,
      at: { c, v },
      text: item.name,
      value: text,
      ink,
    }));
  });
  const numbers = items.flatMap((item) => [item.first, item.last]);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  // A slope shows change, not size: its axis may start above zero, and no number is read from it.
  const steps = niceSteps(low, high, { zero: false, headroom: 0.04, count: 12 });
  const between = context.say("chart.span", { from: points[0], to: points[1] });
  // Of two points that are no times themselves, the chart's own period says when.
  const own = table.timed || areTimes(points) ? "" : spanOf(chart, context);
  const spanned = { ...table, span: onOneLine([between, own], context) };
  // Of metrics over time, the values between are not told.
  const told = table.timed ? rowsOf(table, [0, table.rows.length - 1], context) : table;
  const about = aboutTable({ ...told, span: spanned.span }, context);
  return {
    type: "chart",
    id: chart.id,
    kind: "slope",
    message: context.message,
    caption: caption(chart, spanned, context),
    alt: altText("slope", about, context, [
      sentence(
        items
          .map((item) =>
            context.say("chart.slope.item", {
              label: item.name,
              first: fullText(context, item.first, table.measure),
              last: fullText(context, item.last, table.measure),
            }),
          )
          .join(context.marks.semicolon),
        context,
      ),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: points.map((point) => ({ label: point, bold: true })),
      value: valueAxis(context, steps, table.measure, { visible: false, gridlines: false }),
      between: false,
    },
    layers: [{ type: "lines", series: lines, axis: "value", missing: "gap" }],
    legend: [],
    overlays,
    heading: context.say("chart.heading.point"),
    from: context.from,
  };
}

/** Metrics are columns of the table and data are its rows; a line is one of either. */
function read(chart: Slope, context: ChartContext) {
  const table = tabulate(chart, context, CATEGORY_LIMITS);
  const at = { path: context.from };
  const refused = (name: string): DiagnosticsError =>
    new DiagnosticsError([chartMissingValue(at, chart.id, name, "column")]);
  if (table.timed) {
    const last = table.rows.length - 1;
    if (last < 1) throw new DiagnosticsError([chartTooFew(at, chart.id, table.rows.length, 2, "column")]);
    const items = table.columns.map((column): Item => {
      const [first, end] = [column.values[0] ?? null, column.values[last] ?? null];
      if (first === null || end === null) throw refused(column.name);
      return { id: column.id, name: column.name, first, last: end, highlight: false };
    });
    return { items, points: [table.rows[0]?.long ?? "", table.rows[last]?.long ?? ""] as const, table };
  }
  if (table.columns.length !== 2)
    throw new DiagnosticsError([chartTooFew(at, chart.id, table.columns.length, 2, "bar")]);
  if (table.rows.length > CATEGORY_LIMITS.series)
    throw new DiagnosticsError([
      chartTooManyCategories(at, chart.id, table.rows.length, CATEGORY_LIMITS.series),
    ]);
  const items = table.rows.map((row, n): Item => {
    const [first, last] = [table.columns[0]?.values[n] ?? null, table.columns[1]?.values[n] ?? null];
    if (first === null || last === null) throw refused(row.long);
    return { id: `${chart.id}-${n + 1}`, name: row.long, first, last, highlight: row.highlight };
  });
  return { items, points: [table.columns[0]?.name ?? "", table.columns[1]?.name ?? ""] as const, table };
}
