import { describe, expect, test } from "vitest";
import type { Backdrop } from "../../src/charts/fit/backdrop.ts";
import { backgroundAt, isStruck, meetsReferenceLine } from "../../src/charts/fit/backdrop.ts";
import { fitChart } from "../../src/charts/fit.ts";
import { writeChart } from "../../src/formats/pptx/chart/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel, Label } from "../../src/model/chart.ts";
import type { Mark } from "../../src/model/marks.ts";
import type { PlacedChart } from "../../src/model/placed.ts";
import { all, child } from "../../src/ooxml/xml.ts";
import { look } from "../layout/look.ts";
import { LABEL } from "./clear.ts";
import { allSeries, bundleOf, contextFor, lowerChart, measure } from "./fixture.ts";
import { struckWords } from "./struck.ts";

const context = contextFor(bundleOf([]));
const lower = (chart: object): ChartModel =>
  lowerChart({ id: "x", message: "M", ...chart } as Chart, context);
const placed = (model: ChartModel): PlacedChart =>
  fitChart(model, { width: 500, height: 330 }, measure, LABEL);
const labelsOf = (chart: PlacedChart): readonly Label[] =>
  allSeries({ ...chart, overlays: [] }).flatMap(({ labels }) => labels.flatMap((label) => label ?? []));
const rows = (values: readonly number[]) => values.map((value, n) => ({ label: `Month ${n + 1}`, value }));

const NOTHING: Backdrop = { gridlines: [], levels: [], curves: [], marks: [], areas: [], tints: [] };
const WORDS = { x: 100, y: 50, w: 60, h: 12.6 };
const THROUGH: Backdrop = { ...NOTHING, gridlines: [[0, 57, 400, 57]] };

describe("what words need behind them", () => {
  test("is nothing where no line runs through their letters", () => {
    expect(backgroundAt(WORDS, NOTHING, 1)).toBeUndefined();
    expect(backgroundAt(WORDS, { ...NOTHING, gridlines: [[0, 51, 400, 51]] }, 1)).toBeUndefined();
    expect(backgroundAt(WORDS, { ...NOTHING, gridlines: [[0, 64, 400, 64]] }, 1)).toBeUndefined();
  });

  test("is paper on a gridline or a level, and the tint of a forecast in it", () => {
    expect(backgroundAt(WORDS, THROUGH, 1)).toBe("paper");
    expect(backgroundAt(WORDS, { ...NOTHING, levels: [[0, 57, 400, 57]] }, 1)).toBe("paper");
    const tint = { rect: { x: 120, y: 0, w: 300, h: 300 }, ink: "wash" as const };
    expect(backgroundAt(WORDS, { ...THROUGH, tints: [tint] }, 1)).toBe("wash");
  });

  test("is nothing where it would hide a line, a bar, a point or an area", () => {
    expect(backgroundAt(WORDS, { ...THROUGH, curves: [[90, 40, 110, 60]] }, 1)).toBeUndefined();
    expect(backgroundAt(WORDS, { ...THROUGH, marks: [{ x: 160.5, y: 55, w: 8, h: 8 }] }, 1)).toBeUndefined();
    const area = [
      [0, 40, 400, 60],
      [0, 200, 400, 200],
    ] as const;
    expect(backgroundAt(WORDS, { ...THROUGH, areas: [area] }, 1)).toBeUndefined();
    const below = [
      [0, 70, 400, 80],
      [0, 200, 400, 200],
    ] as const;
    expect(backgroundAt(WORDS, { ...THROUGH, areas: [below] }, 1)).toBe("paper");
  });
});

describe("words that a line crosses", () => {
  const level = { ...NOTHING, levels: [[0, 57, 400, 57]] } satisfies Backdrop;
  const bar = { ...level, marks: [{ x: 150, y: 40, w: 30, h: 40 }] } satisfies Backdrop;

  test("are struck where no ground can hide it", () => {
    expect(isStruck(WORDS, NOTHING)).toBe(false);
    expect(isStruck(WORDS, level)).toBe(false);
    expect(isStruck(WORDS, bar)).toBe(true);
    expect(isStruck({ ...WORDS, y: 80 }, bar)).toBe(false);
  });

  test("meet a target or an average where it runs through their letters, and no gridline", () => {
    expect(meetsReferenceLine(WORDS, level)).toBe(true);
    expect(meetsReferenceLine(WORDS, { levels: [[0, 51, 400, 51], ...level.levels] })).toBe(true);
    expect(meetsReferenceLine(WORDS, { levels: [[0, 51, 400, 51]] })).toBe(false);
    expect(meetsReferenceLine(WORDS, { levels: [[170, 57, 400, 57]] })).toBe(false);
    expect(meetsReferenceLine(WORDS, { levels: [] })).toBe(false);
  });
});

describe("in a chart", () => {
  const beds = rows([14, 16, 19, 24, 31, 38, 36, 29, 23, 18, 15, 14, 15, 14, 13]);

  test("the words of a target under its line, and a number, stand on paper where a gridline is", () => {
    const chart = placed(lower({ kind: "line", unit: "beds", better: "lower", data: beds, target: 12 }));
    const grounds = new Map(labelsOf(chart).map(({ text, ground }) => [text, ground]));
    expect(grounds.get("Target 12 beds")).toBe("paper");
    expect(grounds.get("38")).toBe("paper");
    expect(grounds.get("14")).toBeUndefined();
    expect(struckWords(chart)).toEqual([]);
  });

  test("a number beside a point without a marker is as near to its line as it is drawn", () => {
    const chart = placed(
      lower({
        kind: "line",
        unit: "visits",
        better: "higher",
        data: rows([7410, 7980, 8230, 8190, 8560, 9120, 9640]),
      }),
    );
    expect(struckWords(chart)).toEqual([]);
  });

  test.each([
    ["stands on the colour of the bar where there is no room beside the level", 3, "center"],
    ["stands beside the level where there is room", 12, "insideBase"],
  ])("a number in a bar that a level runs over %s", (_what, part, at) => {
    // The average of all is in the middle of the upper part of the third.
    const low = 50 - 0.75 * part;
    const parts = rows([low, low, 50]).map(({ label, value }) => ({ label, values: [value - part, part] }));
    const chart = placed(
      lower({
        kind: "stacked",
        unit: "beds",
        better: "higher",
        series: ["One", "Two"],
        data: parts,
        show: ["average"],
      }),
    );
    const second = allSeries({ ...chart, overlays: [] }).find(({ name }) => name === "Two");
    expect(["insideEnd", at === "center" ? at : "insideBase"]).toContain(second?.labels[2]?.at);
    expect(second?.labels[2]?.ground).toBe(at === "center" ? second?.paint.ink : undefined);
    expect(struckWords(chart)).toEqual([]);
  });

  test("a remark among points hides the lines behind it", () => {
    const data = [
      { label: "Harbour", x: 10, y: 50 },
      { label: "Island", x: 30, y: 20 },
      { label: "Mainland", x: 34, y: 78 },
    ];
    const chart = placed(
      lower({
        kind: "scatter",
        x: { name: "Across" },
        y: { name: "Up" },
        data,
        callouts: [{ at: "Island", text: "A remark that is wider than a step of the axis" }],
      }),
    );
    const remark = chart.marks.find(
      (mark) => mark.type === "text" && mark.lines.join(" ").includes("remark"),
    );
    expect(remark).toMatchObject({ fill: "paper" });
    expect(struckWords(chart)).toEqual([]);
  });
});

test("the native chart lays paper under the glass of a forecast", () => {
  const chart = placed(lower({ kind: "line", unit: "beds", better: "higher", data: rows([1, 2, 3]) }));
  const glass: Mark = {
    ...{ type: "box", part: "ground", box: { x: 0, y: 0, w: chart.width, h: chart.height } },
    paint: { ink: "wash", pattern: "solid" },
  };
  const fillOf = (ground: "paper" | "wash", marks: readonly Mark[]): unknown => {
    const label = { text: "Words", value: false, at: "above", ink: "ink", bold: false, priority: 1, ground };
    const layers = chart.layers.map((layer) =>
      layer.type === "lines"
        ? {
            ...layer,
            series: layer.series.map((each) => ({ ...each, labels: [label as Label, null, null] })),
          }
        : layer,
    );
    const written = writeChart({ ...chart, layers, marks }, look, "en-GB").chart;
    const [first] = [...all(written, "c:dLbl")].map((each) => child(each, "c:spPr"));
    return first?.children[0];
  };
  expect(fillOf("wash", [glass])).toEqual(fillOf("paper", []));
  expect(fillOf("wash", [])).not.toEqual(fillOf("paper", []));
});
