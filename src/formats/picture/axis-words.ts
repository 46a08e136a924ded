import { isBare } from "../chart/categories.ts";
import type { LaidChart } from "./drawing.ts";
import { type Canvas2D, hex, type Sketch } from "./pen.ts";
import { labelFont } from "./scales.ts";

/** The line that bars stand on: at zero where the axis has one, else at its foot. */
export function drawAxisLine({ ctx, scales, chartArea }: LaidChart, sketch: Sketch): void {
  const plane = sketch.chart.plane;
  const value = scales["value"];
  if (plane.type !== "category" || !value || plane.line === false || isBare(sketch.chart)) return;
  const at = value.getPixelForValue(Math.min(plane.value.max, Math.max(plane.value.min, 0)));
  ctx.save();
  ctx.strokeStyle = hex(sketch.look, "muted");
  ctx.lineWidth = 0.75 * sketch.k;
  ctx.beginPath();
  if (plane.orientation === "vertical") {
    ctx.moveTo(chartArea.left, at);
    ctx.lineTo(chartArea.right, at);
  } else {
    ctx.moveTo(at, chartArea.top);
    ctx.lineTo(at, chartArea.bottom);
  }
  ctx.stroke();
  ctx.restore();
}

/** Titles of the axes: upright ones at the sides of the picture, level ones at its foot or head. */
export function drawTitles(ctx: Canvas2D, sketch: Sketch): void {
  const { chart, size, k, look } = sketch;
  const { plot } = chart;
  const edge = chart.labelSize * 0.7 * k;
  const middle = { x: (plot.x + plot.w / 2) * size.width, y: (plot.y + plot.h / 2) * size.height };
  ctx.save();
  ctx.font = labelFont(sketch);
  ctx.fillStyle = hex(look, look.role("label").ink);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const { text, side } of titlesOf(sketch)) {
    ctx.save();
    if (side === "left" || side === "right") {
      ctx.translate(side === "left" ? edge : size.width - edge, middle.y);
      ctx.rotate(-Math.PI / 2);
    } else ctx.translate(middle.x, side === "top" ? edge : size.height - edge);
    ctx.fillText(text, 0, 0);
    ctx.restore();
  }
  ctx.restore();
}

type Side = "left" | "right" | "top" | "bottom";

function titlesOf({ chart }: Sketch): { readonly text: string; readonly side: Side }[] {
  const plane = chart.plane;
  const title = (text: string | undefined, side: Side) => (text === undefined ? [] : [{ text, side }]);
  if (plane.type === "round") return [];
  if (plane.type === "number") return [...title(plane.x.title, "bottom"), ...title(plane.y.title, "left")];
  const upright = plane.orientation === "vertical";
  return [
    ...title(plane.title, upright ? "bottom" : "left"),
    ...(plane.value.visible ? title(plane.value.title, upright ? "left" : "bottom") : []),
    ...(plane.secondary?.visible ? title(plane.secondary.title, upright ? "right" : "top") : []),
  ];
}
