import { describe, expect, test } from "vitest";
import { numberFormat } from "../../../src/ooxml/spreadsheet/number-format.ts";
import {
  areaName,
  columnLetters,
  columnNumber,
  MOST_COLUMNS,
  parseReference,
  placeName,
  WHOLE,
} from "../../../src/ooxml/spreadsheet/reference.ts";
import { dayOf } from "../../../src/ooxml/spreadsheet/serial.ts";

describe("a number format", () => {
  test.each([
    ["General", "number"],
    ["#,##0.00", "number"],
    ["0.00E+00", "number"],
    ['0.0,,"m"', "number"],
    ['#,##0 "days"', "number"],
    ["[Red]-#,##0", "number"],
    ["[>=1000]0,;0", "number"],
    ["_-* #,##0 [$€-407]_-", "number"],
    ["@", "number"],
    ["Standard", "number"],
    ["TT.MM.JJJJ", "number"],
    ["0%", "percent"],
    ["0.0%;[Red]-0.0%", "percent"],
    ["h:mm", "time"],
    ["[h]:mm:ss", "time"],
    ["[mm]:ss", "time"],
    ["h:mm AM/PM", "time"],
    ["mm:ss.0", "time"],
  ])("%s shows a %s", (code, shows) => {
    expect(numberFormat(164, code).shows).toBe(shows);
  });

  test.each([
    ["dd.mm.yyyy", "day"],
    ["yyyy-mm-dd hh:mm:ss", "day"],
    ["[$-40B]d. mmmm yyyy", "day"],
    ["m/d/yy", "day"],
    ["dddd", "day"],
    ['yyyy"年"m"月"d"日"', "day"],
    ["yyyy年m月d日", "day"],
    ["mmm yyyy", "month"],
    ["mmm-yy", "month"],
    ["[$-409]mmmm\\ yy;@", "month"],
    ["mm/yyyy", "month"],
    ["mmm", "month"],
    ["yyyy", "year"],
    ['"FY"yyyy', "year"],
    ["YYYY", "year"],
  ])("%s shows a date to the %s", (code, to) => {
    expect(numberFormat(164, code)).toEqual({ shows: "date", to });
  });

  test("that the file does not spell out is one of those that every program has", () => {
    expect([0, 1, 4, 9, 14, 17, 20, 22, 46, 49].map((id) => numberFormat(id, undefined).shows)).toEqual([
      ...["number", "number", "number", "percent", "date", "date", "time", "date", "time", "number"],
    ]);
  });

  test("has a percent sign that counts, or one that is mere text", () => {
    expect(numberFormat(164, "0.0%").scaled).toBe(true);
    for (const code of ['0.0"%"', "0.0\\%"])
      expect(numberFormat(164, code)).toEqual({ shows: "percent", scaled: false });
  });

  test("says what stands around the digits of a whole number, and nothing where it groups or scales them", () => {
    expect(numberFormat(164, '"Q"0')).toMatchObject({ before: "Q", digits: 1 });
    expect(numberFormat(164, "00000")).toMatchObject({ digits: 5 });
    expect(numberFormat(164, '0" beds"')).toMatchObject({ after: " beds" });
    expect(numberFormat(164, '#,##0" beds"')).toEqual({ shows: "number" });
    expect(numberFormat(164, '0.0,"k"')).toEqual({ shows: "number" });
  });
});

describe("a serial number", () => {
  test.each([
    [1, 1900, "1900-01-01"],
    [59, 1900, "1900-02-28"],
    [60, 1900, undefined],
    [61, 1900, "1900-03-01"],
    [46266, 1900, "2026-09-01"],
    [46266.75, 1900, "2026-09-01"],
    [46266.9999999, 1900, "2026-09-02"],
    [0, 1900, undefined],
    [-5, 1900, undefined],
    [2_958_465, 1900, "9999-12-31"],
    [2_958_466, 1900, undefined],
    [0, 1904, "1904-01-01"],
    [44804, 1904, "2026-09-01"],
    [-1, 1904, undefined],
  ] as const)("%d counted from %d is %s", (serial, system, day) => {
    expect(dayOf(serial, system)).toBe(day);
  });
});

describe("a reference", () => {
  test.each([
    ["B3:E6", undefined, [3, 2, 6, 5]],
    ["$b$3:$e$6", undefined, [3, 2, 6, 5]],
    ["E6:B3", undefined, [3, 2, 6, 5]],
    ["AB10", undefined, [10, 28, 10, 28]],
    ["'Visits 2026'!B3:E6", "Visits 2026", [3, 2, 6, 5]],
    ["'It''s'!A1", "It's", [1, 1, 1, 1]],
    ["Kävijät!$A$1:$B$2", "Kävijät", [1, 1, 2, 2]],
    ["B:E", undefined, [1, 2, 1_048_576, 5]],
    ["$3:$6", undefined, [3, 1, 6, MOST_COLUMNS]],
  ])("%s", (text, sheet, [top, left, bottom, right]) => {
    const found = parseReference(text);
    expect(found?.sheet).toBe(sheet);
    expect(found?.area).toEqual({ top, left, bottom, right });
  });

  test.each([
    "",
    "Visits",
    "[1]Sheet1!A1",
    "'[other.xlsx]Sheet 1'!A1",
    "A1,B2",
    "A0",
    "XFE1",
    "A1048577",
    "R1C1:R2C2",
    "B3:E",
    "'Open!A1",
    "One:Two!A1",
  ])("%s is none", (text) => expect(parseReference(text)).toBeUndefined());

  test("is written as Excel writes it", () => {
    const area = { top: 3, left: 2, bottom: 6, right: 5 };
    expect(placeName("Visits 2026", areaName(area))).toBe("'Visits 2026'!B3:E6");
    expect(placeName("It's", "C4")).toBe("'It''s'!C4");
    expect(placeName("Kävijät", "C4")).toBe("Kävijät!C4");
    expect(["Q1", "R1C1", "2026", "A"].map((name) => placeName(name, "C4"))).toEqual([
      ...["'Q1'!C4", "'R1C1'!C4", "'2026'!C4", "A!C4"],
    ]);
    expect(placeName("Data", areaName(WHOLE))).toBe("Data");
    for (const n of [1, 26, 27, 52, 702, 703, MOST_COLUMNS]) expect(columnNumber(columnLetters(n))).toBe(n);
  });
});
