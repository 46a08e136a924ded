import { EMOJI_EM, EMOJI_SELECTOR, estimate, type Kind } from "./estimate.ts";
import type { Font, StyledRun } from "./font.ts";
import { tableOf } from "./table.ts";

/**
 * Where the pen stands along a text that is never broken, in pt. `starts[i]` is where the character at UTF-16 index i
 * begins and `ends[i]` where the one before index i ended; they differ by the kerning and spacing between the two. So
 * text.slice(a, b) is `ends[b] - starts[a]` wide, and a line that is cut out takes no kerning from what was beside it.
 */
export interface Pens {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** Space that PowerPoint and LibreOffice add between East Asian and Western letters, in em. */
const EAST_WEST = 0.25;

const isWestern = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code < 0x500);

/** Measures runs one after another; kerning does not cross from one run to the next. */
export function pensOf(runs: readonly StyledRun[]): Pens {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  const starts = new Float64Array(length + 1);
  const ends = new Float64Array(length + 1);
  let at = 0;
  let x = 0;
  let kind: Kind = "other";
  let western = false;
  for (const { text, font, size } of runs) {
    const table = tableOf(font);
    const { advances, left, right, kerns, columns } = table;
    /** The code point before, where it can kern with the next; 0 where not. */
    let before = 0;
    for (let index = 0; index < text.length; index += 1, at += 1) {
      const unit = text.charCodeAt(index);
      const advance = unit < advances.length ? (advances[unit] ?? Number.NaN) : Number.NaN;
      if (advance >= 0) {
        const row = left[before] ?? 0;
        if (row !== 0) x += (kerns[row * columns + (right[unit] ?? 0)] ?? 0) * size;
        western = isWestern(unit);
        if (kind === "wide" && western) x += EAST_WEST * size;
        kind = "latin";
        starts[at] = x;
        x += advance * size;
        before = unit;
        ends[at + 1] = x;
        continue;
      }
      const code = text.codePointAt(index) ?? unit;
      const previous = ends[at] ?? 0;
      const guess = estimate(code, table);
      let em = guess.em;
      if (code === EMOJI_SELECTOR && kind !== "emoji") {
        // The character before turns out to be an emoji: widen it.
        em = Math.max(0, EMOJI_EM - (previous - (starts[at - 1] ?? 0)) / size);
        kind = "emoji";
      } else if (guess.kind === "emoji" && kind === "joiner") {
        em = 0;
        kind = "emoji";
      } else if (guess.kind !== "mark") {
        if (guess.kind === "wide" && kind === "latin" && western) x += EAST_WEST * size;
        kind = guess.kind;
      }
      before = 0;
      starts[at] = x;
      x += em * size;
      ends[at + 1] = x;
      if (code > 0xffff) {
        // The second half of a surrogate pair takes no room; no line begins there.
        index += 1;
        at += 1;
        starts[at] = x;
        ends[at + 1] = x;
      }
    }
  }
  starts[length] = x;
  return { starts, ends };
}

/**
 * Advance width of a text that is not broken, in pt, `size` in pt. Includes spaces at its ends; hard breaks count as
 * nothing. Real advances and kerning for European scripts, estimates on the wide side for all others.
 */
export function measureText(text: string, font: Font, size: number): number {
  const { ends } = pensOf([{ text, font, size }]);
  return ends[text.length] ?? 0;
}

/** Line pitch in pt: 1.2 × size in every font (PowerPoint's single spacing for Calibri and Arial), times `spacing`. */
export const lineHeight = (size: number, spacing = 1): number => 1.2 * size * spacing;
