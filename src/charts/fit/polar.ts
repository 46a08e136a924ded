import type { ChartModel, Label, Layer } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import type { FittedChart } from "../../model/placed.ts";
import { arcsOf, spotInSlice } from "../marks/doughnut.ts";
import { fraction, GAP, type MeasureWidth, pitch, type Rect, type Size } from "../marks/geometry.ts";
import { strokeMark, textMark, thin } from "./scene.ts";
import { spreadLabels } from "./series-labels.ts";
import { widest, wrap } from "./wrap.ts";

type Ring = Extract<Layer, { type: "ring" }>;

/** Names take at most this share of the width at each side, and this many lines. */
const SIDE_SHARE = 0.3;
const LINES = 4;

/**
 * Fits a ring: a square in the middle, each slice's name at its own side of it, numbers in the slices. A number that is
 * wider than its slice is long joins the name.
 */
export function fitPolar(
  model: ChartModel,
  size: Size,
  measure: MeasureWidth,
  labelSize: number,
): FittedChart {
  const { overlays: _none, ...rest } = model;
  const names = model.coordinates.type === "round" ? (model.coordinates.names ?? []) : [];
  const ring = model.layers.find((layer): layer is Ring => layer.type === "ring");
  const context = { measure, size: labelSize };
  const most = size.width * SIDE_SHARE;
  const line = pitch(labelSize);
  const beside = names.length === 0 ? 0 : Math.min(most, widest(names, { ...context, bold: true })) + 4 * GAP;
  const side = Math.max(1, Math.min(size.height - 2 * GAP, size.width - 2 * beside));
  const plot: Rect = { x: (size.width - side) / 2, y: (size.height - side) / 2, w: side, h: side };
  const placed = {
    width: size.width,
    height: size.height,
    plot: fraction(plot, size),
    // No axis shows these; the sheet behind the chart names its rows by them.
    categoryLabels: names.map((name) => [name]),
    labelSize,
  };
  if (ring === undefined) return { ...rest, ...placed, annotations: [] };
  const slices = slicesOf(ring, plot);
  const fits = (label: Label, n: number): boolean => {
    const slice = slices[n];
    if (slice === undefined) return false;
    const thick = (side / 2) * (1 - ring.hole / 100);
    const w = measure(label.text, label.size ?? labelSize, label.bold) + 4;
    return w <= thick + 2 && Math.max(line, w * 0.8) <= slice.arc;
  };
  const labels = ring.series.labels.map((label, n) => (label !== null && fits(label, n) ? label : null));
  const texts = slices.map((slice, n) => {
    const number = ring.series.labels[n] ?? null;
    const words = names[n] ?? "";
    const text = number !== null && labels[n] === null && words !== "" ? `${words}: ${number.text}` : words;
    return { ...slice, lines: text === "" ? [] : wrap(text, beside - 4 * GAP, LINES, context) };
  });
  const shapes = [true, false].flatMap((right) =>
    sideShapes(
      texts.filter((text) => text.lines.length > 0 && text.right === right),
      right,
      plot,
      size,
      labelSize,
    ),
  );
  return {
    ...rest,
    ...placed,
    layers: model.layers.map((layer) =>
      layer === ring ? { ...ring, series: { ...ring.series, labels } } : layer,
    ),
    annotations: shapes,
  };
}

interface Slice {
  /** Middle of its outer edge, in pt. */
  readonly x: number;
  readonly y: number;
  readonly right: boolean;
  /** Length along the middle of the ring, in pt. */
  readonly arc: number;
}

const slicesOf = (ring: Ring, plot: Rect): readonly Slice[] =>
  arcsOf(ring, 0, plot).map((arc) => {
    const spot = spotInSlice(arc, arc.outer);
    const length = (arc.end - arc.start) * Math.PI * (arc.inner + arc.outer);
    return { ...spot, right: spot.x >= arc.middle.x - 1e-6, arc: length };
  });

function sideShapes(
  texts: readonly (Slice & { readonly lines: readonly string[] })[],
  right: boolean,
  plot: Rect,
  size: Size,
  labelSize: number,
): readonly Mark[] {
  const line = pitch(labelSize);
  const items = texts
    .map((text) => ({ ...text, h: text.lines.length * line, top: text.y - (text.lines.length * line) / 2 }))
    .sort((a, b) => a.y - b.y);
  const tops = spreadLabels(items, 0, size.height);
  return items.flatMap((item, n): Mark[] => {
    const top = tops[n] ?? item.top;
    const edge = right ? plot.x + plot.w + 4 * GAP : plot.x - 4 * GAP;
    const rect = right
      ? { x: edge, y: top, w: size.width - edge, h: item.h }
      : { x: 0, y: top, w: edge, h: item.h };
    const middle = top + item.h / 2;
    const to = right ? edge - GAP : edge + GAP;
    return [
      strokeMark(item.x, item.y, to, middle, thin("hairline")),
      textMark(rect, item.lines, { labelSize }, { align: right ? "left" : "right", ink: "ink" }),
    ];
  });
}
