import type { JsonPath } from "./json-path.ts";

/**
 * Origin of a part of a run: where it came from. It has a `path` where it is a text or a value of the bundle, with `start` and `end`
 * where it is a part of that text: UTF-16 indices of its source, markup and expressions counted, so that words have the
 * same length in both. What an expression printed, and what was computed, has the id of its `figure`; the span is that
 * of the expression. Numbers, dates and periods that a locale wrote have their `value`, as the bundle writes it, and our
 * own words the name of their `phrase`.
 */
export interface Origin {
  /** UTF-16 index in the run's text, and the number of UTF-16 units there. */
  readonly at: number;
  readonly length: number;
  readonly path?: JsonPath;
  readonly start?: number;
  readonly end?: number;
  readonly figure?: string;
  readonly value?: string;
  readonly phrase?: string;
}

/** Text that may know where its parts came from. */
export interface Sliceable {
  readonly text: string;
  readonly origins?: readonly Origin[];
}

/** The part of a run from one UTF-16 index to another, with the origins of what is left. */
export function sliceRun<R extends Sliceable>(run: R, from: number, to: number): R {
  const text = run.text.slice(from, to);
  return run.origins === undefined
    ? { ...run, text }
    : { ...run, text, origins: sliceOrigins(run.origins, from, from + text.length) };
}

/** Origins of the part of a text from one UTF-16 index to another. */
export function sliceOrigins(origins: readonly Origin[], from: number, to: number): readonly Origin[] {
  return origins.flatMap((origin): readonly Origin[] => {
    const at = Math.max(origin.at, from);
    const length = Math.min(origin.at + origin.length, to) - at;
    if (length <= 0) return [];
    const { start, figure } = origin;
    // A part of what an expression printed comes from the whole expression.
    const span =
      start === undefined || figure !== undefined
        ? {}
        : { start: start + at - origin.at, end: start + at - origin.at + length };
    return [{ ...origin, ...span, at: at - from, length }];
  });
}

/** Runs as one, without how they are set. */
export function joinRuns(runs: readonly Sliceable[]): Sliceable {
  const text = runs.map((run) => run.text).join("");
  if (runs.every(({ origins }) => origins === undefined)) return { text };
  let before = 0;
  const origins = runs.flatMap((run) => {
    const own = (run.origins ?? []).map((origin) => ({ ...origin, at: origin.at + before }));
    before += run.text.length;
    return own;
  });
  return { text, origins };
}
