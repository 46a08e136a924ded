import { type Frame, frame } from "../../base/geometry.ts";
import { emu, pt, ptToEmu } from "../../base/units.ts";
import type { Block, PanelBlock, Paragraph, TextBlock } from "../../model/deck.ts";
import type { Insets, ShapeItem, Stroke, TextItem } from "../../model/page.ts";
import { plain } from "../../model/text.ts";
import { addInsets } from "../context/insets.ts";
import { type BlockKind, distance, extent, type LayoutContext } from "../context/layout-context.ts";
import { setBlock } from "./text.ts";

/** Weight of a coloured edge in pt. */
const EDGE = 3;
/** Factor by which a card may become higher than what stands in it. */
const GROWTH = 2.5;

/**
 * A ground or an edge around one block.
 * natural, minimum = child + insets; a card may become two and a half times as high, or as high as its child may with them.
 * The ground takes the whole frame, the child what the insets leave.
 * Texts alone become one shape together with their ground, so that an editor moves both at once.
 */
export const panel: BlockKind<PanelBlock> = {
  measure(block, width, context) {
    const pad = padding(block, context);
    const child = context.blocks.measure(
      block.child,
      emu(width - pad.left - pad.right),
      within(block, context),
    );
    const ends = pad.top + pad.bottom;
    const natural = child.natural + ends;
    const closed = block.fill !== undefined || block.edge === "box";
    return extent(
      natural,
      child.minimum + ends,
      Math.max(child.maximum + ends, closed ? natural * GROWTH * (context.growth ?? 1) : 0),
    );
  },

  place(block, area, context) {
    const pad = padding(block, context);
    const one = oneText(block.child);
    const edge = edgeShape(block, area);
    if (one !== undefined) return [textShape(block, one, area, pad, context), ...edge];
    const inner = frame(
      area.x + pad.left,
      area.y + pad.top,
      area.w - pad.left - pad.right,
      area.h - pad.top - pad.bottom,
    );
    return [
      ...ground(block, area),
      ...edge,
      ...context.blocks.place(block.child, inner, within(block, context)),
    ];
  },
};

/** Texts on a dark ground are paper-coloured unless they say otherwise. */
export const within = (block: PanelBlock, context: LayoutContext): LayoutContext =>
  block.fill === undefined ? context : { ...context, ground: block.fill };

/** A ground or box needs air on all sides; a bare edge only on its own, so that texts stay on the grid. */
export function padding(block: PanelBlock, context: LayoutContext): Insets {
  const d = distance(block.inset, context);
  const closed = block.fill !== undefined || block.edge === "box";
  const left = block.edge === "left" ? d + ptToEmu(EDGE) : closed ? d : 0;
  const top = block.edge === "top" ? d + ptToEmu(EDGE) : closed ? d : 0;
  const other = closed ? d : 0;
  return { left: emu(left), top: emu(top), right: emu(other), bottom: emu(other) };
}

const stroke = (block: PanelBlock): { line: Stroke } | Record<string, never> =>
  block.edge === "box" ? { line: { ink: block.edgeInk ?? "hairline", width: pt(0.75) } } : {};

function textShape(
  block: PanelBlock,
  child: TextBlock,
  area: Frame,
  pad: Insets,
  context: LayoutContext,
): TextItem {
  const inside = within(block, context);
  const { paragraphs, insets } = setBlock(child, emu(area.w - pad.left - pad.right), inside);
  const from = child.paragraphs.find((paragraph) => paragraph.from !== undefined)?.from;
  return {
    type: "text",
    name: child.name ?? "Card",
    role: child.role,
    frame: area,
    paragraphs,
    anchor: child.anchor ?? "top",
    insets: addInsets(pad, insets),
    ...(block.fill === undefined ? {} : { fill: block.fill }),
    ...stroke(block),
    ...(block.to === undefined ? {} : { to: block.to }),
    ...headingOf(block),
    ...(from === undefined ? {} : { from }),
  };
}

function ground(block: PanelBlock, area: Frame): readonly ShapeItem[] {
  if (block.fill === undefined && block.edge !== "box" && block.to === undefined) return [];
  // A shape without fill cannot be clicked in its middle, so a linked panel always has one.
  const fill = block.fill ?? (block.to === undefined ? undefined : ("paper" as const));
  const look = { ...stroke(block), ...headingOf(block) };
  const shape = { type: "shape", name: "Card", geometry: "rect", frame: area, ...look } as const;
  const filled = fill === undefined ? shape : { ...shape, fill };
  if (block.to === undefined) return [{ ...filled, decorative: true }];
  return [{ ...filled, to: block.to, alt: firstWords(block.child) }];
}

const headingOf = ({ heading }: PanelBlock): { readonly heading?: string } =>
  heading === undefined ? {} : { heading };

function edgeShape(block: PanelBlock, area: Frame): readonly ShapeItem[] {
  if (block.edge !== "left" && block.edge !== "top") return [];
  const weight = ptToEmu(EDGE);
  const box =
    block.edge === "left" ? frame(area.x, area.y, weight, area.h) : frame(area.x, area.y, area.w, weight);
  return [
    {
      type: "shape",
      name: "Edge",
      geometry: "rect",
      frame: box,
      fill: block.edgeInk ?? "accent",
      ...(block.edgeAlt === undefined ? { decorative: true } : { alt: block.edgeAlt }),
    },
  ];
}

/** A text, or a stack of nothing but texts, as one text; undefined where the child holds anything else. */
function oneText(block: Block): TextBlock | undefined {
  if (block.type === "text") return block.placeholder === true ? undefined : block;
  if (block.type !== "stack" || block.grow !== undefined || block.children.length === 0) return undefined;
  const parts: TextBlock[] = [];
  for (const child of block.children) {
    const part = oneText(child);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const [first] = parts;
  if (first === undefined) return undefined;
  if (parts.some((part) => part.align !== first.align || part.anchor !== first.anchor)) return undefined;
  const paragraphs = parts.flatMap((part, number) =>
    part.paragraphs.map((paragraph, index): Paragraph => {
      const ink = paragraph.ink ?? part.ink;
      return {
        ...paragraph,
        role: paragraph.role ?? part.role,
        ...(ink === undefined ? {} : { ink }),
        ...(index === 0 && number > 0 ? { space: block.gap } : {}),
      };
    }),
  );
  const { ink: _ink, ...rest } = first;
  return { ...rest, paragraphs };
}

/** Alternative text of a linked background: the first words on it. */
function firstWords(block: Block): string {
  if (block.type === "text") return block.paragraphs.map((paragraph) => plain(paragraph.text)).join(" ");
  if (block.type === "panel") return firstWords(block.child);
  if (block.type === "stack" || block.type === "columns") {
    return block.children.map(firstWords).find((words) => words !== "") ?? "";
  }
  return "alt" in block ? block.alt : "";
}
