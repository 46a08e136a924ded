import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as messages from "../../src/diagnostics/messages.ts";
import { readCsv } from "../../src/read/csv.ts";
import { encode, LEAST, read, refused, said } from "./bundles.ts";
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
    const { problems } = csv('note,month,n\n\n"a\nä ""b""",2026-01,"1,840"\nx,2026-13,n/a\n');
    expect(problems.map((d) => [d.place?.line, d.place?.column, d.what])).toEqual([
      [4, 18, messages.csvCell({}, "1,840", "n", "number").what],
      [5, 3, messages.csvCell({}, "2026-13", "month", "period").what],
      [5, 11, messages.csvCell({}, "n/a", "n", "number").what],
    ]);
  });

  test.each(["NaN", "Infinity", "1e999", "0x10", "1_000", "12%", "−5", "1 840"])(
    "takes no %s for a number",
    (cell) => {
      expect(csv(`month,n\n2026-01,${cell}\n`).problems.map((d) => d.code)).toEqual(["csv/cell"]);
    },
  );

  test("that cannot be read says why", () => {
    expect(said(csv("").problems)).toEqual([messages.csvEmpty({})]);
    expect(said(csv("month,n\n").problems)).toEqual([messages.csvEmpty({})]);
    expect(said(csv("month,count\n2026-01,1\n").problems)).toEqual([
      messages.csvNoColumn({}, "n", "d.csv", undefined, ["month", "count"]),
    ]);
    expect(said(csv("months,n\n2026-01,1\n").problems)).toEqual([
      messages.csvNoColumn({}, "month", "d.csv", "months", ["months", "n"]),
    ]);
    expect(said(csv("month,n,n\n2026-01,1,2\n").problems)).toEqual([messages.csvRepeatedColumn({}, "n")]);
    expect(said(csv("month,n\n2026-01,1,840\n").problems)).toEqual([messages.csvBroken({}, "columns", 3, 2)]);
    expect(said(csv('month,n\n2026-01,"1\n').problems)).toEqual([messages.csvBroken({}, "quote")]);
    expect(said(csv(Uint8Array.from([0x6d, 0xe4, 0x0a])).problems)).toEqual([messages.csvNotUtf8({})]);
    const rows = Array.from({ length: 2_001 }, (_, i) => `${i},1`).join("\n");
    expect(said(csv(`month,n\n${rows}`).problems)).toEqual([messages.csvTooManyRows({}, 2_001, 2_000)]);
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
          const rows = notes.map((note, i) => `"${note.replaceAll('"', '""')}",${2000 + i},bad`);
          const { problems } = csv(`note,month,n\n${rows.join("\n")}\n`);
          expect(problems).toHaveLength(rows.length);
          problems.forEach((d, i) => {
            const { line, column, text, length } = d.place ?? expect.fail();
            expect(line).toBe(i + 2);
            expect(text?.slice(column - 1, column - 1 + (length ?? 0))).toBe("bad");
          });
        },
      ),
    );
  });
});

describe("the bundle's metric", () => {
  const bundle = { ...LEAST, metrics: [{ id: "visits", name: "Visits", values: source }] };

  test("takes its values from the file, and checks by meaning point into it", async () => {
    const host = memoryHost({ "d.csv": "month,n\n2026-02,5\n2026-01,4\n" });
    const found = await refused(bundle, host);
    expect(found).toEqual([
      messages.unorderedPeriod(
        {
          path: ["metrics", 0, "values", 1, "period"],
          place: { file: "d.csv", line: 3, column: 1, length: 7, text: "2026-01,4" },
        },
        "2026-01",
        "2026-02",
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
