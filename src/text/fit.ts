import { type BreakOptions, inkedEnd, type Prepared, prepare, roomFor, spansOf, widthOf } from "./break.ts";
import type { StyledRun } from "./table.ts";

/** Width in pt of the widest line when only line feeds break the text. */
export const naturalWidth = (runs: readonly StyledRun[]): number => naturalWidthOf(prepare(runs, "en"));

export function naturalWidthOf(prepared: Prepared): number {
  return spansOf(prepared, Number.POSITIVE_INFINITY).reduce(
    (widest, { start, inked }) => Math.max(widest, widthOf(prepared, start, inked)),
    0,
  );
}

/** Width in pt of the widest piece that cannot be broken: below it, words are cut. */
export const longestWord = (runs: readonly StyledRun[], language = "en"): number =>
  longestWordOf(prepare(runs, language));

export const longestWordOf = (prepared: Prepared): number => longestPiece(prepared, widthOf);

function longestPiece(prepared: Prepared, measure: typeof widthOf): number {
  let start = 0;
  let widest = 0;
  for (const { position, strength } of prepared.opportunities) {
    if (strength === "weak") continue;
    widest = Math.max(widest, measure(prepared, start, inkedEnd(prepared.text, start, position)));
    start = position;
  }
  return widest;
}

/** Steps that a box is narrowed by, in pt. */
const STEP = 0.25;

/**
 * The narrowest width, in pt, at which the text takes no more lines than at `width` and no word is cut that is whole
 * there: lines of like length, so that no single word is left on the last one. Never more than `width`.
 */
export const balancedWidth = (runs: readonly StyledRun[], width: number, options: BreakOptions): number =>
  balancedWidthOf(prepare(runs, options.language), width, options.firstIndent);

export function balancedWidthOf(prepared: Prepared, width: number, indent = 0): number {
  const lines = spansOf(prepared, width, indent).length;
  const narrowest = longestPiece(prepared, roomFor) + Math.max(0, indent);
  // Invariant: `enough` steps below `width` is not known to fit, `fits` is.
  let fits = 0;
  let tooMany = Math.floor(Math.max(0, width - narrowest) / STEP) + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (spansOf(prepared, width - middle * STEP, indent).length <= lines) fits = middle;
    else tooMany = middle;
  }
  return width - fits * STEP;
}
