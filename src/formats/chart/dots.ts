import type { Series } from "../../model/chart.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ColorToken } from "../../model/text.ts";
import {
  type Cells,
  type ChartSheet,
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
 * across. The ends refer to the columns that they come from, so that the lines follow when somebody edits those. Every
 * column goes down to the last row: LibreOffice loses a first series that is shorter than others. A point needs both of
 * its values, so that each column has places of its own, with the same gaps.
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
  const below = ranges.flatMap(() => [null, null, null]);
  const sources: { readonly letter: string; readonly values: Values }[] = [];
  const add = (heading: string, format: string, values: Values) => {
    const made = grid.add(heading, format, [...values, ...below]);
    sources.push({ letter: made.letter, values });
    return made;
  };
  const places = (heading: string, of: Values): Cells<number> =>
    grid.add(`${heading} ${PLACE}`, WHOLE, of).values;
  const series = new Map<Series, SeriesCells>(
    all.map((one, n) => {
      const { name: heading, values } = add(one.name, one.format.code, one.values);
      return [one, { index: groups.length + n, name: heading, values }];
    }),
  );
  for (const more of chart.columns ?? []) add(more.name, more.format.code, more.values);
  const downward = new Map(
    all.map((one) => {
      const own = one.values.map((value, n) => (value === null ? null : n + 1));
      return [one, places(one.name, [...own, ...below])];
    }),
  );
  const drawn = groups.flatMap((group, index): readonly RangeCells[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { of, ink } = first;
    const held = (range: Range): boolean => group.includes(range);
    const column = grid.add(
      `${of.name} ${RANGE}`,
      of.format.code,
      [
        ...names.map(() => null),
        ...ranges.flatMap((range) => (held(range) ? [range.low, range.high, null] : [null, null, null])),
      ],
      referencesOf(
        of,
        ranges.map((range) => (held(range) ? range : null)),
        names.length,
        sources,
      ),
    );
    const own = places(`${of.name} ${RANGE}`, [
      ...names.map(() => null),
      ...ranges.flatMap((range) => {
        const place = held(range) ? range.category + 1 : null;
        return [place, place, null];
      }),
    ]);
    return [{ of, ink, index, name: column.name, values: column.values, places: own }];
  });
  return { ...grid.done(), series, points: new Map(), downward: { places: downward, ranges: drawn } };
}

type Values = readonly (number | null)[];

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

/** Returns the cells that the ends of ranges come from, by the row of each end. */
function referencesOf(
  { errorBars }: Series,
  ranges: readonly (Range | null)[],
  from: number,
  sources: readonly { readonly letter: string; readonly values: Values }[],
): ReadonlyMap<number, string> {
  const letterOf = (ends: Values = []): string | undefined =>
    sources.find(({ values }) => values.every((value, n) => (ends[n] ?? value) === value))?.letter;
  const letters = { low: letterOf(errorBars?.low), high: letterOf(errorBars?.high) };
  const references = new Map<number, string>();
  ranges.forEach((range, n) => {
    if (range === null) return;
    for (const [k, end] of (["low", "high"] as const).entries())
      if (letters[end] !== undefined)
        references.set(from + 3 * n + k, `${letters[end]}${range.category + 2}`);
  });
  return references;
}
