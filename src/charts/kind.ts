import { z } from "zod";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  chartMetricsAndData,
  chartOtherUnit,
  chartTooManyCategories,
  chartTooManyNames,
  chartTooManySeries,
} from "../diagnostics/messages/index.ts";
import { type Chart, ChartCommon } from "../model/bundle/index.ts";
import type { Exhibit } from "../model/chart.ts";
import { longestName, minimumSize } from "./fit.ts";
import { type Annotation, OF_THEIR_OWN, SHOWN } from "./lower/asked.ts";
import type { ChartContext } from "./lower/context.ts";

export type { Annotation } from "./lower/asked.ts";

export {
  type ChartContext,
  type ChartNumberStyle,
  type ChartSubject,
  chartContext,
} from "./lower/context.ts";

/** One kind of chart: the shape of its data in the bundle, and what it lowers to. */
export interface ChartKind<Schema extends ChartSchema = ChartSchema> {
  readonly name: string;
  /** One sentence on what it shows: for editors (the schema's description) and docs/charts.md. */
  readonly shows: string;
  readonly schema: Schema;
  /** Annotations that the kind can draw; its schema offers no others. */
  readonly annotations: readonly Annotation[];
  /** True where the values are parts of one whole, so that their sum is a figure: `{{id.total}}`. */
  readonly additive: boolean;
  /**
   * Turns a chart of the bundle into an exhibit. Takes any chart and checks it against the kind's schema again, so
   * that callers need not know which kind they hold.
   * @throws DiagnosticsError where the data cannot be drawn (too many categories, none at all, mixed units).
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

/** @throws DiagnosticsError for numbers or units that a chart has twice: from metrics, and of its own. */
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
  if (problems.length > 0) throw new DiagnosticsError(problems);
}

/** Room for a chart on a slide, and the least width of a name that breaks below a column, in pt. */
const TALLEST = 334;
const WIDEST = 649;
const NAME = 34;

/** @throws DiagnosticsError for more bars or names than a slide has room for, with how many there may be. */
function refuseLarge(chart: Chart, exhibit: Exhibit, { from }: Pick<ChartContext, "from">): void {
  if (exhibit.type !== "chart" || exhibit.coordinates.type !== "category") return;
  const { coordinates } = exhibit;
  const at = { path: from };
  const count = coordinates.categories.length;
  if (coordinates.orientation === "vertical") {
    const named = coordinates.timed !== true && coordinates.categories.every(({ width }) => width !== 0);
    const most = Math.floor(WIDEST / Math.min(NAME, longestName(coordinates)));
    if (named && count > most) throw new DiagnosticsError([chartTooManyNames(at, chart.id, count, most)]);
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
  throw new DiagnosticsError([
    bars > count
      ? chartTooManySeries(at, chart.id, bars, Math.max(1, Math.floor(bars * share)))
      : chartTooManyCategories(at, chart.id, count, Math.max(1, Math.floor(count * share))),
  ]);
}
