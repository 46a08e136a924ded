import { type Emu, emu, emuToPt, type Pt, pt, ptToEmu } from "../../base/units.ts";
import { type MeasuredText, roomFor } from "./text-measurer.ts";

/** A paragraph of a box: its measures, and how far from the box's edge its lines begin, in EMU. */
interface Part {
  readonly measured: MeasuredText;
  readonly indent: Emu;
}

/** Off the width at which a line just fits, in pt, and it does not. */
const HAIR = 0.01;

/** Width of a box that a paragraph with this indent has, in pt. */
export const roomIn = (width: Emu, indent: Emu): Pt => roomAt(emuToPt(width), indent);

const roomAt = (width: number, indent: Emu): Pt => pt(Math.max(1, width - emuToPt(indent)));

/**
 * The width in EMU, `width` or a little less, at which every renderer breaks the paragraphs of a box into the same
 * lines, and into no more of them than at `width`. Where a word fits by a hair, or by a hair does not, renderers
 * differ: there the box is made so narrow that it fits for none of them, and where that brings a word of another line to
 * the edge, narrower still, but never so narrow that a word is cut. The same where a short word would stand alone on
 * its paragraph's last line. Where there is no such width, the narrowest that keeps the lines;
 * and all of it where widths are mere estimates.
 */
export function stableWidth(parts: readonly Part[], width: Emu): Emu {
  const full = emuToPt(width);
  const counts = parts.map(({ measured, indent }) => measured.lines(roomAt(full, indent)).length);
  if (counts.every((count) => count < 2) || parts.some(({ measured }) => !measured.sure)) return width;
  const words = parts.map(({ measured, indent }) => roomFor(measured.longestWord()) + emuToPt(indent));
  const narrowest = Math.max(...words);
  const first = keptAt(parts, full);
  let best: { readonly width: number; readonly faults: number } | undefined;
  for (let at: number = full, kept = first; ; kept = keptAt(parts, at)) {
    const { least, most, faults } = kept;
    if (least <= most && faults < (best?.faults ?? Number.POSITIVE_INFINITY)) {
      best = { width: Math.min(most, at), faults };
      if (faults === 0) break;
    }
    if (least < narrowest) break;
    at = least - HAIR;
    const lines = parts.map(({ measured, indent }) => measured.lines(roomAt(at, indent)).length);
    if (lines.some((count, index) => count !== counts[index])) break;
  }
  // Up, so that what fits to a hair still does.
  return emu(Math.min(width, ptToEmu(best?.width ?? first.least) + 1));
}

/**
 * Between which widths in pt all paragraphs of a box keep the lines of this one; how many end in a word alone, and how many
 * lines within a phrase.
 */
function keptAt(parts: readonly Part[], width: number) {
  const all = parts.map(({ measured, indent }) => {
    const { least, most, alone, torn } = measured.tolerance(measured.lines(roomAt(width, indent)));
    return { least: least + emuToPt(indent), most: most + emuToPt(indent), faults: (alone ? 1 : 0) + torn };
  });
  return {
    least: Math.max(...all.map(({ least }) => least)),
    most: Math.min(...all.map(({ most }) => most)),
    faults: all.reduce((sum, { faults }) => sum + faults, 0),
  };
}
