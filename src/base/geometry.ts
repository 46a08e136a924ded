import { type Emu, emu } from "./units.ts";

/** A rectangle in EMU; x and y are its top left corner, measured from that of the slide. */
export interface Frame {
  readonly x: Emu;
  readonly y: Emu;
  readonly w: Emu;
  readonly h: Emu;
}

export const frame = (x: number, y: number, w: number, h: number): Frame => ({
  x: emu(x),
  y: emu(y),
  w: emu(w),
  h: emu(h),
});

export const right = (f: Frame): Emu => emu(f.x + f.w);
export const bottom = (f: Frame): Emu => emu(f.y + f.h);

/** Shrinks a frame by the same or by four distances (EMU); never below zero size. */
export function inset(f: Frame, left: number, top = left, right = left, bottom = top): Frame {
  return frame(f.x + left, f.y + top, Math.max(0, f.w - left - right), Math.max(0, f.h - top - bottom));
}

/** True when the two share more than a border. */
export function overlaps(a: Frame, b: Frame): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** True when b lies wholly in a, give or take a tolerance in EMU. */
export function contains(a: Frame, b: Frame, tolerance = 0): boolean {
  return (
    b.x >= a.x - tolerance &&
    b.y >= a.y - tolerance &&
    b.x + b.w <= a.x + a.w + tolerance &&
    b.y + b.h <= a.y + a.h + tolerance
  );
}
