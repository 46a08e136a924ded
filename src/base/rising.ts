/**
 * Places of the longest row of rising numbers: what stands there kept its order, and the others moved around it. Of rows
 * of one length the one that ends last is taken. Pairs are compared, so lists of some thousands are the most.
 */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly from: number }[] = [];
  for (const [n, number] of numbers.entries()) {
    let chosen = { length: 1, from: -1 };
    for (let m = 0; m < n; m++) {
      const length = (best[m]?.length ?? 0) + 1;
      if ((numbers[m] ?? number) < number && length > chosen.length) chosen = { length, from: m };
    }
    best.push(chosen);
  }
  const row = new Set<number>();
  let at = best.reduce((top, { length }, n) => (length >= (best[top]?.length ?? 0) ? n : top), 0);
  while (at >= 0 && best[at] !== undefined) {
    row.add(at);
    at = best[at]?.from ?? -1;
  }
  return row;
}
