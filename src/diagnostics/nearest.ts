/**
 * The known word that somebody most likely meant, or nothing when none is close: at most a third of the letters differ,
 * or it is the only one that begins with the word ("pic"), or what the word begins with ("linechart"). Capitals, hyphens
 * and underscores do not count; among equals the first known one wins.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let start: string | undefined;
  const longer: string[] = [];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const to = plain(candidate);
    if (to.length >= LEAST && wanted.startsWith(to) && to.length > plain(start ?? "").length)
      start = candidate;
    if (wanted.length >= LEAST && to.startsWith(wanted)) longer.push(candidate);
    const most = Math.max(wanted.length, to.length);
    // One letter of two says nothing; one of three may be a slip.
    const limit = Math.floor(most / 3);
    if (Math.abs(wanted.length - to.length) > limit) continue;
    const d = editDistance(wanted, to);
    if (d <= limit && d < least) {
      best = candidate;
      least = d;
    }
  }
  return best ?? (longer.length === 1 ? longer[0] : undefined) ?? start;
}

/** Letters of a word in which one that is wrong, missing or too many leaves no doubt. */
const CLEAR = 5;

/**
 * True where a word can only be meant as `near`: it differs in capitals, spaces and hyphens alone, or in one letter of at
 * least five, and in more from every other known word.
 */
export function isSlipOf(near: string, word: string, known: readonly string[]): boolean {
  const wanted = plain(word);
  const far = (other: string): number => editDistance(wanted, plain(other));
  const off = far(near);
  if (off > 1 || (off === 1 && plain(near).length < CLEAR)) return false;
  return known.every((other) => other === near || far(other) > off + 1);
}

/** Letters that another word may begin with; fewer begin many. */
const LEAST = 3;

const plain = (word: string): string =>
  word
    .slice(0, 80)
    .toLowerCase()
    .replaceAll(/[-_\s]/g, "");

/** Damerau–Levenshtein in its optimal string alignment form: insert, delete, replace, swap neighbours; each costs 1. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
