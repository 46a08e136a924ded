import type { CategoryPlane, ChartModel } from "../../model/chart.ts";
import { boxOf } from "../../model/marks.ts";
import { tickMarks } from "../marks/axes.ts";
import {
  GAP,
  type Measure,
  type Projection,
  pitch,
  project,
  type Rect,
  type Size,
} from "../marks/geometry.ts";
import { type Behind, behindCategories } from "./behind.ts";
import { barLabels, type CategoryLines, columnLabelHeight, columnLabels } from "./categories.ts";
import { drawnBy, drawnLayers } from "./drawn.ts";
import { type Settled, settle, wishesOf } from "./labels.ts";
import { sketch } from "./overlays.ts";
import type { Sketch } from "./scene.ts";
import { thinnedPlane } from "./ticks.ts";
import { type Reserve, zonesOf } from "./zones.ts";

/** Passes over plot and labels: each makes room for what stuck out in the one before. */
const PASSES = 8;
/** Room for what sticks out, at most, as a share of the chart at each side. */
const MOST = 0.35;
/** Room between the column of names and a label of a lying bar, in pt, so that name and number do not read as one. */
const BESIDE_NAMES = 4;

/** What is fitted, and how it is measured. */
export interface Task {
  readonly model: ChartModel;
  readonly plane: CategoryPlane;
  readonly size: Size;
  readonly measure: Measure;
  /** In pt. */
  readonly labelSize: number;
  readonly reserve?: Reserve;
}

/** One way to fit it: where the plot is and which labels found a place. */
export interface Attempt {
  readonly plot: Rect;
  readonly projection: Projection;
  readonly lines: CategoryLines;
  /** Width of the labels left of lying bars, and whether labels of marks stand between them and the plot. */
  readonly column: number;
  readonly apart: boolean;
  readonly settled: Settled;
  readonly sketch: Sketch;
  readonly behind: Behind;
}

/** Room at the sides beyond what axes and zones take, in pt. */
interface Extra {
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** Fits by making room until nothing sticks out, then drops what still has no place. */
export function tryFit(task: Task): Attempt {
  let extra: Extra = { left: 0, top: 0, right: 0 };
  for (let pass = 0; pass < PASSES; pass += 1) {
    const over = overflow(fitWith(task, extra, false), task);
    if (Math.max(over.left, over.top, over.right) < 0.01) break;
    // A little more than is missing, because the plot that shrinks moves its labels too.
    const grown = (room: number, missing: number, side: number): number =>
      Math.min(side * MOST, room + (missing > 0 ? missing + 0.5 : 0));
    extra = {
      left: grown(extra.left, over.left, task.size.width),
      right: grown(extra.right, over.right, task.size.width),
      top: grown(extra.top, over.top, task.size.height),
    };
  }
  return fitWith(task, extra, true);
}

function fitWith(task: Task, extra: Extra, strict: boolean): Attempt {
  const { model, plane, size, measure, labelSize, reserve } = task;
  const setting = { measure, size: labelSize };
  const upright = plane.orientation === "vertical";
  const zones = zonesOf(model, size, measure, labelSize, reserve);
  const ceiling = zones.key + zones.words + zones.arrow;
  const widest = (axis: CategoryPlane["secondary"]): number =>
    upright && axis?.visible === true
      ? Math.max(0, ...axis.ticks.map((tick) => measure(tick.label, labelSize, false))) +
        2 * GAP +
        (axis.title === undefined ? 0 : pitch(labelSize) + GAP)
      : 2;
  const count = Math.max(1, plane.categories.length);
  const slots = plane.between ? count : Math.max(1, count - 1);
  const axisBelow = !upright && plane.value.visible ? pitch(labelSize) + 2 * GAP : 2;
  const beside = upright
    ? undefined
    : barLabels(plane, size.width, (size.height - ceiling - axisBelow - zones.below) / count, setting);
  const column = beside?.width ?? 0;
  const x = (upright ? widest(plane.value) : 0) + column + zones.starts + extra.left;
  // The highest tick label of an upright axis stands half above the plot.
  const tick = upright && plane.value.visible ? pitch(labelSize) / 2 : 0;
  const y = Math.max(ceiling + extra.top + 2, tick);
  const w = Math.max(
    1,
    size.width - x - zones.ends - zones.difference - widest(plane.secondary) - extra.right,
  );
  const lines = beside?.lines ?? columnLabels(plane, w / slots, setting);
  const titleBelow = plane.title === undefined ? 0 : pitch(labelSize) + GAP;
  const bottom = upright ? columnLabelHeight(plane, lines, labelSize) + titleBelow : axisBelow + zones.below;
  const plot: Rect = { x, y, w, h: Math.max(1, size.height - y - bottom) };
  const projection = project(plane, plot);
  const drawing = sketch({ model, projection, size, measure, labelSize, zones });
  // Below the plot stand the labels of columns, and left of it those of lying bars: labels of marks may not go there.
  const foot = Math.min(size.height, plot.y + plot.h + GAP);
  const left = upright ? 0 : extra.left > 0 ? column + BESIDE_NAMES : column - GAP;
  const bounds = strict
    ? { x: left, y: ceiling, w: size.width - left, h: foot - ceiling }
    : { x: -size.width, y: -size.height, w: 3 * size.width, h: size.height + foot };
  const thinned = thinnedPlane(plane, plot, labelSize);
  const layers = drawnLayers(model, projection);
  const behind = behindCategories(layers, thinned, plot, tintsOf(drawing));
  const settled = settle(
    wishesOf(model, projection, measure, labelSize),
    drawnBy(layers, projection),
    behind,
    [...drawing.texts, ...tickRects(thinned, task, plot)],
    bounds,
    plot,
  );
  return {
    plot,
    projection,
    lines,
    column,
    apart: !upright && extra.left > 0,
    settled,
    sketch: drawing,
    behind,
  };
}

/** The grounds of forecasts, in pt. */
const tintsOf = ({ shapes }: Sketch): Behind["tints"] =>
  shapes.flatMap((shape) =>
    shape.type === "box" && shape.part === "ground" ? [{ rect: shape.box, ink: shape.paint.ink }] : [],
  );

/** The numbers beside upright value axes, which labels at the edge of the plot could reach. */
const tickRects = (plane: CategoryPlane, { measure, labelSize }: Task, plot: Rect): readonly Rect[] =>
  plane.orientation === "horizontal" ? [] : tickMarks(plane, plot, labelSize, measure).map(boxOf);

/** How far labels stick out, in pt. */
function overflow(attempt: Attempt, { model, size, measure, labelSize, reserve }: Task): Extra {
  const { projection, plot, lines } = attempt;
  const upright = projection.plane.orientation === "vertical";
  const zones = zonesOf(model, size, measure, labelSize, reserve);
  const ceiling = zones.key + zones.words + zones.arrow;
  const rects = attempt.settled.kept.map(({ place }) => place.rect);
  const start = upright ? 0 : attempt.column + BESIDE_NAMES;
  // What stands within the plot is as far from the names as the plot is.
  let left = Math.max(0, ...rects.map((rect) => (rect.x < plot.x ? start - rect.x : 0)));
  let right = Math.max(0, ...rects.map((rect) => rect.x + rect.w - size.width));
  const top = Math.max(0, ...rects.map((rect) => ceiling - rect.y));
  if (upright) {
    lines.forEach((each, n) => {
      if (each === null) return;
      const half =
        Math.max(
          ...each.map((line) => measure(line, labelSize, projection.plane.categories[n]?.bold === true)),
        ) / 2;
      left = Math.max(left, half - projection.category(n));
      right = Math.max(right, projection.category(n) + half - size.width);
    });
  }
  return { left, right, top: Math.min(top, plot.h / 2) };
}
