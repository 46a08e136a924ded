import { type ColorToken, INKS } from "../model/text.ts";
import { lighten } from "./colour.ts";
import type { Colour, ResolvedTheme, Theme } from "./theme.ts";

/** What drawing code asks of a theme: every ink as a scheme colour, every role with its sizes. */
export function resolveTheme(theme: Theme): ResolvedTheme {
  const inks = Object.fromEntries(INKS.map((ink) => [ink, colourOf(theme, ink)])) as Record<
    ColorToken,
    Colour
  >;
  return { theme, ink: (ink) => inks[ink], role: (role) => theme.roles[role] };
}

function colourOf(theme: Theme, ink: ColorToken): Colour {
  const { slot, tint } = theme.inks[ink];
  const base = theme.scheme[slot];
  if (tint === undefined || tint === 1) return { slot, hex: base };
  const lumMod = Math.round(tint * 100_000);
  return { slot, lumMod, lumOff: 100_000 - lumMod, hex: lighten(base, tint) };
}
