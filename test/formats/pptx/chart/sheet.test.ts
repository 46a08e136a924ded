import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnLetters, planSheet } from "../../../../src/formats/chart/sheet.ts";
import { workbookParts, writeWorkbook } from "../../../../src/formats/pptx/chart/workbook.ts";
import { all } from "../../../../src/ooxml/xml.ts";
import { axis, categoryChart, series } from "./fixtures/placed.ts";
import { CHARTS } from "./fixtures.ts";
import { readWorkbook } from "./read-back.ts";

const read = (chart: Parameters<typeof planSheet>[0]) =>
  readWorkbook(writeWorkbook(workbookParts(planSheet(chart), "Calibri")));
const column = (name: string, values: readonly (number | null)[]) => series(name, values, "ink");
const lines = (...all: ReturnType<typeof column>[]) =>
  [{ type: "lines", missing: "gap", axis: "value", series: all }] as const;

describe("the sheet", () => {
  it("has the heading, the names and the further columns", async () => {
    const bridge = CHARTS.find((chart) => chart.id === "bridge");
    if (!bridge) throw new Error();
    const sheet = await read(bridge);
    expect(["A1", "B1", "C1", "F1"].map((at) => sheet.cells.get(at))).toEqual([
      "Category",
      "Base",
      "Total",
      "Step",
    ]);
    expect(["F2", "F3", "F6"].map((at) => sheet.cells.get(at))).toEqual([14.9, -0.9, 14.1]);
    expect(sheet.formats.get("F3")).toBe("+0.0;-0.0");
    expect(sheet.cells.get("A5"), "broken in the chart, whole in the sheet").toBe(
      "Price change, late effect",
    );
  });

  it("gives the base of a category to no other one", async () => {
    const chart = categoryChart("q", [], lines(column("s", [1, 2, 3])), axis(0, 4, 1), {
      coordinates: {
        categories: [{ label: "East", base: "n = 12" }, { label: "West" }, { label: "Isles", base: "n = 7" }],
      },
    });
    const sheet = await read(chart);
    expect(["A2", "A3", "A4"].map((at) => sheet.cells.get(at))).toEqual([
      "East n = 12",
      "West",
      "Isles n = 7",
    ]);
  });

  it("names the year of every quarter, which the axis names once", async () => {
    const chart = categoryChart("q", [], lines(column("s", [1, 2, 3])), axis(0, 4, 1), {
      coordinates: {
        categories: [{ label: "Q4", group: "2026" }, { label: "Q1", group: "2027" }, { label: "Q2" }],
      },
    });
    const sheet = await read(chart);
    expect(["A2", "A3", "A4"].map((at) => sheet.cells.get(at))).toEqual(["Q4 2026", "Q1 2027", "Q2 2027"]);
  });

  it("keeps zero zero and missing missing", async () => {
    const sheet = await read(categoryChart("z", ["a", "b"], lines(column("s", [0, null])), axis(0, 1, 1)));
    expect(sheet.cells.get("B2")).toBe(0);
    expect(sheet.cells.get("B3")).toBe(null);
  });

  it("is a table whose columns are the headings, unique and in one line", async () => {
    const chart = categoryChart(
      "t",
      ["a"],
      lines(column("Category", [1]), column("category", [2]), column("two\nlines", [3]), column("", [4])),
      axis(0, 1, 1),
    );
    const sheet = await read(chart);
    const names = [...all(sheet.table, "tableColumn")].map((c) => c.attributes["name"]);
    expect(names).toEqual(["Category", "Category (2)", "category (3)", "two lines", "E"]);
    expect(names).toEqual(["A1", "B1", "C1", "D1", "E1"].map((at) => sheet.cells.get(at)));
    expect(sheet.table.attributes["ref"]).toBe("A1:E2");
  });

  it("names columns past Z", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });

  it("gives back every double and every text exactly", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    const double = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, double), { minLength: 1, maxLength: 8 }), async (rows) => {
        const chart = categoryChart(
          "p",
          rows.map(([name]) => name),
          lines(
            column(
              "s",
              rows.map(([, v]) => v),
            ),
          ),
          axis(0, 1, 1),
        );
        const sheet = await read(chart);
        rows.forEach(([name, value], i) => {
          expect(sheet.cells.get(`A${i + 2}`)).toBe(name);
          expect(sheet.cells.get(`B${i + 2}`)).toBe(value === null ? null : value + 0);
        });
      }),
      { numRuns: 60 },
    );
  });
});
