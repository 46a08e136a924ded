import type { FontFamily } from "../base/fonts.ts";
import { END, type FaceStyle, type FaceTable, type Letters, tableOf } from "./table.ts";

/** Widths of a face's letters, in thousandths of an em. */
export interface FaceWidths {
  readonly characters: string;
  readonly advances: readonly number[];
}

const REGULAR = { bold: false, italic: false };
const STYLES: Readonly<Record<FaceStyle, { readonly bold: boolean; readonly italic: boolean }>> = {
  regular: REGULAR,
  bold: { bold: true, italic: false },
  italic: { bold: false, italic: true },
  boldItalic: { bold: true, italic: true },
};

/** Letters that are so many times as wide as those of a known family, without kerning. */
export const widened = (
  family: FontFamily,
  { regular, bold }: { readonly regular: number; readonly bold: number },
): Letters =>
  eachStyle((style) =>
    scaled(tableOf({ family, ...STYLES[style] }).advances, STYLES[style].bold ? bold : regular),
  );

/**
 * Letters by the widths that were measured of them, each `factor` times as wide, without kerning. Characters that were not
 * measured are as much wider or narrower than those of a known family as the others are; so are the letters of a face of
 * which nothing was measured, beside those of the face that comes nearest.
 */
export function lettersOf(
  measured: Readonly<Partial<Record<FaceStyle, FaceWidths>>>,
  family: FontFamily,
  factor: number,
): Letters {
  return eachStyle((style) => {
    const from = nearest(measured, style);
    const like = tableOf({ family, ...STYLES[style] }).advances;
    if (from === undefined) return scaled(like, factor);
    const own = advancesOf(measured[from] as FaceWidths);
    const beside = from === style ? like : tableOf({ family, ...STYLES[from] }).advances;
    const share = shareOf(own, beside);
    return like.map((width, code) => {
      const known = own[code] ?? Number.NaN;
      if (Number.isNaN(known)) return width * share * factor;
      // A bold letter of which only the regular one is known is wider by as much as that of the known family is.
      const grown = from === style ? 1 : width / (beside[code] ?? Number.NaN);
      return known * (grown > 0 ? grown : 1) * factor;
    });
  });
}

const nearest = (
  measured: Readonly<Partial<Record<FaceStyle, FaceWidths>>>,
  style: FaceStyle,
): FaceStyle | undefined => {
  const order: readonly FaceStyle[] = STYLES[style].bold
    ? [style, "bold", "boldItalic", "regular", "italic"]
    : [style, "regular", "italic", "bold", "boldItalic"];
  return order.find((one) => measured[one] !== undefined);
};

function advancesOf({ characters, advances }: FaceWidths): Float32Array {
  const table = new Float32Array(END).fill(Number.NaN);
  let index = 0;
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    if (code < END) table[code] = (advances[index] ?? Number.NaN) / 1000;
    index += 1;
  }
  return table;
}

/** Width of the letters beside that of others, over the characters that both have; 1 where there are none. */
function shareOf(own: Float32Array, others: Float32Array): number {
  let [sum, beside] = [0, 0];
  own.forEach((width, code) => {
    const other = others[code] ?? Number.NaN;
    if (!(width > 0 && other > 0)) return;
    sum += width;
    beside += other;
  });
  return beside === 0 ? 1 : sum / beside;
}

const scaled = (advances: Float32Array, factor: number): Float32Array =>
  advances.map((width) => width * factor);

/** Tables without kerning, each made when it is first asked for. */
function eachStyle(advances: (style: FaceStyle) => Float32Array): Letters {
  const made = new Map<FaceStyle, FaceTable>();
  const table = (style: FaceStyle): FaceTable => {
    const known = made.get(style);
    if (known !== undefined) return known;
    const none = new Uint8Array(END);
    const fresh = {
      advances: advances(style),
      left: none,
      right: none,
      kerns: new Float32Array(1),
      columns: 1,
    };
    made.set(style, fresh);
    return fresh;
  };
  return {
    regular: () => table("regular"),
    bold: () => table("bold"),
    italic: () => table("italic"),
    boldItalic: () => table("boldItalic"),
  };
}
