import type { LineStyle, Paint } from "./chart.ts";
import type { JsonPath } from "./figures.ts";
import type { ColorToken } from "./text.ts";

/**
 * Everything that is seen of a fitted chart, back to front. Painters draw it as it stands; the native chart takes from
 * it what PowerPoint does not place by itself. All lengths are in pt, x to the right and y downward from the top left
 * corner of the chart; they are not rounded.
 */
export type Mark = BoxMark | LineMark | AreaMark | PointMark | ArcMark | TextMark;

/** Part that a mark plays in its chart. */
export type MarkPart =
  /** Pale ground behind the plot. */
  | "ground"
  | "gridline"
  /** A value: a bar, a piece of a line, an area, a point, a slice. */
  | "series"
  | "errorBar"
  /** The line that bars stand on. */
  | "axis"
  /** Joins the ends of neighbouring bars. */
  | "connector"
  /** A line over horizontal bars with its points and labels: no program has a series for it. */
  | "crossing"
  /** The number at a tick. */
  | "tick"
  /** The name of a category. */
  | "category"
  | "axisTitle"
  /** Words at a value. */
  | "label"
  /** The legend: samples of marks, and their names. */
  | "key"
  /** Overlays: words, leaders, arrows, levels, dividers. */
  | "annotation"
  /** The words in the hole of a ring. */
  | "middle";

interface Common {
  readonly part: MarkPart;
  /** The value that a mark or a label belongs to. */
  readonly of?: MarkOf;
  /** JSON path in the bundle of the value or text that the mark shows. */
  readonly from?: JsonPath | undefined;
}

/** Places in `layers`, in the series of that layer, and in the values or points of that series. */
export interface MarkOf {
  readonly layer: number;
  readonly series: number;
  readonly item: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Spot {
  readonly w: number;
  readonly h: number;
}

/** A bar, a sample of one, or a ground; its paint may be none, where it only carries others or a label. */
export interface BoxMark extends Common {
  readonly type: "box";
  readonly box: Rect;
  readonly paint: Paint;
  /** Edge of the mark, where that is not the one that its pattern asks for. */
  readonly line?: LineStyle | undefined;
  /** True for round ends. */
  readonly rounded?: boolean;
}

export interface LineMark extends Common {
  readonly type: "line";
  readonly spots: readonly Spot[];
  readonly line: LineStyle;
  /** A head at its end, on a line of two spots. */
  readonly arrow?: boolean;
}

/** A stretch of known values, from left to right: their upper and their lower edge. */
export interface AreaMark extends Common {
  readonly type: "area";
  readonly top: readonly Spot[];
  readonly foot: readonly Spot[];
  readonly paint: Paint;
  /** The line on its upper edge. */
  readonly line?: LineStyle | undefined;
}

/** A point, a bubble, or the marker of a line. */
export interface PointMark extends Common {
  readonly type: "point";
  readonly at: Spot;
  readonly shape: "circle" | "diamond" | "square" | "dash";
  /** Diameter. */
  readonly size: number;
  readonly paint: Paint;
  readonly line?: LineStyle | undefined;
}

/** A slice of a ring. */
export interface ArcMark extends Common {
  readonly type: "arc";
  readonly middle: Spot;
  /** Radii. */
  readonly inner: number;
  readonly outer: number;
  /** In turns, clockwise from twelve o'clock. */
  readonly start: number;
  readonly end: number;
  readonly paint: Paint;
  readonly line?: LineStyle | undefined;
}

/** Lines of words; see `boxOf`. */
export interface TextMark extends Common {
  readonly type: "text";
  /** Anchor of the lines in pt: their start, centre or end across, and the middle of their height. */
  readonly at: Spot;
  readonly align: "left" | "center" | "right";
  /** Room of the lines along them, which may be more than they need, and across them. */
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
  /** Read upward, around `at`. */
  readonly upward?: boolean;
  /** The theme's for labels when left out. */
  readonly ink?: ColorToken;
  readonly bold: boolean;
  /** Size of the letters. */
  readonly size: number;
  /** Colour behind the words. */
  readonly fill?: ColorToken | undefined;
  /** Reach of that colour beyond the room at both sides, in pt; 0 when left out. */
  readonly reach?: number;
  /** Edge around the room. */
  readonly line?: LineStyle;
  readonly rounded?: boolean;
}

/** The room of words. */
export function boxAroundMark({
  at,
  align,
  w,
  h,
  upward,
}: Pick<TextMark, "at" | "align" | "w" | "h" | "upward">): Rect {
  if (upward) return { x: at.x - h / 2, y: at.y - w / 2, w: h, h: w };
  const x = align === "left" ? at.x : align === "right" ? at.x - w : at.x - w / 2;
  return { x, y: at.y - h / 2, w, h };
}
