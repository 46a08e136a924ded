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
  /** Name of the series or category, where it is one of several. */
  readonly label?: string;
  /** Further words that go with it: of its id, unit and definition. */
  readonly kin: readonly string[];
  readonly unit: string;
  readonly better?: "higher" | "lower";
  readonly target: boolean;
  /** Past moments, in order. */
  readonly moments: readonly Moment[];
  /** Expression of the value at a moment, by its key. */
  readonly at: (key: string) => string;
  /** True where the functions of time know its moments: not of a category whose series are times. */
  readonly dated: boolean;
}

/** A category or a series of a chart, with the words that a sentence may name it by. */
export interface Named {
  readonly label: string;
  readonly words: readonly string[];
}

/** A category of a chart. */
export interface Category extends Named {
  readonly expression: string;
}

/** A chart whose categories are things, or times with several series each: what is compared with its like. */
export interface Table {
  readonly id: string;
  readonly kind: Chart["kind"];
  readonly unit: string;
  readonly measure: readonly string[];
  readonly better?: "higher" | "lower";
  /** The categories, in their order. */
  readonly rows: readonly Category[];
  /** The series, in their order; none where there is one alone. */
  readonly series: readonly Named[];
  /** True where rows or series are times. */
  readonly times: "rows" | "series" | undefined;
  /** Place of each row in time, in months since year 0, where rows are times. */
  readonly starts: readonly (number | undefined)[];
  readonly target: boolean;
  /** Signs that its values have. */
  readonly signs: readonly ("+" | "-")[];
  /** True where the values are parts of a whole. */
  readonly whole: boolean;
  /** True where the chart points at some of them: they are what its message is about. */
  readonly highlighted: boolean;
  /** The categories that it points at. */
  readonly pointed: readonly Category[];
}

/** Whatever a sentence may claim something about. */
export interface Subjects {
  readonly tracks: readonly Track[];
  readonly tables: readonly Table[];
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
  const tables: Table[] = [];
  for (const chart of bundle.charts ?? []) {
    const values = figures.charts[chart.id]?.values ?? [];
    if (values.length < 2 || !PLAIN.has(chart.kind)) continue;
    const labels = [...new Set(values.map(({ label }) => label))];
    const series = [...new Set(values.flatMap((value) => value.series ?? []))];
    const times = areTimes(labels) ? "rows" : series.length > 1 && areTimes(series) ? "series" : undefined;
    if (times !== undefined && COURSES.has(chart.kind)) {
      const things = times === "series" ? labels : series.length < 2 ? [undefined] : series;
      const moments = times === "series" ? series : labels;
      tracks.push(...things.map((name) => chartTrack(chart, values, name, moments, words)));
    }
    if (times !== "rows" || series.length > 1)
      tables.push(table(chart, values, { labels, series, times }, words, figures));
  }
  return { tracks, tables };
}

/** Kinds whose values are levels, one a category: their order in time is a course. */
const COURSES: ReadonlySet<string> = new Set([
  ...["line", "area", "column", "bar", "stacked", "stacked100", "slope", "doughnut", "pareto"],
  ...["interval", "dumbbell", "diverging", "multiples", "bullet", "funnel", "heatmap", "combo", "marimekko"],
]);
/** Kinds whose numbers can be compared with each other. */
const PLAIN: ReadonlySet<string> = new Set([...COURSES, "waterfall"]);
const WHOLES: ReadonlySet<string> = new Set(["doughnut", "pareto", "stacked100", "marimekko"]);

/** The beginning of a period, in months since year 0; undefined for other names of times. */
const startOf = (label: string): number | undefined => parsePeriod(label)?.start;

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
    at: (key) => keyed(id, key),
    dated: true,
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
  const expression = name === undefined ? chart.id : keyed(chart.id, name);
  return {
    id: chart.id,
    expression,
    words: name === undefined ? words(chart.measure) : words(name),
    ...(name === undefined ? {} : { label: name }),
    kin: words(chart.measure, chart.unit, chart.id.replaceAll("-", " ")),
    unit: chart.unit ?? "",
    ...(chart.better === undefined ? {} : { better: chart.better }),
    target: false,
    moments: known.map((key) => ({ key, start: startOf(key) })),
    at: (key) => keyed(expression, key),
    dated:
      (name === undefined || !values.some(({ label }) => label === name)) &&
      known.every((key) => startOf(key) !== undefined),
  };
}

/** The labels of the points that a chart highlights. */
function pointedAt({ data }: Chart): ReadonlySet<string> {
  const points: readonly object[] = Array.isArray(data) ? data : [];
  return new Set(
    points.flatMap((point) =>
      "highlight" in point && point.highlight === true && "label" in point ? [String(point.label)] : [],
    ),
  );
}

function table(
  chart: Chart,
  values: readonly ChartValue[],
  { labels, series, times }: Pick<Table, "times"> & Readonly<Record<"labels" | "series", readonly string[]>>,
  words: Words,
  figures: Figures,
): Table {
  const known = labels.filter((label) => values.some((each) => each.label === label && each.value !== null));
  const rows = known.map((label) => ({ label, expression: keyed(chart.id, label), words: words(label) }));
  const pointed = pointedAt(chart);
  return {
    id: chart.id,
    kind: chart.kind,
    unit: chart.unit ?? "",
    measure: words(chart.measure),
    ...(chart.better === undefined ? {} : { better: chart.better }),
    rows,
    pointed: rows.filter(({ label }) => pointed.has(label)),
    series: series.length < 2 ? [] : series.map((label) => ({ label, words: words(label) })),
    times,
    starts: times === "rows" ? known.map(startOf) : [],
    target: values.some(({ target }) => target !== undefined),
    signs: [
      ...(values.some(({ value }) => (value ?? 0) > 0) ? (["+"] as const) : []),
      ...(values.some(({ value }) => (value ?? 0) < 0) ? (["-"] as const) : []),
    ],
    highlighted: figures.all[`${chart.id}.highlighted`] !== undefined,
    whole:
      WHOLES.has(chart.kind) ||
      (chart.unit !== "%" && chart.unit !== "pp" && figures.all[`${chart.id}.total`] !== undefined),
  };
}
