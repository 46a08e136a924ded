import type { Label, Layer, Series, ValueAxis } from "../../../model/chart.ts";
import type { JsonPath } from "../../../model/figures.ts";
import { measureText } from "../../../text/index.ts";
import { hex } from "../ink.ts";
import type { Node } from "../list.ts";
import { rectangle } from "../path.ts";
import { gridOf, lines, type Sketch, stroke, styleOf } from "./frame.ts";

/** A label at its mark, and the side of the mark that it stands on. */
export interface LabelPlace {
  readonly label: Label;
  readonly x: number;
  readonly y: number;
  readonly side: "above" | "below" | "left" | "right" | "center";
  /** Half the size of the mark, in pt. */
  readonly room: number;
  /** Where what it says is written in the bundle. */
  readonly from?: JsonPath | undefined;
}

/** Distance of a label from its mark in pt. */
const GAP = 3;
/** What the ground of a label reaches beyond its words at both sides, in pt. */
const PAD = 2;
/** Half the width of the cap of an error bar in pt. */
const CAP = 3;

export function axisFor({ chart }: Sketch, layer: { readonly axis: "value" | "secondary" }): ValueAxis {
  if (chart.plane.type !== "category") throw new Error(`chart ${chart.id} has no categories`);
  const { value, secondary } = chart.plane;
  return layer.axis === "secondary" ? (secondary ?? value) : value;
}

/** The value of a series at a category, as a percentage of all where the layer shows shares. */
export function shareOf(
  layer: Extract<Layer, { grouping: string }>,
  series: Series,
  category: number,
): number | null {
  const value = series.values[category] ?? null;
  if (layer.grouping !== "percentStacked") return value;
  const whole = layer.series.reduce((sum, one) => sum + Math.abs(one.values[category] ?? 0), 0);
  return value === null || whole === 0 ? value : (value / whole) * 100;
}

/** An error bar from the low to the high bound of a value, with caps. */
export function errorBar(
  sketch: Sketch,
  series: Series,
  category: number,
  axis: ValueAxis,
  along: number,
): readonly Node[] {
  const { errorBars } = series;
  const low = errorBars?.low[category] ?? null;
  const high = errorBars?.high[category] ?? null;
  if (!errorBars || low === null || high === null || (series.values[category] ?? null) === null) return [];
  const grid = gridOf(sketch);
  const [a, b] = [grid.across(axis, low), grid.across(axis, high)];
  const spot = (across: number, aside: number) =>
    grid.upright ? { x: along + aside, y: across } : { x: across, y: along + aside };
  const line = { ink: errorBars.ink, width: 1, dash: "solid" } as const;
  return [
    stroke(sketch.look, [spot(a, 0), spot(b, 0)], line),
    ...[a, b].map((end) => stroke(sketch.look, [spot(end, -CAP), spot(end, CAP)], line)),
  ];
}

export function labelNodes({ chart, look }: Sketch, place: LabelPlace): readonly Node[] {
  const { label, side } = place;
  const style = styleOf(chart, label);
  const texts = label.text.split("\n");
  const half = (texts.length * style.size * 1.2) / 2;
  const gap = GAP + place.room;
  const x = place.x + (side === "left" ? -gap : side === "right" ? gap : 0);
  const y = place.y + (side === "above" ? -gap - half : side === "below" ? gap + half : 0);
  const align = side === "left" ? "right" : side === "right" ? "left" : "center";
  const words = lines(look, texts, x, y, align, { ...style, from: place.from });
  if (label.ground === undefined) return words;
  const face = { family: look.theme.fonts.body, bold: label.bold, italic: false };
  const w = Math.max(...texts.map((text) => measureText(text, face, style.size))) + 2 * PAD;
  const left = align === "center" ? x - w / 2 : align === "right" ? x - w + PAD : x - PAD;
  const box = { x: left, y: y - half, w, h: 2 * half };
  return [
    { type: "outline", d: rectangle(box), box, fill: { colour: hex(look, label.ground), pattern: "solid" } },
    ...words,
  ];
}

/** Where a label stands at a point; names for bars mean above and below. */
export function sideOf(at: Label["at"]): LabelPlace["side"] {
  if (at === "outsideEnd") return "above";
  return at === "insideEnd" || at === "insideBase" ? "below" : at;
}
