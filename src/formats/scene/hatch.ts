import type { Rect } from "./scene.ts";

/** Distance of a hatch's lines, and their width, in pt; about PowerPoint's wide upward diagonal. */
export const HATCH = { pitch: 6, width: 1.25 } as const;

/** The lines of a hatch over a box, rising to the right, as path data; on the same grid wherever they are drawn. */
export function hatchLines({ x, y, w, h }: Rect): string {
  const first = Math.ceil((x + y) / HATCH.pitch);
  const last = Math.floor((x + w + y + h) / HATCH.pitch);
  let d = "";
  for (let n = first; n <= last; n += 1) {
    const sum = n * HATCH.pitch;
    d += `M${sum - y - h} ${y + h}L${sum - y} ${y}`;
  }
  return d;
}
