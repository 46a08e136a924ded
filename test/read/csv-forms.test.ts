import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { encode, said } from "./bundles.ts";
import { readChartCsv, readCsv } from "./csv-tables.ts";

const source = { csv: "d.csv", label: "Ort", value: "Umsatz" };
const chart = (text: string | Uint8Array, more: object = {}, percent = false) => {
  const { data, problems } = readChartCsv(
    typeof text === "string" ? encode(text) : text,
    "d.csv",
    { ...source, ...more },
    () => ({}),
    percent,
  );
  return { values: data.map(({ value }) => value), labels: data.map(({ label }) => label), problems };
};
/** A column of these cells beside one of labels. */
const column = (cells: readonly string[], delimiter = ";") =>
  `Ort${delimiter}Umsatz\n${cells.map((cell, i) => `r${i}${delimiter}${cell}`).join("\n")}\n`;

describe("encodings", () => {
  const text = "Ort;Umsatz\r\nKöln;5\r\n";
  const utf16 = (swap: boolean, mark: boolean) => {
    const units = [...(mark ? ["\ufeff"] : []), ...text].map((unit) => unit.charCodeAt(0));
    return Uint8Array.from(units.flatMap((u) => (swap ? [u >> 8, u & 255] : [u & 255, u >> 8])));
  };
  test.each([
    ["UTF-8 with a mark", encode(`\ufeff${text}`)],
    ["UTF-16LE", utf16(false, true)],
    ["UTF-16BE", utf16(true, true)],
    ["UTF-16LE without a mark", utf16(false, false)],
    ["UTF-16BE without a mark", utf16(true, false)],
    ["Windows-1252", Uint8Array.from([...text].map((unit) => unit.charCodeAt(0)))],
  ])("%s", (_name, bytes) => {
    expect(chart(bytes)).toEqual({ labels: ["Köln"], values: [5], problems: [] });
  });

  // Words of other code pages: Slask in 1250, Moskva in 1251, Muenchen in Macintosh and in DOS.
  test.each([
    ["Windows-1250", [0x8c, 0x6c, 0xb9, 0x73, 0x6b]],
    ["Windows-1251", [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]],
    ["Macintosh", [0x4d, 0x9f, 0x6e]],
    ["DOS", [0x4d, 0x81, 0x6e]],
  ])("%s is refused, not guessed", (_name, word) => {
    const bytes = Uint8Array.from([...encode("Ort;Umsatz\n"), ...word, ...encode(";5\n")]);
    expect(said(chart(bytes).problems)).toEqual([messages.csvEncoding({})]);
  });

  test.each([
    ["little ends first", (unit: number) => [unit, 0, 0, 0], [0xff, 0xfe, 0, 0]],
    ["big ends first", (unit: number) => [0, 0, 0, unit], [0, 0, 0xfe, 0xff]],
  ])("UTF-32 with %s is refused, not read as UTF-16", (_name, four, mark) => {
    const bytes = Uint8Array.from([
      ...mark,
      ...[..."Ort;Umsatz\nA;5\n"].flatMap((x) => four(x.charCodeAt(0))),
    ]);
    expect(said(chart(bytes).problems)).toEqual([messages.csvEncoding({})]);
  });

  test.each([
    ["at its start", "\0".repeat(40)],
    ["in a word", "Ort;Um\0satz\nKöln;5\n"],
  ])("a NUL in the heading, %s, is named and not read as a name", (_place, text) => {
    const { problems, values } = chart(text);
    expect(values).toEqual([]);
    expect(said(problems)).toEqual([messages.csvNul({}, "d.csv")]);
  });

  test.each([
    ["workbook", [0x50, 0x4b, 3, 4, ...encode("…xl/workbook.xml")]],
    ["presentation", [0x50, 0x4b, 3, 4, ...encode("…ppt/presentation.xml")]],
    ["pdf", [...encode("%PDF-1.7\n")]],
    ["zip", [0x50, 0x4b, 3, 4, 0, 0]],
    ["web-page", [...encode("\n<!DOCTYPE html><title>Sign in</title>")]],
  ] as const)("a %s is named as what it is", (kind, bytes) => {
    expect(said(chart(Uint8Array.from(bytes)).problems)).toEqual([
      messages.csvOtherFormat({}, "d.csv", kind),
    ]);
  });
});

describe("delimiters", () => {
  test.each([
    ["a comma in a heading amid semicolons", "Ort;Umsatz, netto\nA;5\n", { value: "Umsatz, netto" }],
    ["many commas in a heading", "Ort;a, b, c, d\nA;5\n", { value: "a, b, c, d" }],
    ["a line that names it", "sep=;\r\nOrt;Umsatz\r\nA;5\r\n", {}],
    ["bars, as databases write them", "Ort|Umsatz, netto\nA|5\n", { value: "Umsatz, netto" }],
    ["a line that names a bar", "sep=|\nOrt|Umsatz\nA|5\n", {}],
    ["a line that names a tab", '"sep=\t"\nOrt\tUmsatz\nA\t5\n', {}],
    ["empty rows of a spreadsheet", "Ort;Umsatz;\n;;\nA;5;;\n;;\n", {}],
    ["letters with accents as two characters", "Ort;Zu\u0308rich\nA;5\n", { value: "Zürich" }],
  ])("%s", (_name, text, more) => {
    expect(chart(text, more)).toEqual({ labels: ["A"], values: [5], problems: [] });
  });
});

describe("labels", () => {
  test("are one line, whatever lines a cell has", () => {
    expect(chart('Ort;Umsatz\n"Bad\r\nEms";5\n').labels).toEqual(["Bad Ems"]);
  });

  test.each([
    ["a null", "A\0", 0, "control"],
    ["an override", "A\u202eB", 0x202e, "direction"],
    ["a tag", "A\u{e0041}", 0xe0041, "tag"],
  ] as const)("that hold %s are refused, once a column", (_name, label, code, fault) => {
    expect(said(chart(`Ort;Umsatz\n${label};5\n${label}2;5\n`).problems)).toEqual([
      messages.andMore(messages.badCharacter({}, code, fault), 1, "cell"),
    ]);
  });
});

describe("numbers", () => {
  test.each([
    [
      ["1200,50", "900,25"],
      [1200.5, 900.25],
    ],
    [
      ["1.200,50", "12.900"],
      [1200.5, 12_900],
    ],
    [
      ["1,200.50", "12,900"],
      [1200.5, 12_900],
    ],
    [
      ["1.234.567", "1.200"],
      [1_234_567, 1200],
    ],
    [
      ["1 200", "12\u00a0900", "1\u202f000\u202f000"],
      [1200, 12_900, 1_000_000],
    ],
    [
      ["1'200.5", "12’900"],
      [1200.5, 12_900],
    ],
    [
      ["12,34,567.5", "1"],
      [1_234_567.5, 1],
    ],
    [
      ["0,125", "1,250"],
      [0.125, 1.25],
    ],
    [
      ["\u22125,5", "+3", "4-", "(7)"],
      [-5.5, 3, -4, -7],
    ],
    [
      ["-0,0", "(0)"],
      [0, 0],
    ],
    [
      ["1,5E+03", "2"],
      [1500, 2],
    ],
    [
      ["", "n/a", "#N/A", "NULL", "NaN", "..", "3"],
      [null, null, null, null, null, null, 3],
    ],
  ])("%j", (cells, values) => {
    const quoted = cells.map((cell) => `"${cell}"`);
    for (const delimiter of [";", "\t", ","])
      expect(chart(column(quoted, delimiter))).toMatchObject({ values, problems: [] });
  });

  test("a point before three digits is refused amid semicolons and tabs, unless the mark is named", () => {
    const cells = ["1.200", "12.900", "850"];
    for (const delimiter of [";", "\t"]) {
      const text = column(cells, delimiter);
      expect(said(chart(text).problems)).toEqual([
        messages.andMore(
          messages.csvAmbiguousNumber({}, "1.200", messages.column("Umsatz"), 1.2, 1200),
          1,
          "cell",
        ),
      ]);
      expect(chart(text, { decimal: "," }).values).toEqual([1200, 12_900, 850]);
      expect(chart(text, { decimal: "." }).values).toEqual([1.2, 12.9, 850]);
    }
    expect(chart(column(cells, ",")).values).toEqual([1.2, 12.9, 850]);
    expect(said(chart(column(['"1,200"'], ",")).problems)).toEqual([
      messages.csvAmbiguousNumber({}, "1,200", messages.column("Umsatz"), 1200, 1.2),
    ]);
  });

  test("another column of numbers decides", () => {
    const wide = readChartCsv(
      encode("Ort;a;b\nA;1.200;0,5\n"),
      "d.csv",
      { csv: "d.csv", label: "Ort", values: ["a", "b"] },
      () => ({}),
    );
    expect(wide).toMatchObject({ data: [{ label: "A", values: [1200, 0.5] }], problems: [] });
  });

  test("percent signs are read where the unit is percent; else the unit is asked for", () => {
    expect(chart(column(["12 %", "3,5%", "n/a"]), {}, true).values).toEqual([12, 3.5, null]);
    const fault = (cells: readonly string[], percent: boolean) =>
      said(chart(column(cells), {}, percent).problems);
    expect(fault(["12 %"], false)).toEqual([
      messages.tableNumber({}, "12 %", messages.column("Umsatz"), "percent"),
    ]);
    expect(fault(["12 %", "0.5"], true)).toEqual([
      messages.tableNumber({}, "12 %", messages.column("Umsatz"), "some-percent"),
    ]);
  });

  test("one finding a column and kind", () => {
    const cells = [...Array.from({ length: 44 }, () => "5 Stück"), "–"];
    expect(said(chart(column(cells)).problems)).toEqual([
      messages.andMore(messages.tableNumber({}, "5 Stück", messages.column("Umsatz"), "number"), 43, "cell"),
      messages.tableNumber({}, "–", messages.column("Umsatz"), "dash"),
    ]);
    expect(messages.andMore(messages.tableEmpty({}), 43, "cell").what).toContain(
      "43 more cells in this column",
    );
  });

  test("two ways of writing in one column are refused", () => {
    expect(said(chart(column(["1.200,5", "1,200.5"])).problems)).toEqual([
      messages.tableNumber({}, "1.200,5", messages.column("Umsatz"), "marks"),
    ]);
    expect(said(chart(column(["1.5"]), { decimal: "," }).problems)).toEqual([
      messages.tableNumber({}, "1.5", messages.column("Umsatz"), "comma"),
    ]);
  });
});

describe("periods", () => {
  const periods = (cells: readonly string[], more: object = {}) => {
    const { values, problems } = readCsv(
      encode(`p;n\n${cells.map((cell) => `${cell};1`).join("\n")}\n`),
      "d.csv",
      { csv: "d.csv", period: "p", value: "n", ...more },
      () => ({}),
    );
    return problems.length > 0 ? said(problems) : values.map(({ period }) => period);
  };
  test.each([
    [
      ["31.08.2026", "1.9.2026"],
      ["2026-08-31", "2026-09-01"],
    ],
    [
      ["31/08/2026", "01/09/2026"],
      ["2026-08-31", "2026-09-01"],
    ],
    [
      ["8/31/2026", "9/1/2026"],
      ["2026-08-31", "2026-09-01"],
    ],
    [
      ["2026/08/31", "2026-09-01"],
      ["2026-08-31", "2026-09-01"],
    ],
    [
      ["2026-12-30 00:00:00", "2027-01-31 14:30:00.000"],
      ["2026-12-30", "2027-01-31"],
    ],
    [
      ["2026-12-31T00:00:00Z", "2027-01-30T00:00:00.000+02:00"],
      ["2026-12-31", "2027-01-30"],
    ],
    [["12/31/2026 12:00:00 AM"], ["2026-12-31"]],
    [["20261231"], ["2026-12-31"]],
    [
      ["Dec 2026", "January 2027", "Feb. 2027", "Sept 2027"],
      ["2026-12", "2027-01", "2027-02", "2027-09"],
    ],
    [
      ["joulukuu 2026", "tammi 2027"],
      ["2026-12", "2027-01"],
    ],
    [
      ["31-DEC-2026", "31 Jan 2027", "Mar 1, 2027"],
      ["2026-12-31", "2027-01-31", "2027-03-01"],
    ],
    [
      ["202612", "202701"],
      ["2026-12", "2027-01"],
    ],
    [
      ["12/2026", "1/2027"],
      ["2026-12", "2027-01"],
    ],
    [
      ["2026M12", "2027M01"],
      ["2026-12", "2027-01"],
    ],
    [
      ["Q3 2026", "2026 Q4", "2027Q1", "Q2/2027", "3Q2027"],
      ["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"],
    ],
    [
      ["H1 2026", "2026H2"],
      ["2026-H1", "2026-H2"],
    ],
    [
      ["2026W09", "W10 2026"],
      ["2026-W09", "2026-W10"],
    ],
    [
      ["2026-12", "2026-11", "2026-10"],
      ["2026-10", "2026-11", "2026-12"],
    ],
    [["03/03/2026"], ["2026-03-03"]],
  ])("%j", (cells, texts) => {
    expect(periods(cells)).toEqual(texts);
  });

  test.each([
    ["months", ["31.01.2028", "29.02.2028", "31.03.2028"], ["2028-01", "2028-02", "2028-03"]],
    ["months by their first day", ["2026-11-01", "2026-12-01"], ["2026-11", "2026-12"]],
    ["months, newest first, with a gap", ["31/08/2026", "31/05/2026"], ["2026-05", "2026-08"]],
    ["quarters", ["31-MAR-2026", "30-JUN-2026", "31-DEC-2026"], ["2026-Q1", "2026-Q2", "2026-Q4"]],
    ["half-years", ["30.6.2026", "31.12.2026"], ["2026-H1", "2026-H2"]],
    ["years", ["2024-12-31", "2026-12-31"], ["2024", "2026"]],
    ["years by their first day", ["1/1/2025 00:00:00", "1/1/2026 00:00:00"], ["2025", "2026"]],
    ["the end of another financial year", ["31.03.2025", "31.03.2026"], ["2025-03", "2026-03"]],
    ["two ends and a day", ["2026-07-31", "2026-08-31", "2026-09-29"], undefined],
    ["28 February of a leap year", ["2028-01-31", "2028-02-28"], undefined],
    ["an end and a beginning", ["2026-08-31", "2026-09-01"], undefined],
    ["one day alone", ["2026-08-31"], undefined],
  ] as const)("last or first days: %s", (_name, cells, texts) => {
    expect(periods(cells)).toEqual(texts ?? cells);
  });

  test("day and month that could be either are refused, unless the order is named", () => {
    const cells = ["03/04/2026", "05/04/2026"];
    expect(periods(cells)).toEqual([
      messages.andMore(
        messages.tableAmbiguousDate({}, "03/04/2026", messages.column("p"), "2026-04-03", "2026-03-04"),
        1,
        "cell",
      ),
    ]);
    expect(periods(cells, { dates: "dmy" })).toEqual(["2026-04-03", "2026-04-05"]);
    expect(periods(cells, { dates: "mdy" })).toEqual(["2026-03-04", "2026-05-04"]);
  });

  test.each([
    ["31.12.26", "form", "2026-12-31"],
    ["Dec-26", "form", "2026-12"],
    ["2026-11-31", "form", "2026-11-30"],
    ["46387", "serial", undefined],
    ["2026-08-31T22:00:00Z", "zone", undefined],
    ["2026.1", "form", undefined],
    ["soon", "form", undefined],
  ] as const)("%s is not read", (cell, fault, near) => {
    expect(periods([cell])).toEqual([messages.tablePeriod({}, cell, messages.column("p"), fault, near)]);
  });
});
