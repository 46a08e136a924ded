import { type Frame, frame } from "../../base/geometry.ts";
import { type Emu, emu, emuToPt, pt, ptToEmu } from "../../base/units.ts";
import type { PlaneBlock, PlanePoint } from "../../model/deck.ts";
import type { Item, TextItem } from "../../model/page.ts";
import { type ColorToken, rich } from "../../model/text.ts";
import {
  type BlockKind,
  extent,
  type LayoutContext,
  lineHeightOf,
  UNBOUNDED,
} from "../context/layout-context.ts";
import { measure } from "../context/paragraphs.ts";
import { roomFor } from "../context/text-measurer.ts";
import { drawingLabel } from "./label.ts";
import { arrange, entryHeights, leastCell } from "./plane-cell.ts";

/** Between cells, in pt; and around the words of the scales. */
const SEAM = 2;
const AIR = 4;

/**
 * Two scales and points on them: equal cells, the words of the bands at the left and below, points in rows inside
 * their cell.
 * natural = rows high enough for every label; minimum = high enough for bare dots, whose codes the legend explains.
 */
export const plane: BlockKind<PlaneBlock> = {
  measure(block, width, context) {
    const rows = Math.max(1, block.yBands.length);
    const chrome = titleHeight(block, context) + footHeight(block, context);
    const cell = emu(
      (width - wordsWidth(block, width, context)) / Math.max(1, block.xBands.length) - ptToEmu(SEAM),
    );
    const needs = rowNeeds(block, cell, context);
    const natural = Math.max(...needs.map((need) => need.natural), 0);
    const minimum = needs.reduce((sum, need) => sum + need.minimum + ptToEmu(SEAM), 0);
    return extent(chrome + rows * (natural + ptToEmu(SEAM)), chrome + minimum, UNBOUNDED);
  },

  place(block, area, context) {
    const left = wordsWidth(block, area.w, context);
    const top = titleHeight(block, context);
    const grid = frame(area.x + left, area.y + top, area.w - left, area.h - top - footHeight(block, context));
    const cell = cellFrame(block, grid, context);
    const points = points2d(block, cell, context);
    return [
      ...ground(block, grid),
      ...grounds(block, cell),
      ...yWords(block, area, grid, cell, context),
      ...points,
      ...xWords(block, area, cell, context),
    ];
  },
};

type CellFrame = (x: number, y: number) => Frame;

/** Height of a row of cells in EMU: to show every label, and to show only dots. */
interface RowNeed {
  readonly natural: number;
  readonly minimum: number;
}

/** The needs of all rows, from the bottom up. */
function rowNeeds(block: PlaneBlock, cell: Emu, context: LayoutContext): readonly RowNeed[] {
  const word = lineHeightOf("label", context);
  return Array.from({ length: Math.max(1, block.yBands.length) }, (_, y) => {
    const cells = block.xBands.map((__, x) => inCell(block, x, y));
    const minimum = Math.max(word, ...cells.map((points) => leastCell(points.length, cell)));
    const natural = Math.max(minimum, ...cells.map((points) => entryHeights(points, cell, context)));
    return { natural, minimum };
  });
}

/** Rows of one height; where a crowded one needs more, those with room to spare give it. */
function rowHeights(needs: readonly RowNeed[], room: number): readonly number[] {
  const even = room / needs.length;
  const sum = (of: (need: RowNeed) => number) => needs.reduce((total, need) => total + of(need), 0);
  const [natural, minimum] = [sum((need) => need.natural), sum((need) => need.minimum)];
  if (needs.every((need) => need.natural <= even) || minimum >= room) return needs.map(() => even);
  if (natural <= room) return needs.map((need) => need.natural + (room - natural) / needs.length);
  const share = (room - minimum) / (natural - minimum);
  return needs.map((need) => need.minimum + (need.natural - need.minimum) * share);
}

/** Frame of the cell in band x from the left and band y from the bottom. */
function cellFrame(block: PlaneBlock, grid: Frame, context: LayoutContext): CellFrame {
  const columns = Math.max(1, block.xBands.length);
  const rows = Math.max(1, block.yBands.length);
  const seam = ptToEmu(SEAM);
  const w = emu((grid.w - seam * (columns - 1)) / columns);
  const heights = rowHeights(rowNeeds(block, w, context), grid.h - seam * (rows - 1));
  const tops = heights.map((_, y) => heights.slice(y + 1).reduce((top, height) => top + height + seam, 0));
  return (x, y) => frame(grid.x + x * (w + seam), grid.y + (tops[y] ?? 0), w, heights[y] ?? 0);
}

const inCell = (block: PlaneBlock, x: number, y: number): readonly PlanePoint[] =>
  block.points.filter(
    (point) => clamp(point.xBand, block.xBands) === x && clamp(point.yBand, block.yBands) === y,
  );

const clamp = (band: number, bands: readonly string[]): number =>
  Math.max(0, Math.min(bands.length - 1, band));

/** One transparent-to-the-eye ground that carries the alternative text of the whole. */
const ground = (block: PlaneBlock, grid: Frame): readonly Item[] => [
  {
    type: "shape",
    name: `Map: ${block.name}`,
    geometry: "rect",
    frame: grid,
    fill: "paper",
    alt: block.alt,
    ...(block.says === undefined ? {} : { says: block.says }),
  },
];

const grounds = (block: PlaneBlock, cell: CellFrame): readonly Item[] =>
  block.yBands.flatMap((_, y) =>
    block.xBands.map((__, x): Item => {
      const given = groundOf(block, x, y);
      return {
        type: "shape",
        name: "Cell",
        geometry: "rect",
        frame: cell(x, y),
        fill: given ?? "paper",
        ...(given === undefined ? { line: { ink: "hairline", width: pt(0.75) } } : {}),
        decorative: true,
      };
    }),
  );

/** Without grounds all cells have the same one; a cell that is given none has an edge instead. */
const groundOf = (block: PlaneBlock, x: number, y: number): ColorToken | undefined =>
  block.grounds === undefined ? "wash" : (block.grounds[y]?.[x] ?? undefined);

/** From the top row to the bottom, in each from left to right: the order in which one reads. */
function points2d(block: PlaneBlock, cell: CellFrame, context: LayoutContext): readonly Item[] {
  const rows = block.yBands.map((_, index) => block.yBands.length - 1 - index);
  const filled = rows.flatMap((y) =>
    block.xBands.map((_, x) => ({
      points: inCell(block, x, y),
      frame: cell(x, y),
    })),
  );
  return arrange(filled, context);
}

/** Room at the left for the words of the vertical scale, in EMU; words that are longer wrap. */
function wordsWidth(block: PlaneBlock, width: Emu, context: LayoutContext): Emu {
  const most = emuToPt(width) * 0.2;
  const widest = Math.max(
    0,
    ...block.yBands.map((word) => measure(rich(word), { role: "label" }, context).width()),
  );
  return widest === 0 ? emu(0) : ptToEmu(Math.min(most, roomFor(widest)) + AIR * 2);
}

const titleHeight = (block: PlaneBlock, context: LayoutContext): Emu =>
  block.yTitle === "" ? emu(0) : emu(lineHeightOf("label", context) + ptToEmu(AIR));

function footHeight(block: PlaneBlock, context: LayoutContext): Emu {
  const words = block.xBands.some((word) => word !== "") ? lineHeightOf("label", context) + ptToEmu(AIR) : 0;
  const title = block.xTitle === "" ? 0 : lineHeightOf("label", context);
  return emu(words + title);
}

function yWords(
  block: PlaneBlock,
  area: Frame,
  grid: Frame,
  cell: CellFrame,
  context: LayoutContext,
): readonly Item[] {
  const items: Item[] = [];
  if (block.yTitle !== "") {
    const top = frame(area.x, area.y, area.w, lineHeightOf("label", context));
    items.push(words("Vertical axis", block.yTitle, top, "left", "top", true, context));
  }
  block.yBands.forEach((_, index) => {
    const y = block.yBands.length - 1 - index;
    const word = block.yBands[y] ?? "";
    const at = cell(0, y);
    const width = grid.x - area.x - ptToEmu(AIR * 2);
    if (word !== "")
      items.push(words("Band", word, frame(area.x, at.y, width, at.h), "left", "middle", false, context));
  });
  return items;
}

function xWords(block: PlaneBlock, area: Frame, cell: CellFrame, context: LayoutContext): readonly Item[] {
  const line = lineHeightOf("label", context);
  const first = cell(0, 0);
  const top = first.y + first.h + ptToEmu(AIR);
  const items = block.xBands.flatMap((word, x): Item[] => {
    const at = cell(x, 0);
    return word === ""
      ? []
      : [words("Band", word, frame(at.x, top, at.w, line), "center", "top", false, context)];
  });
  if (block.xTitle === "") return items;
  const below = items.length > 0 ? top + line : top;
  const row = frame(first.x, below, area.x + area.w - first.x, line);
  return [...items, words("Horizontal axis", block.xTitle, row, "right", "top", true, context)];
}

function words(
  name: string,
  text: string,
  at: Frame,
  align: "left" | "center" | "right",
  anchor: TextItem["anchor"],
  bold: boolean,
  context: LayoutContext,
): TextItem {
  return drawingLabel(name, text, at, { align, bold, ink: bold ? "ink" : "muted", anchor }, context);
}
