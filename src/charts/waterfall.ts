import { z } from "zod";
import { Decimal } from "../base/decimal.ts";
import { Refusal } from "../diagnostics/diagnostic.ts";
import { waterfallSum } from "../diagnostics/messages.ts";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { ChartModel, Connector, Label, Overlay, Series } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { shows } from "./lower/marks.ts";
import { barEdge, barPaint, goodness, label, levelSeries, NOTHING, series } from "./lower/notation.ts";
import { formatCode, fullText, type Measure, markText, valueAxis } from "./lower/number.ts";
import { minus, niceStep, niceSteps } from "./lower/scale.ts";
import { span } from "./lower/spans.ts";
import { tabulate } from "./lower/table.ts";
import { caption, sentence } from "./lower/wording.ts";

const Waterfall = ChartCommon.extend({
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
export const waterfall = chartKind({ name: "waterfall", schema: Waterfall, lower });

/** A bar of the waterfall: a total from zero, or a step from one level to the next. */
interface Step {
  readonly label: string;
  readonly total: boolean;
  /** What is written at it: the level of a total, the signed size of a step. */
  readonly value: number | null;
  readonly from: number;
  readonly to: number;
}

/** Below this share of the highest total, the largest step could not be seen from zero. */
const SMALL_STEP = 0.08;

function lower(chart: Waterfall, context: ChartContext): ChartModel {
  const table = tabulate(chart, context);
  const measure = table.measure;
  const steps = reckonSteps(chart, measure, context);
  const kind = chart.valueKind ?? "actual";
  const format = formatCode(context, measure);
  const signed = formatCode(context, stepMeasure(measure), true);
  const target = chart.target !== undefined && shows(chart, "target", ["target"]) ? chart.target : undefined;

  const spans = steps.map((step) => span(step.from, step.to));
  const labels = steps.map((step): Label | null =>
    step.value === null
      ? null
      : step.total
        ? label(markText(context, step.value, measure), "above", { bold: true, priority: 9 })
        : label(markText(context, step.value, stepMeasure(measure), true), "above", {
            value: false,
            priority: 6,
            ink: stepText(step, table.better),
          }),
  );
  const pick = (which: "part" | "below", wanted: (step: Step) => boolean): (number | null)[] =>
    steps.map((step, n) => (wanted(step) && step.value !== null ? (spans[n]?.[which] ?? null) : null));
  const roles = [
    { role: "total", ink: "ink", wanted: (step: Step) => step.total },
    {
      role: "increase",
      ink: goodness(1, table.better),
      wanted: (step: Step) => !step.total && step.to >= step.from,
    },
    {
      role: "decrease",
      ink: goodness(-1, table.better),
      wanted: (step: Step) => !step.total && step.to < step.from,
    },
  ] as const;
  const edge = barEdge(kind, "ink");
  const base = series(
    { id: `${chart.id}-base`, name: context.say("chart.series.base"), role: "base", format, paint: NOTHING },
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
  const drawn = parts.map(
    (part): Series =>
      part.role === "total" && kind !== "actual" && firstStep >= 0
        ? {
            ...part,
            points: Object.fromEntries(
              steps.flatMap((step, n) =>
                step.total && n > firstStep
                  ? [[n, { paint: barPaint(kind, "ink"), ...(edge === undefined ? {} : { line: edge }) }]]
                  : [],
              ),
            ),
          }
        : part,
  );

  const levels = [
    ...steps.flatMap((step) => [step.from, step.to]),
    ...(target === undefined ? [] : [target]),
  ];
  const cut = axisCut(steps, target);
  const nice = cut ?? niceSteps(Math.min(...levels), Math.max(...levels), { count: 12 });
  const overlays: Overlay[] =
    cut === undefined
      ? []
      : steps.flatMap((step, n): Overlay[] => (step.total ? [{ type: "break", c: n }] : []));
  const cutAt =
    cut === undefined
      ? undefined
      : markText(context, cut.min, { ...measure, decimals: new Decimal(cut.min).decimalPlaces() });
  const notes = cutAt === undefined ? [] : [context.say("chart.cut", { value: cutAt })];
  const spoken = cutAt === undefined ? [] : [context.say("chart.alt.cut", { value: cutAt })];
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
    alt: altText(steps, table.name, measure, context, [
      ...(targetText === undefined ? [] : [context.say("chart.alt.target", { target: targetText })]),
      ...spoken,
    ]),
    render: chart.render ?? "native",
    plane: {
      type: "category",
      orientation: "vertical",
      categories: table.rows.map((row, n) => ({
        ...row.category,
        ...(steps[n]?.total === true ? { bold: true } : {}),
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
    key: [],
    overlays,
    heading: table.heading,
    columns: [
      { name: context.say("chart.series.true"), values: steps.map((step) => step.value), format: signed },
    ],
    from: context.from,
  };
}

/**
 * Levels before and after every step, summed exactly.
 * @throws Refusal where a total says another number than its steps sum to, at the decimals shown.
 */
export function reckonSteps(
  chart: Pick<Waterfall, "id" | "data">,
  measure: Measure,
  context: ChartContext,
): readonly Step[] {
  let level = new Decimal(0);
  let started = false;
  return chart.data.map((datum, n): Step => {
    const from = level.toNumber();
    const value = datum.value ?? datum.values?.[0] ?? null;
    if (datum.total === true) {
      const to = value ?? from;
      const shown = (number: number): string => fullText(context, number, measure);
      if (value !== null && started && shown(value) !== shown(from)) {
        throw new Refusal([
          waterfallSum(
            { path: [...context.from, "data", n] },
            chart.id,
            datum.label,
            shown(value),
            shown(from),
          ),
        ]);
      }
      level = new Decimal(to);
      started = true;
      return { label: datum.label, total: true, value: to, from: 0, to };
    }
    level = level.plus(value ?? 0);
    started = true;
    return { label: datum.label, total: false, value, from, to: level.toNumber() };
  });
}

/** The difference of two percentages is in points; on the bar itself the % says as much and is shorter. */
const stepMeasure = (measure: Measure): Measure =>
  measure.unit === "%" ? { ...measure, unit: "" } : measure;

const stepText = (step: Step, better: "higher" | "lower" | undefined): Label["ink"] => {
  const ink = goodness(step.value ?? 0, better);
  return ink === "accent" ? "ink" : ink;
};

/** From each bar's end level to the next bar, which starts or ends there. */
const connectors = (steps: readonly Step[]): readonly Connector[] =>
  steps.slice(0, -1).map((step, n) => ({ from: n, to: n + 1, value: step.to }));

/**
 * Bars start at zero (IBCS CHECK 1.1), unless that would hide the steps that the chart is about: then the axis starts
 * at a round number below all levels, the totals carry a mark of the break and the caption says so.
 */
function axisCut(
  steps: readonly Step[],
  target: number | undefined,
): ReturnType<typeof niceSteps> | undefined {
  const changes = steps.filter((step) => !step.total);
  const totals = steps.filter((step) => step.total);
  const levels = [
    ...totals.map((step) => step.to),
    ...changes.flatMap((step) => [step.from, step.to]),
    ...(target === undefined ? [] : [target]),
  ];
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  const largest = Math.max(0, ...changes.map((step) => Math.abs(step.value ?? 0)));
  const top = Math.max(0, ...totals.map((step) => step.to));
  if (
    changes.length === 0 ||
    steps[0]?.total !== true ||
    low <= 0 ||
    largest === 0 ||
    largest >= SMALL_STEP * top
  )
    return undefined;
  // The foot of the totals is about as high as the range of the steps, so that they still read as bars.
  const range = minus(high, low);
  const foot = new Decimal(range).times(0.9);
  const unit = niceStep(new Decimal(range).div(5));
  const coarse = niceStep(new Decimal(range).div(2));
  const min = Decimal.max(0, new Decimal(low).minus(foot).div(coarse).floor().times(coarse));
  if (min.lte(0)) return undefined;
  const first = min.div(unit).floor();
  const last = new Decimal(high).div(unit).ceil();
  const ticks: number[] = [];
  for (let n = first; n.lte(last); n = n.plus(1)) ticks.push(n.times(unit).toNumber());
  return {
    min: first.times(unit).toNumber(),
    max: last.times(unit).toNumber(),
    major: unit.toNumber(),
    ticks,
    decimals: unit.decimalPlaces(),
  };
}

function altText(
  steps: readonly Step[],
  name: string,
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
              : markText(context, step.value, stepMeasure(measure), true),
          }),
        ],
  );
  const lead = context.say("chart.alt.lead", {
    kind: context.say("chart.alt.kind.waterfall"),
    measure: name === "" ? undefined : name,
    unit: context.unit(measure.unit, measure.scale),
    count: steps.length,
  });
  return [
    sentence(context.message),
    lead,
    context.say("chart.alt.steps", { steps: words.join("; ") }),
    ...more,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
