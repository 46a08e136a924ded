import { type FontFamily, familyCalled, nearestFamily } from "../base/fonts.ts";
import { lettersOf, type Typeface, widened } from "../text/index.ts";
import type { ContractFont } from "./contract.ts";

/** Letters that were measured are given this much more room: kerning is not known of them. */
const RESERVE = 1.01;
/**
 * Letters that are guessed by those of another face: as wide as Verdana's or DejaVu Sans', since the typeface may be as wide as
 * that, and LibreOffice takes the latter for one that is missing. Their bold faces are wider still beside Arial's.
 */
const GUESS = { regular: 1.17, bold: 1.24 };
/** Letters of a face of a known family, such as "Calibri Light". */
const VARIANT = { regular: 1.1, bold: 1.1 };

/** A font of the contract: its own widths, those of a known family, or those of the nearest one with a reserve. */
export function typefaceOf(font: ContractFont): Typeface {
  const { family: name, measured } = font;
  const family = (font.like === undefined ? undefined : familyCalled(font.like)) ?? nearestFamily(name);
  const faces = {
    ...(font.regular === undefined ? {} : { regular: font.regular }),
    ...(font.bold === undefined ? {} : { bold: font.bold }),
    ...(font.italic === undefined ? {} : { italic: font.italic }),
    ...(font.boldItalic === undefined ? {} : { boldItalic: font.boldItalic }),
  };
  if (measured === "file" && Object.keys(faces).length > 0)
    return { name, family, letters: lettersOf(faces, family, RESERVE) };
  return measured === "own" || measured === "twin" ? { name, family } : guess(name, family);
}

/** A typeface of which only the name is known. */
export function typefaceCalled(name: string): Typeface {
  const family = familyCalled(name);
  if (family !== undefined) return { name: family, family };
  return guess(name, nearestFamily(name));
}

const isVariant = (name: string, family: FontFamily): boolean =>
  name.trim().toLowerCase().startsWith(`${family.toLowerCase()} `);

const guess = (name: string, family: FontFamily): Typeface => ({
  ...{ name, family, guessed: true },
  letters: widened(family, isVariant(name, family) ? VARIANT : GUESS),
});
