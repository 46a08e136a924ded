import { contrast } from "../base/contrast.ts";
import type { ColorToken } from "../model/text.ts";
import type { Colour, ResolvedTheme } from "./theme.ts";

const WHITE = "FFFFFF";
const BLACK: Colour = { hex: "000000" };
const GREY: Colour = { hex: "595959" };
const LINE: Colour = { hex: "C4C4C4" };

/** The look of words on white sheets of paper: of a theme with light text the dark paper's colour, and a grey. */
export function printed(look: ResolvedTheme): ResolvedTheme {
  if (contrast(look.ink("ink").hex, WHITE) >= 4.5) return look;
  const paper = look.ink("paper");
  const text = contrast(paper.hex, WHITE) >= 4.5 ? paper : BLACK;
  const own: Readonly<Partial<Record<ColorToken, Colour>>> = { muted: GREY, faint: GREY, hairline: LINE };
  return { ...look, ink: (ink) => own[ink] ?? text };
}
