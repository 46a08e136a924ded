import { frame } from "../../../base/geometry.ts";
import { emu, emuToPt } from "../../../base/units.ts";
import type { Stroke, TableItem } from "../../../model/page.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { above, type GridCell, gridOf } from "../../page/grid.ts";
import { hex, pen } from "../color.ts";
import type { DisplayNode, Group, GroupKind, PathNode } from "../list.ts";
import { polyline, rectangle } from "../path.ts";
import { frameBox, setParagraphs } from "../text.ts";

/** The rows of a table: grounds and words by cell, then the lines between rows. */
export function tableNodes(table: TableItem, look: ResolvedTheme): readonly DisplayNode[] {
  const grid = gridOf(table);
  const edges = starts(table.columns, table.frame.x);
  const heights = table.rows.map((row) => row.height);
  const tops = starts(heights, table.frame.y);
  const rows = grid.map((row, r): Group => {
    const children = row.map((cell) =>
      cellGroup(cell, { table, row: r, edges, top: tops[r] ?? 0, height: heights[r] ?? 0 }, look),
    );
    return { type: "group", kind: "row", children };
  });
  const lines = tops.flatMap((y, r) => rowLines(grid, r, y, edges, look));
  return [...rows, { type: "group", kind: "ornament", children: lines }];
}

interface Place {
  readonly table: TableItem;
  readonly row: number;
  /** Left edges of the columns, and the right one of the last, in EMU. */
  readonly edges: readonly number[];
  readonly top: number;
  readonly height: number;
}

function cellGroup({ cell, column }: GridCell, place: Place, look: ResolvedTheme): Group {
  const { table, row, edges, top, height } = place;
  const left = edges[column] ?? 0;
  const at = frame(left, top, (edges[column + cell.span] ?? left) - left, height);
  const box = frameBox(at);
  const fill = cell.fill && ({ colour: hex(look, cell.fill), pattern: "solid" } as const);
  // Column headings stand on the line below them, the rest hangs from the line above.
  const anchor = row === 0 && table.headerRow ? "bottom" : "top";
  return {
    type: "group",
    kind: isEmpty(cell) ? "cell" : kindOf(table, row, column),
    children: [
      ...(fill ? [{ type: "path", d: rectangle(box), box, fill } as const] : []),
      ...setParagraphs(cell.paragraphs, { frame: at, insets: cell.insets ?? table.insets, anchor }, look),
    ],
    ...(cell.span > 1 ? { span: cell.span } : {}),
  };
}

/** A cell without words heads nothing, and a heading without words is read as one that says nothing. */
const isEmpty = ({ paragraphs }: GridCell["cell"]): boolean =>
  paragraphs.every(({ runs }) => runs.every(({ text }) => text.trim() === ""));

function kindOf(table: TableItem, row: number, column: number): GroupKind {
  if (table.headerRow && row === 0) return "columnHeader";
  return table.headerColumn && column === 0 ? "rowHeader" : "cell";
}

/** Beginnings of all parts, in pt, and the end of the last one. */
function starts(parts: readonly number[], first: number): readonly number[] {
  let at = first;
  return [first, ...parts.map((part) => (at += part))];
}

/** The line above a row; where neighbouring cells ask for the same, it is drawn as one. */
function rowLines(
  grid: readonly (readonly GridCell[])[],
  row: number,
  top: number,
  edges: readonly number[],
  look: ResolvedTheme,
): readonly PathNode[] {
  const strokes = edges.slice(0, -1).map((_, column) => above(grid, row, column));
  const y = emuToPt(emu(top));
  return strokes.flatMap((stroke, first): PathNode[] => {
    if (stroke === undefined || (first > 0 && alike(strokes[first - 1], stroke))) return [];
    const next = strokes.findIndex((other, column) => column > first && !alike(other, stroke));
    const from = emuToPt(emu(edges[first] ?? 0));
    const to = emuToPt(emu(edges[next < 0 ? strokes.length : next] ?? 0));
    const d = polyline([
      { x: from, y },
      { x: to, y },
    ]);
    return [{ type: "path", d, box: { x: from, y, w: to - from, h: 0 }, pen: pen(look, stroke) }];
  });
}

const alike = (a: Stroke | undefined, b: Stroke | undefined): boolean =>
  a?.ink === b?.ink && a?.width === b?.width && a?.dash === b?.dash;
