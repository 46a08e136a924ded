/** Where a link's underline lies below the baseline, and how thick it is, as shares of the size. */
export const UNDERLINE = { drop: 0.11, width: 0.055 } as const;
