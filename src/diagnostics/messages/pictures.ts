import type { Diagnostic } from "../diagnostic.ts";
import { type At, either, error, quoted, warning } from "../make.ts";

/** Pictures that a bundle names: what is in them. */

/** What is wrong with a PNG or JPEG. */
export type PictureFault =
  | "cut"
  | "checksum"
  | "structure"
  | "empty"
  | "palette"
  | "pixels"
  /** Whole, but of a kind that few programs show. */
  | "rare";

const FAULTS: Readonly<Record<PictureFault, string>> = {
  cut: "is cut off: the file ends before its picture does",
  checksum: "is damaged: a part of the file does not match its checksum",
  structure: "is damaged: the parts of the file are not those of a picture",
  empty: "is empty: it is 0 pixels wide or high",
  palette: "is damaged: its colours are numbers of a palette, and the palette is missing",
  pixels: "is damaged: its pixels do not unpack to the size that the file gives",
  rare: "is a JPEG with arithmetic coding, without loss, or with more than 8 bits a colour, which PowerPoint does not show",
};

/** What an SVG holds that cannot be drawn as its author sees it. */
export type SvgFaultKind = keyof typeof SVG_FAULTS;

export interface SvgFault {
  readonly kind: SvgFaultKind;
  /** Line of the SVG; 0 where it is the whole of it. */
  readonly line: number;
  /** The element, the attribute, or the limit. */
  readonly name: string;
}

const NOTHING_RUNS = "An SVG is drawn to a still picture when the deck is made: nothing in it is run.";
const NOTHING_FETCHED =
  "The deck must look the same wherever it is made, so nothing outside the file is fetched.";
const TAKES_TOO_LONG = "A small file of this kind can keep a computer busy for hours.";
const SIMPLIFY = "Simplify it in the program that it comes from, or save it as PNG there.";

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
    why: "Without a viewBox, or a width and height that are lengths, nobody can tell how wide or high it is meant to be.",
    hint: 'Give its <svg> a viewBox, such as viewBox="0 0 800 400".',
  },
  narrow: {
    what: (name) => `is ${name} times as long as it is broad`,
    why: "Nothing of it would be seen on a slide.",
    hint: "Look at its width, height and viewBox.",
  },
  blank: {
    what: () => "draws nothing",
    why: "Every pixel of it is clear: what it shows lies outside its viewBox, is hidden or has no paint.",
    hint: "Look at its viewBox, and at what its shapes are filled with.",
  },
  script: {
    what: (name) => `holds a script (${name})`,
    why: NOTHING_RUNS,
    hint: 'Remove it, or save the drawing as "plain" or "optimised" SVG.',
  },
  motion: {
    what: (name) => `moves (${name})`,
    why: "A slide shows one moment of it, and which one is not for Foredeck to choose.",
    hint: "Remove the animation so that the moment remains which readers should see.",
  },
  guest: {
    what: (name) => `holds another kind of document (${name})`,
    why: "Only browsers show what is in it; in the deck there would be a gap.",
    hint: "Draw it with shapes and text. In draw.io, switch off formatted text and word wrap before you export; in Mermaid, set htmlLabels to false.",
  },
  outside: {
    what: (name) => `refers to something outside itself (${name})`,
    why: NOTHING_FETCHED,
    hint: "Embed PNG and JPEG pictures in it, turn words in web fonts into paths, and remove links and style sheets of other files.",
  },
  entities: {
    what: () => "declares entities in its document type",
    why: "Entities stand for text of any length and from anywhere.",
    hint: 'Save it as "plain" SVG, which has none.',
  },
  picture: {
    what: (name) => `embeds a picture that is not a sound PNG or JPEG (${name})`,
    hint: "Embed that picture again, as PNG or JPEG.",
  },
  pixels: {
    what: (name) => `embeds pictures of more than ${name} million pixels`,
    hint: "Scale these pictures down before you embed them: 2,000 pixels across fill a slide.",
  },
  glyphs: {
    what: (name) => `writes characters that neither Carlito nor Arimo has: ${name}`,
    why: "An SVG is drawn with the fonts that come with Foredeck, so that it looks the same on every computer.",
    hint: 'Turn its words into paths: in Inkscape "Object to Path", in Illustrator "Create Outlines", in Figma "Outline text".',
  },
  deep: {
    what: (name) => `nests its elements more than ${name} levels deep`,
    why: TAKES_TOO_LONG,
    hint: SIMPLIFY,
  },
  long: {
    what: (name) => `holds more than ${name} of shapes and text`,
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
    hint: "Let no <use> name an element that it stands in.",
  },
  slow: {
    what: () => "takes too long to draw",
    why: "It has too many filters, masks, transparent groups, dashes or large shapes on top of each other.",
    hint: SIMPLIFY,
  },
  undrawable: {
    what: (name) => `cannot be drawn (${name})`,
    hint: "Save it as PNG in the program that it comes from.",
  },
  undrawn: {
    what: () => "is an SVG, and this program has no way to draw one",
    why: "The host that was given to Foredeck has no openSvg.",
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
    `${quoted(file)} asks for ${families.length === 1 ? "a font" : "fonts"} that Foredeck does not have: ${either(families.map((family) => quoted(family)))}. Its words are drawn in Arimo.`,
    {
      why: "Arimo has the widths of Arial; words may now be longer or shorter than the shapes around them.",
      hint: "Look at the slide. Set the words in Calibri or Arial, or turn them into paths.",
    },
  );

export const notAPicture = (at: At, file: string, looksLike: string | undefined): Diagnostic =>
  error(
    "picture/format",
    at,
    `${quoted(file)} is ${looksLike === undefined ? "neither a PNG, a JPEG nor an SVG" : `${looksLike}, not a PNG, JPEG or SVG`}.`,
    {
      hint: "The content counts, not the name. Save it as SVG or PNG (drawings), PNG (screens) or JPEG (photos).",
    },
  );

export const pictureBroken = (at: At, file: string, fault: PictureFault): Diagnostic =>
  error("picture/broken", at, `${quoted(file)} ${FAULTS[fault]}.`, {
    hint:
      fault === "rare"
        ? "Save it as an ordinary JPEG or as PNG."
        : "Open it in the program that it comes from and export it again.",
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
    `${quoted(file)} is ${width} × ${height} pixels; at most ${limit} on either side can be placed.`,
    {
      hint: "Scale it down: 2,000 pixels across fill a slide.",
    },
  );

export const pictureHeavy = (at: At, file: string, bytes: number): Diagnostic =>
  warning("picture/heavy", at, `${quoted(file)} adds ${(bytes / 1_048_576).toFixed(1)} MB to the deck.`, {
    why: "Many mail servers refuse attachments above 10 MB.",
    hint: "Scale it down: 2,000 pixels across fill a slide. Save photos as JPEG, not PNG.",
  });
