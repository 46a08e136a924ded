import { describe, expect, test } from "vitest";
import { plain } from "../../src/model/text.ts";
import {
  allSeries,
  bundleOf,
  contextFor,
  contractChart,
  lowerChart,
  planeOf,
  seriesOf,
  textsOf,
} from "./fixture.ts";

describe("line", () => {
  const model = contractChart("churn-trend");
  test("draws the forecast dashed from the last actual on, across periods without a value", () => {
    const actual = seriesOf(model, "actual");
    const forecast = seriesOf(model, "forecast");
    expect(actual.line?.dash).toBe("solid");
    expect(forecast.line?.dash).toBe("dash");
    expect(actual.values.slice(7, 9)).toEqual([14.9, null]);
    expect(forecast.values.slice(6)).toEqual([null, 14.9, 14.9, null, 14.2, null, 13.5]);
    const layer = model.layers.find((each) => each.type === "lines" && each.series.includes(forecast));
    expect(layer).toMatchObject({ missing: "span" });
  });

  test("opens the range band at the joining point, interpolates it, and lays it on the line before", () => {
    const low = seriesOf(model, "rangeLow");
    const width = seriesOf(model, "rangeWidth");
    expect(low.paint.pattern).toBe("none");
    // A gap counts as zero in a stacked area: its edge would rise from there across the chart.
    expect(low.values.slice(0, 7)).toEqual(seriesOf(model, "actual").values.slice(0, 7));
    expect(width.values.slice(0, 7)).toEqual(Array(7).fill(0));
    expect(low.values.slice(7)).toEqual([14.9, 14.6, 14.15, 13.7, 13.25, 12.8]);
    expect(width.values[7]).toBe(0);
    expect(width.values.at(-1)).toBe(1.5);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["once a week", ["2026-08-31", "2026-09-07", "2026-09-14"], []],
    ["once a week but once", ["2026-08-31", "2026-09-07", "2026-09-21", "2026-09-28"], ["2026-09-14"]],
    ["every second week", ["2026-W30", "2026-W32", "2026-W34"], []],
    ["every day but one", ["2026-09-01", "2026-09-02", "2026-09-04"], ["2026-09-03"]],
  ])("misses nothing between values that were read %s", (_, periods, missing) => {
    const bundle = bundleOf([
      {
        ...{ id: "m", name: "Losses", unit: "%" },
        values: periods.map((period, n) => ({ period, value: 10 - n })),
      },
    ]);
    const drawn = lowerChart({ id: "x", kind: "line", message: "M", metrics: ["m"] }, contextFor(bundle));
    const { values } = seriesOf(drawn, "actual");
    expect(values).toHaveLength(periods.length + missing.length);
    const labels = planeOf(drawn).categories.map(({ label }) => label);
    expect(labels.filter((_label, n) => values[n] === null)).toHaveLength(missing.length);
    expect(plain(drawn.caption).includes("no data")).toBe(missing.length > 0);
  });

  test("of several, says every value over its point where all are asked for, and the last beside the name", () => {
    const several = lowerChart(
      {
        ...{ id: "x", kind: "line", message: "M", unit: "visits", show: ["values"] },
        series: ["North", "South"],
        data: [
          { label: "Q1", values: [12, 9] },
          { label: "Q2", values: [15, null] },
          { label: "Q3", values: [11, 14] },
        ],
      },
      contextFor(bundleOf([])),
    );
    const [north, south] = allSeries(several);
    expect(north?.labels.map((each) => each?.text ?? null)).toEqual(["12", "15", null]);
    expect(south?.labels.map((each) => each?.text ?? null)).toEqual(["9", null, null]);
    expect(north?.labels[0]).toMatchObject({ at: "above" });
  });

  const ranges = (given: readonly (readonly [number | null, "actual" | "forecast", boolean])[]) => {
    const values = given.map(([value, kind, ranged], n) => ({
      period: `2026-${String(n + 1).padStart(2, "0")}`,
      value,
      kind,
      ...(ranged && value !== null ? { low: value - 30, high: value + 20 } : {}),
    }));
    const bundle = bundleOf([{ id: "m", name: "Visits", unit: "visits", values }]);
    return lowerChart({ id: "x", kind: "line", message: "M", metrics: ["m"] }, contextFor(bundle));
  };
  const bare = (value: number) => [value, "forecast", false] as const;
  const ranged = (value: number) => [value, "forecast", true] as const;
  const actual = (value: number) => [value, "actual", false] as const;

  test.each([
    ["ends before the last value", [actual(10), ranged(12), ranged(14), bare(16)]],
    ["begins after the first value", [actual(10), bare(12), ranged(14), ranged(16)]],
    ["lacks a value between two", [actual(10), ranged(12), bare(14), ranged(16)]],
    ["begins with nothing before it", [[null, "forecast", false], ranged(12), ranged(14)] as const],
    ["crosses zero", [actual(-10), ranged(10), bare(20)]],
  ])("draws a range that %s as error bars, since areas know no gaps", (_, given) => {
    const drawn = ranges(given);
    expect(drawn.layers.map(({ type }) => type)).not.toContain("areas");
    const { errorBars } = seriesOf(drawn, "forecast");
    expect(errorBars?.low).toEqual(given.map(([value, , own]) => (own ? Number(value) - 30 : null)));
    expect(errorBars?.high).toEqual(given.map(([value, , own]) => (own ? Number(value) + 20 : null)));
    expect(plain(drawn.caption)).toContain("thin lines: range from low to high");
    expect(plain(drawn.caption)).not.toContain("shaded");
    const { min, max } = planeOf(drawn).value;
    const ends = [...(errorBars?.low ?? []), ...(errorBars?.high ?? [])].flatMap((end) => end ?? []);
    expect(min).toBeLessThanOrEqual(Math.min(...ends));
    expect(max).toBeGreaterThanOrEqual(Math.max(...ends));
  });

  test.each([
    ["from the joining point on", [actual(10), ranged(12), ranged(14)]],
    ["from the first category on", [ranged(12), ranged(14)]],
    [
      "across a value that is missing",
      [actual(10), ranged(12), [null, "forecast", false], ranged(14)] as const,
    ],
  ])("draws whole ranges %s as a band", (_, given) => {
    const drawn = ranges(given);
    expect(seriesOf(drawn, "rangeWidth").values).not.toContain(null);
    expect(seriesOf(drawn, "forecast").errorBars).toBeUndefined();
  });

  test("labels first, last, lowest, target and the end of the forecast; no key", () => {
    expect(textsOf(seriesOf(model, "actual").labels)).toEqual(["17.8%", "14.2%", "14.9%"]);
    expect(textsOf(seriesOf(model, "forecast").labels)).toEqual(["13.5%"]);
    expect(textsOf(seriesOf(model, "target").labels)).toEqual(["Target 12.0% by Q4 2027"]);
    expect(model.legend).toEqual([]);
  });

  test("marks a day or a month within a period of its axis", () => {
    const metric = {
      id: "m",
      name: "Visits",
      unit: "visits",
      values: ["2026-Q1", "2026-Q2", "2026-Q3"].map((period, n) => ({ period, value: n + 1 })),
    };
    const marks = ["2026-05", "2026-08-31", "2026-04-01", "2026-03-31"].map((at) => ({ at, text: "Moved" }));
    const drawn = lowerChart(
      { id: "x", kind: "line", message: "M", metrics: ["m"], marks },
      contextFor(bundleOf([metric])),
    );
    const events = drawn.overlays.flatMap((one) => (one.type === "event" ? [one.c] : []));
    expect(events).toEqual([1, 2, 1, 0]);
  });

  test("names years once under their first quarter, and marks the event", () => {
    expect(planeOf(model).categories.slice(0, 3)).toMatchObject([
      { label: "Q4", group: "2024" },
      { label: "Q1", group: "2025" },
      { label: "Q2" },
    ]);
    expect(planeOf(model).categories[2]?.group).toBeUndefined();
    expect(model.overlays).toEqual([
      { type: "event", c: 6, text: "Price change", ink: "muted", from: ["charts", 0, "marks", 0] },
      { type: "ground", from: 8, to: 12, text: "Forecast", ink: "wash" },
    ]);
  });

  test("says what the notation means in the caption", () => {
    expect(plain(model.caption)).toBe(
      "Annual churn, %, Q4 2024 to Q4 2027; dashed: forecast; shaded: its range",
    );
  });

  test("leaves a gap in the data a gap", () => {
    const trend = contractChart("same-day-trend");
    const layer = trend.layers.find(
      (each) => each.type === "lines" && each.series.some((series) => series.role === "actual"),
    );
    expect(layer).toMatchObject({ missing: "gap" });
    expect(seriesOf(trend, "actual").values[7]).toBeNull();
  });

  test("names several lines at their ends", () => {
    const metrics = ["A", "B"].map((name, n) => ({
      id: name,
      name,
      unit: "%",
      values: [
        { period: "2025", value: n + 1 },
        { period: "2026", value: n + 2 },
      ],
    }));
    const many = lowerChart(
      { id: "x", kind: "line", message: "M", metrics: ["A", "B"] },
      contextFor(bundleOf(metrics)),
    );
    expect(many.overlays).toMatchObject([
      { type: "end", text: "A", value: "2%" },
      { type: "end", text: "B", value: "3%" },
    ]);
    expect(many.legend).toEqual([]);
  });
});
