import { z } from "zod";
import { area } from "./area.ts";
import { bar } from "./bar.ts";
import { bubble } from "./bubble.ts";
import { bullet } from "./bullet.ts";
import { column } from "./column.ts";
import { combo } from "./combo.ts";
import { diverging } from "./diverging.ts";
import { doughnut } from "./doughnut.ts";
import { dumbbell } from "./dumbbell.ts";
import { funnel } from "./funnel.ts";
import { gantt } from "./gantt.ts";
import { heatmap } from "./heatmap.ts";
import { interval } from "./interval.ts";
import type { ChartKind } from "./kind.ts";
import { line } from "./line.ts";
import { marimekko } from "./marimekko.ts";
import { multiples } from "./multiples.ts";
import { pareto } from "./pareto.ts";
import { scatter } from "./scatter.ts";
import { scorecard } from "./scorecard.ts";
import { slope } from "./slope.ts";
import { sparkline } from "./sparkline.ts";
import { stacked } from "./stacked.ts";
import { stacked100 } from "./stacked100.ts";
import { tornado } from "./tornado.ts";
import { waterfall } from "./waterfall.ts";

export { lowerPlan } from "./gantt.ts";
export { type ChartContext, type ChartKind, type ChartSubject, chartContext } from "./kind.ts";
export { lowerSensitivity } from "./tornado.ts";
export { undrawn } from "./undrawn.ts";

/** Every kind of chart, by the name that a bundle writes. To add one: a file, and a line here. */
export const CHART_KINDS = {
  line,
  area,
  column,
  bar,
  stacked,
  stacked100,
  combo,
  waterfall,
  tornado,
  bullet,
  slope,
  funnel,
  scatter,
  bubble,
  marimekko,
  heatmap,
  scorecard,
  doughnut,
  sparkline,
  gantt,
  pareto,
  interval,
  dumbbell,
  diverging,
  multiples,
} as const satisfies Record<string, ChartKind>;

export type ChartKindName = keyof typeof CHART_KINDS;

/** The schema of a bundle's chart, by its kind. */
export const ChartOfKind = z.discriminatedUnion(
  "kind",
  Object.values(CHART_KINDS).map((kind) => kind.schema) as unknown as readonly [
    (typeof CHART_KINDS)[ChartKindName]["schema"],
  ],
);

/** The kind of that name; undefined where there is none. */
export const findChartKind = (name: string): ChartKind | undefined =>
  Object.hasOwn(CHART_KINDS, name) ? CHART_KINDS[name as ChartKindName] : undefined;
