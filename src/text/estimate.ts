import type { Table } from "./table.ts";

/** How a character behaves next to others; `space` and `latin` ones come from the table. */
export type Kind = "latin" | "wide" | "emoji" | "joiner" | "mark" | "other";

/** Advance in em of a character that the table lacks, on the wide side of what renderers' fallback fonts need. */
export interface Estimate {
  readonly kind: Kind;
  readonly em: number;
}

const MARK: Estimate = { kind: "mark", em: 0 };
const JOINER: Estimate = { kind: "joiner", em: 0 };
const HAN: Estimate = { kind: "wide", em: 1 };
const HANGUL: Estimate = { kind: "wide", em: 0.92 };
export const EMOJI_EM = 1.3;
const EMOJI: Estimate = { kind: "emoji", em: EMOJI_EM };

const other = (em: number): Estimate => ({ kind: "other", em });

/** Half a flag: two regional indicators make one emoji (UTS #51, 1.4.4). */
const REGIONAL = { kind: "emoji", em: EMOJI_EM / 2 } satisfies Estimate;
const ZWJ = 0x200d;
/** Turns the character before it into an emoji (UTS #51, 1.4.2). */
export const EMOJI_SELECTOR = 0xfe0f;

interface Range {
  readonly first: number;
  readonly last: number;
  readonly estimate: Estimate;
}
const range = (first: number, last: number, estimate: Estimate): Range => ({ first, last, estimate });

/** Ascending. Scripts that no table covers; the figures are measured with LibreOffice's fallback fonts. */
const RANGES: readonly Range[] = [
  range(0x0530, 0x058f, other(0.75)), // Armenian
  range(0x0590, 0x05ff, other(0.7)), // Hebrew
  range(0x0600, 0x077f, other(0.75)), // Arabic
  range(0x0900, 0x0dff, other(0.9)), // Indic scripts
  range(0x0e00, 0x0eff, other(0.65)), // Thai, Lao
  range(0x1000, 0x10ff, other(0.9)), // Myanmar, Georgian
  range(0x1100, 0x11ff, HANGUL), // Jamo
  range(0x1780, 0x17ff, other(0.9)), // Khmer
  range(0x2e80, 0x303f, HAN),
  range(0x3040, 0x312f, HAN), // kana, Bopomofo
  range(0x3130, 0x318f, HANGUL),
  range(0x3190, 0x9fff, HAN),
  range(0xa000, 0xa4cf, HAN), // Yi
  range(0xa960, 0xa97f, HANGUL),
  range(0xac00, 0xd7ff, HANGUL),
  range(0xf900, 0xfaff, HAN),
  range(0xfb1d, 0xfb4f, other(0.7)), // Hebrew forms
  range(0xfb50, 0xfdff, other(1.2)), // Arabic ligatures
  range(0xfe30, 0xfe6f, HAN),
  range(0xfe70, 0xfeff, other(0.95)), // Arabic forms
  range(0xff01, 0xff60, HAN), // full-width
  range(0xff61, 0xffdc, { kind: "wide", em: 0.5 }), // half-width kana and Hangul
  range(0xffe0, 0xffe6, HAN),
  range(0x1f1e6, 0x1f1ff, REGIONAL),
  range(0x1f3fb, 0x1f3ff, MARK), // skin tones sit on the emoji before them
  range(0x1f000, 0x1faff, EMOJI),
  range(0x20000, 0x3fffd, HAN),
];

const HYPHENS = new Set([0x2010, 0x2011, 0x2043]);

/** Estimates a code point that has no advance in `table`. */
export function estimate(code: number, table: Table): Estimate {
  if (code === ZWJ) return JOINER;
  const character = String.fromCodePoint(code);
  // Nonspacing and enclosing marks, controls and format characters (soft hyphen, direction marks, joiners).
  if (/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.test(character)) return MARK;
  if (HYPHENS.has(code)) return other(table.advances[0x2d] ?? 0.4);
  const found = RANGES.find((each) => code >= each.first && code <= each.last);
  if (found !== undefined) return found.estimate;
  if (/\p{Emoji_Presentation}/u.test(character)) return EMOJI;
  // An accented letter is as wide as the letter without.
  const base = table.advances[character.normalize("NFD").codePointAt(0) ?? 0] ?? Number.NaN;
  if (base > 0) return { kind: "latin", em: base };
  if (/\p{Zs}/u.test(character)) return other(1);
  return other(1);
}
