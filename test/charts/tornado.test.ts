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
      "Start",
      "Margin per customer",
    ]);
    expect(model.columns?.map((column) => column.values)).toEqual([
      [-58_000, 342_000, 510_000],
      [1_568_000, 1_184_000, 970_000],
    ]);
    expect(model.overlays).toMatchObject([{ type: "level", v: base }]);
  });

  test("stacks base, lower and higher part up to the high end", () => {
    const [unseen, worse, below, better] = allSeries(model);
    // The lowest end lies below zero, so its bar needs no unseen base, and the part below zero is a series of its own.
    expect(unseen?.values).toEqual([null, 342_000, 510_000]);
    expect(below?.values).toEqual([-58_000, null, null]);
    [1_568_000, 1_184_000, 970_000].forEach((high, n) => {
      expect((unseen?.values[n] ?? 0) + (worse?.values[n] ?? 0) + (better?.values[n] ?? 0)).toBeCloseTo(
        high,
        6,
      );
    });
    expect(below?.labels[0]).toMatchObject({ text: "−58 (0.7 points)", at: "left" });
    expect(unseen?.labels[1]).toMatchObject({ text: "342 (Half a year late)", at: "insideEnd" });
    expect(better?.labels[0]).toMatchObject({ text: "1,568 (2.1 points)", at: "right" });
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
    const names = fitChart(model, size, measure, LABEL).marks.flatMap((mark) =>
      mark.type === "text" && mark.part === "annotation" && isName(mark) ? [mark.at.x] : [],
    );
    expect(names).toHaveLength(3);
    const starts = textRects(model, size).map(({ x }) => x);
    expect(Math.min(...starts) - Math.max(...names)).toBeGreaterThanOrEqual(9.5);
  });
});

describe("every end of a bar is written once, on its own side", () => {
  const ends: readonly (readonly [number, number])[] = [
    [-800, 500],
    [-300, -20],
    [-50, -20],
    [-300, -150],
    [100, 500],
    [-200, 0],
    [0, 200],
  ];
  test.each([-99, 0, 50])("around a base case of %d", (target) => {
    const data = ends.map(([low, high], n) => ({ label: `D${n}`, low, high }));
    const model = lowerChart(
      { id: "x", kind: "tornado", message: "M", target, data },
      contextFor(contractBundle()),
    );
    const written = planeOf(model).categories.map(({ label }, row) => {
      const labels = allSeries(model).flatMap((series) => series.labels[row] ?? []);
      return [label, labels.map(({ text }) => Number(text.replace("−", "-"))).toSorted((a, b) => a - b)];
    });
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(ends.map(([low, high], n) => [`D${n}`, [low, high]])),
    );
  });
});
