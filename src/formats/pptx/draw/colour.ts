import { type ColorToken, INKS } from "../../../model/text.ts";
import { colourElement } from "../../../theme/colour.ts";
import type { Colour, ResolvedTheme } from "../../../theme/theme.ts";

/** The colours of a theme that PptxGenJS knows by name (its SchemeColor). */
const NAMED = /^(tx[12]|bg[12]|accent[1-6])$/;

/** A colour as PptxGenJS takes it: by its name in the theme; a tint, for which it has none, as it looks. */
export const drawnColour = (ink: ColorToken, look: ResolvedTheme): string => drawn(look.ink(ink));

function drawn(colour: Colour): string {
  const { attributes, children } = colourElement(colour);
  const name = attributes["val"] ?? "";
  return children.length === 0 && NAMED.test(name) ? name : colour.hex;
}

/** The colour of a look that was handed over as this hex value; undefined for one of PptxGenJS's own. */
export const colourDrawnAs = (hex: string, look: ResolvedTheme): Colour | undefined =>
  [...INKS.map((ink) => look.ink(ink)), ...Object.values(look.colours)].find(
    (colour) => drawn(colour) === hex,
  );
