import type { Block } from "../model/deck.ts";
import { columns } from "./blocks/columns.ts";
import { exhibit } from "./blocks/exhibit.ts";
import { panel } from "./blocks/panel.ts";
import { picture } from "./blocks/picture.ts";
import { plane } from "./blocks/plane.ts";
import { rule } from "./blocks/rule.ts";
import { sparkline } from "./blocks/sparkline.ts";
import { stack } from "./blocks/stack.ts";
import { table } from "./blocks/table.ts";
import { text } from "./blocks/text.ts";
import type { BlockKind, Blocks, Extent, Setting } from "./setting.ts";

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
  plane,
  rule,
};

/** The kind of a block. Sound because the record above pairs each tag with the kind of its own block. */
const kindOf = <B extends Block>(block: B): BlockKind<B> => KINDS[block.type] as unknown as BlockKind<B>;

/**
 * The kinds behind one door. What was measured is remembered for as long as the returned object lives, which is one
 * layout: fitting asks for the same block again and again. A block is known by identity; the ground under it has no say
 * in its size.
 */
export function rememberingBlocks(): Blocks {
  const known = new WeakMap<Block, Map<string, Extent>>();
  const numbers = new WeakMap<Setting["sizes"], number>();
  let next = 0;
  const numberOf = (sizes: Setting["sizes"]): number => {
    const before = numbers.get(sizes);
    if (before !== undefined) return before;
    next += 1;
    numbers.set(sizes, next);
    return next;
  };
  return {
    measure(block, width, setting) {
      const key = `${width} ${setting.spacing} ${numberOf(setting.sizes)}`;
      const extents = known.get(block) ?? new Map<string, Extent>();
      known.set(block, extents);
      const before = extents.get(key);
      if (before !== undefined) return before;
      const made = kindOf(block).measure(block, width, setting);
      extents.set(key, made);
      return made;
    },
    place: (block, frame, setting) => kindOf(block).place(block, frame, setting),
    fills: (block, setting) => kindOf(block).fills(block, setting),
  };
}
