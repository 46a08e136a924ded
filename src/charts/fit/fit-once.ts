import type { CategoryCoordinates, ChartModel } from "../../model/chart.ts";
import { boxAroundMark } from "../../model/marks.ts";
import { tickMarks } from "../marks/axes.ts";
import {
  GAP,
  type MeasureWidth,
  type Projection,
  pitch,
  project,
  type Rect,
  type Size,
} from "../marks/geometry.ts";
import { type Backdrop, categoryBackdrop } from "./backdrop.ts";
import { barLabels, type CategoryLines, columnLabelHeight, columnLabels } from "./categories.ts";
import { type LabelPlacement, labelRequests, placeLabels } from "./labels.ts";
import { marginsOf, type Reserve } from "./margins.ts";
import { obstaclesOf, placedLayers } from "./obstacles.ts";
import { placeOverlays } from "./overlays.ts";
import type { OverlayMarks } from "./scene.ts";
import { thinnedPlane } from "./ticks.ts";

/** Passes over plot and labels: each makes room for what stuck out in the one before. */
const PASSES = 8;
/** Room for what sticks out, at most, as a share of the chart at each side. */
const MOST = 0.35;
/** Room between the column of names and a label of a horizontal bar, in pt, so that name and number do not read as one. */
const BESIDE_NAMES = 4;

/** Chart to fit, with its size in pt and the measurer of its texts. */
export interface FitInput {
  readonly model: ChartModel;
  readonly coordinates: CategoryCoordinates;
  readonly size: Size;
  readonly measure: MeasureWidth;
  /** In pt. */
  readonly labelSize: number;
  readonly reserve?: Reserve;
}

/** One way to fit it: where the plot is and which labels found a place. */
export interface FitResult {
  readonly plot: Rect;
  readonly projection: Projection;
  readonly lines: CategoryLines;
  /** Width of the labels left of horizontal bars, and whether labels of marks stand between them and the plot. */
  readonly column: number;
  readonly apart: boolean;
  readonly placement: LabelPlacement;
  readonly overlays: OverlayMarks;
  readonly behind: Backdrop;
}

/** Room at the sides beyond what axes and margins take, in pt. */
interface Extra {
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** Fits by making room until nothing sticks out, then drops what still has no place. */
export function fitOnce(input: FitInput): FitResult {
  let extra: Extra = { left: 0, top: 0, right: 0 };
  for (let pass = 0; pass < PASSES; pass += 1) {
    const over = overflow(fitWith(input, extra, false), input);
    if (Math.max(over.left, over.top, over.right) < 0.01) break;
    // A little more than is missing, because the plot that shrinks moves its labels too.
    const grown = (room: number, missing: number, side: number): number =>
      Math.min(side * MOST, room + (missing > 0 ? missing + 0.5 : 0));
    extra = {
      left: grown(extra.left, over.left, input.size.width),
      right: grown(extra.right, over.right, input.size.width),
      top: grown(extra.top, over.top, input.size.height),
    };
  }
  return fitWith(input, extra, true);
}

function fitWith(input: FitInput, extra: Extra, strict: boolean): FitResult {
  const { model, coordinates, size, measure, labelSize, reserve } = input;
  const context = { measure, size: labelSize };
  const vertical = coordinates.orientation === "vertical";
  const margins = marginsOf(model, size, measure, labelSize, reserve);
  const ceiling = margins.key + margins.words + margins.arrow;
  const widest = (axis: CategoryCoordinates["secondary"]): number =>
    vertical && axis?.visible === true
      ? Math.max(0, ...axis.ticks.map((tick) => measure(tick.label, labelSize, false))) +
        2 * GAP +
        (axis.title === undefined ? 0 : pitch(labelSize) + GAP)
      : 2;
  const count = Math.max(1, coordinates.categories.length);
  const slots = coordinates.between ? count : Math.max(1, count - 1);
  const axisBelow = !vertical && coordinates.value.visible ? pitch(labelSize) + 2 * GAP : 2;
  const beside = vertical
    ? undefined
    : barLabels(
        coordinates,
        size.width,
        (size.height - ceiling - axisBelow - margins.below) / count,
        context,
      );
  const column = beside?.width ?? 0;
  const x = (vertical ? widest(coordinates.value) : 0) + column + margins.starts + extra.left;
  // The highest tick label of a vertical axis stands half above the plot.
  const tick = vertical && coordinates.value.visible ? pitch(labelSize) / 2 : 0;
  const y = Math.max(ceiling + extra.top + 2, tick);
  const w = Math.max(
    1,
    size.width - x - margins.ends - margins.difference - widest(coordinates.secondary) - extra.right,
  );
  const lines = beside?.lines ?? columnLabels(coordinates, w / slots, context);
  const titleBelow = coordinates.title === undefined ? 0 : pitch(labelSize) + GAP;
  const bottom = vertical
    ? columnLabelHeight(coordinates, lines, labelSize) + titleBelow + margins.below
    : axisBelow + margins.below;
  const plot: Rect = { x, y, w, h: Math.max(1, size.height - y - bottom) };
  const projection = project(coordinates, plot);
  const drawing = placeOverlays({ model, projection, size, measure, labelSize, margins });
  // Below the plot stand the labels of columns, and left of it those of horizontal bars: labels of marks may not go there.
  const foot = Math.min(size.height, plot.y + plot.h + GAP);
  const left = vertical ? 0 : extra.left > 0 ? column + BESIDE_NAMES : column - GAP;
  const bounds = strict
    ? { x: left, y: ceiling, w: size.width - left, h: foot - ceiling }
    : { x: -size.width, y: -size.height, w: 3 * size.width, h: size.height + foot };
  const thinned = thinnedPlane(coordinates, plot, labelSize);
  const layers = placedLayers(model, projection);
  const behind = categoryBackdrop(layers, thinned, plot, tintsOf(drawing));
  const placement = placeLabels(
    labelRequests(model, projection, measure, labelSize),
    obstaclesOf(layers, projection),
    behind,
    [...drawing.texts, ...tickRects(thinned, input, plot)],
    bounds,
    plot,
  );
  return {
    plot,
    projection,
    lines,
    column,
    apart: !vertical && extra.left > 0,
    placement,
    overlays: drawing,
    behind,
  };
}

/** The grounds of forecasts, in pt. */
const tintsOf = ({ shapes }: OverlayMarks): Backdrop["tints"] =>
  shapes.flatMap((shape) =>
    shape.type === "box" && shape.part === "ground" ? [{ rect: shape.box, ink: shape.paint.ink }] : [],
  );

/** The numbers beside vertical value axes, which labels at the edge of the plot could reach. */
const tickRects = (
  coordinates: CategoryCoordinates,
  { measure, labelSize }: FitInput,
  plot: Rect,
): readonly Rect[] =>
  coordinates.orientation === "horizontal"
    ? []
    : tickMarks(coordinates, plot, labelSize, measure).map(boxAroundMark);

/** Returns how far labels extend beyond the chart, in pt. */
function overflow(result: FitResult, { model, size, measure, labelSize, reserve }: FitInput): Extra {
  const { projection, plot, lines } = result;
  const vertical = projection.coordinates.orientation === "vertical";
  const margins = marginsOf(model, size, measure, labelSize, reserve);
  const ceiling = margins.key + margins.words + margins.arrow;
  const rects = result.placement.kept.map(({ place }) => place.rect);
  const start = vertical ? 0 : result.column + BESIDE_NAMES;
  // What stands within the plot is as far from the names as the plot is.
  let left = Math.max(0, ...rects.map((rect) => (rect.x < plot.x ? start - rect.x : 0)));
  let right = Math.max(0, ...rects.map((rect) => rect.x + rect.w - size.width));
  const top = Math.max(0, ...rects.map((rect) => ceiling - rect.y));
  if (vertical) {
    lines.forEach((each, n) => {
      if (each === null) return;
      const half =
        Math.max(
          ...each.map((line) =>
            measure(line, labelSize, projection.coordinates.categories[n]?.bold === true),
          ),
        ) / 2;
      left = Math.max(left, half - projection.category(n));
      right = Math.max(right, projection.category(n) + half - size.width);
    });
  }
  return { left, right, top: Math.min(top, plot.h / 2) };
}
