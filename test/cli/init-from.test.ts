import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { type BookParts, book, type Content, formatted } from "../workbooks/write.ts";
import { flat, newFolder } from "./new-folder.ts";
import { cli } from "./run.ts";

let cwd = "";
newFolder("from", (folder) => {
  cwd = folder;
});
const csv = (text: string, name = "data.csv"): void => writeFileSync(join(cwd, name), text);
const xlsx = (parts: BookParts): void => writeFileSync(join(cwd, "data.xlsx"), book(parts));
const sheet = (name: string, rows: readonly (readonly Content[])[], more: object = {}) => ({
  name,
  rows,
  ...more,
});
const written = (): Bundle => parse(readFileSync(join(cwd, "deck.json"), "utf8")) as Bundle;

/** Makes a bundle of a file, which must then build, and check without errors. */
async function made(file: string, ...more: readonly string[]) {
  const ran = await cli(cwd, ["init", "--from", file, ...more]);
  expect(ran.exit, ran.all).toBe(0);
  const checked = await cli(cwd, ["check", "deck.json"]);
  expect(checked.exit, checked.all).toBe(0);
  const { metrics = [], charts = [], sources, currency } = written();
  return { ...ran, flat: flat(ran.all), metrics, charts, sources, currency };
}
const refused = async (file: string, ...more: readonly string[]): Promise<string> => {
  const ran = await cli(cwd, ["init", "--from", file, ...more]);
  expect(ran.exit, ran.all).not.toBe(0);
  expect(existsSync(join(cwd, "deck.json"))).toBe(false);
  return flat(ran.err);
};

const MONTHS =
  "month;Boats;fuel_used (litres);late trips %\n2026-01;8;900,5;4,1\n2026-02;9;910;3,9\n2026-03;9;905;2\n";

describe("foredeck init --from, a CSV file", () => {
  test("with a column of periods gives metrics that read it, and lines", async () => {
    csv(MONTHS);
    const { metrics, charts, flat: said } = await made("data.csv");
    expect(metrics.map(({ id, name, unit, values }) => ({ id, name, unit, values }))).toEqual([
      {
        id: "boats",
        name: "Boats",
        unit: "boats",
        values: { csv: "data.csv", period: "month", value: "Boats" },
      },
      {
        ...{ id: "fuel-used", name: "Fuel used", unit: "litres" },
        values: { csv: "data.csv", period: "month", value: "fuel_used (litres)" },
      },
      {
        ...{ id: "late-trips", name: "Late trips", unit: "%" },
        values: { csv: "data.csv", period: "month", value: "late trips %" },
      },
    ]);
    expect(charts.map(({ kind, metrics }) => [kind, metrics])).toEqual([
      ["line", ["boats"]],
      ["line", ["fuel-used"]],
      ["line", ["late-trips"]],
    ]);
    expect(said).toContain("3 metrics and 3 charts proposed");
  });

  test("lists every place to fill in, with its line, and each stops a final deck", async () => {
    csv(MONTHS);
    const { out } = await made("data.csv");
    const lines = readFileSync(join(cwd, "deck.json"), "utf8").split("\n");
    const all = [...out.matchAll(/deck\.json:(\d+) +(\S+) +(\S.*)/g)];
    expect(all.filter(([, , field]) => field === "ask.amount")).toHaveLength(1);
    // An amount of none may be meant.
    const listed = all.filter(([, , field]) => field !== "ask.amount");
    expect(listed.length).toBeGreaterThan(20);
    for (const [, line, field = ""] of listed)
      expect(lines[Number(line) - 1], field).toMatch(
        field.endsWith("better") ? /\/\/ "better"/ : /Replace|: replace/,
      );
    const marks = lines.filter((line) => /"(?:Replace\b(?!")|[^"]*: replace)|\/\/ "better"/.test(line));
    expect(new Set(listed.map(([, line]) => line)).size).toBe(marks.length);
    writeFileSync(join(cwd, "deck.json"), lines.join("\n").replace('"status": "draft"', '"status": "final"'));
    const { exit, out: found } = await cli(cwd, ["check", "deck.json", "--format", "json"]);
    expect(exit).toBe(1);
    const { diagnostics } = JSON.parse(found) as { diagnostics: { code: string; place: { line: number } }[] };
    const stopped = new Set(
      diagnostics.filter(({ code }) => code === "deck/leak").map(({ place }) => place.line),
    );
    for (const [, line, field = ""] of listed)
      if (!field.endsWith("better")) expect(stopped, field).toContain(Number(line));
    expect((await cli(cwd, ["build", "deck.json"])).exit).toBe(1);
  });

  test("with names alone gives bars; its goal keeps the metric of a bundle without a file", async () => {
    csv("Depot,Breakdowns,Cost (GBP)\nNorth,4,1200\nSouth,9,3100\nQuay,2,640\n");
    const { metrics, charts, currency } = await made("data.csv");
    expect(metrics.map(({ id }) => id)).toEqual(["number"]);
    expect(currency).toBe("GBP");
    expect(charts.map(({ kind, unit, data }) => ({ kind, unit, data }))).toEqual([
      { kind: "bar", unit: "breakdowns", data: { csv: "data.csv", label: "Depot", value: "Breakdowns" } },
      { kind: "bar", unit: "GBP", data: { csv: "data.csv", label: "Depot", value: "Cost (GBP)" } },
    ]);
  });

  test("reads numbers in the scale that a heading says, as many times as it says", async () => {
    csv(
      "Year;Losses (k EUR);Staff cost in MEUR;Fines k€;Water, million litres;Visits ('000);Share (%)\n2024;4,035;1,5;2;3;4;5\n2025;5,1;2,5;3;4;5;6\n",
    );
    const { metrics } = await made("data.csv");
    expect(metrics.map(({ name, unit, values }) => [name, unit, (values as { in?: string }).in])).toEqual([
      ["Losses", "EUR", "thousand"],
      ["Staff cost", "EUR", "million"],
      ["Fines", "EUR", "thousand"],
      ["Water", "litres", "million"],
      ["Visits", "Replace: what is counted", "thousand"],
      ["Share", "%", undefined],
    ]);
    const { out } = await cli(cwd, ["figures", "deck.json", "--json"]);
    const figures = JSON.parse(out) as Record<string, { readonly exact: string }>;
    const first = (id: string) => figures[`${id}.first`]?.exact;
    expect(["losses", "staff-cost", "fines", "water", "visits", "share"].map(first)).toEqual([
      "4035",
      "1500000",
      "2000",
      "3000000",
      "4000",
      "5",
    ]);
  });

  test("in the long form gives a line a name over many periods, and bars side by side over few", async () => {
    const rows = (periods: readonly string[]): string =>
      periods.flatMap((period) => ["A", "B"].map((name, n) => `${period},${name},${n + 3}`)).join("\n");
    csv(`Quarter,Yard,Faults\n${rows(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"])}\n`);
    expect((await made("data.csv")).charts[0]).toMatchObject({
      ...{ kind: "line", data: { label: "Quarter", series: "Yard", value: "Faults" } },
    });
    csv(`Year,Yard,Faults\n${rows(["2025", "2026"])}\n`);
    expect((await made("data.csv", "--force")).charts[0]).toMatchObject({
      ...{ kind: "bar", data: { label: "Yard", series: "Year", value: "Faults" } },
    });
  });

  test("that lies on its side gives a metric a row; the corner may hold the unit", async () => {
    csv("EUR,2024,2025,2026,Total\nRent,100,110,120,330\nStaff,400,420,450,1270\n");
    const { metrics } = await made("data.csv");
    expect(metrics.map(({ name, unit, values }) => ({ name, unit, values }))).toEqual([
      { name: "Rent", unit: "EUR", values: { csv: "data.csv", across: true, value: "Rent" } },
      { name: "Staff", unit: "EUR", values: { csv: "data.csv", across: true, value: "Staff" } },
    ]);
  });

  test("that can be read in two ways is settled by an option", async () => {
    csv("Date,Calls\n03/04/2026,10\n05/06/2026,12\n");
    expect(await refused("data.csv")).toContain("--dates dmy or --dates mdy");
    expect((await made("data.csv", "--dates", "mdy")).metrics[0]?.values).toMatchObject({ dates: "mdy" });
    csv("Depot;Load\nA;12.900\nB;13.100\n");
    rmSync(join(cwd, "deck.json"));
    expect(await refused("data.csv")).toContain("--decimal . or --decimal ,");
    expect((await made("data.csv", "--decimal", ",")).charts[0]?.data).toMatchObject({ decimal: "," });
  });

  test("of a file whose other columns show the decimal mark are read with it", async () => {
    csv("Monat;Tickets;Anteil\n2026-01;1.204;71,5 %\n2026-02;1.310;69,0 %\n");
    const { metrics } = await made("data.csv");
    expect(metrics.map(({ values }) => values)).toEqual([
      expect.objectContaining({ decimal: ",", value: "Tickets" }),
      expect.objectContaining({ decimal: ",", value: "Anteil" }),
    ]);
    rmSync(join(cwd, "deck.json"));
    // Columns that show different marks decide nothing.
    csv("Monat;Tickets;Anteil;Kurs\n2026-01;1.204;71,5;1.25\n2026-02;1.310;69,0;1.27\n");
    expect((await made("data.csv")).metrics.map(({ values }) => values)).toEqual([
      expect.objectContaining({ value: "Anteil" }),
      expect.objectContaining({ value: "Kurs" }),
    ]);
  });

  test.each([
    ["Depot,Load\nA,1\nB,2\nTotal,3\n", 'The row "Total" sums up the others.'],
    ["Depot,Load\nA,1\nB,2\nC,4\nAll of them,7\n", 'The row "All of them" sums up the others.'],
    ["Report of 2026\n\nDepot,Load\nA,1\nB,2\n", "Delete the lines above the row that names the columns."],
    ["Depot,Chief\nA,Ann\nB,Bo\n", "The table has no column of numbers."],
    ["Load\n1\n2\n", "no column of periods or of names"],
    ["Depot,Load\nA,1\nA,2\nB,3\n", 'Several rows of the table have the same "Depot".'],
    [
      `Depot,Load\n${Array.from({ length: 61 }, (_, n) => `D${n},${n}`).join("\n")}\n`,
      "a bar chart shows 60 at most",
    ],
    ["Depot,Load\n", "no rows below its header"],
  ])("of %j is refused with the reason", async (text, reason) => {
    csv(text);
    expect(await refused("data.csv")).toContain(reason);
  });

  test("a column with a cell that is written wrong is left out, with the cell", async () => {
    csv("Month,Calls,Load\n2026-01,10,3\n2026-02,many,4\n2026-03,12,5\n");
    const { metrics, flat: said } = await made("data.csv");
    expect(metrics.map(({ name }) => name)).toEqual(["Load"]);
    expect(said).toContain('"many" in column "Calls"');
    expect(said).toContain("data.csv:3:9");
  });

  test("has to lie in the folder of the bundle, and to exist", async () => {
    mkdirSync(join(cwd, "deep"));
    csv(MONTHS);
    const outside = await cli(cwd, ["init", "deep", "--from", "data.csv"]);
    expect(flat(outside.err)).toContain("foredeck init deck.json --from data.csv");
    expect(await refused("dat.csv")).toContain('Did you mean "data.csv"?');
    expect(await refused("deep")).toContain('"deep" does not exist');
    csv("", "notes.md");
    expect(await refused("notes.md")).toContain("Save the table as an Excel workbook");
    csv(MONTHS, "deep/own.csv");
    expect((await made("deep/own.csv")).metrics[0]?.values).toMatchObject({ csv: "deep/own.csv" });
    const again = await cli(cwd, ["init", "--from", "data.csv"]);
    expect(again.exit).toBe(2);
    expect(again.err).toContain("already exists");
  });
});

describe("foredeck init --from, a workbook", () => {
  const FORMATS = ['#,##0\\ "€"', "0.0%", "mmm\\ yyyy"];
  const day = (month: number): number => [0, 46023, 46054, 46082, 46113][month] ?? 46023;
  const rows = [1, 2, 3, 4].map((n) => [
    formatted(day(n), 3),
    formatted(900 + n, 1),
    formatted(0.5 + n / 100, 2),
  ]);

  test("takes unit and percent from the formats, passes over titles, totals and notes, and names the range", async () => {
    xlsx({
      formats: FORMATS,
      sheets: [
        sheet("Line 4", [
          ["Report of line 4"],
          [],
          ["Month", "Takings", "On time"],
          ...rows,
          ["Total", formatted(3610, 1)],
          [],
          ["Source: machines"],
        ]),
      ],
      saved: "2026-05-04T09:00:00Z",
    });
    const { metrics, sources, flat: said } = await made("data.xlsx");
    expect(metrics.map(({ name, unit, asOf, values }) => ({ name, unit, asOf, values }))).toEqual([
      {
        ...{ name: "Takings", unit: "EUR", asOf: "2026-05-04" },
        values: { xlsx: "data.xlsx", sheet: "Line 4", range: "A3:C7", period: "Month", value: "Takings" },
      },
      {
        ...{ name: "On time", unit: "%", asOf: "2026-05-04" },
        values: { xlsx: "data.xlsx", sheet: "Line 4", range: "A3:C7", period: "Month", value: "On time" },
      },
    ]);
    expect(sources).toEqual([{ id: "source", name: "data", xlsx: "data.xlsx" }]);
    expect(said).toContain("Make it a table in Excel");
  });

  test("names a sheet that holds one table as a whole, so that it grows", async () => {
    xlsx({
      formats: FORMATS,
      sheets: [sheet("Line 4", [["Month", "Takings"], ...rows.map((row) => row.slice(0, 2))])],
    });
    const { metrics, flat: said } = await made("data.xlsx");
    expect(metrics[0]?.values).toEqual({
      xlsx: "data.xlsx",
      sheet: "Line 4",
      period: "Month",
      value: "Takings",
    });
    expect(said).not.toContain("Make it a table");
  });

  test("finds tables below and beside one another, and on other sheets; a hidden sheet is passed over", async () => {
    xlsx({
      sheets: [
        sheet("All", [
          ["Depot", "Load", null, "Cause", "Faults"],
          ["A", 4, null, "Rust", 5],
          ["B", 6, null, "Ice", 7],
          [],
          ["Year", "Crew"],
          [2024, 30],
          [2025, 33],
          [2026, 31],
        ]),
        sheet(
          "Scratch",
          [
            ["Depot", "Wrong"],
            ["A", 1],
            ["B", 2],
          ],
          { state: "hidden" },
        ),
      ],
    });
    const { metrics, charts, flat: said } = await made("data.xlsx");
    expect(metrics.map(({ values }) => values)).toEqual([
      { xlsx: "data.xlsx", sheet: "All", range: "A5:B8", period: "Year", value: "Crew" },
    ]);
    expect(charts.map(({ data }) => Object(data).range)).toEqual([undefined, "A1:B3", "D1:E3"]);
    expect(said).toContain('The sheet "Scratch" is hidden and was passed over.');
  });

  test("refuses one of which nothing can be read, with the reason", async () => {
    xlsx({ sheets: [sheet("Notes", [["Only words"], ["in one column"]])] });
    expect(await refused("data.xlsx")).toContain("No table was found in the file.");
    writeFileSync(join(cwd, "data.xlsx"), "no workbook");
    expect(await refused("data.xlsx")).toContain("data.xlsx");
  });

  test("keeps a deck short: six metrics and three charts, and says what it left out", async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Gauge ${n + 1}`);
    xlsx({
      sheets: [
        sheet("All", [
          ["Month", ...names],
          ...["2026-01", "2026-02", "2026-03"].map((month, n) => [month, ...names.map((_, at) => at + n)]),
        ]),
      ],
    });
    const { metrics, charts, flat: said } = await made("data.xlsx");
    expect([metrics.length, charts.length]).toEqual([6, 3]);
    expect(said).toContain('Left out, to keep the deck short: "Gauge 7" and "Gauge 8".');
  });
});
