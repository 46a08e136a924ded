import type { Rect } from "./list.ts";
import { length, type Spot } from "./path.ts";

/** Distance of a hatch's lines, and their width, in pt; about PowerPoint's wide upward diagonal. */
export const HATCH = { pitch: 6, width: 1.25 } as const;

/** The lines of a hatch from edge to edge of a box, rising to the right; on the same grid wherever they are drawn. */
export function hatchStrokes({ x, y, w, h }: Rect): readonly (readonly [Spot, Spot])[] {
  const first = Math.ceil((x + y) / HATCH.pitch);
  const last = Math.floor((x + w + y + h) / HATCH.pitch);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => {
    // x and y of each spot of a line add up to the same.
    const sum = (first + n) * HATCH.pitch;
    const [left, right] = [Math.max(x, sum - y - h), Math.min(x + w, sum - y)];
    return [
      { x: left, y: sum - left },
      { x: right, y: sum - right },
    ];
  });
}

/** The same as path data. */
export const hatchLines = (box: Rect): string =>
  hatchStrokes(box)
    .map(([from, to]) => `M${length(from.x)} ${length(from.y)}L${length(to.x)} ${length(to.y)}`)
    .join("");
