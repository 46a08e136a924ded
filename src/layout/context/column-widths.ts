import { type Emu, emu, emuToPt, type Pt, pt, ptToEmu } from "../../base/units.ts";
import type { Cell, TableBlock } from "../../model/deck.ts";

/** A "fit" column keeps its cells on one line up to this width in pt; longer ones wrap between words. */
export const FIT_MOST = pt(110);
/** Room beyond the measured width, so that a line that just fits is not broken by a renderer that rounds. */
const SLACK = 1.02;

/**
 * Widths that the text of a cell needs, in pt: for its longest word, its longest unbroken part, and one line. Each is
 * measured when it is asked for: most tables need two of them.
 */
export interface CellNeed {
  readonly word: () => Pt;
  readonly bound: () => Pt;
  readonly line: () => Pt;
  /** The first two in the font that stands in for the theme's where that one is missing, at its widest. */
  readonly wideWord: () => Pt;
  readonly wideBound: () => Pt;
}
type MeasureCell = (cell: Cell, header: boolean, column: number) => CellNeed;

/** Widths that no column should be narrower than, the best ones first; the widest of each list counts. */
const PREFERRED: readonly (readonly (keyof CellNeed)[])[] = [
  ["wideBound", "wideWord"],
  ["bound", "wideWord"],
  ["bound"],
];

interface Need {
  /** Width in pt of the longest word, insets counted: below it words break. */
  readonly word: number;
  /** Width in pt with every cell on one line, insets counted. */
  readonly line: () => number;
}

/**
 * Widths of a table's columns in EMU; they sum to `width`. "fit" columns take what their longest word or number needs,
 * the others share the rest by their numbers, but none gets less than its longest word while there is any way.
 * `insets` (pt) are those at both sides of a cell together.
 */
export function columnWidths(
  block: TableBlock,
  width: Emu,
  insets: number,
  measureCell: MeasureCell,
): readonly Emu[] {
  const count = Math.max(block.head.length, block.widths.length, ...block.rows.map(covered));
  const total = emuToPt(width);
  const columns = Array.from({ length: count }, (_, column) => measureColumn(block, column, measureCell));
  const needsOf = (...least: readonly (keyof CellNeed)[]): readonly Need[] =>
    columns.map((cells) => need(cells, insets, least));
  // Where there is room for it no column is so narrow that it parts a day from its month, or an amount from its currency,
  // or that a wider font in place of the theme's would break words.
  const needs =
    PREFERRED.map((least) => needsOf(...least)).find((all) => wordsOf(all) <= total) ?? needsOf("word");

  const fitted = needs.map((one, column) =>
    block.widths[column] === "fit" ? Math.min(one.line(), Math.max(one.word, FIT_MOST)) : 0,
  );
  const relative = needs.map((_, column) => {
    const given = block.widths[column];
    return given === "fit" ? 0 : (given ?? 1);
  });
  const taken = fitted.reduce((sum, w) => sum + w, 0);
  const words = wordsOf(needs);
  // Too narrow for whole words: those of the widest columns break.
  if (words > total) {
    const most = level(
      needs.map((one) => one.word),
      total,
    );
    return whole(
      needs.map((one) => Math.min(one.word, most)),
      width,
    );
  }
  const reserved = needs.reduce((sum, one, column) => sum + (relative[column] === 0 ? 0 : one.word), 0);
  const fits = taken + reserved > total ? shrinkColumns(fitted, needs, total - reserved) : fitted;
  const rest = total - fits.reduce((sum, w) => sum + w, 0);
  if (relative.every((share) => share === 0)) {
    // Nobody stretches by number: all stretch by what they hold.
    const lines = fits.reduce((sum, w) => sum + w, 0);
    return whole(
      fits.map((w) => w + (rest * w) / Math.max(lines, 1)),
      width,
    );
  }
  const shared = shareOut(rest, relative, needs);
  return whole(
    needs.map((_, column) => (fits[column] ?? 0) + (shared[column] ?? 0)),
    width,
  );
}

const wordsOf = (needs: readonly Need[]): number => needs.reduce((sum, one) => sum + one.word, 0);

const covered = (row: readonly Cell[]): number =>
  row.reduce((sum, cell) => sum + Math.max(1, cell.span ?? 1), 0);

/** The measured cells of a column. Cells that cover several columns do not count: they wrap. */
const measureColumn = (block: TableBlock, column: number, measureCell: MeasureCell): readonly CellNeed[] =>
  [block.head, ...block.rows].flatMap((row, index) => {
    const cell = at(row, column);
    return cell === undefined || (cell.span ?? 1) > 1 ? [] : measureCell(cell, index === 0, column);
  });

function need(cells: readonly CellNeed[], insets: number, least: readonly (keyof CellNeed)[]): Need {
  const word = Math.max(0, ...cells.flatMap((cell) => least.map((what) => cell[what]())));
  const padded = (width: number): number => width * SLACK + insets + 1;
  return { word: padded(word), line: () => padded(Math.max(word, ...cells.map((cell) => cell.line()))) };
}

function at(row: readonly Cell[], column: number): Cell | undefined {
  let passed = 0;
  for (const cell of row) {
    if (passed === column) return cell;
    passed += Math.max(1, cell.span ?? 1);
  }
  return undefined;
}

/** The height at which water stands in vessels of these heights when `amount`, less than they hold, is poured in. */
function level(heights: readonly number[], amount: number): number {
  let left = amount;
  for (const [index, height] of heights.toSorted((a, b) => a - b).entries()) {
    const equal = left / (heights.length - index);
    if (height > equal) return equal;
    left -= height;
  }
  return Math.max(0, ...heights);
}

/** Brings fitted columns down to `room` pt, each by its share of what it can spare above its longest word. */
function shrinkColumns(fitted: readonly number[], needs: readonly Need[], room: number): readonly number[] {
  const floors = fitted.map((w, column) => (w === 0 ? 0 : Math.min(w, needs[column]?.word ?? 0)));
  const spare = fitted.reduce((sum, w, column) => sum + w - (floors[column] ?? 0), 0);
  const excess = fitted.reduce((sum, w) => sum + w, 0) - room;
  const part = spare <= 0 ? 0 : Math.min(1, excess / spare);
  return fitted.map((w, column) => w - (w - (floors[column] ?? 0)) * part);
}

/** Shares `rest` pt by number; a column that would fall below its longest word is given that first. */
function shareOut(rest: number, relative: readonly number[], needs: readonly Need[]): readonly number[] {
  const fixed = new Map<number, number>();
  for (;;) {
    const free = rest - [...fixed.values()].reduce((sum, w) => sum + w, 0);
    const weights = relative.reduce((sum, share, column) => sum + (fixed.has(column) ? 0 : share), 0);
    const low = relative.findIndex(
      (share, column) =>
        share > 0 && !fixed.has(column) && (free * share) / weights < (needs[column]?.word ?? 0) - 0.01,
    );
    if (low < 0) {
      return relative.map(
        (share, column) => fixed.get(column) ?? (share === 0 ? 0 : (free * share) / weights),
      );
    }
    fixed.set(low, needs[low]?.word ?? 0);
  }
}

/** Rounds the edges between columns, so that widths sum to exactly `width`. */
function whole(widths: readonly number[], width: Emu): readonly Emu[] {
  const total = widths.reduce((sum, w) => sum + w, 0);
  let passed = 0;
  let edge = 0;
  return widths.map((w, column) => {
    passed += w;
    const next =
      column === widths.length - 1
        ? width
        : Math.min(width, ptToEmu((passed * emuToPt(width)) / Math.max(total, 0.001)));
    const one = emu(next - edge);
    edge = next;
    return one;
  });
}
