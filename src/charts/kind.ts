import { z } from "zod";
import { type Diagnostic, Refusal } from "../diagnostics/diagnostic.ts";
import {
  chartMetricsAndData,
  chartOtherUnit,
  chartTooManyCategories,
  chartTooManyNames,
  chartTooManySeries,
} from "../diagnostics/messages.ts";
import type { Locale } from "../locales/locale.ts";
import type { PhraseData } from "../locales/phrasebook.ts";
import type { Scale } from "../model/bundle/common.ts";
import { type Chart, ChartCommon } from "../model/bundle/index.ts";
import type { Exhibit } from "../model/chart.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import { longestName, minimumSize } from "./fit.ts";
import { type Annotation, OF_THEIR_OWN, SHOWN } from "./lower/asked.ts";

export type { Annotation } from "./lower/asked.ts";

/** How a number is written; the same as figures are written, so that both are the same string. */
export interface NumberStyle {
  /** %, pp, an ISO 4217 code, a word, or "" for a bare number. */
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: Scale;
  /** True for changes, which carry + or −. */
  readonly signed?: boolean;
  /** True for the form that fits an axis or a bar: "€0.42m". */
  readonly short?: boolean;
}

/** What lowering may know: figures, the deck's language and dates. Filled by `compose` for one exhibit. */
export interface ChartContext {
  readonly figures: Figures;
  /** The exhibit's message, resolved and without markup; it opens the alt text. */
  readonly message: string;
  /** JSON path of the chart in the bundle: ["charts", 0]. */
  readonly from: JsonPath;
  /** A number in the deck's locale. */
  readonly format: (value: number, style: NumberStyle) => string;
  /** A phrase of the locale (keys "chart.…"), without emphasis. */
  readonly say: (phrase: string, data?: PhraseData) => string;
  /** A period of the bundle as it is read: "Q3 2026", and short where its year is clear: "Q3". */
  readonly period: (period: string, form: "long" | "short") => string;
  /** A unit in words, as a caption writes it: "%", "EUR million", "percentage points". */
  readonly unit: (unit: string, scale?: Scale) => string;
  /** An ISO date as it is read: "18 November 2026", and without its year: "18 November". */
  readonly day: (date: string, form: "long" | "short") => string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Which direction is good where the chart does not say: that of the metric behind the goal it supports. */
  readonly better?: "higher" | "lower";
  /** The deck's ISO date. */
  readonly date?: string;
  /** The ISO day by which the decision is needed. */
  readonly decision?: string;
}

/** What one exhibit needs beside the locale. */
export type ChartSubject = Pick<
  ChartContext,
  "figures" | "message" | "from" | "better" | "date" | "decision"
>;

/** A context whose numbers and words are those of a locale; `words` is the phrasebook's. */
export function chartContext(
  locale: Locale,
  words: ChartContext["say"],
  subject: ChartSubject,
): ChartContext {
  return {
    ...subject,
    language: locale.tag,
    say: words,
    format: (value, { unit, decimals, scale, signed = false, short = false }) =>
      locale.value(value, {
        unit,
        decimals,
        signed,
        ...(scale === undefined ? {} : { scale }),
        style: short ? "short" : "text",
      }),
    period: (period, form) => locale.period(period, form === "short" ? "withinYear" : "long"),
    unit: (unit, scale) => locale.unit(unit, scale),
    day: (date, form) => locale.date(date, form === "short" ? "dayMonth" : "long"),
  };
}

/** One kind of chart: the shape of its data in the bundle, and what it lowers to. */
export interface ChartKind<Schema extends ChartSchema = ChartSchema> {
  readonly name: string;
  /** One sentence on what it shows: for editors (the schema's description) and docs/charts.md. */
  readonly shows: string;
  readonly schema: Schema;
  /** What it can draw beside its data; its schema offers nothing else. */
  readonly annotations: readonly Annotation[];
  /** True where the values are parts of one whole, so that their sum is a figure: `{{id.total}}`. */
  readonly additive: boolean;
  /**
   * Turns a chart of the bundle into an exhibit. Takes any chart and checks it against the kind's schema again, so
   * that callers need not know which kind they hold.
   * @throws Refusal where the data cannot be drawn (too many categories, none at all, mixed units).
   */
  readonly lower: (chart: Chart, context: ChartContext) => Exhibit;
}

/** Every kind's parsed type is also a `Chart` of the model. */
export type ChartSchema = z.ZodType<Chart>;

/** Ties a schema to the function that lowers what it parses; the schema offers the annotations of the kind and no others. */
export function chartKind<Schema extends ChartSchema>(kind: {
  readonly name: string;
  readonly shows: string;
  readonly schema: Schema;
  readonly annotations: readonly Annotation[];
  readonly additive?: boolean;
  readonly lower: (chart: z.output<Schema>, context: ChartContext) => Exhibit;
}): ChartKind<Schema> {
  const schema = offering(kind.schema, kind.annotations).describe(kind.shows);
  return {
    name: kind.name,
    shows: kind.shows,
    schema,
    annotations: kind.annotations,
    additive: kind.additive === true,
    lower: (chart, context) => {
      const parsed = schema.parse(chart);
      refuseTwofold(parsed, context);
      const exhibit = kind.lower(parsed, context);
      refuseLarge(parsed, exhibit, context);
      return exhibit;
    },
  };
}

/** A schema without the annotations that its kind does not draw. What it parses is also of the wider schema's type. */
function offering<Schema extends ChartSchema>(schema: Schema, annotations: readonly Annotation[]): Schema {
  const { show, ...fields } = (schema as unknown as z.ZodObject).shape;
  const foreign: readonly string[] = OF_THEIR_OWN.filter((name) => !annotations.includes(name));
  const own = Object.entries(fields).filter(([name]) => !foreign.includes(name));
  const shown = annotations.filter((name) => SHOWN.includes(name));
  const list = z.array(z.enum(shown)).max(SHOWN.length).optional();
  const { description = "" } = ChartCommon.shape.show;
  return z.strictObject({
    ...Object.fromEntries(own),
    ...(show === undefined || shown.length === 0 ? {} : { show: list.describe(description) }),
  }) as unknown as Schema;
}

/** @throws Refusal for numbers or units that a chart has twice: from metrics, and of its own. */
function refuseTwofold(chart: Chart, { from, figures }: Pick<ChartContext, "from" | "figures">): void {
  const { id, metrics = [], data = [], unit } = chart;
  if (metrics.length === 0) return;
  const problems: Diagnostic[] = [];
  if (data.length > 0) problems.push(chartMetricsAndData({ path: [...from, "metrics"] }, id));
  // Of two axes, the unit of the chart is that of the first.
  const measured = chart.kind === "combo" ? metrics.slice(0, 1) : metrics;
  const other = measured.find(
    (name) =>
      unit !== undefined && Object.hasOwn(figures.metrics, name) && figures.metrics[name]?.unit !== unit,
  );
  if (unit !== undefined && other !== undefined)
    problems.push(
      chartOtherUnit({ path: [...from, "unit"] }, id, unit, other, figures.metrics[other]?.unit ?? ""),
    );
  if (problems.length > 0) throw new Refusal(problems);
}

/** What a slide has for a chart, and the room that a name below a column needs at least where it breaks, in pt. */
const TALLEST = 334;
const WIDEST = 649;
const NAME = 34;

/** @throws Refusal for more bars or names than a slide has room for, with how many there may be. */
function refuseLarge(chart: Chart, exhibit: Exhibit, { from }: Pick<ChartContext, "from">): void {
  if (exhibit.type !== "chart" || exhibit.plane.type !== "category") return;
  const { plane } = exhibit;
  const at = { path: from };
  const count = plane.categories.length;
  if (plane.orientation === "vertical") {
    const named = plane.timed !== true && plane.categories.every(({ width }) => width !== 0);
    const most = Math.floor(WIDEST / Math.min(NAME, longestName(plane)));
    if (named && count > most) throw new Refusal([chartTooManyNames(at, chart.id, count, most)]);
    return;
  }
  const { height } = minimumSize(exhibit);
  if (height <= TALLEST) return;
  const bars = Math.max(
    1,
    ...exhibit.layers.map((layer) =>
      layer.type === "bars" && layer.grouping === "clustered" ? layer.series.length : 1,
    ),
  );
  const share = TALLEST / height;
  throw new Refusal([
    bars > count
      ? chartTooManySeries(at, chart.id, bars, Math.max(1, Math.floor(bars * share)))
      : chartTooManyCategories(at, chart.id, count, Math.max(1, Math.floor(count * share))),
  ]);
}
