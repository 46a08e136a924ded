import type { Layer, LineStyle, Series } from "../../model/chart.ts";
import type { LineMark, Mark, MarkOf, PointMark, Spot } from "../../model/marks.ts";
import { pointMarker, seriesLine } from "../../model/paint.ts";
import type { Projection } from "./geometry.ts";

type Lines = Extract<Layer, { type: "lines" }>;
type Axis = "value" | "secondary";

/** Half the width of the cap of an error bar, in pt. */
const CAP = 3;

interface Point extends Spot {
  readonly category: number;
}

/** Lines with their error bars and markers. */
export const lineMarks = (layer: Lines, l: number, projection: Projection): readonly Mark[] =>
  layer.series.flatMap((series, n): readonly Mark[] => {
    const points = pointsOf(series.values, layer.axis, projection);
    const vertical = projection.coordinates.orientation === "vertical";
    return [
      ...strokesOf(points, series, layer.missing, { layer: l, series: n, item: 0 }),
      ...points.flatMap(({ category, x, y }) =>
        errorBar(series, category, layer.axis, vertical ? x : y, projection),
      ),
      ...points.flatMap(({ category, x, y }): readonly PointMark[] => {
        const marker = pointMarker(series, series.points[category] ?? {});
        const of = { layer: l, series: n, item: category };
        return marker ? [{ type: "point", part: "series", of, at: { x, y }, ...marker }] : [];
      }),
    ];
  });

/** The known values of a line or of an edge, in pt. */
export const pointsOf = (
  values: readonly (number | null)[],
  axis: Axis,
  projection: Projection,
): readonly Point[] =>
  values.flatMap((value, category) =>
    value === null
      ? []
      : [{ category, ...projection.spot(projection.category(category), projection.value(value, axis)) }],
  );

/** The pieces of a line, joined where they look alike; a piece is drawn as the point at its end says. */
function strokesOf(
  points: readonly Point[],
  series: Series,
  missing: Lines["missing"],
  of: MarkOf,
): readonly LineMark[] {
  const all = seriesLine(series);
  const strokes: { readonly line: LineStyle; readonly spots: Point[] }[] = [];
  for (const [n, point] of points.slice(1).entries()) {
    const before = points[n];
    if (before === undefined || (missing === "gap" && point.category !== before.category + 1)) continue;
    const line = series.points[point.category]?.line ?? all;
    if (line === undefined) continue;
    const open = strokes.at(-1);
    if (open !== undefined && open.line === line && open.spots.at(-1) === before) open.spots.push(point);
    else strokes.push({ line, spots: [before, point] });
  }
  return strokes.map(({ line, spots }) => ({
    type: "line",
    part: "series",
    of: { ...of, item: spots[0]?.category ?? 0 },
    spots: spots.map(({ x, y }) => ({ x, y })),
    line,
  }));
}

/** An error bar from the low to the high bound of a value, with caps. */
export function errorBar(
  { errorBars, values }: Series,
  category: number,
  axis: Axis,
  along: number,
  { value, spot }: Projection,
): readonly LineMark[] {
  const [low, high] = [errorBars?.low[category] ?? null, errorBars?.high[category] ?? null];
  if (!errorBars || low === null || high === null || (values[category] ?? null) === null) return [];
  const line = {
    ink: errorBars.inks?.[category] ?? errorBars.ink,
    width: errorBars.width ?? 1,
    dash: "solid",
  } as const;
  const stroke = (...spots: readonly Spot[]): LineMark => ({ type: "line", part: "errorBar", spots, line });
  const ends = [value(low, axis), value(high, axis)];
  return [
    stroke(...ends.map((end) => spot(along, end))),
    ...(errorBars.caps === false
      ? []
      : ends.map((end) => stroke(spot(along - CAP, end), spot(along + CAP, end)))),
  ];
}
