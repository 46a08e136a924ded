import type { CategoryPlane, Layer, Series, ValueAxis } from "../../model/chart.ts";
import { lineOf, pointMarker } from "../../model/paint.ts";
import type { DrawnShape, PlacedChart } from "../../model/placed.ts";
import { categoryPosition } from "./categories.ts";

type Bars = Extract<Layer, { type: "bars" }>;
type Lines = Extract<Layer, { type: "lines" }>;

const CONNECTOR = { ink: "muted", width: 0.75, dash: "solid" } as const;

/** A place in the plot, as a fraction of the whole chart; `c` is the place along the category axis from 0 to 1. */
function spot(chart: PlacedChart, plane: CategoryPlane, axis: ValueAxis, c: number, value: number) {
  const v = (value - axis.min) / (axis.max - axis.min);
  const { x, y, w, h } = chart.plot;
  return plane.orientation === "horizontal"
    ? { x: x + w * v, y: y + h * c }
    : { x: x + w * c, y: y + h * (1 - v) };
}

const axisOf = (plane: CategoryPlane, layer: Bars | Lines): ValueAxis =>
  layer.axis === "secondary" ? (plane.secondary ?? plane.value) : plane.value;

/** The connectors of a waterfall, from the edge of one bar to the edge of the next. */
export function connectorShapes(chart: PlacedChart): DrawnShape[] {
  const plane = chart.plane;
  if (plane.type !== "category") return [];
  return chart.layers.flatMap((layer) => {
    if (layer.type !== "bars" || !layer.connectors) return [];
    const axis = axisOf(plane, layer);
    const count = plane.categories.length;
    const half = barShares(layer).all / 2 / Math.max(1, count);
    return layer.connectors.map(({ from, to, value }): DrawnShape => {
      const a = spot(chart, plane, axis, categoryPosition(from, count, plane.between) + half, value);
      const b = spot(chart, plane, axis, categoryPosition(to, count, plane.between) - half, value);
      return { type: "line", x1: a.x, y1: a.y, x2: b.x, y2: b.y, line: CONNECTOR, arrow: "none" };
    });
  });
}

/**
 * Shares of a category's width: of all its bars together, and of one; gap and overlap are measured in bars
 * (ECMA-376 Part 1, 21.2.2.75 and 21.2.2.131).
 */
export function barShares(layer: Bars): { readonly all: number; readonly one: number } {
  const bars = layer.grouping === "clustered" ? layer.series.length : 1;
  const cluster = bars - ((bars - 1) * layer.overlap) / 100;
  const one = 1 / (cluster + layer.gap / 100);
  return { all: cluster * one, one };
}

/** Lines over horizontal bars, drawn from the data: PowerPoint's own always run from left to right. */
export function lineShapes(chart: PlacedChart, layers: readonly Lines[]): DrawnShape[] {
  const plane = chart.plane;
  if (plane.type !== "category") return [];
  return layers.flatMap((layer) => {
    const axis = axisOf(plane, layer);
    return layer.series.flatMap((series) => [
      ...segments(chart, plane, axis, series, layer.missing === "span"),
      ...dots(chart, plane, axis, series),
      ...words(chart, plane, axis, series),
    ]);
  });
}

function segments(
  chart: PlacedChart,
  plane: CategoryPlane,
  axis: ValueAxis,
  series: Series,
  span: boolean,
): DrawnShape[] {
  const line = lineOf(series);
  if (!line) return [];
  const known = series.values.flatMap((value, i) => (value === null ? [] : [{ i, value }]));
  return known.slice(1).flatMap((point, n): DrawnShape[] => {
    const before = known[n];
    if (!before || (!span && point.i !== before.i + 1)) return [];
    const at = (p: typeof point) =>
      spot(chart, plane, axis, categoryPosition(p.i, series.values.length, plane.between), p.value);
    const [a, b] = [at(before), at(point)];
    return [{ type: "line", x1: a.x, y1: a.y, x2: b.x, y2: b.y, line, arrow: "none" }];
  });
}

/** A dash stands across the bar, as the target of a bullet does; other marks are boxes of their size. */
function dots(chart: PlacedChart, plane: CategoryPlane, axis: ValueAxis, series: Series): DrawnShape[] {
  return series.values.flatMap((value, i): DrawnShape[] => {
    const mark = pointMarker(series, series.points[i] ?? {});
    if (value === null || !mark) return [];
    const at = spot(chart, plane, axis, categoryPosition(i, series.values.length, plane.between), value);
    const [w, h] = [mark.size / chart.width, mark.size / chart.height];
    if (mark.shape === "dash") {
      const line = { ink: mark.paint.ink, width: 2.25, dash: "solid" } as const;
      return [{ type: "line", x1: at.x, y1: at.y - h / 2, x2: at.x, y2: at.y + h / 2, line, arrow: "none" }];
    }
    const box = { x: at.x - w / 2, y: at.y - h / 2, w, h };
    return [{ type: "box", box, paint: mark.paint, rounded: mark.shape === "circle", behind: false }];
  });
}

function words(chart: PlacedChart, plane: CategoryPlane, axis: ValueAxis, series: Series): DrawnShape[] {
  return series.labels.flatMap((label, i): DrawnShape[] => {
    const value = series.values[i] ?? null;
    if (!label || value === null) return [];
    const size = label.size ?? chart.labelSize;
    const at = spot(chart, plane, axis, categoryPosition(i, series.values.length, plane.between), value);
    const w = (label.text.length * size * 0.55 + 8) / chart.width;
    const h = (size * 1.2) / chart.height;
    const gap = { x: 5 / chart.width, y: 4 / chart.height };
    const x = { left: at.x - w - gap.x, right: at.x + gap.x }[label.at as "left" | "right"] ?? at.x - w / 2;
    const y = { above: at.y - h - gap.y, below: at.y + gap.y }[label.at as "above" | "below"] ?? at.y - h / 2;
    const align = label.at === "left" ? "right" : label.at === "right" ? "left" : "center";
    return [
      {
        type: "text",
        box: { x, y, w, h },
        lines: label.text.split("\n"),
        align,
        ink: label.ink,
        bold: label.bold,
        size,
        ...(label.ground === undefined ? {} : { fill: label.ground }),
      },
    ];
  });
}
