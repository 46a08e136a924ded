import type { OtherFont } from "../../host/host.ts";
import type { FontFiles } from "../contract/format.ts";
import {
  type DisplayNode,
  type FontFace,
  lineText,
  nodesOf,
  type TextLine,
  type TextSpan,
} from "../display/list.ts";
import { bidiLevelsOf, inVisualOrder } from "./directions.ts";

/** A piece of a line in one font and one direction. */
export interface SetPiece extends TextSpan {
  /** The name that the font is registered by. */
  readonly font: string;
}

/** Registers each face when it is first written with, so that only those in use are embedded. */
export interface Faces {
  /** Makes the font of a piece the current one. */
  use(piece: SetPiece): void;
  /** Characters of nodes that the fonts so far lack; emoji, which are drawn in colour, are no matter of theirs. */
  lacking(nodes: readonly DisplayNode[]): string;
  /** Fonts for characters that the others lack. */
  add(fonts: readonly OtherFont[]): void;
  /**
   * The pieces of a line from left to right, parted where the font or the direction changes. A character that no font has
   * is a box, as in every program. Undefined for a line with emoji: it is painted, not written.
   */
  writable(words: TextLine): readonly SetPiece[] | undefined;
}

interface Embedded {
  readonly font?: { readonly hasGlyphForCodePoint?: (code: number) => boolean };
}

const STYLES = [
  ["regular", "bold"],
  ["italic", "boldItalic"],
] as const;

const EMOJI = /\p{Emoji_Presentation}/u;
/** Joiners and marks, which belong to the character before them. */
const JOINED = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/**
 * fontkit 2.0.4 reads the header of a glyph that has none, where an empty one stands last: past the end of the file in
 * fonts that end with their glyphs, as Carlito does. It finds zeros there, which is what an empty glyph has.
 */
const padded = (file: Uint8Array): Buffer => Buffer.concat([file, new Uint8Array(16)]);

export function createFaces(
  document: PDFKit.PDFDocument,
  files: ReadonlyMap<FontFace["family"], FontFiles>,
): Faces {
  const registered = new Set<string>();
  const glyphs = new Map<string, boolean>();
  const others: { readonly name: string; readonly bold: string; readonly characters: ReadonlySet<string> }[] =
    [];
  const ownName = ({ family, bold, italic }: FontFace): string =>
    `${family} ${STYLES[italic ? 1 : 0][bold ? 1 : 0]}`;
  const open = (face: FontFace): string => {
    const name = ownName(face);
    const file = files.get(face.family)?.[STYLES[face.italic ? 1 : 0][face.bold ? 1 : 0]];
    if (file === undefined) throw new Error(`no font for ${name}`);
    if (!registered.has(name)) document.registerFont(name, padded(file));
    registered.add(name);
    return name;
  };
  const has = (face: FontFace, sign: string): boolean => {
    const key = `${ownName(face)} ${sign}`;
    const known = glyphs.get(key);
    if (known !== undefined) return known;
    document.font(open(face));
    // The embedded font is a part of PDFKit that its types leave out.
    const { font } = (document as unknown as { readonly _font: Embedded })._font;
    const found = font?.hasGlyphForCodePoint?.(sign.codePointAt(0) ?? 0) ?? false;
    glyphs.set(key, found);
    return found;
  };
  /** The name of a font that has the sign; undefined where none does. */
  const fontFor = (face: FontFace, sign: string): string | undefined => {
    const own = [face, ...[...files.keys()].map((family) => ({ ...face, family }))].find((one) =>
      has(one, sign),
    );
    if (own !== undefined) return open(own);
    const other = others.find(({ characters }) => characters.has(sign));
    return face.bold ? other?.bold : other?.name;
  };
  return {
    use: ({ font, size }) => void document.font(font).fontSize(size),
    lacking(nodes) {
      const lacking = new Set<string>();
      for (const node of nodesOf(nodes))
        for (const { face, text } of node.type === "textLine" ? node.pieces : [])
          for (const sign of text)
            if (!EMOJI.test(sign) && fontFor(face, sign) === undefined) lacking.add(sign);
      return [...lacking].sort().join("");
    },
    add(fonts) {
      for (const { characters, regular, bold } of fonts) {
        const name = `Other ${others.length + 1}`;
        document.registerFont(name, padded(regular));
        if (bold !== undefined) document.registerFont(`${name} bold`, padded(bold));
        others.push({
          name,
          bold: bold === undefined ? name : `${name} bold`,
          characters: new Set(characters),
        });
      }
    },
    writable(words) {
      const levels = bidiLevelsOf(lineText(words), words.rightToLeft);
      const out: (SetPiece & { readonly level: number })[] = [];
      let at = 0;
      for (const piece of words.pieces) {
        let part: (SetPiece & { level: number }) | undefined;
        for (const sign of piece.text) {
          const level = levels[at] ?? 0;
          const font = fontFor(piece.face, sign) ?? (JOINED.test(sign) ? part?.font : undefined);
          if (font === undefined && EMOJI.test(sign)) return undefined;
          const name = font ?? open(piece.face);
          if (part !== undefined && part.font === name && part.level === level)
            part = { ...part, text: part.text + sign };
          else {
            if (part !== undefined) out.push(part);
            part = { ...piece, text: sign, font: name, level };
          }
          at += sign.length;
        }
        if (part !== undefined) out.push(part);
      }
      return inVisualOrder(out);
    },
  };
}
