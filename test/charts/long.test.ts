import { beforeAll, describe, expect, test } from "vitest";
import { fitChart } from "../../src/charts/fit.ts";
import type { Bundle, Chart } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import { all } from "../../src/ooxml/xml.ts";
import { expectClear, LABEL } from "./clear.ts";
import { bundleOf, contextFor, lowerAny, lowerChart, measure, planeOf } from "./fixture.ts";
import { type Gallery, readDeck } from "./gallery.ts";

type Values = { period: string; value: number | null }[];
const START = Date.UTC(2021, 4, 4);
const wave = (n: number): number => 100 + Math.round(200 * Math.sin(n / 9) + n) / 10;
const dayAt = (n: number): string => new Date(START + n * 86_400_000).toISOString().slice(0, 10);
const days = (count: number, keeps: (n: number) => boolean = () => true): Values =>
  Array.from({ length: count }, (_, n) => n)
    .filter(keeps)
    .map((n) => ({ period: dayAt(n), value: wave(n) }));
const weeks = (years: readonly number[], keeps: (n: number) => boolean = () => true): Values =>
  years
    .flatMap((year) => Array.from({ length: 52 }, (_, n) => `${year}-W${String(n + 1).padStart(2, "0")}`))
    .map((period, n) => ({ period, value: wave(n) }))
    .filter((_, n) => keeps(n));
const isWeekday = (n: number): boolean => ![0, 6].includes(new Date(START + n * 86_400_000).getUTCDay());

const SERIES: Readonly<Record<string, Values>> = {
  "92 days": days(92),
  "730 days": days(730),
  "2000 days": days(2_000),
  "104 weeks": weeks([2021, 2022]),
  "weeks with holes": weeks([2021, 2022], (n) => n < 30 || n > 49),
  "92 weekdays": days(92, isWeekday),
};
const bundle = (values: Values): Bundle =>
  bundleOf([{ id: "m", name: "Visits", unit: "visits", values } as never]);
const chart = (kind: string, more: object = {}): Chart =>
  ({ id: "x", kind, message: "It is so", metrics: ["m"], ...more }) as Chart;
const lowered = (values: Values, kind = "line", more: object = {}) =>
  lowerChart(chart(kind, more), contextFor(bundle(values)));

describe.each(Object.entries(SERIES))("a line over %s", (name, values) => {
  const model = lowered(values);
  const placed = fitChart(model, { width: 620, height: 330 }, measure, LABEL);
  const { categories } = planeOf(model);

  test("is drawn whole, with names that keep apart and to the calendar", () => {
    expectClear(model, placed);
    const shown = placed.categoryLabels.flatMap((lines, n) =>
      lines === null ? [] : [{ n, first: lines[0] }],
    );
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.length).toBeLessThan(20);
    if (name.endsWith("days")) {
      const starts = shown.map(({ n }) => new Date(START + n * 86_400_000));
      const mondays = starts.every((day) => day.getUTCDay() === 1);
      const months = starts.every((day) => day.getUTCDate() === 1);
      expect(mondays || months).toBe(true);
    }
    expect(categories.length).toBeGreaterThanOrEqual(values.length);
  });
});

test("bars and columns keep their sixty", () => {
  expect(() => lowerAny(chart("column"), contextFor(bundle(days(61))))).toThrow();
  expect(() => lowerAny(chart("bar"), contextFor(bundle(days(61))))).toThrow();
});

test("a hole stays a hole as wide as it lasted, and weekends of weekdays are none", () => {
  const holed = lowered(SERIES["weeks with holes"] ?? []);
  expect(planeOf(holed).categories).toHaveLength(104);
  expect(plain(holed.caption)).toContain("no data: week 31, 2021, week 32, 2021, week 33, 2021 and 17 more");
  const weekdays = lowered(SERIES["92 weekdays"] ?? []);
  expect(planeOf(weekdays).categories).toHaveLength(92);
  expect(plain(weekdays.caption)).not.toContain("no data");
  expect(weekdays.layers.map((layer) => layer.type === "lines" && layer.missing)).toEqual(["span"]);
  const dayless = lowered(days(92, (n) => isWeekday(n) && n !== 14));
  expect(plain(dayless.caption)).toContain(`no data: 18 May 2021`);
});

test("data with irregular days stand true to time", () => {
  const data = [0, 1, 10, 61].map((n) => ({ label: dayAt(n), value: n + 1 }));
  const { coordinates, layers } = lowerChart(
    { id: "x", kind: "line", message: "It is so", data } as Chart,
    contextFor(bundleOf([])),
  );
  expect(coordinates.type === "category" && coordinates.categories).toHaveLength(62);
  const values = layers.flatMap((layer) =>
    layer.type === "lines" ? layer.series.map((one) => one.values) : [],
  );
  expect([0, 1, 10, 61].map((n) => values[0]?.[n])).toEqual([1, 2, 11, 62]);
});

describe("in the deck, a line over two thousand days", () => {
  let deck: Gallery;
  beforeAll(async () => {
    const long = {
      title: "Long",
      why: { statement: "Because" },
      goals: [{ id: "goal", name: "Goal" }],
      quotes: [{ id: "quote", from: "nobody", text: "Words" }],
      stakeholders: [
        { id: "nobody", name: "N", role: "R", part: "informed", stance: "neutral", influence: 1 },
      ],
      metrics: [
        {
          id: "m",
          name: "Visits",
          unit: "visits",
          target: { value: 300 },
          values: days(2_000).map((each, n) =>
            n < 1_700
              ? each
              : { ...each, kind: "forecast", low: (each.value ?? 0) - 9, high: (each.value ?? 0) + 9 },
          ),
        },
      ],
      charts: [
        {
          ...chart("line", { show: ["target", "range"], marks: [{ at: dayAt(700), text: "Doors open" }] }),
          supports: ["goal"],
        },
      ],
    };
    deck = await readDeck(new TextEncoder().encode(JSON.stringify(long)));
  }, 60_000);

  test("has a date axis of days, on which each value stands at its date", () => {
    const [written] = deck.slideOf("x").charts;
    if (written === undefined) throw new Error("no chart was written");
    const axes = [...all(written.chart, "c:dateAx")];
    expect(axes).toHaveLength(1);
    const units = axes.flatMap((axis) =>
      [...all(axis, "c:baseTimeUnit")].map(({ attributes }) => attributes["val"]),
    );
    expect(units).toEqual(["days"]);
    const [categories] = [...all(written.chart, "c:cat")];
    if (categories === undefined) throw new Error("the chart has no categories");
    const [first] = [...all(categories, "c:v")];
    // 4 May 2021 as a serial number.
    expect(first?.children).toEqual(["44320"]);
    expect(written.workbook.length).toBeLessThan(200_000);
  });

  test("has its event, its target and the range of its forecast", () => {
    const placed = deck.charts.find(({ id }) => id === "x");
    const words = JSON.stringify(placed?.marks.filter(({ part }) => part === "annotation"));
    expect(words).toContain("Doors open");
    expect(JSON.stringify(placed?.layers)).toContain("Target 300");
    expect(placed?.layers.map(({ type }) => type)).toContain("areas");
    const event = placed?.marks.find((mark) => mark.type === "line" && mark.part === "annotation");
    if (placed === undefined || event?.type !== "line") throw new Error("no line of the event");
    const [from, to] = event.spots;
    expect(from?.x).toBe(to?.x);
    const share = (from?.x ?? 0) / placed.width - placed.plot.x;
    expect(share / placed.plot.w).toBeCloseTo(700 / 1_999, 3);
  });
});
