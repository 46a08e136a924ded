import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitChart, minimumSize } from "../../src/charts/fit.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { chartTable } from "../../src/formats/reading/chart-table.ts";
import type { Chart } from "../../src/model/bundle/index.ts";
import { plain } from "../../src/model/text.ts";
import { expectClear, LABEL } from "./clear.ts";
import { allSeries, bundleOf, contextFor, lowerChart, measure, planeOf } from "./fixture.ts";

const context = contextFor(bundleOf([]));
type Rows = readonly (readonly (number | null)[])[];
const NAMES = ["Haugen", "Pohjois-Pohjanmaan hyvinvointialue", "Sund", "Vika", "E", "F", "G"] as const;
const multiples = (rows: Rows, more: object = {}): Chart =>
  ({
    ...{ id: "x", kind: "multiples", message: "M", unit: "days" },
    series: NAMES.slice(0, rows[0]?.length),
    data: rows.map((values, n) => ({ label: `${2010 + n}`, values })),
    ...more,
  }) as unknown as Chart;

const value = fc.option(fc.integer({ min: -300, max: 900 }), { nil: null, freq: 12 });
const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((small) =>
    fc.array(fc.array(value, { minLength: small, maxLength: small }), { minLength: 1, maxLength: 24 }),
  );

describe("small multiples", () => {
  test("have each value of each series once, in its own place on one scale, and nothing covers anything", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom("line", "column"), (rows, form) => {
        const small = rows[0]?.length ?? 0;
        const columns = Array.from({ length: small }, (_, n) => rows.map((values) => values[n] ?? null));
        if (columns.flat().every((each) => each === null)) return;
        const model = lowerChart(multiples(rows, { form }), context);
        const series = allSeries(model);
        const drawn = series.map(({ values }) => values.filter((each) => each !== null));
        const known = columns.map((column) => column.filter((each) => each !== null));
        expect(drawn.filter(({ length }) => length > 0)).toEqual(known.filter(({ length }) => length > 0));
        // No two series have a value at one place.
        const places = series.flatMap(({ values }) =>
          values.flatMap((each, c) => (each === null ? [] : [c])),
        );
        expect(new Set(places).size).toBe(places.length);
        const { min, max } = planeOf(model).value;
        for (const each of known.flat()) expect([min <= each, each <= max]).toEqual([true, true]);
        const least = minimumSize(model);
        expectClear(model, { width: Math.max(640, least.width), height: Math.max(300, least.height) });
      }),
      { numRuns: 120 },
    );
  });

  const three: Rows = [
    [4, 9, 2],
    [5, 7, null],
    [6, 6, 3],
  ];

  test("are read as one table", () => {
    for (const form of ["line", "column"]) {
      const model = lowerChart(multiples(three, { form }), context);
      const placed = fitChart(model, { width: 640, height: 300 }, measure, LABEL);
      const { columns } = chartTable(placed, "en-GB");
      expect(columns.map(({ name, texts }) => [name, ...texts])).toEqual([
        ["Category", "2010", "2011", "2012"],
        [NAMES[0], "4", "5", "6"],
        [NAMES[1], "9", "7", "6"],
        [NAMES[2], "2", "", "3"],
      ]);
    }
  });

  test("say that they share a scale, and stand under their names, cut where those are too long", () => {
    const model = lowerChart(
      multiples(Array.from({ length: 12 }, (_, n) => [n, n + 1, n, 2, 3, 4])),
      context,
    );
    expect(plain(model.caption)).toContain("all on one scale");
    const placed = fitChart(model, { width: 640, height: 300 }, measure, LABEL);
    const heads = placed.marks.flatMap((mark) =>
      mark.type === "text" && mark.part === "annotation" && mark.bold ? [mark.lines.join()] : [],
    );
    expect(heads).toHaveLength(6);
    expect(heads.map((head, n) => NAMES[n]?.startsWith(head.replace("…", "")))).toEqual(
      heads.map(() => true),
    );
    expect(heads[1]).toMatch(/…$/);
  });

  test("show what is expected as lines and columns do", () => {
    const data = three.map((values, n) => ({
      label: `${2010 + n}`,
      values,
      ...(n < 2 ? {} : { kind: "forecast" }),
    }));
    const line = allSeries(lowerChart(multiples(three, { data, form: "line" }), context));
    expect(line.filter(({ role }) => role === "forecast").map(({ line: own }) => own?.dash)).toEqual([
      "dash",
      "dash",
      "dash",
    ]);
    const columns = allSeries(lowerChart(multiples(three, { data, form: "column" }), context));
    for (const { points } of columns)
      expect(Object.values(points).map(({ paint }) => paint?.pattern)).toEqual(["hatch"]);
  });

  test("are refused where they are too many, too long or one alone", () => {
    const wrong = [Array.from({ length: 25 }, () => [1, 2]), [[1, 2, 3, 4, 5, 6, 7]], [[1]]];
    for (const rows of wrong) expect(() => lowerChart(multiples(rows), context)).toThrow(DiagnosticsError);
  });
});
