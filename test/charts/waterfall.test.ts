import { describe, expect, test } from "vitest";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import {
  allSeries,
  contextFor,
  contractBundle,
  contractChart,
  lowerAny,
  lowerChart,
  planeOf,
  seriesOf,
  textsOf,
} from "./fixture.ts";

describe("waterfall", () => {
  const model = contractChart("bridge");
  test("computes the end exactly and keeps true values beside the drawn ones", () => {
    expect(model.columns?.[0]?.values).toEqual([14.9, -0.9, -0.3, -0.2, 0.4, -0.4, 13.5]);
    expect(seriesOf(model, "total").values).toEqual([14.9, null, null, null, null, null, 13.5]);
    expect(seriesOf(model, "decrease").values).toEqual([null, 0.9, 0.3, 0.2, null, 0.4, null]);
    expect(seriesOf(model, "base").values).toEqual([null, 14, 13.7, 13.5, 13.5, 13.5, null]);
    expect(seriesOf(model, "base").paint.pattern).toBe("none");
  });

  test("writes steps with their sign and joins neighbours", () => {
    expect(textsOf(seriesOf(model, "decrease").labels)).toEqual(["−0.9", "−0.3", "−0.2", "−0.4"]);
    expect(textsOf(seriesOf(model, "increase").labels)).toEqual(["+0.4"]);
    const bars = model.layers[0];
    expect(bars?.type === "bars" && bars.connectors?.map(({ value }) => value)).toEqual([
      14.9, 14, 13.7, 13.5, 13.9, 13.5,
    ]);
  });

  test("cuts the axis where steps would be too small to see, marks the totals and says so", () => {
    expect(planeOf(model).value.min).toBe(12);
    expect(model.overlays).toEqual([
      { type: "break", c: 0 },
      { type: "break", c: 6 },
    ]);
    expect(plain(model.caption)).toContain("axis starts at 12%");
    expect(model.alt).toContain("The axis starts at 12%, not at zero.");
  });

  test("opens its caption with a capital where nothing says what is measured", () => {
    const data = [
      { label: "Start", value: 3, total: true },
      { label: "Step", value: 1 },
      { label: "End", total: true },
    ];
    const chart = { id: "w", kind: "waterfall", message: "It grows", valueKind: "forecast", data };
    const caption = (more: object) =>
      plain(lowerChart({ ...chart, ...more } as unknown as Chart, contextFor(contractBundle())).caption);
    expect(caption({})).toBe("Forecast");
    expect(caption({ measure: "eNPS" })).toBe("eNPS; forecast");
  });

  test("starts at zero where a step is nothing but what binary arithmetic leaves over", () => {
    const data = [
      { label: "Start", value: 100, total: true },
      { label: "Step", value: 0.1 + 0.2 - 0.3 },
      { label: "End", total: true },
    ];
    const chart = { id: "w", kind: "waterfall", message: "Nothing changed", data } as const;
    const drawn = lowerChart(chart as unknown as Chart, contextFor(contractBundle()));
    expect(planeOf(drawn).value.min).toBe(0);
  });

  test("starts at zero where steps can be seen, and crosses it", () => {
    const data = [
      { label: "Start", value: 100, total: true },
      { label: "Down", value: -150 },
      { label: "Up", value: 30 },
      { label: "End", total: true },
    ];
    const crossing = lowerChart(
      { id: "x", kind: "waterfall", message: "M", better: "higher", data },
      contextFor(contractBundle()),
    );
    expect(planeOf(crossing).value.min).toBeLessThanOrEqual(-50);
    expect(crossing.overlays).toEqual([]);
    const [base, total, up, down, below] = allSeries(crossing);
    expect(base?.values).toEqual([null, null, -20, null]);
    expect(total?.values).toEqual([100, null, null, -20]);
    expect(up?.values).toEqual([null, null, -30, null]);
    expect(up?.paint.ink).toBe("good");
    expect(down?.values).toEqual([null, 100, null, null]);
    expect(down?.paint.ink).toBe("bad");
    expect(below?.values).toEqual([null, -50, null, null]);
    // A step in two parts is said by none of them, but by its signed size; else by the parts.
    expect([total, up, down, below].map((each) => each?.silent)).toEqual([true, true, true, true]);
    expect(crossing.columns?.map(({ silent }) => silent)).toEqual([false]);
    expect(allSeries(model).some(({ silent }) => silent)).toBe(false);
    expect(model.columns?.map(({ silent }) => silent)).toEqual([true]);
  });

  test("refuses a total that its steps do not sum to", () => {
    const data = [
      { label: "Start", value: 10, total: true },
      { label: "Down", value: -1 },
      { label: "End", value: 8, total: true },
    ];
    expect(() =>
      lowerAny({ id: "x", kind: "waterfall", message: "M", data }, contextFor(contractBundle())),
    ).toThrow(/is 8, but the steps before it add up to 9/u);
  });
});
