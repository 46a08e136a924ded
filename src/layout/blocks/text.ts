import { type Frame, frame } from "../../base/geometry.ts";
import type { TextBlock } from "../../model/deck.ts";
import type { TextItem } from "../../model/page.ts";
import type { Role } from "../../model/text.ts";
import { type BlockKind, extent, type LayoutContext, UNBOUNDED } from "../context/layout-context.ts";
import { type SetText, setText, type TextStyle, textHeight } from "../context/paragraphs.ts";

export const mannerOf = (block: TextBlock): TextStyle => ({
  role: block.role,
  ...(block.ink === undefined ? {} : { ink: block.ink }),
  ...(block.align === undefined ? {} : { align: block.align }),
});

export const setBlock = (block: TextBlock, width: Frame["w"], context: LayoutContext): SetText =>
  setText(block.paragraphs, mannerOf(block), width, context);

/** Names in the selection pane, for texts whose block has none. */
const NAMES: Readonly<Partial<Record<Role, string>>> = {
  statement: "Statement",
  lead: "Lead",
  body: "Text",
  small: "Text",
  label: "Label",
  kicker: "Heading",
  figure: "Figure",
  figureSmall: "Figure",
  source: "Source",
};

const textName = (block: TextBlock): string =>
  block.name ?? (block.placeholder === true ? "Body" : (NAMES[block.role] ?? "Text"));

/** Paragraphs one below the other. natural = minimum = all lines and the spaces between paragraphs; a placeholder that is not at the top takes any room. */
export const text: BlockKind<TextBlock> = {
  measure(block, width, context) {
    const height = textHeight(block.paragraphs, mannerOf(block), width, context);
    const anchored = block.placeholder === true && block.anchor !== undefined && block.anchor !== "top";
    return extent(height, height, anchored ? UNBOUNDED : height);
  },

  place(block, area, context) {
    if (block.paragraphs.length === 0) return [];
    const { paragraphs, height, insets } = setBlock(block, area.w, context);
    // A box no higher than its lines is easier to grasp and to move; an anchored one needs the room it is anchored in.
    const whole = block.placeholder === true || (block.anchor ?? "top") !== "top";
    const box = whole ? area : frame(area.x, area.y, area.w, height);
    const from = block.paragraphs.find((paragraph) => paragraph.from !== undefined)?.from;
    const item: TextItem = {
      type: "text",
      name: textName(block),
      role: block.role,
      frame: box,
      paragraphs,
      anchor: block.anchor ?? "top",
      insets,
      ...(block.placeholder === true ? { placeholder: "body" as const } : {}),
      ...(from === undefined ? {} : { from }),
    };
    return [item];
  },
};
