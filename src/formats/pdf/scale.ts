/** Pixels to the pt of what a PDF cannot hold as text or lines: 288 to the inch. */
export const SCALE = 4;
