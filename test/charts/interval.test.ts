import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { writeChart } from "../../src/formats/pptx/chart/index.ts";
import { chartTable } from "../../src/formats/reading/chart-table.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import { all, type Element, textOf } from "../../src/ooxml/xml.ts";
import { cacheOf, child, one, val } from "../formats/pptx/chart/read-back.ts";
import { look } from "../layout/look.ts";
import { expectClear, LABEL } from "./clear.ts";
import { bundleOf, contextFor, lowerChart, measure, planeOf, seriesOf, textsOf } from "./fixture.ts";

const context = contextFor(bundleOf([]));
interface Row {
  readonly label: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly highlight?: boolean;
  readonly kind?: string;
}
const interval = (data: readonly Row[], more: object = {}): Chart =>
  ({ id: "x", kind: "interval", message: "M", unit: "days", order: "given", data, ...more }) as Chart;

const number = fc.oneof(
  fc.integer({ min: -9_000, max: 9_000 }).map((n) => n / 10),
  fc.constantFrom(0, 7, 1e-6, 1e9, -1e9),
);
const length = fc.integer({ min: 0, max: 900 }).map((n) => n / 10);
const rows = fc
  .uniqueArray(
    fc.record({
      label: fc.constantFrom("A", "Pohjois-Pohjanmaan hyvinvointialue", "Second", "Third one", "E", "F", "G"),
      value: fc.option(number, { nil: null, freq: 6 }),
      range: fc.option(fc.tuple(length, length), { nil: undefined }),
    }),
    { selector: ({ label }) => label, minLength: 1, maxLength: 7 },
  )
  .filter((all) => all.some(({ value }) => value !== null))
  .map((all) =>
    all.map(
      ({ label, value, range }): Row => ({
        label,
        value,
        ...(value === null || range === undefined ? {} : { low: value - range[0], high: value + range[1] }),
      }),
    ),
  );
const size = fc.record({
  width: fc.integer({ min: 320, max: 860 }),
  height: fc.integer({ min: 170, max: 380 }),
});

describe("intervals", () => {
  test("every row has its point, its range where it has one, and its numbers, and nothing covers anything", () => {
    fc.assert(
      fc.property(rows, fc.option(number, { nil: undefined }), size, (data, value, wanted) => {
        const reference = value === undefined ? {} : { reference: { value, name: "No change at all" } };
        const model = lowerChart(interval(data, reference), context);
        const points = seriesOf(model, "actual");
        expect(points.values).toEqual(data.map((row) => row.value));
        expect(points.errorBars?.low ?? data.map(() => null)).toEqual(data.map(({ low }) => low ?? null));
        expect(points.errorBars?.high ?? data.map(() => null)).toEqual(data.map(({ high }) => high ?? null));
        const words = textsOf(seriesOf(model, "mark").labels);
        expect(words).toHaveLength(data.length);
        data.forEach((row, n) => {
          expect(words[n]?.includes(" to ")).toBe(row.low !== undefined);
          expect(words[n] === "no data").toBe(row.value === null);
        });
        const { min, max } = planeOf(model).value;
        for (const end of data.flatMap(({ low, high, value: own }) => [low, high, own]))
          if (end !== undefined && end !== null)
            expect([min <= end, end <= max], `${end} in ${min} … ${max}`).toEqual([true, true]);
        const least = minimumSize(model);
        const room = {
          width: Math.max(wanted.width, least.width),
          height: Math.max(wanted.height, least.height),
        };
        expectClear(model, room);
        const placed = fitChart(model, room, measure, LABEL);
        const drawn = placed.marks.filter(({ part }) => part === "errorBar");
        expect(drawn).toHaveLength(data.filter(({ low }) => low !== undefined).length);
        const dots = placed.marks.filter(({ type, part }) => type === "point" && part === "series");
        expect(dots).toHaveLength(data.filter((row) => row.value !== null).length);
      }),
      { numRuns: 150 },
    );
  });

  const three: readonly Row[] = [
    { label: "North", value: 1.8, low: 1.1, high: 2.9 },
    { label: "Middle", value: 0.9, low: 0.6, high: 1.4 },
    { label: "South", value: 0.5, low: 0.2, high: 0.7 },
  ];
  const noEffect = { reference: { value: 1, name: "No effect" } };

  test("are sorted by their value unless the order is given", () => {
    const labels = (order: object): readonly string[] =>
      planeOf(lowerChart(interval(three.toReversed(), order), context)).categories.map(({ label }) => label);
    expect(labels({ order: undefined })).toEqual(["North", "Middle", "South"]);
    expect(labels({ order: "given" })).toEqual(["South", "Middle", "North"]);
  });

  test("say where the whole range lies on the good side of the reference, and name the ranges that hold it", () => {
    const model = lowerChart(interval(three, { ...noEffect, better: "lower" }), context);
    const { marker, points } = seriesOf(model, "actual");
    expect([0, 1, 2].map((n) => (points[n]?.paint ?? marker?.paint)?.ink)).toEqual(["bad", "muted", "good"]);
    expect(model.overlays).toMatchObject([{ type: "level", v: 1, text: "No effect: 1.0 days" }]);
    expect(model.alt).toContain("No effect: 1.0 days. That value lies within the range of Middle.");
  });

  test("say what the ranges are, what is hollow, and which rows have no range or no value", () => {
    const data = [...three, { label: "East", value: 1, kind: "forecast" }, { label: "West", value: null }];
    const caption = plain(
      lowerChart(interval(data, { interval: "95% confidence interval" }), context).caption,
    );
    expect(caption).toBe(
      "Values in days; line: 95% confidence interval; hollow: forecast; no range: East; no data: West",
    );
  });

  test("are a chart of points in PowerPoint, whose ranges follow their ends in the workbook", async () => {
    const data = [three[0], { label: "Gap", value: null }, three[2]] as readonly Row[];
    const placed = fitChart(
      lowerChart(interval(data, noEffect), context),
      { width: 600, height: 300 },
      measure,
      LABEL,
    );
    const { chart, within } = writeChart(placed, look, "en-GB");
    const group = one(chart, "c:scatterChart");
    const [ranges, points] = [...all(group, "c:ser")];
    if (ranges === undefined || points === undefined) throw new Error("no series");
    const values = (ser: Element, name: string) => cacheOf(one(ser, name)).values;
    const none = [null, null, null];
    expect(values(ranges, "c:xVal")).toEqual([...none, 1.1, 2.9, null, 0.2, 0.7, null]);
    expect(values(ranges, "c:yVal")).toEqual([...none, 1, 1, null, 3, 3, null]);
    expect(values(points, "c:xVal")).toEqual([1.8, null, 0.5, ...none, ...none]);
    expect(values(points, "c:yVal")).toEqual([1, null, 3, ...none, ...none]);
    const [across, down] = [...all(chart, "c:valAx")];
    expect([across, down].map((axis) => axis && val(one(axis, "c:orientation")))).toEqual([
      "minMax",
      "maxMin",
    ]);
    const sheet = within.find(({ name }) => name === "/xl/worksheets/sheet1.xml")?.content as Element;
    const cells = new Map([...all(sheet, "c")].map((cell) => [cell.attributes["r"], cell]));
    const followed = [...cells.values()].flatMap((cell) => {
      const formula = child(cell, "f");
      const source = formula && cells.get(textOf(formula));
      return source === undefined ? [] : [[textOf(one(cell, "v")), textOf(one(source, "v"))]];
    });
    expect(followed).toEqual([
      ["1.1", "1.1"],
      ["2.9", "2.9"],
      ["0.2", "0.2"],
      ["0.7", "0.7"],
    ]);
  });

  test("are read as value, low end and high end", () => {
    const placed = fitChart(
      lowerChart(interval(three), context),
      { width: 600, height: 300 },
      measure,
      LABEL,
    );
    const { columns } = chartTable(placed, "en-GB");
    expect(columns.map(({ name, texts }) => [name, ...texts])).toEqual([
      ["Category", "North", "Middle", "South"],
      ["Value", "1.8", "0.9", "0.5"],
      ["Low end", "1.1", "0.6", "0.2"],
      ["High end", "2.9", "1.4", "0.7"],
    ]);
  });
});
