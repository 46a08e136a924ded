import { z } from "zod";
import { bar } from "./bar.ts";
import { column } from "./column.ts";
import { gantt } from "./gantt.ts";
import type { ChartKind } from "./kind.ts";
import { line } from "./line.ts";
import { tornado } from "./tornado.ts";
import { waterfall } from "./waterfall.ts";

export { lowerPlan } from "./gantt.ts";
export { type ChartContext, type ChartKind, type ChartSubject, chartContext } from "./kind.ts";
export { lowerSensitivity } from "./tornado.ts";

/** Every kind of chart, by the name that a bundle writes. To add one: a file, a line here and a line in `ChartOfKind`. */
export const CHART_KINDS = { line, column, bar, waterfall, tornado, gantt } as const satisfies Record<
  string,
  ChartKind
>;

export type ChartKindName = keyof typeof CHART_KINDS;

/** What a bundle's chart must look like, by its kind. */
export const ChartOfKind = z.discriminatedUnion("kind", [
  line.schema,
  column.schema,
  bar.schema,
  waterfall.schema,
  tornado.schema,
  gantt.schema,
]);

/** The kind of that name; undefined where there is none. */
export const findChartKind = (name: string): ChartKind | undefined =>
  Object.hasOwn(CHART_KINDS, name) ? CHART_KINDS[name as ChartKindName] : undefined;
