import { areTimes, parsePeriod } from "../../base/period.ts";
import type { Bundle, Chart } from "../../model/bundle/index.ts";
import type { ChartValue, Figures, MetricFigures } from "../../model/figures.ts";
import type { Language } from "../languages/index.ts";

/** A value at a time, for finding the period that a sentence names. */
export interface Moment {
  /** The period as a test writes it. */
  readonly key: string;
  /** In months since year 0; undefined for a time that is no period of the calendar, such as 2024/25. */
  readonly start: number | undefined;
}

/** Something that changes over time: a metric, or a chart or one of its series whose categories are times. */
export interface Track {
  readonly id: string;
  /** Expression by which a test names the track: `visits`, `by-year["North"]`. */
  readonly expression: string;
  /** Words that a sentence may name it by. */
  readonly words: readonly string[];
  /** Further words that go with it: of its id, unit and definition. */
  readonly kin: readonly string[];
  readonly unit: string;
  readonly better?: "higher" | "lower";
  readonly target: boolean;
  /** Past moments, in order. */
  readonly moments: readonly Moment[];
}

/** Something that is compared with its like: a category of a chart. */
export interface Category {
  readonly label: string;
  readonly expression: string;
  readonly words: readonly string[];
}

/** A chart whose categories are things and not times. */
export interface Ranking {
  readonly id: string;
  readonly categories: readonly Category[];
  readonly target: boolean;
  /** True where the values are parts of a whole. */
  readonly whole: boolean;
  /** True where the chart points at some of them: they are what its message is about. */
  readonly highlighted: boolean;
}

/** Whatever a sentence may claim something about. */
export interface Subjects {
  readonly tracks: readonly Track[];
  readonly rankings: readonly Ranking[];
}

const quote = (key: string): string => (key.includes('"') ? `'${key}'` : `"${key}"`);
export const keyed = (expression: string, key: string): string => `${expression}[${quote(key)}]`;

export function subjectsOf(bundle: Bundle, figures: Figures, language: Language): Subjects {
  const words = (...texts: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(texts.flatMap((text) => (text === undefined ? [] : language.contentWords(text)))),
  ];
  const definitions = new Map((bundle.metrics ?? []).map(({ id, definition }) => [id, definition]));
  const metrics = Object.values(figures.metrics).map((metric) =>
    metricTrack(metric, definitions.get(metric.id), words),
  );
  const tracks: Track[] = [...metrics];
  const rankings: Ranking[] = [];
  for (const chart of bundle.charts ?? []) {
    const values = figures.charts[chart.id]?.values ?? [];
    if (values.length < 2 || !PLAIN.has(chart.kind)) continue;
    const labels = [...new Set(values.map(({ label }) => label))];
    const series = [...new Set(values.flatMap((value) => value.series ?? []))];
    if (areTimes(labels))
      tracks.push(
        ...(series.length < 2 ? [undefined] : series).map((name) =>
          chartTrack(chart, values, name, labels, words),
        ),
      );
    else if (series.length > 1 && areTimes(series))
      tracks.push(...labels.map((name) => chartTrack(chart, values, name, series, words)));
    else if (series.length < 2) rankings.push(ranking(chart, values, words, figures));
  }
  return { tracks, rankings };
}

/** Kinds whose values are levels, one a category: their size can be compared, and their order in time is a course. */
const PLAIN = new Set([
  "line",
  "area",
  "column",
  "bar",
  "stacked",
  "stacked100",
  "slope",
  "doughnut",
  "pareto",
  "bullet",
  "funnel",
]);
const WHOLES = new Set(["doughnut", "pareto", "stacked100"]);

type Words = (...texts: readonly (string | undefined)[]) => readonly string[];

function metricTrack(metric: MetricFigures, definition: string | undefined, words: Words): Track {
  const { id, name, unit, better, target, points } = metric;
  const actual = points.filter((point) => point.value !== null && point.kind === "actual");
  const known = actual.length > 0 ? actual : points.filter((point) => point.value !== null);
  return {
    id,
    expression: id,
    words: words(name),
    kin: words(id.replaceAll("-", " "), id.replaceAll("-", ""), unit, definition),
    unit,
    ...(better === undefined ? {} : { better }),
    target: target !== undefined,
    moments: known.map(({ period, start }) => ({ key: period, start })),
  };
}

function chartTrack(
  chart: Chart,
  values: readonly ChartValue[],
  name: string | undefined,
  times: readonly string[],
  words: Words,
): Track {
  const known = times.filter((time) =>
    values.some(
      ({ label, series, value, kind }) =>
        value !== null &&
        kind === "actual" &&
        (name === undefined || name === label || name === series) &&
        (time === label || time === series),
    ),
  );
  return {
    id: chart.id,
    expression: name === undefined ? chart.id : keyed(chart.id, name),
    words: name === undefined ? words(chart.measure) : words(name),
    kin: words(chart.measure, chart.unit, chart.id.replaceAll("-", " ")),
    unit: chart.unit ?? "",
    ...(chart.better === undefined ? {} : { better: chart.better }),
    target: false,
    moments: known.map((key) => ({ key, start: parsePeriod(key)?.start })),
  };
}

function ranking(chart: Chart, values: readonly ChartValue[], words: Words, figures: Figures): Ranking {
  return {
    id: chart.id,
    categories: values
      .filter(({ value }) => value !== null)
      .map(({ label }) => ({ label, expression: keyed(chart.id, label), words: words(label) })),
    target: values.some(({ target }) => target !== undefined),
    highlighted: figures.all[`${chart.id}.highlighted`] !== undefined,
    whole:
      WHOLES.has(chart.kind) ||
      (chart.unit !== "%" && chart.unit !== "pp" && figures.all[`${chart.id}.total`] !== undefined),
  };
}
