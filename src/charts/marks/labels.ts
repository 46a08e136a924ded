import type { Label, Layer } from "../../model/chart.ts";
import type { MarkOf, Rect, Spot, TextMark } from "../../model/marks.ts";
import { pointMarker } from "../../model/paint.ts";
import { edgesOf } from "./areas.ts";
import { type Bar, barsOf } from "./bars.ts";
import { doughnutMarks, spotInSlice } from "./doughnut.ts";
import { beside, GAP, type MeasureWidth, type Projection, pitch, type Side } from "./geometry.ts";
import { pointsOf } from "./lines.ts";
import { pointMarks } from "./points.ts";
import { type Scene, writtenAt } from "./scene.ts";

/** Distance, in pt, by which the ground of a label extends beyond its words at both sides. */
const REACH = 2;

/** Position of a label: a spot, the side of the spot, and the extent of the mark there in pt. */
interface Place {
  readonly label: Label | null | undefined;
  readonly of: MarkOf;
  readonly at: Spot;
  readonly side: Side;
  readonly room: number;
}

/** The labels of a layer at their marks. */
export function labelMarks(layer: Layer, l: number, scene: Scene): readonly TextMark[] {
  const { chart, measure } = scene;
  return placesOf(layer, l, scene).flatMap(({ label, of, at, side, room }): readonly TextMark[] => {
    if (!label) return [];
    const size = label.size ?? chart.labelSize;
    const series = "series" in layer && layer.type !== "points" ? seriesAt(layer, of.series) : undefined;
    return [
      {
        ...{ type: "text", part: "label", of, lines: label.text.split("\n") },
        ...beside(at, side, extentOf(label, measure, chart.labelSize), GAP + room),
        ...{ ink: label.ink, bold: label.bold, size, fill: label.ground, reach: REACH },
        from: series === undefined ? undefined : writtenAt(chart, series, of.item),
      },
    ];
  });
}

const seriesAt = (layer: Exclude<Layer, { type: "points" }>, n: number) =>
  layer.type === "ring" ? layer.series : layer.series[n];

/** Width and height of the words of a label, in pt. */
export function extentOf(label: Label, measure: MeasureWidth, labelSize: number) {
  const size = label.size ?? labelSize;
  const lines = label.text.split("\n");
  return {
    w: Math.max(...lines.map((line) => measure(line, size, label.bold))),
    h: lines.length * pitch(size),
  };
}

function placesOf(layer: Layer, l: number, { chart, plot, projection }: Scene): readonly Place[] {
  const { coordinates } = chart;
  switch (layer.type) {
    case "points":
      if (coordinates.type !== "number") return [];
      return pointMarks(layer, l, coordinates, plot).flatMap((mark): readonly Place[] => {
        if (mark.type !== "point" || mark.of === undefined) return [];
        const { at, of, size } = mark;
        const label = layer.series[of.series]?.points[of.item]?.label;
        return label ? [{ label, of, at, side: sideOf(label.at), room: size / 2 }] : [];
      });
    case "ring":
      return doughnutMarks(layer, l, plot).map((arc) => {
        const of = arc.of ?? { layer: l, series: 0, item: 0 };
        return { label: layer.series.labels[of.item], of, at: spotInSlice(arc), side: "center", room: 0 };
      });
  }
  if (projection === undefined) return [];
  if (layer.type === "bars")
    return barsOf(layer, projection).flatMap((bar): readonly Place[] => {
      const label = layer.series[bar.series]?.labels[bar.category];
      const of = { layer: l, series: bar.series, item: bar.category };
      return label ? [{ label, of, room: 0, ...besideBar(bar, label.at, projection) }] : [];
    });
  const values =
    layer.type === "areas" ? edgesOf(layer).map(({ tops }) => tops) : layer.series.map((s) => s.values);
  return layer.series.flatMap((series, n) =>
    pointsOf(values[n] ?? [], layer.axis, projection).flatMap(({ category, x, y }): readonly Place[] => {
      const label = series.labels[category];
      const marker = layer.type === "lines" ? pointMarker(series, series.points[category] ?? {}) : undefined;
      const of = { layer: l, series: n, item: category };
      return label
        ? [{ label, of, at: { x, y }, side: sideOf(label.at), room: (marker?.size ?? 0) / 2 }]
        : [];
    }),
  );
}

/**
 * Returns the position of a label at a bar: over its end, inside its end or its base, or in its middle; a
 * part of a stack may carry it on any side.
 */
export function besideBar(
  { rect, from, to, stacked }: Bar,
  at: Label["at"],
  { coordinates }: Pick<Projection, "coordinates">,
): { readonly at: Spot; readonly side: Side } {
  const vertical = coordinates.orientation === "vertical";
  // On the slide, vertical bars grow towards smaller y.
  const positive = to >= from;
  const outward: Side = vertical ? (positive ? "above" : "below") : positive ? "right" : "left";
  const inward: Side = vertical ? (positive ? "below" : "above") : positive ? "left" : "right";
  const edges: Readonly<Record<Side, Spot>> = edgeSpots(rect);
  switch (at) {
    case "center":
      return { at: edges.center, side: "center" };
    case "insideEnd":
      return { at: edges[outward], side: inward };
    case "insideBase":
      return { at: edges[inward], side: outward };
    case "outsideEnd":
      return { at: edges[outward], side: outward };
    default: {
      const side = stacked ? at : outward;
      return { at: edges[side], side };
    }
  }
}

function edgeSpots({ x, y, w, h }: Rect): Readonly<Record<Side, Spot>> {
  const [cx, cy] = [x + w / 2, y + h / 2];
  return {
    above: { x: cx, y },
    below: { x: cx, y: y + h },
    left: { x, y: cy },
    right: { x: x + w, y: cy },
    center: { x: cx, y: cy },
  };
}

/** Returns the side of a point on which its label stands; positions of bar labels become above or below. */
export function sideOf(at: Label["at"]): Side {
  if (at === "outsideEnd") return "above";
  return at === "insideEnd" || at === "insideBase" ? "below" : at;
}
