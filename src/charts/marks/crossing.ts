import type { Label, Layer, Series } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import { pointMarker, seriesLine } from "../../model/paint.ts";
import { type FittedChart, isDotPlot } from "../../model/placed.ts";
import { beside, type MeasureWidth, type Projection, type Spot } from "./geometry.ts";
import { extentOf, sideOf } from "./labels.ts";
import { pointsOf } from "./lines.ts";

type Lines = Extract<Layer, { type: "lines" }>;

/** Lines across horizontal bars: PowerPoint's own always run from left to right. */
export const isCrossing = (
  layer: Layer,
  chart: Pick<FittedChart, "coordinates" | "layers">,
): layer is Lines =>
  layer.type === "lines" &&
  chart.coordinates.type === "category" &&
  chart.coordinates.orientation === "horizontal" &&
  !isDotPlot(chart);

/** Distance of words from their value, in pt; wider than for labels, since nothing else shows their bar. */
export const CROSSING_GAP = 6;

/** Width of a dash, in pt. */
const DASH = 2.25;

/** Returns the marks of lines that cross a chart of horizontal bars: pieces, points and labels. */
export const crossingMarks = (
  layer: Lines,
  projection: Projection,
  measure: MeasureWidth,
  labelSize: number,
): readonly Mark[] =>
  layer.series.flatMap((series): readonly Mark[] => {
    const points = pointsOf(series.values, layer.axis, projection);
    const line = seriesLine(series);
    return [
      ...points.slice(1).flatMap((point, n): readonly Mark[] => {
        const before = points[n];
        const joined = layer.missing === "span" || point.category === (before?.category ?? 0) + 1;
        if (line === undefined || before === undefined || !joined) return [];
        return [{ type: "line", part: "crossing", spots: [bare(before), bare(point)], line }];
      }),
      ...points.flatMap(({ category, ...at }) => marker(series, category, at)),
      ...points.flatMap(({ category, ...at }) => words(series.labels[category], at, measure, labelSize)),
    ];
  });

const bare = ({ x, y }: Spot): Spot => ({ x, y });

/** A dash stands across the bar, as the target of a bullet does; other markers are boxes of their size. */
function marker(series: Series, category: number, { x, y }: Spot): readonly Mark[] {
  const own = pointMarker(series, series.points[category] ?? {});
  if (own === undefined) return [];
  const { paint, shape, size } = own;
  const [top, foot] = [y - size / 2, y + size / 2];
  if (shape !== "dash") {
    const box = { x: x - size / 2, y: top, w: size, h: size };
    return [{ type: "box", part: "crossing", box, paint, rounded: shape === "circle" }];
  }
  const spots = [
    { x, y: top },
    { x, y: foot },
  ];
  return [{ type: "line", part: "crossing", spots, line: { ink: paint.ink, width: DASH, dash: "solid" } }];
}

function words(
  label: Label | null | undefined,
  at: Spot,
  measure: MeasureWidth,
  labelSize: number,
): readonly Mark[] {
  if (!label) return [];
  return [
    {
      ...{ type: "text", part: "crossing", lines: label.text.split("\n") },
      ...beside(at, sideOf(label.at), extentOf(label, measure, labelSize), CROSSING_GAP),
      ...{ ink: label.ink, bold: label.bold, size: label.size ?? labelSize, fill: label.ground },
    },
  ];
}
