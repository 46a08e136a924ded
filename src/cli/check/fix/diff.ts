/** Lines around a change that a diff shows. */
const CONTEXT = 3;

interface Step {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/** Two versions of a file as a unified diff that `patch` reads; "" where they are the same. */
export function unifiedDiff(before: string, after: string, file: string): string {
  if (before === after) return "";
  const steps = compare(before.split("\n"), after.split("\n"));
  const changed = steps.flatMap((step, n) => (step.sign === " " ? [] : [n]));
  const hunks: [from: number, to: number][] = [];
  for (const n of changed) {
    const last = hunks.at(-1);
    if (last !== undefined && n - CONTEXT <= last[1]) last[1] = n + CONTEXT + 1;
    else hunks.push([Math.max(0, n - CONTEXT), n + CONTEXT + 1]);
  }
  return `--- ${file}\n+++ ${file}\n${hunks.map(([from, to]) => hunk(steps, from, to)).join("")}`;
}

function hunk(steps: readonly Step[], from: number, to: number): string {
  const count = (part: readonly Step[], other: Step["sign"]) =>
    part.filter(({ sign }) => sign !== other).length;
  const lead = steps.slice(0, from);
  // What stands after the last line break is a line only where there is something in it.
  const last = steps.length - 1;
  const shown = steps.slice(from, to).filter(({ line }, n) => line !== "" || from + n < last);
  const range = (other: Step["sign"]) => `${count(lead, other) + 1},${count(shown, other)}`;
  return `@@ -${range("+")} +${range("-")} @@\n${shown.map(({ sign, line }) => `${sign}${line}\n`).join("")}`;
}

/**
 * The shortest way from one list of lines to the other (Myers, "An O(ND) Difference Algorithm and Its Variations",
 * 1986, the greedy form). Memory grows with the square of the number of changes, which mending keeps small.
 */
function compare(a: readonly string[], b: readonly string[]): readonly Step[] {
  const trace: Map<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let d = 0; ; d++) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(reached, k, d) ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return wayBack(trace, a, b);
    }
    reached = new Map([...reached, ...next]);
  }
}

const goesDown = (reached: ReadonlyMap<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));

function wayBack(
  trace: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): readonly Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = trace[d] ?? new Map<number, number>();
    const down = goesDown(reached, x - y, d);
    const k = x - y + (down ? 1 : -1);
    const fromX = reached.get(k) ?? 0;
    const fromY = fromX - k;
    while (x > 0 && y > 0 && x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      steps.push({ sign: " ", line: a[--x] ?? "" });
      y--;
    }
    if (d === 0) break;
    if (down) steps.push({ sign: "+", line: b[--y] ?? "" });
    else steps.push({ sign: "-", line: a[--x] ?? "" });
  }
  return steps.reverse();
}
