import { contrast } from "../base/contrast.ts";
import { apart } from "../base/lab.ts";
import type { ColorToken } from "../model/text.ts";
import { fromHsl, luminate, mix, toHsl } from "./colour.ts";
import { type SolvedInks, solveInks } from "./solve-inks.ts";
import type { Theme, Tinted } from "./theme.ts";
import type { SchemeColours } from "./tints.ts";

/** The few things that a theme can be made of. Colours are hex without #. */
export interface ThemeWish {
  readonly name: string;
  readonly accent: string;
  /** Further colours of the house, for what people draw by hand in PowerPoint. */
  readonly accents?: readonly string[];
  readonly dark?: boolean;
  /** Typeface of all text. */
  readonly font?: string;
  /** Typeface of titles, where it is another. */
  readonly headings?: string;
}

export interface NewTheme {
  readonly theme: Theme;
  /** Source of the accent: as it was asked for, made darker or lighter, or another colour, because it was no use on the paper. */
  readonly accent: SolvedInks["accent"];
}

/** Contrast of text, with a reserve for programs that round. */
const TEXT = 4.55;
/** Factor by which a wash lessens the contrast of the paper, at most. */
const WASH = 1.14;
/** Contrast of graphics. */
const GRAPHIC = 3.05;

/**
 * A theme of a few colours: paper and text with a breath of the accent, greys between them, green and red that go with it,
 * and pale grounds on which all of these are read. Sizes and places are those of another theme.
 */
export function newTheme(wish: ThemeWish, base: Theme): NewTheme {
  const { accent, accents = [], dark = false } = wish;
  const { h, s } = toHsl(accent);
  const tinge = (share: number, l: number): string => fromHsl({ h, s: s * share, l });
  const text = dark ? tinge(0.35, 0.965) : tinge(0.4, 0.11);
  const paper = dark ? tinge(0.4, 0.1) : "FFFFFF";
  const [
    second = fromHsl({ h: (h + 0.5) % 6, s: s * 0.8, l: dark ? 0.72 : 0.4 }),
    third = mix(accent, text, 0.6),
  ] = accents;
  const legible = legibleOn(paper, accent, dark);
  const solved = solveInks({ scheme: schemeOf(text, paper, legible), paper });
  const hex = (ink: ColorToken): string => solved.inks[ink].hex;
  const faint = faintBetween(text, paper, hex("wash"));
  // Darker or lighter than it was asked for, where it had to be: the house's colour as the deck can use it.
  const scheme: Theme["scheme"] = {
    ...{ dk1: text, lt1: paper, dk2: hex("muted"), lt2: hex("wash") },
    ...{ accent1: hex("accent"), accent2: hex("good"), accent3: hex("bad"), accent4: faint },
    ...{ accent5: second, accent6: third, hlink: hex("accent"), folHlink: hex("muted") },
  };
  const soft = (slot: "accent1" | "accent2" | "accent3", others: readonly string[]): Tinted =>
    softOf(slot, scheme, dark, others);
  const accentSoft = soft("accent1", []);
  const goodSoft = soft("accent2", []);
  const badSoft = soft("accent3", [hexOf(goodSoft, scheme)]);
  const onFaint = contrast(text, faint) >= contrast(paper, faint) ? "dk1" : "lt1";
  return {
    accent: solved.accent === "own" && legible !== accent ? "adjusted" : solved.accent,
    theme: {
      ...base,
      name: wish.name,
      ...(dark ? { dark } : {}),
      fonts: {
        ...base.fonts,
        heading: wish.headings ?? wish.font ?? base.fonts.heading,
        body: wish.font ?? base.fonts.body,
      },
      scheme,
      inks: {
        ...{ ink: { slot: "dk1" }, muted: { slot: "dk2" }, faint: { slot: "accent4" } },
        hairline: { slot: "accent4", ...(dark ? { shade: 0.5 } : { tint: 0.4 }) },
        ...{ wash: { slot: "lt2" }, paper: { slot: "lt1" } },
        ...{ accent: { slot: "accent1" }, accentSoft, good: { slot: "accent2" }, goodSoft },
        ...{ bad: { slot: "accent3" }, badSoft, onFaint: { slot: onFaint } },
      },
    },
  };
}

/** The colour, or the nearest darker or lighter one of the same hue that can be read on the paper and a wash. */
function legibleOn(paper: string, colour: string, dark: boolean): string {
  const steps = Array.from({ length: 50 }, (_, n) =>
    dark ? luminate(colour, 1 - n / 50, n / 50) : luminate(colour, 1 - n / 50, 0),
  );
  return steps.find((step) => contrast(step, paper) >= TEXT * WASH) ?? colour;
}

/** A scheme with no other accent, so that none takes its place. */
const schemeOf = (text: string, paper: string, accent: string): SchemeColours => ({
  ...{ tx1: text, bg1: paper, tx2: mix(text, paper, 0.65), bg2: mix(text, paper, 0.06) },
  ...{ accent1: accent, accent2: accent, accent3: accent, accent4: accent, accent5: accent, accent6: accent },
  ...{ hlink: accent, folHlink: accent },
});

/** A grey for bars that step back: seen on the paper and the wash, and a ground for words in the text colour or the paper's. */
function faintBetween(text: string, paper: string, wash: string): string {
  const greys = Array.from({ length: 99 }, (_, n) => mix(text, paper, (n + 1) / 100));
  const seen = greys.filter((grey) => Math.min(contrast(grey, paper), contrast(grey, wash)) >= GRAPHIC);
  const read = (ground: string): number => Math.max(contrast(text, ground), contrast(paper, ground));
  return seen.find((grey) => read(grey) >= TEXT) ?? seen[0] ?? text;
}

const hexOf = ({ slot, tint = 1, shade = 1 }: Tinted, scheme: Theme["scheme"]): string =>
  luminate(scheme[slot], tint * shade, (1 - tint) * shade);

/** The strongest ground of a colour on which it and all text are read, and which is told from the others. */
function softOf(
  slot: "accent1" | "accent2" | "accent3",
  scheme: Theme["scheme"],
  dark: boolean,
  others: readonly string[],
): Tinted {
  const texts = [scheme.dk1, scheme.dk2, scheme[slot]];
  const steps = dark
    ? [0.34, 0.3, 0.26, 0.22, 0.18, 0.15, 0.12, 0.1, 0.08, 0.06, 0.04, 0.02].map((shade) => ({ slot, shade }))
    : [0.14, 0.13, 0.12, 0.11, 0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.02].map((tint) => ({
        slot,
        tint,
      }));
  const read = steps.filter((step) => texts.every((one) => contrast(one, hexOf(step, scheme)) >= TEXT));
  const told = read.find((step) => others.every((other) => apart(other, hexOf(step, scheme)) >= 5));
  return told ?? read[0] ?? steps.at(-1) ?? { slot };
}
