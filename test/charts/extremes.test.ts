import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import type { ChartKindName } from "../../src/charts/index.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { Exhibit, Series } from "../../src/model/chart.ts";
import { plain } from "../../src/model/text.ts";
import { trials } from "../trials.ts";
import { expectClear, expectSound, LABEL } from "./clear.ts";
import { attempt, CHARTS, type Data, EXTREMES } from "./extremes.ts";
import { measure } from "./fixture.ts";

const seriesOf = (exhibit: Exhibit): readonly Series[] =>
  exhibit.type !== "chart"
    ? []
    : exhibit.layers.flatMap((layer) =>
        layer.type === "points" ? [] : layer.type === "ring" ? [layer.series] : layer.series,
      );

describe.each(Object.keys(CHARTS) as ChartKindName[])("%s", (kind) => {
  test.each(Object.entries(EXTREMES))("%s: legible, or refused with what to do", (_name, data) => {
    const exhibit = attempt(CHARTS[kind](data));
    if (exhibit === "refused") return;
    for (const each of seriesOf(exhibit)) {
      expect(each.labels).toHaveLength(each.values.length);
      for (const value of each.values) expect(value === null || Number.isFinite(value)).toBe(true);
    }
    if (exhibit.type !== "chart") {
      if (exhibit.type === "tableExhibit")
        for (const row of exhibit.table.rows)
          expect(row.reduce((sum, cell) => sum + (cell.span ?? 1), 0)).toBe(exhibit.table.head.length);
      return;
    }
    expect(exhibit.alt).not.toMatch(/undefined|NaN|Infinity|\{\{/u);
    const least = minimumSize(exhibit);
    for (const wanted of [
      { width: 620, height: 330 },
      { width: 400, height: 220 },
    ]) {
      const size = {
        width: Math.max(wanted.width, Math.min(860, least.width)),
        height: Math.max(wanted.height, least.height),
      };
      expectClear(exhibit, size);
      expectSound(fitChart(exhibit, size, measure, LABEL));
    }
  });
});

/** What each kind must take, so that the tests above cannot pass by refusing everything. */
const DRAWN: readonly (readonly [ChartKindName, keyof typeof EXTREMES])[] = [
  ["stacked", "mixed signs"],
  ["stacked", "labels of 60 characters"],
  ["stacked100", "Japanese"],
  ["stacked100", "1e12"],
  ["area", "60 categories of two series"],
  ["area", "all zero"],
  ["combo", "missing values"],
  ["combo", "mixed signs"],
  ["bullet", "Arabic"],
  ["slope", "two points"],
  ["slope", "labels of 60 characters"],
  ["funnel", "labels of 60 characters"],
  ["funnel", "one huge outlier"],
  ["scatter", "60 categories"],
  ["bubble", "one huge outlier"],
  ["marimekko", "one huge outlier"],
  ["heatmap", "12 series"],
  ["heatmap", "missing values"],
  ["scorecard", "1e-9"],
  ["doughnut", "one point"],
  ["doughnut", "two points"],
  ["sparkline", "60 categories"],
];
test.each(DRAWN)("%s takes %s", (kind, name) => {
  const data = EXTREMES[name];
  if (data === undefined) throw new Error(`no ${name}`);
  expect(attempt(CHARTS[kind](data))).not.toBe("refused");
});

const REFUSED: readonly (readonly [ChartKindName, keyof typeof EXTREMES])[] = [
  ["stacked", "12 series"],
  ["stacked", "60 categories of two series"],
  ["bar", "60 categories"],
  ["bar", "12 series"],
  ["tornado", "60 categories"],
  ["stacked100", "all negative"],
  ["stacked100", "all zero"],
  ["area", "one point"],
  ["area", "mixed signs"],
  ["area", "missing values"],
  ["doughnut", "60 categories"],
  ["doughnut", "all zero"],
  ["funnel", "mixed signs"],
  ["funnel", "one point"],
  ["slope", "12 series"],
  ["bubble", "all zero"],
  ["marimekko", "60 categories"],
  ["bullet", "all negative"],
];
test.each(REFUSED)("%s refuses %s", (kind, name) => {
  const data = EXTREMES[name];
  if (data === undefined) throw new Error(`no ${name}`);
  expect(attempt(CHARTS[kind](data))).toBe("refused");
});

describe("any data", () => {
  const value = fc.option(
    fc.integer({ min: -2_000, max: 9_000 }).map((n) => n / 10),
    { nil: null, freq: 9 },
  );
  const label = fc.constantFrom(
    "A",
    "Second",
    "A longer name of a category",
    "Third one",
    "Incomprehensibilities",
  );
  const size = fc.record({
    width: fc.integer({ min: 300, max: 860 }),
    height: fc.integer({ min: 180, max: 380 }),
  });
  const kinds = Object.keys(CHARTS).filter((kind) => kind !== "gantt") as ChartKindName[];

  test("no kind prints one text over another, or outside", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.tuple(label, fc.array(value, { minLength: 5, maxLength: 5 })), {
          minLength: 1,
          maxLength: 14,
        }),
        fc.boolean(),
        size,
        (kind, series, rows, positive, at) => {
          const data: Data = {
            labels: rows.map(([name], n) => `${name} ${n}`),
            rows: rows.map(([, values]) =>
              values.slice(0, series).map((each) => (positive ? Math.abs(each ?? 1) : each)),
            ),
          };
          const sorted =
            kind === "funnel"
              ? { ...data, rows: data.rows.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0)) }
              : data;
          const exhibit = attempt(CHARTS[kind](sorted));
          if (exhibit === "refused" || exhibit.type !== "chart") return;
          const least = minimumSize(exhibit);
          expectClear(exhibit, { width: at.width, height: Math.max(at.height, least.height) });
        },
      ),
      { numRuns: trials(600) },
    );
  });
});

describe("above a chart of which nothing says what it measures", () => {
  const three: Data = {
    labels: ["2024", "2025", "2026"],
    rows: [
      [60, 30],
      [50, 20],
      [40, 10],
    ],
  };
  const kinds = Object.keys(CHARTS) as ChartKindName[];

  test.each(kinds)("%s: no unit stands alone", (kind) => {
    for (const unit of ["%", "EUR", "tickets"]) {
      const exhibit = attempt({ ...CHARTS[kind](three), unit } as Chart);
      if (exhibit === "refused" || exhibit.type !== "chart" || exhibit.coordinates.type === "number")
        continue;
      expect(plain(exhibit.caption)).not.toMatch(new RegExp(`^${unit}(?:$|[,;])`));
      if (unit === "EUR" && kind !== "combo") expect(plain(exhibit.caption)).toContain("in EUR");
    }
  });
});
