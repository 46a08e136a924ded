import { describe, expect, test } from "vitest";
import type { Chart } from "../../src/model/bundle/index.ts";
import {
  allSeries,
  contextFor,
  contractBundle,
  contractChart,
  lowerChart,
  planeOf,
  seriesOf,
  textsOf,
} from "./fixture.ts";

describe("bar and column", () => {
  test("bars start at zero, sorted, Other last, highlights in the accent", () => {
    const model = contractChart("causes");
    expect(planeOf(model)).toMatchObject({ orientation: "horizontal", value: { min: 0, visible: false } });
    expect(
      planeOf(model)
        .categories.map((category) => category.label)
        .at(-1),
    ).toBe("Other");
    const [bars] = allSeries(model);
    expect(bars?.values).toEqual([31, 24, 16, 14, 9, 6]);
    expect(bars?.paint.ink).toBe("accent");
    expect(Object.keys(bars?.points ?? {})).toEqual(["3", "4", "5"]);
    expect(bars?.points[3]?.paint?.ink).toBe("faint");
    expect(textsOf(bars?.labels ?? [])).toEqual(["31%", "24%", "16%", "14%", "9%", "6%"]);
  });

  test("Other stays last even where it is the largest", () => {
    const chart: Chart = {
      id: "x",
      kind: "bar",
      message: "M",
      data: [
        { label: "Other", value: 9 },
        { label: "A", value: 1 },
        { label: "B", value: 2 },
      ],
    };
    expect(
      planeOf(lowerChart(chart, contextFor(contractBundle()))).categories.map((each) => each.label),
    ).toEqual(["B", "A", "Other"]);
    const kept = lowerChart({ ...chart, order: "given" }, contextFor(contractBundle()));
    expect(planeOf(kept).categories.map((each) => each.label)).toEqual(["Other", "A", "B"]);
  });

  test("a second series steps back and both have a key", () => {
    const model = contractChart("pilot");
    expect(model.legend.map((entry) => entry.name)).toEqual(["Answered", "Control"]);
    expect(allSeries(model).map((series) => series.paint.ink)).toEqual(["accent", "faint"]);
  });

  test("forecasts are hatched, the growth arrow spans actual values, the target has words", () => {
    const model = contractChart("revenue-trend");
    const bars = seriesOf(model, "actual");
    expect(bars.points[3]?.paint?.pattern).toBe("hatch");
    expect(textsOf(bars.labels)).toEqual(["168.2", "171.9", "175.4", "179.1"]);
    expect(textsOf(seriesOf(model, "target").labels)).toEqual(["Target EUR 186.3 million by 2027"]);
    expect(model.overlays).toMatchObject([{ type: "arrow", style: "growth", from: { c: 0 }, to: { c: 2 } }]);
    expect(bars.format.code).toBe('#,##0.0,,;"−"#,##0.0,,');
  });

  test("the difference of percentages is in points", () => {
    const chart: Chart = {
      id: "x",
      kind: "column",
      message: "M",
      unit: "%",
      decimals: 1,
      show: ["difference"],
      data: [
        { label: "A", value: 14.9 },
        { label: "B", value: 13.5 },
      ],
    };
    expect(lowerChart(chart, contextFor(contractBundle())).overlays).toMatchObject([{ text: "−1.4 points" }]);
  });

  test("zero is zero and missing is missing", () => {
    const chart: Chart = {
      id: "x",
      kind: "column",
      message: "M",
      data: [{ label: "A", value: 0 }, { label: "B", value: null }, { label: "C" }],
    };
    const [bars] = allSeries(lowerChart(chart, contextFor(contractBundle())));
    expect(bars?.values).toEqual([0, null, null]);
    expect(bars?.labels.map((label) => label?.text ?? null)).toEqual(["0", null, null]);
  });
});
