import { describe, expect, test } from "vitest";
import { fitChart } from "../../src/charts/fit.ts";
import { lowerSensitivity } from "../../src/charts/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { LABEL, textRects } from "./clear.ts";
import { allSeries, contextFor, contractBundle, lowerChart, measure, planeOf } from "./fixture.ts";

describe("tornado", () => {
  const context = contextFor(contractBundle());
  const { investment } = context.figures;
  if (investment === undefined) throw new Error("no investment");
  const model = lowerSensitivity(investment, context);
  const base = investment.figures["npv"]?.value ?? 0;

  test("sorts drivers by their span and keeps the true ends", () => {
    expect(planeOf(model).categories.map((category) => category.label)).toEqual([
      "Churn effect",
      "Margin per customer",
      "Start",
    ]);
    expect(model.columns?.map((column) => column.values)).toEqual([
      [62_000, 420_000, 410_000],
      [1_240_000, 905_000, 801_000],
    ]);
    expect(model.overlays).toMatchObject([{ type: "level", v: base }]);
  });

  test("stacks base, lower and higher part up to the high end", () => {
    const [unseen, worse, better] = allSeries(model);
    expect(unseen?.values).toEqual([62_000, 420_000, 410_000]);
    [1_240_000, 905_000, 801_000].forEach((high, n) => {
      expect((unseen?.values[n] ?? 0) + (worse?.values[n] ?? 0) + (better?.values[n] ?? 0)).toBeCloseTo(
        high,
        6,
      );
    });
    expect(unseen?.labels[0]).toMatchObject({ text: "62 (0.7 points)", at: "insideEnd" });
    expect(better?.labels[0]).toMatchObject({ text: "1,240 (2.1 points)", at: "right" });
  });

  test("handles ends below zero", () => {
    const chart: Chart = {
      id: "x",
      kind: "tornado",
      message: "M",
      target: 50,
      data: [{ label: "A", low: -30, high: 90 }],
    } as Chart;
    const [unseen, worse, below, better] = allSeries(lowerChart(chart, context));
    expect([unseen?.values, worse?.values, below?.values, better?.values]).toEqual([
      [null],
      [50],
      [-30],
      [40],
    ]);
    expect(below?.labels[0]).toMatchObject({ text: "−30", at: "left" });
  });

  test("keeps the number at a bar's left end off the name beside it", () => {
    const size = { width: 300, height: 200 };
    const isName = ({ align }: { readonly align: string }): boolean => align === "right";
    const names = fitChart(model, size, measure, LABEL).shapes.flatMap((shape) =>
      shape.type === "text" && isName(shape) ? [(shape.box.x + shape.box.w) * size.width] : [],
    );
    expect(names).toHaveLength(3);
    const starts = textRects(model, size).map(({ x }) => x);
    expect(Math.min(...starts) - Math.max(...names)).toBeGreaterThanOrEqual(9.5);
  });
});
