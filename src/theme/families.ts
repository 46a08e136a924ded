import { COMMON_FAMILIES, type FontFamily } from "../base/fonts.ts";
import type { ResolvedTheme } from "./theme.ts";

/** The families that a deck of this look is drawn with: those that every deck has, and its own. */
export const familiesOf = ({ fonts }: Pick<ResolvedTheme, "fonts">): readonly FontFamily[] => [
  ...new Set([...COMMON_FAMILIES, fonts.heading.family, fonts.body.family]),
];
