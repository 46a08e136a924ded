import { frame } from "../../base/geometry.ts";
import { lazily } from "../../base/lazily.ts";
import { type Emu, emu, emuToPt, pt, ptToEmu } from "../../base/units.ts";
import type { Cell, TableBlock } from "../../model/deck.ts";
import type { Insets, Item, PlacedCell, ShapeItem, Stroke, TableItem } from "../../model/page.ts";
import type { ColorToken, Role } from "../../model/text.ts";
import { columnWidths, FIT_MOST } from "../context/column-widths.ts";
import { addInsets } from "../context/insets.ts";
import {
  type BlockKind,
  extent,
  type LayoutContext,
  LINE_PITCH,
  type TableText,
} from "../context/layout-context.ts";
import { longestBound, measure, setText, textHeight } from "../context/paragraphs.ts";
import { WIDER } from "../context/text-measurer.ts";

/** Distance between a cell's border and its text, in pt, before the spacing factor. */
const INSET = { side: 5, end: 3.5 };

/** Width in pt up to which a column keeps joined words together, in any font; longer pieces may be broken. */
const BOUND_MOST = pt(FIT_MOST * WIDER);

/**
 * Height by which a row may grow, in EMU: rows share 216 pt (3 in), and each gets from 40 to 108 pt. More, and the rows of
 * a table stop being one; less, and a table of two rows leaves half a slide empty.
 */
const rowGrowth = (rows: number, { growth = 1 }: LayoutContext): Emu =>
  ptToEmu(Math.min(108, Math.max(40, 216 / Math.max(1, rows))) * growth);

/** Bar under the text of a cell: its height, and its distance from the text, in pt. */
const METER = { height: 7, above: 4 };

const STROKES = {
  head: { ink: "ink", width: pt(1) },
  row: { ink: "hairline", width: pt(0.5) },
  total: { ink: "ink", width: pt(1) },
} as const satisfies Record<string, Stroke>;

/** A table before it stands anywhere: widths of columns and heights of rows, the header's first, in EMU. */
export interface MeasuredTable {
  readonly columns: readonly Emu[];
  readonly rows: readonly Emu[];
  readonly height: Emu;
  readonly insets: Insets;
  /** Height in EMU that the rows below the head have gained above their text. */
  readonly above: Emu;
  readonly headerRow: boolean;
}

/**
 * Rows of cells. natural = minimum = Σ row heights; a row is as high as its highest cell: lines × 1.2 × size + insets.
 * maximum = natural + `rowGrowth` a row below the head: half of what a row gains stands above its text.
 * Heights are written out, since a renderer that finds a row too low would grow the table over what is below it.
 */
export const table: BlockKind<TableBlock> = {
  measure(block, width, context) {
    const { height } = measureTable(block, width, context);
    return extent(height, height, height + block.rows.length * rowGrowth(block.rows.length, context));
  },

  place(block, area, context) {
    if (block.head.length === 0 && block.rows.length === 0) return [];
    const set = grown(measureTable(block, area.w, context), area.h, context);
    const item: TableItem = {
      type: "table",
      name: `Table: ${block.name}`,
      alt: block.alt,
      frame: frame(area.x, area.y, area.w, set.height),
      columns: set.columns,
      rows: setRows(block, set, context),
      headerRow: set.headerRow,
      headerColumn: block.rowHeads ?? false,
      insets: set.insets,
      ...(block.drawn === undefined ? {} : { drawn: block.drawn }),
    };
    return [item, ...meters(block, set, item.frame, context)];
  },
};

/** The bars under the texts of cells, where the table shows these. */
function meters(
  block: TableBlock,
  set: MeasuredTable,
  at: TableItem["frame"],
  context: LayoutContext,
): readonly Item[] {
  const heads = set.headerRow ? 1 : 0;
  let top = at.y + (heads === 0 ? 0 : (set.rows[0] ?? 0));
  return block.rows.flatMap((row, index): readonly Item[] => {
    const y = top;
    top += set.rows[index + heads] ?? 0;
    return cellsOf(row, set.columns, set.insets).flatMap(({ cell, column, width }): readonly Item[] => {
      if (cell.meter === undefined) return [];
      const how = cellManner(cell, block, { header: false, total: false }, column);
      const above =
        set.insets.top +
        set.above +
        textHeight([{ text: cell.text }], how, width, context) +
        ptToEmu(METER.above);
      const x = at.x + set.columns.slice(0, column).reduce((sum, each) => sum + each, 0) + set.insets.left;
      const bar = (name: string, fill: ColorToken, w: number): ShapeItem => ({
        type: "shape",
        name,
        geometry: "rect",
        frame: frame(x, y + above, w, ptToEmu(METER.height)),
        fill,
        decorative: true,
      });
      const full = Math.min(1, Math.max(0, cell.meter));
      return [
        bar("Meter", "hairline", width),
        ...(full === 0 ? [] : [bar("Meter so far", "accent", width * full)]),
      ];
    });
  });
}

/** A table whose rows below the head share the height in EMU that a frame has to spare, each up to its growth. */
function grown(table: MeasuredTable, height: Emu, context: LayoutContext): MeasuredTable {
  const heads = table.headerRow ? 1 : 0;
  const rows = table.rows.length - heads;
  const each = emu(
    Math.max(0, Math.min(rowGrowth(rows, context), Math.floor((height - table.height) / Math.max(1, rows)))),
  );
  if (each === 0) return table;
  return {
    ...table,
    rows: table.rows.map((row, at) => (at < heads ? row : emu(row + each))),
    height: emu(table.height + each * rows),
    above: emu(Math.floor(each / 2)),
  };
}

/** Measures every cell of a table at a width in EMU. */
export function measureTable(block: TableBlock, width: Emu, context: LayoutContext): MeasuredTable {
  const insets = cellInsets(context);
  const { sizes } = context;
  const question = `${width} ${sizes[bodyRole(block)]} ${sizes.tableHead}`;
  const text = context.tables(block, question, () => measureTexts(block, width, insets, context));
  const rows = text.rows.map((height) => emu(height + insets.top + insets.bottom));
  return {
    columns: text.columns,
    rows,
    height: emu(rows.reduce((sum, row) => sum + row, 0)),
    insets,
    above: emu(0),
    headerRow: hasHeader(block),
  };
}

/** The insets at the sides are the same at any spacing. */
function measureTexts(block: TableBlock, width: Emu, insets: Insets, context: LayoutContext): TableText {
  const columns = columnWidths(
    block,
    width,
    emuToPt(emu(insets.left + insets.right)),
    (cell, header, index) => {
      const manner = mannerOf(cell, block, header, index);
      const wide = { ...manner, wide: true };
      return {
        word: () => measure(cell.text, manner, context).longestWord(),
        bound: lazily(() => longestBound(cell.text, manner, BOUND_MOST, context)),
        line: () => measure(cell.text, manner, context).width(),
        wideWord: lazily(() => measure(cell.text, wide, context).longestWord()),
        wideBound: () => longestBound(cell.text, wide, BOUND_MOST, context),
      };
    },
  );
  const totals = new Set(block.totals ?? []);
  const heightOf = (row: readonly Cell[], kind: RowKind): Emu =>
    cellsOf(row, columns, insets).reduce((highest, { cell, column, width }) => {
      const how = cellManner(cell, block, kind, column);
      const least = ptToEmu(context.sizes[how.role] * LINE_PITCH);
      const meter = cell.meter === undefined ? 0 : ptToEmu(METER.height + METER.above);
      return emu(Math.max(highest, least, textHeight([{ text: cell.text }], how, width, context) + meter));
    }, emu(0));
  return {
    columns,
    rows: [
      ...(hasHeader(block) ? [heightOf(block.head, HEADER)] : []),
      ...block.rows.map((row, index) => heightOf(row, { header: false, total: totals.has(index) })),
    ],
  };
}

const hasHeader = (block: TableBlock): boolean => block.head.some((cell) => cell.text.length > 0);
const bodyRole = (block: TableBlock): Role => block.role ?? "table";

const HEADER = { header: true, total: false };

/** The cells of a measured table, with the lines between its rows. */
function setRows(block: TableBlock, table: MeasuredTable, context: LayoutContext): TableItem["rows"] {
  const totals = new Set(block.totals ?? []);
  const heads = table.headerRow ? 1 : 0;
  const bordersOf = (index: number): PlacedCell["borders"] => ({
    ...(totals.has(index)
      ? { top: STROKES.total }
      : index === 0 && !table.headerRow
        ? { top: STROKES.row }
        : {}),
    bottom: totals.has(index + 1) ? STROKES.total : STROKES.row,
  });
  return table.rows.map((height, at) => {
    const index = at - heads;
    const row = index < 0 ? block.head : (block.rows[index] ?? []);
    const kind = index < 0 ? HEADER : { header: false, total: totals.has(index) };
    const borders = index < 0 ? { bottom: STROKES.head } : bordersOf(index);
    const cells = cellsOf(row, table.columns, table.insets).map(({ cell, column, span, width }) =>
      setCell(cell, block, width, context, {
        ...kind,
        borders,
        column,
        span,
        insets: table.insets,
        above: kind.header ? emu(0) : table.above,
      }),
    );
    return { height, cells };
  });
}

function cellInsets(context: LayoutContext): Insets {
  const side = ptToEmu(INSET.side);
  const end = ptToEmu(INSET.end * context.spacing);
  return { left: side, top: end, right: side, bottom: end };
}

interface RowKind {
  readonly header: boolean;
  readonly total: boolean;
}

/** A cell in its place: its first column, how many it covers, and the width in EMU that its text has. */
interface CellPlace {
  readonly cell: Cell;
  readonly column: number;
  readonly span: number;
  readonly width: Emu;
}

function cellsOf(row: readonly Cell[], columns: readonly Emu[], insets: Insets): readonly CellPlace[] {
  let column = 0;
  return padded(row, columns.length).map((cell) => {
    const span = Math.max(1, Math.min(cell.span ?? 1, columns.length - column));
    let width = -insets.left - insets.right;
    for (let at = column; at < column + span; at += 1) width += columns[at] ?? 0;
    const place = { cell, column, span, width: emu(Math.max(width, 1)) };
    column += span;
    return place;
  });
}

/** Ground of the column that is set off. */
const EMPHASIS: ColorToken = "wash";

function setCell(
  cell: Cell,
  block: TableBlock,
  width: Emu,
  context: LayoutContext,
  row: RowKind & {
    readonly borders: PlacedCell["borders"];
    readonly column: number;
    readonly span: number;
    readonly insets: Insets;
    readonly above: Emu;
  },
): PlacedCell {
  // A filled cell is a ground of its own.
  const inside = cell.fill === undefined ? context : { ...context, ground: cell.fill };
  const { paragraphs, insets } = setText(
    [{ text: cell.text, ...(cell.from === undefined ? {} : { from: cell.from }) }],
    cellManner(cell, block, row, row.column),
    width,
    inside,
  );
  const fill = cell.fill ?? (block.emphasised === row.column && row.span === 1 ? EMPHASIS : undefined);
  return {
    paragraphs,
    ...(insets.left + insets.right + row.above === 0
      ? {}
      : { insets: addInsets(row.insets, { ...insets, top: emu(insets.top + row.above) }) }),
    ...(fill === undefined ? {} : { fill }),
    span: row.span,
    header: row.header,
    borders: row.borders,
  };
}

/** The same, but that a sum is bold. */
function cellManner(cell: Cell, block: TableBlock, { header, total }: RowKind, column: number) {
  const how = mannerOf(cell, block, header, column);
  return total ? { ...how, bold: true } : how;
}

function mannerOf(cell: Cell, block: TableBlock, header: boolean, column: number) {
  const role = header ? "tableHead" : bodyRole(block);
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
