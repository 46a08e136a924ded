import { paintMark } from "./paint.ts";
import { type Canvas2D, dashes, hex, type Sketch } from "./pen.ts";
import { labelFont } from "./scales.ts";

/** The entries of the key in one row, centred over the plot, each with a sample of its mark. */
export function drawKey(ctx: Canvas2D, sketch: Sketch): void {
  const { chart, size, k, look } = sketch;
  if (chart.key.length === 0) return;
  ctx.save();
  ctx.font = labelFont(sketch);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  const side = chart.labelSize * 0.7 * k;
  const [near, far] = [side * 0.6, side * 2];
  const widths = chart.key.map((entry) => side + near + ctx.measureText(entry.name).width);
  const all = widths.reduce((sum, width) => sum + width, 0) + far * (widths.length - 1);
  const y = chart.labelSize * 0.9 * k;
  let x = (chart.plot.x + chart.plot.w / 2) * size.width - all / 2;
  chart.key.forEach((entry, i) => {
    if (entry.shape === "line") {
      ctx.beginPath();
      const line = entry.line ?? { ink: entry.paint.ink, width: 2.25, dash: "solid" };
      ctx.strokeStyle = hex(look, line.ink);
      ctx.lineWidth = line.width * k;
      ctx.setLineDash(dashes(line.dash, line.width * k));
      ctx.moveTo(x, y);
      ctx.lineTo(x + side, y);
      ctx.stroke();
      ctx.setLineDash([]);
    } else {
      const left = x;
      paintMark(ctx, sketch, entry, { x, y: y - side / 2, w: side, h: side }, () => {
        if (entry.shape === "dot") ctx.arc(left + side / 2, y, side / 2, 0, 2 * Math.PI);
        else ctx.rect(left, y - side / 2, side, side);
      });
    }
    ctx.fillStyle = hex(look, "ink");
    ctx.fillText(entry.name, x + side + near, y);
    x += (widths[i] ?? 0) + far;
  });
  ctx.restore();
}
