import type { Face } from "../display/list.ts";

/** The font itself, then the ones with its widths. */
export const TWINS = {
  Calibri: ["Calibri", "Carlito"],
  Arial: ["Arial", "Arimo", "Liberation Sans"],
} as const;

/** A family of the theme as a CSS list; `others` are for characters that it lacks. */
export const fontList = (family: Face["family"], others: readonly string[] = []): string =>
  [...TWINS[family], ...others, "sans-serif"]
    .map((name) => (name.includes(" ") ? `'${name}'` : name))
    .join(", ");
