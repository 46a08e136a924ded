import { type Element, elements } from "../ooxml/xml.ts";
import { fromHsl, type Rgb, toHex, toHsl, toRgb } from "../theme/colour.ts";
import type { Colour, SchemeName } from "../theme/theme.ts";
import { SCHEME_NAMES } from "../theme/theme.ts";
import { PRESET_COLOURS } from "./preset-colours.ts";

/** Colours by the names that a part may use: slots of the scheme (dk1), and those that the colour map leads to them (tx1). */
export type Palette = Readonly<Record<string, string>>;

export interface Seen {
  readonly hex: string;
  /** Opacity from 0 to 1; opaque where left out. */
  readonly alpha?: number;
  /** The colour as it is stored, where slides can name it alike: a colour of the scheme with lumMod and lumOff alone. */
  readonly stored?: Colour;
}

const COLOURS = /^a:(srgbClr|schemeClr|sysClr|prstClr|scrgbClr|hslClr)$/;

/** The colour that an element holds: a:solidFill, p:bgRef, a:gs. `own` is that of a theme's styles (phClr). */
export function colourIn(parent: Element | undefined, palette: Palette, own?: string): Seen | undefined {
  const colour = parent && elements(parent).find(({ name }) => COLOURS.test(name));
  return colour && resolve(colour, palette, own);
}

const share = (value: string | undefined): number => {
  const number = Number.parseFloat(value ?? "");
  if (!Number.isFinite(number)) return 0;
  return value?.endsWith("%") ? number / 100 : number / 100_000;
};

function resolve(colour: Element, palette: Palette, own: string | undefined): Seen | undefined {
  const base = baseOf(colour, palette, own);
  if (base === undefined) return undefined;
  let hex = base;
  let alpha = 1;
  for (const { name, attributes } of elements(colour)) {
    const value = share(attributes["val"]);
    if (name === "a:alpha") alpha = value;
    else if (name === "a:alphaMod") alpha *= value;
    else if (name === "a:alphaOff") alpha += value;
    else hex = CHANGES[name]?.(hex, value, attributes["val"]) ?? hex;
  }
  const opaque = Math.min(1, Math.max(0, alpha));
  const stored = storedOf(colour, hex);
  return { hex, ...(opaque < 1 ? { alpha: opaque } : {}), ...(stored === undefined ? {} : { stored }) };
}

const known = (text: string | undefined): text is SchemeName => SCHEME_NAMES.some((name) => name === text);

function storedOf({ name, attributes, children }: Element, hex: string): Colour | undefined {
  const scheme = attributes["val"];
  if (name !== "a:schemeClr" || !known(scheme)) return undefined;
  const changes = children.filter((node): node is Element => typeof node !== "string");
  const [lumMod, lumOff] = ["a:lumMod", "a:lumOff"].map((each) => {
    const value = changes.find((change) => change.name === each)?.attributes["val"];
    return value === undefined ? undefined : Math.round(share(value) * 100_000);
  });
  const order = changes.map((change) => change.name).join(" ");
  if (!["", "a:lumMod", "a:lumOff", "a:lumMod a:lumOff"].includes(order)) return undefined;
  return {
    scheme,
    ...(lumMod === undefined ? {} : { lumMod }),
    ...(lumOff === undefined ? {} : { lumOff }),
    hex,
  };
}

const isHex = (text: string | undefined): text is string => /^[0-9A-Fa-f]{6}$/.test(text ?? "");

function baseOf(
  { name, attributes }: Element,
  palette: Palette,
  own: string | undefined,
): string | undefined {
  const { val, lastClr, r, g, b, hue, sat, lum } = attributes;
  switch (name) {
    case "a:srgbClr":
      return isHex(val) ? val.toUpperCase() : undefined;
    case "a:schemeClr":
      return val === "phClr" ? own : palette[val ?? ""];
    case "a:sysClr":
      // The colours of the author's Windows; the two that themes use stand for themselves.
      return isHex(lastClr) ? lastClr.toUpperCase() : val === "window" ? "FFFFFF" : "000000";
    case "a:prstClr":
      return PRESET_COLOURS[(val ?? "").toLowerCase()];
    case "a:scrgbClr":
      return toHex(encoded({ r: share(r), g: share(g), b: share(b) }));
    default:
      return fromHsl({ h: (Number(hue) || 0) / 3_600_000, s: share(sat), l: share(lum) });
  }
}

/** Channels of light from those of sRGB, and back. */
const linear = (hex: string): Rgb =>
  each(toRgb(hex), (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const encoded = (rgb: Rgb): Rgb =>
  each(rgb, (c) => (c <= 0.0031308 ? c * 12.92 : 1.055 * Math.max(0, c) ** (1 / 2.4) - 0.055));
const each = ({ r, g, b }: Rgb, change: (channel: number) => number): Rgb => ({
  r: change(r),
  g: change(g),
  b: change(b),
});

const cut = (value: number): number => Math.min(1, Math.max(0, value));
const hsl = (hex: string, change: (part: { h: number; s: number; l: number }) => object): string => {
  const from = toHsl(hex);
  const to = { ...from, ...change(from) };
  return fromHsl({ h: ((to.h % 6) + 6) % 6, s: cut(to.s), l: cut(to.l) });
};

/** Changes of a colour (ECMA-376 Part 1, 20.1.2.3), in the order in which they stand. */
const CHANGES: Readonly<Record<string, (hex: string, value: number, text: string | undefined) => string>> = {
  "a:lumMod": (hex, value) => hsl(hex, ({ l }) => ({ l: l * value })),
  "a:lumOff": (hex, value) => hsl(hex, ({ l }) => ({ l: l + value })),
  "a:lum": (hex, value) => hsl(hex, () => ({ l: value })),
  "a:satMod": (hex, value) => hsl(hex, ({ s }) => ({ s: s * value })),
  "a:satOff": (hex, value) => hsl(hex, ({ s }) => ({ s: s + value })),
  "a:sat": (hex, value) => hsl(hex, () => ({ s: value })),
  "a:hueMod": (hex, value) => hsl(hex, ({ h }) => ({ h: h * value })),
  "a:hueOff": (hex, _value, text) => hsl(hex, ({ h }) => ({ h: h + (Number(text) || 0) / 3_600_000 })),
  "a:hue": (hex, _value, text) => hsl(hex, () => ({ h: (Number(text) || 0) / 3_600_000 })),
  // Shade and tint mix with black and white in light, not in sRGB.
  "a:shade": (hex, value) => toHex(encoded(each(linear(hex), (c) => c * value))),
  "a:tint": (hex, value) => toHex(encoded(each(linear(hex), (c) => c * value + 1 - value))),
  "a:inv": (hex) => toHex(encoded(each(linear(hex), (c) => 1 - c))),
  "a:gray": (hex) => {
    const { r, g, b } = linear(hex);
    const grey = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return toHex(encoded({ r: grey, g: grey, b: grey }));
  },
  "a:comp": (hex) => hsl(hex, ({ h }) => ({ h: h + 3 })),
};

/** A colour that lets something through, as it looks on an opaque one. */
export function over(
  { hex, alpha = 1 }: { readonly hex: string; readonly alpha?: number },
  below: string,
): string {
  if (alpha >= 1) return hex;
  const [top, bottom] = [toRgb(hex), toRgb(below)];
  const between = (a: number, b: number): number => a * alpha + b * (1 - alpha);
  return toHex({ r: between(top.r, bottom.r), g: between(top.g, bottom.g), b: between(top.b, bottom.b) });
}
