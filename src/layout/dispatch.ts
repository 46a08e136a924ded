import type { Block } from "../model/deck.ts";
import { bars } from "./blocks/bars.ts";
import { columns } from "./blocks/columns.ts";
import { exhibit } from "./blocks/exhibit.ts";
import { interval } from "./blocks/interval.ts";
import { panel } from "./blocks/panel.ts";
import { picture } from "./blocks/picture.ts";
import { plane } from "./blocks/plane.ts";
import { rule } from "./blocks/rule.ts";
import { sparkline } from "./blocks/sparkline.ts";
import { stack } from "./blocks/stack.ts";
import { table } from "./blocks/table.ts";
import { text } from "./blocks/text.ts";
import type { BlockExtent, BlockKind, Blocks, LayoutContext } from "./context/layout-context.ts";
import { createMemo } from "./context/memo.ts";

/** One entry a kind of block; a kind that is left out does not compile. */
const KINDS: { readonly [K in Block["type"]]: BlockKind<Extract<Block, { type: K }>> } = {
  text,
  stack,
  columns,
  panel,
  table,
  exhibit,
  picture,
  sparkline,
  bars,
  interval,
  plane,
  rule,
};

/** The kind of a block. Sound because the record above pairs each tag with the kind of its own block. */
const kindOf = <B extends Block>(block: B): BlockKind<B> => KINDS[block.type] as unknown as BlockKind<B>;

/**
 * The kinds behind one door, for one layout: what was measured is remembered. The ground under a block has no say in its
 * size.
 */
export function rememberingBlocks(): Blocks {
  const extents = createMemo<Block, BlockExtent>();
  // Sizes that are alike have one number, so that a step of fitting that comes back to them measures nothing.
  const numbers = new WeakMap<LayoutContext["sizes"], number>();
  const alike = new Map<string, number>();
  const numberOf = (sizes: LayoutContext["sizes"]): number => {
    const before = numbers.get(sizes);
    if (before !== undefined) return before;
    const content = Object.values(sizes).join(" ");
    const number = alike.get(content) ?? alike.size;
    alike.set(content, number);
    numbers.set(sizes, number);
    return number;
  };
  return {
    measure(block, width, context) {
      const question = `${width} ${context.spacing} ${context.growth ?? 1} ${numberOf(context.sizes)}`;
      return extents(block, question, () => kindOf(block).measure(block, width, context));
    },
    place: (block, frame, context) => kindOf(block).place(block, frame, context),
  };
}
