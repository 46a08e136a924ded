import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartTooManySeries } from "../diagnostics/messages/index.ts";
import { ChartCommon, Data } from "../model/bundle/index.ts";
import type { ChartModel } from "../model/chart.ts";
import { type ChartContext, chartKind } from "./kind.ts";
import { drawLine } from "./line.ts";
import { LONG } from "./lower/calendar.ts";
import { missingNotes } from "./lower/missing.ts";
import { tabulate } from "./lower/table.ts";
import { caption } from "./lower/wording.ts";

const Sparkline = ChartCommon.omit({ compare: true, callouts: true, marks: true, show: true }).extend({
  kind: z.literal("sparkline"),
  data: Data.optional().describe("Points of the line; or name one metric."),
});
type Sparkline = z.infer<typeof Sparkline>;

/** The course of one measure without axes: first, last, lowest and highest value are written, and nothing else. */
export const sparkline = chartKind({
  name: "sparkline",
  shows: "The course of one measure without axes: first, last, lowest and highest value.",
  schema: Sparkline,
  annotations: [],
  lower,
});

function lower(chart: Sparkline, context: ChartContext): ChartModel {
  const table = tabulate(chart, context, LONG);
  if (table.columns.length > 1)
    throw new DiagnosticsError([
      chartTooManySeries({ path: context.from }, chart.id, table.columns.length, 1),
    ]);
  // Drawn as a line chart, so that both show actuals, forecasts and gaps alike.
  const drawn = drawLine({ ...chart, kind: "line" }, context, ["range"], "sparkline");
  if (drawn.coordinates.type !== "category") throw new Error("a line chart is drawn over categories");
  return {
    ...drawn,
    caption: caption(chart, table, context, missingNotes(table, context)),
    coordinates: {
      ...drawn.coordinates,
      categories: drawn.coordinates.categories.map((category) => ({ ...category, width: 0 })),
      timed: false,
      value: { ...drawn.coordinates.value, visible: false, gridlines: false },
    },
  };
}
