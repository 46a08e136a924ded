import type { CategoryPlane, ChartModel, Layer, NumberPlane, Series, ValueAxis } from "../../model/chart.ts";
import type { Ink } from "../../model/text.ts";
import { barsOf } from "../marks/bars.ts";
import { crosses, meet, type Piece, type Projection, type Rect } from "../marks/geometry.ts";
import { halfMarker, isSeen, pieces, stackedUpTo } from "./drawn.ts";
import { isLevel } from "./scene.ts";

/** What lies behind the words of a chart, in pt: lines that their ground may hide, and data that it may not. */
export interface Behind {
  readonly gridlines: readonly Piece[];
  readonly levels: readonly Piece[];
  /** Lines of data, error bars and what joins bars. */
  readonly curves: readonly Piece[];
  /** Bars, points and their markers. */
  readonly marks: readonly Rect[];
  /** Areas, piece by piece: their upper and their lower edge. */
  readonly areas: readonly (readonly [top: Piece, foot: Piece])[];
  /** What the plot is tinted with, and where. */
  readonly tints: readonly { readonly rect: Rect; readonly ink: Ink }[];
}

/** Half the width of a line of data, and a little air, in pt. */
const STROKE = 1.2;

/** How far the writers let the ground of a label reach beyond its rectangle, in pt. */
export const REACH = 1;

/** What a label that stands beside its mark needs behind it. */
export const groundBeside = (rect: Rect, behind: Behind): Ink | undefined => groundAt(rect, behind, REACH);

/** Whether a line runs through a label that no ground can hide, because it would hide data as well. */
export const isStruck = (rect: Rect, behind: Behind): boolean =>
  runsThrough(rect, behind) && groundBeside(rect, behind) === undefined;

/** Over the highest letters of a rectangle there is air, of which a line may have this much, in pt. */
const AIR = 1.4;

const lettersOf = (rect: Rect): Rect => ({ ...rect, y: rect.y + AIR, h: rect.h - AIR });

const runsThrough = (rect: Rect, behind: Behind): boolean =>
  [...behind.gridlines, ...behind.levels].some((line) => crosses(lettersOf(rect), line));

/** Whether a target or an average runs through the letters of a label. */
export const meetsLevel = (rect: Rect, { levels }: Pick<Behind, "levels">): boolean =>
  levels.some((line) => crosses(lettersOf(rect), line));

/**
 * The colour that words in a rectangle need behind them: that of what they stand on, where a line runs through them;
 * undefined where none does, or where the ground would hide data. It reaches `reach` pt beyond the rectangle.
 */
export function groundAt(rect: Rect, behind: Behind, reach: number): Ink | undefined {
  if (!runsThrough(rect, behind)) return undefined;
  const cover = grown(rect, reach);
  const hides =
    behind.marks.some((mark) => meet(mark, cover)) ||
    behind.curves.some((curve) => crosses(grown(cover, STROKE), curve)) ||
    behind.areas.some((area) => liesOn(cover, area));
  if (hides) return undefined;
  const [x, y] = [rect.x + rect.w / 2, rect.y + rect.h / 2];
  const tint = behind.tints.find(({ rect: { x: left, y: top, w, h } }) => {
    return x >= left && x <= left + w && y >= top && y <= top + h;
  });
  return tint?.ink ?? "paper";
}

const grown = ({ x, y, w, h }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
});

function liesOn(rect: Rect, [top, foot]: Behind["areas"][number]): boolean {
  const [left, , right] = top;
  const [from, to] = [Math.max(left, rect.x), Math.min(right, rect.x + rect.w)];
  if (from >= to) return false;
  const at = ([x1, y1, x2, y2]: Piece, x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
  const edges = [top, foot].flatMap((edge) => [at(edge, from), at(edge, to)]);
  return Math.min(...edges) < rect.y + rect.h && Math.max(...edges) > rect.y;
}

/** The gridlines of an axis, at the ticks that were kept. */
export function gridlines(axis: ValueAxis | undefined, plot: Rect, upright: boolean): readonly Piece[] {
  if (axis?.gridlines !== true) return [];
  return axis.ticks.map(({ value }): Piece => {
    const share = (value - axis.min) / (axis.max - axis.min);
    const [x, y] = [plot.x + plot.w * share, plot.y + plot.h * (1 - share)];
    return upright ? [plot.x, y, plot.x + plot.w, y] : [x, plot.y, x, plot.y + plot.h];
  });
}

/** What lies behind the words of a chart with categories; `plane` has the ticks that were kept. */
export function behindCategories(
  layers: ChartModel["layers"],
  plane: CategoryPlane,
  projection: Projection,
  tints: Behind["tints"],
): Behind {
  const upright = plane.orientation === "vertical";
  const { plot } = projection;
  const lines = layers.flatMap((layer) =>
    layer.type === "lines" ? layer.series.map((series) => ({ series, axis: layer.axis })) : [],
  );
  const along = (series: Series, axis: "value" | "secondary") => pieces(series.values, axis, projection);
  return {
    gridlines: [...gridlines(plane.value, plot, upright), ...gridlines(plane.secondary, plot, upright)],
    levels: lines.flatMap(({ series, axis }) => (isLevel(series) ? along(series, axis) : [])),
    curves: [
      ...lines.flatMap(({ series, axis }) => (isLevel(series) || !isSeen(series) ? [] : along(series, axis))),
      ...layers.flatMap((layer) => errorBars(layer, projection)),
    ],
    marks: [
      ...layers.flatMap((layer) =>
        layer.type === "bars"
          ? barsOf(layer, projection).flatMap(({ seen, rect }) => (seen ? [rect] : []))
          : [],
      ),
      ...lines.flatMap(({ series, axis }) => markers(series, axis, projection)),
    ],
    areas: layers.flatMap((layer) => {
      if (layer.type !== "areas") return [];
      const stacked = layer.grouping !== "standard";
      return layer.series.flatMap((series, n) => {
        if (series.paint.pattern === "none") return [];
        const foot = series.values.map((value, c) => {
          const below = n === 0 || !stacked ? 0 : (stackedUpTo(layer.series, n - 1, true)[c] ?? 0);
          return value === null ? null : below;
        });
        const [tops, feet] = [stackedUpTo(layer.series, n, stacked), foot].map((values) =>
          pieces(values, layer.axis, projection),
        );
        return (tops ?? []).flatMap((top, i) => (feet?.[i] === undefined ? [] : [[top, feet[i]] as const]));
      });
    }),
    tints,
  };
}

function markers(series: Series, axis: "value" | "secondary", projection: Projection): readonly Rect[] {
  return series.values.flatMap((value, c) => {
    const half = halfMarker(series, c);
    if (value === null || half === 0) return [];
    const [a, b] = [projection.category(c), projection.value(value, axis)];
    const [x, y] = projection.plane.orientation === "vertical" ? [a, b] : [b, a];
    return [{ x: x - half, y: y - half, w: 2 * half, h: 2 * half }];
  });
}

function errorBars(layer: Layer, projection: Projection): readonly Piece[] {
  if (layer.type !== "bars" && layer.type !== "lines") return [];
  const upright = projection.plane.orientation === "vertical";
  const piece = ({ errorBars: bars }: Series, c: number, along: number): readonly Piece[] => {
    const [low, high] = [bars?.low[c] ?? null, bars?.high[c] ?? null];
    if (low === null || high === null) return [];
    const [a, b] = [projection.value(low, layer.axis), projection.value(high, layer.axis)];
    return [upright ? [along, a, along, b] : [a, along, b, along]];
  };
  if (layer.type === "lines")
    return layer.series.flatMap((series) =>
      series.values.flatMap((_value, c) => piece(series, c, projection.category(c))),
    );
  return barsOf(layer, projection).flatMap(({ series, category, rect }) => {
    const own = layer.series[series];
    const along = upright ? rect.x + rect.w / 2 : rect.y + rect.h / 2;
    return own === undefined ? [] : piece(own, category, along);
  });
}

/** What lies behind the words of a chart of points. */
export const behindPoints = (
  plane: NumberPlane,
  plot: Rect,
  levels: readonly Piece[],
  marks: readonly Rect[],
): Behind => ({
  gridlines: [...gridlines(plane.x, plot, false), ...gridlines(plane.y, plot, true)],
  levels,
  curves: [],
  marks,
  areas: [],
  tints: [],
});
