import type { ChartModel, PlacedChart } from "../../model/chart.ts";
import { fraction, type Measure, pitch, type Size } from "./geometry.ts";

/** Fits a ring: a square in the middle, with room for labels outside it. */
export function fitRound(model: ChartModel, size: Size, measure: Measure, labelSize: number): PlacedChart {
  const texts = model.layers.flatMap((layer) =>
    layer.type === "ring" ? layer.series.labels.flatMap((label) => (label === null ? [] : [label])) : [],
  );
  const beside = Math.max(
    0,
    ...texts.map((label) => measure(label.text, label.size ?? labelSize, label.bold)),
  );
  const line = pitch(labelSize);
  const side = Math.max(1, Math.min(size.height - 2 * line, size.width - 2 * beside));
  const { overlays: _none, ...rest } = model;
  return {
    ...rest,
    width: size.width,
    height: size.height,
    plot: fraction({ x: (size.width - side) / 2, y: (size.height - side) / 2, w: side, h: side }, size),
    categoryLabels: [],
    labelSize,
    shapes: [],
  };
}
