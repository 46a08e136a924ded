import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { writeChart } from "../../src/formats/pptx/chart/index.ts";
import { chartTable } from "../../src/formats/reading/chart-table.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import { all } from "../../src/ooxml/xml.ts";
import { cacheOf, child, one } from "../formats/pptx/chart/read-back.ts";
import { look } from "../layout/look.ts";
import { expectClear, LABEL } from "./clear.ts";
import {
  allSeries,
  bundleOf,
  contextFor,
  lowerChart,
  measure,
  planeOf,
  seriesOf,
  textsOf,
} from "./fixture.ts";

const context = contextFor(bundleOf([]));
type Pair = readonly [number | null, number | null];
const dumbbell = (rows: Readonly<Record<string, Pair>>, more: object = {}): Chart =>
  ({
    ...{ id: "x", kind: "dumbbell", message: "M", unit: "days", order: "given", series: ["2024", "2026"] },
    data: Object.entries(rows).map(([label, values]) => ({ label, values })),
    ...more,
  }) as unknown as Chart;
const place = (chart: Chart) =>
  fitChart(lowerChart(chart, context), { width: 620, height: 320 }, measure, LABEL);

const value = fc.option(
  fc.oneof(
    fc.integer({ min: -900, max: 9_000 }).map((n) => n / 10),
    fc.constantFrom(0, 7, 1e9, 1e-3),
  ),
  { nil: null, freq: 8 },
);
const rows = fc
  .dictionary(
    fc.constantFrom("A", "Pohjois-Pohjanmaan hyvinvointialue", "Second one", "D", "E", "F"),
    fc.tuple(value, value),
    { minKeys: 1 },
  )
  .filter((all) =>
    Object.values(all)
      .flat()
      .some((each) => each !== null),
  );

describe("dumbbells", () => {
  test("join the two values of a row, say both and their difference once, and nothing covers anything", () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(["2024", "2026"], ["Ennen uudistusta mitattu arvo", "Uudistuksen jälkeen"]),
        fc.option(fc.integer({ min: -100, max: 900 }), { nil: undefined }),
        fc.record({ width: fc.integer({ min: 380, max: 860 }), height: fc.integer({ min: 180, max: 380 }) }),
        (given, series, target, wanted) => {
          const chart = dumbbell(given, { series, ...(target === undefined ? {} : { target }) });
          const model = lowerChart(chart, context);
          const pairs = Object.values(given);
          const known = pairs.filter(([a, b]) => a !== null && b !== null);
          const [first, second] = allSeries(model);
          expect(first?.values).toEqual(pairs.map(([a]) => a));
          expect(second?.values).toEqual(pairs.map(([, b]) => b));
          expect(textsOf(seriesOf(model, "mark").labels)).toHaveLength(pairs.length);
          const numbers = [...(first?.labels ?? []), ...(second?.labels ?? [])].filter(
            (each) => each !== null,
          );
          const same = known.filter(([a, b]) => a === b).length;
          expect(numbers).toHaveLength(pairs.flat().filter((each) => each !== null).length - same);
          const least = minimumSize(model);
          const room = {
            width: Math.max(wanted.width, least.width),
            height: Math.max(wanted.height, least.height),
          };
          expectClear(model, room);
          const joins = fitChart(model, room, measure, LABEL).marks.filter(({ part }) => part === "errorBar");
          expect(joins).toHaveLength(same === known.length ? 0 : known.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  const three = { North: [4, 9], Middle: [8, 5], South: [6, 6] } as const;

  test("are green towards what is good and red away from it; without a direction the highlighted row leads", () => {
    const inks = (more: object): readonly unknown[] => {
      const [first] = allSeries(lowerChart(dumbbell(three, more), context));
      return [...(first?.errorBars?.inks ?? [])];
    };
    expect(inks({ better: "higher" })).toEqual(["good", "bad", "muted"]);
    expect(inks({ better: "lower" })).toEqual(["bad", "good", "muted"]);
    expect(inks({})).toEqual(["accent", "accent", "accent"]);
    const data = Object.entries(three).map(([label, values], n) => ({ label, values, highlight: n === 1 }));
    expect(inks({ data })).toEqual(["muted", "accent", "muted"]);
  });

  test("name both values at the first row, or say in the caption which is grey", () => {
    const texts = (chart: Chart) =>
      allSeries(lowerChart(chart, context)).flatMap(({ labels }) => textsOf(labels));
    expect(texts(dumbbell(three)).slice(0, 5)).toEqual(["2024: 4", "8", "2026: 9", "5", "6"]);
    const long = dumbbell(three, { series: ["Before the reform began", "After the reform ended"] });
    expect(texts(long)).toContain("4");
    const words = "Before the reform began to After the reform ended; grey point: Before the reform began";
    expect(plain(lowerChart(long, context).caption)).toBe(`Values in days, ${words}`);
  });

  test("are sorted by the second value unless the order is given", () => {
    const { categories } = planeOf(lowerChart(dumbbell(three, { order: undefined }), context));
    expect(categories.map(({ label }) => label)).toEqual(["North", "South", "Middle"]);
  });

  test("have a line of each colour in PowerPoint, as long as every other series", () => {
    const { chart } = writeChart(place(dumbbell(three, { better: "higher" })), look, "en-GB");
    const sers = [...all(one(chart, "c:scatterChart"), "c:ser")];
    const cached = sers.map((ser) => cacheOf(one(ser, "c:xVal")).values);
    expect(new Set(cached.map(({ length }) => length)).size).toBe(1);
    const lines = sers.filter((ser) => String(cacheOf(child(ser, "c:tx") ?? ser).values[0]).includes("↔"));
    expect(lines).toHaveLength(3);
    expect(lines.map((ser) => cacheOf(one(ser, "c:xVal")).values.filter((each) => each !== null))).toEqual([
      [4, 9],
      [8, 5],
      [6, 6],
    ]);
  });

  test("are read as both values and their difference", () => {
    const { columns } = chartTable(place(dumbbell({ ...three, West: [null, 3] })), "en-GB");
    expect(columns.map(({ name, texts }) => [name, ...texts])).toEqual([
      ["Category", "North", "Middle", "South", "West"],
      ["2024", "4", "8", "6", ""],
      ["2026", "9", "5", "6", "3"],
      ["Difference", "+5", "−3", "0", ""],
    ]);
  });
});
