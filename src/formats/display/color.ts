import type { ColorToken } from "../../model/text.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import type { Fill, StrokeStyle } from "./list.ts";

export const hex = (look: ResolvedTheme, ink: ColorToken): string => `#${look.ink(ink).hex}`;

/** Fill in an ink; a hatch lies on the paper of the theme. */
export const fillWith = (look: ResolvedTheme, ink: ColorToken, pattern: "solid" | "hatch"): Fill =>
  pattern === "hatch"
    ? { colour: hex(look, ink), pattern, paper: hex(look, "paper") }
    : { colour: hex(look, ink), pattern };

/** Dashes in pt: PowerPoint's dash is 4 to 3 widths, its small dots 1 to 1 (ECMA-376 Part 1, 20.1.10.49). */
export function pen(
  look: ResolvedTheme,
  line: { readonly ink: ColorToken; readonly width: number; readonly dash?: "solid" | "dash" | "dot" },
  cap: StrokeStyle["cap"] = "butt",
): StrokeStyle {
  const { width } = line;
  const dash = line.dash === "dash" ? [4 * width, 3 * width] : line.dash === "dot" ? [width, width] : [];
  return { colour: hex(look, line.ink), width, dash, cap };
}
