const numbers = (text: string): readonly number[] =>
  /^[vV]?\d+(\.\d+)*$/.test(text) ? text.replace(/^v/i, "").split(".").map(Number) : [];

/** Compares 1.9 and 1.10 number by number; undefined for names that are no numbers. */
export function olderThan(one: string, other: string): boolean | undefined {
  const [a, b] = [numbers(one), numbers(other)];
  if (a.length === 0 || b.length === 0) return undefined;
  for (let n = 0; n < Math.max(a.length, b.length); n += 1) {
    const difference = (a[n] ?? 0) - (b[n] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
