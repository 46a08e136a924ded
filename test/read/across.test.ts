import { describe, expect, test } from "vitest";
import { placeText } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { book, type Content, formatted, formula, type SheetParts } from "../workbooks/write.ts";
import { LEAST, read, refused } from "./bundles.ts";
import { memoryHost } from "./memory.ts";

/** Tables on their side, as budgets are: periods stand side by side, and each line is a row. */

const row = (name: string): messages.TableLine => ({ name, is: "row" });

const BUDGET: readonly (readonly Content[])[] = [
  ["Business case of the mobile clinic"],
  [null, "EUR", "Owner", 2027, 2028, 2029, "Total"],
  [null, "Vehicles", "Fleet", 400, 20, 30, 450],
  [null, "Fewer transports", "Operations", 0, 310, 420, 730],
  [null, "Total", null, -400, 290, 390],
  [null, "Total", null, 1, 2, 3],
];
const workbook = (rows: readonly (readonly Content[])[] = BUDGET, more: Partial<SheetParts> = {}) =>
  memoryHost({
    "case.xlsx": book({ sheets: [{ name: "Case", rows, ...more }], formats: ["mmm yyyy", "yyyy"] }),
  });

const line = (value: string, more: object = {}): object => ({
  xlsx: "case.xlsx",
  across: true,
  value,
  ...more,
});
const csvLine = (value: string, more: object = {}): object => ({
  csv: "case.csv",
  across: true,
  value,
  ...more,
});

const invest = (cost: unknown, more: object = {}, benefit: unknown = [0, 1, 2]): object => ({
  ...LEAST,
  investment: {
    ...{ discountRate: 0.05, period: "year", start: "2027", ...more },
    costs: [{ name: "Vehicles", values: cost }],
    benefits: [{ name: "Fewer transports", values: benefit }],
  },
});
const metric = (values: object): object => ({
  ...LEAST,
  metrics: [{ id: "v", name: "Visits", unit: "visits", values }],
});

async function costs(bundle: object, host: ReturnType<typeof memoryHost>): Promise<readonly string[]> {
  const { bundle: found, sourceMap } = await read(bundle, host);
  const values = found.investment?.costs[0]?.values ?? [];
  return values.map((value, n) => {
    const place = sourceMap.value(["investment", "costs", 0, "values", n]);
    return `${value}@${place.cell?.split("!")[1] ?? `${place.line}:${place.column}`}`;
  });
}

const said = async (bundle: object, host: ReturnType<typeof memoryHost>) =>
  (await refused(bundle, host)).map(({ what, place }) => ({
    what,
    place: place === undefined ? "" : placeText(place),
  }));

describe("a budget in a workbook", () => {
  test("gives the amounts of a row, each with its cell; titles, owners and totals are passed over", async () => {
    expect(await costs(invest(line("Vehicles"), {}, line("Fewer transports")), workbook())).toEqual([
      "400@D3",
      "20@E3",
      "30@F3",
    ]);
  });

  test("is found in the range that is named, whichever row the periods stand in", async () => {
    const rows: Content[][] = [
      ["Vehicles", 5, 6],
      ["Year", 2027, 2028],
    ];
    expect(
      await costs(invest(line("Vehicles", { range: "A1:C2", period: "Year" }), {}, [0, 1]), workbook(rows)),
    ).toEqual(["5@B1", "6@C1"]);
  });

  test("finds the row of periods although amounts read as years", async () => {
    const rows: Content[][] = [
      [null, 2027, 2028, 2029],
      ["Vehicles", 2030, 1990, 2010],
    ];
    expect(await costs(invest(line("Vehicles")), workbook(rows))).toEqual(["2030@B2", "1990@C2", "2010@D2"]);
  });

  test("reads dates by their format, and the kinds, ranges and values of a metric", async () => {
    const months = [46_023, 46_054, 46_082].map((day) => formatted(day, 1)); // January to March 2026
    const rows: Content[][] = [
      ["Visits", ...months],
      ["Measured", 10, 12, 11],
      ["Kind", "actual", "actual", "forecast"],
      ["Low", null, null, 9],
      ["High", null, null, 13],
    ];
    const source = line("Measured", { kind: "Kind", low: "Low", high: "High" });
    const { bundle } = await read(metric(source), workbook(rows));
    expect(bundle.metrics?.[0]?.values).toEqual([
      { period: "2026-01", value: 10, kind: "actual" },
      { period: "2026-02", value: 12, kind: "actual" },
      { period: "2026-03", value: 11, kind: "forecast", low: 9, high: 13 },
    ]);
  });

  test("says which hidden columns are read, and leaves them out when asked", async () => {
    const hidden = { before: '<cols><col min="5" max="5" hidden="1"/></cols>' };
    const { warnings } = await read(invest(line("Vehicles")), workbook(BUDGET, hidden));
    expect(warnings.map(({ what }) => what)).toEqual([
      messages.workbookHiddenLines({}, "column", "E", 1).what,
    ]);
    const rows = [
      ...BUDGET.slice(0, 1),
      [null, "EUR", "Owner", 2027, "2028 old", 2028],
      [null, "Vehicles", "Fleet", 1, 2, 3],
    ];
    expect(
      await costs(invest(line("Vehicles", { hidden: "skip" }), {}, [0, 1]), workbook(rows, hidden)),
    ).toEqual(["1@D3", "3@F3"]);
  });

  test("says that a row which is read is hidden", async () => {
    const { warnings } = await read(
      invest(line("Vehicles")),
      workbook(BUDGET, { rowAttributes: { 3: 'hidden="1"' } }),
    );
    expect(warnings.map(({ what }) => what)).toEqual([
      messages.workbookHiddenLine({}, row("Vehicles"), "3").what,
    ]);
  });

  test.each<[string, readonly (readonly Content[])[], object, string, string]>([
    [
      "a name that is not there",
      BUDGET,
      line("Vehicle"),
      messages.tableNoColumn({}, row("Vehicle"), "case.xlsx:Case", undefined, []).what,
      "b.json",
    ],
    [
      "one of two rows of one name",
      BUDGET,
      line("Total"),
      messages.tableRepeatedColumn({}, row("Total")).what,
      "case.xlsx:Case!B6",
    ],
    [
      "an amount that is missing",
      [
        [null, 2027, 2028],
        ["Vehicles", 5, null],
        ["Other", 1, 2],
      ],
      line("Vehicles"),
      messages.streamMissing({}, row("Vehicles"), "2028", "xlsx").what,
      "case.xlsx:Case!C2",
    ],
    [
      "a formula without a result",
      [
        [null, 2027, 2028],
        ["Vehicles", 5, formula("B2*2")],
      ],
      line("Vehicles"),
      messages.workbookUncomputed({}, row("Vehicles"), "B2*2").what,
      "case.xlsx:Case!C2",
    ],
    [
      "a row of periods that is not there",
      [
        [null, 2027, "H1", 2028],
        ["Vehicles", 5, 6, 7],
      ],
      line("Vehicles", { period: "Years" }),
      messages.tableNoColumn({}, row("Years"), "case.xlsx:Case", undefined, []).what,
      "b.json",
    ],
    [
      "rows without periods",
      [["Vehicles", "many", "few"]],
      line("Vehicles"),
      messages.tableNoPeriods({}, "case.xlsx:Case").what,
      "b.json",
    ],
  ])("names %s", async (_, rows, source, what, place) => {
    const found = await said(invest(source), workbook(rows));
    expect(found[0]?.what).toBe(what);
    expect(found[0]?.place).toContain(place);
  });

  test("refuses a heading that is no period among the periods", async () => {
    const rows: Content[][] = [
      ["EUR", 2027, "2O28", 2029],
      ["Vehicles", 5, 6, 7],
    ];
    expect(await said(invest(line("Vehicles")), workbook(rows))).toEqual([
      {
        what: messages.tablePeriod({}, "2O28", row(""), "form", undefined, "xlsx").what,
        place: "case.xlsx:Case!C1",
      },
    ]);
  });
});

describe("the periods of a cost or benefit", () => {
  test("are those of the investment, or the amount would move into another year", async () => {
    expect(await said(invest(line("Vehicles"), { start: "2026" }), workbook())).toEqual([
      { what: messages.streamPeriod({}, "2027", "2026", "xlsx").what, place: "case.xlsx:Case!D2" },
    ]);
  });

  test("leave none out", async () => {
    const rows: Content[][] = [
      ["EUR", 2027, 2029],
      ["Vehicles", 5, 6],
    ];
    expect(await said(invest(line("Vehicles")), workbook(rows))).toEqual([
      { what: messages.streamPeriod({}, "2029", "2028", "xlsx").what, place: "case.xlsx:Case!C1" },
    ]);
  });

  test("may stand below one another as well, newest first too", async () => {
    const rows: Content[][] = [
      ["Year", "Vehicles"],
      [2029, 30],
      [2028, 20],
      [2027, 400],
    ];
    const upright = { xlsx: "case.xlsx", period: "Year", value: "Vehicles" };
    expect(await costs(invest(upright), workbook(rows))).toEqual(["400@B4", "20@B3", "30@B2"]);
  });

  test("are asked for where the table stands upright", async () => {
    expect((await said(invest({ xlsx: "case.xlsx", value: "Vehicles" }), workbook()))[0]?.what).toBe(
      messages.tablePeriodUnnamed({}, "case.xlsx").what,
    );
  });
});

describe("a budget in a CSV file", () => {
  const csv = (text: string) => memoryHost({ "case.csv": text });

  test("is read by its rows, whatever the delimiter, with the place of each amount", async () => {
    const text =
      "EUR;Owner;2027;2028;2029;Total\nVehicles;Fleet;1.400,5;20;30;\nTotal;;1;2;3;\nTotal;;1;2;3;\n";
    expect(await costs(invest(csvLine("Vehicles")), csv(text))).toEqual([
      "1400.5@2:16",
      "20@2:24",
      "30@2:27",
    ]);
  });

  test("may have a title and rows of other lengths above", async () => {
    const text = "Case\n\nname,2027,2028\nVehicles,1,2\nNote: in thousands\n";
    expect(await costs(invest(csvLine("Vehicles"), {}, [0, 1]), csv(text))).toEqual(["1@4:10", "2@4:12"]);
  });

  test.each([
    [
      "a name that is not there",
      "a,2027\nVans,1\n",
      csvLine("Vehicles"),
      messages.tableNoColumn({}, row("Vehicles"), "case.csv", undefined, []).what,
    ],
    [
      "a missing amount",
      "a,2027,2028\nVehicles,1,\nOther,1,2\n",
      csvLine("Vehicles"),
      messages.streamMissing({}, row("Vehicles"), "2028", "csv").what,
    ],
    ["no periods", "a,b\nVehicles,x\n", csvLine("Vehicles"), messages.tableNoPeriods({}, "case.csv").what],
    [
      "a word among the amounts",
      "a,2027,2028\nVehicles,1,few\n",
      csvLine("Vehicles"),
      messages.tableNumber({}, "few", row("Vehicles"), "number").what,
    ],
  ])("names %s", async (_, text, source, what) => {
    expect((await said(invest(source), csv(text)))[0]?.what).toBe(what);
  });

  test("gives a metric its months", async () => {
    const text = "Visits\tJan 2026\tFeb 2026\tMar 2026\nAll\t10\tn/a\t12\n";
    const { bundle } = await read(metric(csvLine("All")), csv(text));
    expect(bundle.metrics?.[0]?.values).toEqual([
      { period: "2026-01", value: 10 },
      { period: "2026-02", value: null },
      { period: "2026-03", value: 12 },
    ]);
  });
});
