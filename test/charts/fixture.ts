import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import type { MeasureWidth } from "../../src/charts/fit.ts";
import { type ChartContext, chartContext, findChartKind } from "../../src/charts/index.ts";
import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import type { Bundle, Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel, Exhibit, Layer, Series } from "../../src/model/chart.ts";
import { measureText } from "../../src/text/index.ts";

const locale = resolveLocale("en-GB");
if (locale === undefined) throw new Error("en-GB is missing");
export const { words } = createPhrasebook(locale);

const bundlePath = join(import.meta.dirname, "../bundles/customer-listening.json");

/** The contract bundle with its CSV values put in by hand, so that lowering is tested without reading. */
export function contractBundle(): Bundle {
  const bundle = parse(readFileSync(bundlePath, "utf8"), [], { allowTrailingComma: true }) as Bundle;
  const months = Array.from({ length: 22 }, (_, n) => ({
    period: `${2025 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`,
    value: n === 7 ? null : 48 + n * 0.6,
  }));
  const metrics = (bundle.metrics ?? []).map((metric) =>
    Array.isArray(metric.values) ? metric : { ...metric, values: months },
  );
  return { ...bundle, metrics };
}

export function contextFor(
  bundle: Bundle,
  message = "The message",
  from: readonly (string | number)[] = ["charts", 0],
  tag = "en-GB",
): ChartContext {
  const own = resolveLocale(tag);
  if (own === undefined) throw new Error(`${tag} is missing`);
  const { figures } = computeFigures(bundle, own);
  return chartContext(own, own === locale ? words : createPhrasebook(own).words, {
    figures,
    message,
    from,
    date: "2026-11-18",
    decision: "2026-12-05",
  });
}

/** A bundle with nothing but these metrics. */
export const bundleOf = (metrics: Bundle["metrics"]): Bundle => ({
  title: "Test",
  why: { statement: "Because" },
  goals: [{ id: "goal", name: "Goal" }],
  quotes: [{ id: "quote", from: "nobody", text: "Words" }],
  metrics,
});

export function lowerAny(chart: Chart, context: ChartContext): Exhibit {
  const kind = findChartKind(chart.kind);
  if (kind === undefined) throw new Error(`no kind ${chart.kind}`);
  return kind.lower(chart, context);
}

export function lowerChart(chart: Chart, context: ChartContext): ChartModel {
  const exhibit = lowerAny(chart, context);
  if (exhibit.type !== "chart") throw new Error(`${chart.kind} lowers to ${exhibit.type}`);
  return exhibit;
}

/** A chart of the contract bundle. */
export function contractChart(id: string): ChartModel {
  const bundle = contractBundle();
  const index = (bundle.charts ?? []).findIndex((chart) => chart.id === id);
  const chart = bundle.charts?.[index];
  if (chart === undefined) throw new Error(`no chart ${id}`);
  return lowerChart(chart, contextFor(bundle, chart.message, ["charts", index]));
}

export const measure: MeasureWidth = (text, size, bold) =>
  measureText(text, { family: "Calibri", bold, italic: false }, size);

/** The labels of a series that are there. */
export const textsOf = (labels: readonly ({ readonly text: string } | null)[]): readonly string[] =>
  labels.flatMap((label) => (label === null ? [] : [label.text]));

type WithSeries = Extract<Layer, { series: readonly Series[] }>;
export const layersWithSeries = (model: ChartModel): readonly WithSeries[] =>
  model.layers.filter(
    (layer): layer is WithSeries => layer.type === "bars" || layer.type === "lines" || layer.type === "areas",
  );
export const allSeries = (model: ChartModel): readonly Series[] =>
  layersWithSeries(model).flatMap((layer) => layer.series);

/** The first series in that role. */
export function seriesOf(model: ChartModel, role: Series["role"]): Series {
  const found = allSeries(model).find((series) => series.role === role);
  if (found === undefined) throw new Error(`no ${role} in ${model.id}`);
  return found;
}

/** The categories and axes of a chart that has categories. */
export function planeOf(model: ChartModel) {
  if (model.coordinates.type !== "category") throw new Error("no categories");
  return model.coordinates;
}
