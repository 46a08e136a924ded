import { longestRising } from "../../base/rising.ts";

/** Two lists, paired: what is in both, what is new, and what is gone. */
export interface Paired {
  readonly both: readonly { readonly before: number; readonly now: number; readonly moved: boolean }[];
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** Item of a list as pairing sees it: what names it, and the words by which it is known where nothing does. */
export interface PairItem {
  readonly key?: string | undefined;
  readonly words: string;
}

/** Share of common words from which on two texts are one that was edited. */
const ALIKE = 0.5;

/** Items with the same key, then those with the same words, then the likest of what remains. */
export function pair(before: readonly PairItem[], now: readonly PairItem[]): Paired {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const take = (a: number, b: number): void => {
    found.set(a, b);
    taken.add(b);
  };
  for (const same of [
    (a: PairItem, b: PairItem) => a.key !== undefined && a.key === b.key,
    (a: PairItem, b: PairItem) => a.words !== "" && a.words === b.words,
  ])
    for (const [a, item] of before.entries()) {
      if (found.has(a)) continue;
      const b = now.findIndex((other, n) => !taken.has(n) && same(item, other));
      if (b !== -1) take(a, b);
    }
  const [left, right] = [bags(before, (n) => !found.has(n)), bags(now, (n) => !taken.has(n))];
  const likely = left
    .flatMap(([a, one]) => right.map(([b, other]) => ({ a, b, alike: likeness(one, other) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((x, y) => y.alike - x.alike || x.a - y.a || x.b - y.b);
  for (const { a, b } of likely) if (!found.has(a) && !taken.has(b)) take(a, b);
  const pairs = [...found].sort(([, x], [, y]) => x - y);
  const still = longestRising(pairs.map(([a]) => a));
  return {
    both: pairs.map(([a, b], n) => ({ before: a, now: b, moved: !still.has(n) })),
    added: now.flatMap((_, n) => (taken.has(n) ? [] : [n])),
    removed: before.flatMap((_, n) => (found.has(n) ? [] : [n])),
  };
}

type Bag = ReadonlyMap<string, number>;

const bags = (
  items: readonly PairItem[],
  open: (n: number) => boolean,
): readonly (readonly [number, Bag])[] =>
  items.flatMap(({ words }, n) => (open(n) ? [[n, bag(words)] as const] : []));

function bag(words: string): Bag {
  const counts = new Map<string, number>();
  for (const [word] of words.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Likeness of two texts from 0 to 1: twice their common words by all of their words (Dice 1945). */
function likeness(one: Bag, other: Bag): number {
  const size = (all: Bag): number => [...all.values()].reduce((sum, n) => sum + n, 0);
  const common = [...one].reduce((sum, [word, n]) => sum + Math.min(n, other.get(word) ?? 0), 0);
  const total = size(one) + size(other);
  return total === 0 ? 0 : (2 * common) / total;
}
