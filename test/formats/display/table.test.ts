import { expect, test } from "vitest";
import { emu, emuToPt, pt } from "../../../src/base/units.ts";
import { nodesOf } from "../../../src/formats/display/list.ts";
import { tableNodes } from "../../../src/formats/display/page/table.ts";
import type { TableItem } from "../../../src/model/page.ts";
import { look } from "../decks.ts";
import { table } from "../pptx/pages.ts";

/** Where the words of the second row begin, in pt. */
const edges = (item: TableItem): readonly number[] =>
  tableNodes(item, look)
    .slice(1, 2)
    .flatMap((row) => [...nodesOf([row])])
    .flatMap((node) => (node.type === "textLine" ? [node.x] : []));

test("words stand within the insets of their cell, and where it has none within the table's", () => {
  const insets = { ...table.insets, left: emu(table.insets.left + 12_700) };
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => ({
      ...cell,
      paragraphs: cell.paragraphs.map((one) => ({ ...one, lines: [{ runs: one.runs, width: pt(0) }] })),
      ...(index === 0 ? { insets } : {}),
    })),
  }));
  const [first, second] = edges({ ...table, rows });
  expect(first).toBeCloseTo(emuToPt(table.frame.x) + emuToPt(insets.left), 6);
  expect(second).toBeCloseTo(
    emuToPt(table.frame.x) + emuToPt(emu(table.columns[0] ?? 0)) + emuToPt(table.insets.left),
    6,
  );
});
