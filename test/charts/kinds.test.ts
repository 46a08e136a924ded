import { describe, expect, test } from "vitest";
import { ChartOfKind, chartContext, lowerPlan, lowerSensitivity } from "../../src/charts/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel, Layer, Series } from "../../src/model/chart.ts";
import { plain } from "../../src/model/text.ts";
import {
  bundleOf,
  contextFor,
  contractBundle,
  contractChart,
  lowerAny,
  lowerChart,
  textsOf,
} from "./fixture.ts";

type WithSeries = Extract<Layer, { series: readonly Series[] }>;
const layersWithSeries = (model: ChartModel): readonly WithSeries[] =>
  model.layers.filter(
    (layer): layer is WithSeries => layer.type === "bars" || layer.type === "lines" || layer.type === "areas",
  );
const allSeries = (model: ChartModel): readonly Series[] =>
  layersWithSeries(model).flatMap((layer) => layer.series);

function seriesOf(model: ChartModel, role: Series["role"]): Series {
  const found = allSeries(model).find((series) => series.role === role);
  if (found === undefined) throw new Error(`no ${role} in ${model.id}`);
  return found;
}

function planeOf(model: ChartModel) {
  if (model.plane.type !== "category") throw new Error("no categories");
  return model.plane;
}

const CONTRACT = ["churn-trend", "causes", "pilot", "bridge", "same-day-trend", "revenue-trend"];

describe.each(CONTRACT)("%s", (id) => {
  const model = contractChart(id);
  test("has a value or null per category in every series, and labels to match", () => {
    const count = planeOf(model).categories.length;
    for (const series of allSeries(model)) {
      expect(series.values).toHaveLength(count);
      expect(series.labels).toHaveLength(count);
    }
  });

  test("keeps every unstacked value within the axis", () => {
    const { min, max, major, ticks } = planeOf(model).value;
    for (const layer of layersWithSeries(model)) {
      if (layer.type !== "lines" && layer.grouping === "stacked") continue;
      for (const value of layer.series.flatMap((series) => series.values)) {
        if (value === null) continue;
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThanOrEqual(max);
      }
    }
    expect(Math.abs((max - min) / major - Math.round((max - min) / major))).toBeLessThan(1e-9);
    expect(ticks.length).toBe(Math.round((max - min) / major) + 1);
  });

  test("says its message and its extremes in its alt text", () => {
    expect(model.alt.startsWith(model.message)).toBe(true);
    expect(model.alt).not.toMatch(/undefined|\{\{/u.test(model.message) ? /undefined/u : /undefined|\{\{/u);
    expect(model.alt.length).toBeGreaterThan(model.message.length + 40);
  });
});

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

  test("starts the range band at the joining point and interpolates it", () => {
    const low = seriesOf(model, "rangeLow");
    const width = seriesOf(model, "rangeWidth");
    expect(low.paint.pattern).toBe("none");
    expect(low.values.slice(0, 7).every((value) => value === null)).toBe(true);
    expect(low.values.slice(7)).toEqual([14.9, 14.6, 14.15, 13.7, 13.25, 12.8]);
    expect(width.values[7]).toBe(0);
    expect(width.values.at(-1)).toBe(1.5);
  });

  test("labels first, last, lowest, target and the end of the forecast; no key", () => {
    expect(textsOf(seriesOf(model, "actual").labels)).toEqual(["17.8%", "14.2%", "14.9%"]);
    expect(textsOf(seriesOf(model, "forecast").labels)).toEqual(["13.5%"]);
    expect(textsOf(seriesOf(model, "target").labels)).toEqual(["Target 12.0% by Q4 2027"]);
    expect(model.key).toEqual([]);
  });

  test("names years once under their first quarter, and marks the event", () => {
    expect(planeOf(model).categories.slice(0, 3)).toMatchObject([
      { label: "Q4", group: "2024" },
      { label: "Q1", group: "2025" },
      { label: "Q2" },
    ]);
    expect(planeOf(model).categories[2]?.group).toBeUndefined();
    expect(model.overlays).toEqual([
      { type: "event", c: 6, text: "Price change", ink: "muted" },
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
    expect(many.key).toEqual([]);
  });
});

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
    expect(model.key.map((entry) => entry.name)).toEqual(["Answered", "Control"]);
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
  });

  test("refuses a total that its steps do not sum to", () => {
    const data = [
      { label: "Start", value: 10, total: true },
      { label: "Down", value: -1 },
      { label: "End", value: 8, total: true },
    ];
    expect(() =>
      lowerAny({ id: "x", kind: "waterfall", message: "M", data }, contextFor(contractBundle())),
    ).toThrow(/says 8, but the steps before it sum to 9/u);
  });
});

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
});

describe("gantt", () => {
  test("puts the plan on quarters with years above, today and the decision marked", () => {
    const bundle = contractBundle();
    if (bundle.plan === undefined) throw new Error("no plan");
    const names = new Map((bundle.stakeholders ?? []).map((each) => [each.id, each.name]));
    const timeline = lowerPlan(bundle.plan, contextFor(bundle), (id) => names.get(id) ?? "");
    expect([timeline.start, timeline.end]).toEqual(["2026-10-01", "2028-01-01"]);
    expect(timeline.ticks.map((tick) => tick.label)).toEqual(["Q4", "Q1", "Q2", "Q3", "Q4"]);
    expect(timeline.groups).toEqual([
      { start: "2026-10-01", end: "2027-01-01", label: "2026" },
      { start: "2027-01-01", end: "2028-01-01", label: "2027" },
    ]);
    expect(timeline.days.map(({ date, label }) => [date, label])).toEqual([
      ["2026-11-18", "Today, 18 November"],
      ["2026-12-05", "Decision, 5 December"],
    ]);
    expect(timeline.rows).toHaveLength(7);
    expect(
      timeline.rows.filter((row) => row.milestone?.gate === true).map((row) => plain(row.label)),
    ).toEqual(["Tranche two decision"]);
    expect(plain(timeline.rows[0]?.detail ?? [])).toBe("Petri Oksanen");
  });

  test("counts months where the plan is short", () => {
    const chart = {
      id: "x",
      kind: "gantt",
      message: "M",
      data: [
        { label: "A", start: "2027-01-11", end: "2027-03-12" },
        { label: "B", start: "2027-02-01" },
      ],
    } as unknown as Chart;
    const context = contextFor(contractBundle());
    const { date: _date, decision: _decision, ...undated } = context;
    const timeline = lowerAny(chart, undated);
    if (timeline.type !== "timeline") throw new Error("no timeline");
    expect(timeline.ticks.map((tick) => tick.label)).toEqual(["Jan", "Feb", "Mar"]);
    expect(timeline.rows[1]?.milestone?.date).toBe("2027-02-01");
  });
});

describe("limits", () => {
  const context = contextFor(contractBundle());
  const refused = (chart: Chart, code: string): void => {
    expect(() => lowerAny(chart, context)).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code, hint: expect.any(String) })] }),
    );
  };
  const data = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `C${n}`, value: n }));
  const months = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      label: `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`,
      value: 1 + n,
    }));
  test("60 categories draw, 61 are refused with advice", () => {
    expect(
      planeOf(lowerChart({ id: "x", kind: "column", message: "M", data: months(60) }, context)).categories,
    ).toHaveLength(60);
    refused({ id: "x", kind: "column", message: "M", data: months(61) }, "chart/too-many-categories");
  });
  test("names that cannot be left out are refused where they could not be read", () => {
    refused({ id: "x", kind: "column", message: "M", data: data(40) }, "chart/too-many-names");
    refused({ id: "x", kind: "bar", message: "M", data: data(40) }, "chart/too-many-categories");
    expect(planeOf(lowerChart({ id: "x", kind: "line", message: "M", data: data(40) }, context)).timed).toBe(
      true,
    );
  });
  test("no data, mixed units, wrong number of values, unknown marks", () => {
    refused({ id: "x", kind: "bar", message: "M" }, "chart/no-data");
    refused({ id: "x", kind: "line", message: "M", metrics: ["churn", "lead-time"] }, "chart/mixed-units");
    refused(
      { id: "x", kind: "bar", message: "M", series: ["A", "B"], data: [{ label: "C", values: [1] }] },
      "chart/value-count",
    );
    refused(
      { id: "x", kind: "line", message: "M", metrics: ["churn"], marks: [{ at: "2030-Q1", text: "?" }] },
      "chart/mark-not-found",
    );
  });
});

test("every kind's parsed type is a chart of the model", () => {
  const parsed = ChartOfKind.parse({
    id: "x",
    kind: "waterfall",
    message: "M",
    data: [
      { label: "A", value: 1, total: true },
      { label: "B", value: 1 },
    ],
  });
  const chart: Chart = parsed;
  expect(chart.kind).toBe("waterfall");
  expect(ChartOfKind.safeParse({ id: "x", kind: "pie", message: "M" }).success).toBe(false);
  expect(typeof chartContext).toBe("function");
});
