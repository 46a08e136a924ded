import { graphemesOf } from "../base/graphemes.ts";
import { type Sliceable, sliceRun } from "../base/origin.ts";
import { type Advances, advancesOf } from "./measure.ts";
import { isSquare, type Opportunity, opportunitiesOf } from "./opportunities.ts";
import type { StyledRun } from "./table.ts";

export interface BreakOptions {
  /** BCP 47; decides where words end in scripts that are written without spaces. */
  readonly language: string;
  /** Added to the left of the first line, in pt; negative where it hangs out. */
  readonly firstIndent?: number;
}

export interface BrokenLine<R extends StyledRun> {
  /** Pieces of the runs given, spaces at the end included, hard breaks left out. */
  readonly runs: readonly R[];
  /** Advance width in pt, without spaces at the end. */
  readonly width: number;
  /** True where the text itself ends the line (line feed). */
  readonly hard: boolean;
}

/** Widths are sums of fractions; two that are equal on paper may differ by less than this, in pt. */
const EPSILON = 1e-6;

/** A text measured once, to be broken at many widths. */
export interface Prepared {
  readonly text: string;
  readonly pens: Advances;
  readonly opportunities: readonly Opportunity[];
}

/** A line: from UTF-16 index `start` up to, not including, `end`; what is drawn stops at `inked`. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
  readonly inked: number;
  readonly hard: boolean;
}

/** Measures a text. Its opportunities may be handed in where they are known from the same text in another size. */
export function prepare(
  runs: readonly StyledRun[],
  language: string,
  opportunities: readonly Opportunity[] = opportunitiesOf(textOf(runs), language),
): Prepared {
  return { text: textOf(runs), pens: advancesOf(runs), opportunities };
}

const textOf = (runs: readonly { readonly text: string }[]): string => {
  const [only] = runs;
  return runs.length === 1 && only !== undefined ? only.text : runs.map((run) => run.text).join("");
};

/** The end of what is drawn of a line: spaces and breaks at its end hang into the margin. No-break spaces do not. */
export function inkedEnd(text: string, start: number, end: number): number {
  let inked = end;
  while (inked > start && isBlank(text.charCodeAt(inked - 1))) inked -= 1;
  return inked;
}

const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0x3000 ||
  unit === 0x85 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200b && unit !== 0x2007) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x205f;

export const widthOf = ({ pens }: Prepared, start: number, inked: number): number =>
  inked > start ? (pens.ends[inked] ?? 0) - (pens.starts[start] ?? 0) : 0;

/** Width of the text with the most that a renderer may need beyond it. */
export const roomFor = (prepared: Prepared, start: number, inked: number): number =>
  widthOf(prepared, start, inked) +
  Math.max(0, (prepared.pens.slack[inked] ?? 0) - (prepared.pens.slack[start] ?? 0));

/** Width of the text less the most that a renderer may save. */
export const leastOf = (prepared: Prepared, start: number, inked: number): number =>
  widthOf(prepared, start, inked) -
  Math.max(0, (prepared.pens.spare[inked] ?? 0) - (prepared.pens.spare[start] ?? 0));

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u;

/** True where an emoji from beyond the Basic Multilingual Plane begins. */
const startsEmoji = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && EMOJI.test(text.slice(at, at + 2));

/**
 * Greedy: each line takes as many pieces as fit. A piece wider than the line is broken at its weak opportunities, and
 * what is still too wide is cut between graphemes.
 */
export function spansOf(prepared: Prepared, width: number, firstIndent = 0): readonly LineSpan[] {
  const { text, opportunities } = prepared;
  const spans: LineSpan[] = [];
  let start = 0;
  /** The last place where the line may end, and the one before that. */
  let last = 0;
  let earlier = 0;
  let limit = width - firstIndent + EPSILON;
  const fits = (from: number, to: number): boolean =>
    roomFor(prepared, from, inkedEnd(text, from, to)) <= limit;
  const emit = (end: number, hard: boolean): void => {
    spans.push({ start, end, inked: inkedEnd(text, start, end), hard });
    start = end;
    limit = width + EPSILON;
  };
  const place = (end: number): void => {
    if (last > start && !fits(start, end)) {
      // LibreOffice opens no line with the emoji that did not fit on the one before, but with the word before it.
      emit(earlier > start && startsEmoji(text, last) ? earlier : last, false);
      if (last > start && !fits(start, end)) emit(last, false);
    }
    earlier = last;
    last = end;
  };
  /** Start of the current piece; `weak` holds the weak opportunities since then. */
  let piece = 0;
  let weak: number[] = [];
  for (const { position, strength } of opportunities) {
    if (strength === "weak") {
      weak.push(position);
      continue;
    }
    if (fits(piece, position)) place(position);
    else {
      if (last > start) emit(last, false);
      for (const end of [...weak, position]) {
        if (fits(piece, end)) place(end);
        else {
          if (last > start) emit(last, false);
          for (const cut of graphemeEnds(text, piece, end)) place(cut);
        }
        piece = end;
      }
    }
    piece = position;
    weak = [];
    if (strength === "must") emit(position, true);
    last = position;
  }
  if (last > start || spans.at(-1)?.hard === true) emit(last, false);
  return spans;
}

/**
 * Returns the ends of the graphemes between two places, except those that would leave punctuation alone on
 * the next line or cut a pair that fonts draw as one (LibreOffice does not cut ligatures).
 */
function graphemeEnds(text: string, start: number, end: number): readonly number[] {
  const ends = Array.from(
    graphemesOf(text.slice(start, end)),
    ({ index, segment }) => start + index + segment.length,
  );
  return ends.filter((each) => {
    const lonely = isSquare(text.charCodeAt(each - 1)) && CLOSING.test(text.charAt(each));
    return each === end || !(lonely || LIGATURE.test(text.slice(each - 1, each + 1)));
  });
}

/** Carlito's. */
const LIGATURE = /^(?:f[bfhijklt]|t[fit])$/;

/** Characters that do not open a line (UAX #14, classes CL, CP, EX, IS, NS). */
const CLOSING = /[\p{Pe}\p{Pf}.,:;!?%、。，．・：；？！％ー々]/u;

const HARD_END = /[\n\v\f\r\u0085\u2028\u2029]+$/;

/** The pieces of runs between two places of their joined text. */
function slice<R extends Sliceable>(runs: readonly R[], start: number, end: number): R[] {
  const pieces: R[] = [];
  let at = 0;
  for (const run of runs) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    if (to > from) pieces.push(sliceRun(run, from, to));
    at += run.text.length;
    if (at >= end) break;
  }
  return pieces;
}

/** Content of a line, as pieces of `runs`: those that were prepared, or others of the same text. */
export function lineOf<R extends Sliceable>(
  prepared: Prepared,
  { start, end, inked, hard }: LineSpan,
  runs: readonly R[],
): { readonly runs: R[]; readonly width: number; readonly hard: boolean } {
  const drawn = hard ? end - (HARD_END.exec(prepared.text.slice(start, end))?.[0].length ?? 0) : end;
  return { runs: slice(runs, start, drawn), width: widthOf(prepared, start, inked), hard };
}

/**
 * Breaks runs into lines of at most `width` pt as PowerPoint and LibreOffice do, never into fewer lines than they.
 * UAX #14, first fit; a word longer than the line is cut between graphemes. No text gives no line; a text that ends in
 * a line feed has an empty line after it.
 */
export function breakRuns<R extends StyledRun>(
  runs: readonly R[],
  width: number,
  options: BreakOptions,
): BrokenLine<R>[] {
  const prepared = prepare(runs, options.language);
  return spansOf(prepared, width, options.firstIndent).map((span) => lineOf(prepared, span, runs));
}
