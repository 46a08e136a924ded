import { type Frame, frame } from "../../base/geometry.ts";
import { emu, pt } from "../../base/units.ts";
import type { ColumnsBlock } from "../../model/deck.ts";
import type { ShapeItem } from "../../model/page.ts";
import { divide } from "../context/grid.ts";
import { type BlockKind, distance, extent, type LayoutContext } from "../context/layout-context.ts";

const gapOf = (block: ColumnsBlock, context: LayoutContext): Frame["w"] =>
  block.gap === undefined ? context.look.gutter : distance(block.gap, context);

/** Left edge (from the block's) and width of each child in EMU. */
export const columnCells = (block: ColumnsBlock, width: Frame["w"], context: LayoutContext) =>
  divide(width, block.spans, context.look.columns, gapOf(block, context));

/**
 * Side by side on the grid.
 * natural, minimum, maximum = the largest of the children's.
 * A child grows to its maximum, so that charts of neighbouring columns begin and end together; under `stretch` all
 * children take the whole height.
 */
export const columns: BlockKind<ColumnsBlock> = {
  measure(block, width, context) {
    const at = columnCells(block, width, context);
    const all = block.children.map((child, index) =>
      context.blocks.measure(child, at[index]?.w ?? emu(0), context),
    );
    return extent(
      Math.max(0, ...all.map((one) => one.natural)),
      Math.max(0, ...all.map((one) => one.minimum)),
      Math.max(0, ...all.map((one) => one.maximum)),
    );
  },

  place(block, area, context) {
    const at = columnCells(block, area.w, context);
    const items = block.children.flatMap((child, index) => {
      const cell = at[index];
      if (cell === undefined) return [];
      const full = frame(area.x + cell.x, area.y, cell.w, area.h);
      if (block.align === "stretch") return context.blocks.place(child, full, context);
      const { maximum } = context.blocks.measure(child, cell.w, context);
      const height = Math.min(maximum, area.h);
      const down = block.align === "middle" ? (area.h - height) / 2 : 0;
      return context.blocks.place(child, frame(full.x, full.y + down, full.w, height), context);
    });
    return block.ruled === true ? [...items, ...rules(at, area, gapOf(block, context))] : items;
  },
};

/** A hairline in the middle of every gutter. */
function rules(
  at: readonly { readonly x: number; readonly w: number }[],
  area: Frame,
  gap: number,
): ShapeItem[] {
  return at.slice(1).map((cell) => ({
    type: "shape",
    name: "Rule",
    geometry: "line",
    frame: frame(area.x + cell.x - gap / 2, area.y, 0, area.h),
    line: { ink: "hairline", width: pt(0.75) },
    decorative: true,
  }));
}
