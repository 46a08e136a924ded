import type { Rect, Spot } from "../../model/marks.ts";

export type { Spot } from "../../model/marks.ts";

/** A length with two decimals at most: a hundredth of a point is less than any eye or printer resolves. */
export const length = (value: number): string => String(Math.round(value * 100) / 100 + 0);

const at = ({ x, y }: Spot): string => `${length(x)} ${length(y)}`;

/** Straight lines through the spots. */
export const polyline = (spots: readonly Spot[], closed = false): string =>
  spots.length === 0 ? "" : `M${spots.map(at).join("L")}${closed ? "Z" : ""}`;

export const rectangle = ({ x, y, w, h }: Rect): string =>
  polyline(
    [
      { x, y },
      { x: x + w, y },
      { x: x + w, y: y + h },
      { x, y: y + h },
    ],
    true,
  );

/** A rectangle with corners of a radius in pt, at most half of a side. */
export function rounded(box: Rect, radius: number): string {
  const { x, y, w, h } = box;
  const r = Math.min(radius, w / 2, h / 2);
  if (r <= 0) return rectangle(box);
  const arc = (to: Spot): string => `A${length(r)} ${length(r)} 0 0 1 ${at(to)}`;
  return [
    `M${at({ x: x + r, y })}`,
    `L${at({ x: x + w - r, y })}`,
    arc({ x: x + w, y: y + r }),
    `L${at({ x: x + w, y: y + h - r })}`,
    arc({ x: x + w - r, y: y + h }),
    `L${at({ x: x + r, y: y + h })}`,
    arc({ x, y: y + h - r }),
    `L${at({ x, y: y + r })}`,
    arc({ x: x + r, y }),
    "Z",
  ].join("");
}

/** An ellipse, as two arcs. */
export function ellipse({ x, y, w, h }: Rect): string {
  const radii = `${length(w / 2)} ${length(h / 2)}`;
  const [left, right] = [at({ x, y: y + h / 2 }), at({ x: x + w, y: y + h / 2 })];
  return `M${left}A${radii} 0 0 1 ${right}A${radii} 0 0 1 ${left}Z`;
}

/** Part of a ring between two angles in turns, clockwise from twelve o'clock; a full ring is drawn as two halves. */
export function slice(
  middle: Spot,
  radii: { readonly inner: number; readonly outer: number },
  from: number,
  to: number,
): string {
  if (to - from > 0.999) {
    const half = from + (to - from) / 2;
    return slice(middle, radii, from, half) + slice(middle, radii, half, to);
  }
  const spot = (radius: number, turn: number): string =>
    at({
      x: middle.x + radius * Math.sin(turn * 2 * Math.PI),
      y: middle.y - radius * Math.cos(turn * 2 * Math.PI),
    });
  const large = to - from > 0.5 ? 1 : 0;
  const arc = (radius: number, turn: number, clockwise: 0 | 1): string =>
    `A${length(radius)} ${length(radius)} 0 ${large} ${clockwise} ${spot(radius, turn)}`;
  const { inner, outer } = radii;
  return `M${spot(outer, from)}${arc(outer, to, 1)}L${spot(inner, to)}${arc(inner, from, 0)}Z`;
}

/** Distance of a hatch's lines, and their width, in pt; about PowerPoint's wide upward diagonal. */
export const HATCH = { pitch: 6, width: 1.25 } as const;

/** The lines of a hatch from edge to edge of a box, rising to the right; on the same grid wherever they are drawn. */
function hatchStrokes({ x, y, w, h }: Rect): readonly (readonly [Spot, Spot])[] {
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
