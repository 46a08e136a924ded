import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartNoData, chartSameName } from "../diagnostics/messages/index.ts";
import { ChartCommon, Datum } from "../model/bundle/index.ts";
import type { ChartModel, Label, Series } from "../model/chart.ts";
import type { InvestmentFigures } from "../model/figures.ts";
import type { ColorToken } from "../model/text.ts";
import { rich } from "../model/text.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { allOfKind } from "./lower/kinds.ts";
import { AXIS_LINE, label, NO_PAINT, series } from "./lower/notation.ts";
import { formatCode, fullText, type Measure, markText, valueAxis } from "./lower/number.ts";
import { minus, niceSteps, span } from "./lower/scale.ts";
import { measureOf, repeated, spanOf } from "./lower/table.ts";
import { altText, measureWords, onOneLine, sentence } from "./lower/wording.ts";

const Tornado = ChartCommon.omit({ metrics: true }).extend({
  kind: z.literal("tornado"),
  data: z
    .array(Datum.required({ low: true, high: true }))
    .min(1)
    .max(60)
    .describe("One driver each: what the result becomes at its low and its high end."),
  target: z.number().describe("The base case: the result when no driver changes."),
});
type Tornado = z.infer<typeof Tornado>;

/** Low and high result per driver around the base case, the widest on top. */
export const tornado = chartKind({
  name: "tornado",
  shows: "How far a result moves with each driver, low to high, widest first, about the base case.",
  schema: Tornado,
  annotations: ["values"],
  lower,
});

interface Driver {
  readonly name: string;
  readonly low: End;
  readonly high: End;
}
interface End {
  readonly value: number;
  /** The value as it is written at the bar's end. */
  readonly text: string;
  /** Value of the driver at this end: "Half a year late". */
  readonly outcome?: string;
}

function lower(chart: Tornado, context: ChartContext): ChartModel {
  const names = chart.data.map(({ label }) => label);
  const twice = repeated(names).map((n) =>
    chartSameName({ path: [...context.from, "data", n] }, chart.id, names[n] ?? ""),
  );
  if (twice.length > 0) throw new DiagnosticsError(twice);
  const measure = measureOf(
    chart,
    chart.data.flatMap((datum) => [datum.low, datum.high]),
  );
  const end = (value: number): End => ({ value, text: markText(context, value, measure) });
  const drivers = chart.data.map(
    (datum): Driver => ({ name: datum.label, low: end(datum.low), high: end(datum.high) }),
  );
  return draw(
    {
      id: chart.id,
      name: chart.measure ?? "",
      base: chart.target,
      measure,
      render: chart.render ?? "native",
      better: chart.better ?? "higher",
      kinds: allOfKind(chart.valueKind, drivers.length, context),
      span: spanOf(chart, context),
    },
    drivers,
    context,
  );
}

/**
 * The sensitivity of the investment as a tornado around its net present value.
 * @throws DiagnosticsError where the investment names no driver.
 */
export function lowerSensitivity(investment: InvestmentFigures, context: ChartContext): ChartModel {
  const base = investment.figures["npv"];
  if (base === undefined || investment.sensitivity.length === 0) {
    throw new DiagnosticsError([chartNoData({ path: context.from }, "investment")]);
  }
  const measure: Measure = {
    unit: base.unit,
    decimals: investment.decimals,
    ...(investment.scale === undefined ? {} : { scale: investment.scale }),
  };
  const drivers = investment.sensitivity.map(({ driver, low, high }): Driver => {
    const end = (one: typeof low): End => ({
      value: one.npv.value,
      text: markText(context, one.npv.value, measure),
      outcome: one.label,
    });
    return { name: driver, low: end(low), high: end(high) };
  });
  const about = {
    id: "investment-sensitivity",
    name: context.say("chart.npv"),
    base: base.value,
    baseText: base.text,
    measure,
    render: "native",
    better: "higher",
  } as const;
  return draw(about, drivers, context);
}

const NO_END: End = { value: 0, text: "" };

interface About {
  readonly id: string;
  readonly name: string;
  readonly base: number;
  readonly baseText?: string;
  readonly measure: Measure;
  readonly render: "native" | "picture";
  readonly better: "higher" | "lower";
  /** Says that the results are of a kind, where the chart says so. */
  readonly kinds?: readonly string[];
  /** The period that the chart names. */
  readonly span?: string;
}

function draw(about: About, unsorted: readonly Driver[], context: ChartContext): ChartModel {
  const { base, measure } = about;
  const width = (driver: Driver): number => Math.abs(minus(driver.high.value, driver.low.value));
  const drivers = unsorted
    .map((driver, n) => ({ driver, n }))
    .sort((a, b) => width(b.driver) - width(a.driver) || a.n - b.n)
    .map(({ driver }) => driver);
  const format = formatCode(context, measure);

  // Each bar is two: from the base case to the lower result, and to the higher one. Where both ends lie on one side
  // of the base case, the bar between them starts at the nearer end.
  const bars = drivers.map((driver) => {
    const lowest = Math.min(driver.low.value, driver.high.value);
    const highest = Math.max(driver.low.value, driver.high.value);
    const [left, right] =
      driver.low.value <= driver.high.value ? [driver.low, driver.high] : [driver.high, driver.low];
    return {
      worse: lowest < base ? ([lowest, Math.min(base, highest)] as const) : null,
      better: highest > base ? ([Math.max(base, lowest), highest] as const) : null,
      left,
      right,
    };
  });
  const stacked = bars.map((bar) => {
    const worse = bar.worse === null ? null : span(...bar.worse);
    const better = bar.better === null ? null : span(...bar.better);
    // The unseen base is that of the part next to zero; the other part is stacked upon it.
    const nearest = worse === null ? better : better === null ? worse : base >= 0 ? worse : better;
    // A bar that ends at zero has no unseen base to carry the number of that end.
    const [low, high] = [bar.left.value, bar.right.value];
    const atZero = low < high && (low === 0 || high === 0);
    return { base: nearest?.base ?? (atZero ? 0 : null), worse, better };
  });
  const words = (end: End): string =>
    end.outcome === undefined
      ? end.text
      : context.say("chart.outcome", { value: end.text, outcome: end.outcome });
  const spoken = (end: End): string => words({ ...end, text: fullText(context, end.value, measure) });
  // In a stack PowerPoint puts labels inside bars only. The unseen base ends where the drawn bar begins, so its inside
  // end is the place before that bar; at an end away from zero, the bar's own end is moved out by the writer.
  const endLabel = (end: End, at: "left" | "right"): Label =>
    label(words(end), at, {
      value: false,
      priority: 6,
      brief: end.text,
      ...(end.outcome === undefined ? {} : { folded: `${end.text}\n${end.outcome}` }),
    });
  const left = (n: number): Label => endLabel(bars[n]?.left ?? NO_END, "left");
  const right = (n: number): Label => endLabel(bars[n]?.right ?? NO_END, "right");
  const atBase = stacked.map((bar, n): Label | null => {
    if (bar.base === null) return null;
    if (bar.base === 0) return bars[n]?.left.value === 0 ? left(n) : right(n);
    return { ...(bar.base > 0 ? left(n) : right(n)), at: "insideEnd" };
  });
  const part = (role: "decrease" | "increase", which: "worse" | "better", ink: ColorToken): Series[] => {
    const paint = { ink, pattern: "solid" } as const;
    const name = context.say(`chart.tornado.${role}`);
    const main = stacked.map((bar) => bar[which]?.part ?? null);
    const below = stacked.map((bar) => bar[which]?.below ?? null);
    const outer = stacked.map((bar, n): Label | null => {
      const own = bar[which]?.part;
      if (own === undefined || own === 0) return null;
      const alone = which === "worse" ? bar.better === null : bar.worse === null;
      if (own > 0) return which === "better" || alone ? right(n) : null;
      return which === "worse" || alone ? left(n) : null;
    });
    // The part below zero of a better result ends at the base case where a worse one goes on from there.
    const beyond = below.map((value, n): Label | null =>
      value === null || (which === "better" && bars[n]?.worse !== null) ? null : left(n),
    );
    const made = series({ id: `${about.id}-${role}`, name, role, format, paint }, main);
    const other = context.say("chart.series.below", { name });
    const under = series({ id: `${about.id}-${role}-below`, name: other, role, format, paint }, below);
    return [
      // The ends of a bar are columns of their own; its parts are lengths that only the drawing needs.
      { ...made, labels: outer, silent: true },
      ...(below.some((value) => value !== null) ? [{ ...under, labels: beyond, silent: true }] : []),
    ];
  };
  const upGood = about.better === "higher";
  const parts = [
    ...part("decrease", "worse", upGood ? "faint" : "accent"),
    ...part("increase", "better", upGood ? "accent" : "faint"),
  ];
  // Below zero, stacking grows away from zero: the part nearer to zero must come first.
  const ordered = base >= 0 ? parts : parts.toReversed();
  const baseSeries = series(
    { id: `${about.id}-base`, name: context.say("chart.series.base"), role: "base", format, paint: NO_PAINT },
    stacked.map((bar) => bar.base),
    { labels: atBase },
  );

  const ends = drivers.flatMap((driver) => [driver.low.value, driver.high.value]);
  const steps = niceSteps(Math.min(base, ...ends), Math.max(base, ...ends), {
    count: 10,
    zero: false,
  });
  const baseText = context.say("chart.tornado.base", {
    value: about.baseText ?? fullText(context, base, measure),
  });
  const unit = context.unit(measure.unit, measure.scale);
  return {
    type: "chart",
    id: about.id,
    kind: "tornado",
    message: context.message,
    caption: rich(onOneLine([...measureWords(about.name, measure, context), about.span ?? ""], context)),
    alt: altText("tornado", { measure: about.name, unit, kinds: about.kinds ?? [] }, context, [
      sentence(baseText, context),
      ...drivers.map((driver) =>
        context.say("chart.alt.driver", {
          driver: driver.name,
          low: spoken(driver.low),
          high: spoken(driver.high),
        }),
      ),
    ]),
    render: about.render,
    coordinates: {
      type: "category",
      orientation: "horizontal",
      categories: drivers.map((driver) => ({ label: driver.name })),
      value: valueAxis(context, steps, measure, { visible: false, gridlines: false }),
      between: true,
      line: false,
    },
    layers: [
      {
        type: "bars",
        grouping: "stacked",
        series: [baseSeries, ...ordered],
        gap: 55,
        overlap: 100,
        axis: "value",
      },
    ],
    legend: [],
    overlays: [{ type: "level", v: base, text: baseText, ink: "ink", dash: AXIS_LINE.dash }],
    heading: context.say("chart.heading.driver"),
    columns: [
      { name: context.say("chart.end.low"), values: drivers.map((driver) => driver.low.value), format },
      { name: context.say("chart.end.high"), values: drivers.map((driver) => driver.high.value), format },
    ],
    from: context.from,
  };
}
