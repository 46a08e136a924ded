import { decimal } from "../base/decimal.ts";
import { lazily } from "../base/lazily.ts";
import { lookupFigure } from "../locales/figure.ts";
import type { Locale, ValueStyle } from "../locales/locale.ts";
import type { ChartFigures, Figure, Figures, MetricFigures } from "../model/figures.ts";
import type { Node } from "./syntax.ts";
import { fail, type Quantity, quantity, RATIO, type Series, type SeriesItem, type Value } from "./values.ts";

/** A figure that a test read, with what it is now. */
export interface FigureRead {
  /** Name of the figure in a test: `mispicks.latest`, `causes["Wrong bin"]`. */
  readonly name: string;
  /** Text of the figure as the deck prints it. */
  readonly text: string;
  /** The metric, chart, option, or part of the bundle that it is of. */
  readonly id: string;
}

/** Values that the names of a test refer to. */
export interface Scope {
  readonly figures: Figures;
  readonly locale: Locale;
  readonly read: (reading: FigureRead) => void;
  /** Names that a condition on a series may use: value, previous, period, label, series, kind, target, low, high. */
  readonly item?: Readonly<Record<string, Value | undefined>>;
  /** Values of calls that are the same for every item of a condition. */
  readonly constants: Map<Node, Value>;
  /** Counts one look at an item. @throws TestProblem where a test looks at too many. */
  readonly spend: () => void;
}

/** Looks at items that a test may take; nesting conditions on series of 2,000 values would take hours. */
const MOST_LOOKS = 200_000;

/** The scope in which a test begins. */
export function scopeOf(figures: Figures, locale: Locale, read: Scope["read"] = () => {}): Scope {
  let looks = 0;
  const spend = (): void => {
    looks += 1;
    if (looks > MOST_LOOKS) fail({ kind: "costly", most: MOST_LOOKS });
  };
  return { figures, locale, read, constants: new Map(), spend };
}

/** True for the ids of the bundle and the names of its figures, whole or in part. */
export function nameTest(figures: Figures): (name: string) => boolean {
  // Few tests hold a hyphen, and only those ask.
  const names = lazily(
    () =>
      new Set([
        ...Object.keys(figures.metrics),
        ...Object.keys(figures.charts),
        ...Object.keys(figures.all).flatMap((id) => id.split(".")),
      ]),
  );
  return (name) => names().has(name);
}

/** A dotted name of a figure, such as mispicks.latest; undefined where there is none. */
export function figureNamed(path: readonly string[], { figures, read }: Scope): Quantity | undefined {
  const name = path.join(".");
  // A metric or chart by its id alone is its series; what it means as one number is seen where one is wanted.
  if (path.length === 1 && name !== "investment" && !Object.hasOwn(figures.all, name)) return undefined;
  const figure = lookupFigure(figures, name);
  if (figure === undefined) return undefined;
  read({ name: path.length === 1 ? figure.id : name, text: figure.text, id: idOf(path) });
  return ofFigure(figure);
}

const ofFigure = (figure: Figure): Quantity => quantity(figure.exact, figure.unit);
const idOf = ([head = "", second = ""]: readonly string[]): string => (head === "options" ? second : head);

/** The series of a metric or chart; undefined where there is none of the name. */
export function seriesNamed(name: string, { figures }: Scope): Series | undefined {
  const own = <T>(table: Readonly<Record<string, T>>): T | undefined =>
    Object.hasOwn(table, name) ? table[name] : undefined;
  const metric = own(figures.metrics);
  if (metric !== undefined) return ofMetric(metric);
  const chart = own(figures.charts);
  return chart === undefined ? undefined : ofChart(chart, figures);
}

/** Every period that has been; of a metric that has not happened yet, all of them. */
function ofMetric(metric: MetricFigures): Series {
  const items = metric.points.map(
    ({ period, value, kind, low, high, from }): SeriesItem => ({
      key: period,
      value: value === null ? null : decimal(value),
      ...{ kind, from, low, high, target: metric.target?.value },
    }),
  );
  const latest = metric.figures["latest"];
  return {
    type: "series",
    name: metric.id,
    of: "metric",
    unit: metric.unit,
    items,
    ...(latest === undefined ? {} : { alone: ofFigure(latest) }),
  };
}

function ofChart(chart: ChartFigures, figures: Figures): Series {
  if (chart.values.length === 0 && chart.metrics !== undefined)
    fail({ kind: "drawn", chart: chart.id, metrics: chart.metrics });
  const total = lookupFigure(figures, chart.id);
  return {
    type: "series",
    name: chart.id,
    of: "chart",
    unit: chart.unit,
    items: chart.values.map(({ label, series, value, kind, low, high, target, from }) => ({
      key: label,
      ...(series === undefined ? {} : { series }),
      value: value === null ? null : decimal(value),
      ...{ kind, from, low, high, target },
    })),
    ...(total === undefined ? {} : { alone: ofFigure(total) }),
  };
}

/** The style in which the deck prints the numbers of a series. */
export function styleOf(series: Series, figures: Figures): Pick<ValueStyle, "unit" | "decimals" | "scale"> {
  const id = rootOf(series);
  const { decimals, scale } = (series.of === "metric" ? figures.metrics[id] : figures.charts[id]) ?? {
    decimals: 2,
  };
  // A quotient has no unit of its own, and mostly lies near 1.
  if (series.unit === RATIO) return { unit: "", decimals: 2 };
  return { unit: series.unit, decimals, scale };
}

/** A number of a series as the deck prints it. */
export const printedItem = (series: Series, { value }: SeriesItem, { figures, locale }: Scope): string =>
  value === null ? locale.missing : locale.value(value, styleOf(series, figures));

/** The id that the name of a series begins with: causes of `causes["Wrong bin"]`. */
export const rootOf = ({ name }: Series): string => /^\(*([^[. ]*)/.exec(name)?.[1] ?? name;

/** Returns the name of one item of a series in a test. */
export const placeOf = (series: Series, item: SeriesItem): string =>
  `${series.name}["${item.key}"]${item.series === undefined ? "" : `["${item.series}"]`}`;

/** The number of one item, noted as read. */
export function itemValue(series: Series, item: SeriesItem, scope: Scope): Quantity {
  const name = series.items.length === 1 && series.name.endsWith("]") ? series.name : placeOf(series, item);
  if (item.value === null) return fail({ kind: "missing", name });
  scope.read({ name, text: printedItem(series, item, scope), id: rootOf(series) });
  return quantity(item.value, series.unit);
}
