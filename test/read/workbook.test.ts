import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { placeText } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import {
  type BookParts,
  book,
  type Content,
  formatted,
  formula,
  type SheetParts,
  tableXml,
  typed,
} from "../workbooks/write.ts";
import { LEAST, read as readWhole, refused } from "./bundles.ts";
import { memoryHost } from "./memory.ts";

const DAY = 46_266; // 2026-09-01
const FORMATS = ["mmm yyyy", "0.0%", "dd.mm.yyyy", '0.0"%"', "[h]:mm", '"Q"0', "yyyy"];
const [MONTH, PERCENT, DATE, WRITTEN, HOURS, QUARTER, YEAR] = FORMATS.map((_, n) => n + 1) as [
  ...[number, number, number, number, number, number, number],
];

const bundle = (values: object, unit = "visits"): object => ({
  ...LEAST,
  metrics: [{ id: "v", name: "Visits", unit, values }],
});
const host = (bytes: Uint8Array | string) => memoryHost({ "k.xlsx": bytes });

const parts = (
  rows: readonly (readonly Content[])[],
  more: Partial<SheetParts> = {},
  rest: Partial<BookParts> = {},
): BookParts => ({
  sheets: [{ name: "Visits 2026", rows, ...more }],
  formats: FORMATS,
  ...rest,
});
const HEAD = ["Month", "Visits"];
const source = (more: object = {}): object => ({ xlsx: "k.xlsx", period: "Month", value: "Visits", ...more });

/** Values of the metric as period=value, with the cell of each. */
async function values(
  given: BookParts,
  from: object = source(),
  unit = "visits",
): Promise<readonly string[]> {
  const { bundle: found, sourceMap } = await readWhole(bundle(from, unit), host(book(given)));
  const list = found.metrics?.[0]?.values;
  if (!Array.isArray(list)) throw new Error("the values were not read");
  return list.map(
    ({ period, value }, n) =>
      `${period}=${value}@${sourceMap.value(["metrics", 0, "values", n, "value"]).cell?.split("!")[1]}`,
  );
}

interface Said {
  readonly what: string;
  readonly place: string;
}
const said = (found: readonly Diagnostic[]): readonly Said[] =>
  found.map(({ what, place }) => ({
    what,
    place: place === undefined ? "" : placeText(place).replace("k.xlsx:'Visits 2026'!", ""),
  }));
const faults = async (
  given: BookParts | Uint8Array | string,
  from: object = source(),
  unit = "visits",
): Promise<readonly Said[]> => {
  const bytes = typeof given === "string" || given instanceof Uint8Array ? given : book(given);
  return said(await refused(bundle(from, unit), host(bytes)));
};
const whats = async (...all: Parameters<typeof faults>): Promise<readonly string[]> =>
  (await faults(...all)).map(({ what }) => what);

const warnings = async (given: BookParts, from: object = source()): Promise<readonly Diagnostic[]> =>
  (await readWhole(bundle(from), host(book(given)))).warnings;

describe("values from a workbook", () => {
  const rows = [
    ["Visits of the year", null, null],
    [],
    ["Month", "Visits", "Share"],
    [formatted(DAY, MONTH), 9120, formatted(0.41, PERCENT)],
    [formatted(DAY + 30, MONTH), 9640, formatted(0.07, PERCENT)],
    ["Total", 18_760, null],
  ];
  const sheet = parts(
    rows,
    { tables: [tableXml("Visits", "A3:C6", ["Month", "Visits", "Share"], ' totalsRowCount="1"')] },
    {
      names: "<definedName name=\"run_rate\">'Visits 2026'!$A$3:$C$5</definedName>",
    },
  );

  test.each([
    ["a table, without its row of totals", { table: "Visits" }],
    ["a table by a name in another case", { table: "VISITS" }],
    ["a defined name", { name: "run_rate" }],
    ["a range with its sheet", { range: "'Visits 2026'!A3:C5" }],
    ["a range of the only sheet", { range: "$A$3:$C$5" }],
    ["a range beside its sheet", { range: "a3:c5", sheet: "visits 2026" }],
  ])("by %s", async (_, by) => {
    expect(await values(sheet, source(by))).toEqual(["2026-09=9120@B4", "2026-10=9640@B5"]);
  });

  test("by a sheet or whole columns, below whatever stands above the headings", async () => {
    const plain = parts(rows.slice(0, 5));
    for (const by of [{}, { sheet: "Visits 2026" }, { range: "A:B" }])
      expect(await values(plain, source(by))).toEqual(["2026-09=9120@B4", "2026-10=9640@B5"]);
  });

  test("shown in percent are as many percent", async () => {
    expect(await values(sheet, source({ table: "Visits", value: "Share" }), "%")).toEqual([
      "2026-09=41@C4",
      "2026-10=7@C5",
    ]);
    const written = parts([HEAD, ["2026-09", formatted(41, WRITTEN)], ["2026-10", formatted(0, PERCENT)]]);
    expect(await values(written, source(), "%")).toEqual(["2026-09=41@B2", "2026-10=0@B3"]);
  });

  test("are missing where the cell is empty, says so, or asks for #N/A", async () => {
    const gaps = parts([
      HEAD,
      ["2026-01", null],
      ["2026-02", "n/a"],
      ["2026-03", typed("e", "<f>NA()</f><v>#N/A</v>")],
      ["2026-04", formula("x", "")],
      ["2026-05", typed("e", "<v>#N/A</v>")],
      ["2026-06", 1],
    ]);
    expect((await values(gaps)).map((one) => one.split("@")[0])).toEqual([
      ...["2026-01=null", "2026-02=null", "2026-03=null", "2026-04=null", "2026-05=null", "2026-06=1"],
    ]);
  });

  test.each([
    ["the first days of months", [DAY, DAY + 30], DATE, ["2026-09", "2026-10"]],
    ["days that show their month, two of one month", [DAY + 2, DAY + 3], MONTH, ["2026-09-03", "2026-09-04"]],
    ["days that show their month", [DAY + 2, DAY + 33], MONTH, ["2026-09", "2026-10"]],
    ["years", [DAY, DAY + 365], YEAR, ["2026", "2027"]],
    ["other days", [DAY + 2, DAY + 40], DATE, ["2026-09-03", "2026-10-11"]],
  ])("%s become periods", async (_, days, format, periods) => {
    const given = parts([HEAD, ...days.map((day, n) => [formatted(day, format), n])]);
    expect((await values(given)).map((one) => one.split("=")[0])).toEqual(periods);
  });

  test("count their days from 1904 where the workbook does", async () => {
    const given = parts(
      [HEAD, [formatted(DAY - 1462, MONTH), 1]],
      {},
      { properties: '<workbookPr date1904="1"/>' },
    );
    expect(await values(given)).toEqual(["2026-09=1@B2"]);
  });

  test("have periods as numbers and as text", async () => {
    expect(await values(parts([HEAD, [2025, 1], [2026, 2]]))).toEqual(["2025=1@B2", "2026=2@B3"]);
    expect(await values(parts([HEAD, ["Q3 2026", 1], ["Q4 2026", 2]]))).toEqual([
      "2026-Q3=1@B2",
      "2026-Q4=2@B3",
    ]);
  });

  test("are found by headings with line breaks and spaces", async () => {
    const given = parts([
      [" Month", "Visits\n2026"],
      ["2026-01", 1],
    ]);
    expect(await values(given, source({ value: "Visits 2026" }))).toEqual(["2026-01=1@B2"]);
  });

  test("end with the last row that holds some", async () => {
    const blank = Array.from({ length: 3_000 }, (): Content[] =>
      [{ xml: 's="1"/' }, { xml: 's="1"/' }].map(() => null),
    );
    expect(await values(parts([HEAD, ["2026-01", 1], ...blank, ["2026-02", 2]]))).toEqual([
      "2026-01=1@B2",
      "2026-02=2@B3003",
    ]);
  });
});

describe("a cell that is no number", () => {
  const bad = (content: Content, unit?: string): Promise<readonly Said[]> =>
    faults(parts([HEAD, ["2026-01", 1], ["2026-02", content]]), source(), unit);

  test.each([
    [
      "the error of a formula",
      typed("e", "<f>A1/0</f><v>#DIV/0!</v>"),
      messages.workbookError({}, "#DIV/0!", messages.column("Visits")),
    ],
    [
      "a lookup that found nothing",
      typed("e", "<f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>"),
      messages.workbookError({}, "#N/A", messages.column("Visits")),
    ],
    [
      "a formula that nobody computed",
      formula("SUM(B2:B3)"),
      messages.workbookUncomputed({}, messages.column("Visits"), "SUM(B2:B3)"),
    ],
    [
      "text that looks like one",
      "9120",
      messages.tableNumber({}, "9120", messages.column("Visits"), "text-number"),
    ],
    [
      "text that looks like one, with spaces",
      " 9\u00a0120,5",
      messages.tableNumber({}, "9\u00a0120,5", messages.column("Visits"), "text-number"),
    ],
    ["text", "many", messages.tableNumber({}, "many", messages.column("Visits"), "number")],
    ["a dash", "–", messages.tableNumber({}, "–", messages.column("Visits"), "dash")],
    ["a date", formatted(DAY, MONTH), messages.tableNumber({}, "2026-09", messages.column("Visits"), "date")],
    ["hours", formatted(1.5, HOURS), messages.tableNumber({}, "1.5", messages.column("Visits"), "time")],
    ["true", true, messages.tableNumber({}, "TRUE", messages.column("Visits"), "boolean")],
    [
      "a percentage among others",
      formatted(0.4, PERCENT),
      messages.tableNumber({}, "40%", messages.column("Visits"), "some-percent"),
    ],
    [
      "a number beyond all that are counted",
      2e15,
      messages.tableNumber({}, "2000000000000000", messages.column("Visits"), "number"),
    ],
  ])("as %s, is named", async (_, content, message) => {
    expect(await bad(content)).toEqual([{ what: message.what, place: "B3" }]);
  });

  test("says how to mend it, in the words of Excel", async () => {
    const diagnostics = await refused(
      bundle(source()),
      host(
        book(
          parts([
            HEAD,
            ["2026-01", formula("1+1")],
            ["2026-02", "9"],
            ["2026-03", typed("e", "<v>#REF!</v>")],
          ]),
        ),
      ),
    );
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      messages.workbookUncomputed({}, messages.column(""), "").hint,
      messages.tableNumber({}, "", messages.column(""), "text-number").hint,
      messages.workbookError({}, "#REF!", messages.column("")).hint,
    ]);
  });

  test("is a percentage of what is not counted in percent", async () => {
    const given = parts([HEAD, ["2026-01", formatted(0.4, PERCENT)]]);
    const [found] = await refused(bundle(source()), host(book(given)));
    const { what, hint } = messages.tableNumber({}, "40%", messages.column("Visits"), "percent", "xlsx");
    expect(found).toMatchObject({ what, hint });
  });

  test("is one finding with a count, of each kind", async () => {
    const given = parts([
      HEAD,
      ...["#REF!", "#DIV/0!", "#REF!"].map((text, n) => [`2026-0${n + 1}`, typed("e", `<v>${text}</v>`)]),
    ]);
    expect(await whats(given)).toEqual([
      messages.andMore(messages.workbookError({}, "#REF!", messages.column("Visits")), 1, "cell").what,
      messages.workbookError({}, "#DIV/0!", messages.column("Visits")).what,
    ]);
  });

  test("is a zero that a program put in the place of a result", async () => {
    const calculation = '<calcPr fullCalcOnLoad="1"/>';
    const zero = parts([HEAD, ["2026-01", formula("A1+1", 0)]], {}, { calculation });
    expect(await whats(zero)).toEqual([
      messages.workbookUncomputed({}, messages.column("Visits"), "A1+1").what,
    ]);
    const other = parts([HEAD, ["2026-01", formula("A1+1", 7)]], {}, { calculation });
    expect(said(await warnings(other))).toEqual([{ what: messages.workbookStale({}, 1).what, place: "B2" }]);
  });
});

describe("a period that is none", () => {
  test.each([
    [
      "an error",
      typed("e", "<v>#VALUE!</v>"),
      messages.workbookError({}, "#VALUE!", messages.column("Month")),
    ],
    ["29 February 1900", formatted(60, MONTH), messages.workbookBadDate({}, "60", messages.column("Month"))],
    [
      "a serial number without a format",
      DAY,
      messages.tablePeriod({}, String(DAY), messages.column("Month"), "serial", undefined),
    ],
    [
      "an empty cell beside a value",
      null,
      messages.tablePeriod({}, "", messages.column("Month"), "form", undefined),
    ],
  ])("%s", async (_, content, message) => {
    expect(await faults(parts([HEAD, ["2026-01", 1], [content, 2]]))).toEqual([
      { what: message.what, place: "A3" },
    ]);
  });

  test("is a text that can be two days, until the bundle says which", async () => {
    const given = parts([HEAD, ["03/04/2026", 1]]);
    const [found] = await refused(bundle(source()), host(book(given)));
    expect(found).toMatchObject({
      code: "xlsx/ambiguous-date",
      hint: expect.stringContaining('beside "xlsx"'),
    });
    expect(await values(given, source({ dates: "dmy" }))).toEqual(["2026-04-03=1@B2"]);
  });
});

describe("merged cells", () => {
  const merged = (cells: string) => ({ after: `<mergeCells><mergeCell ref="${cells}"/></mergeCells>` });
  const rows = [
    ["Month", "Visits", null],
    ["2026-01", 1, 2],
    ["2026-02", 3, 4],
  ];

  test("are refused in headings, and in data of which only the first cell has a value", async () => {
    expect(await faults(parts(rows, merged("B1:C1")))).toEqual([
      { what: messages.workbookMergedHeading({}, "Visits", "B1:C1").what, place: "B1" },
    ]);
    expect(
      await faults(parts([["2026", null], ...rows], merged("A1:B1")), source({ range: "A1:B4" })),
    ).toEqual([{ what: messages.workbookMergedHeading({}, "2026", "A1:B1").what, place: "A1" }]);
    expect(await faults(parts(rows, merged("B2:B3")))).toEqual([
      { what: messages.workbookMergedCells({}, "B2:B3", messages.column("Visits")).what, place: "B2" },
    ]);
  });

  test("do no harm above the headings, beside the columns, and where the first one is meant", async () => {
    for (const cells of ["B2:C2", "E1:F9", "A9:C9"])
      expect(await values(parts(rows, merged(cells)))).toHaveLength(2);
    expect(await values(parts([["Visits of 2026", null], ...rows], merged("A1:C1")))).toHaveLength(2);
  });
});

describe("hidden rows and columns", () => {
  const rows = [HEAD, ["2026-01", 1], ["2026-02", 2], ["2026-03", 3], ["2026-04", 4], ["2026-05", 5]];
  const hidden = parts(rows, {
    rowAttributes: { 3: 'hidden="1"', 4: 'ht="0" customHeight="1"', 6: 'hidden="true"', 9: 'hidden="1"' },
  });

  test("are read, which a warning says", async () => {
    expect(await values(hidden)).toHaveLength(5);
    const found = await warnings(hidden);
    expect(said(found)).toEqual([
      { what: messages.workbookHiddenLines({}, "row", "3–4, 6", 3).what, place: "A3" },
    ]);
    expect(found[0]?.path).toEqual(["metrics", 0, "values", "xlsx"]);
    const column = parts(rows, { before: '<cols><col min="2" max="2" hidden="1"/></cols>' });
    expect(said(await warnings(column))).toEqual([
      { what: messages.workbookHiddenLine({}, messages.column("Visits"), "B").what, place: "B2" },
    ]);
  });

  test("count or do not, as the bundle says", async () => {
    expect(await values(hidden, source({ hidden: "skip" }))).toEqual(["2026-01=1@B2", "2026-04=4@B5"]);
    expect(await values(hidden, source({ hidden: "read" }))).toHaveLength(5);
    for (const answer of ["skip", "read"])
      expect(await warnings(hidden, source({ hidden: answer }))).toEqual([]);
  });
});

test("values of formulas that read other workbooks are read, with a warning that names those", async () => {
  const given = parts(
    [
      HEAD,
      ["2026-01", formula("[1]Plan!$B$2*2", 8)],
      ["2026-02", formula("'[1]Plan 2'!B3", 9)],
      ["2026-03", formula("T[1]", 3)],
    ],
    {},
    { others: ["file:///C:/money/plan.xlsx"] },
  );
  expect(said(await warnings(given))).toEqual([
    { what: messages.workbookLinked({}, 2, ["plan.xlsx"]).what, place: "B2" },
  ]);
});

describe("cells that are not there", () => {
  const two: BookParts = {
    sheets: [
      { name: "Visits 2026", rows: [HEAD, ["2026-01", 1]], tables: [tableXml("Visits", "A1:B2", HEAD)] },
      { name: "Other", rows: [["9", "8"]] },
      { name: "Empty" },
    ],
    names: [
      "<definedName name=\"ours\">'Visits 2026'!$A$1:$B$2</definedName>",
      '<definedName name="gone">#REF!</definedName>',
      '<definedName name="theirs">[1]Plan!$A$1:$B$2</definedName>',
      '<definedName name="areas">Other!$A$1:$B$1,Other!$A$2:$B$2</definedName>',
      '<definedName name="moves">OFFSET(Other!$A$1,0,0,2,2)</definedName>',
      '<definedName name="rate">0.41</definedName>',
      '<definedName name="both" localSheetId="0">$A$1:$B$2</definedName>',
      '<definedName name="both" localSheetId="1">Other!$A$1:$B$2</definedName>',
      '<definedName name="listed">Visits[#All]</definedName>',
    ].join(""),
  };
  const k = "k.xlsx";
  test.each([
    [
      "a table with another name",
      { table: "Visit" },
      messages.workbookNoPart({}, k, "table", "Visit", undefined, "Visits", []),
    ],
    [
      "a table that is a name",
      { table: "ours" },
      messages.workbookNoPart({}, k, "table", "ours", "name", undefined, []),
    ],
    [
      "a name that is a sheet",
      { name: "Other" },
      messages.workbookNoPart({}, k, "name", "Other", "sheet", undefined, []),
    ],
    [
      "a name of one letter less",
      { name: "our" },
      messages.workbookNoPart({}, k, "name", "our", undefined, "ours", []),
    ],
    [
      "a sheet",
      { sheet: "Visits" },
      messages.workbookNoPart({}, k, "sheet", "Visits", undefined, "Visits 2026", []),
    ],
    [
      "a range on such a sheet",
      { range: "Othr!A1:B2" },
      messages.workbookNoPart({}, k, "sheet", "Othr", undefined, "Other", []),
    ],
    ["a range that is a table", { range: "Visits" }, messages.workbookNotARange({}, "Visits", "table")],
    [
      "a range of another workbook",
      { range: "[b.xlsx]S!A1:B2" },
      messages.workbookBadRange({}, "[b.xlsx]S!A1:B2", true),
    ],
    [
      "a range of another program",
      { range: "Other.A1:B2" },
      messages.workbookBadRange({}, "Other.A1:B2", false),
    ],
    ["deleted cells", { name: "gone" }, messages.workbookName({}, "gone", "#REF!", "broken")],
    [
      "cells of another workbook",
      { name: "theirs" },
      messages.workbookName({}, "theirs", "[1]Plan!$A$1:$B$2", "outside"),
    ],
    [
      "several areas",
      { name: "areas" },
      messages.workbookName({}, "areas", "Other!$A$1:$B$1,Other!$A$2:$B$2", "several"),
    ],
    [
      "a moving area",
      { name: "moves" },
      messages.workbookName({}, "moves", "OFFSET(Other!$A$1,0,0,2,2)", "formula"),
    ],
    ["a number", { name: "rate" }, messages.workbookName({}, "rate", "0.41", "constant")],
    [
      "a name of two sheets",
      { name: "both" },
      messages.workbookWhichSheet({}, k, "name", ["Visits 2026", "Other"], []),
    ],
    [
      "a range without a sheet",
      { range: "A1:B2" },
      messages.workbookWhichSheet({}, k, "range", ["Visits 2026", "Other", "Empty"], []),
    ],
    [
      "nothing at all",
      {},
      messages.workbookWhichSheet({}, k, undefined, ["Visits 2026", "Other", "Empty"], ["Visits"]),
    ],
    ["two things", { table: "Visits", name: "ours" }, messages.workbookTwoParts({}, "table", "name")],
    [
      "two sheets",
      { range: "Other!A1:B2", sheet: "Empty" },
      messages.workbookSheetElsewhere({}, "The range", "Other", "Empty"),
    ],
    [
      "a table elsewhere",
      { table: "Visits", sheet: "Other" },
      messages.workbookSheetElsewhere({}, "The table Visits", "Visits 2026", "Other"),
    ],
    ["an empty sheet", { sheet: "Empty" }, messages.workbookEmpty({}, "k.xlsx:Empty")],
  ])("%s", async (_, by, message) => {
    const diagnostics = await refused(bundle(source(by)), host(book(two)));
    expect(diagnostics.map(({ what, hint, code }) => ({ what, hint, code }))).toEqual([
      { what: message.what, hint: message.hint, code: message.code },
    ]);
    expect(diagnostics[0]?.place?.file).toBe("b.json");
  });

  test("are found by a name of one sheet, and by one that stands for a table", async () => {
    for (const by of [
      { name: "both", sheet: "Visits 2026" },
      { name: "'Visits 2026'!both" },
      { name: "listed" },
    ])
      expect(await values(two, source(by))).toEqual(["2026-01=1@B2"]);
  });

  test("columns: the nearest heading, the row above, the first row", async () => {
    const rows = [
      ["Month", "Visits", "Share"],
      ["2026-01", 1, 2],
      ["2026-02", 3, 4],
    ];
    const label = (cells: string): string => `k.xlsx:'Visits 2026'!${cells}`;
    expect(await whats(parts(rows), source({ value: "Vists", range: "A1:C3" }))).toEqual([
      messages.tableNoColumn({}, messages.column("Vists"), label("A1:C3"), "Visits", [], "xlsx").what,
    ]);
    const diagnostics = await refused(bundle(source({ range: "A2:C3" })), host(book(parts(rows))));
    expect(diagnostics.map(({ hint }) => hint)).toEqual(
      ["Month", "Visits"].map(
        (name) => messages.workbookHeadingAbove({}, name, "", "'Visits 2026'!A1:C3").hint,
      ),
    );
    expect(await whats(parts(rows), source({ range: "A3:C3" }))).toEqual(
      ["Month", "Visits"].map(
        (name) => messages.workbookNoHeadings({}, messages.column(name), label("A3:C3"), []).what,
      ),
    );
    const twice = parts([
      ["Month", "Visits", "Visits"],
      ["2026-01", 1, 2],
    ]);
    expect(await faults(twice)).toEqual([
      { what: messages.tableRepeatedColumn({}, messages.column("Visits")).what, place: "C1" },
    ]);
    expect(await whats(parts([HEAD]))).toEqual([messages.tableEmpty({}, "xlsx").what]);
  });

  test("columns that are called by numbers, such as years", async () => {
    const rows = [
      ["Ward", 2025, 2026],
      ["A", 1, 2],
    ];
    const chart = (column: string): object => ({
      ...LEAST,
      charts: [
        {
          id: "c",
          kind: "column",
          message: "It rises.",
          unit: "beds",
          data: { xlsx: "k.xlsx", label: "Ward", value: column },
        },
      ],
    });
    expect((await readWhole(chart("2026"), host(book(parts(rows))))).bundle.charts?.[0]?.data).toEqual([
      { label: "A", value: 2 },
    ]);
    expect((await refused(chart("2062"), host(book(parts(rows)))))[0]?.hint).toBe('Did you mean "2026"?');
    const months = parts([
      ["Ward", formatted(DAY, MONTH)],
      ["A", 3],
    ]);
    expect((await readWhole(chart("2026-09"), host(book(months)))).bundle.charts?.[0]?.data).toEqual([
      { label: "A", value: 3 },
    ]);
  });

  test("rows: more than a metric has", async () => {
    const many = Array.from({ length: 2_001 }, (_, n) => [formatted(DAY + n, DATE), n]);
    expect(await whats(parts([HEAD, ...many]))).toEqual([
      messages.tableTooManyRows({}, 2_000, "metric", "xlsx").what,
    ]);
    expect(await values(parts([HEAD, ...many.slice(1)]))).toHaveLength(2_000);
    expect(await whats(parts([HEAD, ...many, ...many, ...many]))).toEqual([
      messages.tableTooManyRows({}, 2_000, "metric", "xlsx").what,
    ]);
  });
});

describe("a file that is no workbook", () => {
  const wide = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const ole = (stream: string): Uint8Array =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array<number>(504).fill(0),
      ...wide(stream),
      0,
      0,
    ]);
  const zip = (name: string, text = ""): Uint8Array => book({ sheets: [], files: { [name]: text } });
  test.each([
    ["with a password", ole("EncryptedPackage"), "encrypted"],
    ["of Excel 97", ole("Workbook"), "xls"],
    ["of Word 97", ole("WordDocument"), "old-office"],
    ["a PDF", "%PDF-1.7", "pdf"],
    ["a web page", "<html><table>", "web-page"],
    ["a CSV file", "Month,Visits\n", "text"],
    [
      "an XML spreadsheet",
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      "xml-2003",
    ],
    ["without bytes", "", "empty"],
  ] as const)("%s is named as what it is", async (_, bytes, kind) => {
    expect(await whats(bytes)).toEqual([messages.noWorkbook({}, "k.xlsx", kind).what]);
  });

  test("of other kinds of archives", async () => {
    const archive = (name: string, text: string): Uint8Array => zip(name, text);
    const binary = archive(
      "_rels/.rels",
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    );
    expect(await whats(binary)).toEqual([messages.noWorkbook({}, "k.xlsx", "xlsb").what]);
    const slides = archive(
      "_rels/.rels",
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
    );
    expect(await whats(slides)).toEqual([messages.workbookDamaged({}, "k.xlsx").what]);
    expect(await whats(book({ sheets: [{ name: "S" }] }).subarray(0, 900))).toEqual([
      messages.workbookDamaged({}, "k.xlsx").what,
    ]);
  });

  test("but an attack on its reader is refused", async () => {
    const entity = '<!DOCTYPE workbook [<!ENTITY e "x">]><workbook>&e;</workbook>';
    expect(await whats(zip("xl/workbook.xml", entity))).toEqual([messages.workbookUnsafe({}, "k.xlsx").what]);
  });

  test("is told apart from a CSV file, either way round", async () => {
    const csv = { csv: "k.xlsx", period: "Month", value: "Visits" };
    const diagnostics = await refused(bundle(csv), host(book(parts([HEAD]))));
    expect(diagnostics[0]?.hint).toContain('"xlsx" in place of "csv"');
    expect(messages.noWorkbook({}, "k.xlsx", "text").hint).toContain('"csv" in place of "xlsx"');
  });
});

describe("data of charts from a workbook", () => {
  const chart = (data: object, kind = "column"): object => ({
    ...LEAST,
    charts: [{ id: "c", kind, message: "It rises.", unit: "beds", data: { xlsx: "k.xlsx", ...data } }],
  });
  const given = book(
    parts([
      ["Quarter", "Ward", "Beds", "Plan"],
      [formatted(1, QUARTER), "A", 10, 11],
      [formatted(1, QUARTER), "B", 5, null],
      [formatted(2, QUARTER), "A", 12, 13],
    ]),
  );

  test("wide and long, with labels as the cells show them", async () => {
    const wide = await readWhole(
      chart({ label: "Ward", values: ["Beds", "Plan"], range: "A1:D3" }),
      host(given),
    );
    expect(wide.bundle.charts?.[0]).toMatchObject({
      series: ["Beds", "Plan"],
      data: [
        { label: "A", values: [10, 11] },
        { label: "B", values: [5, null] },
      ],
    });
    expect(wide.sourceMap.value(["charts", 0, "data", 1, "values", 0])).toMatchObject({
      cell: "'Visits 2026'!C3",
      line: 3,
      column: 3,
    });
    const long = await readWhole(chart({ label: "Quarter", series: "Ward", value: "Beds" }), host(given));
    expect(long.bundle.charts?.[0]).toMatchObject({
      series: ["A", "B"],
      data: [
        { label: "Q1", values: [10, 5] },
        { label: "Q2", values: [12, null] },
      ],
    });
  });

  test("are checked as those of the bundle are", async () => {
    const diagnostics = await refused(
      chart({ label: "Quarter", series: "Quarter", value: "Beds" }),
      host(given),
    );
    expect(diagnostics.map(({ code, place }) => [code, place?.cell])).toEqual([
      ["xlsx/repeated-cell", "'Visits 2026'!A3"],
    ]);
    const unknown = await refused(chart({ label: "Ward", vlaue: "Beds" }), host(given));
    expect(unknown[0]?.what).toBe(
      messages
        .unknownField({}, "vlaue", 'charts[0] "c"', "value", [])
        .what.replace('charts[0] "c"', "charts[0].data"),
    );
  });
});

describe("fields of a table that are wrong", () => {
  const found = async (values: object): Promise<readonly (string | undefined)[]> =>
    (await refused(bundle(values), host(book(parts([HEAD]))))).map(({ what, hint }) => `${what} ${hint}`);

  test("are told by those of the format that is meant", async () => {
    expect(await found({ ...source(), tabel: "Visits" })).toEqual([
      'metrics[0].values has no field "tabel". Did you mean "table"?',
    ]);
    expect(await found({ xslx: "k.xlsx", table: "Visits", period: "Month", value: "Visits" })).toEqual([
      'metrics[0].values has no field "xslx". Did you mean "xlsx"?',
    ]);
    const [decimal = ""] = await found({ ...source(), decimal: "," });
    expect(decimal).toMatch(/^metrics\[0\]\.values has no field "decimal"\. It may have xlsx, table, /);
  });
});

describe("a source that is a workbook", () => {
  const withSource = (more: object): object => ({
    ...LEAST,
    sources: [{ id: "kpi", name: "KPI workbook", xlsx: "k.xlsx", ...more }],
  });
  const saved = book(parts([HEAD], {}, { saved: "2026-11-03T09:00:00Z" }));

  test("has the day on which it was saved, unless the bundle gives one", async () => {
    const dates = async (more: object) =>
      (await readWhole(withSource(more), host(saved))).bundle.sources?.[0]?.date;
    expect(await dates({})).toBe("2026-11-03");
    expect(await dates({ date: "2026-10-31" })).toBe("2026-10-31");
    expect((await readWhole(withSource({}), host(saved))).files).toEqual(["k.xlsx"]);
  });

  test("has the sheet that the bundle names", async () => {
    const diagnostics = await refused(withSource({ sheet: "Visit 2026" }), host(saved));
    expect(said(diagnostics).map(({ what }) => what)).toEqual([
      messages.workbookNoPart({}, "k.xlsx", "sheet", "Visit 2026", undefined, "Visits 2026", []).what,
    ]);
  });
});
