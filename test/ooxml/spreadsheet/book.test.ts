import { describe, expect, test } from "vitest";
import { PackageError } from "../../../src/ooxml/error.ts";
import { openWorkbook, type Workbook } from "../../../src/ooxml/spreadsheet/book.ts";
import { type Area, parseReference, WHOLE } from "../../../src/ooxml/spreadsheet/reference.ts";
import { writeZip } from "../../../src/ooxml/zip.ts";
import {
  type BookParts,
  book,
  bookFiles,
  formatted,
  formula,
  packed,
  tableXml,
  typed,
} from "../../workbooks/write.ts";

const area = (text: string): Area => parseReference(text)?.area ?? WHOLE;

/** What the cells of the first sheet hold, by row. */
async function cells(opened: Workbook, within = WHOLE, limit = 100): Promise<object> {
  const [sheet] = opened.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  const { rows } = await opened.read(sheet, within, limit);
  return Object.fromEntries(
    rows.map(({ row, cells }) => [
      row,
      [...cells.values()].map(({ column, content }) => {
        const value = "value" in content ? content.value : "text" in content ? content.text : content.type;
        return `${column}=${value}`;
      }),
    ]),
  );
}
const read = async (parts: BookParts, within?: Area): Promise<object> =>
  cells(await openWorkbook(book(parts)), within);
const fault = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (cause: unknown) => (cause instanceof PackageError ? cause.fault : String(cause)),
  );

describe("the cells of a sheet", () => {
  test("of every type", async () => {
    const rows = [
      [
        1.5,
        "a & b",
        true,
        null,
        typed("e", "<v>#REF!</v>"),
        typed("str", "<v>x_x000A_y</v>"),
        formula("A1*2", 3),
        formula("A1*3"),
      ],
      [
        formula('""', ""),
        typed("d", "<v>2026-09-01T00:00:00</v>"),
        formatted(0.1 + 0.2, 1),
        typed("s", "<v>0</v>"),
        typed("s", "<v>1</v>"),
      ],
      [typed("inlineStr", "<is><r><t>in</t></r><r><t>line</t></r></is>")],
    ];
    const shared = [
      "<r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb='0' eb='1'><t>never</t></rPh><phoneticPr fontId='1'/>",
      "<t xml:space='preserve'>plain</t>",
    ];
    expect(await read({ sheets: [{ name: "S", rows }], shared, formats: ["0.00"] })).toEqual({
      1: ["1=1.5", "2=a & b", "3=true", "5=#REF!", "6=x\ny", "7=3", "8=uncomputed"],
      2: ["2=2026-09-01T00:00:00", "3=0.3", "4=rich text", "5=plain"],
      3: ["1=inline"],
    });
  });

  test("without references of their own follow one another, and rows may come in any order", async () => {
    const data =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="9"><c><v>4</v></c></row><row r="4"><c r="B4"><v>5</v></c></row>';
    expect(await read({ sheets: [{ name: "S", data }] })).toEqual({
      1: ["1=1", "4=2", "5=3"],
      4: ["2=5"],
      9: ["1=4"],
    });
  });

  test("with prefixes, comments and single quotes, as programs write them", async () => {
    const files = bookFiles({ sheets: [{ name: "S" }] });
    files.set(
      "xl/worksheets/sheet1.xml",
      `<?xml version='1.0'?>\n<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:cols><x:col min='2' max='3' hidden='1'/></x:cols><x:sheetData>\n<!-- <x:row r="7"> --><x:row r='2'><x:c r='B2'><x:v>1</x:v></x:c></x:row>\n<x:row r='3'/><x:row r='4' hidden='true'><x:c r='B4' t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref='B4:C5'/></x:mergeCells></x:worksheet>`,
    );
    const opened = await openWorkbook(packed(files));
    expect(await cells(opened)).toEqual({ 2: ["2=1"], 4: ["2=a"] });
    const part = await opened.read(opened.sheets[0] as never, WHOLE, 10);
    expect(part.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(part.hiddenColumns).toEqual([{ from: 2, to: 3 }]);
    expect(part.merged).toEqual([area("B4:C5")]);
  });

  test("of an area alone, however many there are beside, above and below it", async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => [n, n * 2, n * 3]);
    const opened = await openWorkbook(
      book({ sheets: [{ name: "S", rows, after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' }] }),
    );
    expect(await cells(opened, area("B2998:C3000"))).toEqual({
      2998: ["2=5994", "3=8991"],
      2999: ["2=5996", "3=8994"],
      3000: ["2=5998", "3=8997"],
    });
    const whole = await opened.read(opened.sheets[0] as never, WHOLE, 100);
    expect([whole.tooMany, whole.rows.length]).toEqual([true, 0]);
  });
});

describe("a workbook", () => {
  test("tells sheets, names, tables, other workbooks and the day it was saved", async () => {
    const opened = await openWorkbook(
      book({
        sheets: [
          { name: "A" },
          {
            name: "B & C",
            state: "veryHidden",
            tables: [tableXml("T", "B2:C9", ["a", "b_x000a_c"], ' totalsRowCount="1"')],
          },
        ],
        names:
          '<definedName name="n">A!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">\'B &amp; C\'!$A$1:$B$2</definedName>',
        properties: '<workbookPr date1904="true"/>',
        calculation: '<calcPr calcId="1" fullCalcOnLoad="1"/>',
        others: ["file:///C:/plan.xlsx"],
        saved: "2026-11-03T22:15:00Z",
      }),
    );
    expect(opened.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["A", false],
      ["B & C", true],
    ]);
    expect(opened.names).toEqual([
      { name: "n", refersTo: "A!$A$1" },
      { name: "Print_Area", refersTo: "'B & C'!$A$1:$B$2", sheet: "B & C" },
    ]);
    expect(await opened.tables()).toEqual([
      {
        name: "T",
        sheet: "B & C",
        area: area("B2:C9"),
        headings: ["a", "b\nc"],
        headingRows: 1,
        totalRows: 1,
      },
    ]);
    expect([opened.dates, opened.recalculates, opened.others, opened.saved]).toEqual([
      ...[1904, true, ["file:///C:/plan.xlsx"], "2026-11-03"],
    ]);
  });

  test("in the Strict form, with absolute targets and names in another case, is the same", async () => {
    const plain = bookFiles({
      sheets: [{ name: "S", rows: [[typed("s", "<v>0</v>"), 2]] }],
      shared: ["<t>a</t>"],
    });
    const strict = new Map(
      [...plain].map(([name, text]) => [
        name.replace("sharedStrings", "SharedStrings"),
        text
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          )
          .replaceAll('Target="xl/', 'Target="/xl/')
          .replaceAll('Target="worksheets/', 'Target="/xl/worksheets/'),
      ]),
    );
    expect(await cells(await openWorkbook(packed(strict)))).toEqual({ 1: ["1=a", "2=2"] });
  });

  test("that attacks its reader is refused", async () => {
    const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    const bad = (
      name: string,
      text: string,
      from: BookParts = { sheets: [{ name: "S", rows: [[1]] }] },
    ): Promise<string> => {
      const files = bookFiles(from);
      files.set(name, text);
      return fault(openWorkbook(packed(files)).then((opened) => cells(opened)));
    };
    const plain = bookFiles({ sheets: [{ name: "S", rows: [[1]] }], shared: ["<t>a</t>"] });
    const text = (name: string): string => plain.get(name) ?? "";
    expect(await bad("xl/workbook.xml", `${entity}${text("xl/workbook.xml")}`)).toBe("doctype");
    expect(await bad("xl/worksheets/sheet1.xml", `${entity}${text("xl/worksheets/sheet1.xml")}`)).toBe(
      "doctype",
    );
    const shared: BookParts = {
      sheets: [{ name: "S", rows: [[typed("s", "<v>0</v>")]] }],
      shared: ["<t>a</t>"],
    };
    expect(await bad("xl/sharedStrings.xml", `${entity}${text("xl/sharedStrings.xml")}`, shared)).toBe(
      "doctype",
    );
    expect(await bad("xl/worksheets/sheet1.xml", text("xl/worksheets/sheet1.xml").slice(0, -40))).toBe("xml");
    expect(await bad("xl/worksheets/sheet1.xml", `${"<a>".repeat(300)}<sheetData>`)).toBe("xml");
    expect(await bad("xl/workbook.xml", "<workbook>")).toBe("xml");
    expect(await fault(openWorkbook(new Uint8Array([0x50, 0x4b, 3, 4])))).toBe("zip");
    const missing = { sheets: [{ name: "S", rows: [[typed("s", "<v>7</v>")]] }], shared: ["<t>a</t>"] };
    expect(await fault(read(missing))).toBe("missing");
  });

  test("that unpacks to more than is read is refused before it is unpacked", async () => {
    const files = new Map(
      [...bookFiles({ sheets: [{ name: "S" }] })].map(([name, text]) => [
        name,
        new TextEncoder().encode(text),
      ]),
    );
    const start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    const bomb = new Uint8Array(300 * 1_048_576).fill(0x20);
    bomb.set(new TextEncoder().encode(start));
    files.set("xl/worksheets/sheet1.xml", bomb);
    const opened = await openWorkbook(writeZip(files));
    expect(await fault(cells(opened))).toBe("size");
  });

  test("with a row or a text longer than any program writes is refused", async () => {
    const long = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"a".repeat(9 * 1_048_576)}</t></is></c></row>`;
    expect(await fault(read({ sheets: [{ name: "S", data: long }] }))).toBe("size");
  });
});
