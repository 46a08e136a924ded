import type { DisplayList, DisplayNode } from "../display/list.ts";

/** A page of the document; lengths in pt, from its top left corner. */
export interface PrintSheet {
  readonly width: number;
  readonly height: number;
  readonly slides: readonly PlacedSlide[];
  /** Lines to write on by hand. */
  readonly lines: readonly DisplayNode[];
  /** Text at the foot of the sheet, which is no part of what is read. */
  readonly foot: readonly DisplayNode[];
}

/** A slide on a sheet, with what is written beside it. */
export interface PlacedSlide {
  readonly list: DisplayList;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** True where a line around the slide parts it from the sheet. */
  readonly edged: boolean;
  /** The notes, in the coordinates of the sheet. */
  readonly notes: readonly DisplayNode[];
}

/** Every slide on a sheet of its own size. */
export const slideSheets = (lists: readonly DisplayList[]): readonly PrintSheet[] =>
  lists.map((list) => ({
    width: list.width,
    height: list.height,
    slides: [{ list, x: 0, y: 0, scale: 1, edged: false, notes: [] }],
    lines: [],
    foot: [],
  }));
