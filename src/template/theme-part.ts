import { child, descendant, type Element, el, elements, withChild } from "../ooxml/xml.ts";
import { SCHEME_NAMES, SCHEME_SLOTS, type SchemeName } from "../theme/theme.ts";
import type { SchemeColours } from "../theme/tints.ts";
import { colourIn, type Palette } from "./colour.ts";

/** A theme part as masters use it. */
export interface ThemePart {
  /** Colours by slot of the scheme: dk1, lt1, … */
  readonly slots: Readonly<Record<string, string>>;
  readonly fonts: Readonly<Record<"major" | "minor", FontScheme>>;
  /** Fills of shapes, lines, backgrounds, by their number in styles, from 0. */
  readonly fills: readonly Element[];
  readonly lines: readonly Element[];
  readonly backgrounds: readonly Element[];
}

export interface FontScheme {
  readonly latin: string;
  readonly eastAsian: string;
  readonly complex: string;
}

/** Office's own scheme, for a theme that lacks a colour. */
const OFFICE: Readonly<Record<string, string>> = {
  dk1: "000000",
  lt1: "FFFFFF",
  dk2: "44546A",
  lt2: "E7E6E6",
  accent1: "4472C4",
  accent2: "ED7D31",
  accent3: "A5A5A5",
  accent4: "FFC000",
  accent5: "5B9BD5",
  accent6: "70AD47",
  hlink: "0563C1",
  folHlink: "954F72",
};

/** Typeface of a theme that names none: Office's own. */
const USUAL_FONT = "Calibri";

/** A theme that names a typeface for titles and for text: programs that find none take whatever they have. */
export function withFonts(root: Element): Element {
  const parts = child(root, "a:themeElements");
  const scheme = parts && child(parts, "a:fontScheme");
  if (parts === undefined || scheme === undefined) return root;
  const fonts = scheme.children.map((node) => {
    if (typeof node === "string" || !/^a:(major|minor)Font$/.test(node.name)) return node;
    const latin = child(node, "a:latin");
    if ((latin?.attributes["typeface"] ?? "").trim() !== "") return node;
    const others = node.children.filter((one) => one !== latin);
    return { ...node, children: [el("a:latin", { typeface: USUAL_FONT }), ...others] };
  });
  return withChild(root, "a:themeElements", withChild(parts, "a:fontScheme", { ...scheme, children: fonts }));
}

/** Reads a theme; what it lacks is Office's own. */
export function themeOf(root: Element | undefined): ThemePart {
  const parts = root && child(root, "a:themeElements");
  const scheme = parts && child(parts, "a:clrScheme");
  const slots = Object.fromEntries(
    SCHEME_SLOTS.map((slot) => [
      slot,
      colourIn(scheme && child(scheme, `a:${slot}`), {})?.hex ?? OFFICE[slot] ?? "000000",
    ]),
  );
  const list = (name: string): readonly Element[] => {
    const found = parts && descendant(parts, "a:fmtScheme", name);
    return found ? elements(found) : [];
  };
  const face = (name: string): FontScheme => {
    const font = parts && descendant(parts, "a:fontScheme", name);
    const named = (script: string): string => (font && child(font, script)?.attributes["typeface"]) ?? "";
    return { latin: named("a:latin") || USUAL_FONT, eastAsian: named("a:ea"), complex: named("a:cs") };
  };
  return {
    slots,
    fonts: { major: face("a:majorFont"), minor: face("a:minorFont") },
    fills: list("a:fillStyleLst"),
    lines: list("a:lnStyleLst"),
    backgrounds: list("a:bgFillStyleLst"),
  };
}

/** Slots by the names that slides use, as a master has it or a layout overrides it. */
export type ColourMap = Readonly<Record<SchemeName, string>>;

const USUAL: Readonly<Partial<Record<SchemeName, string>>> = {
  tx1: "dk1",
  bg1: "lt1",
  tx2: "dk2",
  bg2: "lt2",
};

/** p:clrMap or a:overrideClrMapping; what it lacks is as usual. */
export const mapOf = (element: Element | undefined): ColourMap =>
  Object.fromEntries(
    SCHEME_NAMES.map((name) => [name, element?.attributes[name] ?? USUAL[name] ?? name]),
  ) as ColourMap;

/** The colours that slides of a master see. */
export const schemeOf = (theme: ThemePart, map: ColourMap): SchemeColours =>
  Object.fromEntries(
    SCHEME_NAMES.map((name) => [
      name,
      theme.slots[map[name]] ?? theme.slots[USUAL[name] ?? name] ?? "000000",
    ]),
  ) as SchemeColours;

/** Slots and mapped names together: parts may use either. */
export const paletteOf = (theme: ThemePart, map: ColourMap): Palette => ({
  ...theme.slots,
  ...schemeOf(theme, map),
});

/** The typeface that a name of a font means: "+mj-lt" is the theme's heading font. */
export function typeface(theme: ThemePart, name: string | undefined): string | undefined {
  const slot = /^\+(mj|mn)-(lt|ea|cs)$/.exec(name ?? "");
  if (slot === null) return name === "" ? undefined : name;
  const font = theme.fonts[slot[1] === "mj" ? "major" : "minor"];
  return { lt: font.latin, ea: font.eastAsian, cs: font.complex }[slot[2] as "lt" | "ea" | "cs"] || undefined;
}
