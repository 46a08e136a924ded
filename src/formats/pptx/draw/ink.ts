import { type ColorToken, INKS } from "../../../model/text.ts";

/**
 * PptxGenJS knows hex and twelve scheme names, but no lumMod. So it is handed a code in the shape of a hex colour, one
 * for each ink, and `finish/colours.ts` puts the scheme colour in its place. No code is left in a finished slide.
 */
const CODE = "F0DE";

export const inkCode = (ink: ColorToken): string =>
  CODE + INKS.indexOf(ink).toString(16).toUpperCase().padStart(2, "0");

/** The ink that a code stands for; undefined for any other colour. */
export function inkOfCode(hex: string): ColorToken | undefined {
  return hex.startsWith(CODE) ? INKS[Number.parseInt(hex.slice(CODE.length), 16)] : undefined;
}
