import type { Layer } from "../../model/chart.ts";
import type { Mark, Spot } from "../../model/marks.ts";
import { shareAt } from "./bars.ts";
import type { Projection } from "./geometry.ts";
import { pointsOf } from "./lines.ts";

type Areas = Extract<Layer, { type: "areas" }>;
type Values = readonly (number | null)[];

/** Areas down to the axis, or to the area below, each with the line on it; a missing value parts them. */
export const areaMarks = (layer: Areas, l: number, projection: Projection): readonly Mark[] =>
  edgesOf(layer).flatMap(({ tops, feet }, n) => {
    const series = layer.series[n];
    if (series === undefined) return [];
    return stretches(tops).flatMap(([from, to]): readonly Mark[] => {
      const edge = (values: Values): readonly Spot[] =>
        pointsOf(values, layer.axis, projection).flatMap(({ category: c, x, y }) =>
          c < from || c > to ? [] : [{ x, y }],
        );
      const [top, foot] = [edge(tops), edge(feet)];
      const common = { part: "series", of: { layer: l, series: n, item: from } } as const;
      return [
        { ...common, type: "area", top, foot, paint: series.paint },
        ...(series.line ? [{ ...common, type: "line", spots: top, line: series.line } as const] : []),
      ];
    });
  });

/** Where each area begins and ends, in values. */
export function edgesOf(layer: Areas): readonly { readonly tops: Values; readonly feet: Values }[] {
  const sums = new Map<number, number>();
  return layer.series.map(({ values }, n) => {
    const feet = values.map((_, c) => (layer.grouping === "standard" ? 0 : (sums.get(c) ?? 0)));
    const tops = values.map((_, c) => {
      const value = shareAt(layer, n, c);
      if (value === null) return null;
      const top = (feet[c] ?? 0) + value;
      sums.set(c, top);
      return top;
    });
    return { tops, feet };
  });
}

/** First and last indices of known values without a gap between them. */
function stretches(values: Values): readonly (readonly [number, number])[] {
  const out: [number, number][] = [];
  values.forEach((value, i) => {
    const open = out.at(-1);
    if (value === null) return;
    if (open !== undefined && open[1] === i - 1) open[1] = i;
    else out.push([i, i]);
  });
  return out;
}
