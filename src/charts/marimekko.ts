import { z } from "zod";
import { Decimal } from "../base/decimal.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  chartMissingValue,
  chartNegative,
  chartTooManyCategories,
  chartZeroWhole,
} from "../diagnostics/messages/index.ts";
import { Name } from "../model/bundle/common.ts";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { Category, ChartModel, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { shows } from "./lower/marks.ts";
import { lackingIn } from "./lower/missing.ts";
import { STACK_SERIES, series, stackInk, textOn } from "./lower/notation.ts";
import { formatCode, type Measure, valueAxis } from "./lower/number.ts";
import { niceSteps } from "./lower/scale.ts";
import { partNames, partShare, shareText, totalsAlt, totalZones, wholeOf } from "./lower/stack.ts";
import { CATEGORY_LIMITS, type ChartTable, tabulate } from "./lower/table.ts";
import { alt, caption } from "./lower/wording.ts";

const Marimekko = ChartCommon.omit({ metrics: true, compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("marimekko"),
  series: z
    .array(Name)
    .min(1)
    .max(12)
    .optional()
    .describe("Names of the parts, from the foot up; at most five."),
  data: z
    .array(Datum)
    .min(1)
    .max(200)
    .describe("The columns, at most twelve; each is as wide as its share of all values."),
});
type Marimekko = z.infer<typeof Marimekko>;

/** Columns whose width is their share of all, divided by the shares of their parts: area is size. */
export const marimekko = chartKind({
  name: "marimekko",
  shows: "Shares by the height and sizes by the width of the columns; both axes are named.",
  schema: Marimekko,
  annotations: ["total"],
  lower,
});

const COLUMNS = 12;
/** Places along the width: a quarter of a percent each. The edge between two columns lies between two places. */
const PLACES = 400;
const PERCENT: Measure = { unit: "%", decimals: 0 };

interface Column {
  readonly row: number;
  /** First place and the place after the last. */
  readonly from: number;
  readonly to: number;
  /** Share of all values, in %. */
  readonly share: number;
}

function lower(chart: Marimekko, context: ChartContext): ChartModel {
  const table = tabulate(chart, context, { categories: CATEGORY_LIMITS.categories, series: STACK_SERIES });
  refuse(chart, table, context);
  const columns = columnsOf(table);
  const shareAt = (row: number, part: number): number =>
    partShare(table.columns[part]?.values[row] ?? 0, wholeOf(table.columns, row));
  const rowAt = (place: number): number =>
    columns.find((column) => place < column.to)?.row ?? columns.at(-1)?.row ?? 0;
  const categories = Array.from({ length: PLACES }, (_, place): Category => {
    const column = columns.find((each) => place < each.to) ?? columns.at(-1);
    const row = table.rows[column?.row ?? 0];
    const label = row?.long ?? "";
    if (column === undefined || place !== Math.floor((column.from + column.to - 1) / 2))
      return { label, width: 0 };
    return {
      label: context.say("chart.marimekko.head", { label, share: shareText(context, column.share) }),
      width: Math.max(1, column.to - column.from),
      ...(row?.highlight === true ? { bold: true } : {}),
    };
  });
  const percent = formatCode(context, PERCENT);
  const parts = table.columns.map(
    (column, n): Series =>
      series(
        {
          id: column.id,
          name: column.name,
          role: "actual",
          format: percent,
          paint: { ink: stackInk(n), pattern: "solid" },
        },
        categories.map((_category, place) => rounded(shareAt(rowAt(place), n))),
        { line: { ink: "paper", width: 0.75, dash: "solid" } },
      ),
  );
  const tags = columns.flatMap((column): Overlay[] => {
    let below = 0;
    return table.columns.map((_part, n): Overlay => {
      const share = shareAt(column.row, n);
      const middle = below + share / 2;
      below += share;
      const paint = { ink: stackInk(n), pattern: "solid" } as const;
      return {
        type: "tag",
        at: { c: (column.from + column.to - 1) / 2, v: middle },
        room: { c: column.to - column.from, v: share },
        text: shareText(context, share),
        ink: textOn(paint),
        ground: paint.ink,
        bold: table.rows[column.row]?.highlight === true,
      };
    });
  });
  const dividers = columns.slice(1).map((column): Overlay => ({ type: "divider", c: column.from - 0.5 }));
  const measure = table.name;
  const across = context.say("chart.marimekko.axis", {
    measure: measure === "" ? context.say("chart.value") : measure,
  });
  const last = columns.at(-1)?.row ?? 0;
  const names = partNames(table, () => table.columns.map((_part, n) => shareAt(last, n))).map(
    (name): Overlay => (name.type === "end" ? { ...name, at: { ...name.at, c: PLACES - 1 } } : name),
  );
  const value = valueAxis(context, niceSteps(0, 100, { count: 4 }), PERCENT, {
    visible: true,
    gridlines: false,
    title: context.say("chart.marimekko.height"),
  });
  return {
    type: "chart",
    id: chart.id,
    kind: "marimekko",
    message: context.message,
    caption: caption(chart, table, context),
    alt: alt("marimekko", table, context, totalsAlt(table, context)),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories,
      value,
      title: across,
      between: false,
      steps: {
        name: context.say("chart.marimekko.place"),
        columns: columns.map(({ row, from }) => ({ label: table.rows[row]?.long ?? "", first: from })),
      },
    },
    layers: [{ type: "areas", grouping: "stacked", series: parts, axis: "value" }],
    legend: [],
    overlays: [
      ...dividers,
      ...tags,
      ...names,
      ...(shows(chart, "total")
        ? totalZones(
            table,
            context,
            columns.map(({ row, from, to }) => ({ row, from, to: to - 1 })),
          )
        : []),
    ],
    heading: table.heading,
    columns: [
      {
        name: context.say("chart.marimekko.column", { name: across }),
        values: columns.map((column) => rounded(column.share)),
        format: { code: '0.0"%"' },
      },
      ...table.columns.map((column) => ({
        name: context.say("chart.marimekko.values", { name: column.name }),
        values: columns.map(({ row }) => column.values[row] ?? null),
        format: formatCode(context, table.measure),
      })),
    ],
    from: context.from,
  };
}

/** Shares in the cells of the sheet, to a hundredth of a percent. */
const rounded = (share: number): number => new Decimal(share).toDecimalPlaces(2).toNumber();

/** Widths in whole places that sum to all of them; what rounding leaves over goes where it is missed most. */
function columnsOf(table: ChartTable): readonly Column[] {
  const wholes = table.rows.map((_row, n) => wholeOf(table.columns, n));
  const all = wholes.reduce((total, whole) => total + whole, 0);
  const drawn = wholes.flatMap((whole, row) => (whole > 0 ? [{ row, whole }] : []));
  const exact = drawn.map(({ whole }) => (whole / all) * PLACES);
  const widths = exact.map((width) => Math.max(1, Math.floor(width)));
  const order = exact
    .map((width, n) => ({ n, rest: width - Math.floor(width) }))
    .sort((a, b) => b.rest - a.rest || a.n - b.n);
  let left = PLACES - widths.reduce((total, width) => total + width, 0);
  for (let turn = 0; left > 0; turn += 1, left -= 1) {
    const n = order[turn % order.length]?.n ?? 0;
    widths[n] = (widths[n] ?? 0) + 1;
  }
  // Columns too thin for a place were given one; the widest gives them back.
  for (; left < 0; left += 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  let from = 0;
  return drawn.map(({ row, whole }, n) => {
    const to = from + (widths[n] ?? 0);
    const column = { row, from, to, share: partShare(whole, all) };
    from = to;
    return column;
  });
}

function refuse(chart: Marimekko, table: ChartTable, context: ChartContext): void {
  const at = { path: context.from };
  const problems = [
    ...(table.rows.length > COLUMNS
      ? [chartTooManyCategories(at, chart.id, table.rows.length, COLUMNS)]
      : []),
    ...table.rows.flatMap((row, n) => {
      const values = table.columns.map((column) => column.values[n] ?? null);
      if (values.some((value) => value === null))
        return [chartMissingValue(at, chart.id, row.long, "stacked", lackingIn(table, n))];
      return values.some((value) => (value ?? 0) < 0)
        ? [chartNegative(at, chart.id, row.long, "a marimekko")]
        : [];
    }),
  ];
  const empty = table.rows.every((_row, n) => wholeOf(table.columns, n) === 0);
  if (problems.length === 0 && empty) problems.push(chartZeroWhole(at, chart.id));
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
