import type { Label, LineStyle, Paint, Series, ValueAxis } from "../../../model/chart.ts";
import type { JsonPath } from "../../../model/figures.ts";
import type { PlacedChart } from "../../../model/placed.ts";
import type { Ink } from "../../../model/text.ts";
import type { Look } from "../../../theme/theme.ts";
import { categoryPosition } from "../../chart/categories.ts";
import { frameOf } from "../../chart/frame.ts";
import { hex, pen } from "../ink.ts";
import type { Fill, Outline, Pen, Rect, Words } from "../list.ts";
import { polyline, type Spot } from "../path.ts";
import { baseline } from "../text.ts";

/** A chart with the place that it is drawn at. */
export interface Sketch {
  readonly chart: PlacedChart;
  /** The whole chart on the slide, in pt. */
  readonly box: Rect;
  readonly plot: Rect;
  readonly look: Look;
}

/** Fractions of the chart as a place on the slide. */
export const placed = ({ box }: Pick<Sketch, "box">, part: Rect): Rect => ({
  x: box.x + part.x * box.w,
  y: box.y + part.y * box.h,
  w: part.w * box.w,
  h: part.h * box.h,
});

/** Share of an axis at which a value stands, kept on the axis. */
export const share = (axis: ValueAxis, value: number): number =>
  Math.min(1, Math.max(0, (value - axis.min) / (axis.max - axis.min)));

/** Where values and categories stand in the plot of a chart with one category axis. */
export interface Grid {
  readonly upright: boolean;
  /** Categories on the axis, and the length of one along it, in pt. */
  readonly count: number;
  readonly slot: number;
  /** Along the category axis; fractions lie between categories. */
  along(category: number): number;
  across(axis: ValueAxis, value: number): number;
  spot(category: number, axis: ValueAxis, value: number): Spot;
  /** The rectangle between two places along and two across. */
  rect(along: readonly [number, number], across: readonly [number, number]): Rect;
}

export function gridOf({ chart, plot }: Sketch): Grid {
  const plane = chart.plane;
  if (plane.type !== "category") throw new Error(`chart ${chart.id} has no categories`);
  const upright = plane.orientation === "vertical";
  const count = plane.categories.length;
  const whole = upright ? plot.w : plot.h;
  const along = (category: number): number =>
    (upright ? plot.x : plot.y) + whole * categoryPosition(category, count, plane.between);
  const across = (axis: ValueAxis, value: number): number =>
    upright ? plot.y + plot.h * (1 - share(axis, value)) : plot.x + plot.w * share(axis, value);
  return {
    upright,
    count,
    slot: whole / Math.max(1, plane.between ? count : count - 1),
    along,
    across,
    spot: (category, axis, value) =>
      upright
        ? { x: along(category), y: across(axis, value) }
        : { x: across(axis, value), y: along(category) },
    rect: ([a1, a2], [c1, c2]) => {
      const [near, far] = [Math.min(c1, c2), Math.max(c1, c2)];
      return upright
        ? { x: a1, y: near, w: a2 - a1, h: far - near }
        : { x: near, y: a1, w: far - near, h: a2 - a1 };
    },
  };
}

/** Fill of a mark; outlined ones are filled with paper, so that no gridline crosses them. */
export function fillOf(look: Look, paint: Paint): Fill | undefined {
  switch (paint.pattern) {
    case "solid":
    case "hatch":
      return { colour: hex(look, paint.ink), pattern: paint.pattern };
    case "outline":
      return { colour: hex(look, "paper"), pattern: "solid" };
    case "none":
      return undefined;
  }
}

/** The edge of a filled mark, by the same rule as in the native chart. */
export function edgeOf(look: Look, paint: Paint, line: LineStyle | undefined): Pen | undefined {
  const edge = paint.pattern === "none" && !line ? undefined : frameOf(paint, line);
  return edge && pen(look, edge);
}

/** A filled mark; nothing where it could not be seen. */
export function mark(
  look: Look,
  d: string,
  box: Rect,
  paint: Paint,
  line: LineStyle | undefined,
): readonly Outline[] {
  const fill = fillOf(look, paint);
  const edge = edgeOf(look, paint, line);
  if (fill === undefined && edge === undefined) return [];
  return [{ type: "outline", d, box, ...(fill && { fill }), ...(edge && { pen: edge }) }];
}

export const stroke = (look: Look, spots: readonly Spot[], line: LineStyle): Outline => ({
  type: "outline",
  d: polyline(spots),
  box: boxAround(spots),
  pen: pen(look, line),
});

export function boxAround(spots: readonly Spot[]): Rect {
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

export interface Style {
  readonly size: number;
  readonly ink: Ink;
  readonly bold: boolean;
  readonly from?: JsonPath | undefined;
}

/** Where a value of a series is written: in its own place, else where its category is. */
export function writtenAt({ chart }: Sketch, series: Series, category: number): JsonPath | undefined {
  const own = series.from?.[category];
  if (own !== undefined || chart.plane.type !== "category") return own;
  return chart.plane.categories[category]?.from;
}

/** Lines of text around a height. */
export function lines(
  look: Look,
  texts: readonly string[],
  x: number,
  middle: number,
  align: Words["align"],
  { size, ink, bold, from }: Style,
): readonly Words[] {
  const family = look.theme.fonts.body;
  const colour = hex(look, ink);
  return texts.flatMap((text, n): Words[] => {
    if (text === "") return [];
    const y = baseline(middle + (n - (texts.length - 1) / 2) * size * 1.2, size, family);
    const piece = { text, face: { family, bold, italic: false }, size, colour };
    const place = from === undefined ? {} : { from };
    return [{ type: "words", x, y, align, pieces: [piece], rightToLeft: false, ...place }];
  });
}

export const styleOf = (chart: PlacedChart, label: Label): Style => ({
  size: label.size ?? chart.labelSize,
  ink: label.ink,
  bold: label.bold,
});
