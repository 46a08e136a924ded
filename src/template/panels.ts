import { contrast } from "../base/contrast.ts";
import { bottom, type Frame, frame, overlaps, right } from "../base/geometry.ts";
import type { SchemeColours } from "../theme/tints.ts";
import { boxOf } from "./shapes.ts";
import type { TemplateSheet } from "./sheet.ts";
import type { Surface } from "./surface.ts";
import { readingOn } from "./under.ts";

/** Contrast that black or white has at least on a ground of many colours, for titles and for what has inks of its own. */
const TITLE = 4.5;
const BODY = 5.5;
/** Contrast up to which two colours are as good as one, and up to which one set of inks looks well on both. */
const ONE = 1.15;
const ALIKE = 1.75;
/** Distance of a panel's edges from the texts on it, in inches on a slide of 7.5 inches. */
const PAD = 0.12;

/** True where no title can be read on all that its frame shows. */
export function isHardForTitle(surface: Surface, f: Frame): boolean {
  const reading = readingOn(surface, f);
  return reading === undefined || (reading.spread > ONE && reading.ratio < TITLE);
}

/** True where a frame shows grounds on which no one set of inks can be read, or looks well. */
export function isHardForBody(surface: Surface, f: Frame): boolean {
  const reading = readingOn(surface, f);
  return reading === undefined || (reading.spread > ONE && (reading.ratio < BODY || reading.spread > ALIKE));
}

/** The smallest frame around some. */
export function around(frames: readonly Frame[]): Frame {
  const x = Math.min(...frames.map((f) => f.x));
  const y = Math.min(...frames.map((f) => f.y));
  return frame(x, y, Math.max(...frames.map(right)) - x, Math.max(...frames.map(bottom)) - y);
}

/** The paper of the scheme on which the template's own text is read best: light text stands on dark pictures. */
export const panelColour = ({ bg1, tx1 }: SchemeColours, text: string): string =>
  contrast(text, bg1) >= contrast(text, tx1) ? bg1 : tx1;

/** Left, top, right and bottom. */
const SIDES = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
] as const;

/**
 * Panels under some groups of texts: one under all where nothing that must be seen stands between them, else one under each,
 * a little larger than the texts where there is room.
 */
export function panelsUnder(
  sheet: TemplateSheet,
  groups: readonly Frame[],
  footers: readonly Frame[],
): readonly Frame[] {
  if (groups.length === 0) return [];
  const { surface, width, height, unit } = sheet;
  const logos = surface.shapes
    .filter(
      (shape, number) =>
        shape.type !== "path" && shape.frame.w * shape.frame.h < 0.5 * width * height && number >= 0,
    )
    .map(boxOf);
  // The template's own footers have their inks for what it draws.
  const kept = [...logos, ...footers];
  const hits = (f: Frame): number => kept.filter((logo) => overlaps(logo, f)).length;
  const pad = unit(PAD);
  const padded = (f: Frame): Frame =>
    SIDES.reduce((area, [l, t, r, b]) => {
      const [left, top] = [Math.max(0, area.x - l * pad), Math.max(0, area.y - t * pad)];
      const larger = frame(
        left,
        top,
        Math.min(width, right(area) + r * pad) - left,
        Math.min(height, bottom(area) + b * pad) - top,
      );
      return hits(larger) > hits(area) ? area : larger;
    }, f);
  const whole = around(groups);
  const together = hits(whole) <= groups.reduce((sum, f) => sum + hits(f), 0);
  return (together ? [whole] : groups).map(padded);
}
