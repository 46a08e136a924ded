import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { splitRows } from "../../src/read/csv/split.ts";
import { encode, LEAST, read, refused, said } from "./bundles.ts";
import { readCsv } from "./csv-tables.ts";
import { memoryHost } from "./memory.ts";

const source = { csv: "d.csv", period: "month", value: "n" };
const csv = (text: string | Uint8Array, more: object = {}) =>
  readCsv(typeof text === "string" ? encode(text) : text, "d.csv", { ...source, ...more }, () => ({}));

describe("a CSV file", () => {
  test("gives values; an empty cell is a missing one", () => {
    const { values, problems, place } = csv("month,n,kind,low\r\n2026-01,5,,\r\n2026-02,,forecast,1.5\r\n", {
      kind: "kind",
      low: "low",
    });
    expect(problems).toEqual([]);
    expect(values).toEqual([
      { period: "2026-01", value: 5 },
      { period: "2026-02", value: null, kind: "forecast", low: 1.5 },
    ]);
    expect(place([1, "low"])).toMatchObject({
      file: "d.csv",
      line: 3,
      column: 19,
      text: "2026-02,,forecast,1.5",
    });
    expect(place([1])).toMatchObject({ line: 3, column: 1 });
  });

  test.each([
    ["a byte order mark", "\uFEFFmonth,n\n2026-01,5\n"],
    ["semicolons", "month;n\n2026-01;5\n"],
    ["tabs", "month\tn\n2026-01\t5\n"],
    ["old line ends", "month,n\r2026-01,5\r"],
    ["blank lines", "month,n\n\n2026-01,5\n\n\n"],
    ["quotation marks", '"month","n"\n"2026-01","5"\n'],
    ["spaces around cells", "month, n\n2026-01, 5\n"],
    ["another column with line breaks in a cell", 'note,month,n\n"a\nb, ""c""",2026-01,5\n'],
  ])("may have %s", (_name, text) => {
    const { values, problems } = csv(text);
    expect(problems).toEqual([]);
    expect(values).toEqual([{ period: "2026-01", value: 5 }]);
  });

  test("names the place of every bad cell, beyond blank lines, quotation marks and line breaks", () => {
    const { problems } = csv('note,month,n\n\n"a\nä ""b""",2026-01,"1840 h"\nx,2026-13,#REF!\n');
    expect(problems.map((d) => [d.place?.line, d.place?.column, d.what])).toEqual([
      [5, 3, messages.tablePeriod({}, "2026-13", messages.column("month"), "form", undefined).what],
      [4, 18, messages.tableNumber({}, "1840 h", messages.column("n"), "number").what],
      [5, 11, messages.tableNumber({}, "#REF!", messages.column("n"), "formula").what],
    ]);
  });

  test("in thousands or millions is read to the digit, but for its percentages; what grows too large is refused", () => {
    const { values, problems } = csv("month,n,low,high\n2026-01,4.035,1.005,\n2026-02,-2,,8.1\n", {
      ...{ low: "low", high: "high", in: "thousand" },
    });
    expect(problems).toEqual([]);
    expect(values).toEqual([
      { period: "2026-01", value: 4035, low: 1005 },
      { period: "2026-02", value: -2000, high: 8100 },
    ]);
    const shares = readCsv(
      encode("month,n\n2026-01,4%\n"),
      "d.csv",
      { ...source, in: "million" },
      () => ({}),
      true,
    );
    expect(shares.values).toEqual([{ period: "2026-01", value: 4 }]);
    const large = csv("month,n\n2026-01,1000000\n2026-02,1000001\n", { in: "billion" }).problems;
    expect(large.map(({ place, what }) => [place?.line, what])).toEqual([
      [3, messages.tableNumber({}, "1000001", messages.column("n"), "number").what],
    ]);
  });

  test.each([
    "Infinity",
    "1e999",
    "0x10",
    "1_000",
    "12%",
    "--5",
    "1 84",
    "01 840",
    "5-1",
    "#DIV/0!",
    "-",
    "–",
  ])("takes no %s for a number", (cell) => {
    expect(csv(`month,n\n2026-01,${cell}\n`).problems.map((d) => d.code)).toEqual(["csv/cell"]);
  });

  test("that cannot be read says why", () => {
    expect(said(csv("").problems)).toEqual([messages.tableEmpty({})]);
    expect(said(csv("month,n\n").problems)).toEqual([messages.tableEmpty({})]);
    expect(said(csv("month,count\n2026-01,1\n").problems)).toEqual([
      messages.tableNoColumn({}, messages.column("n"), "d.csv", undefined, ["month", "count"]),
    ]);
    expect(said(csv("months,n\n2026-01,1\n").problems)).toEqual([
      messages.tableNoColumn({}, messages.column("month"), "d.csv", "months", ["months", "n"]),
    ]);
    expect(said(csv("month,n,n\n2026-01,1,2\n").problems)).toEqual([
      messages.tableRepeatedColumn({}, messages.column("n")),
    ]);
    expect(said(csv("month,n\n2026-01,1,840\n").problems)).toEqual([messages.csvBroken({}, "columns", 3, 2)]);
    expect(said(csv('month,n\n2026-01,"1\n').problems)).toEqual([messages.csvBroken({}, "quote")]);
    expect(said(csv(Uint8Array.from([0x6d, 0x81, 0x0a])).problems)).toEqual([messages.csvEncoding({})]);
    const rows = Array.from({ length: 2_001 }, (_, i) => `${i},1`).join("\n");
    expect(said(csv(`month,n\n${rows}`).problems)).toEqual([messages.tableTooManyRows({}, 2_000, "metric")]);
  });

  test("an unclosed quotation mark is found where it opens", () => {
    expect(csv('month,n\n2026-01,1\n2026-02,"1\n2026-03,1\n').problems[0]?.place?.line).toBe(3);
  });

  test("places hold for whatever the cells are", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: "grapheme", maxLength: 8 }).filter((s) => !/[\r\n]/.test(s)),
          { minLength: 1, maxLength: 5 },
        ),
        (notes) => {
          const rows = notes.map((note, i) => `"${note.replaceAll('"', '""')}",${2000 + i},${i}`);
          const { problems, place } = csv(`note,month,n\n${rows.join("\n")}\n`);
          expect(problems).toEqual([]);
          notes.forEach((_, i) => {
            const { line, column, text, length } = place([i, "value"]);
            expect(line).toBe(i + 2);
            expect(text?.slice(column - 1, column - 1 + (length ?? 0))).toBe(String(i));
          });
        },
      ),
    );
  });

  test("is read no further than its limits", () => {
    // The quotation mark beyond them is never reached.
    const rows = `${"2026-01,1\n".repeat(2_001)}"`;
    expect(said(csv(`month,n\n${rows}`).problems)).toEqual([messages.tableTooManyRows({}, 2_000, "metric")]);
    const header = Array.from({ length: 130_000 }, (_, i) => `c${i}`).join(",");
    expect(said(csv(`month,n,${header}\n"`).problems)).toEqual([
      messages.csvTooManyColumns({}, 130_002, 2_000),
    ]);
  });

  test("splits into the rows that csv-parse finds", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "a", "x y", 'say ""ho""', "1;2", "1,2", "two\r\nlines", "tab\there"),
      fc.string({ unit: "grapheme", maxLength: 4 }).map((text) => text.replaceAll('"', '""')),
    );
    const end = fc.constantFrom("\n", "\r\n", "\r");
    const delimiters = fc.constantFrom(",", ";", "\t");
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 })), end, delimiters, (table, end, delimiter) => {
        const text = table.map((row) => row.map((one) => `"${one}"`).join(delimiter)).join(end);
        const theirs: string[][] = parse(text, {
          delimiter,
          relax_column_count: true,
          record_delimiter: ["\r\n", "\n", "\r"],
        });
        const ours = [...splitRows(text, 0, delimiter, 100)].map((row) => row.cells.map((one) => one.text));
        const trimmed = theirs.map((row) => row.map((one) => one.trim()));
        expect(ours).toEqual(trimmed.filter((row) => row.some((one) => one !== "")));
      }),
    );
  });
});

describe("the bundle's metric", () => {
  const bundle = { ...LEAST, metrics: [{ id: "visits", name: "Visits", values: source }] };

  test("takes its values from the file, and checks by meaning point into it", async () => {
    const host = memoryHost({ "d.csv": "month,n\n2026-01,5\n2026-03,4\n2026-02,3\n" });
    const found = await refused(bundle, host);
    expect(found).toEqual([
      messages.unorderedPeriod(
        {
          path: ["metrics", 0, "values", 2, "period"],
          place: { file: "d.csv", line: 4, column: 1, length: 7, text: "2026-02,3" },
        },
        "2026-02",
        "2026-03",
      ),
    ]);
  });

  test.each([
    ["ENOENT", messages.attachmentMissing({}, "CSV file", "d.csv")],
    ["EOUTSIDE", messages.attachmentOutside({}, "CSV file", "d.csv")],
    ["EFBIG", messages.attachmentTooLarge({}, "CSV file", "d.csv", 20 * 1_048_576)],
    ["EACCES", messages.attachmentUnreadable({}, "CSV file", "d.csv", "rights")],
    ["EISDIR", messages.attachmentUnreadable({}, "CSV file", "d.csv", "folder")],
    ["EIO", messages.attachmentUnreadable({}, "CSV file", "d.csv", "other")],
  ])("%s is explained", async (code, expected) => {
    expect(said(await refused(bundle, memoryHost({ "d.csv": { code } })))).toEqual([expected]);
  });

  test.each(["https://example.com/d.csv", "//host/d.csv", "data:text/csv,a", "file:///etc/passwd"])(
    "%s is not fetched",
    async (file) => {
      const remote = {
        ...LEAST,
        metrics: [{ id: "visits", name: "Visits", values: { ...source, csv: file } }],
      };
      expect(said(await refused(remote))).toEqual([messages.attachmentRemote({}, "CSV file", file)]);
    },
  );

  test("an error of ours is not taken for a missing file", async () => {
    const host = { ...memoryHost(), readWithin: async () => Promise.reject(new Error("defect")) };
    await expect(read(bundle, host)).rejects.toThrow("defect");
  });
});
