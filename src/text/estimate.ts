import { arabicAdvance } from "./arabic.ts";
import type { FaceTable } from "./table.ts";

/**
 * Kind of a character in relation to its neighbours. `western` and `eastern` are set apart by a space;
 * `emoji` may be joined to another; `neutral` belongs to the character before it; `mark` and `joiner` take no
 * room.
 */
export type Kind = "western" | "eastern" | "emoji" | "neutral" | "other" | "mark" | "joiner";

export interface Estimate {
  readonly kind: Kind;
  /** Advance in em. */
  readonly em: number;
}

/** Noto Color Emoji takes 1.25 em; Segoe UI Emoji, PowerPoint's, is wider still. */
export const EMOJI_EM = 1.37;
/** U+FE0F turns the character before it into an emoji (UTS #51, 1.4.2). */
export const EMOJI_SELECTOR = 0xfe0f;

const MARK: Estimate = { kind: "mark", em: 0 };
const JOINER: Estimate = { kind: "joiner", em: 0 };
const EMOJI: Estimate = { kind: "emoji", em: EMOJI_EM };
const SYMBOL: Estimate = { kind: "neutral", em: 1 };
/** Set in the body font by PowerPoint, in a fallback font by LibreOffice. */
const HYPHEN: Estimate = { kind: "neutral", em: 0.37 };
const eastern = (em: number): Estimate => ({ kind: "eastern", em });
const other = (em: number): Estimate => ({ kind: "other", em });

/** Measured in Noto Sans CJK; fonts for these scripts agree, since their characters fill squares. */
const HAN = eastern(1);
const HANGUL = eastern(0.92);
const HALF_WIDTH = eastern(0.5);

/** First and last code point, ascending: characters that no table has. Other scripts as in DejaVu Sans, a wide font. */
const RANGES: readonly (readonly [first: number, last: number, estimate: Estimate])[] = [
  [0x0530, 0x058f, other(0.73)], // Armenian
  [0x0590, 0x05ff, other(0.68)], // Hebrew
  [0x0600, 0x07ff, other(0.9)], // Arabic signs, Syriac, Thaana, N'Ko
  [0x0900, 0x0dff, other(0.9)], // Indic scripts
  [0x0e00, 0x0eff, other(0.7)], // Thai, Lao
  [0x1000, 0x109f, other(0.9)], // Myanmar
  [0x10a0, 0x10ff, other(0.7)], // Georgian
  [0x1100, 0x11ff, HANGUL],
  [0x2460, 0x24ff, { kind: "neutral", em: 1.35 }], // circled
  [0x2e80, 0x312f, HAN], // radicals, punctuation, kana, Bopomofo
  [0x3130, 0x318f, HANGUL],
  [0x3190, 0xa4cf, HAN],
  [0xa960, 0xa97f, HANGUL],
  [0xac00, 0xd7ff, HANGUL],
  [0xf900, 0xfaff, HAN],
  [0xfb1d, 0xfb4f, other(0.73)], // Hebrew presentation forms
  [0xfb50, 0xfdff, other(1.3)], // Arabic presentation forms
  [0xfe30, 0xfe6f, HAN],
  [0xfe70, 0xfefe, other(1.3)],
  [0xff01, 0xff60, HAN],
  [0xff61, 0xffdc, HALF_WIDTH],
  [0xffe0, 0xffe6, HAN],
  [0x1f1e6, 0x1f1ff, { kind: "emoji", em: EMOJI_EM / 2 }], // two make a flag (UTS #51, 1.4.4)
  [0x1f3fb, 0x1f3ff, MARK], // skin tones sit on the emoji before them
  [0x1f000, 0x1faff, EMOJI],
  [0x20000, 0x3fffd, HAN],
];

/** Hebrew from alef to tav, in hundredths of an em; Arial's table has these letters, Calibri's has not. */
const HEBREW = [
  67, 58, 41, 55, 65, 27, 35, 65, 65, 22, 54, 53, 57, 66, 68, 27, 40, 65, 63, 64, 62, 54, 59, 71, 56, 71, 66,
];
const HEBREW_BOLD = [
  73, 61, 45, 59, 69, 34, 40, 69, 68, 29, 58, 57, 60, 72, 70, 34, 45, 68, 67, 66, 67, 66, 65, 74, 60, 76, 68,
];
const ALEF = 0x5d0;

/** Width of bold relative to regular, as a factor, for scripts whose characters do not fill squares. */
const BOLD = 1.12;

/**
 * Estimates a code point that has no advance in the table of its font, on the wide side of what the fallback fonts of
 * PowerPoint and LibreOffice take. `previous` and `next` are its neighbours, 0 at the ends.
 */
export function estimate(
  previous: number,
  code: number,
  next: number,
  table: FaceTable,
  bold: boolean,
): Estimate {
  const square = squareOf(code);
  if (square !== undefined) return square;
  if (code >= 0x0600 && code <= 0x06ff && /[\p{L}\p{N}\p{Po}\p{Sc}]/u.test(String.fromCodePoint(code))) {
    return other(arabicAdvance(previous, code, next, bold));
  }
  const hebrew = (bold ? HEBREW_BOLD : HEBREW)[code - ALEF];
  if (hebrew !== undefined) return other(hebrew / 100);
  const found = shaped(code, table);
  return bold && found.kind === "other" ? other(found.em * BOLD) : found;
}

/** The common case, without a look at Unicode's properties. */
function squareOf(code: number): Estimate | undefined {
  if (
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30ff) ||
    (code >= 0x4e00 && code <= 0x9fff)
  )
    return HAN;
  return code >= 0xac00 && code <= 0xd7a3 ? HANGUL : undefined;
}

function shaped(code: number, table: FaceTable): Estimate {
  if (code === 0x200d) return JOINER;
  const character = String.fromCodePoint(code);
  // Nonspacing and enclosing marks, controls, format characters (soft hyphen, direction marks, tags), lone surrogates.
  if (/[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)) return MARK;
  if (code === 0x2010 || code === 0x2011) return HYPHEN;
  const range = RANGES.find(([first, last]) => code >= first && code <= last);
  if (range !== undefined) return range[2];
  // Many dingbats are drawn as emoji even where nobody asked for it.
  if (/\p{Extended_Pictographic}/u.test(character)) return EMOJI;
  // An accented letter is as wide as the letter without.
  const base = table.advances[character.normalize("NFD").codePointAt(0) ?? 0] ?? Number.NaN;
  return base > 0 ? { kind: "western", em: base } : SYMBOL;
}
