import type { Series } from "../../model/chart.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { FittedChart } from "../../model/placed.ts";
import { inPoints, type MeasureWidth, type Projection, project, type Rect } from "./geometry.ts";

/** A fitted chart with what placing its marks needs; lengths in pt. */
export interface Scene {
  readonly chart: FittedChart;
  readonly measure: MeasureWidth;
  readonly plot: Rect;
  /** Projection of a chart that has one category axis. */
  readonly projection?: Projection;
}

export function sceneOf(chart: FittedChart, measure: MeasureWidth): Scene {
  const { coordinates } = chart;
  const plot = inPoints(chart.plot, chart);
  return {
    chart,
    measure,
    plot,
    ...(coordinates.type === "category" && { projection: project(coordinates, plot) }),
  };
}

/** Returns the path at which a value of a series is written: its own, else that of its category. */
export const writtenAt = (
  { coordinates }: Pick<FittedChart, "coordinates">,
  series: Series,
  category: number,
): JsonPath | undefined =>
  series.from?.[category] ??
  (coordinates.type === "category" ? coordinates.categories[category]?.from : undefined);
