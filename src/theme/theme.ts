import { z } from "zod";
import type { Emu } from "../base/units.ts";
import type { LayoutName } from "../model/deck.ts";
import type { PlaceholderName } from "../model/page.ts";
import { type ColorToken, INKS, ROLES, type Role } from "../model/text.ts";
import type { Typeface } from "../text/index.ts";
import type { TemplateBase } from "./base.ts";
import type { LayoutFrame } from "./frames.ts";
import type { Ground } from "./ground.ts";

const Hex = z.string().regex(/^[0-9A-F]{6}$/);
export const SCHEME_SLOTS = [
  "dk1",
  "lt1",
  "dk2",
  "lt2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
] as const;
export type SchemeSlot = (typeof SCHEME_SLOTS)[number];

const record = <K extends string, V extends z.ZodType>(keys: readonly K[], value: V) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>);

/** A slot of the scheme, made lighter or darker. */
const Tinted = z.strictObject({
  slot: z.enum(SCHEME_SLOTS).describe("The slot of the scheme."),
  tint: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Made lighter: the share of the colour that is kept, from 0 (white) to 1 (as it is)."),
  shade: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Made darker: the share of its brightness that is kept, from 0 (black) to 1 (as it is)."),
});
export type Tinted = z.infer<typeof Tinted>;

const Size = z.number().min(6).max(96);
const Inches = z.number().min(0).max(56);

/** The look, as data: /themes/NAME.json. */
export const Theme = z
  .strictObject({
    $schema: z.string().optional(),
    name: z.string().min(1).max(60).describe("The theme's name, as PowerPoint shows it."),
    dark: z
      .boolean()
      .optional()
      .describe(
        "true where lt1 is a dark paper and dk1 a light text. Notes are then printed with the two the other way round, dark on light.",
      ),
    fonts: z.strictObject({
      heading: z.string().min(1).max(60).describe("Typeface of titles and large figures."),
      body: z.string().min(1).max(60).describe("Typeface of all other text, charts included."),
      eastAsian: z.string().describe("Typeface of Chinese, Japanese and Korean."),
      complex: z.string().describe("Typeface of Arabic, Hebrew and other scripts."),
    }),
    scheme: record(SCHEME_SLOTS, Hex).describe(
      "The colour scheme as PowerPoint lists it; six hexadecimal digits in capitals, without #.",
    ),
    inks: record(INKS, Tinted).describe("The colours that slides are drawn with, by what they say."),
    cover: Tinted.optional().describe(
      "The paper of the cover and of dividers, where it is not that of the other slides; their inks are solved for it.",
    ),
    logo: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        "A picture (PNG, JPEG or SVG) on the cover and, small, at the foot of each page; its path from the theme's file. A bundle's own logo goes before it.",
      ),
    roles: record(
      ROLES,
      z.strictObject({
        size: Size.describe("Size in pt."),
        min: Size.describe("Smallest size in pt that a text may be set in to fit."),
        bold: z.boolean(),
        ink: z.enum(INKS).describe("Its usual colour."),
        font: z.enum(["heading", "body"]),
      }),
    ).describe("How texts are set, by the part that they play on a slide."),
    space: record(["none", "hair", "tight", "normal", "wide"] as const, z.number().min(0).max(144)).describe(
      "Distances between things, in pt.",
    ),
    slide: z
      .strictObject({
        width: z.number().min(4).max(56),
        height: z.number().min(3).max(56),
        margin: Inches.describe("Left and right of the content."),
        gutter: Inches.describe("Between columns."),
        columns: z.int().min(1).max(24),
        titleTop: Inches,
        titleHeight: Inches,
        bodyTop: Inches,
        bodyBottom: Inches,
        sourceTop: Inches,
        sourceHeight: Inches,
        footerTop: Inches,
        footerHeight: Inches,
      })
      .describe("The slide and its bands, in inches from its top left corner."),
  })
  .describe("A theme of Foredeck: typefaces, colours, sizes and places of a deck.");
export type Theme = z.infer<typeof Theme>;

/** Colours of a scheme by the names that slides and charts use: the colour map (p:clrMap) says which slot each is. */
export const SCHEME_NAMES = [
  "tx1",
  "bg1",
  "tx2",
  "bg2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
] as const;
export type SchemeName = (typeof SCHEME_NAMES)[number];

/** A colour as PowerPoint stores it: a name of the scheme with lumMod/lumOff in 1/1000 %, or fixed where it has none. */
export interface Colour {
  readonly scheme?: SchemeName;
  readonly lumMod?: number;
  readonly lumOff?: number;
  /** The colour as it looks, without "#". */
  readonly hex: string;
}

/** Manner in which texts of a role are set. */
export type RoleStyle = Readonly<Theme["roles"][Role]> & {
  /** True where letters are drawn as capitals, whatever the text says. */
  readonly caps?: boolean;
};

/** A look as layout and drawing ask it: places in EMU, colours by ink, type by role. */
export interface ResolvedTheme {
  /** The whole look as text: what was made with another key is made anew. */
  readonly key: string;
  /** Name, fonts and colour scheme, for the theme part of a deck that has no template. */
  readonly theme: Theme;
  /** Slide size. */
  readonly size: { readonly width: Emu; readonly height: Emu };
  /** Distance of the slide's content from its left and right edge. */
  readonly margin: Emu;
  /** Distance between columns. */
  readonly gutter: Emu;
  /** Columns of the grid; spans of less leave the rest empty. */
  readonly columns: number;
  /** Distances in pt. */
  readonly space: Theme["space"];
  readonly fonts: Readonly<Record<"heading" | "body", Typeface>>;
  /** Names by which slides call the fonts: those of the theme ("+mj-lt"), or a typeface that it does not have. */
  readonly latin: Readonly<Record<"heading" | "body", string>>;
  readonly frames: Readonly<Record<LayoutName, LayoutFrame>>;
  /** Drawings behind the items of a page, where they are not paper and the ornaments of its frame. */
  readonly grounds: Readonly<Partial<Record<LayoutName, Ground>>>;
  readonly ink: (ink: ColorToken) => Colour;
  /** Colours of the texts in placeholders, in place of the ink of their role. */
  readonly colours: Readonly<Partial<Record<PlaceholderName, Colour>>>;
  /** The look of pages with a layout: another paper asks for other inks. */
  readonly on: (layout: LayoutName) => ResolvedTheme;
  readonly role: (role: Role) => RoleStyle;
  /** The parts of the template that a PowerPoint deck is built on; none where the deck has our own master. */
  readonly base?: () => Promise<TemplateBase>;
  /** Bytes of a picture that the grounds name; none where they name none. */
  readonly picture?: (file: string) => Promise<Uint8Array>;
}
