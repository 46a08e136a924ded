import { z } from "zod";
import { Decimal } from "../base/decimal.ts";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { ChartModel, Connector, Label, Series } from "../model/chart.ts";
import type { Overlay } from "../model/overlay.ts";
import type { ColorToken } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { callouts } from "./lower/annotate.ts";
import { comparison } from "./lower/arrows.ts";
import { refuseLacking } from "./lower/asked.ts";
import { footRoom } from "./lower/bars.ts";
import { axisCut, type BridgeStep, computeSteps } from "./lower/bridge.ts";
import { allOfKind } from "./lower/kinds.ts";
import { listed } from "./lower/missing.ts";
import { barEdge, barPaint, goodness, label, levelSeries, NO_PAINT, series } from "./lower/notation.ts";
import { formatCode, fullText, type Measure, markText, valueAxis } from "./lower/number.ts";
import { niceSteps, span } from "./lower/scale.ts";
import { tabulate } from "./lower/table.ts";
import { altText, annotationWords, caption, sentence } from "./lower/wording.ts";

const Waterfall = ChartCommon.omit({ metrics: true }).extend({
  kind: z.literal("waterfall"),
  data: z
    .array(Datum)
    .min(2)
    .max(60)
    .describe("Totals and signed steps, left to right. A total without a value is computed."),
  target: z.number().optional().describe("A level to reach, drawn as a line."),
});
type Waterfall = z.infer<typeof Waterfall>;

/** Start, signed steps, subtotals and end, joined by connectors; every total is checked against its steps. */
export const waterfall = chartKind({
  name: "waterfall",
  shows: "From a start by signed steps to an end, with subtotals; the sum is checked.",
  schema: Waterfall,
  annotations: ["target", "difference", "total", "values", "compare", "callouts"],
  lower,
});

function lower(chart: Waterfall, context: ChartContext): ChartModel {
  const table = tabulate(chart, context);
  const measure = table.measure;
  const steps = computeSteps(chart, measure, context);
  const kind = chart.valueKind ?? "actual";
  const format = formatCode(context, measure);
  const signed = formatCode(context, stepMeasure(measure), true);
  const { target } = chart;

  const spans = steps.map((step) => span(step.from, step.to));
  const strong = (n: number): boolean => table.rows[n]?.highlight === true;
  const highlights = table.rows.some((row) => row.highlight);
  const labels = steps.map((step, n): Label | null =>
    step.value === null
      ? null
      : step.total
        ? label(markText(context, step.value, measure), sideOf(step), { bold: true, priority: 9 })
        : label(markText(context, step.value, stepMeasure(measure), true), sideOf(step), {
            value: false,
            bold: strong(n),
            priority: strong(n) ? 8 : 6,
            ink: strong(n) ? "accent" : stepText(step, table.better),
          }),
  );
  // Beside a highlighted bar, none other is in the accent colour.
  const besides = (ink: ColorToken): ColorToken => (highlights && ink === "accent" ? "faint" : ink);
  const pick = (which: "part" | "below", wanted: (step: BridgeStep) => boolean): (number | null)[] =>
    steps.map((step, n) => (wanted(step) && step.value !== null ? (spans[n]?.[which] ?? null) : null));
  const roles = [
    { role: "total", ink: "ink", wanted: (step: BridgeStep) => step.total },
    {
      role: "increase",
      ink: besides(goodness(1, table.better)),
      wanted: (step: BridgeStep) => !step.total && step.to >= step.from,
    },
    {
      role: "decrease",
      ink: besides(goodness(-1, table.better)),
      wanted: (step: BridgeStep) => !step.total && step.to < step.from,
    },
  ] as const;
  const base = series(
    { id: `${chart.id}-base`, name: context.say("chart.series.base"), role: "base", format, paint: NO_PAINT },
    spans.map((s) => s.base),
  );
  const parts = roles.flatMap(({ role, ink, wanted }): Series[] => {
    const paint = barPaint("actual", ink);
    const above = pick("part", wanted);
    const below = pick("below", wanted);
    const name = context.say(`chart.series.${role}`);
    return [
      ...(above.some((value) => value !== null)
        ? [
            {
              ...series({ id: `${chart.id}-${role}`, name, role, format, paint }, above),
              labels: labels.map((l, n) => (above[n] === null ? null : l)),
            },
          ]
        : []),
      ...(below.some((value) => value !== null)
        ? [
            series(
              {
                id: `${chart.id}-${role}-below`,
                name: context.say("chart.series.below", { name }),
                role,
                format,
                paint,
              },
              below,
            ),
          ]
        : []),
    ];
  });
  // The end of a forecast is itself a forecast: totals after the first step are hatched.
  const firstStep = steps.findIndex((step) => !step.total);
  const isExpected = (n: number): boolean => steps[n]?.total === true && firstStep >= 0 && n > firstStep;
  // Bars that cross zero are drawn in two parts; then the signed steps say what neither of them does.
  const crossing = steps.some((step, n) => step.value !== null && typeof spans[n]?.below === "number");
  const drawn = parts.map((each): Series => {
    const part = crossing ? { ...each, silent: true } : each;
    const points = steps.flatMap((_step, n) => {
      if ((part.values[n] ?? null) === null) return [];
      const ink = strong(n) ? "accent" : part.paint.ink;
      const shape = isExpected(n) ? kind : "actual";
      if (ink === part.paint.ink && shape === "actual") return [];
      const edge = barEdge(shape, ink);
      return [[n, { paint: barPaint(shape, ink), ...(edge === undefined ? {} : { line: edge }) }]] as const;
    });
    return { ...part, points: Object.fromEntries(points) };
  });

  const levels = [
    ...steps.flatMap((step) => [step.from, step.to]),
    ...(target === undefined ? [] : [target]),
  ];
  const cut = axisCut(steps, target);
  const nice = cut ?? niceSteps(footRoom(levels), Math.max(...levels), { count: 12 });
  const overlays: Overlay[] =
    cut === undefined
      ? []
      : steps.flatMap((step, n): Overlay[] => (step.total ? [{ type: "break", c: n }] : []));
  const heights = steps.map((step) => step.to);
  const difference = comparison(chart, table, heights, undefined, context);
  refuseLacking(
    chart,
    {
      target: target === undefined && "target",
      difference: difference.length === 0 && "two",
      total: !steps.some((step) => step.total) && "total",
    },
    context.from,
  );
  overlays.push(
    ...difference,
    ...callouts(
      chart,
      table,
      steps.map((step) => Math.max(step.from, step.to)),
      context,
    ),
  );
  const cutAt =
    cut === undefined
      ? undefined
      : markText(context, cut.min, { ...measure, decimals: new Decimal(cut.min).decimalPlaces() });
  const notes = cutAt === undefined ? [] : [context.say("chart.cut", { value: cutAt })];
  const spoken = cutAt === undefined ? [] : [context.say("chart.alt.cut", { value: cutAt })];
  const unit = context.unit(measure.unit, measure.scale);
  const expected = steps.flatMap((step, n) => (isExpected(n) ? [table.rows[n]?.long ?? step.label] : []));
  const kinds =
    kind === "actual" || expected.length === 0
      ? allOfKind(kind, steps.length, context)
      : listed(`chart.alt.of.${kind}`, expected, context);
  const targetText =
    target === undefined
      ? undefined
      : context.say("chart.target", { value: fullText(context, target, measure) });
  const lines =
    target === undefined || targetText === undefined
      ? []
      : [
          levelSeries(
            { id: `${chart.id}-target`, name: context.say("chart.series.target"), role: "target", format },
            target,
            steps.length,
            targetText,
          ),
        ];
  return {
    type: "chart",
    id: chart.id,
    kind: "waterfall",
    message: context.message,
    caption: caption(chart, table, context, notes),
    alt: stepsAlt(steps, { measure: table.name, unit, kinds }, measure, context, [
      ...(targetText === undefined ? [] : [sentence(targetText, context)]),
      ...annotationWords(table.rows, overlays, context),
      ...spoken,
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "vertical",
      categories: table.rows.map((row, n) => ({
        ...row.category,
        ...(steps[n]?.total === true || strong(n) ? { bold: true } : {}),
      })),
      value: valueAxis(context, nice, measure, { visible: false, gridlines: false }),
      between: true,
    },
    layers: [
      {
        type: "bars",
        grouping: "stacked",
        series: [base, ...drawn],
        gap: 40,
        overlap: 100,
        axis: "value",
        connectors: connectors(steps),
      },
      ...(lines.length > 0
        ? [{ type: "lines", series: lines, axis: "value", missing: "span" } as const]
        : []),
    ],
    legend: [],
    overlays,
    heading: table.heading,
    columns: [
      {
        name: context.say("chart.series.true"),
        values: steps.map((step) => step.value),
        format: signed,
        silent: !crossing,
      },
    ],
    from: context.from,
  };
}

/** The difference of two percentages is in points; on the bar itself the % says as much and is shorter. */
const stepMeasure = (measure: Measure): Measure =>
  measure.unit === "%" ? { ...measure, unit: "" } : measure;

/** Bars that lie below zero grow downward, and carry their number there. */
const sideOf = (step: BridgeStep): "above" | "below" =>
  Math.max(step.from, step.to) <= 0 ? "below" : "above";

const stepText = (step: BridgeStep, better: "higher" | "lower" | undefined): Label["ink"] => {
  const ink = goodness(step.value ?? 0, better);
  return ink === "accent" ? "ink" : ink;
};

/** From each bar's end level to the next bar, which starts or ends there. */
const connectors = (steps: readonly BridgeStep[]): readonly Connector[] =>
  steps.slice(0, -1).map((step, n) => ({ from: n, to: n + 1, value: step.to }));

/** In a sentence nothing but its unit says what a difference of percentages is. */
const differenceMeasure = (measure: Measure): Measure =>
  measure.unit === "%" ? { ...measure, unit: "pp" } : measure;

function stepsAlt(
  steps: readonly BridgeStep[],
  about: Parameters<typeof altText>[1],
  measure: Measure,
  context: ChartContext,
  more: readonly string[],
): string {
  const words = steps.flatMap((step) =>
    step.value === null
      ? []
      : [
          context.say("chart.alt.step", {
            label: step.label,
            value: step.total
              ? fullText(context, step.value, measure)
              : fullText(context, step.value, differenceMeasure(measure), true),
          }),
        ],
  );
  return altText("waterfall", about, context, [
    context.say("chart.alt.steps", { steps: words.join(context.marks.semicolon) }),
    ...more,
  ]);
}
