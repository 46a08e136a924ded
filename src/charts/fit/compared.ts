import type { ChartModel } from "../../model/chart.ts";
import { barsOf } from "../marks/bars.ts";
import { GAP, type MeasureWidth, pitch, type Size } from "../marks/geometry.ts";
import {
  type Of,
  type OverlayContext,
  type OverlayMarks,
  ofType,
  strokeMark,
  textMark,
  thin,
} from "./scene.ts";
import { type WrapContext, widest } from "./wrap.ts";

/** Room above and below the words of a row, in pt. */
const AIR = 3;
/** Length of the ends of a bracket, in pt. */
const TIP = 5;

/** Height of a chart from which on a row may take some of it, in pt. */
const LEAST = 165;

/** Height under the names of upright bars for a row of numbers; 0 where these are wider than their category, or the chart is low. */
export function rowHeight(model: ChartModel, size: Size, measure: MeasureWidth, labelSize: number): number {
  const [row] = ofType(model.overlays, "row");
  if (row === undefined || size.height < LEAST) return 0;
  const slot = size.width / Math.max(1, row.entries.length);
  const fits = row.entries.every(({ text }) => measure(text, labelSize, true) + 2 * GAP <= slot);
  return fits ? 2 * pitch(labelSize) + 2 * AIR + GAP : 0;
}

/** A pale strip at the foot of the chart: what it shows at the left, and below it a number in the middle of each category. */
export function drawRow(row: Of<"row">, scene: OverlayContext): OverlayMarks {
  const { model, projection, size, measure, labelSize } = scene;
  const height = rowHeight(model, size, measure, labelSize);
  if (height === 0) return { shapes: [], texts: [], unplaced: [row] };
  const line = pitch(labelSize);
  const strip = { x: 0, y: size.height - height + GAP, w: size.width, h: height - GAP };
  const label = { x: GAP, y: strip.y + AIR, w: size.width - 2 * GAP, h: line };
  return {
    shapes: [
      { type: "box", part: "ground", box: strip, paint: { ink: "wash", pattern: "solid" } },
      textMark(label, [shortened(row.text, label.w, measure, labelSize)], scene, { align: "left" }),
      ...row.entries.map(({ text, ink }, c) => {
        const w = projection.slot;
        const rect = { x: projection.category(c) - w / 2, y: label.y + line, w, h: line };
        return textMark(rect, [text], scene, { ink, bold: true });
      }),
    ],
    texts: [strip],
  };
}

/** Words as far as they fit on one line. */
function shortened(text: string, width: number, measure: MeasureWidth, labelSize: number): string {
  if (measure(text, labelSize, false) <= width) return text;
  const words = text.split(" ");
  while (words.length > 1 && measure(`${words.join(" ")}…`, labelSize, false) > width) words.pop();
  return `${words.join(" ").replace(/[,;:]$/u, "")}…`;
}

/** Room beyond the plot for brackets: at the right of horizontal bars, and over upright ones. */
export function bracketRoom(
  model: ChartModel,
  context: WrapContext,
): { readonly aside: number; readonly over: number } {
  const brackets = ofType(model.overlays, "bracket");
  if (brackets.length === 0 || model.coordinates.type !== "category") return { aside: 0, over: 0 };
  const line = pitch(context.size);
  if (model.coordinates.orientation === "vertical") return { aside: 0, over: line + TIP + 2 * GAP };
  const words = widest(
    brackets.map(({ text }) => text),
    { ...context, bold: true },
  );
  return { aside: labelsWidth(model, context) + words + TIP + 4 * GAP, over: 0 };
}

const labelsWidth = (model: ChartModel, context: WrapContext): number =>
  widest(
    model.layers.flatMap((layer) =>
      layer.type === "bars"
        ? layer.series.flatMap(({ labels }) => labels.flatMap((label) => label?.text ?? []))
        : [],
    ),
    { ...context, bold: true },
  );

/** Beside lying bars, beyond their numbers; over upright ones, above everything. */
export function drawBracket(bracket: Of<"bracket">, scene: OverlayContext): OverlayMarks {
  const { model, projection, measure, labelSize, margins } = scene;
  const line = thin(bracket.ink, "solid", 1.25);
  const h = pitch(labelSize);
  const w = measure(bracket.text, labelSize, true) + 2;
  const bars = model.layers.flatMap((layer) => (layer.type === "bars" ? barsOf(layer, projection) : []));
  const own = bars.filter(({ category }) => category >= bracket.from && category <= bracket.to);
  const [first, last] = [own[0]?.rect, own.at(-1)?.rect];
  if (first === undefined || last === undefined) return { shapes: [], texts: [] };
  const words = { ink: bracket.ink, bold: true };
  if (projection.coordinates.orientation === "horizontal") {
    const context = { measure, size: labelSize };
    const x = Math.max(...own.map(({ rect }) => rect.x + rect.w)) + labelsWidth(model, context) + 3 * GAP;
    const [top, foot] = [first.y, last.y + last.h];
    const rect = { x: x + TIP + GAP, y: (top + foot - h) / 2, w, h };
    return {
      shapes: [
        strokeMark(x, top, x + TIP, top, line),
        strokeMark(x + TIP, top, x + TIP, foot, line),
        strokeMark(x, foot, x + TIP, foot, line),
        textMark(rect, [bracket.text], scene, { ...words, align: "left" }),
      ],
      texts: [{ x, y: top, w: TIP + GAP + w, h: foot - top }],
    };
  }
  const y = margins.key + margins.words + h + GAP;
  const [left, right] = [first.x, last.x + last.w];
  const rect = { x: (left + right - w) / 2, y: y - h - 1, w, h };
  return {
    shapes: [
      strokeMark(left, y + TIP, left, y, line),
      strokeMark(left, y, right, y, line),
      strokeMark(right, y, right, y + TIP, line),
      textMark(rect, [bracket.text], scene, words),
    ],
    texts: [{ x: left, y: rect.y, w: right - left, h: h + TIP }],
  };
}
