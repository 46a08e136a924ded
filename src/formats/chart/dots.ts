import type { Series } from "../../model/chart.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ColorToken } from "../../model/text.ts";
import {
  type Cells,
  type ChartSheet,
  part,
  type RangeCells,
  type SeriesCells,
  seriesOf,
  start,
  wholeNames,
} from "./sheet.ts";

/** Heading of the places of categories, in no language, and what stands behind the name of a series at its ranges. */
const PLACE = "#";
const RANGE = "↔";
const WHOLE = "0";

/** A range of a series at a category. */
interface Range {
  readonly of: Series;
  readonly ink: ColorToken;
  readonly category: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The sheet of a chart of points on horizontal categories. Below the categories, each range has a row for its low end, one
 * for its high end, and an empty one, at which the line from end to end breaks: LibreOffice (7.4) leaves out error bars
 * across. The ends refer to the columns that they come from, so that the lines follow when somebody edits those.
 */
export function dotSheet(chart: PlacedChart): ChartSheet {
  const names = chart.coordinates.type === "category" ? wholeNames(chart.coordinates) : [];
  const all = chart.layers.flatMap(seriesOf);
  const groups = byLook(all.flatMap(rangesOf));
  const ranges = groups.flat();
  const name = ({ category }: Range): string => names[category] ?? "";
  const grid = start(chart.heading, [
    ...names,
    ...ranges.flatMap((range) => [name(range), name(range), null]),
  ]);
  const sources: { readonly letter: string; readonly values: readonly (number | null)[] }[] = [];
  const add = (heading: string, format: string, values: readonly (number | null)[]) => {
    const made = grid.add(heading, format, values);
    sources.push({ letter: made.letter, values });
    return made;
  };
  const series = new Map<Series, SeriesCells>(
    all.map((one, n) => {
      const { name: heading, values } = add(one.name, one.format.code, one.values);
      return [one, { index: groups.length + n, name: heading, values }];
    }),
  );
  for (const more of chart.columns ?? []) add(more.name, more.format.code, more.values);
  const down = grid.add(PLACE, WHOLE, [
    ...names.map((_name, n) => n + 1),
    ...ranges.flatMap(({ category }) => [category + 1, category + 1, null]),
  ]).values;
  const places = new Map(
    all.map((one) => [one, placesOf(one, part(down, { from: 0, to: names.length }), grid)]),
  );
  const columns = new Map(
    [...new Set(ranges.map(({ of }) => of))].map((of) => [
      of,
      rangeColumn(
        of,
        ranges.map((range) => (range.of === of ? range : null)),
        names.length,
        sources,
        grid,
      ),
    ]),
  );
  let row = names.length;
  const drawn = groups.flatMap((group, index): readonly RangeCells[] => {
    const [first] = group;
    const column = first && columns.get(first.of);
    if (first === undefined || column === undefined) return [];
    const rows = { from: row, to: row + 3 * group.length };
    row = rows.to;
    return [
      {
        ...{ of: first.of, ink: first.ink, index, name: column.name },
        ...{ values: part(column.values, rows), places: part(down, rows) },
      },
    ];
  });
  return { ...grid.done(), series, points: new Map(), downward: { places, ranges: drawn } };
}

/** Ranges of one series and colour together. */
function byLook(ranges: readonly Range[]): readonly (readonly Range[])[] {
  const groups: Range[][] = [];
  for (const range of ranges) {
    const own = groups.find(([first]) => first?.of === range.of && first.ink === range.ink);
    if (own === undefined) groups.push([range]);
    else own.push(range);
  }
  return groups;
}

const rangesOf = (of: Series): readonly Range[] =>
  of.values.flatMap((value, category) => {
    const { low, high, ink, inks } = of.errorBars ?? { low: [], high: [], ink: "muted" as const };
    const [from, to] = [low[category] ?? null, high[category] ?? null];
    if (value === null || from === null || to === null) return [];
    return [{ of, ink: inks?.[category] ?? ink, category, low: from, high: to }];
  });

/** A point needs both of its values: a series with gaps has places with the same gaps. */
function placesOf(
  { name, values }: Series,
  all: Cells<number>,
  grid: ReturnType<typeof start>,
): Cells<number> {
  if (!values.includes(null)) return all;
  const own = values.map((value, n) => (value === null ? null : n + 1));
  return grid.add(`${name} ${PLACE}`, WHOLE, own).values;
}

/** The ends of the ranges of a series, each below the other, with the cells that they come from. */
function rangeColumn(
  of: Series,
  ranges: readonly (Range | null)[],
  from: number,
  sources: readonly { readonly letter: string; readonly values: readonly (number | null)[] }[],
  grid: ReturnType<typeof start>,
) {
  const { errorBars } = of;
  const letterOf = (ends: readonly (number | null)[] | undefined): string | undefined =>
    sources.find(({ values }) => values.every((value, n) => value === (ends?.[n] ?? null)))?.letter;
  const letters = { low: letterOf(errorBars?.low), high: letterOf(errorBars?.high) };
  const references = new Map<number, string>();
  ranges.forEach((range, n) => {
    if (range === null) return;
    for (const [k, end] of (["low", "high"] as const).entries())
      if (letters[end] !== undefined)
        references.set(from + 3 * n + k, `${letters[end]}${range.category + 2}`);
  });
  const values = [
    ...Array.from({ length: from }, () => null),
    ...ranges.flatMap((range) => (range === null ? [null, null, null] : [range.low, range.high, null])),
  ];
  return grid.add(`${of.name} ${RANGE}`, of.format.code, values, references);
}
