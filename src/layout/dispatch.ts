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
import type { BlockKind, Blocks } from "./setting.ts";

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

export const blocks: Blocks = {
  measure: (block, width, setting) => kindOf(block).measure(block, width, setting),
  place: (block, frame, setting) => kindOf(block).place(block, frame, setting),
  fills: (block, setting) => kindOf(block).fills(block, setting),
};
