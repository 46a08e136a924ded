/** A font family that a theme may name. */
export type FontFamily = "Calibri" | "Arial";

/**
 * The font families that a theme may name, and for each its twin: a free font of the same advance widths. Lines are broken
 * by the widths of the twin's letters, which `text/metrics/` holds, and pictures, PDF and browsers draw with its files. A
 * family is added here and there.
 */
export const FONTS = {
  Calibri: { twin: "Carlito", package: "@expo-google-fonts/carlito", alike: [] },
  Arial: { twin: "Arimo", package: "@expo-google-fonts/arimo", alike: ["Liberation Sans"] },
} as const satisfies Readonly<Record<FontFamily, Twin>>;

interface Twin {
  readonly twin: string;
  /** The npm package of the twin's files. */
  readonly package: string;
  /** Other fonts of the same widths that a computer may have. */
  readonly alike: readonly string[];
}

export const FONT_FAMILIES = Object.keys(FONTS) as readonly FontFamily[];

/** The family of bullets and of small signs, which every computer has in the same shape. */
export const BULLET_FAMILY: FontFamily = "Arial";
