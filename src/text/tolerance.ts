import { inkedEnd, type LineSpan, leastOf, type Prepared, roomFor } from "./break.ts";

/** Widths in pt between which a text breaks into certain lines, however a renderer rounds. */
export interface WidthTolerance {
  /** Below it a renderer may move the last word of a line to the next one. */
  readonly least: number;
  /** Above it a renderer may move the first word of a line to the one before; infinite where that cannot be. */
  readonly most: number;
  /** True where a single short word has come to stand on the last line. */
  readonly alone: boolean;
  /** Number of lines that end within a phrase; none where phrases are not known. */
  readonly torn: number;
}

/** A word shorter than this share of the widest line looks lost on a line of its own. */
const SHORT = 0.3;

/** Lines up to which a text is set by its phrases: a longer one is read as running text, whose lines end anywhere. */
const BY_PHRASES = 3;

/**
 * Finds the widths at which a text keeps its line breaks; if `most` is below `least`, no width is safe. `phrases` gives the
 * places at which its phrases end, in a language that parts them by no spaces.
 */
export function toleranceOf(
  prepared: Prepared,
  spans: readonly LineSpan[],
  phrases?: () => ReadonlySet<number>,
): WidthTolerance {
  const { text, opportunities } = prepared;
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const { start, end, inked, hard } of spans) {
    least = Math.max(least, roomFor(prepared, start, inked));
    if (hard || end === text.length) continue;
    while (opportunities[at]?.strength === "weak" || (opportunities[at]?.position ?? text.length) < end)
      at += 1;
    // A word that was cut may go on for one more character.
    const whole = opportunities[at]?.position === end;
    const next = whole
      ? opportunities.slice(at + 1).find(({ strength }) => strength !== "weak")?.position
      : end + 1;
    most = Math.min(most, leastOf(prepared, start, inkedEnd(text, start, next ?? text.length)));
  }
  const last = spans.at(-1);
  const alone =
    spans.at(-2)?.hard === false &&
    last !== undefined &&
    roomFor(prepared, last.start, last.inked) < SHORT * least &&
    !opportunities.some(({ position }) => position > last.start && position < last.end);
  const ends = spans.length > 1 && spans.length <= BY_PHRASES ? phrases?.() : undefined;
  const torn =
    ends === undefined
      ? 0
      : spans.filter(({ end, hard }) => !hard && end < text.length && !ends.has(end)).length;
  return { least, most, alone, torn };
}
