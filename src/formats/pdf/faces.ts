import type { FontFiles } from "../format.ts";
import type { Face, Piece, Words } from "../scene/scene.ts";

/** Registers each face when it is first written with, so that only those in use are embedded. */
export interface Faces {
  /** Makes a face the current one. */
  use(face: Face, size: number): void;
  /**
   * The pieces of a line, parted where another family has a sign that the own one lacks; undefined where none has it, or
   * where the line runs from right to left: then it is painted, not written.
   */
  writable(words: Words): readonly Piece[] | undefined;
}

interface Embedded {
  readonly font?: { readonly hasGlyphForCodePoint?: (code: number) => boolean };
}

const STYLES = [
  ["regular", "bold"],
  ["italic", "boldItalic"],
] as const;

/**
 * fontkit 2.0.4 reads the header of a glyph that has none, where an empty one stands last: past the end of the file in
 * fonts that end with their glyphs, as Carlito does. It finds zeros there, which is what an empty glyph has.
 */
const padded = (file: Uint8Array): Buffer => Buffer.concat([file, new Uint8Array(16)]);

export function createFaces(
  document: PDFKit.PDFDocument,
  files: ReadonlyMap<Face["family"], FontFiles>,
): Faces {
  const known = new Set<string>();
  const use = (face: Face, size: number): void => {
    const style = STYLES[face.italic ? 1 : 0][face.bold ? 1 : 0];
    const name = `${face.family} ${style}`;
    const file = files.get(face.family)?.[style];
    if (file === undefined) throw new Error(`no font for ${name}`);
    if (!known.has(name)) document.registerFont(name, padded(file));
    known.add(name);
    document.font(name).fontSize(size);
  };
  const has = (face: Face, size: number, sign: string): boolean => {
    use(face, size);
    // The embedded font is a part of PDFKit that its types leave out.
    const { font } = (document as unknown as { readonly _font: Embedded })._font;
    return font?.hasGlyphForCodePoint?.(sign.codePointAt(0) ?? 0) ?? false;
  };
  const faceFor = ({ face, size }: Piece, sign: string): Face | undefined =>
    [face, ...[...files.keys()].map((family) => ({ ...face, family }))].find((one) => has(one, size, sign));
  return {
    use,
    writable(words) {
      if (words.rightToLeft) return undefined;
      const out: Piece[] = [];
      for (const piece of words.pieces) {
        let open: Piece | undefined;
        for (const sign of piece.text) {
          const face = faceFor(piece, sign);
          if (face === undefined) return undefined;
          if (open?.face.family === face.family) open = { ...open, text: open.text + sign };
          else {
            if (open !== undefined) out.push(open);
            open = { ...piece, face, text: sign };
          }
        }
        if (open !== undefined) out.push(open);
      }
      return out;
    },
  };
}
