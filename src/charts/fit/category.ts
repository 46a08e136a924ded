import type { CategoryCoordinates, ChartModel, Series } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import type { FittedChart } from "../../model/placed.ts";
import { fraction, GAP, type MeasureWidth, pitch, type Rect, type Size } from "../marks/geometry.ts";
import { clipGuides } from "./clip-guides.ts";
import type { FitInput, FitResult } from "./fit-once.ts";
import { addMarkLabelBackgrounds, addSeriesLabelBackgrounds } from "./label-backgrounds.ts";
import { withLabels } from "./labels.ts";
import { fitByLadder } from "./ladder.ts";
import { textMark } from "./scene.ts";
import { thinnedPlane } from "./ticks.ts";

/** Fits a chart with one category axis to a size in pt. */
export function fitCategory(
  model: ChartModel,
  coordinates: CategoryCoordinates,
  size: Size,
  measure: MeasureWidth,
  wanted: number,
): FittedChart {
  const labelSize = horizontalSize(coordinates, size, wanted);
  const { input, result, steps, dropped } = fitByLadder({ model, coordinates, size, measure, labelSize });
  const { overlays: _drawn, ...rest } = input.model;
  const { layers } = input.model;
  const { behind } = result;
  const placement = addSeriesLabelBackgrounds(result.placement, layers, behind, result.projection);
  return {
    ...rest,
    coordinates: thinnedPlane(input.coordinates, result.plot, labelSize),
    layers: withMarks(withLabels(layers, placement), result),
    width: size.width,
    height: size.height,
    plot: fraction(result.plot, size),
    // Where labels of marks stand between the plot and the names of horizontal bars, the names are shapes of their own:
    // writers put labels of the axis right beside the plot.
    categoryLabels: result.apart ? result.lines.map(() => null) : result.lines,
    labelSize,
    fitting: { steps, dropped: dropped.map(({ text }) => text) },
    annotations: [
      ...(result.apart ? names(input, result) : []),
      ...clipGuides(addMarkLabelBackgrounds(result.overlays.shapes, behind), [
        ...result.placement.kept.map(({ place }) => place.rect),
        ...result.overlays.texts,
      ]),
    ],
  };
}

/** Dashes across horizontal bars are as long as their slot allows, so that they never reach into the next one. */
function withMarks(layers: ChartModel["layers"], { projection }: FitResult): ChartModel["layers"] {
  if (projection.coordinates.orientation === "vertical") return layers;
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

/** The names of horizontal bars cannot be thinned out; where there are too many for the height, they are set smaller. */
function horizontalSize(coordinates: CategoryCoordinates, size: Size, wanted: number): number {
  if (coordinates.orientation === "vertical") return wanted;
  const slot = (size.height * 0.94) / Math.max(1, coordinates.categories.length);
  return Math.max(SMALLEST, Math.min(wanted, Math.floor((slot / 1.2) * 2) / 2));
}

/** In pt. Layout gives a chart its `minimumSize`, so that this is for charts that someone has squeezed by hand. */
const SMALLEST = 5;

function names(
  { coordinates, labelSize }: FitInput,
  { lines, column, projection }: FitResult,
): readonly Mark[] {
  return lines.flatMap((each, n): Mark[] => {
    if (each === null) return [];
    const h = each.length * pitch(labelSize);
    const rect: Rect = { x: 0, y: projection.category(n) - h / 2, w: column - 2 * GAP, h };
    const bold = coordinates.categories[n]?.bold === true;
    return [textMark(rect, each, { labelSize }, { align: "right", bold })];
  });
}
