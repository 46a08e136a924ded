import type { FontFamily } from "../base/fonts.ts";
import { lazily } from "../base/lazily.ts";
import arial from "./metrics/arial.json" with { type: "json" };
import calibri from "./metrics/calibri.json" with { type: "json" };
import cambria from "./metrics/cambria.json" with { type: "json" };
import courier from "./metrics/courier.json" with { type: "json" };
import georgia from "./metrics/georgia.json" with { type: "json" };
import times from "./metrics/times.json" with { type: "json" };

/** One face, ready for look-up by code point; all in em. Never changes once decoded. */
export interface FaceTable {
  /** Advance by code point; NaN where the font has no such character. Shorter than Unicode. */
  readonly advances: Float32Array;
  /** Kerning class as the left and as the right of two, by code point; 0 has no kerning. */
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  /** Kern of two classes at left × columns + right. */
  readonly kerns: Float32Array;
  readonly columns: number;
}

interface Metrics {
  readonly unitsPerEm: number;
  readonly characters: string;
  readonly faces: Record<FaceStyle, Face>;
}
export type FaceStyle = "regular" | "bold" | "italic" | "boldItalic";
interface Face {
  readonly advances: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** For each left class: right class, kern, right class, kern, … */
  readonly kerns: readonly (readonly number[])[];
}

/** The code points below this have a place in the tables; all characters of scripts/metrics.mjs lie below. */
export const END = 0x2600;

function decode(metrics: Metrics, style: FaceStyle): FaceTable {
  const face = metrics.faces[style];
  const advances = new Float32Array(END).fill(Number.NaN);
  const left = new Uint8Array(END);
  const right = new Uint8Array(END);
  let index = 0;
  for (const character of metrics.characters) {
    const code = character.codePointAt(0) ?? 0;
    advances[code] = (face.advances[index] ?? Number.NaN) / metrics.unitsPerEm;
    left[code] = face.left[index] ?? 0;
    right[code] = face.right[index] ?? 0;
    index += 1;
  }
  const columns = 1 + face.right.reduce((most, number) => Math.max(most, number), 0);
  const kerns = new Float32Array(face.kerns.length * columns);
  face.kerns.forEach((row, number) => {
    for (let at = 0; at < row.length; at += 2) {
      kerns[number * columns + (row[at] ?? 0)] = (row[at + 1] ?? 0) / metrics.unitsPerEm;
    }
  });
  return { advances, left, right, kerns, columns };
}

const facesOf = (metrics: Metrics): Letters => ({
  regular: lazily(() => decode(metrics, "regular")),
  bold: lazily(() => decode(metrics, "bold")),
  italic: lazily(() => decode(metrics, "italic")),
  boldItalic: lazily(() => decode(metrics, "boldItalic")),
});

/** The numbers of the four faces of a family, each decoded when it is first asked for. */
export type Letters = Readonly<Record<FaceStyle, () => FaceTable>>;

/** A face takes about 0.5 ms to decode and most decks use two or three of them, so each waits for its first use. */
const FACES: Readonly<Record<FontFamily, Letters>> = {
  Calibri: facesOf(calibri),
  Arial: facesOf(arial),
  Helvetica: facesOf(arial),
  Cambria: facesOf(cambria),
  "Times New Roman": facesOf(times),
  Georgia: facesOf(georgia),
  "Courier New": facesOf(courier),
};

/** The numbers of a face. Constant: every call gives the same, unchanging table. */
export function tableOf(font: Font): FaceTable {
  const family = font.letters ?? FACES[font.family];
  if (font.bold) return font.italic ? family.boldItalic() : family.bold();
  return font.italic ? family.italic() : family.regular();
}

/** A face that texts are measured with. Carlito and Arimo lend their numbers: same advance widths, free licences. */
export interface Font {
  readonly family: FontFamily;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Numbers of its own, where they are not the family's. */
  readonly letters?: Letters;
}

/** A typeface that decks name: one of the families, or any other whose letters were measured or are guessed. */
export interface Typeface {
  /** The name that programs look it up by. */
  readonly name: string;
  /** The family whose letters stand in for it in pictures, PDF and browsers. */
  readonly family: FontFamily;
  /** Numbers of its own, where they are not the family's. */
  readonly letters?: Letters;
  /** True where those are a guess by the family's. */
  readonly guessed?: boolean;
}

/** One face of a typeface. */
export const fontOf = ({ family, letters }: Typeface, bold = false, italic = false): Font =>
  letters === undefined ? { family, bold, italic } : { family, bold, italic, letters };

/** A piece of text in one font; whatever else a run carries (colour, link) comes back on the pieces of it. */
export interface StyledRun {
  readonly text: string;
  readonly font: Font;
  /** In pt. */
  readonly size: number;
}
