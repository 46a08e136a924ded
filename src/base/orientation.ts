/**
 * Orientation of the stored pixels of a picture, numbered as in EXIF (CIPA DC-008, 4.6.4, tag 274): 1 is
 * upright, 6 is what a phone held upright writes.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Steps that make stored pixels upright: mirror left to right where `flip`, then turn clockwise. */
export interface Upright {
  readonly flip: boolean;
  readonly degrees: 0 | 90 | 180 | 270;
}

const UPRIGHT: Readonly<Record<Orientation, Upright>> = {
  1: { flip: false, degrees: 0 },
  2: { flip: true, degrees: 0 },
  3: { flip: false, degrees: 180 },
  4: { flip: true, degrees: 180 },
  5: { flip: true, degrees: 270 },
  6: { flip: false, degrees: 90 },
  7: { flip: true, degrees: 90 },
  8: { flip: false, degrees: 270 },
};

export const uprightBy = (orientation: Orientation): Upright => UPRIGHT[orientation];

/** True where width and height change places once the picture is upright. */
export const liesOnItsSide = (orientation: Orientation): boolean => orientation >= 5;

export const isOrientation = (value: number): value is Orientation =>
  Number.isInteger(value) && value >= 1 && value <= 8;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The box of the stored pixels that fill `box` once they are turned about its middle. */
export function storedBox(box: Box, orientation: Orientation): Box {
  if (!liesOnItsSide(orientation)) return box;
  const { x, y, w, h } = box;
  return { x: x + (w - h) / 2, y: y + (h - w) / 2, w: h, h: w };
}
