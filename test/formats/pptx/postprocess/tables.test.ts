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

it("gives a cell without words the size of the words beside it, so that its row is no higher than planned", async () => {
  const rows = table.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => {
      if (r !== 0 || c !== 0) return cell;
      return { ...cell, paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, runs: [] })) };
    }),
  }));
  const [first, ...others] = list(shapeNamed(await alone([{ ...table, rows }]), table.name), "a:tc");
  if (first === undefined) throw new Error("no cell was drawn");
  const beside = others.slice(0, (rows[0]?.cells.length ?? 0) - 1).flatMap((cell) => list(cell, "a:rPr"));
  const sizes = beside.map(({ attributes }) => Number(attributes["sz"]));
  expect(list(first, "a:t")).toEqual([]);
  expect(Number(list(first, "a:endParaRPr")[0]?.attributes["sz"])).toBe(Math.min(...sizes));
});
