import { type Frame, frame } from "../../base/geometry.ts";
import { emu, inchesToEmu, pt } from "../../base/units.ts";
import type { ColumnsBlock } from "../../model/deck.ts";
import type { ShapeItem } from "../../model/page.ts";
import { divide } from "../context/grid.ts";
import { type BlockKind, distance, extent, type Setting } from "../context/setting.ts";

const gapOf = (block: ColumnsBlock, setting: Setting): Frame["w"] =>
  block.gap === undefined ? inchesToEmu(setting.look.theme.slide.gutter) : distance(block.gap, setting);

/** Left edge (from the block's) and width of each child in EMU. */
export const columnCells = (block: ColumnsBlock, width: Frame["w"], setting: Setting) =>
  divide(width, block.spans, setting.look.theme, gapOf(block, setting));

/**
 * Side by side on the grid.
 * natural, minimum = the largest of the children's.
 * A child that fills takes the whole height, so that charts of neighbouring columns begin and end together; under
 * `stretch` all children do.
 */
export const columns: BlockKind<ColumnsBlock> = {
  measure(block, width, setting) {
    const at = columnCells(block, width, setting);
    const all = block.children.map((child, index) =>
      setting.blocks.measure(child, at[index]?.w ?? emu(0), setting),
    );
    return extent(
      Math.max(0, ...all.map((one) => one.natural)),
      Math.max(0, ...all.map((one) => one.minimum)),
    );
  },

  place(block, area, setting) {
    const at = columnCells(block, area.w, setting);
    const items = block.children.flatMap((child, index) => {
      const cell = at[index];
      if (cell === undefined) return [];
      const full = frame(area.x + cell.x, area.y, cell.w, area.h);
      if (block.align === "stretch" || setting.blocks.fills(child, setting)) {
        return setting.blocks.place(child, full, setting);
      }
      const { natural } = setting.blocks.measure(child, cell.w, setting);
      const height = Math.min(natural, area.h);
      const down = block.align === "middle" ? (area.h - height) / 2 : 0;
      return setting.blocks.place(child, frame(full.x, full.y + down, full.w, height), setting);
    });
    return block.ruled === true ? [...items, ...rules(at, area, gapOf(block, setting))] : items;
  },

  fills: (block, setting) => block.children.some((child) => setting.blocks.fills(child, setting)),
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
