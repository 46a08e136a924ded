export { type BreakOptions, type BrokenLine, breakRuns } from "./break.ts";
export { isRightToLeft } from "./direction.ts";
export { balancedWidth, longestWord, naturalWidth } from "./fit.ts";
export type { Font, StyledRun } from "./font.ts";
export { lineHeight, measureText } from "./measure.ts";
