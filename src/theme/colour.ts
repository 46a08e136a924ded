import { type Element, el } from "../ooxml/xml.ts";
import type { Colour } from "./theme.ts";

export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** Channels from 0 to 1 of a colour such as "1B4F8F". */
export function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex, 16);
  return { r: ((value >> 16) & 255) / 255, g: ((value >> 8) & 255) / 255, b: (value & 255) / 255 };
}

/** Hex of channels from 0 to 1; those beyond are cut off. */
export function toHex({ r, g, b }: Rgb): string {
  const byte = (channel: number): string =>
    Math.round(Math.min(1, Math.max(0, channel)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `${byte(r)}${byte(g)}${byte(b)}`.toUpperCase();
}

/** Hue in sixths of the circle, saturation and luminance from 0 to 1. */
export interface Hsl {
  readonly h: number;
  readonly s: number;
  readonly l: number;
}

export function toHsl(hex: string): Hsl {
  const { r, g, b } = toRgb(hex);
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const l = (high + low) / 2;
  const spread = high - low;
  const s = spread === 0 ? 0 : spread / (1 - Math.abs(2 * l - 1));
  const h =
    spread === 0
      ? 0
      : high === r
        ? ((g - b) / spread + 6) % 6
        : high === g
          ? (b - r) / spread + 2
          : (r - g) / spread + 4;
  return { h, s, l };
}

export function fromHsl({ h, s, l }: Hsl): string {
  const chroma = (1 - Math.abs(2 * l - 1)) * s;
  const base = l - chroma / 2;
  const channel = (offset: number): number => {
    const k = (offset + h) % 6;
    return base + chroma * Math.max(0, Math.min(1, Math.min(k, 4 - k)));
  };
  return toHex({ r: channel(2), g: channel(0), b: channel(4) });
}

/**
 * The colour with its luminance (HSL) times `mod` plus `off`, both shares: lumMod and lumOff (ECMA-376 Part 1,
 * 20.1.2.3.20 and 21). Hue and saturation stay.
 */
export function luminate(hex: string, mod: number, off: number): string {
  const hsl = toHsl(hex);
  return fromHsl({ ...hsl, l: Math.min(1, Math.max(0, hsl.l * mod + off)) });
}

/** Lightens a colour as PowerPoint's "Lighter 80%" and so on do; `keep` is the share of it that stays, from 0 to 1. */
export const lighten = (hex: string, keep: number): string => luminate(hex, keep, 1 - keep);

/** A mix of two colours, channel by channel; `share` is that of the first. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [toRgb(one), toRgb(other)];
  const between = (p: number, q: number): number => p * share + q * (1 - share);
  return toHex({ r: between(a.r, b.r), g: between(a.g, b.g), b: between(a.b, b.b) });
}

/** a:schemeClr, so that a new theme recolours everything; a:srgbClr for a colour that no theme has. */
export function colourElement({ scheme, lumMod, lumOff, hex }: Colour): Element {
  if (scheme === undefined) return el("a:srgbClr", { val: hex });
  return el(
    "a:schemeClr",
    { val: scheme },
    lumMod !== undefined && el("a:lumMod", { val: lumMod }),
    lumOff !== undefined && el("a:lumOff", { val: lumOff }),
  );
}

/** a:solidFill of a colour. */
export const solidFill = (colour: Colour): Element => el("a:solidFill", {}, colourElement(colour));
