import * as hb from "harfbuzzjs";

/** Widths of a font's letters, in thousandths of an em. */
export interface MeasuredFace {
  readonly style: "regular" | "bold" | "italic" | "boldItalic";
  /** The family that the file says it is. */
  readonly family: string;
  readonly face: { readonly characters: string; readonly advances: number[] };
}

const span = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Characters of business prose: Latin, Greek, Cyrillic, Hebrew, punctuation, currencies, arrows, mathematics. */
const CHARACTERS = [
  ...span(0x20, 0x7e),
  ...span(0xa0, 0xac),
  ...span(0xae, 0x17f),
  ...span(0x218, 0x21b),
  ...span(0x384, 0x3ce),
  ...span(0x400, 0x45f),
  ...span(0x490, 0x491),
  ...span(0x5d0, 0x5ea),
  ...span(0x2010, 0x2026),
  ...span(0x2030, 0x203a),
  ...span(0x2070, 0x2089),
  ...span(0x20a0, 0x20bf),
  ...span(0x2116, 0x2122),
  ...span(0x2150, 0x215e),
  ...span(0x2190, 0x2199),
  ...span(0x2202, 0x2265),
  ...span(0x25a0, 0x25cf),
];

/**
 * Measures the letters of a TrueType or OpenType font (of a collection, its first). Undefined for what is no such font, or
 * has no letters of the Latin script.
 */
export function measureFont(bytes: Uint8Array): MeasuredFace | undefined {
  if (!isFont(bytes)) return undefined;
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  const measured = CHARACTERS.flatMap((code) => {
    const glyph = font.nominalGlyph(code);
    if (glyph === undefined || glyph === 0) return [];
    const width = (font.glyphHAdvance(glyph) * 1_000) / face.upem;
    return width >= 0 && width <= 10_000 ? [[code, Math.round(width * 10) / 10] as const] : [];
  });
  if (!measured.some(([code]) => code === 0x61)) return undefined;
  return {
    style: styleOf(face),
    family: (face.getName(16, "en") || face.getName(1, "en")).replaceAll("\0", "").trim(),
    face: {
      characters: String.fromCodePoint(...measured.map(([code]) => code)),
      advances: measured.map(([, width]) => width),
    },
  };
}

/** The first four bytes of TrueType, OpenType and collections of them. */
const SIGNATURES = ["00010000", "74727565", "4f54544f", "74746366"];
const isFont = (bytes: Uint8Array): boolean =>
  bytes.length > 12 && SIGNATURES.includes(Buffer.from(bytes.subarray(0, 4)).toString("hex"));

/** Style by the table "head": bit 0 of macStyle is bold, bit 1 italic (OpenType 1.9.1). */
function styleOf(face: hb.Face): MeasuredFace["style"] {
  const head = face.referenceTable("head");
  const bits = head === undefined || head.length < 46 ? 0 : ((head[44] ?? 0) << 8) | (head[45] ?? 0);
  return (["regular", "bold", "italic", "boldItalic"] as const)[bits & 3] ?? "regular";
}
