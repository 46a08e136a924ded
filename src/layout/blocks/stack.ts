import { emu } from "../../base/units.ts";
import type { StackBlock } from "../../model/deck.ts";
import { band } from "../context/grid.ts";
import { type BlockKind, distance, extent, type LayoutContext } from "../context/layout-context.ts";

/**
 * One above the other.
 * natural = Σ natural + gaps; minimum = Σ minimum + gaps.
 * A frame higher than natural: what is left goes to the children by `grow`, else to those that fill (charts), else it
 * stays at the bottom. A lower one: children give way in proportion to what they can spare.
 */
export const stack: BlockKind<StackBlock> = {
  measure(block, width, context) {
    const gaps = distance(block.gap, context) * Math.max(0, block.children.length - 1);
    let natural: number = gaps;
    let minimum: number = gaps;
    for (const child of block.children) {
      const one = context.blocks.measure(child, width, context);
      natural += one.natural;
      minimum += one.minimum;
    }
    return extent(natural, minimum);
  },

  place(block, frame, context) {
    const gap = distance(block.gap, context);
    const heights = share(block, frame, context);
    let top = 0;
    return block.children.flatMap((child, index) => {
      const height = heights[index] ?? 0;
      const items = context.blocks.place(child, band(frame, top, height), context);
      top += height + gap;
      return items;
    });
  },

  fills: (block, context) =>
    (block.grow?.some((share) => share > 0) ?? false) ||
    block.children.some((child) => context.blocks.fills(child, context)),
};

/** Height of each child in EMU. */
function share(
  block: StackBlock,
  frame: { w: number; h: number },
  context: LayoutContext,
): readonly number[] {
  const wanted = block.children.map((child) => context.blocks.measure(child, emu(frame.w), context));
  const gaps = distance(block.gap, context) * Math.max(0, block.children.length - 1);
  const left = frame.h - gaps - wanted.reduce((sum, one) => sum + one.natural, 0);
  if (left < 0) {
    const spare = wanted.reduce((sum, one) => sum + one.natural - one.minimum, 0);
    const part = spare === 0 ? 0 : Math.min(1, -left / spare);
    return wanted.map((one) => Math.ceil(one.natural - (one.natural - one.minimum) * part));
  }
  const weights = growth(block, context);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return wanted.map((one) => one.natural);
  return wanted.map((one, index) => one.natural + Math.floor((left * (weights[index] ?? 0)) / total));
}

function growth(block: StackBlock, context: LayoutContext): readonly number[] {
  if (block.grow !== undefined) return block.children.map((_, index) => block.grow?.[index] ?? 0);
  const filling = block.children.map((child) => (context.blocks.fills(child, context) ? 1 : 0));
  if (filling.some((share) => share > 0)) return filling;
  // A sparkline at the end stands at the bottom, level with those of the neighbours.
  const last = block.children.length - 1;
  return block.children.map((child, index) => (index === last && child.type === "sparkline" ? 1 : 0));
}
