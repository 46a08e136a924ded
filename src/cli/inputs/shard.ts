import { InvalidArgumentError } from "commander";
import * as messages from "../../diagnostics/messages/batch.ts";

/** One of several runs that share the bundles: the first of 5 is { index: 1, of: 5 }. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export function shard(text: string): Shard {
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > of) throw new InvalidArgumentError(messages.badShard);
  return { index, of };
}

/**
 * Returns the shard's share of the bundles: every n-th of the list in order of path. Each bundle is in
 * exactly one share, whatever order the arguments came in.
 */
export function shardOf<T>(
  all: readonly T[],
  pathOf: (one: T) => string,
  { index, of }: Shard,
): readonly T[] {
  const sorted = [...all].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : pathOf(a) > pathOf(b) ? 1 : 0));
  return sorted.filter((_, n) => n % of === index - 1);
}
