import { expect } from "vitest";
import { fitByLadder } from "../../src/charts/fit/ladder.ts";
import { fitChart } from "../../src/charts/fit.ts";
import { meet, pitch, type Rect, type Size } from "../../src/charts/marks/geometry.ts";
import type { ChartModel } from "../../src/model/chart.ts";
import { boxAroundMark } from "../../src/model/marks.ts";
import { type PlacedChart, pointSize } from "../../src/model/placed.ts";
import { measure } from "./fixture.ts";

export const LABEL = 10.5;

/** Every text that the fit has placed, in pt: labels of marks and words of overlays. */
export function textRects(model: ChartModel, size: Size): readonly Rect[] {
  if (model.coordinates.type === "category") return categoryTexts(model, model.coordinates, size);
  const placed = fitChart(model, size, measure, LABEL);
  return [...shapeTexts(placed), ...pointTexts(placed)];
}

function categoryTexts(
  model: ChartModel,
  coordinates: Extract<ChartModel["coordinates"], { type: "category" }>,
  size: Size,
): readonly Rect[] {
  const { result } = fitByLadder({ model, coordinates, size, measure, labelSize: LABEL });
  return [...result.placement.kept.map(({ place }) => place.rect), ...result.overlays.texts];
}

const shapeTexts = ({ marks }: PlacedChart): readonly Rect[] =>
  marks.flatMap((mark) => {
    if (mark.type !== "text" || mark.part !== "annotation") return [];
    const w = Math.max(...mark.lines.map((line) => measure(line, mark.size, mark.bold)));
    return [boxAroundMark({ ...mark, w })];
  });

/** Names beside points, where the writers put them: right of the point, left of it, over it or under it. */
function pointTexts(placed: PlacedChart): readonly Rect[] {
  const { coordinates } = placed;
  if (coordinates.type !== "number") return [];
  const plot = {
    x: placed.plot.x * placed.width,
    y: placed.plot.y * placed.height,
    w: placed.plot.w * placed.width,
    h: placed.plot.h * placed.height,
  };
  const largest = Math.max(
    Number.MIN_VALUE,
    ...placed.layers.flatMap((layer) =>
      layer.type === "points" ? layer.series.flatMap((s) => s.points.map((p) => p.size ?? 0)) : [],
    ),
  );
  return placed.layers.flatMap((layer) =>
    layer.type !== "points"
      ? []
      : layer.series.flatMap((series) =>
          series.points.flatMap((point): Rect[] => {
            const { label } = point;
            if (label === null) return [];
            const radius = layer.bubbles
              ? Math.min(plot.w, plot.h) * 0.125 * Math.sqrt((point.size ?? 0) / largest)
              : pointSize(point) / 2;
            const x =
              plot.x + (plot.w * (point.x - coordinates.x.min)) / (coordinates.x.max - coordinates.x.min);
            const y =
              plot.y + plot.h * (1 - (point.y - coordinates.y.min) / (coordinates.y.max - coordinates.y.min));
            const w = measure(label.text, LABEL, label.bold);
            const h = pitch(LABEL);
            const off = radius + 3;
            const left = { right: x + off, left: x - off - w }[label.at as "left" | "right"] ?? x - w / 2;
            const top = { above: y - off - h, below: y + off }[label.at as "above" | "below"] ?? y - h / 2;
            return [{ x: left, y: top, w, h }];
          }),
        ),
  );
}

/** No text covers another, and all are inside the chart. */
export function expectClear(model: ChartModel, size: Size): void {
  const rects = textRects(model, size);
  rects.forEach((rect, n) => {
    for (const other of rects.slice(n + 1))
      expect(meet(rect, other, -0.1), JSON.stringify([rect, other])).toBe(false);
    expect(rect.x).toBeGreaterThan(-0.1);
    expect(rect.y).toBeGreaterThan(-0.1);
    expect(rect.x + rect.w).toBeLessThan(size.width + 0.1);
    expect(rect.y + rect.h).toBeLessThan(size.height + 0.1);
  });
}

export function expectSound(placed: PlacedChart): void {
  expect(placed.plot.x).toBeGreaterThanOrEqual(0);
  expect(placed.plot.y).toBeGreaterThanOrEqual(0);
  expect(placed.plot.x + placed.plot.w).toBeLessThanOrEqual(1.0001);
  expect(placed.plot.y + placed.plot.h).toBeLessThanOrEqual(1.0001);
  expect(placed.plot.w).toBeGreaterThan(0.15);
  expect(placed.plot.h).toBeGreaterThan(0.15);
}
