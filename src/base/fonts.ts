/** A font family whose letters are known. */
export type FontFamily =
  | "Calibri"
  | "Arial"
  | "Helvetica"
  | "Cambria"
  | "Times New Roman"
  | "Georgia"
  | "Courier New";

/**
 * The font families whose letters are known, and for each its twin: a free font of the same advance widths. Lines are broken
 * by the widths of the twin's letters, which `text/metrics/` holds, and pictures, PDF and browsers draw with its files. A
 * family is added here and there.
 */
export const FONTS = {
  Calibri: { twin: "Carlito", package: "@expo-google-fonts/carlito", alike: [], form: "sans" },
  Arial: { twin: "Arimo", package: "@expo-google-fonts/arimo", alike: ["Liberation Sans"], form: "sans" },
  Helvetica: { twin: "Arimo", package: "@expo-google-fonts/arimo", alike: ["Liberation Sans"], form: "sans" },
  Cambria: { twin: "Caladea", package: "@expo-google-fonts/caladea", alike: [], form: "serif" },
  "Times New Roman": {
    twin: "Tinos",
    package: "@expo-google-fonts/tinos",
    alike: ["Liberation Serif"],
    form: "serif",
  },
  Georgia: { twin: "Gelasio", package: "@expo-google-fonts/gelasio", alike: [], form: "serif" },
  "Courier New": {
    twin: "Cousine",
    package: "@expo-google-fonts/cousine",
    alike: ["Liberation Mono"],
    form: "monospace",
  },
} as const satisfies Readonly<Record<FontFamily, Twin>>;

interface Twin {
  readonly twin: string;
  /** The npm package of the twin's files. */
  readonly package: string;
  /** Other fonts of the same widths that a computer may have. */
  readonly alike: readonly string[];
  readonly form: "sans" | "serif" | "monospace";
}

export const FONT_FAMILIES = Object.keys(FONTS) as readonly FontFamily[];

/** The families that every deck may draw with, whatever its theme: signs that one lacks are taken from the other. */
export const COMMON_FAMILIES: readonly FontFamily[] = ["Calibri", "Arial"];

/** The family of bullets and of small signs, which every computer has in the same shape. */
export const BULLET_FAMILY: FontFamily = "Arial";

/** The known family of this name, whatever the case of its letters. */
export const familyCalled = (name: string): FontFamily | undefined => {
  const asked = name.trim().toLowerCase();
  return FONT_FAMILIES.find((family) => family.toLowerCase() === asked);
};

/** Words in the names of typefaces that are not without serifs. Names are all that is known of a font that is not there. */
const FORMS: readonly (readonly [RegExp, FontFamily])[] = [
  [/\b(mono|monospace|monospaced|code|courier|console|consolas|typewriter|terminal)\b/i, "Courier New"],
  [/\bsans\b/i, "Arial"],
  [
    /\b(serif|slab|roman|antiqua|garamond|baskerville|bodoni|caslon|didot|century(?! gothic)|book(?!\w)|bookman|schoolbook|times|minion|palatino|georgia|cambria|constantia|merriweather|playfair)\b/i,
    "Georgia",
  ],
];

/** The known family that comes nearest to a typeface of which only the name is known; one without serifs, in doubt. */
export const nearestFamily = (name: string): FontFamily =>
  familyCalled(name) ??
  // "Calibri Light" and "Arial Narrow" are of the family that they begin with.
  FONT_FAMILIES.find((family) => name.trim().toLowerCase().startsWith(`${family.toLowerCase()} `)) ??
  FORMS.find(([words]) => words.test(name))?.[1] ??
  "Arial";
