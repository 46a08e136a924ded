import { book, type Content, tableXml } from "../workbooks/write.ts";
import type { Json } from "./numbers.ts";
import type { Random } from "./random.ts";

const SHEET = "Numbers 2026";

/** A workbook with a table, and the fields by which a bundle names that table: one of the ways that there are. */
export function workbookOf(
  header: readonly string[],
  rows: readonly (readonly unknown[])[],
  random: Random,
): { readonly bytes: Uint8Array; readonly source: Json } {
  const cells = rows.map((row) =>
    row.map((cell): Content => (cell === "" ? null : typeof cell === "number" ? cell : String(cell))),
  );
  const end = `${String.fromCharCode(64 + header.length)}${rows.length + 1}`;
  const range = `'${SHEET}'!A1:${end}`;
  const bytes = book({
    sheets: [
      { name: SHEET, rows: [header, ...cells], tables: [tableXml("Numbers", `A1:${end}`, header)] },
      { name: "Notes", rows: [["By hand"]] },
    ],
    names: `<definedName name="all_numbers">'${SHEET}'!$A$1:$${end.charAt(0)}$${rows.length + 1}</definedName>`,
  });
  const source = random.pick<Json>([
    { table: "Numbers" },
    { name: "all_numbers" },
    { range },
    { sheet: SHEET },
    { sheet: SHEET, range: `A1:${end}` },
  ]);
  const hidden = random.pick<Json>([{}, {}, { hidden: "read" }, { hidden: "skip" }]);
  return { bytes, source: { ...source, ...hidden } };
}
