import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartBandsOrder, chartTooManyCategories } from "../diagnostics/messages/index.ts";
import { Name, Num } from "../model/bundle/common.ts";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { TableExhibit } from "../model/chart.ts";
import type { Cell } from "../model/deck.ts";
import type { ColorToken } from "../model/text.ts";
import { rich } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { textOn } from "./lower/notation.ts";
import { fullText, markText } from "./lower/number.ts";
import { niceSteps } from "./lower/scale.ts";
import { allValues, CATEGORY_LIMITS, type ChartTable, tabulate } from "./lower/table.ts";
import { alt, between } from "./lower/wording.ts";

const Heatmap = ChartCommon.omit({
  metrics: true,
  compare: true,
  callouts: true,
  marks: true,
  show: true,
  render: true,
}).extend({
  kind: z.literal("heatmap"),
  series: z
    .array(Name)
    .min(1)
    .max(12)
    .optional()
    .describe("Names of the columns; one value per column in each datum."),
  data: z.array(Datum).min(1).max(200).describe("The rows, at most 24."),
  bands: z
    .array(
      z.strictObject({
        name: Name.describe("What the band is called: late, on time."),
        to: Num.optional().describe("The value below which it ends; the last band has none."),
        tone: z.enum(["good", "neutral", "bad"]).describe("Its colour."),
      }),
    )
    .min(2)
    .max(4)
    .optional()
    .describe("What the colours mean, from the lowest up; four even steps of the values when left out."),
});
type Heatmap = z.infer<typeof Heatmap>;

/** Numbers in a grid, each on the colour of its band; the rule of the colours stands below. */
export const heatmap = chartKind({
  name: "heatmap",
  shows:
    "Numbers in a grid, each on the colour of its band; a native table, the rule of the colours below it.",
  schema: Heatmap,
  annotations: [],
  lower,
});

/** Rows that one slide holds. */
const ROWS = 24;

interface Band {
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  readonly fill: ColorToken;
}

const TONES = { good: "goodSoft", neutral: "wash", bad: "badSoft" } as const;
/** From the lowest step up, darker: legible in greyscale print. */
const DARKEST = "chart.heatmap.level.4";
/** Names of the levels, from the palest on; the highest values are named as the darkest, however many levels there are. */
const NAMES = ["chart.heatmap.level.1", "chart.heatmap.level.2", "chart.heatmap.level.3", DARKEST] as const;
const LEVELS: readonly ColorToken[] = ["paper", "accentSoft", "hairline", "accent"];

function lower(chart: Heatmap, context: ChartContext): TableExhibit {
  const table = tabulate(chart, context, { ...CATEGORY_LIMITS, categories: 200 });
  if (table.rows.length > ROWS)
    throw new DiagnosticsError([
      chartTooManyCategories({ path: context.from }, chart.id, table.rows.length, ROWS),
    ]);
  const bands =
    chart.bands === undefined ? evenBands(table, context) : namedBands(chart, chart.bands, context);
  const bandOf = (value: number): Band | undefined =>
    bands.find((band) => band.to === undefined || value < band.to) ?? bands.at(-1);
  const cell = (value: number | null): Cell => {
    if (value === null)
      return { text: rich(context.say("chart.missing.cell")), align: "center", ink: "muted" };
    const fill = bandOf(value)?.fill ?? "paper";
    return {
      text: rich(markText(context, value, table.measure)),
      align: "center",
      fill,
      ink: textOn({ ink: fill, pattern: "solid" }),
    };
  };
  const unit = context.unit(table.measure.unit, table.measure.scale);
  const corner = [table.name, unit, table.span].filter((part) => part !== "").join(context.marks.comma);
  const rule = context.say("chart.heatmap.rule", {
    bands: bands.map((band) => bandWords(band, table, context)).join(context.marks.semicolon),
  });
  return {
    type: "tableExhibit",
    id: chart.id,
    table: {
      type: "table",
      name: chart.id,
      alt: [alt("heatmap", table, context), rule].join(between(context.marks)),
      head: [
        { text: rich(corner) },
        ...table.columns.map((column): Cell => ({ text: rich(column.name), align: "center" })),
      ],
      rows: [
        ...table.rows.map((row, n) => [
          { text: rich(row.long), bold: row.highlight },
          ...table.columns.map((column) => cell(column.values[n] ?? null)),
        ]),
      ],
      widths: [3, ...table.columns.map(() => 1)],
      rowHeads: true,
    },
    foot: rich(rule),
  };
}

function namedBands(
  chart: Heatmap,
  bands: NonNullable<Heatmap["bands"]>,
  context: ChartContext,
): readonly Band[] {
  const rising = bands.every((band, n) => {
    if (n === bands.length - 1) return band.to === undefined;
    return band.to !== undefined && band.to > (bands[n - 1]?.to ?? Number.NEGATIVE_INFINITY);
  });
  if (!rising) throw new DiagnosticsError([chartBandsOrder({ path: [...context.from, "bands"] }, chart.id)]);
  return bands.map((band, n) => {
    const from = bands[n - 1]?.to;
    return {
      name: band.name,
      fill: TONES[band.tone],
      ...(from === undefined ? {} : { from }),
      ...(band.to === undefined ? {} : { to: band.to }),
    };
  });
}

/** Up to four steps between round numbers over the range of the values. */
function evenBands(table: ChartTable, context: ChartContext): readonly Band[] {
  const values = allValues(table);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) {
    const phrase = values.length === 1 ? "chart.heatmap.one" : "chart.heatmap.same";
    const name = context.say(phrase, { value: fullText(context, low, table.measure) });
    return [{ name, fill: "paper" }];
  }
  const { ticks } = niceSteps(low, high, { zero: false, count: LEVELS.length - 1 });
  const inner = ticks.filter((tick) => tick > low && tick <= high).slice(0, LEVELS.length - 1);
  const fills = LEVELS.slice(0, inner.length).concat("accent");
  return [...inner, undefined].map((to, n) => {
    const from = inner[n - 1];
    return {
      name: context.say(NAMES[n < inner.length ? n : NAMES.length - 1] ?? DARKEST),
      fill: fills[n] ?? "accent",
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  });
}

function bandWords(band: Band, table: ChartTable, context: ChartContext): string {
  const text = (value: number): string => markText(context, value, table.measure);
  const { name, from, to } = band;
  if (from === undefined && to === undefined) return name;
  if (to === undefined) return context.say("chart.heatmap.above", { name, from: text(from ?? 0) });
  if (from === undefined) return context.say("chart.heatmap.below", { name, to: text(to) });
  return context.say("chart.heatmap.from", { name, from: text(from), to: text(to) });
}
