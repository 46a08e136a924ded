import { type Emu, emu } from "../../base/units.ts";
import type { Insets, PlacedParagraph } from "../../model/page.ts";

export const NO_INSETS: Insets = { left: emu(0), top: emu(0), right: emu(0), bottom: emu(0) };

/** Sum of the insets of a box and those of its text. */
export const addInsets = (one: Insets, other: Insets): Insets => ({
  left: emu(one.left + other.left),
  top: emu(one.top + other.top),
  right: emu(one.right + other.right),
  bottom: emu(one.bottom + other.bottom),
});

/** A width taken off a box where lines end, at both sides of centred ones, so that no word moves. */
export function insetAtLineEnds(align: PlacedParagraph["align"] | undefined, width: Emu): Insets {
  const left = align === "right" ? width : align === "center" ? emu(width / 2) : emu(0);
  return { ...NO_INSETS, left, right: emu(width - left) };
}
