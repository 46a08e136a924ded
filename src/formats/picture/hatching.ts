import type { Paint } from "../../model/chart.ts";
import { HATCH, hatchStrokes } from "../display/hatch.ts";
import type { Rect } from "../display/list.ts";
import type { LaidChart, Mark } from "./drawing.ts";
import { type Canvas2D, hex, type Sketch } from "./pen.ts";

/** The colour that hatches a mark ("#1B4F8F"); none where it is not hatched. */
export const hatchOf = ({ look }: Sketch, paint: Paint | undefined): string | undefined =>
  paint?.pattern === "hatch" ? hex(look, paint.ink) : undefined;

/** Draws the lines of a hatch, as in every other output, over what `trace` adds to the path; lengths in px. */
export function hatch(ctx: Canvas2D, { k }: Sketch, colour: string, box: Rect, trace: () => void): void {
  ctx.save();
  ctx.beginPath();
  trace();
  ctx.clip();
  ctx.beginPath();
  for (const [from, to] of hatchStrokes({ x: box.x / k, y: box.y / k, w: box.w / k, h: box.h / k })) {
    ctx.moveTo(from.x * k, from.y * k);
    ctx.lineTo(to.x * k, to.y * k);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = HATCH.width * k;
  ctx.setLineDash([]);
  ctx.stroke();
  ctx.restore();
}

/**
 * Hatches the marks of a dataset once Chart.js has filled them with paper. Lines of our own, not a pattern: a pattern is
 * made of pixels, which an SVG would show as such.
 */
export function hatchMarks(laid: LaidChart, sketch: Sketch, index: number): void {
  const dataset = laid.data.datasets[index];
  const hatches = dataset?.["hatches"] as readonly (string | undefined)[] | undefined;
  if (!hatches || !dataset) return;
  const { data } = laid.getDatasetMeta(index);
  const type = String(dataset["type"]);
  if (typeof dataset["fill"] === "string") {
    const [colour] = hatches;
    if (colour) hatchArea(laid, sketch, index, colour);
    return;
  }
  data.forEach((mark, i) => {
    const colour = hatches[i];
    if (!colour || mark.skip) return;
    if (type === "bar") hatchBar(laid, sketch, mark, colour, dataset["indexAxis"] === "x");
    else if (type === "doughnut") hatchSlice(laid.ctx, sketch, mark, colour);
    else hatchPoint(laid.ctx, sketch, mark, colour);
  });
}

function hatchBar(laid: LaidChart, sketch: Sketch, mark: Mark, colour: string, upright: boolean): void {
  const { ctx, chartArea } = laid;
  const { x, y, base = 0, width = 0, height = 0 } = mark;
  const [left, right] = upright ? [x - width / 2, x + width / 2] : [Math.min(base, x), Math.max(base, x)];
  const [top, bottom] = upright ? [Math.min(base, y), Math.max(base, y)] : [y - height / 2, y + height / 2];
  // Chart.js draws the border inside the bar, and nothing of the bar beyond the plot.
  const edge = typeof mark.options?.borderWidth === "number" ? mark.options.borderWidth : 0;
  const from = { x: Math.max(left + edge, chartArea.left), y: Math.max(top + edge, chartArea.top) };
  const w = Math.min(right - edge, chartArea.right) - from.x;
  const h = Math.min(bottom - edge, chartArea.bottom) - from.y;
  if (w > 0 && h > 0) hatch(ctx, sketch, colour, { ...from, w, h }, () => ctx.rect(from.x, from.y, w, h));
}

function hatchSlice(ctx: Canvas2D, sketch: Sketch, mark: Mark, colour: string): void {
  const { x, y, startAngle = 0, endAngle = 0, innerRadius = 0, outerRadius = 0 } = mark;
  hatch(ctx, sketch, colour, around(x, y, outerRadius), () => {
    ctx.arc(x, y, outerRadius, startAngle, endAngle);
    ctx.arc(x, y, innerRadius, endAngle, startAngle, true);
    ctx.closePath();
  });
}

function hatchPoint(ctx: Canvas2D, sketch: Sketch, mark: Mark, colour: string): void {
  const { x, y } = mark;
  const r = mark.options?.radius ?? 0;
  if (r <= 0) return;
  hatch(ctx, sketch, colour, around(x, y, r), () => {
    if (mark.options?.pointStyle === "rectRot") {
      ctx.moveTo(x, y - r);
      ctx.lineTo(x + r, y);
      ctx.lineTo(x, y + r);
      ctx.lineTo(x - r, y);
      ctx.closePath();
    } else if (mark.options?.pointStyle === "rect") {
      const half = r * Math.SQRT1_2;
      ctx.rect(x - half, y - half, 2 * half, 2 * half);
    } else ctx.arc(x, y, r, 0, 2 * Math.PI);
  });
}

/** Between a line and the one below it, or the foot of its scale; a missing value parts the area. */
function hatchArea(laid: LaidChart, sketch: Sketch, index: number, colour: string): void {
  const dataset = laid.data.datasets[index];
  const { data } = laid.getDatasetMeta(index);
  const below = dataset?.["fill"] === "-1" ? laid.getDatasetMeta(index - 1).data : undefined;
  const foot = laid.scales[String(dataset?.["yAxisID"])]?.getPixelForValue(0) ?? laid.chartArea.bottom;
  const { left, top, right, bottom } = laid.chartArea;
  hatch(laid.ctx, sketch, colour, { x: left, y: top, w: right - left, h: bottom - top }, () => {
    const stretches: Mark[][] = [];
    data.forEach((mark, i) => {
      if (mark.skip) return;
      const open = stretches.at(-1);
      if (open && i > 0 && !data[i - 1]?.skip) open.push(mark);
      else stretches.push([mark]);
    });
    for (const stretch of stretches) {
      stretch.forEach(({ x, y }, n) => {
        if (n === 0) laid.ctx.moveTo(x, y);
        else laid.ctx.lineTo(x, y);
      });
      for (const mark of [...stretch].reverse())
        laid.ctx.lineTo(mark.x, below?.[data.indexOf(mark)]?.y ?? foot);
      laid.ctx.closePath();
    }
  });
}

const around = (x: number, y: number, r: number): Rect => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });
