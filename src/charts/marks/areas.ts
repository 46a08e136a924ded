import type { Layer } from "../../model/chart.ts";
import type { AreaMark, Spot } from "../../model/marks.ts";
import { shareAt } from "./bars.ts";
import type { Projection } from "./geometry.ts";

type Areas = Extract<Layer, { type: "areas" }>;
type Values = readonly (number | null)[];

/** Areas down to the axis, or to the area below; a missing value parts them. */
export const areaMarks = (layer: Areas, l: number, projection: Projection): readonly AreaMark[] =>
  edgesOf(layer).flatMap(({ tops, feet }, n) => {
    const series = layer.series[n];
    if (series === undefined) return [];
    const spots = (values: Values): readonly Spot[] =>
      values.map((v, c) => projection.spot(projection.category(c), projection.value(v ?? 0, layer.axis)));
    const [top, foot] = [spots(tops), spots(feet)];
    return stretches(tops).map(([from, to]): AreaMark => {
      const of = { layer: l, series: n, item: from };
      const edges = { top: top.slice(from, to + 1), foot: foot.slice(from, to + 1) };
      return { type: "area", part: "series", of, ...edges, paint: series.paint, line: series.line };
    });
  });

/** Returns the upper and lower edge of each area, as values of the axis. */
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
