/** Closed outlines as points in fractions of the frame, from path data of `path.ts` (M, L, C, Q, Z with absolute points). */
export function outlines(d: string): readonly (readonly (readonly [number, number])[])[] {
  const found: [number, number][][] = [];
  let current: [number, number][] = [];
  for (const [, letter = "", text = ""] of d.matchAll(/([MLCQZ])([^MLCQZ]*)/g)) {
    const values =
      text.trim() === ""
        ? []
        : text
            .trim()
            .split(/[\s,]+/)
            .map(Number);
    const points = Array.from({ length: Math.floor(values.length / 2) }, (_, n): [number, number] => [
      values[2 * n] ?? 0,
      values[2 * n + 1] ?? 0,
    ]);
    if (letter === "M") {
      if (current.length > 1) found.push(current);
      current = points.slice(0, 1);
    } else if (letter === "L") current.push(...points);
    else if (letter === "C" || letter === "Q") {
      const size = letter === "C" ? 3 : 2;
      for (let n = 0; n + size <= points.length; n += size)
        current.push(...curve([current.at(-1) ?? [0, 0], ...points.slice(n, n + size)]));
    }
  }
  if (current.length > 1) found.push(current);
  return found;
}

const PIECES = 6;

/** Points of a Bézier curve after its first one (de Casteljau). */
function curve(points: readonly (readonly [number, number])[]): [number, number][] {
  return Array.from({ length: PIECES }, (_, n) => {
    const t = (n + 1) / PIECES;
    let level = points;
    while (level.length > 1)
      level = level.slice(1).map((point, i): [number, number] => {
        const before = level[i] ?? [0, 0];
        return [before[0] * (1 - t) + point[0] * t, before[1] * (1 - t) + point[1] * t];
      });
    const [end = [0, 0]] = level;
    return [end[0], end[1]];
  });
}
