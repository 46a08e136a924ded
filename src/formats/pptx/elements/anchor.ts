/** Vertical anchor of text in its box (ST_TextAnchoringType). */
export const ANCHOR = { top: "t", middle: "ctr", bottom: "b" } as const;
