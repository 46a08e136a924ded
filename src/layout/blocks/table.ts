import { frame } from "../../base/geometry.ts";
import { type Emu, emu, emuToPt, pt, ptToEmu } from "../../base/units.ts";
import type { Cell, TableBlock } from "../../model/deck.ts";
import type { Insets, PlacedCell, PlacedParagraph, Stroke, TableItem } from "../../model/page.ts";
import type { Ink, Role } from "../../model/text.ts";
import { columnWidths } from "../columnWidths.ts";
import { placeRuns, setText } from "../paragraphs.ts";
import { type BlockKind, extent, LINE_PITCH, type Setting } from "../setting.ts";

/** Distance between a cell's border and its text, in pt, before the spacing factor. */
const INSET = { side: 5, end: 3.5 };

const STROKES = {
  head: { ink: "ink", width: pt(1) },
  row: { ink: "hairline", width: pt(0.5) },
  total: { ink: "ink", width: pt(1) },
} as const satisfies Record<string, Stroke>;

/** A table before it stands anywhere: column widths and rows with their heights, in EMU. */
export interface SetTable {
  readonly columns: readonly Emu[];
  readonly rows: readonly { readonly height: Emu; readonly cells: readonly PlacedCell[] }[];
  readonly height: Emu;
  readonly insets: Insets;
  readonly headerRow: boolean;
}

/**
 * Rows of cells. natural = minimum = Σ row heights; a row is as high as its highest cell: lines × 1.2 × size + insets.
 * Heights are written out, since a renderer that finds a row too low would grow the table over what is below it.
 */
export const table: BlockKind<TableBlock> = {
  measure: (block, width, setting) => extent(setTable(block, width, setting).height),
  fills: () => false,

  place(block, area, setting) {
    if (block.head.length === 0 && block.rows.length === 0) return [];
    const set = setTable(block, area.w, setting);
    const item: TableItem = {
      type: "table",
      name: `Table: ${block.name}`,
      alt: block.alt,
      frame: frame(area.x, area.y, area.w, set.height),
      columns: set.columns,
      rows: set.rows,
      headerRow: set.headerRow,
      headerColumn: block.rowHeads ?? false,
      insets: set.insets,
    };
    return [item];
  },
};

/** Sets every cell of a table at a width in EMU. */
export function setTable(block: TableBlock, width: Emu, setting: Setting): SetTable {
  const insets = cellInsets(setting);
  const columns = columnWidths(
    block,
    width,
    emuToPt(emu(insets.left + insets.right)),
    (cell, header, index) => placeRuns(cell.text, mannerOf(cell, block, header, index), setting),
    setting.gauge,
  );
  const headerRow = block.head.some((cell) => cell.text.length > 0);
  const totals = new Set(block.totals ?? []);
  const body = block.rows.map((row, index) =>
    setRow(row, block, columns, insets, setting, {
      header: false,
      total: totals.has(index),
      borders: {
        ...(totals.has(index)
          ? { top: STROKES.total }
          : index === 0 && !headerRow
            ? { top: STROKES.row }
            : {}),
        bottom: totals.has(index + 1) ? STROKES.total : STROKES.row,
      },
    }),
  );
  const head = headerRow
    ? [
        setRow(block.head, block, columns, insets, setting, {
          header: true,
          total: false,
          borders: { bottom: STROKES.head },
        }),
      ]
    : [];
  const rows = [...head, ...body];
  return {
    columns,
    rows,
    height: emu(rows.reduce((sum, row) => sum + row.height, 0)),
    insets,
    headerRow,
  };
}

export function cellInsets(setting: Setting): Insets {
  const side = ptToEmu(INSET.side);
  const end = ptToEmu(INSET.end * setting.spacing);
  return { left: side, top: end, right: side, bottom: end };
}

interface RowManner {
  readonly header: boolean;
  readonly total: boolean;
  readonly borders: PlacedCell["borders"];
}

function setRow(
  row: readonly Cell[],
  block: TableBlock,
  columns: readonly Emu[],
  insets: Insets,
  setting: Setting,
  manner: RowManner,
): { height: Emu; cells: readonly PlacedCell[] } {
  let column = 0;
  let height = 0;
  const cells: PlacedCell[] = [];
  for (const cell of padded(row, columns.length)) {
    const span = Math.max(1, Math.min(cell.span ?? 1, columns.length - column));
    const width = columns.slice(column, column + span).reduce((sum, w) => sum + w, 0);
    const set = setCell(cell, block, emu(width - insets.left - insets.right), setting, manner, column);
    height = Math.max(height, set.height);
    const fill = cell.fill ?? (block.emphasised === column && span === 1 ? EMPHASIS : undefined);
    cells.push({
      paragraphs: set.paragraphs,
      ...(fill === undefined ? {} : { fill }),
      span,
      header: manner.header,
      borders: manner.borders,
    });
    column += span;
  }
  return { height: emu(height + insets.top + insets.bottom), cells };
}

/** Ground of the column that is set off. */
const EMPHASIS: Ink = "wash";

function setCell(
  cell: Cell,
  block: TableBlock,
  width: Emu,
  setting: Setting,
  manner: RowManner,
  column: number,
): { paragraphs: readonly PlacedParagraph[]; height: Emu } {
  const how = mannerOf(cell, block, manner.header, column);
  const bold = how.bold || manner.total;
  // A filled cell is a ground of its own.
  const inside = cell.fill === undefined ? setting : { ...setting, ground: cell.fill };
  const set = setText([{ text: cell.text }], { ...how, bold }, emu(Math.max(width, 1)), inside);
  const least = ptToEmu(setting.sizes[how.role] * LINE_PITCH);
  return { paragraphs: set.paragraphs, height: emu(Math.max(set.height, least)) };
}

function mannerOf(cell: Cell, block: TableBlock, header: boolean, column: number) {
  const role: Role = header ? "tableHead" : (block.role ?? "table");
  return {
    role,
    bold: (cell.bold ?? false) || (header && block.emphasised === column),
    ...(cell.ink === undefined ? {} : { ink: cell.ink }),
    ...(cell.align === undefined ? {} : { align: cell.align }),
  };
}

/** Rows may be shorter than the table; what is missing is empty. */
function padded(row: readonly Cell[], columns: number): readonly Cell[] {
  const covered = row.reduce((sum, cell) => sum + Math.max(1, cell.span ?? 1), 0);
  return [...row, ...Array.from({ length: Math.max(0, columns - covered) }, (): Cell => ({ text: [] }))];
}
