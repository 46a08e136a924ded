import type { CategoryCoordinates, Layer, PointSeries, Series } from "../../model/chart.ts";
import { isDotPlot, type PlacedChart } from "../../model/placed.ts";
import type { ColorToken } from "../../model/text.ts";

/** The one sheet's name, as PowerPoint itself names the sheet of a new chart. */
export const SHEET = "Sheet1";

/** One column of the sheet below its heading; null is an empty cell. */
export interface SheetColumn {
  readonly name: string;
  /** Number format code; text columns have none. */
  readonly format?: string;
  readonly values: readonly (string | number | null)[];
  /** Cells, by row, whose value is that of another one: "C2". */
  readonly references?: ReadonlyMap<number, string>;
}

/** Cells that a chart part refers to, with what they hold: what `c:f` says and what the cache repeats. */
export interface Cells<T extends string | number> {
  readonly ref: string;
  readonly values: readonly (T | null)[];
  readonly format: string;
}

export interface SeriesCells {
  /** Both c:idx and c:order. */
  readonly index: number;
  readonly name: Cells<string>;
  readonly values: Cells<number>;
  /** Distances of the error bars below and above the value. */
  readonly minus?: Cells<number>;
  readonly plus?: Cells<number>;
}

/** Lines from end to end of the ranges of a dot plot, all of one series that are of one colour. */
export interface RangeCells {
  readonly of: Series;
  readonly ink: ColorToken;
  readonly index: number;
  readonly name: Cells<string>;
  readonly values: Cells<number>;
  readonly places: Cells<number>;
}

export interface PointCells {
  readonly index: number;
  readonly name: Cells<string>;
  readonly x: Cells<number>;
  readonly y: Cells<number>;
  readonly size?: Cells<number>;
}

/** The embedded sheet, and where each series of the chart stands in it. */
export interface ChartSheet {
  readonly columns: readonly SheetColumn[];
  /** Rows below the heading. */
  readonly rows: number;
  readonly categories: Cells<string>;
  /** Days, where categories are places on a date axis. */
  readonly places?: Cells<number>;
  readonly series: ReadonlyMap<Series, SeriesCells>;
  readonly points: ReadonlyMap<PointSeries, PointCells>;
  /** Places of each series' values from the top down, and the ranges, in dot plots. */
  readonly downward?: {
    readonly places: ReadonlyMap<Series, Cells<number>>;
    readonly ranges: readonly RangeCells[];
  };
}

/**
 * Lays the chart's numbers out as the sheet that "Edit data" opens: categories down, one column a series, in the
 * order in which they are drawn. Points stand row by row with their name, x, y and size; each series has rows and a
 * y column of its own.
 */
export function planSheet(chart: PlacedChart, days?: readonly number[]): ChartSheet {
  return chart.coordinates.type === "number" ? pointSheet(chart) : categorySheet(chart, days);
}

/** Heading of the dates of a date axis, in no language. */
const DATES = "yyyy-mm-dd";
/** Number format of days; LibreOffice (7.4) takes an axis for one of dates only where its cells look like dates. */
const DAY_FORMAT = "yyyy\\-mm\\-dd";

function categorySheet(chart: PlacedChart, days: readonly number[] | undefined): ChartSheet {
  const labels = chart.coordinates.type === "category" ? wholeNames(chart.coordinates) : ringNames(chart);
  const grid = start(chart.heading, labels);
  const steps = chart.coordinates.type === "category" ? chart.coordinates.steps : undefined;
  const places = days === undefined ? undefined : grid.add(steps?.name ?? DATES, DAY_FORMAT, days).values;
  const series = new Map<Series, SeriesCells>();
  for (const one of chart.layers.flatMap(seriesOf)) {
    const { name, values } = grid.add(one.name, one.format.code, one.values);
    // The ends of the ranges of a dot plot are columns of their own.
    const bars = isDotPlot(chart) ? undefined : one.errorBars;
    series.set(one, {
      index: series.size,
      name,
      values,
      ...(bars && {
        minus: grid.add(`${one.name} −`, one.format.code, distances(one.values, bars.low, -1)).values,
        plus: grid.add(`${one.name} +`, one.format.code, distances(one.values, bars.high, 1)).values,
      }),
    });
  }
  for (const more of chart.columns ?? []) grid.add(more.name, more.format.code, more.values);
  return { ...grid.done(), ...(places === undefined ? {} : { places }), series, points: new Map() };
}

/** The axis names a year only where it changes; a cell stands alone, so each has its own: "Q2 2026". */
export function wholeNames(coordinates: CategoryCoordinates): string[] {
  let group: string | undefined;
  return coordinates.categories.map((category) => {
    group = category.group ?? group;
    // A year holds until the next one is named; a base holds for its own category only.
    const second = category.base ?? group;
    return second === undefined ? category.label : `${category.label} ${second}`;
  });
}

/** The slices of a ring have no category axis; their names are their labels, else they are numbered. */
function ringNames(chart: PlacedChart): string[] {
  const ring = chart.layers.flatMap((layer) => (layer.type === "ring" ? [layer.series] : []))[0];
  return (ring?.values ?? []).map(
    (_, i) => chart.categoryLabels[i]?.join(" ") ?? ring?.labels[i]?.text ?? `${i + 1}`,
  );
}

function pointSheet(chart: PlacedChart): ChartSheet {
  const all = chart.layers.flatMap((layer) => (layer.type === "points" ? layer.series : []));
  const grid = start(
    chart.heading,
    all.flatMap((s) => s.points.map((p) => p.name)),
  );
  const coordinates = chart.coordinates.type === "number" ? chart.coordinates : undefined;
  const xs = all.flatMap((s) => s.points.map((p) => p.x));
  const x = grid.add(coordinates?.x.title ?? "X", all[0]?.format.x.code ?? "General", xs).values;
  const points = new Map<PointSeries, PointCells>();
  let row = 0;
  for (const one of all) {
    const rows = { from: row, to: row + one.points.length };
    row = rows.to;
    const place = <T>(values: readonly T[]): (T | null)[] => [
      ...Array.from({ length: rows.from }, () => null),
      ...values,
      ...Array.from({ length: xs.length - rows.to }, () => null),
    ];
    const y = grid.add(one.name, one.format.y.code, place(one.points.map((p) => p.y)));
    const size = one.format.size
      ? grid.add(`${one.name} ⌀`, one.format.size.code, place(one.points.map((p) => p.size ?? null))).values
      : undefined;
    points.set(one, {
      index: points.size,
      name: y.name,
      x: part(x, rows),
      y: part(y.values, rows),
      ...(size && { size: part(size, rows) }),
    });
  }
  for (const more of chart.columns ?? []) grid.add(more.name, more.format.code, more.values);
  return { ...grid.done(), series: new Map(), points };
}

export function seriesOf(layer: Layer): readonly Series[] {
  if (layer.type === "points") return [];
  return layer.type === "ring" ? [layer.series] : layer.series;
}

/** Rounded to 12 significant digits, so that 14.9 − 14.2 is 0.7 in the cell. */
function distances(
  values: Series["values"],
  bounds: readonly (number | null)[],
  sign: 1 | -1,
): (number | null)[] {
  return values.map((value, i) => {
    const bound = bounds[i] ?? null;
    return value === null || bound === null
      ? null
      : Math.max(0, Number((sign * (bound - value)).toPrecision(12)));
  });
}

/** Collects columns; an empty sheet keeps one empty row, since a table without rows is not valid. */
export function start(heading: string, labels: readonly (string | null)[]) {
  const rows = Math.max(1, labels.length);
  const taken = new Set<string>();
  const columns: SheetColumn[] = [{ name: unique(heading, taken), values: labels }];
  const add = (
    name: string,
    format: string,
    values: readonly (number | null)[],
    references?: ReadonlyMap<number, string>,
  ) => {
    const letter = columnLetters(columns.length);
    const heading = unique(name === "" ? letter : name, taken);
    columns.push({ name: heading, format, values, ...(references && { references }) });
    return {
      letter,
      name: { ref: `${SHEET}!$${letter}$1`, values: [heading], format: "General" } satisfies Cells<string>,
      values: { ref: range(letter, 0, values.length), values, format } satisfies Cells<number>,
    };
  };
  const done = () => ({
    columns,
    rows,
    categories: {
      ref: range("A", 0, labels.length),
      values: labels,
      format: "General",
    } satisfies Cells<string>,
  });
  return { add, done };
}

function part(cells: Cells<number>, rows: { readonly from: number; readonly to: number }): Cells<number> {
  const letter = /\$([A-Z]+)\$/.exec(cells.ref)?.[1] ?? "A";
  return { ...cells, ref: range(letter, rows.from, rows.to), values: cells.values.slice(rows.from, rows.to) };
}

/** Reference to rows from..to (counted from 0 below the heading, end excluded). */
function range(letter: string, from: number, to: number): string {
  const last = Math.max(from + 1, to) + 1;
  return last === from + 2
    ? `${SHEET}!$${letter}$${last}`
    : `${SHEET}!$${letter}$${from + 2}:$${letter}$${last}`;
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Headings of a table are single lines and differ by more than case (ECMA-376 Part 1, 18.5.1.3). */
function unique(name: string, taken: Set<string>): string {
  const line = name.replace(/\s+/gu, " ").trim();
  let candidate = line === "" ? " " : line;
  for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${line} (${n})`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
