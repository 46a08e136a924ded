import type { Label, PointSeries, Series } from "../../model/chart.ts";
import type { LaidChart, Mark } from "./drawing.ts";
import { font, hex, type Sketch } from "./pen.ts";
import { writeLines } from "./shapes.ts";

/** Distance of a label from its mark in pt. */
const GAP = 3;

/** What the ground of a label reaches beyond its words at both sides, in pt. */
const PAD = 2;

type Side = "above" | "below" | "left" | "right" | "center";

/** Draws the labels of all marks at the places that the native chart gives them. */
export function drawLabels(laid: LaidChart, sketch: Sketch): void {
  laid.data.datasets.forEach((dataset, n) => {
    const source = dataset["source"] as Series | PointSeries;
    const labels = "labels" in source ? source.labels : source.points.map((point) => point.label);
    const marks = laid.getDatasetMeta(n).data;
    labels.forEach((label, i) => {
      const mark = marks[i];
      const missing = "values" in source && (source.values[i] ?? null) === null;
      if (label && mark && !mark.skip && !missing)
        drawLabel(laid, sketch, String(dataset["type"]), mark, label, isPositive(source, i));
    });
  });
}

/** Not read off the mark: a bar of almost nothing may end on either side of where it begins. */
const isPositive = (source: Series | PointSeries, i: number): boolean =>
  !("values" in source) || (source.values[i] ?? 0) >= 0;

function drawLabel(
  { ctx }: LaidChart,
  sketch: Sketch,
  type: string,
  mark: Mark,
  label: Label,
  positive: boolean,
): void {
  const { chart, k, look } = sketch;
  const size = label.size ?? chart.labelSize;
  const pitch = size * 1.2 * k;
  const lines = label.text.split("\n");
  const half = (lines.length * pitch) / 2;
  const { x, y, side } =
    type === "bar" ? besideBar(sketch, mark, label.at, positive) : besidePoint(type, mark, label.at);
  const gap = GAP * k + (type === "bar" ? 0 : (mark.options?.radius ?? 0));
  const align = side === "left" ? "right" : side === "right" ? "left" : "center";
  const dx = side === "left" ? -gap : side === "right" ? gap : 0;
  const dy = side === "above" ? -gap - half : side === "below" ? gap + half : 0;
  const style = { font: font(sketch, size, label.bold), colour: hex(look, label.ink) };
  ctx.save();
  if (label.ground) {
    ctx.font = style.font;
    const w = Math.max(...lines.map((line) => ctx.measureText(line).width)) + 2 * PAD * k;
    const left = align === "center" ? -w / 2 : align === "right" ? PAD * k - w : -PAD * k;
    ctx.fillStyle = hex(look, label.ground);
    ctx.beginPath();
    ctx.rect(x + dx + left, y + dy - half, w, 2 * half);
    ctx.fill();
  }
  writeLines(ctx, lines, x + dx, y + dy, align, pitch, style);
  ctx.restore();
}

/** A bar's label stands over its end, inside its end or base, or in its middle. */
function besideBar(
  { chart }: Sketch,
  mark: Mark,
  at: Label["at"],
  positive: boolean,
): { x: number; y: number; side: Side } {
  const base = mark.base ?? 0;
  const upright = chart.plane.type === "category" && chart.plane.orientation === "vertical";
  const end = upright ? mark.y : mark.x;
  // On the screen, upright bars grow towards smaller y.
  const outward: Side = upright ? (positive ? "above" : "below") : positive ? "right" : "left";
  const inward: Side = upright ? (positive ? "below" : "above") : positive ? "left" : "right";
  const place = (along: number, side: Side) =>
    upright ? { x: mark.x, y: along, side } : { x: along, y: mark.y, side };
  switch (at) {
    case "center":
      return place((end + base) / 2, "center");
    case "insideEnd":
      return place(end, inward);
    case "insideBase":
      return place(base, outward);
    default:
      return place(end, outward);
  }
}

function besidePoint(type: string, mark: Mark, at: Label["at"]): { x: number; y: number; side: Side } {
  if (type === "doughnut") {
    const angle = ((mark.startAngle ?? 0) + (mark.endAngle ?? 0)) / 2;
    const radius = ((mark.innerRadius ?? 0) + (mark.outerRadius ?? 0)) / 2;
    return { x: mark.x + Math.cos(angle) * radius, y: mark.y + Math.sin(angle) * radius, side: "center" };
  }
  const side = { outsideEnd: "above", insideEnd: "below", insideBase: "below" } as const;
  return { x: mark.x, y: mark.y, side: at in side ? side[at as keyof typeof side] : (at as Side) };
}
