import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadLabels } from "../../src/charts/fit/series-labels.ts";
import { thinTicks } from "../../src/charts/fit/ticks.ts";
import { wrap } from "../../src/charts/fit/wrap.ts";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { lowerSensitivity } from "../../src/charts/index.ts";
import type { Bundle, Chart } from "../../src/model/bundle/index.ts";
import { expectClear, expectSound, LABEL } from "./clear.ts";
import {
  bundleOf,
  contextFor,
  contractBundle,
  contractChart,
  lowerChart,
  measure,
  textsOf,
} from "./fixture.ts";

const SIZES = [
  { width: 560, height: 300 },
  { width: 340, height: 200 },
  { width: 250, height: 150 },
];
const setting = { measure, size: LABEL };

const CONTRACT = ["churn-trend", "causes", "pilot", "bridge", "same-day-trend", "revenue-trend"];

describe.each(CONTRACT)("%s", (id) => {
  test.each(SIZES)("at $width x $height: no text covers another, all stay inside", (size) => {
    const model = contractChart(id);
    expectClear(model, size);
    expectSound(fitChart(model, size, measure, LABEL));
  });
});

describe("any data", () => {
  const context = contextFor(contractBundle());
  const value = fc.option(
    fc.integer({ min: -2_000, max: 9_000 }).map((n) => n / 10),
    { nil: null, freq: 8 },
  );
  const name = fc.constantFrom(
    "A",
    "Second",
    "A longer name of a category",
    "Third one",
    "Incomprehensibilities",
  );
  // Two categories of one name are refused, so some names are numbered.
  const label = fc.oneof(
    name,
    fc.tuple(name, fc.integer({ min: 2, max: 30 })).map(([text, n]) => `${text} ${n}`),
  );
  const size = fc.record({
    width: fc.integer({ min: 240, max: 860 }),
    height: fc.integer({ min: 150, max: 380 }),
  });

  test("bars and columns never print one text over another", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("bar", "column"),
        fc.integer({ min: 1, max: 3 }),
        fc.uniqueArray(fc.tuple(label, fc.array(value, { minLength: 3, maxLength: 3 })), {
          minLength: 1,
          maxLength: 20,
          selector: ([text]) => text,
        }),
        fc.option(fc.integer({ min: -100, max: 900 }), { nil: undefined }),
        size,
        (kind, series, rows, target, at) => {
          fc.pre(rows.some(([, values]) => values.slice(0, series).some((each) => each !== null)));
          const chart: Chart = {
            id: "x",
            kind,
            message: "M",
            unit: "%",
            decimals: 1,
            series: Array.from({ length: series }, (_, n) => `Series ${n + 1}`),
            data: rows.map(([name, values]) => ({ label: name, values: values.slice(0, series) })),
            ...(target === undefined ? {} : { target }),
            show:
              series === 1 && rows.filter(([, values]) => values[0] !== null).length > 1 ? ["average"] : [],
          };
          // More bars than a slide has room for are refused; what is drawn is clear.
          fc.pre(kind === "column" || rows.length * Math.max(13, series * 9 + 4) < 300);
          expectClear(lowerChart(chart, context), at);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a small bridge keeps the number of a result just below zero, above its bar", () => {
    const chart: Chart = {
      id: "x",
      kind: "waterfall",
      message: "M",
      unit: "points",
      decimals: 1,
      data: [
        { label: "Revenue", value: 11.8, total: true },
        { label: "Materials", value: -9.5 },
        { label: "The lab", value: -2.6 },
        { label: "Result", value: -0.3, total: true },
      ],
    };
    const placed = fitChart(lowerChart(chart, context), { width: 340, height: 110 }, measure, LABEL);
    const labels = placed.layers.flatMap((layer) =>
      layer.type === "bars" ? layer.series.map((each) => each.labels[3] ?? null) : [],
    );
    expect(labels.flatMap((l) => (l === null ? [] : [[l.text, l.at]]))).toEqual([["−0.3", "above"]]);
  });

  test("the words of an event that are wider than the chart end in …", () => {
    const text = "Whoever reads this before the meeting finds every word of it where it belongs. ".repeat(2);
    const values = [1, 2, 3].map((value, n) => ({ period: `2026-0${n + 1}`, value }));
    const metrics = [{ id: "m", name: "A metric", unit: "tickets", values }] as NonNullable<
      Bundle["metrics"]
    >;
    const chart: Chart = {
      id: "x",
      kind: "line",
      message: "M",
      metrics: ["m"],
      marks: [{ at: "2026-02", text }],
    };
    const model = lowerChart(chart, contextFor(bundleOf(metrics)));
    const at = { width: 400, height: 220 };
    expectClear(model, at);
    const shown = fitChart(model, at, measure, LABEL).marks.flatMap((mark) =>
      mark.type === "text" && mark.part === "annotation" ? mark.lines : [],
    );
    expect(shown.some((line) => /^Whoever .*…$/u.test(line))).toBe(true);
  });

  const quarters = ["Q1", "Q2", "Q3", "Q4"];
  const numbered = (kind: "column" | "area", more: object): Chart => ({
    id: "x",
    kind,
    message: "M",
    unit: "%",
    decimals: 0,
    series: ["One"],
    data: quarters.map((name, n) => ({ label: name, values: [40 - 5 * n] })),
    ...more,
  });

  test("the line of an event ends over the bar and its number, which it would strike through", () => {
    const chart = numbered("column", { marks: [{ at: "Q3", text: "Event" }] });
    const placed = fitChart(lowerChart(chart, context), { width: 400, height: 240 }, measure, LABEL);
    const upright = placed.marks.flatMap((mark) =>
      mark.type === "line" && mark.part === "annotation" ? [mark.spots] : [],
    );
    expect(upright).toHaveLength(1);
    // The bar of 30% on an axis to 40% ends above the middle of the plot.
    expect(upright[0]?.[0]?.x).toBe(upright[0]?.[1]?.x);
    expect(upright[0]?.[1]?.y).toBeLessThan((placed.plot.y + placed.plot.h / 2) * placed.height);
  });

  test("a marimekko column too thin for a letter goes without its name", () => {
    const chart: Chart = {
      id: "x",
      kind: "marimekko",
      message: "M",
      unit: "tickets",
      series: ["One", "Two"],
      data: quarters.map((name, n) => ({ label: `Category ${name}`, values: n === 0 ? [1e9, 1e9] : [9, 8] })),
    };
    const placed = fitChart(lowerChart(chart, context), { width: 560, height: 300 }, measure, LABEL);
    const names = placed.categoryLabels.flatMap((lines) => (lines === null ? [] : [lines]));
    expect(names).toHaveLength(1);
    expect(names.flat()).not.toContain("…");
  });

  test("the last number of an area stands between the plot and a difference arrow", () => {
    const chart = numbered("area", { compare: { from: "Q1", to: "Q4" }, show: ["difference"] });
    const placed = fitChart(lowerChart(chart, context), { width: 400, height: 240 }, measure, LABEL);
    const last = placed.layers.flatMap((layer) =>
      layer.type === "lines" ? layer.series.flatMap(({ labels }) => labels.at(-1) ?? []) : [],
    );
    expect(last.map(({ text, at }) => [text, at])).toEqual([["25%", "right"]]);
  });

  test("lines with events, targets and forecasts never print one text over another", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 40 }),
        fc.nat(39),
        size,
        (lines, rows, forecast, at) => {
          const month = (n: number): string =>
            `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
          const metrics = Array.from({ length: lines }, (_, m) => ({
            id: `m${m}`,
            name: `A metric with a name ${m}`,
            unit: "tickets",
            decimals: 1,
            values: rows.map((row, n) => ({
              period: month(n),
              value: row[m] ?? null,
              ...(n >= forecast ? { kind: "forecast" } : {}),
            })),
            target: { value: 400, by: "2027-12" },
          })) as NonNullable<Bundle["metrics"]>;
          fc.pre(metrics.every((_metric, m) => rows.filter((row) => row[m] !== null).length > 1));
          const marks = [0, 1].flatMap((n) =>
            n < rows.length ? [{ at: month(n), text: `Event ${n} here` }] : [],
          );
          const chart: Chart = {
            id: "x",
            kind: "line",
            message: "M",
            metrics: metrics.map((metric) => metric.id),
            marks,
          };
          expectClear(lowerChart(chart, contextFor(bundleOf(metrics))), at);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("waterfalls sum, and never print one text over another", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -9_000, max: 9_000 }),
        size,
        (steps, start, at) => {
          const data = [
            { label: "Start", value: start / 10, total: true },
            ...steps.map((step, n) => ({ label: `Step ${n}`, value: step / 10 })),
            { label: "End", total: true },
          ];
          const model = lowerChart({ id: "x", kind: "waterfall", message: "M", decimals: 1, data }, context);
          const total = [start, ...steps].reduce((sum, step) => sum + step, 0);
          expect(model.columns?.[0]?.values.at(-1)).toBe(total / 10 + 0);
          expectClear(model, at);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("remedies", () => {
  const context = contextFor(contractBundle());
  test("numbers that a target would strike through move inside their bars, in a colour that can be read", () => {
    for (const size of [...SIZES, { width: 652, height: 339 }]) {
      const placed = fitChart(contractChart("revenue-trend"), size, measure, LABEL);
      const [bars] = placed.layers;
      if (bars?.type !== "bars") throw new Error("no bars");
      expect(bars.series[0]?.labels.map((label) => [label?.at, label?.ink])).toEqual([
        ["insideEnd", "paper"],
        ["insideEnd", "paper"],
        ["insideEnd", "paper"],
        ["insideEnd", "ink"],
      ]);
    }
  });

  test("where columns are too many for their numbers, the axis carries them", () => {
    const data = Array.from({ length: 60 }, (_, n) => ({ label: `${1960 + n}`, value: 1_000 + n * 37 }));
    const model = lowerChart({ id: "x", kind: "column", message: "M", data }, context);
    const placed = fitChart(model, { width: 500, height: 220 }, measure, LABEL);
    if (model.coordinates.type !== "category" || placed.coordinates.type !== "category")
      throw new Error("no categories");
    expect(model.coordinates.value.visible).toBe(false);
    expect(placed.coordinates.value.visible).toBe(true);
    const { min, max, major, ticks } = placed.coordinates.value;
    expect(ticks).toHaveLength(Math.round((max - min) / major) + 1);
  });

  test("tornado labels go onto two lines, then give way to their brief forms, where the bars would become too short", () => {
    const { investment } = context.figures;
    if (investment === undefined) throw new Error("no investment");
    const model = lowerSensitivity(investment, context);
    const texts = (width: number): readonly string[] => {
      const [bars] = fitChart(model, { width, height: 220 }, measure, LABEL).layers;
      return bars?.type === "bars" ? bars.series.flatMap((series) => textsOf(series.labels)) : [];
    };
    expect(texts(700)).toContain("342 (Half a year late)");
    expect(texts(300)).toContain("342\nHalf a year late");
    expect(texts(130)).toContain("342");
  });
});

describe("labels of categories", () => {
  test("months are thinned out evenly, never turned, and each year is named once", () => {
    const placed = fitChart(contractChart("same-day-trend"), { width: 300, height: 180 }, measure, LABEL);
    const shown = placed.categoryLabels.flatMap((lines, n) => (lines === null ? [] : [n]));
    const steps = new Set(shown.slice(1).map((n, i) => n - (shown[i] ?? 0)));
    expect(steps.size).toBe(1);
    expect(placed.categoryLabels.flatMap((lines) => lines?.[1] ?? [])).toEqual(["2025", "2026"]);
  });

  test("names break into lines and end in … only when four do not do", () => {
    expect(wrap("Price change, late effect", 50, 4, setting)).toEqual(["Price", "change,", "late effect"]);
    expect(wrap("Incomprehensibilities", 40, 2, setting).at(-1)).toMatch(/…$/u);
    for (const line of wrap("Some rather long name of a category", 50, 4, setting))
      expect(measure(line, LABEL, false)).toBeLessThanOrEqual(50);
  });

  test("the column of a bar chart's names takes at most 40% of the width", () => {
    const data = [
      {
        label: "An extraordinarily long name of a category that nobody should write but somebody will",
        value: 1,
      },
      { label: "B", value: 2 },
    ];
    const model = lowerChart({ id: "x", kind: "bar", message: "M", data }, contextFor(contractBundle()));
    const placed = fitChart(model, { width: 400, height: 200 }, measure, LABEL);
    expect(placed.plot.x).toBeLessThanOrEqual(0.4);
  });
});

describe("parts", () => {
  test("spread keeps order and distance, and stays in its bounds when it can", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 280 }), { minLength: 1, maxLength: 12 }), (tops) => {
        const items = tops.toSorted((a, b) => a - b).map((top) => ({ top, h: 20 }));
        const placed = spreadLabels(items, 0, 300);
        placed.forEach((top, n) => {
          expect(top).toBeGreaterThanOrEqual(-1e-6);
          expect(top + 20).toBeLessThanOrEqual(300 + 1e-6);
          if (n > 0) expect(top - (placed[n - 1] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-6);
        });
      }),
    );
  });

  test("thinned ticks keep both ends and zero", () => {
    const ticks = Array.from({ length: 13 }, (_, n) => ({
      value: (n - 4) * 10,
      label: String((n - 4) * 10),
    }));
    const axis = {
      min: -40,
      max: 80,
      major: 10,
      ticks,
      format: { code: "0" },
      visible: true,
      gridlines: true,
    };
    const thinned = thinTicks(axis, 100, 20);
    expect(thinned.ticks.map((tick) => tick.value)).toEqual([-40, 0, 40, 80]);
    expect(thinned.major).toBe(40);
  });

  test("the same input gives the same chart", () => {
    const once = fitChart(contractChart("churn-trend"), { width: 500, height: 280 }, measure, LABEL);
    expect(fitChart(contractChart("churn-trend"), { width: 500, height: 280 }, measure, LABEL)).toEqual(once);
  });

  test("more categories need more room", () => {
    const data = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `C${n}`, value: n }));
    const model = (kind: string, count: number) =>
      lowerChart({ id: "x", kind, message: "M", data: data(count) }, contextFor(contractBundle()));
    expect(minimumSize(model("bar", 24)).height).toBeGreaterThan(minimumSize(model("bar", 5)).height);
    expect(minimumSize(model("column", 18)).width).toBeGreaterThan(minimumSize(model("column", 5)).width);
  });
});

describe("the title of an axis", () => {
  const combo = (name: string): Chart =>
    ({
      id: "x",
      kind: "combo",
      message: "It is so",
      unit: "tickets",
      series: ["Cases", name],
      line: { unit: "%" },
      data: ["2024", "2025", "2026"].map((label, n) => ({ label, values: [100 + n, 4 + n] })),
    }) as Chart;
  const titleOf = (name: string, size: { width: number; height: number }): string => {
    const { coordinates } = fitChart(lowerChart(combo(name), contextFor(bundleOf([]))), size, measure, LABEL);
    return coordinates.type === "category" ? (coordinates.secondary?.title ?? "") : "";
  };

  test.each(SIZES)("stays on one line at $width x $height, and is cut where it is longer", (size) => {
    for (let letters = 1; letters < 100; letters += 7) {
      const name = "Wa".repeat(letters);
      const title = titleOf(name, size);
      expect(measure(title, LABEL, false)).toBeLessThanOrEqual(size.height * 0.75);
      expect(title === `${name}, %` || (title.endsWith("…") && name.startsWith(title.slice(0, -1)))).toBe(
        true,
      );
    }
    expect(titleOf("Share", size)).toBe("Share, %");
    expect(titleOf("Wa".repeat(60), size)).toContain("…");
  });
});
