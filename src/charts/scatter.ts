import { z } from "zod";
import { chartKind } from "./kind.ts";
import { lowerPoints, PlacedDatum, PointAxis, PointsCommon } from "./lower/points.ts";

const Scatter = PointsCommon.extend({
  kind: z.literal("scatter"),
  x: PointAxis.describe("The axis across."),
  y: PointAxis.describe("The axis upward."),
  data: z
    .array(PlacedDatum.omit({ size: true }))
    .min(1)
    .max(200)
    .describe("The points, at most 60."),
});

/** Points on two named axes, each with its name as far as there is room. */
export const scatter = chartKind({
  name: "scatter",
  shows: "Points on two named axes, each with its name.",
  schema: Scatter,
  annotations: ["average", "callouts"],
  lower: (chart, context) =>
    lowerPoints(chart, { id: chart.id, kind: "scatter", data: chart.data, x: chart.x, y: chart.y }, context),
});
