/**
 * `after`, with every part that says the same as the part of `before` in its place taken from there: what has not changed
 * is the same object, so that answers remembered by identity still hold for it. Both are plain JSON and stay as they are.
 */
export function kept<T>(before: unknown, after: T): T {
  if (before === after) return after;
  if (typeof before !== "object" || before === null || typeof after !== "object" || after === null)
    return after;
  if (Array.isArray(after)) return Array.isArray(before) ? (keptList(before, after) as T) : after;
  if (Array.isArray(before)) return after;
  const old = before as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  let same = true;
  let count = 0;
  for (const [key, value] of Object.entries(after)) {
    count += 1;
    const known = old[key];
    const next = kept(known, value);
    if (next !== value) copy = { ...(copy ?? after), [key]: next };
    same &&= next === known && (next !== undefined || key in old);
  }
  if (same && Object.keys(old).length === count) return before as T;
  return (copy as T | undefined) ?? after;
}

function keptList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const next = after.map((value, index) => kept(before[index], value));
  if (before.length === after.length && next.every((value, index) => value === before[index])) return before;
  return next;
}
