import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  chartMissingValue,
  chartNegative,
  chartTooManyParts,
  chartZeroWhole,
} from "../diagnostics/messages/index.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Label } from "../model/chart.ts";
import type { ColorToken } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { refuseLacking } from "./lower/asked.ts";
import { APART, label, series, textOn } from "./lower/notation.ts";
import { formatCode, fullText, markText } from "./lower/number.ts";
import { sum } from "./lower/scale.ts";
import { partShare, shareText } from "./lower/stack.ts";
import { type ChartTable, tabulate } from "./lower/table.ts";
import { aboutTable, altText, caption, sentence } from "./lower/wording.ts";

const Doughnut = ChartCommon.omit({ metrics: true, compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("doughnut"),
  data: Data.describe("The parts of one whole: one, two or three."),
});
type Doughnut = z.infer<typeof Doughnut>;

/** Up to three parts of one whole, labelled with value and share, the total in the middle. */
export const doughnut = chartKind({
  name: "doughnut",
  shows: "Up to three parts of a whole, labelled with number and share, the total in the middle.",
  schema: Doughnut,
  annotations: ["total", "values"],
  additive: true,
  lower,
});

/** More parts are compared by angle, which nobody can; bars compare by length. */
const PARTS = 3;
/** Diameter of the hole in % of the ring's: room for the total, and for a share in the ring. */
const HOLE = 62;
const INKS: readonly ColorToken[] = ["accent", "faint", "hairline"];

function lower(chart: Doughnut, context: ChartContext): ChartModel {
  const table = tabulate(chart, context);
  refuse(chart, table, context);
  const values = (table.columns[0]?.values ?? []).map((value) => value ?? 0);
  const whole = sum(values);
  const highlighted = table.rows.some((row) => row.highlight);
  // The part that the message is about is in the accent; the others step back.
  const rest = INKS.filter((ink) => ink !== "accent");
  let quiet = 0;
  const inks = table.rows.map((row, n): ColorToken => {
    if (!highlighted) return INKS[n] ?? "hairline";
    if (row.highlight) return "accent";
    quiet += 1;
    return rest[quiet - 1] ?? "hairline";
  });
  const isShare = table.measure.unit === "%";
  refuseLacking(chart, { total: isShare && "sum" }, context.from);
  const share = (value: number): string =>
    isShare ? markText(context, value, table.measure) : shareText(context, partShare(value, whole));
  const names = table.rows.map((row, n) =>
    isShare
      ? row.long
      : context.say("chart.part", {
          label: row.long,
          value: markText(context, values[n] ?? 0, table.measure),
        }),
  );
  const format = formatCode(context, table.measure);
  const total = isShare ? [] : [markText(context, whole, table.measure)];
  return {
    type: "chart",
    id: chart.id,
    kind: "doughnut",
    message: context.message,
    caption: caption(chart, table, context, isShare ? [] : [context.say("chart.doughnut.note")]),
    alt: altText("doughnut", aboutTable(table, context), context, [
      sentence(
        table.rows
          .map((row, n) => {
            const value = fullText(context, values[n] ?? 0, table.measure);
            const both = isShare
              ? value
              : context.say("chart.share.value", { share: share(values[n] ?? 0), value });
            return context.say("chart.alt.item", { label: row.long, value: both });
          })
          .join(context.marks.semicolon),
        context,
      ),
      ...(isShare
        ? []
        : [context.say("chart.alt.totals", { count: 1, totals: fullText(context, whole, table.measure) })]),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "round",
      middle: total.length === 0 ? [] : [...total, context.say("chart.total")],
      names,
      slices: table.rows.map((row) => row.long),
    },
    layers: [
      {
        type: "ring",
        hole: HOLE,
        series: {
          ...series(
            {
              id: chart.id,
              name: table.columns[0]?.name ?? context.say("chart.value"),
              role: "actual",
              format,
              paint: { ink: "accent", pattern: "solid" },
            },
            values,
            { from: table.columns[0]?.from ?? [], line: { ...APART, width: 1.5 } },
          ),
          points: Object.fromEntries(
            inks.map((ink, n) => [n, { paint: { ink, pattern: "solid" } as const }]),
          ),
          labels: values.map((value, n): Label | null =>
            value === 0
              ? null
              : label(share(value), "center", {
                  value: isShare,
                  bold: true,
                  ink: textOn({ ink: inks[n] ?? "accent", pattern: "solid" }),
                  priority: 5,
                }),
          ),
        },
      },
    ],
    legend: [],
    overlays: [],
    heading: table.heading,
    from: context.from,
  };
}

function refuse(chart: Doughnut, table: ChartTable, context: ChartContext): void {
  const at = { path: [...context.from, "data"] };
  const values = table.columns[0]?.values ?? [];
  const problems = [
    ...(table.rows.length > PARTS ? [chartTooManyParts(at, chart.id, table.rows.length, PARTS)] : []),
    ...table.rows.flatMap((row, n) => {
      const value = values[n] ?? null;
      if (value === null) return [chartMissingValue(at, chart.id, row.long, "bar")];
      return value < 0 ? [chartNegative(at, chart.id, row.long, "a ring")] : [];
    }),
  ];
  if (problems.length === 0 && sum(values.map((value) => value ?? 0)) === 0)
    problems.push(chartZeroWhole(at, chart.id));
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
