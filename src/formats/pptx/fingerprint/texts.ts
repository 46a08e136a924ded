/** A paragraph that is otherwise: what it was, as far as that is known, and what it is; either is missing of one that is new or gone. */
export interface TextChange {
  readonly before?: string;
  readonly now?: string;
}

/** Pairs of paragraphs that are compared at most one by one; of more, only the ends that are alike are left out. */
const MOST_PAIRS = 250_000;

/**
 * Which paragraphs changed, from digests of what they were and the texts that they are now. `known` says which text
 * a digest is of.
 */
export function textChanges(
  then: readonly string[],
  now: readonly string[],
  digest: (text: string) => string,
  known: ReadonlyMap<string, string>,
): readonly TextChange[] {
  const is = now.map(digest);
  let start = 0;
  while (start < then.length && start < is.length && then[start] === is[start]) start += 1;
  let end = 0;
  while (
    end < then.length - start &&
    end < is.length - start &&
    then[then.length - 1 - end] === is[is.length - 1 - end]
  )
    end += 1;
  const a = then.slice(start, then.length - end);
  const b = is.slice(start, is.length - end);
  const changes: TextChange[] = [];
  const said = (gone: readonly string[], came: readonly string[]): void => {
    for (let n = 0; n < Math.max(gone.length, came.length); n++) {
      const before = known.get(gone[n] ?? "");
      const text = came[n];
      if (before !== undefined || text !== undefined)
        changes.push({
          ...(before === undefined ? {} : { before }),
          ...(text === undefined ? {} : { now: text }),
        });
    }
  };
  let [i, j] = [0, 0];
  for (const [x, y] of [...alike(a, b), [a.length, b.length] as const]) {
    said(a.slice(i, x), now.slice(start + j, start + y));
    [i, j] = [x + 1, y + 1];
  }
  return changes;
}

/** Places of a longest common subsequence, in order. */
function alike(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length * b.length > MOST_PAIRS) return [];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
