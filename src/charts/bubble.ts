import { z } from "zod";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { chartNoSizes } from "../diagnostics/messages/index.ts";
import { Num } from "../model/bundle/common.ts";
import { chartKind } from "./kind.ts";
import { lowerPoints, PlacedDatum, PointAxis, PointsCommon } from "./lower/points.ts";

const Bubble = PointsCommon.extend({
  kind: z.literal("bubble"),
  x: PointAxis.describe("The axis across."),
  y: PointAxis.describe("The axis upward."),
  size: PointAxis.describe("What the areas of the bubbles stand for."),
  data: z
    .array(PlacedDatum.extend({ size: Num.min(0).describe("What its area stands for, unscaled.") }))
    .min(1)
    .max(200)
    .describe("The bubbles, at most 60."),
});

/** Points whose area is a third measure; beside the plot stands what the sizes mean. */
export const bubble = chartKind({
  name: "bubble",
  shows: "As scatter, with a third measure as the area of the points, and what the sizes mean.",
  schema: Bubble,
  annotations: ["average", "callouts"],
  lower: (chart, context) => {
    if (chart.data.every((datum) => datum.size === 0))
      throw new DiagnosticsError([chartNoSizes({ path: context.from }, chart.id)]);
    const { data, x, y, size } = chart;
    return lowerPoints(chart, { id: chart.id, kind: "bubble", data, x, y, size }, context);
  },
});
