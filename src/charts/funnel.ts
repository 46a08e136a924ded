import { z } from "zod";
import { Decimal } from "../base/decimal.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  chartMissingValue,
  chartNegative,
  chartTooFew,
  chartTooManyCategories,
  chartZeroWhole,
  funnelWidens,
} from "../diagnostics/messages/index.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel, Label, Series } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { label, NO_PAINT, series, textOn } from "./lower/notation.ts";
import { formatCode, fullText, markText, valueAxis } from "./lower/number.ts";
import { minus } from "./lower/scale.ts";
import { partShare, shareText } from "./lower/stack.ts";
import { type ChartTable, tabulate } from "./lower/table.ts";
import { aboutTable, altText, caption, sentence } from "./lower/wording.ts";

const Funnel = ChartCommon.omit({ metrics: true, compare: true, callouts: true, marks: true }).extend({
  kind: z.literal("funnel"),
  data: Data.describe("The steps in the order in which they are passed, each at most the one before."),
});
type Funnel = z.infer<typeof Funnel>;

/** Funnel of centred bars: how many pass each step, with the share of the step before and of the first. */
export const funnel = chartKind({
  name: "funnel",
  shows: "How many pass each step, with the share of the step before and of the first.",
  schema: Funnel,
  annotations: ["values"],
  lower,
});

const STEPS = 12;

function lower(chart: Funnel, context: ChartContext): ChartModel {
  const table = tabulate(chart, context);
  refuse(chart, table, context);
  const values = (table.columns[0]?.values ?? []).map((value) => value ?? 0);
  const first = values[0] ?? 0;
  const before = (n: number): number => values[n - 1] ?? 0;
  const share = (value: number, whole: number): string =>
    whole === 0 ? "" : shareText(context, partShare(value, whole));
  const words = values.map((value, n) => {
    if (n === 0) return shareText(context, 100);
    const all = share(value, first);
    const step = share(value, before(n));
    return n === 1 || step === ""
      ? context.say("chart.funnel.first", { share: all })
      : context.say("chart.funnel.step", { step, all });
  });
  const format = formatCode(context, table.measure);
  const percent = { code: '0"%"' };
  const exact = (value: number, whole: number): number | null =>
    whole === 0 ? null : new Decimal(partShare(value, whole)).toDecimalPlaces(2).toNumber();
  // The step that loses most is the one that the reader should see.
  const losses = values.map((value, n) => (n === 0 || before(n) === 0 ? 0 : 1 - value / before(n)));
  const given = table.rows.some((row) => row.highlight);
  const worst = losses.indexOf(Math.max(...losses));
  const strong = (n: number): boolean =>
    given ? table.rows[n]?.highlight === true : worst > 0 && n === worst;
  const paint = (n: number) => ({ ink: strong(n) ? "accent" : "faint", pattern: "solid" }) as const;
  const base: Series = series(
    { id: `${chart.id}-base`, name: context.say("chart.series.base"), role: "base", format, paint: NO_PAINT },
    values.map((value) => new Decimal(minus(first, value)).div(2).toNumber()),
  );
  const steps: Series = {
    ...series(
      {
        id: table.columns[0]?.id ?? chart.id,
        name: table.columns[0]?.name ?? context.say("chart.value"),
        role: "actual",
        format,
        paint: { ink: "faint", pattern: "solid" },
      },
      values,
    ),
    points: Object.fromEntries(values.flatMap((_value, n) => (strong(n) ? [[n, { paint: paint(n) }]] : []))),
    labels: values.map((value, n): Label => {
      const text = markText(context, value, table.measure);
      const beside = context.say("chart.funnel.beside", { value: text, words: words[n] });
      return label(text, "center", { bold: true, ink: textOn(paint(n)), brief: beside, priority: 5 });
    }),
  };
  // Words in one column beside the widest bar; the line that carries them is not drawn.
  const beside: Series = series(
    { id: `${chart.id}-words`, name: context.say("chart.funnel.end"), role: "mark", format, paint: NO_PAINT },
    values.map(() => first),
    {
      silent: true,
      labels: words.map(
        (text, n): Label => label(text, "right", { value: false, bold: strong(n), priority: 9 }),
      ),
    },
  );
  const axis = { min: 0, max: first, major: first, ticks: [0, first], decimals: 0 };
  return {
    type: "chart",
    id: chart.id,
    kind: "funnel",
    message: context.message,
    caption: caption(chart, table, context),
    alt: altText("funnel", aboutTable(table, context), context, [
      sentence(
        values
          .map((value, n) =>
            context.say("chart.funnel.item", {
              label: table.rows[n]?.long ?? "",
              value: fullText(context, value, table.measure),
              step: n === 0 || before(n) === 0 ? undefined : share(value, before(n)),
              all: share(value, first),
            }),
          )
          .join(context.marks.semicolon),
        context,
      ),
    ]),
    render: chart.render ?? "native",
    coordinates: {
      type: "category",
      orientation: "horizontal",
      categories: table.rows.map((row, n) => ({ ...row.category, ...(strong(n) ? { bold: true } : {}) })),
      value: valueAxis(context, axis, table.measure, { visible: false, gridlines: false }),
      between: true,
      line: false,
    },
    layers: [
      { type: "bars", grouping: "stacked", series: [base, steps], gap: 25, overlap: 100, axis: "value" },
      { type: "lines", series: [beside], axis: "value", missing: "gap" },
    ],
    legend: [],
    overlays: [],
    heading: context.say("chart.heading.step"),
    columns: [
      {
        name: context.say("chart.funnel.column.step"),
        values: values.map((value, n) => (n === 0 ? null : exact(value, before(n)))),
        format: percent,
      },
      {
        name: context.say("chart.funnel.column.all"),
        values: values.map((value) => exact(value, first)),
        format: percent,
      },
    ],
    from: context.from,
  };
}

function refuse(chart: Funnel, table: ChartTable, context: ChartContext): void {
  const at = (n: number) => ({ path: [...context.from, "data", n] });
  const here = { path: context.from };
  const values = table.columns[0]?.values ?? [];
  const text = (value: number): string => fullText(context, value, table.measure);
  const problems = [
    ...(table.rows.length < 2 ? [chartTooFew(here, chart.id, table.rows.length, 2, "bar")] : []),
    ...(table.rows.length > STEPS ? [chartTooManyCategories(here, chart.id, table.rows.length, STEPS)] : []),
    ...table.rows.flatMap((row, n) => {
      const value = values[n] ?? null;
      const before = values[n - 1] ?? null;
      if (value === null) return [chartMissingValue(at(n), chart.id, row.long, "bar")];
      if (value < 0) return [chartNegative(at(n), chart.id, row.long, "a funnel")];
      return before !== null && value > before
        ? [funnelWidens(at(n), chart.id, row.long, text(value), text(before))]
        : [];
    }),
  ];
  if (problems.length === 0 && (values[0] ?? 0) === 0) problems.push(chartZeroWhole(here, chart.id));
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
