import { z } from "zod";
import type { LayoutName } from "../model/deck.ts";
import { type ColorToken, INKS } from "../model/text.ts";
import { SCHEME_NAMES } from "./theme.ts";

/**
 * The contract of a template: what `foredeck template learn` found in a company's file and wrote beside it, for people to
 * read, edit and keep in version control. A deck is built against it. Places are in inches of the slide.
 */
const Inches = z.number().min(-100).max(100);
const Place = z.strictObject({
  x: Inches.describe("Left edge, in inches."),
  y: Inches.describe("Top edge, in inches."),
  w: Inches.min(0).describe("Width, in inches."),
  h: Inches.min(0).describe("Height, in inches."),
});

/** A colour as PowerPoint stores it: a slot of the template's colour scheme, made lighter or darker, or a fixed one. */
export const ContractColour = z.union([
  z.strictObject({
    scheme: z
      .enum(SCHEME_NAMES)
      .describe("Colour of the scheme by the name that slides use (the master's colour map is applied)."),
    lumMod: z.int().min(0).max(200_000).optional().describe("Luminance times this, in 1/1000 %."),
    lumOff: z.int().min(-100_000).max(100_000).optional().describe("Luminance plus this, in 1/1000 %."),
  }),
  z.strictObject({
    hex: z
      .string()
      .regex(/^[0-9A-F]{6}$/)
      .describe("A fixed colour: 1B4F8F."),
  }),
]);
export type ContractColour = z.infer<typeof ContractColour>;

const Placeholder = z.strictObject({
  type: z.string().describe("Type of the placeholder in the layout (ECMA-376 Part 1, 19.7.10): ctrTitle."),
  idx: z.int().min(0).optional().describe("Index of the placeholder in the layout; none for the title."),
  place: Place.describe(
    "Its place on slides, which is written on each slide where it is not the layout's own.",
  ),
  insets: z
    .strictObject({
      left: Inches.describe("From the left edge."),
      top: Inches.describe("From the top edge."),
      right: Inches.describe("From the right edge."),
      bottom: Inches.describe("From the bottom edge."),
    })
    .optional()
    .describe(
      "Distance of its text from its edges, in inches; 0.1 at the sides, 0.05 above and below, when left out.",
    ),
  align: z.enum(["left", "center", "right"]).describe("Side on which its text stands."),
  anchor: z.enum(["top", "middle", "bottom"]).describe("Edge of the box at which its text stands."),
});
const TextPlaceholder = Placeholder.extend({
  size: z.number().min(6).max(96).describe("Size of its text in pt, written on each slide."),
  smallest: z.number().min(6).max(96).describe("Smallest size in pt, for a text that needs it."),
  lines: z.int().min(1).max(4).describe("Most lines that it may have."),
  bold: z.boolean().describe("True where the template sets its text in bold."),
  italic: z.boolean().optional().describe("True where the template sets its text in italics."),
  caps: z.boolean().optional().describe("True where the template sets its text in capitals."),
  lineSpacing: z
    .number()
    .min(0.5)
    .max(3)
    .optional()
    .describe("Distance of its lines as a share of a single one; 1 when left out."),
  colour: ContractColour.describe("Its colour, legible on the paper below it."),
});
/** Purpose of each ink, for those who choose another colour for it. */
const PURPOSE: Readonly<Record<ColorToken, string>> = {
  ink: "Text.",
  muted: "Text that steps back: labels, sources, footers.",
  faint: "Graphics that step back, such as the bars that nothing is said of; 3:1 to the paper.",
  hairline: "Lines between rows, gridlines.",
  wash: "Ground of tables' heads and of panels.",
  paper: "Ground of the slide, and text on the accent.",
  accent: "What matters, in words and graphics.",
  accentSoft: "Pale ground of what matters.",
  good: "What is better, or goes as planned.",
  goodSoft: "Pale ground of what is good.",
  bad: "What is worse, or off plan.",
  badSoft: "Pale ground of what is bad.",
  onFaint: "Text on the faint colour.",
};
const ContractInks = z.strictObject(
  Object.fromEntries(INKS.map((ink) => [ink, ContractColour.describe(PURPOSE[ink])])) as Record<
    ColorToken,
    typeof ContractColour
  >,
);
export const ContractPage = z.strictObject({
  layout: z.string().describe("Name of the slide layout in the template."),
  part: z
    .string()
    .optional()
    .describe("The layout's part in the file; left out for a layout that Foredeck adds to the master."),
  master: z.string().describe("Part of the slide master that it belongs to."),
  matched: z
    .enum(["contract", "type", "signature", "name", "added"])
    .describe("What the layout was chosen by: an edit of this file, its type, its placeholders, its name."),
  title: TextPlaceholder.optional().describe(
    "Left out where the layout has none: titles are text boxes then.",
  ),
  subtitle: TextPlaceholder.optional().describe("Left out where the layout has none."),
  footer: Placeholder.optional().describe("Place of the footer; left out where the layout has none."),
  date: Placeholder.optional().describe("Place of the date; left out where the layout has none."),
  number: Placeholder.optional().describe("Place of the slide number; left out where the layout has none."),
  footerLine: Place.optional().describe(
    "Line for the footer of content pages whose layout has no placeholder for it; left out where there is no bare ground.",
  ),
  body: Place.describe("Area of the slide's content: the template's own less what lies in it."),
  source: Place.describe("Line of the sources, below the body."),
  kicker: Place.optional().describe("Line above the title; left out where there is no room."),
  keepOut: z
    .array(
      z.strictObject({
        name: z.string().describe("The shape's name in the template."),
        place: Place.describe("The rectangle that it takes."),
      }),
    )
    .describe("Areas in which nothing may stand: logos, legal lines, pictures."),
  paper: z
    .union([
      z.strictObject({
        hex: z
          .string()
          .regex(/^[0-9A-F]{6}$/)
          .describe("The colour: FFFFFF."),
      }),
      z.literal("picture"),
    ])
    .describe("Colour behind the body, or picture where it is not known."),
  panels: z
    .array(Place)
    .optional()
    .describe(
      "Areas that Foredeck lays in the colour of the paper over what the template draws, since text on that could not be read; left out where there is none.",
    ),
  inks: ContractInks.optional().describe(
    "Colours of its content where its paper is another than that of content pages, such as on a dark cover.",
  ),
});
export type ContractPage = z.infer<typeof ContractPage>;

/** Widths of a face's letters, in thousandths of an em. */
export const ContractFace = z.strictObject({
  characters: z.string().describe("The characters that were measured, in the order of their widths."),
  advances: z.array(z.number().min(0).max(10_000)).describe("Widths, in thousandths of an em."),
});
export const ContractFont = z.strictObject({
  family: z.string().min(1).describe("The typeface in which the template sets such text."),
  slot: z
    .enum(["+mj-lt", "+mn-lt"])
    .optional()
    .describe(
      "Font of the theme that it is, which slides name instead; none where the template names a typeface.",
    ),
  measured: z
    .enum(["own", "twin", "file", "estimate"])
    .describe(
      "Source of the widths: Foredeck's, those of a free twin, a font file, or the nearest known face.",
    ),
  like: z
    .string()
    .optional()
    .describe(
      "The known family whose letters stand in for it, in measuring (twin, estimate) and in pictures.",
    ),
  regular: ContractFace.optional().describe("Widths that were measured in a file of the regular face."),
  bold: ContractFace.optional().describe("Widths of the bold face."),
  italic: ContractFace.optional().describe("Widths of the italic face."),
  boldItalic: ContractFace.optional().describe("Widths of the face that is bold and italic."),
});

export type ContractFont = z.infer<typeof ContractFont>;

/** Kinds of pages for which a template has layouts. */
export const PAGE_KINDS = ["cover", "content", "divider"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The page of a contract that each layout of ours stands on. */
const PAGE_OF: Readonly<Record<LayoutName, PageKind>> = {
  cover: "cover",
  content: "content",
  contentShort: "content",
  statement: "content",
  divider: "divider",
};

/** A value for each layout of ours, by the page that it stands on. */
export const byLayout = <T>(of: (page: PageKind) => T): Readonly<Record<LayoutName, T>> =>
  Object.fromEntries(Object.entries(PAGE_OF).map(([layout, page]) => [layout, of(page)])) as Record<
    LayoutName,
    T
  >;

export const TemplateContract = z.strictObject({
  $schema: z.string().optional().describe("The JSON Schema of contracts, for editors."),
  contract: z.literal(1).describe("Version of this format."),
  template: z.string().min(1).describe("The template's file, relative to this one."),
  digest: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/)
    .describe("Digest of the template that was learned."),
  slide: z
    .strictObject({
      width: Inches.min(1).describe("Width in inches."),
      height: Inches.min(1).describe("Height in inches."),
    })
    .describe("Slide size."),
  fonts: z
    .strictObject({
      heading: ContractFont.describe("The font of titles."),
      body: ContractFont.describe("The font of all other text."),
    })
    .describe("Typefaces, and how wide their letters are."),
  pages: z
    .strictObject({
      cover: ContractPage.describe("The first slide."),
      content: ContractPage.describe("Slides with a title and a body: nearly all."),
      divider: ContractPage.describe("Slides that open a section."),
    })
    .describe("Layouts by the kind of page."),
  inks: ContractInks.describe("Colours by what they say."),
});
export type TemplateContract = z.infer<typeof TemplateContract>;
