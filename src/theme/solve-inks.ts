import { contrast } from "../base/contrast.ts";
import { apart, chroma, toLab } from "../base/lab.ts";
import type { ColorToken } from "../model/text.ts";
import { luminate, mix, toHsl } from "./colour.ts";
import type { Colour, SchemeName } from "./theme.ts";
import { type Base, darker, lighter, type SchemeColours, tint } from "./tints.ts";

export const ACCENTS = [
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
] as const satisfies readonly SchemeName[];

export interface InkTask {
  readonly scheme: SchemeColours;
  /** Colour behind the slide's content, hex without #. */
  readonly paper: string;
  /** Accents in the order in which the template uses them; those left out come after, in the scheme's order. */
  readonly accents?: readonly SchemeName[];
}

export interface SolvedInks {
  readonly inks: Readonly<Record<ColorToken, Colour>>;
  /**
   * Source of the accent: a legible accent as it is, the first one a little darker or lighter, any that was made so, a legible
   * grey accent, or a fixed colour.
   */
  readonly accent: "own" | "first" | "adjusted" | "grey" | "fixed";
  readonly good: "scheme" | "fixed";
  readonly bad: "scheme" | "fixed";
}

/** Contrast of text, 4.5:1 (WCAG 2.2, 1.4.3), and of graphics, 3:1 (1.4.11), each with a reserve for programs that round. */
const TEXT = 4.55;
const GRAPHIC = 3.1;
/** Contrast from which graphics are seen on a paper. */
const SEEN = 3;
/** Steps of 5% of luminance, the colour itself included. */
const QUARTER = 6;
/** Chroma from which a colour is one rather than a grey. */
const COLOURED = 18;
/** Chroma that a ground may have beyond the paper's: one that is pale and strong glares. */
const CALM = 13;

/**
 * The inks for a scheme and a paper. Text inks have 4.5:1 to the paper, to the wash and to the soft grounds on which they
 * stand; faint has 3:1. Inks are colours of the scheme, made darker or lighter where they must be, and fixed ones where the
 * scheme has none that serves. On papers of middle brightness, to which black and white have less than 7:1, there is too
 * little room to tell all grounds apart; texts are legible there, too.
 */
export function solveInks({ scheme, paper, accents = [] }: InkTask): SolvedInks {
  const dark = contrast("FFFFFF", paper) > contrast("000000", paper);
  const most = contrast(dark ? "FFFFFF" : "000000", paper);
  const sheet: Sheet = { scheme, paper, dark, roomy: most >= 7, toInk: dark ? lighter : darker };
  const onPaper = slotOf(scheme, paper) ?? { hex: paper };
  const ink = inkOf(sheet, Math.min(7, most));
  const wash = washOf(sheet, onPaper, ink.hex);
  const base: Grounds = { ...sheet, ink: ink.hex, wash: wash.hex };
  const order = [...accents, ...ACCENTS.filter((slot) => !accents.includes(slot))];
  const accent = accentOf(base, order);
  const pair = goodAndBad(base, order, accent);
  const grounds = [paper, wash.hex, accent.soft.hex, pair.good.soft.hex, pair.bad.soft.hex];
  const inks = [ink.hex, accent.hex, pair.good.hex, pair.bad.hex];
  const muted = greyOf(base, grounds, [6, TEXT], inks);
  const faint = greyOf(base, [paper, wash.hex], [3.4, GRAPHIC], [...inks, muted.hex]);
  const hairline = greyOf(base, [paper], [1.5, 1.2], [...inks, ...grounds, muted.hex, faint.hex]);
  return {
    inks: {
      ink,
      muted,
      faint,
      hairline,
      wash,
      paper: tint(scheme, onPaper),
      accent: accent.tint,
      accentSoft: accent.soft,
      good: pair.good.tint,
      goodSoft: pair.good.soft,
      bad: pair.bad.tint,
      badSoft: pair.bad.soft,
      onFaint: textOn(faint.hex, [ink, tint(scheme, onPaper)]),
    },
    accent: accent.from,
    good: pair.good.from,
    bad: pair.bad.from,
  };
}

/** The most legible of some inks on a ground; black or white where none of them is legible, as one of these always is. */
function textOn(ground: string, inks: readonly [Colour, ...Colour[]]): Colour {
  const best = (from: readonly [Colour, ...Colour[]]): Colour =>
    from.reduce((a, b) => (contrast(b.hex, ground) > contrast(a.hex, ground) ? b : a));
  const own = best(inks);
  return contrast(own.hex, ground) >= TEXT ? own : best([{ hex: "000000" }, { hex: "FFFFFF" }]);
}

interface Sheet {
  readonly scheme: SchemeColours;
  readonly paper: string;
  /** True where text is lighter than the paper. */
  readonly dark: boolean;
  /** True where black or white text has contrast to spare. */
  readonly roomy: boolean;
  /** A base and its tints, ever further from the paper. */
  readonly toInk: (scheme: SchemeColours, base: Base) => readonly Colour[];
}

interface Grounds extends Sheet {
  readonly ink: string;
  readonly wash: string;
}

interface Coloured {
  readonly tint: Colour;
  readonly hex: string;
  readonly soft: Colour;
}

const PAPERS = ["bg1", "tx1", "bg2", "tx2", ...ACCENTS] as const satisfies readonly SchemeName[];
const slotOf = (scheme: SchemeColours, hex: string): SchemeName | undefined =>
  PAPERS.find((slot) => scheme[slot] === hex);

const least = (hex: string, grounds: readonly string[]): number =>
  Math.min(...grounds.map((ground) => contrast(hex, ground)));

/** The text colour of the scheme; another of its dark and light ones, or that one darkened, where it is too pale. */
function inkOf({ scheme, paper, toInk }: Sheet, wanted: number): Colour {
  const legible = (["tx1", "bg1", "tx2", "bg2"] as const).find(
    (slot) => contrast(scheme[slot], paper) >= wanted,
  );
  if (legible !== undefined) return tint(scheme, legible);
  const steps = toInk(scheme, "tx1");
  return steps.find(({ hex }) => contrast(hex, paper) >= wanted) ?? (steps.at(-1) as Colour);
}

/** A ground that is told from the paper by a breath, and costs the ink on it little contrast. */
function washOf({ scheme, paper, dark, roomy }: Sheet, base: Base, ink: string): Colour {
  // Lightness that the wash is to differ by; where the ink has no contrast to spare the wash keeps away from it.
  const towardsInk = roomy ? 1 : -1;
  const from = toLab(paper).lightness;
  const wanted = from + (dark ? 6 : -4.5) * towardsInk;
  const steps = [...darker(scheme, base), ...lighter(scheme, base), ...fine(paper), ...mixes(ink, paper)];
  const fit = steps.filter(
    ({ hex }) => hex !== paper && contrast(ink, hex) >= TEXT && chroma(hex) <= chroma(paper) + 4,
  );
  return nearest(fit, ({ hex }) => Math.abs(toLab(hex).lightness - wanted)) ?? tint(scheme, { hex: paper });
}

/** The colour in steps of 1% of luminance, for grounds that a step of 5% would carry too far. */
const fine = (hex: string): readonly Colour[] =>
  Array.from({ length: 41 }, (_, n) => ({ hex: luminate(hex, 1, (n - 20) / 100) }));

const mixes = (one: string, other: string): readonly Colour[] =>
  Array.from({ length: 99 }, (_, n) => ({ hex: mix(one, other, (n + 1) / 100) }));

const nearest = <T>(list: readonly T[], distance: (item: T) => number): T | undefined =>
  list.reduce<{ item: T; at: number } | undefined>((best, item) => {
    const at = distance(item);
    return best === undefined || at < best.at ? { item, at } : best;
  }, undefined)?.item;

/** The base, or the first of its tints away from the paper, that is legible and has a soft ground of its own. */
function legible(on: Grounds, base: Base, taken: readonly string[], steps?: number): Coloured | undefined {
  for (const each of on.toInk(on.scheme, base).slice(0, steps)) {
    if (least(each.hex, [on.paper, on.wash]) < TEXT) continue;
    const soft = softOf(on, base, each.hex, taken);
    if (soft !== undefined) return { tint: each, hex: each.hex, soft };
  }
  return undefined;
}

/**
 * Pale ground for words in a colour and in the ink: a tint of the scheme's colour, else a mix with the paper. It is calm
 * (a chroma near the paper's) and apart from the paper, the wash and the other soft grounds.
 */
function softOf(on: Grounds, base: Base, colour: string, taken: readonly string[]): Colour | undefined {
  const { scheme, paper, ink, roomy, dark } = on;
  const hue = typeof base === "string" ? scheme[base] : base.hex;
  const shares = [0.16, 0.14, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04];
  const tints = dark
    ? [0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1].map((share) => tint(scheme, base, share))
    : shares.map((share) => tint(scheme, base, share, 1 - share));
  const mixed = shares.map((share) => ({ hex: mix(hue, paper, share) }));
  const away = mixed.flatMap(({ hex }) =>
    [0.02, 0.04, 0.06, 0.09, 0.12].map((off) => ({ hex: luminate(hex, 1, dark ? -off : off) })),
  );
  const others = [...taken, on.wash, paper];
  return (roomy ? [...tints, ...mixed] : [...mixed, ...away]).find(({ hex }) => {
    const far = apart(hex, paper);
    return (
      contrast(hex, colour) >= TEXT &&
      contrast(hex, ink) >= TEXT &&
      far <= (dark ? 24 : 16) &&
      (!dark || !roomy || toLab(hex).lightness > toLab(paper).lightness) &&
      chroma(hex) <= chroma(paper) + CALM &&
      (roomy ? far >= 2.5 && others.every((other) => apart(hex, other) >= 1.5) : !others.includes(hex))
    );
  });
}

const FIXED_ACCENTS = {
  light: ["1B4F8F", "6A3D9A", "7A4B00"],
  dark: ["8FC1FF", "D0B3FF", "F2C879"],
} as const;

type Accent = Coloured & { readonly from: SolvedInks["accent"]; readonly slot?: SchemeName };

/**
 * The first accent that is no grey, made up to a quarter darker or lighter where it is seen but not read: a company knows itself
 * by it; else the first that is legible as it is; else one that needs more; else a grey one; else a fixed one.
 */
function accentOf(on: Grounds, order: readonly SchemeName[]): Accent {
  const distinct = order.filter((slot) => apart(on.scheme[slot], on.ink) >= 12);
  const colours = distinct.filter((slot) => chroma(on.scheme[slot]) >= COLOURED);
  const readable = (slot: SchemeName): boolean => contrast(on.scheme[slot], on.paper) >= 4.5;
  const first = colours.slice(0, 1).filter((slot) => contrast(on.scheme[slot], on.paper) >= SEEN);
  const ways: readonly [Accent["from"], readonly SchemeName[], number][] = [
    ["own", first.filter(readable), 5],
    ["first", first, QUARTER],
    ["own", colours.filter(readable), 5],
    ["adjusted", [...colours, "tx2", "hlink"], 11],
    ["grey", distinct.filter(readable), 5],
  ];
  for (const [from, slots, steps] of ways) {
    for (const slot of slots) {
      const found = legible(on, slot, [], steps);
      if (found && apart(found.hex, on.ink) >= 12 && (from === "grey" || chroma(found.hex) >= COLOURED))
        return { ...found, from, slot };
    }
  }
  return { ...fixed(on, FIXED_ACCENTS[on.dark ? "dark" : "light"], [], [on.ink]), from: "fixed" };
}

/** The first of fixed colours that can be told from others, made legible. */
function fixed(
  on: Grounds,
  colours: readonly string[],
  taken: readonly string[],
  others: readonly string[],
): Coloured {
  const found = colours.flatMap((hex) => legible(on, { hex }, taken) ?? []);
  const best = found.find(({ hex }) => others.every((other) => apart(hex, other) >= 12)) ?? found[0];
  // On a paper of middle brightness no soft ground may be left; the ink itself and a ground away from it remain.
  return best ?? { tint: { hex: on.ink }, hex: on.ink, soft: { hex: on.wash } };
}

/** Hues in degrees that people read as good, from yellow-green to teal, and as bad, from crimson to orange. */
const isGood = (hue: number): boolean => hue >= 80 && hue <= 185;
const isBad = (hue: number): boolean => hue <= 32 || hue >= 342;
const FIXED_GOOD = {
  light: ["2B7167", "3F7D1F", "00695C"],
  dark: ["6CCFB0", "A5D66B", "4DD0C4"],
} as const;
const FIXED_BAD = {
  light: ["B8430F", "C62828", "A3195B", "8C1D18"],
  dark: ["FF9B70", "FF8FB1", "FFB199"],
} as const;

type Judged = Coloured & { readonly from: "scheme" | "fixed" };

/** A pair that people with red-green blindness tell apart, too: both of the scheme, else one, else fixed ones. */
function goodAndBad(
  on: Grounds,
  order: readonly SchemeName[],
  accent: Accent,
): { good: Judged; bad: Judged } {
  const light = on.dark ? "dark" : "light";
  const candidates = (
    fits: (hue: number) => boolean,
    fallback: readonly string[],
    taken: readonly string[],
  ): readonly Judged[] => {
    const free = (hex: string): boolean => apart(hex, accent.hex) >= 12 && apart(hex, on.ink) >= 12;
    const own = order
      .filter((slot) => {
        const hex = on.scheme[slot];
        return chroma(hex) >= 25 && fits(toHsl(hex).h * 60) && contrast(hex, on.paper) >= 4.5 && free(hex);
      })
      .flatMap((slot) => legible(on, slot, taken, 5) ?? [])
      .map((found) => ({ ...found, from: "scheme" as const }));
    const others = fallback
      .flatMap((hex) => legible(on, { hex }, taken) ?? [])
      .map((found) => ({ ...found, from: "fixed" as const }));
    const last = { ...fixed(on, fallback, taken, [accent.hex]), from: "fixed" as const };
    return [...own, ...others.filter(({ hex }) => free(hex)), last];
  };
  const taken = [accent.soft.hex];
  const goods = candidates(isGood, FIXED_GOOD[light], taken);
  const pairs = goods.flatMap((good) =>
    candidates(isBad, FIXED_BAD[light], [...taken, good.soft.hex]).map((bad) => ({ good, bad })),
  );
  const cost = ({ good, bad }: { good: Judged; bad: Judged }): number =>
    (good.from === "fixed" ? 1 : 0) + (bad.from === "fixed" ? 1 : 0);
  const told = ({ good, bad }: { good: Judged; bad: Judged }): boolean =>
    (["deutan", "protan"] as const).every((vision) => apart(good.hex, bad.hex, vision) >= 18);
  const sorted = [...pairs].sort((a, b) => cost(a) - cost(b));
  const chosen = sorted.find(told) ?? sorted.at(-1);
  if (chosen === undefined) throw new Error("no pair of inks for good and bad");
  return chosen;
}

/**
 * A grey between ink and paper, the palest with the first of the wanted contrasts that can be had on the grounds: a tint of
 * the text colour or of the paper's, or a mix of the two where those would be colours of their own.
 */
function greyOf(
  on: Grounds,
  grounds: readonly string[],
  wanted: readonly number[],
  taken: readonly string[],
): Colour {
  const { scheme, paper, ink, dark } = on;
  const inkSlot = slotOf(scheme, ink);
  const paperSlot = slotOf(scheme, paper);
  const calm = ({ hex }: Colour): boolean => chroma(hex) <= Math.max(COLOURED, chroma(paper));
  const mixed = mixes(ink, paper);
  const families = [
    inkSlot ? (dark ? darker : lighter)(scheme, inkSlot).filter(calm) : [],
    paperSlot ? (dark ? lighter : darker)(scheme, paperSlot).filter(calm) : [],
    mixed,
  ];
  for (const level of wanted) {
    for (const family of families) {
      const fit = family.filter(
        ({ hex }) =>
          least(hex, grounds) >= Math.min(level, TEXT) &&
          contrast(hex, paper) >= level &&
          taken.every((other) => (on.roomy ? apart(hex, other) >= 4 : hex !== other)),
      );
      const found = nearest(fit, ({ hex }) => contrast(hex, paper) - level);
      if (found !== undefined && contrast(found.hex, paper) <= level * 1.35) return found;
    }
  }
  return nearest(mixed, ({ hex }) => -least(hex, grounds)) ?? { hex: ink };
}
