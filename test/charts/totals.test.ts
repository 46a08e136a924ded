import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { chartTable } from "../../src/formats/reading/chart-table.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import type { ChartModel } from "../../src/model/chart.ts";
import { plain } from "../../src/model/text.ts";
import { expectClear, LABEL } from "./clear.ts";
import { allSeries, bundleOf, contextFor, lowerChart, measure, planeOf, textsOf } from "./fixture.ts";

/** Totals over stacks of shares: what the shares are shares of. */
const context = contextFor(bundleOf([]));
type Rows = readonly (readonly (number | null)[])[];
const chartOf = (kind: string, rows: Rows, more: object = {}): Chart =>
  ({
    ...{ id: "x", kind, message: "M", unit: "EUR", decimals: 0, show: ["total"] },
    series: ["Cars", "Lorries", "Cargo"].slice(0, rows[0]?.length),
    data: rows.map((values, n) => ({ label: `Row ${n + 1}`, values })),
    ...more,
  }) as unknown as Chart;
const LONG = "A name that is longer than eighteen characters";

/** The totals that are written, over columns or beside bars. */
const written = (model: ChartModel): readonly string[] => [
  ...model.overlays.flatMap((overlay) => (overlay.type === "zone" ? [overlay.text] : [])),
  ...allSeries(model).flatMap(({ role, labels }) => (role === "total" ? textsOf(labels) : [])),
];
const sumOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

describe("totals of shares", () => {
  const amount = fc.integer({ min: 0, max: 900 });
  const rowsOf = (value: fc.Arbitrary<number | null>) =>
    fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  const size = fc.record({
    width: fc.integer({ min: 320, max: 860 }),
    height: fc.integer({ min: 180, max: 380 }),
  });

  test("are the sums of complete stacks, over columns and beside bars, and cover nothing", () => {
    fc.assert(
      fc.property(
        rowsOf(fc.option(amount, { nil: null, freq: 12 })),
        fc.boolean(),
        size,
        (rows, lying, wanted) => {
          const complete = rows.filter((values) => !values.includes(null));
          if (complete.length === 0 || complete.every((values) => sumOf(values) === 0)) return;
          const chart = chartOf("stacked100", rows);
          const data = chart.data?.map((datum, n) => (lying ? { ...datum, label: `${LONG} ${n}` } : datum));
          const model = lowerChart({ ...chart, data } as Chart, context);
          const numbers = written(model).map((text) => Number(text.replaceAll(",", "")));
          expect(numbers).toEqual(complete.map(sumOf));
          const least = minimumSize(model);
          const room = {
            width: Math.max(wanted.width, least.width),
            height: Math.max(wanted.height, least.height),
          };
          expectClear(model, room);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("stand over the columns of a marimekko that are wide enough", () => {
    fc.assert(
      fc.property(rowsOf(amount), size, (rows, room) => {
        if (rows.every((values) => sumOf(values) === 0)) return;
        const model = lowerChart(chartOf("marimekko", rows), context);
        const drawn = rows.map(sumOf).filter((sum) => sum > 0);
        expect(written(model).map((text) => Number(text.replaceAll(",", "")))).toEqual(drawn);
        expectClear(model, room);
        const placed = fitChart(model, room, measure, LABEL);
        const heads = placed.marks.flatMap((mark) =>
          mark.type === "text" && mark.part === "annotation" && mark.bold ? [mark.lines.join()] : [],
        );
        const widest = Math.max(...drawn);
        expect(heads.map((text) => Number(text.replaceAll(",", "")))).toContain(widest);
      }),
      { numRuns: 60 },
    );
  });

  test("take the place of the bases under columns, and their unit and what is missing are said", () => {
    const model = lowerChart(
      chartOf(
        "stacked100",
        [
          [1, 2],
          [3, null],
        ],
        { scale: undefined },
      ),
      context,
    );
    expect(planeOf(model).categories.map(({ base }) => base)).toEqual([undefined, undefined]);
    expect(plain(model.caption)).toContain("totals beyond the bars: EUR; no total where a part is missing");
    expect(model.alt).toContain("Total: Row 1 EUR 3.");
    const placed = fitChart(model, { width: 500, height: 300 }, measure, LABEL);
    const total = chartTable(placed, "en-GB").columns.find(({ name }) => name === "Total");
    expect(total?.texts).toEqual(["3", ""]);
  });

  test("are refused for values that are shares already", () => {
    expect(() => lowerChart(chartOf("stacked100", [[40, 60]], { unit: "%" }), context)).toThrow(
      DiagnosticsError,
    );
  });
});
