import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LEAST, read, refused } from "../read/bundles.ts";
import { memoryHost } from "../read/memory.ts";
import { book, formatted, formula, tableXml, typed } from "../workbooks/write.ts";

/** Workbooks as LibreOffice writes them: it opens one of ours, computes it, and saves it in its own words. */
let folder = "";
let saved = new Uint8Array();
const DAY = 46_266; // 2026-09-01

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-calc-"));
  mkdirSync(join(folder, "out"));
  const rows = [
    ["Report"],
    ["Month", "Visits", "Share", "Bad", "As text"],
    ...[9120, 9640, 9830].map((value, n) => [
      formatted(DAY + (n === 2 ? 61 : n * 30), 1),
      n === 2 ? formula("B4+190") : value,
      formatted(0.41 + n / 100, 2),
      formula("1/0"),
      typed("str", `<v>${value}</v>`),
    ]),
  ];
  const bytes = book({
    sheets: [
      {
        name: "Visits & more",
        rows,
        rowAttributes: { 4: 'hidden="1"' },
        tables: [tableXml("Visits", "A2:E5", ["Month", "Visits", "Share", "Bad", "As text"])],
      },
    ],
    names: "<definedName name=\"run_rate\">'Visits &amp; more'!$A$2:$C$5</definedName>",
    formats: ["mmm yyyy", "0.0%"],
    calculation: '<calcPr fullCalcOnLoad="1"/>',
  });
  writeFileSync(join(folder, "k.xlsx"), bytes);
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`,
      ...["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")],
      join(folder, "k.xlsx"),
    ],
    { stdio: "ignore" },
  );
  saved = new Uint8Array(readFileSync(join(folder, "out", "k.xlsx")));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundle = (values: object, unit = "visits"): object => ({
  ...LEAST,
  metrics: [
    { id: "v", name: "Visits", unit, values: { xlsx: "k.xlsx", period: "Month", hidden: "read", ...values } },
  ],
});
const valuesOf = async (values: object, unit?: string) =>
  (await read(bundle(values, unit), memoryHost({ "k.xlsx": saved }))).bundle.metrics?.[0]?.values;

test("dates, numbers, percentages and computed formulas are those of the workbook", async () => {
  const visits = [
    { period: "2026-09", value: 9120 },
    { period: "2026-10", value: 9640 },
    { period: "2026-11", value: 9830 },
  ];
  for (const cells of [{ table: "Visits" }, { name: "run_rate" }, { range: "'Visits & more'!A2:C5" }, {}])
    expect(await valuesOf({ ...cells, value: "Visits" })).toEqual(visits);
  const shares = await valuesOf({ value: "Share" }, "%");
  expect(Array.isArray(shares) && shares.map(({ value }) => value)).toEqual([41, 42, 43]);
  expect(await valuesOf({ value: "Visits", hidden: "skip" })).toHaveLength(2);
});

test("errors and numbers that are text are named", async () => {
  const codes = async (value: string) =>
    (await refused(bundle({ value }), memoryHost({ "k.xlsx": saved }))).map(({ code, place }) => [
      code,
      place?.cell,
    ]);
  expect(await codes("Bad")).toEqual([["xlsx/cell", "'Visits & more'!D3"]]);
  expect(await codes("As text")).toEqual([["xlsx/cell", "'Visits & more'!E3"]]);
});
