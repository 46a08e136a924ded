import { expect, it } from "vitest";
import { emu } from "../../../../src/base/units.ts";
import { table } from "../pages.ts";
import { alone, list, shapeNamed } from "../parts.ts";

it("gives a cell its own margins, where it has some, and all others the table's", async () => {
  const insets = { ...table.insets, right: emu(99_999) };
  const rows = table.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => (r === 1 && c === 0 ? { ...cell, insets } : cell)),
  }));
  const cells = list(shapeNamed(await alone([{ ...table, rows }]), table.name), "a:tcPr");
  expect(cells[3]?.attributes).toMatchObject({ marL: "45720", marR: "99999", marT: "36000", marB: "36000" });
  expect(cells[4]?.attributes).toMatchObject({ marL: "45720", marR: "45720" });
});
