import type { Layer, Series } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import { lineOf, pointMarker } from "../../model/paint.ts";
import type { FittedChart } from "../../model/placed.ts";
import { inBox, type Projection, pitch, type Spot } from "./geometry.ts";
import { pointsOf } from "./lines.ts";

type Lines = Extract<Layer, { type: "lines" }>;

/** Lines across lying bars: PowerPoint's own always run from left to right. */
export const isCrossing = (layer: Layer, plane: FittedChart["plane"]): layer is Lines =>
  layer.type === "lines" && plane.type === "category" && plane.orientation === "horizontal";

/** Width of a dash, in pt. */
const DASH = 2.25;

/** Such lines, piece by piece, with their points and labels. */
export const crossingMarks = (layer: Lines, projection: Projection, labelSize: number): readonly Mark[] =>
  layer.series.flatMap((series): readonly Mark[] => {
    const points = pointsOf(series.values, layer.axis, projection);
    const line = lineOf(series);
    return [
      ...points.slice(1).flatMap((point, n): readonly Mark[] => {
        const before = points[n];
        const joined = layer.missing === "span" || point.category === (before?.category ?? 0) + 1;
        if (line === undefined || before === undefined || !joined) return [];
        return [{ type: "line", part: "crossing", spots: [bare(before), bare(point)], line }];
      }),
      ...points.flatMap(({ category, ...at }) => marker(series, category, at)),
      ...points.flatMap(({ category, ...at }) => words(series, category, at, labelSize)),
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

function words(series: Series, category: number, at: Spot, labelSize: number): readonly Mark[] {
  const label = series.labels[category];
  if (!label) return [];
  const size = label.size ?? labelSize;
  const [w, h] = [label.text.length * size * 0.55 + 8, pitch(size)];
  const x = label.at === "left" ? at.x - w - 5 : label.at === "right" ? at.x + 5 : at.x - w / 2;
  const y = label.at === "above" ? at.y - h - 4 : label.at === "below" ? at.y + 4 : at.y - h / 2;
  const align = label.at === "left" ? "right" : label.at === "right" ? "left" : "center";
  const style = { ink: label.ink, bold: label.bold, size, fill: label.ground };
  return [
    {
      type: "text",
      part: "crossing",
      ...inBox({ x, y, w, h }, align),
      lines: label.text.split("\n"),
      ...style,
    },
  ];
}
