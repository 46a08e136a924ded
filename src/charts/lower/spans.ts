import { minus } from "./scale.ts";

/**
 * A floating bar from a to b as parts of a stacked bar, in which positive and negative values stack apart, each from
 * zero: an unseen base, the part on the side of the base, and, where the bar crosses zero, the part on the other side.
 * All parts are exact.
 */
export interface Span {
  /** Unseen; null where the bar starts at zero or crosses it. */
  readonly base: number | null;
  readonly part: number;
  /** The part below zero of a bar that crosses it. */
  readonly below: number | null;
}

export function span(a: number, b: number): Span {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (low >= 0) return { base: low === 0 ? null : low, part: minus(high, low), below: null };
  if (high <= 0) return { base: high === 0 ? null : high, part: minus(low, high), below: null };
  return { base: null, part: high, below: low };
}
