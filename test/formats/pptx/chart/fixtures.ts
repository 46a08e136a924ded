import type { PlacedChart } from "../../../../src/model/placed.ts";
import { bars, bridge, bullet, clustered, difficult, percent, tornado } from "./fixtures/bars.ts";
import { areas, secondary, spark, trend } from "./fixtures/lines.ts";
import { pointChart, ring } from "./fixtures/points.ts";

/** A placed chart of every form that the writers know. */
export const CHARTS: readonly PlacedChart[] = [
  clustered,
  bars,
  trend,
  bridge,
  bullet,
  tornado,
  secondary,
  percent,
  areas,
  spark,
  pointChart("scatter", false),
  pointChart("bubble", true),
  ring,
  difficult,
];
