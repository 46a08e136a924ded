import { type Frame, frame, overlaps } from "../../base/geometry.ts";
import { type Emu, inchesToEmu } from "../../base/units.ts";
import type { LayoutName } from "../../model/deck.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";

/** Distance of the stamp of a draft from the edge of the slide. */
const OFF = inchesToEmu(0.1);
/** Share of the slide that a drawing covers from which on it is a background. */
const BACKGROUND = 0.5;

/**
 * Place of the stamp of a draft, in EMU: the top right, as our own themes keep it free; on a template the first corner where
 * nothing else stands. None where there is no such corner: the footer says it then.
 */
export function draftPlace(
  look: ResolvedTheme,
  layout: LayoutName,
  { w, h }: { readonly w: Emu; readonly h: Emu },
): Frame | undefined {
  const { size, margin, frames, grounds } = look;
  const [left, right] = [margin, size.width - margin - w];
  const [top, foot] = [OFF, size.height - OFF - h];
  const usual = frame(right, top, w, h);
  const ground = grounds[layout];
  if (ground === undefined) return usual;
  const { placeholders, kicker } = frames[layout];
  const drawn = ground.shapes
    .map((shape) => shape.frame)
    .filter((one) => one.w * one.h < size.width * size.height * BACKGROUND);
  const texts = Object.entries(placeholders).flatMap(([name, at]) => (name === "body" ? [] : [at.frame]));
  const taken = [...drawn, ...texts, ...(kicker === undefined ? [] : [kicker])];
  const corners = [usual, frame(left, top, w, h), frame(right, foot, w, h), frame(left, foot, w, h)];
  return corners.find((corner) => taken.every((one) => !overlaps(corner, one)));
}
