import type { CategoryCoordinates, Layer, XYCoordinates } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import type { ColorToken } from "../../model/text.ts";
import { gridlineMarks } from "../marks/axes.ts";
import { crosses, meet, type Rect, type Segment } from "../marks/geometry.ts";
import { type PlacedLayer, piecesOf } from "./obstacles.ts";
import { isReferenceLine } from "./scene.ts";

/** Background of a chart's words, in pt: lines that a label's ground may hide, and data that it must not. */
export interface Backdrop {
  readonly gridlines: readonly Segment[];
  readonly levels: readonly Segment[];
  /** Lines of data, error bars and what joins bars. */
  readonly curves: readonly Segment[];
  /** Bars, points and their markers. */
  readonly marks: readonly Rect[];
  /** Areas, piece by piece: their upper and their lower edge. */
  readonly areas: readonly (readonly [top: Segment, foot: Segment])[];
  /** Tints of the plot, each with its area. */
  readonly tints: readonly { readonly rect: Rect; readonly ink: ColorToken }[];
}

/** Half the width of a line of data, and a little air, in pt. */
const STROKE = 1.2;

/** Distance, in pt, by which writers let the ground of a label extend beyond its rectangle. */
export const REACH = 1;

/** Returns the ground that a label beside its mark needs; undefined where none helps or none is needed. */
export const backgroundBeside = (rect: Rect, behind: Backdrop): ColorToken | undefined =>
  backgroundAt(rect, behind, REACH);

/** Returns true when a line crosses a label and no ground can hide it without hiding data as well. */
export const isStruck = (rect: Rect, behind: Backdrop): boolean =>
  runsThrough(rect, behind) && backgroundBeside(rect, behind) === undefined;

/** Over the highest letters of a rectangle there is air, of which a line may have this much, in pt. */
const AIR = 1.4;

const lettersOf = (rect: Rect): Rect => ({ ...rect, y: rect.y + AIR, h: rect.h - AIR });

const runsThrough = (rect: Rect, behind: Backdrop): boolean =>
  [...behind.gridlines, ...behind.levels].some((line) => crosses(lettersOf(rect), line));

/** Returns true when a target or an average line crosses the letters of a label. */
export const meetsReferenceLine = (rect: Rect, { levels }: Pick<Backdrop, "levels">): boolean =>
  levels.some((line) => crosses(lettersOf(rect), line));

/**
 * The colour that words in a rectangle need behind them: that of what they stand on, where a line runs through them;
 * undefined where none does, or where the ground would hide data. It reaches `reach` pt beyond the rectangle.
 */
export function backgroundAt(rect: Rect, behind: Backdrop, reach: number): ColorToken | undefined {
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

function liesOn(rect: Rect, [top, foot]: Backdrop["areas"][number]): boolean {
  const [left, , right] = top;
  const [from, to] = [Math.max(left, rect.x), Math.min(right, rect.x + rect.w)];
  if (from >= to) return false;
  const at = ([x1, y1, x2, y2]: Segment, x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
  const edges = [top, foot].flatMap((edge) => [at(edge, from), at(edge, to)]);
  return Math.min(...edges) < rect.y + rect.h && Math.max(...edges) > rect.y;
}

/** The pieces of the gridlines, at the ticks that were kept. */
const gridlines = (coordinates: CategoryCoordinates | XYCoordinates, plot: Rect): readonly Segment[] =>
  gridlineMarks(coordinates, plot).flatMap(({ spots }) => piecesOf(spots));

/** Returns the backdrop of the words in a chart with categories. */
export function categoryBackdrop(
  layers: readonly PlacedLayer[],
  coordinates: CategoryCoordinates,
  plot: Rect,
  tints: Backdrop["tints"],
): Backdrop {
  const all = layers.flatMap(({ layer, marks }) => marks.map((mark) => ({ layer, mark })));
  const isOfLevel = (layer: Layer, { of }: Mark): boolean => {
    const series = layer.type === "lines" && of !== undefined ? layer.series[of.series] : undefined;
    return series !== undefined && isReferenceLine(series);
  };
  const lines = (levels: boolean): readonly Segment[] =>
    all.flatMap(({ layer, mark }) =>
      mark.type === "line" && isOfLevel(layer, mark) === levels ? piecesOf(mark.spots) : [],
    );
  return {
    gridlines: gridlines(coordinates, plot),
    levels: lines(true),
    curves: lines(false),
    marks: all.flatMap(({ mark }): readonly Rect[] => {
      if (mark.type === "box") return mark.paint.pattern === "none" ? [] : [mark.box];
      if (mark.type !== "point") return [];
      const { at, size } = mark;
      return [{ x: at.x - size / 2, y: at.y - size / 2, w: size, h: size }];
    }),
    areas: all.flatMap(({ mark }) => {
      if (mark.type !== "area" || mark.paint.pattern === "none") return [];
      const feet = piecesOf(mark.foot);
      return piecesOf(mark.top).flatMap((top, i) => {
        const foot = feet[i];
        return foot === undefined ? [] : [[top, foot] as const];
      });
    }),
    tints,
  };
}

/** Returns the backdrop of the words in a chart of points. */
export const pointBackdrop = (
  coordinates: XYCoordinates,
  plot: Rect,
  levels: readonly Segment[],
  marks: readonly Rect[],
): Backdrop => ({ gridlines: gridlines(coordinates, plot), levels, curves: [], marks, areas: [], tints: [] });
