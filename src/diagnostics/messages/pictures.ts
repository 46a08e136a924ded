import type { Diagnostic } from "../diagnostic.ts";
import { type At, either, error, quoted, warning } from "../make.ts";

/** Messages about the content of pictures. */

/** Faults of a PNG or JPEG. */
export type PictureFault =
  | "cut"
  | "checksum"
  | "structure"
  | "empty"
  | "palette"
  | "pixels"
  /** Undamaged, but of a kind that few programs can show. */
  | "rare";

const FAULTS: Readonly<Record<PictureFault, string>> = {
  cut: "is cut off: the file ends before the picture is complete",
  checksum: "is damaged: a part of the file does not match its checksum",
  structure: "is damaged: the file does not have the structure of a picture",
  empty: "is empty: it is 0 pixels wide or high",
  palette: "is damaged: its colours refer to a palette that is missing",
  pixels: "is damaged: its pixel data do not match the size that the file gives",
  rare: "is a JPEG that PowerPoint cannot show: lossless, with arithmetic coding, or with more than 8 bits per colour",
};

/** Parts of an SVG that cannot be drawn as its author sees them. */
export type SvgFaultKind = keyof typeof SVG_FAULTS;

export interface SvgFault {
  readonly kind: SvgFaultKind;
  /** Line of the SVG; 0 where the fault is in the whole file. */
  readonly line: number;
  /** The element, the attribute or the limit that the message names. */
  readonly name: string;
}

const NOTHING_RUNS = "Foredeck draws an SVG as a still picture and runs nothing in it.";
const NOTHING_FETCHED =
  "The deck must look the same wherever it is built, so Foredeck loads nothing from outside the file.";
const TAKES_TOO_LONG = "A small file of this kind can keep a computer busy for hours.";
const SIMPLIFY = "Simplify it in the program that created it, or save it there as PNG.";

const SVG_FAULTS = {
  xml: {
    what: () => "is not well-formed XML",
    hint: "Open it in a drawing program and save it again as SVG.",
  },
  encoding: {
    what: () => "is in an encoding that cannot be read",
    hint: "Save it in UTF-8.",
  },
  size: {
    what: () => "has no size",
    why: "Its width and height are unknown: it has no viewBox, and no width and height that are lengths.",
    hint: 'Give its <svg> a viewBox, such as viewBox="0 0 800 400".',
  },
  narrow: {
    what: (name) => `is ${name} times as long as it is wide`,
    why: "On a slide it would be too thin to see.",
    hint: "Check its width, height and viewBox.",
  },
  blank: {
    what: () => "draws nothing",
    why: "Every pixel is transparent: its shapes are outside the viewBox, hidden or have no colour.",
    hint: "Check its viewBox and the fill of its shapes.",
  },
  script: {
    what: (name) => `contains a script (${name})`,
    why: NOTHING_RUNS,
    hint: 'Remove it, or save the drawing as "plain" or "optimised" SVG.',
  },
  motion: {
    what: (name) => `is animated (${name})`,
    why: "A slide shows only one moment, and Foredeck cannot choose which.",
    hint: "Remove the animation and keep the moment that readers should see.",
  },
  guest: {
    what: (name) => `contains another kind of document (${name})`,
    why: "Only browsers can show it; the deck would have a gap there.",
    hint: "Draw it with shapes and text. In draw.io, switch off formatted text and word wrap before you export; in Mermaid, set htmlLabels to false.",
  },
  outside: {
    what: (name) => `refers to something outside itself (${name})`,
    why: NOTHING_FETCHED,
    hint: "Embed PNG and JPEG pictures in the SVG, convert text in web fonts to paths, and remove links to other files and style sheets.",
  },
  entities: {
    what: () => "declares entities in its document type",
    why: "Entities can expand to text of any length and from anywhere.",
    hint: 'Save it as "plain" SVG, which has no entities.',
  },
  picture: {
    what: (name) => `embeds a picture that is not a valid PNG or JPEG (${name})`,
    hint: "Embed the picture again, as PNG or JPEG.",
  },
  pixels: {
    what: (name) => `embeds pictures with more than ${name} million pixels in total`,
    hint: "Scale the pictures down before you embed them: a width of 2,000 pixels fills a slide.",
  },
  glyphs: {
    what: (name) => `contains characters that neither Carlito nor Arimo has: ${name}`,
    why: "Foredeck draws an SVG with its own fonts, so that it looks the same on every computer.",
    hint: 'Convert its text to paths: in Inkscape "Object to Path", in Illustrator "Create Outlines", in Figma "Outline text".',
  },
  deep: {
    what: (name) => `nests its elements more than ${name} levels deep`,
    why: TAKES_TOO_LONG,
    hint: SIMPLIFY,
  },
  long: {
    what: (name) => `contains more than ${name} of shapes and text`,
    why: TAKES_TOO_LONG,
    hint: SIMPLIFY,
  },
  many: {
    what: (name) => `has more than ${name} shapes, letters and copies of them`,
    why: TAKES_TOO_LONG,
    hint: SIMPLIFY,
  },
  circle: {
    what: (name) => `has a part that contains itself (${name})`,
    why: TAKES_TOO_LONG,
    hint: "Remove each <use> that refers to an element around it.",
  },
  slow: {
    what: () => "takes too long to draw",
    why: "It has too many filters, masks, transparent groups, dashes or large shapes on top of each other.",
    hint: SIMPLIFY,
  },
  undrawable: {
    what: (name) => `cannot be drawn (${name})`,
    hint: "Save it as PNG in the program that created it.",
  },
  undrawn: {
    what: () => "is an SVG, which this program cannot draw",
    why: "The host that was passed to Foredeck has no openSvg.",
    hint: "Save it as PNG.",
  },
} as const satisfies Readonly<
  Record<string, { readonly what: (name: string) => string; readonly why?: string; readonly hint: string }>
>;

export const pictureSvg = (at: At, file: string, { kind, line, name }: SvgFault): Diagnostic => {
  const fault: { readonly what: (name: string) => string; readonly why?: string; readonly hint: string } =
    SVG_FAULTS[kind];
  return error(
    "picture/svg",
    at,
    `${quoted(file)}${line > 0 ? `, line ${line},` : ""} ${fault.what(name)}.`,
    { why: fault.why, hint: fault.hint },
  );
};

export const pictureFont = (at: At, file: string, families: readonly string[]): Diagnostic =>
  warning(
    "picture/font",
    at,
    `${quoted(file)} uses ${families.length === 1 ? "a font" : "fonts"} that Foredeck does not have: ${either(families.map((family) => quoted(family)))}. Its text is drawn in Arimo.`,
    {
      why: "Arimo has the widths of Arial; text may now be too wide or too narrow for the shapes around it.",
      hint: "Look at the slide. Set the text in Calibri or Arial, or convert it to paths.",
    },
  );

export const notAPicture = (at: At, file: string, looksLike: string | undefined): Diagnostic =>
  error(
    "picture/format",
    at,
    `${quoted(file)} is ${looksLike === undefined ? "neither a PNG, a JPEG nor an SVG" : `${looksLike}, not a PNG, JPEG or SVG`}.`,
    {
      hint: "The content decides, not the file name. Save drawings as SVG or PNG, screenshots as PNG, photos as JPEG.",
    },
  );

export const pictureBroken = (at: At, file: string, fault: PictureFault): Diagnostic =>
  error("picture/broken", at, `${quoted(file)} ${FAULTS[fault]}.`, {
    hint:
      fault === "rare"
        ? "Save it as an ordinary JPEG or as PNG."
        : "Export it again from the program that created it.",
  });

export const pictureTooManyPixels = (
  at: At,
  file: string,
  width: number,
  height: number,
  limit: number,
): Diagnostic =>
  error(
    "picture/pixels",
    at,
    `${quoted(file)} is ${width} × ${height} pixels; the limit is ${limit} on each side.`,
    {
      hint: "Scale it down: a width of 2,000 pixels fills a slide.",
    },
  );

export const pictureHeavy = (at: At, file: string, bytes: number): Diagnostic =>
  warning("picture/heavy", at, `${quoted(file)} adds ${(bytes / 1_048_576).toFixed(1)} MB to the deck.`, {
    why: "Many mail servers refuse attachments above 10 MB.",
    hint: "Scale it down: a width of 2,000 pixels fills a slide. Save photos as JPEG, not PNG.",
  });
