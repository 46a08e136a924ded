/** A seeded source of chance: the same seed gives the same bundle on every machine. */
export interface Random {
  /** A whole number between two others, both included. */
  readonly int: (least: number, most: number) => number;
  /** True with a probability. */
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** `count` different items, in the order of the list; all of them where it is shorter. */
  readonly sample: <T>(items: readonly T[], count: number) => T[];
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, even enough to choose test inputs by. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // The first numbers of neighbouring seeds are alike.
  for (let round = 0; round < 4; round += 1) next();
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const shuffle = <T>(items: readonly T[]): T[] => {
    const order = items.map((item) => ({ item, key: next() }));
    return order.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
  };
  return {
    int,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[int(0, items.length - 1)] as T;
    },
    sample: (items, count) => {
      const kept = new Set(shuffle(items.map((_, index) => index)).slice(0, count));
      return items.filter((_, index) => kept.has(index));
    },
    shuffle,
  };
}
