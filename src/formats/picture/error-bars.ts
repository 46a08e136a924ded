import type { PointSeries, Series } from "../../model/chart.ts";
import type { LaidChart } from "./drawing.ts";
import { hex, type Sketch } from "./pen.ts";

/** Half the width of the cap in pt. */
const CAP = 3;

/** Error bars from the low to the high bound of each value, with caps. */
export function drawErrorBars(laid: LaidChart, sketch: Sketch): void {
  const { ctx } = laid;
  const plane = sketch.chart.plane;
  const upright = plane.type !== "category" || plane.orientation === "vertical";
  laid.data.datasets.forEach((dataset, n) => {
    const series = dataset["source"] as Series | PointSeries;
    const bars = "errorBars" in series ? series.errorBars : undefined;
    const scale = laid.scales[String(dataset[upright ? "yAxisID" : "xAxisID"])];
    if (!bars || !scale || !("values" in series)) return;
    ctx.save();
    ctx.strokeStyle = hex(sketch.look, bars.ink);
    ctx.lineWidth = sketch.k;
    const cap = CAP * sketch.k;
    laid.getDatasetMeta(n).data.forEach((mark, i) => {
      const [low, high] = [bars.low[i] ?? null, bars.high[i] ?? null];
      if (low === null || high === null || (series.values[i] ?? null) === null) return;
      const [a, b] = [scale.getPixelForValue(low), scale.getPixelForValue(high)];
      const line = (x1: number, y1: number, x2: number, y2: number) => {
        ctx.moveTo(x1, y1);
        ctx.lineTo(x2, y2);
      };
      ctx.beginPath();
      if (upright) {
        line(mark.x, a, mark.x, b);
        for (const y of [a, b]) line(mark.x - cap, y, mark.x + cap, y);
      } else {
        line(a, mark.y, b, mark.y);
        for (const x of [a, b]) line(x, mark.y - cap, x, mark.y + cap);
      }
      ctx.stroke();
    });
    ctx.restore();
  });
}
