import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartTooManyCategories } from "../diagnostics/messages/index.ts";
import { Decimals, Num, Scale, Unit } from "../model/bundle/common.ts";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { TableExhibit } from "../model/chart.ts";
import type { Cell } from "../model/deck.ts";
import type { ColorToken } from "../model/text.ts";
import { rich } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { allOfKind } from "./lower/kinds.ts";
import { fullText, type Measure } from "./lower/number.ts";
import { minus } from "./lower/scale.ts";
import { type ScorecardRow, type Status, scoresOf, TOLERANCE, Tolerance } from "./lower/scores.ts";
import { spanOf } from "./lower/table.ts";
import { altText, onOneLine, sentence } from "./lower/wording.ts";

const Scorecard = ChartCommon.omit({
  compare: true,
  callouts: true,
  marks: true,
  show: true,
  render: true,
}).extend({
  kind: z.literal("scorecard"),
  data: z
    .array(
      Datum.omit({ values: true, total: true, base: true, low: true, high: true }).extend({
        unit: Unit.optional(),
        scale: Scale.optional(),
        decimals: Decimals.optional().describe("Digits after the decimal mark."),
        previous: Num.optional().describe("The value of the period before."),
        better: z.enum(["higher", "lower"]).optional().describe("Which direction is good."),
      }),
    )
    .max(200)
    .optional()
    .describe("One row per measure, with value and target, each in its own unit. Or name metrics."),
  tolerance: Tolerance,
});
type Scorecard = z.infer<typeof Scorecard>;

/** Measures with actual, target, distance and status in words and colour, and the rule that the status follows. */
export const scorecard = chartKind({
  name: "scorecard",
  shows: "Measures with value, target, distance and status in words; a native table, its rule below it.",
  schema: Scorecard,
  annotations: [],
  lower,
});

const ROWS = 20;
const FILLS: Readonly<Record<Status, ColorToken>> = { good: "goodSoft", near: "wash", bad: "badSoft" };
const INKS: Readonly<Record<Status, ColorToken>> = { good: "good", near: "ink", bad: "bad" };

function lower(chart: Scorecard, context: ChartContext): TableExhibit {
  const rows = scoresOf(chart, context, chart.tolerance);
  if (rows.length > ROWS)
    throw new DiagnosticsError([chartTooManyCategories({ path: context.from }, chart.id, rows.length, ROWS)]);
  const before = rows.some((row) => row.previous !== null);
  const number = (value: number | null, measure: Measure, signed = false): Cell => ({
    text: rich(value === null ? "–" : fullText(context, value, measure, signed)),
    align: "right",
  });
  const statusCell = (row: ScorecardRow): Cell =>
    row.status === undefined
      ? {
          text: rich(context.say(row.value === null ? "chart.missing.cell" : "chart.scorecard.none")),
          ink: "muted",
        }
      : {
          text: rich(context.say(`chart.status.${row.status}`)),
          fill: FILLS[row.status],
          ink: INKS[row.status],
          bold: true,
        };
  const gap = (row: ScorecardRow): Cell =>
    row.value === null || row.target === null
      ? number(null, row.measure)
      : number(
          minus(row.value, row.target),
          row.measure.unit === "%" ? { ...row.measure, unit: "pp" } : row.measure,
          true,
        );
  const head = (key: "previous" | "actual" | "target" | "gap" | "status", align: Cell["align"]): Cell => ({
    text: rich(context.say(`chart.heading.${key}`)),
    ...(align === undefined ? {} : { align }),
  });
  const about = onOneLine([chart.measure ?? "", spanOf(chart, context)], context);
  const rule = context.say("chart.scorecard.rule", {
    good: context.say("chart.status.good"),
    near: context.say("chart.status.near"),
    bad: context.say("chart.status.bad"),
    tolerance: context.format(chart.tolerance ?? TOLERANCE, { unit: "%", decimals: 0 }),
  });
  const spoken = rows.map((row) =>
    context.say("chart.scorecard.item", {
      label: row.label,
      missing: row.value === null,
      value:
        row.value === null ? context.say("chart.missing.cell") : fullText(context, row.value, row.measure),
      target: row.target === null ? undefined : fullText(context, row.target, row.measure),
      status: row.status === undefined ? undefined : context.say(`chart.status.${row.status}`),
    }),
  );
  return {
    type: "tableExhibit",
    id: chart.id,
    table: {
      type: "table",
      name: chart.id,
      alt: altText("scorecard", { kinds: allOfKind(chart.valueKind, rows.length, context) }, context, [
        sentence(spoken.join(context.marks.semicolon), context),
        rule,
      ]),
      head: [
        { text: rich(about === "" ? context.say("chart.heading.measure") : about) },
        ...(before ? [head("previous", "right")] : []),
        head("actual", "right"),
        head("target", "right"),
        head("gap", "right"),
        head("status", undefined),
      ],
      rows: [
        ...rows.map((row): readonly Cell[] => [
          {
            text: rich(row.period === "" ? row.label : `${row.label}${context.marks.comma}${row.period}`),
            bold: row.highlight,
          },
          ...(before ? [number(row.previous, row.measure)] : []),
          { ...number(row.value, row.measure), bold: true },
          number(row.target, row.measure),
          gap(row),
          statusCell(row),
        ]),
      ],
      widths: [4, ...(before ? [2] : []), 2, 2, 2, 2],
      rowHeads: true,
    },
    foot: rich(rule),
  };
}
