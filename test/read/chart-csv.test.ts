import { describe, expect, test } from "vitest";
import type { ChartCsv } from "../../src/model/bundle/tables.ts";
import { LEAST, read as readWhole, refused } from "./bundles.ts";
import { readChartCsv } from "./csv-tables.ts";
import { memoryHost } from "./memory.ts";

const read = (text: string, source: Omit<ChartCsv, "csv">) =>
  readChartCsv(new TextEncoder().encode(text), "data.csv", { csv: "data.csv", ...source }, (...field) => ({
    path: ["charts", 0, "data", ...field],
  }));

describe("data of charts from CSV", () => {
  test("one value a row, an empty cell is missing, zero is zero", () => {
    const { data, problems } = read("Cause,Count\nWeather,61\nCrew,\nOther,0\n", {
      label: "Cause",
      value: "Count",
    });
    expect(problems).toEqual([]);
    expect(data).toEqual([
      { label: "Weather", value: 61 },
      { label: "Crew", value: null },
      { label: "Other", value: 0 },
    ]);
  });

  test("in thousands: values, targets and totals are; x, y and size are of other measures", () => {
    const { data } = read("Name,Cost,Goal\nA,1.2,2\n", {
      label: "Name",
      value: "Cost",
      target: "Goal",
      in: "thousand",
    });
    expect(data).toEqual([{ label: "A", value: 1200, target: 2000 }]);
    const points = read("Name,X,Y,Size\nA,1,2,3\n", {
      label: "Name",
      x: "X",
      y: "Y",
      size: "Size",
      in: "million",
    });
    expect(points.data).toEqual([{ label: "A", x: 1, y: 2, size: 3 }]);
  });

  test("wide: a column for each series, named by its heading", () => {
    const wide = read(
      "Year;Cars;Lorries;Kind\n2025;15,0;1;actual\n2026;17;;forecast\n".replace("15,0", "15"),
      {
        label: "Year",
        values: ["Lorries", "Cars"],
        kind: "Kind",
      },
    );
    expect(wide.series).toEqual(["Lorries", "Cars"]);
    expect(wide.data).toEqual([
      { label: "2025", values: [1, 15], kind: "actual" },
      { label: "2026", values: [null, 17], kind: "forecast" },
    ]);
  });

  test("long: a row for each value; what no row names is missing", () => {
    const long = read("Harbour,Day,On time\nVika,Mon,84\nVika,Tue,85\nSund,Tue,94\n", {
      label: "Harbour",
      series: "Day",
      value: "On time",
    });
    expect(long.series).toEqual(["Mon", "Tue"]);
    expect(long.data).toEqual([
      { label: "Vika", values: [84, 85] },
      { label: "Sund", values: [null, 94] },
    ]);
    expect(long.place([1, "values", 1])).toMatchObject({ file: "data.csv", line: 4, column: 10 });
    expect(long.place([0])).toMatchObject({ line: 2 });
  });

  test("points have their place, size and group", () => {
    const { data } = read("Name,Wait,Late,Pax,Route\nVika,34,22,1e3,North\n", {
      label: "Name",
      x: "Wait",
      y: "Late",
      size: "Pax",
      group: "Route",
    });
    expect(data).toEqual([{ label: "Vika", x: 34, y: 22, size: 1000, group: "North" }]);
  });

  test("names what is wrong, at its place in the file or in the bundle", () => {
    const codes = (text: string, source: Omit<ChartCsv, "csv">) =>
      read(text, source).problems.map(({ code, place, path }) => [code, place?.line ?? path?.at(-1)]);
    expect(codes("A,B\nx,1\n", { label: "A", value: "C" })).toEqual([["csv/no-column", "value"]]);
    expect(codes("A,B\nx,1\n", { label: "A", values: ["B", "D"] })).toEqual([["csv/no-column", 1]]);
    expect(codes("A,B\nx,1840 h\n", { label: "A", value: "B" })).toEqual([["csv/cell", 2]]);
    expect(codes("A,B,K\nx,1,guess\n", { label: "A", value: "B", kind: "K" })).toEqual([["csv/cell", 2]]);
    expect(codes("A,S,V\nx,p,1\nx,p,2\n", { label: "A", series: "S", value: "V" })).toEqual([
      ["csv/repeated-cell", 3],
    ]);
    expect(codes("A,B\n", { label: "A", value: "B" })).toEqual([["csv/empty", 1]]);
    const many = `A,B\n${Array.from({ length: 201 }, (_, n) => `${n},1`).join("\n")}`;
    expect(codes(many, { label: "A", value: "B" })).toEqual([["csv/too-many-rows", 1]]);
  });
});

describe("series in the data of a kind that has none", () => {
  const host = memoryHost({ "d.csv": "Step,Team,Value\nStart,A,100\nRise,A,20\n" });
  const withData = (kind: string, columns: object) => ({
    ...LEAST,
    charts: [{ id: "c", kind, message: "It rises.", data: { csv: "d.csv", label: "Step", ...columns } }],
  });

  test.each([
    ["waterfall", "values", { values: ["Value"] }],
    ["funnel", "series", { series: "Team", value: "Value" }],
    ["pareto", "values", { values: ["Value", "Value"] }],
  ] as const)("%s: names %s, which the bundle wrote", async (kind, field, columns) => {
    const found = await refused(withData(kind, columns), host);
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ["bundle/unknown-field", ["charts", 0, "data", field]],
    ]);
    expect(found[0]?.what).toContain(`"${field}"`);
    expect(found[0]?.hint).toContain("column");
  });

  test("is read where the kind has series", async () => {
    const { bundle } = await readWhole(withData("column", { series: "Team", value: "Value" }), host);
    expect(bundle.charts?.[0]).toMatchObject({ series: ["A"] });
  });
});
