import { describe, expect, test } from "vitest";
import { ChartOfKind, chartContext } from "../../src/charts/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import {
  allSeries,
  contextFor,
  contractBundle,
  contractChart,
  layersWithSeries,
  lowerAny,
  lowerChart,
  planeOf,
} from "./fixture.ts";

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
  test("two of one name are refused where nothing tells them apart, and may not be pointed at elsewhere", () => {
    const twice = [
      { label: "Q1", value: 3 },
      { label: "Q2", value: 2 },
      { label: "Q1", value: 1 },
    ];
    for (const kind of ["bar", "doughnut", "funnel", "heatmap", "bullet", "scorecard"])
      refused({ id: "x", kind, message: "M", data: twice }, "chart/same-name");
    const pairs = twice.map(({ label }) => ({ label, values: [1, 2] }));
    for (const kind of ["slope", "marimekko"])
      refused({ id: "x", kind, message: "M", series: ["A", "B"], data: pairs }, "chart/same-name");
    refused({ id: "x", kind: "column", message: "M", series: ["A", "A"], data: pairs }, "chart/same-name");
    refused(
      { id: "x", kind: "column", message: "M", data: twice, callouts: [{ at: "Q1", text: "Here" }] },
      "chart/ambiguous",
    );
    const kept = lowerChart({ id: "x", kind: "column", message: "M", data: twice }, context);
    expect(planeOf(kept).categories).toHaveLength(3);
    expect(kept.alt).toContain("highest 3 (Q1 (1 of 2)), lowest 1 (Q1 (2 of 2))");
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
