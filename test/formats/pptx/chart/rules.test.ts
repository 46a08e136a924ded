import { describe, expect, it } from "vitest";
import { barShares } from "../../../../src/charts/marks/bars.ts";
import { categoryLabelling } from "../../../../src/formats/pptx/chart/categories.ts";
import { groupLayers } from "../../../../src/formats/pptx/chart/groups.ts";
import { blanks } from "../../../../src/formats/pptx/chart/space.ts";
import type { Layer } from "../../../../src/model/chart.ts";
import { boxAroundMark, type TextMark } from "../../../../src/model/marks.ts";
import type { PlacedChart } from "../../../../src/model/placed.ts";
import { axis, categoryChart, series } from "./fixtures/placed.ts";
import { CHARTS } from "./fixtures.ts";

const named = (id: string): PlacedChart => {
  const found = CHARTS.find((chart) => chart.id === id);
  if (!found) throw new Error(id);
  return found;
};
const names = ["a", "b", "c", "d", "e", "f"];
const labelled = (lines: PlacedChart["categoryLabels"], more: Partial<PlacedChart> = {}) =>
  categoryLabelling(
    categoryChart("l", names, [], axis(0, 1, 1), { categoryLabels: lines, ...more } as never),
  );

const namesOf = ({ marks }: PlacedChart): readonly TextMark[] =>
  marks.filter((mark) => mark.type === "text" && mark.part === "category") as TextMark[];

describe("labels of the category axis", () => {
  it("are the axis' own where each is one whole line", () => {
    expect(labelled(names.map((n) => [n]))).toEqual({ by: "axis", skip: 1 });
  });
  it("are thinned by the axis where every n-th from the first is left", () => {
    expect(labelled(names.map((n, i) => (i % 2 === 0 ? [n] : null)))).toEqual({ by: "axis", skip: 2 });
    expect(labelled(names.map((n, i) => (i === 0 ? [n] : null)))).toEqual({ by: "axis", skip: 6 });
  });
  it("are shapes where they are broken, or thinned in another way", () => {
    expect(labelled(names.map((n) => [n, n]))).toEqual({ by: "shapes" });
    expect(labelled(names.map((n, i) => (i % 2 === 1 ? [n] : null)))).toEqual({ by: "shapes" });
    expect(labelled(names.map((n, i) => (i < 3 ? [n] : null)))).toEqual({ by: "shapes" });
  });
  it("are nobody's where there are none", () => {
    expect(labelled(names.map(() => null))).toEqual({ by: "nobody" });
  });
  it("stand under their column, or end before their bar", () => {
    const bridge = named("bridge");
    const [first] = namesOf(bridge);
    expect((first?.at.x ?? 0) / 600).toBeCloseTo(bridge.plot.x + bridge.plot.w / 10);
    expect(first && boxAroundMark(first).y / 300).toBeGreaterThan(bridge.plot.y + bridge.plot.h);
    const bars = named("bars");
    const last = namesOf(bars).at(-1);
    expect((last?.at.x ?? 0) / 600).toBeLessThan(bars.plot.x);
    expect((last?.at.y ?? 0) / 300).toBeCloseTo(bars.plot.y + (bars.plot.h * 11) / 12);
  });
});

describe("layers on axes", () => {
  const bars = (gap: number): Layer => ({
    type: "bars",
    grouping: "clustered",
    gap,
    overlap: 0,
    axis: "value",
    series: [series(`b${gap}`, [1], "ink")],
  });
  const lines = (missing: "gap" | "span"): Layer => ({
    type: "lines",
    missing,
    axis: "value",
    series: [series(missing, [1], "ink")],
  });
  const pairs = (layers: readonly Layer[], more = {}) => {
    const { groups } = groupLayers(categoryChart("g", ["a"], layers, axis(0, 1, 1), more));
    return groups.map(({ layer, pair }) => `${layer.type} ${pair}`);
  };
  it("share one pair where PowerPoint draws them in that order anyway", () => {
    expect(pairs([bars(50), lines("gap")])).toEqual(["bars primary", "lines primary"]);
    expect(pairs([lines("span"), lines("gap")])).toEqual(["lines primary"]);
  });
  it("go to a hidden second pair where they would fall behind or differ", () => {
    expect(pairs([bars(30), bars(180), lines("gap")])).toEqual([
      "bars primary",
      "bars secondary",
      "lines secondary",
    ]);
    expect(pairs([lines("gap"), bars(50)])).toEqual(["lines primary", "bars secondary"]);
    const { secondary } = groupLayers(categoryChart("g", ["a"], [bars(1), bars(2)], axis(0, 8, 2)));
    expect(secondary).toMatchObject({ min: 0, max: 8, major: 2, visible: false, gridlines: false });
  });
  it("are refused where the second pair is taken", () => {
    const coordinates = { coordinates: { secondary: axis(0, 1, 1) } };
    expect(() => pairs([bars(1), bars(2)], coordinates)).toThrow(/second axis/);
  });
  it("are shapes where lines cross lying bars", () => {
    expect(groupLayers(named("bullet")).drawn.map((layer) => layer.series[0]?.name)).toEqual(["Target"]);
  });
});

describe("missing values", () => {
  const chart = (...layers: ["gap" | "span", (number | null)[]][]) =>
    categoryChart(
      "m",
      names,
      layers.map(([missing, values], i) => ({
        type: "lines",
        axis: "value",
        missing,
        series: [series(`${i}`, values, "ink")],
      })),
      axis(0, 1, 1),
    );
  it("are gaps where a line that wants gaps has one inside", () => {
    expect(blanks(chart(["gap", [1, null, 1]], ["span", [1, null, 1]]))).toBe("gap");
  });
  it("are crossed where only such lines have any inside", () => {
    expect(blanks(chart(["gap", [1, 1, null]], ["span", [1, null, 1]]))).toBe("span");
    expect(blanks(chart(["gap", [1, 1, null]]))).toBe("gap");
  });
});

describe("bars", () => {
  it("take the room that gap and overlap leave", () => {
    const layer = {
      type: "bars",
      grouping: "clustered",
      gap: 100,
      overlap: 0,
      axis: "value",
      series: [1, 2].map((n) => series(`${n}`, [1], "ink")),
    } as const;
    expect(barShares(layer)).toEqual({ all: 2 / 3, one: 1 / 3 });
    expect(barShares({ ...layer, overlap: 100 })).toEqual({ all: 0.5, one: 0.5 });
    expect(barShares({ ...layer, grouping: "stacked" })).toEqual({ all: 0.5, one: 0.5 });
  });
  it("are joined from edge to edge at the height of the connector", () => {
    const bridge = named("bridge");
    const first = bridge.marks.find(({ part }) => part === "connector");
    if (first?.type !== "line") throw new Error();
    const [from, to] = first.spots;
    const slot = (bridge.plot.w * 600) / 5;
    expect((to?.x ?? 0) - (from?.x ?? 0)).toBeCloseTo(slot * (1 - 1 / 1.4));
    expect((from?.y ?? 0) / 300).toBeCloseTo(bridge.plot.y + bridge.plot.h * (1 - 2.9 / 4));
    expect(to?.y).toBe(from?.y);
  });
});
