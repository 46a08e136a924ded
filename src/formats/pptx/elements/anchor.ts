/** Where text stands in the height of its box (ST_TextAnchoringType). */
export const ANCHOR = { top: "t", middle: "ctr", bottom: "b" } as const;
