import { type Element, el } from "../ooxml/xml.ts";
import type { Colour } from "./theme.ts";

interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** Channels from 0 to 1 of a colour such as "1B4F8F". */
export function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex, 16);
  return { r: ((value >> 16) & 255) / 255, g: ((value >> 8) & 255) / 255, b: (value & 255) / 255 };
}

function toHex({ r, g, b }: Rgb): string {
  const byte = (channel: number): string =>
    Math.round(Math.min(1, Math.max(0, channel)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `${byte(r)}${byte(g)}${byte(b)}`.toUpperCase();
}

/**
 * Lightens a colour as lumMod and lumOff do: luminance of HSL times `keep` plus `1 - keep` (ECMA-376 Part 1,
 * 20.1.2.3.20 and 21), with the same hue and saturation. `keep` is a share from 0 to 1; this is PowerPoint's
 * "Lighter 80%" and so on.
 */
export function lighten(hex: string, keep: number): string {
  const { r, g, b } = toRgb(hex);
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const l = (high + low) / 2;
  const spread = high - low;
  const s = spread === 0 ? 0 : spread / (1 - Math.abs(2 * l - 1));
  const hue =
    spread === 0
      ? 0
      : high === r
        ? ((g - b) / spread + 6) % 6
        : high === g
          ? (b - r) / spread + 2
          : (r - g) / spread + 4;
  const lighter = l * keep + (1 - keep);
  const chroma = (1 - Math.abs(2 * lighter - 1)) * s;
  const base = lighter - chroma / 2;
  const channel = (offset: number): number => {
    const k = (offset + hue) % 6;
    return base + chroma * Math.max(0, Math.min(1, Math.min(k, 4 - k)));
  };
  return toHex({ r: channel(2), g: channel(0), b: channel(4) });
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
