import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  chartBandsOrder,
  chartMixedUnits,
  chartNegative,
  chartTooManyCategories,
} from "../diagnostics/messages/index.ts";
import { Name, Num } from "../model/bundle/common.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Label, Layer, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import type { ColorToken } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { refuseLacking } from "./lower/asked.ts";
import { allOfKind } from "./lower/kinds.ts";
import { label, NO_PAINT, series } from "./lower/notation.ts";
import { formatCode, fullText, markText, valueAxis } from "./lower/number.ts";
import { minus, niceSteps } from "./lower/scale.ts";
import { type ScorecardRow, scoresOf, Tolerance, withStatus } from "./lower/scores.ts";
import { spanOf } from "./lower/table.ts";
import { altText, caption, sentence } from "./lower/wording.ts";

const Bullet = ChartCommon.omit({ compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("bullet"),
  data: Data.optional().describe(
    "What is measured: one row each, with value and target. Or name metrics of one unit.",
  ),
  bands: z
    .array(
      z.strictObject({
        to: Num.describe("The value that the band ends at."),
        name: Name.describe("What the band means, in a word."),
      }),
    )
    .min(2)
    .max(4)
    .optional()
    .describe("Grounds behind the bars, from zero up: poor, fair, good."),
  tolerance: Tolerance,
});
type Bullet = z.infer<typeof Bullet>;

/** Actual as a bar, target as a mark, bands as grounds, and the status in words. */
export const bullet = chartKind({
  name: "bullet",
  shows: "Actual against target on named bands, with the status in words.",
  schema: Bullet,
  annotations: ["target", "values"],
  lower,
});

/**
 * Gaps around bands and around the bar in front of them, in % of their width: the bar is less than half as high. PowerPoint draws
 * both so, each group on its pair of axes; LibreOffice (7.4) has one width for all bars of a chart, that of the bands.
 */
const BAND_GAP = 60;
const BAR_GAP = 240;
/** Steps of the hidden axis, so fine that the longest bar or band nearly fills it. */
const STEPS = 20;

function lower(chart: Bullet, context: ChartContext): ChartModel {
  const rows = scoresOf(chart, context, chart.tolerance);
  refuse(chart, rows, context);
  refuseLacking(chart, { target: rows.every((row) => row.target === null) && "targets" }, context.from);
  const measure = rows[0]?.measure ?? { unit: "", decimals: 0 };
  const name = chart.measure ?? "";
  const format = formatCode(context, measure);
  const bands = chart.bands ?? [];
  const numbers = [
    ...rows.flatMap((row) => [row.value, row.target]).filter((value) => value !== null),
    ...bands.map((band) => band.to),
  ];
  const top = Math.max(...numbers);
  const steps = niceSteps(0, top, { count: STEPS });
  const bandName = ({ to, name: word }: (typeof bands)[number]): string =>
    context.say("chart.bullet.band", { to: fullText(context, to, measure), name: word });
  const heads = bands.map(
    (band, n): Overlay => ({
      type: "zone",
      from: bands[n - 1]?.to ?? 0,
      to: band.to,
      text: bandName(band),
      brief: band.name,
    }),
  );
  // Bars of their own, one upon the other behind the actual; neighbours differ, and the last one is the palest.
  const grounds = bands.map(
    (band, n): Series =>
      series(
        {
          id: `${chart.id}-band-${n + 1}`,
          name: bandName(band),
          role: "base",
          format,
          paint: { ink: (bands.length - n) % 2 === 1 ? "wash" : "hairline", pattern: "solid" },
        },
        rows.map(() => minus(band.to, bands[n - 1]?.to ?? 0)),
      ),
  );
  const barInk = (n: number): ColorToken => {
    const status = rows[n]?.status;
    return status === undefined || status === "near" ? "ink" : status;
  };
  const actual: Series = {
    ...series(
      {
        id: `${chart.id}-actual`,
        name: context.say("chart.heading.actual"),
        role: "actual",
        format,
        paint: { ink: "ink", pattern: "solid" },
      },
      rows.map((row) => row.value),
    ),
    points: Object.fromEntries(
      rows.flatMap((_row, n) =>
        barInk(n) === "ink" ? [] : [[n, { paint: { ink: barInk(n), pattern: "solid" } as const }]],
      ),
    ),
  };
  const target: Series = series(
    {
      id: `${chart.id}-target`,
      name: context.say("chart.series.target"),
      role: "mark",
      format,
      paint: NO_PAINT,
    },
    rows.map((row) => row.target),
    { marker: { shape: "dash", size: 44, paint: { ink: "ink", pattern: "solid" } } },
  );
  // Words at the far end of every row, in one column; the line that carries them is not drawn.
  const words: Series = series(
    {
      id: `${chart.id}-status`,
      name: context.say("chart.bullet.end"),
      role: "mark",
      format,
      paint: NO_PAINT,
    },
    rows.map(() => steps.max),
    {
      silent: true,
      labels: rows.map((row, n): Label | null =>
        row.value === null
          ? label(context.say("chart.missing.cell"), "right", { value: false, ink: "muted", priority: 9 })
          : label(withStatus(context, markText(context, row.value, measure), row.status), "right", {
              value: false,
              bold: true,
              ink: barInk(n),
              priority: 9,
            }),
      ),
    },
  );
  const layers: Layer[] = [
    ...(grounds.length === 0
      ? []
      : [
          {
            type: "bars",
            grouping: "stacked",
            series: grounds,
            gap: BAND_GAP,
            overlap: 100,
            axis: "value",
          } as const,
        ]),
    {
      type: "bars",
      grouping: "clustered",
      series: [actual],
      gap: grounds.length === 0 ? 110 : BAR_GAP,
      overlap: 0,
      axis: "value",
    },
    { type: "lines", series: [target, words], axis: "value", missing: "gap" },
  ];
  const table = { name, measure, span: "", timed: false } as const;
  const notes = [context.say("chart.bullet.target")];
  const about = {
    measure: name,
    unit: context.unit(measure.unit, measure.scale),
    kinds: allOfKind(chart.valueKind, rows.length, context),
  };
  return {
    type: "chart",
    id: chart.id,
    kind: "bullet",
    message: context.message,
    caption: caption(chart, { ...table, span: spanOf(chart, context) }, context, notes),
    alt: altText("bullet", about, context, [
      sentence(
        rows
          .map((row) =>
            withStatus(
              context,
              context.say("chart.bullet.item", {
                label: row.label,
                missing: row.value === null,
                value:
                  row.value === null
                    ? context.say("chart.missing.cell")
                    : fullText(context, row.value, measure),
                target: row.target === null ? undefined : fullText(context, row.target, measure),
              }),
              row.status,
            ),
          )
          .join(context.marks.semicolon),
        context,
      ),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "horizontal",
      categories: rows.map((row) => ({ label: row.label, ...(row.highlight ? { bold: true } : {}) })),
      value: valueAxis(context, steps, measure, { visible: false, gridlines: false }),
      between: true,
    },
    layers,
    legend: [],
    overlays: heads,
    heading: context.say("chart.heading.measure"),
    from: context.from,
  };
}

/** Rows that one look takes in; below that every row is a band high. */
const ROWS = 30;

/** Bars from zero over bands from zero: all of one unit, none below zero, bands that rise. */
function refuse(chart: Bullet, rows: readonly ScorecardRow[], context: ChartContext): void {
  const at = { path: context.from };
  const units = [...new Set(rows.map((row) => row.measure.unit))];
  const bands = chart.bands ?? [];
  const rising = bands.every((band, n) => band.to > (bands[n - 1]?.to ?? 0));
  const problems = [
    ...(rows.length > ROWS ? [chartTooManyCategories(at, chart.id, rows.length, ROWS)] : []),
    ...(units.length > 1 ? [chartMixedUnits(at, chart.id, units)] : []),
    ...(rising ? [] : [chartBandsOrder({ path: [...context.from, "bands"] }, chart.id)]),
    ...rows
      .filter((row) => (row.value ?? 0) < 0 || (row.target ?? 0) < 0)
      .map((row) => chartNegative(at, chart.id, row.label, "a bullet")),
  ];
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
