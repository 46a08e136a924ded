import { type ColorToken, INKS } from "../../../model/text.ts";
import { colourElement } from "../../../theme/colour.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";

/** The colours of a theme that PptxGenJS knows by name (its SchemeColor). */
const NAMED = /^(tx[12]|bg[12]|accent[1-6])$/;

/** A colour as PptxGenJS takes it: by its name in the theme; a tint, for which it has none, as it looks. */
export function drawnColour(ink: ColorToken, look: ResolvedTheme): string {
  const colour = look.ink(ink);
  const { attributes, children } = colourElement(colour);
  const name = attributes["val"] ?? "";
  return children.length === 0 && NAMED.test(name) ? name : colour.hex;
}

/** The ink that was handed over as this hex value; undefined for a colour of PptxGenJS's own. */
export const inkDrawnAs = (hex: string, look: ResolvedTheme): ColorToken | undefined =>
  INKS.find((ink) => drawnColour(ink, look) === hex);
