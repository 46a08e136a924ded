import type { CategoryPlane, ChartModel, Series } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import type { FittedChart } from "../../model/placed.ts";
import { fraction, GAP, type Measure, pitch, type Rect, type Size } from "../marks/geometry.ts";
import type { Attempt, Task } from "./attempt.ts";
import { giveWay } from "./give-way.ts";
import { withoutLines, wordsOnGrounds } from "./grounds.ts";
import { withLabels } from "./labels.ts";
import { fitByLadder } from "./ladder.ts";
import { words } from "./scene.ts";
import { thinnedPlane } from "./ticks.ts";

/** Fits a chart with one category axis to a size in pt. */
export function fitCategory(
  model: ChartModel,
  plane: CategoryPlane,
  size: Size,
  measure: Measure,
  wanted: number,
): FittedChart {
  const labelSize = lyingSize(plane, size, wanted);
  const { task, attempt, steps, dropped } = fitByLadder({ model, plane, size, measure, labelSize });
  const { overlays: _drawn, ...rest } = task.model;
  const { layers } = task.model;
  const { behind } = attempt;
  const settled = withoutLines(attempt.settled, layers, behind, attempt.projection);
  return {
    ...rest,
    plane: thinnedPlane(task.plane, attempt.plot, labelSize),
    layers: withMarks(withLabels(layers, settled), attempt),
    width: size.width,
    height: size.height,
    plot: fraction(attempt.plot, size),
    // Where labels of marks stand between the plot and the names of lying bars, the names are shapes of their own:
    // writers put labels of the axis right beside the plot.
    categoryLabels: attempt.apart ? attempt.lines.map(() => null) : attempt.lines,
    labelSize,
    fitting: { steps, dropped: dropped.map(({ text }) => text) },
    annotations: [
      ...(attempt.apart ? names(task, attempt) : []),
      ...giveWay(wordsOnGrounds(attempt.sketch.shapes, behind), [
        ...attempt.settled.kept.map(({ place }) => place.rect),
        ...attempt.sketch.texts,
      ]),
    ],
  };
}

/** Dashes across lying bars are as long as their slot allows, so that they never reach into the next one. */
function withMarks(layers: ChartModel["layers"], { projection }: Attempt): ChartModel["layers"] {
  if (projection.plane.orientation === "vertical") return layers;
  return layers.map((layer) =>
    layer.type !== "lines"
      ? layer
      : {
          ...layer,
          series: layer.series.map(
            (each): Series =>
              each.marker?.shape === "dash"
                ? {
                    ...each,
                    marker: { ...each.marker, size: Math.min(each.marker.size, projection.slot * DASH) },
                  }
                : each,
          ),
        },
  );
}
/** Share of its slot that a dash takes. */
const DASH = 0.72;

/** The names of lying bars cannot be thinned out; where there are too many for the height, they are set smaller. */
function lyingSize(plane: CategoryPlane, size: Size, wanted: number): number {
  if (plane.orientation === "vertical") return wanted;
  const slot = (size.height * 0.94) / Math.max(1, plane.categories.length);
  return Math.max(SMALLEST, Math.min(wanted, Math.floor((slot / 1.2) * 2) / 2));
}

/** In pt. Layout gives a chart its `minimumSize`, so that this is for charts that someone has squeezed by hand. */
const SMALLEST = 5;

function names({ plane, labelSize }: Task, { lines, column, projection }: Attempt): readonly Mark[] {
  return lines.flatMap((each, n): Mark[] => {
    if (each === null) return [];
    const h = each.length * pitch(labelSize);
    const rect: Rect = { x: 0, y: projection.category(n) - h / 2, w: column - 2 * GAP, h };
    const bold = plane.categories[n]?.bold === true;
    return [words(rect, each, { labelSize }, { align: "right", bold })];
  });
}
