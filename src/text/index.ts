export {
  type BreakOptions,
  type BrokenLine,
  breakRuns,
  type LineSpan,
  lineOf,
  type Prepared,
  prepare,
  roomFor as roomOf,
  spansOf,
} from "./break.ts";
export { inCapitals } from "./capitals.ts";
export { isRightToLeft, stretches } from "./direction.ts";
export {
  balancedWidth,
  balancedWidthOf,
  longestWord,
  longestWordOf,
  naturalWidth,
  naturalWidthOf,
} from "./fit.ts";
export { type FaceWidths, lettersOf, widened } from "./letters.ts";
export { lineHeight, measureText } from "./measure.ts";
export { type Opportunity, opportunitiesOf } from "./opportunities.ts";
export { phraseFinder } from "./phrases.ts";
export { type Font, fontOf, type StyledRun, type Typeface } from "./table.ts";
export { toleranceOf, type WidthTolerance } from "./tolerance.ts";
