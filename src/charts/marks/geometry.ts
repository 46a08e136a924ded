import type { CategoryCoordinates, ValueAxis } from "../../model/chart.ts";
import type { Rect, Spot, TextMark } from "../../model/marks.ts";
import type { Box } from "../../model/placed.ts";

export type { Rect, Spot } from "../../model/marks.ts";

/** Width of a text in pt, at a size in pt. */
export type MeasureWidth = (text: string, size: number, bold: boolean) => number;

/** In pt. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A straight piece of a line, in pt. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Line pitch; as PowerPoint and LibreOffice set single spacing. */
export const pitch = (size: number): number => size * 1.2;

/** Distance between a mark and its label, and the least distance of two texts, in pt. */
export const GAP = 3;

export const meet = (a: Rect, b: Rect, gap = 0): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

export const within = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.w <= outer.x + outer.w + 0.01 &&
  inner.y + inner.h <= outer.y + outer.h + 0.01;

/** The side of a spot that words stand on. */
export type Side = "above" | "below" | "left" | "right" | "center";

/** Words of an extent beside a spot, `gap` off it, or over its middle. */
export function beside(
  { x, y }: Spot,
  side: Side,
  { w, h }: { readonly w: number; readonly h: number },
  gap: number,
): Pick<TextMark, "at" | "align" | "w" | "h"> {
  const half = h / 2;
  const at = {
    x: x + (side === "left" ? -gap : side === "right" ? gap : 0),
    y: y + (side === "above" ? -gap - half : side === "below" ? gap + half : 0),
  };
  return { at, align: side === "left" ? "right" : side === "right" ? "left" : "center", w, h };
}

/** The room that such words take. */
export function roomBeside(
  { x, y }: Spot,
  side: Side,
  { w, h }: { readonly w: number; readonly h: number },
  gap: number,
): Rect {
  const left = side === "left" ? x - gap - w : side === "right" ? x + gap : x - w / 2;
  const top = side === "above" ? y - gap - h : side === "below" ? y + gap : y - h / 2;
  return { x: left, y: top, w, h };
}

/** Words in a box. */
export function inBox(
  { x, y, w, h }: Rect,
  align: TextMark["align"],
): Pick<TextMark, "at" | "align" | "w" | "h"> {
  return {
    at: { x: align === "left" ? x : align === "right" ? x + w : x + w / 2, y: y + h / 2 },
    align,
    w,
    h,
  };
}

/** Share of an axis at which a value stands, kept on the axis. */
export const shareOf = ({ min, max }: ValueAxis, value: number): number =>
  (Math.min(max, Math.max(min, value)) - min) / (max - min);

/** In fractions of the chart. */
export const fraction = (rect: Rect, size: Size): Box => ({
  x: rect.x / size.width,
  y: rect.y / size.height,
  w: rect.w / size.width,
  h: rect.h / size.height,
});

/** The same in pt again. */
export const inPoints = (box: Box, size: Size): Rect => ({
  x: box.x * size.width,
  y: box.y * size.height,
  w: box.w * size.width,
  h: box.h * size.height,
});

/** Returns true when a line segment touches a rectangle (Liang and Barsky, 1984). */
export function crosses(rect: Rect, [x1, y1, x2, y2]: Segment): boolean {
  let from = 0;
  let to = 1;
  const sides: readonly (readonly [number, number])[] = [
    [x1 - x2, x1 - rect.x],
    [x2 - x1, rect.x + rect.w - x1],
    [y1 - y2, y1 - rect.y],
    [y2 - y1, rect.y + rect.h - y1],
  ];
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q < 0) return false;
      continue;
    }
    const t = q / p;
    if (p < 0) from = Math.max(from, t);
    else to = Math.min(to, t);
    if (from > to) return false;
  }
  return true;
}

/** Mapping of data to positions in a plot, in pt. */
export interface Projection {
  readonly coordinates: CategoryCoordinates;
  readonly plot: Rect;
  /** Along the category axis; fractions lie between. */
  readonly category: (c: number) => number;
  /** Along the value axis. */
  readonly value: (v: number, axis?: "value" | "secondary") => number;
  /** The place at a distance along the category axis and one along the value axis. */
  readonly spot: (along: number, across: number) => Spot;
  /** Room of one category along its axis. */
  readonly slot: number;
}

export function project(coordinates: CategoryCoordinates, plot: Rect): Projection {
  const count = Math.max(1, coordinates.categories.length);
  const vertical = coordinates.orientation === "vertical";
  const start = vertical ? plot.x : plot.y;
  const length = vertical ? plot.w : plot.h;
  const along = (c: number): number =>
    coordinates.between || count < 2
      ? start + (length * (c + 0.5)) / count
      : start + (length * c) / (count - 1);
  const across = (v: number, axis: ValueAxis): number => {
    const share = shareOf(axis, v);
    return vertical ? plot.y + plot.h * (1 - share) : plot.x + plot.w * share;
  };
  return {
    coordinates,
    plot,
    category: along,
    value: (v, axis = "value") =>
      across(v, axis === "secondary" ? (coordinates.secondary ?? coordinates.value) : coordinates.value),
    spot: (x, y) => (vertical ? { x, y } : { x: y, y: x }),
    slot: length / (coordinates.between ? count : Math.max(1, count - 1)),
  };
}

/** The line of a level: across the whole plot at a value of the value axis. */
export function levelLine(v: number, { coordinates, plot, value }: Projection): Segment {
  const at = value(v);
  return coordinates.orientation === "vertical"
    ? [plot.x, at, plot.x + plot.w, at]
    : [at, plot.y, at, plot.y + plot.h];
}
