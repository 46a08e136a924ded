import type { Frame } from "../../base/geometry.ts";
import { type Emu, type Pt, pt, ptToEmu } from "../../base/units.ts";
import type { TextItem } from "../../model/page.ts";
import { rich } from "../../model/text.ts";
import type { LayoutContext } from "../context/layout-context.ts";
import { measure, setText, type TextStyle } from "../context/paragraphs.ts";
import { roomFor } from "../context/text-measurer.ts";

type LabelStyle = Omit<TextStyle, "role">;

/** Words in a drawing: part of the figure that speaks for all of it. The frame is in EMU. */
export function drawingLabel(
  name: string,
  text: string,
  frame: Frame,
  { anchor = "middle", ...style }: LabelStyle & { readonly anchor?: TextItem["anchor"] },
  context: LayoutContext,
): TextItem {
  const set = setText([{ text: rich(text) }], { ...style, role: "label" }, frame.w, context);
  return {
    type: "text",
    name,
    role: "label",
    frame,
    paragraphs: set.paragraphs,
    anchor,
    insets: set.insets,
    mark: true,
  };
}

/** Width of words in a drawing on one line, with the most that a renderer may need, in EMU. */
export const labelWidth = (text: string, context: LayoutContext, style: LabelStyle = {}): Emu =>
  ptToEmu(widthOf(text, context, style));

/** The same in pt, with room also for the font that stands in for the deck's own where that is missing. */
export const labelRoom = (text: string, context: LayoutContext, style: LabelStyle = {}): Pt =>
  pt(Math.max(...[true, false].map((wide) => widthOf(text, context, { ...style, wide }))));

const widthOf = (text: string, context: LayoutContext, style: LabelStyle & { readonly wide?: boolean }): Pt =>
  roomFor(measure(rich(text), { ...style, role: "label" }, context).width());
