import { emu } from "../../base/units.ts";
import type { StackBlock } from "../../model/deck.ts";
import { band } from "../context/grid.ts";
import {
  type BlockKind,
  distance,
  extent,
  type LayoutContext,
  UNBOUNDED,
} from "../context/layout-context.ts";

/** Factor by which the gaps may become wider where nothing else takes the height that is left. */
const WIDEST = 2.5;

/**
 * One above the other.
 * natural = Σ natural + gaps; minimum = Σ minimum + gaps; maximum = Σ maximum + the widest gaps.
 * A frame higher than natural: what is left goes to the children by `grow`, else to those without a maximum (charts),
 * else to all alike, each up to its maximum, and then to the gaps; the rest stays at the bottom. A lower one: children give way in
 * proportion to what they can spare.
 */
export const stack: BlockKind<StackBlock> = {
  measure(block, width, context) {
    const gaps = distance(block.gap, context) * Math.max(0, block.children.length - 1);
    let natural: number = gaps;
    let minimum: number = gaps;
    let maximum: number = gaps * WIDEST;
    for (const child of block.children) {
      const one = context.blocks.measure(child, width, context);
      natural += one.natural;
      minimum += one.minimum;
      maximum += one.maximum;
    }
    const grows = block.grow?.some((share) => share > 0) === true;
    return extent(natural, minimum, grows ? UNBOUNDED : maximum);
  },

  place(block, frame, context) {
    const { heights, gap } = share(block, frame, context);
    let top = 0;
    return block.children.flatMap((child, index) => {
      const height = heights[index] ?? 0;
      const items = context.blocks.place(child, band(frame, top, height), context);
      top += height + gap;
      return items;
    });
  },
};

interface Shares {
  /** Height of each child in EMU. */
  readonly heights: readonly number[];
  /** Distance between children in EMU. */
  readonly gap: number;
}

function share(block: StackBlock, frame: { w: number; h: number }, context: LayoutContext): Shares {
  const wanted = block.children.map((child) => context.blocks.measure(child, emu(frame.w), context));
  const gap = distance(block.gap, context);
  const between = Math.max(0, block.children.length - 1);
  const left = frame.h - gap * between - wanted.reduce((sum, one) => sum + one.natural, 0);
  if (left <= 0) {
    const spare = wanted.reduce((sum, one) => sum + one.natural - one.minimum, 0);
    const part = spare === 0 ? 0 : Math.min(1, -left / spare);
    return { heights: wanted.map((one) => Math.ceil(one.natural - (one.natural - one.minimum) * part)), gap };
  }
  const unbounded = wanted.map(({ maximum }) => (maximum === UNBOUNDED ? 1 : 0));
  // Of a part of a stack that was split, what was to grow may stand on another page.
  const weights = [block.grow, unbounded].find((all) => all?.some((one) => one > 0));
  if (weights !== undefined) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      heights: wanted.map((one, index) => one.natural + Math.floor((left * (weights[index] ?? 0)) / total)),
      gap,
    };
  }
  const gains = evenly(
    left,
    wanted.map((one) => one.maximum - one.natural),
  );
  const heights = wanted.map((one, index) => one.natural + (gains[index] ?? 0));
  const rest = Math.max(0, left - gains.reduce((sum, gain) => sum + gain, 0));
  const wider = between === 0 ? 0 : Math.min(gap * (WIDEST - 1), Math.floor(rest / between));
  // A sparkline at the end stands at the bottom, level with those of the neighbours.
  const last = heights.length - 1;
  if (block.children[last]?.type === "sparkline")
    heights[last] = (heights[last] ?? 0) + rest - wider * between;
  return { heights, gap: gap + wider };
}

/** Shares an amount out in equal parts, but to none more than its room; all in EMU. */
function evenly(amount: number, rooms: readonly number[]): readonly number[] {
  const gains = rooms.map(() => 0);
  let left = amount;
  // The smallest room first: what it cannot take goes to the others.
  const order = rooms.map((_, index) => index).sort((a, b) => (rooms[a] ?? 0) - (rooms[b] ?? 0));
  order.forEach((index, served) => {
    const gain = Math.floor(Math.min(rooms[index] ?? 0, left / (rooms.length - served)));
    gains[index] = gain;
    left -= gain;
  });
  return gains;
}
