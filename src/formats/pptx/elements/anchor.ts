/** Vertical anchor of text in its box (ST_TextAnchoringType). */
export const ANCHOR = { top: "t", middle: "ctr", bottom: "b" } as const;

/** Alignment of a paragraph (ST_TextAlignType). */
export const ALIGN = { left: "l", center: "ctr", right: "r" } as const;
