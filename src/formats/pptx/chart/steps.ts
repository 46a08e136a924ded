import type { CategoryCoordinates } from "../../../model/chart.ts";
import type { PlacedChart } from "../../../model/placed.ts";

/** Days that the whole width stands for: places are exact to a hundredth of a percent. */
const DAYS = 10_000;
/** 1 January 2000 as a serial number (ECMA-376 Part 1, 18.17.4.1): before March 1900 the programs disagree on dates. */
const START = 36_526;

/** 1 January 1970 as a serial number. */
const EPOCH = 25_569;

/** The serial numbers of categories that are days, or of the Mondays of weeks. */
function dated({
  calendar,
  categories,
  orientation,
  between,
}: CategoryCoordinates): readonly number[] | undefined {
  if (orientation !== "vertical" || between) return undefined;
  if (calendar?.kind !== "day" && calendar?.kind !== "week") return undefined;
  const { kind, first } = calendar;
  return categories.map((_, n) => EPOCH + (kind === "day" ? first + n : (first + n) * 7 - 3));
}

export interface Stepped {
  readonly chart: PlacedChart;
  /** The place of each category as a day; none where categories stand side by side as usual. */
  readonly days?: readonly number[];
}

/**
 * A chart whose categories are places along a width, as an area over days: each run of equal places has two rows, for
 * its first and its last day, and the first day of a run is the last one of the run before. On a date axis both then
 * stand at one place, and the edge between two runs is vertical. PowerPoint and LibreOffice (7.4) draw that alike.
 * Hundreds of categories would also draw the picture, but with slanted edges, widths in whole places, and a sheet that
 * nobody can edit.
 */
export function stepped(chart: PlacedChart): Stepped {
  const { coordinates } = chart;
  if (coordinates.type !== "category") return { chart };
  const days = dated(coordinates);
  if (coordinates.steps === undefined) return { chart, ...(days === undefined ? {} : { days }) };
  const places = coordinates.categories;
  const values = chart.layers.flatMap((layer) =>
    "series" in layer && layer.type === "areas" ? layer.series.map((series) => series.values) : [],
  );
  // The place in the middle of a column carries its name with its share; the others carry the name alone.
  const name = (n: number): string | undefined => (places[n]?.width === 0 ? places[n].label : undefined);
  const edges = places.flatMap((_place, n) => {
    const [before, own] = [name(n - 1), name(n)];
    const renamed = before !== undefined && own !== undefined && before !== own;
    return n === 0 || renamed || values.some((each) => each[n] !== each[n - 1]) ? [n] : [];
  });
  const rows = edges.flatMap((from, n) => {
    const to = edges[n + 1] ?? places.length;
    return [
      { place: from, edge: from === 0 ? 0 : from - 0.5 },
      { place: from, edge: to === places.length ? places.length - 1 : to - 0.5 },
    ];
  });
  const length = Math.max(1, places.length - 1);
  return {
    days: rows.map(({ edge }) => START + Math.round((edge / length) * DAYS)),
    chart: {
      ...chart,
      coordinates: {
        ...coordinates,
        categories: rows.map(({ place }) => ({ label: places[place]?.label ?? "" })),
      },
      ...(chart.columns === undefined
        ? {}
        : {
            columns: chart.columns.map((column) =>
              column.values.length === edges.length
                ? { ...column, values: column.values.flatMap((value) => [value, null]) }
                : column,
            ),
          }),
      // The names stand below their columns as shapes, placed by the chart before.
      categoryLabels: [],
      layers: chart.layers.map((layer) =>
        layer.type === "areas"
          ? {
              ...layer,
              series: layer.series.map((series) => ({
                ...series,
                values: rows.map(({ place }) => series.values[place] ?? null),
                labels: rows.map(() => null),
              })),
            }
          : layer,
      ),
    },
  };
}
