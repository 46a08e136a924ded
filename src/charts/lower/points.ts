import { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import {
  chartAmbiguous,
  chartMarkNotFound,
  chartTooManyCategories,
  chartTooManySeries,
} from "../../diagnostics/messages/index.ts";
import { Decimals, Name, Num, Scale, Unit } from "../../model/bundle/common.ts";
import { type Chart, ChartCommon } from "../../model/bundle/index.ts";
import type { ChartModel, LegendEntry, PointSeries, ValueAxis } from "../../model/chart.ts";
import type { Overlay } from "../../model/overlay.ts";
import type { ColorToken } from "../../model/text.ts";
import { rich } from "../../model/text.ts";
import { refuseLacking } from "./asked.ts";
import type { ChartContext } from "./context.ts";
import { allOfKind } from "./kinds.ts";
import { label } from "./notation.ts";
import { formatCode, fullText, type Measure, markText, valueAxis } from "./number.ts";
import { niceSteps, sum } from "./scale.ts";
import { CATEGORY_LIMITS, measureOf, spanOf } from "./table.ts";
import { altText, sentence } from "./wording.ts";

/** Measure of an axis in a chart of points. Both axes need a name: nothing else explains a position. */
export const PointAxis = z
  .strictObject({
    name: Name.describe("What is measured, in words; printed at the axis."),
    unit: Unit.optional(),
    scale: Scale.optional(),
    decimals: Decimals.optional().describe(
      "Digits after the decimal mark; chosen from the data when left out.",
    ),
  })
  .describe("What an axis, or the size of bubbles, measures.");
export type PointAxis = z.infer<typeof PointAxis>;

export const PlacedDatum = z
  .strictObject({
    label: Name.describe("What the point is; printed beside it."),
    x: Num.describe("Its value across, unscaled."),
    y: Num.describe("Its value upward, unscaled."),
    size: Num.min(0).optional().describe("Bubbles: what the area of the bubble stands for, unscaled."),
    group: Name.optional().describe("The group that it belongs to; each of up to four has a colour."),
    highlight: z.boolean().optional().describe("True draws it in the accent colour."),
  })
  .describe("One point with its place, and its size where it is a bubble.");
export type PlacedDatum = z.infer<typeof PlacedDatum>;

/** Fields of charts of points: their axes say what is measured, and no metric has two values a point. */
export const PointsCommon = ChartCommon.omit({
  metrics: true,
  compare: true,
  marks: true,
  unit: true,
  scale: true,
  decimals: true,
});

export interface Points {
  readonly id: string;
  readonly kind: "scatter" | "bubble";
  readonly data: readonly PlacedDatum[];
  readonly x: PointAxis;
  readonly y: PointAxis;
  readonly size?: PointAxis;
}

const GROUP_INKS: readonly ColorToken[] = ["accent", "faint", "ink", "hairline"];

/** Points on two named axes; bubbles where they have a size. @throws DiagnosticsError where there are too many to be told apart. */
export function lowerPoints(chart: Chart, points: Points, context: ChartContext): ChartModel {
  const { data, x, y, size } = points;
  const groups = [...new Set(data.map((datum) => datum.group ?? ""))];
  refuse(points, groups, context);
  refuseLacking(chart, { average: data.length < 2 && "two" }, context.from);
  const measure = {
    x: axisMeasure(
      chart,
      x,
      data.map((datum) => datum.x),
    ),
    y: axisMeasure(
      chart,
      y,
      data.map((datum) => datum.y),
    ),
    size: axisMeasure(
      chart,
      size ?? { name: "" },
      data.map((datum) => datum.size ?? 0),
    ),
  };
  const title = (axis: PointAxis): string => {
    const unit = context.unit(axis.unit ?? "", axis.scale);
    return context.say("chart.axis", { name: axis.name, unit: unit === "" ? undefined : unit });
  };
  const highlights = data.some((datum) => datum.highlight === true);
  const bubbles = points.kind === "bubble";
  // Large bubbles lie behind small ones.
  const ordered = bubbles ? data.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0)) : data;
  const series = groups.map((group, n): PointSeries => {
    const ink: ColorToken = highlights && groups.length === 1 ? "faint" : (GROUP_INKS[n] ?? "faint");
    return {
      id: `${chart.id}-${n + 1}`,
      name: group === "" ? (chart.measure ?? y.name) : group,
      paint: { ink, pattern: "solid" },
      ...(bubbles ? { line: { ink: "paper", width: 1, dash: "solid" } as const } : {}),
      format: {
        x: formatCode(context, measure.x),
        y: formatCode(context, measure.y),
        ...(bubbles ? { size: formatCode(context, measure.size) } : {}),
      },
      points: ordered
        .filter((datum) => (datum.group ?? "") === group)
        .map((datum) => ({
          x: datum.x,
          y: datum.y,
          ...(bubbles ? { size: datum.size ?? 0 } : {}),
          name: datum.label,
          label: label(datum.label, "right", {
            value: false,
            bold: datum.highlight === true,
            ink: datum.highlight === true ? "accent" : "ink",
            priority: datum.highlight === true ? 9 : 5,
          }),
          ...(datum.highlight === true ? { paint: { ink: "accent", pattern: "solid" } as const } : {}),
        })),
    };
  });
  const key: readonly LegendEntry[] =
    groups.length > 1
      ? series.map((each) => ({ name: each.name, paint: each.paint, shape: "dot" as const }))
      : [];
  const many = data.map((datum) =>
    context.say("chart.alt.point", {
      label: datum.label,
      x: fullText(context, datum.x, measure.x),
      y: fullText(context, datum.y, measure.y),
      size: bubbles ? fullText(context, datum.size ?? 0, measure.size) : undefined,
    }),
  );
  const span = spanOf(chart, context);
  const kinds = allOfKind(chart.valueKind, data.length, context);
  return {
    type: "chart",
    id: chart.id,
    kind: points.kind,
    message: context.message,
    caption: rich(
      [chart.measure, span, size === undefined ? undefined : context.say("chart.size", { size: title(size) })]
        .filter((part) => part !== undefined && part !== "")
        .join(context.marks.semicolon),
    ),
    alt: altText(points.kind, { measure: chart.measure, span, kinds }, context, [
      context.say("chart.alt.axes", {
        x: title(x),
        y: title(y),
        size: size === undefined ? undefined : title(size),
      }),
      sentence(many.join(context.marks.semicolon), context),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "number",
      x: axisOf(
        context,
        data.map((datum) => datum.x),
        measure.x,
        title(x),
        bubbles,
      ),
      y: axisOf(
        context,
        data.map((datum) => datum.y),
        measure.y,
        title(y),
        bubbles,
      ),
    },
    layers: [{ type: "points", series, bubbles, ...(size === undefined ? {} : { sizes: title(size) }) }],
    legend: key,
    overlays: [
      ...averages(chart, data, measure, context),
      ...callouts(chart, data, context),
      ...(size === undefined ? [] : [sizes(data, measure.size, title(size), context)]),
    ],
    heading: context.say("chart.heading.point"),
    from: context.from,
  };
}

const axisMeasure = (chart: Chart, axis: PointAxis, values: readonly number[]): Measure => {
  const { unit: _unit, scale: _scale, decimals: _decimals, ...rest } = chart;
  return measureOf(
    {
      ...rest,
      ...(axis.unit === undefined ? {} : { unit: axis.unit }),
      ...(axis.scale === undefined ? {} : { scale: axis.scale }),
      ...(axis.decimals === undefined ? {} : { decimals: axis.decimals }),
    },
    values,
  );
};

/** Points may stand far from zero; where zero is near, it is shown. Bubbles need room beyond their middles. */
function axisOf(
  context: ChartContext,
  values: readonly number[],
  measure: Measure,
  title: string,
  bubbles: boolean,
): ValueAxis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const zero = low <= 0 ? high >= 0 : low <= 0.35 * high;
  const steps = niceSteps(low, high, { zero, headroom: bubbles ? 0.16 : 0.06 });
  return valueAxis(context, steps, measure, { visible: true, gridlines: true, title });
}

/** Both means as lines across, which make four fields of the plot. */
function averages(
  chart: Chart,
  data: readonly PlacedDatum[],
  measure: { readonly x: Measure; readonly y: Measure },
  context: ChartContext,
): readonly Overlay[] {
  if (!(chart.show ?? []).includes("average") || data.length < 2) return [];
  const mean = (values: readonly number[]): number => sum(values) / values.length;
  const [x, y] = [mean(data.map((datum) => datum.x)), mean(data.map((datum) => datum.y))];
  const words = (value: number, own: Measure): string =>
    context.say("chart.average", { value: markText(context, value, own) });
  return [
    { type: "event", c: x, text: words(x, measure.x), ink: "muted" },
    { type: "level", v: y, text: words(y, measure.y), ink: "muted", dash: "dot" },
  ];
}

function callouts(chart: Chart, data: readonly PlacedDatum[], context: ChartContext): readonly Overlay[] {
  return (chart.callouts ?? []).map(({ at, text }, n): Overlay => {
    const found = data.find((datum) => datum.label === at);
    const alike = data.filter((datum) => datum.label === at).length;
    if (alike > 1)
      throw new DiagnosticsError([
        chartAmbiguous({ path: [...context.from, "callouts", n, "at"] }, chart.id, at, alike),
      ]);
    if (found === undefined) {
      const known = data.map((datum) => datum.label);
      const place = { path: [...context.from, "callouts", n, "at"] };
      throw new DiagnosticsError([chartMarkNotFound(place, chart.id, at, known)]);
    }
    return { type: "note", at: { c: found.x, v: found.y }, text, ink: "ink" };
  });
}

/** Two sizes that anyone can hold the bubbles against: a round number near the largest, and a quarter of it. */
function sizes(
  data: readonly PlacedDatum[],
  measure: Measure,
  title: string,
  context: ChartContext,
): Overlay {
  const largest = Math.max(...data.map((datum) => datum.size ?? 0));
  const { ticks } = niceSteps(0, largest, { count: 4 });
  const top = ticks.findLast((tick) => tick <= largest) ?? largest;
  // A quarter of a round number may need a digit more than the data; rounded, it would be another number.
  const entry = (value: number) => {
    const { decimals } = measureOf(
      { id: "", kind: "", message: "", ...(measure.scale === undefined ? {} : { scale: measure.scale }) },
      [value],
    );
    return { value, text: markText(context, value, { ...measure, decimals }) };
  };
  return { type: "sizes", title, entries: [entry(top), entry(top / 4)] };
}

function refuse(points: Points, groups: readonly string[], context: ChartContext): void {
  const at = { path: context.from };
  const problems = [
    ...(points.data.length > CATEGORY_LIMITS.categories
      ? [chartTooManyCategories(at, points.id, points.data.length, CATEGORY_LIMITS.categories)]
      : []),
    ...(groups.length > GROUP_INKS.length
      ? [chartTooManySeries(at, points.id, groups.length, GROUP_INKS.length)]
      : []),
  ];
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
