import { luminate } from "./colour.ts";
import type { ContractColour } from "./contract.ts";
import type { Colour, SchemeName } from "./theme.ts";

/** Colours of a scheme as they look, by the names that slides use; hex without #. */
export type SchemeColours = Readonly<Record<SchemeName, string>>;

const STEP = 0.05;

/** Base of tints: a colour of the scheme by name, or a fixed one by its hex. */
export type Base = SchemeName | { readonly hex: string };

/** The base with its luminance (HSL) times `mod` plus `off`, both shares. */
export function tint(scheme: SchemeColours, base: Base, mod = 1, off = 0): Colour {
  if (typeof base !== "string") return { hex: luminate(base.hex, mod, off) };
  const [lumMod, lumOff] = [Math.round(mod * 100_000), Math.round(off * 100_000)];
  return {
    scheme: base,
    ...(lumMod === 100_000 ? {} : { lumMod }),
    ...(lumOff === 0 ? {} : { lumOff }),
    hex: luminate(scheme[base], lumMod / 100_000, lumOff / 100_000),
  };
}

/** Shares from 1 down to 0 in steps of 5%, which is how PowerPoint's own tints are graded. */
const SHARES = Array.from({ length: 21 }, (_, n) => Math.round((1 - n * STEP) * 100) / 100);

/** The base, then ever darker ones down to black. */
export const darker = (scheme: SchemeColours, base: Base): readonly Colour[] =>
  SHARES.map((share) => tint(scheme, base, share));

/** The base, then ever lighter ones up to white. */
export const lighter = (scheme: SchemeColours, base: Base): readonly Colour[] =>
  SHARES.map((share) => tint(scheme, base, share, Math.round((1 - share) * 100) / 100));

/** A colour of the contract as it looks. */
export const hexOf = (scheme: SchemeColours, colour: ContractColour): string =>
  "scheme" in colour
    ? luminate(scheme[colour.scheme], (colour.lumMod ?? 100_000) / 100_000, (colour.lumOff ?? 0) / 100_000)
    : colour.hex;

/** A colour as the contract stores it. */
export function stored({ scheme, lumMod, lumOff, hex }: Colour): ContractColour {
  if (scheme === undefined) return { hex };
  return { scheme, ...(lumMod === undefined ? {} : { lumMod }), ...(lumOff === undefined ? {} : { lumOff }) };
}
