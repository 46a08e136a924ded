import type { LineStyle } from "../../model/chart.ts";
import type { TextMark } from "../../model/marks.ts";
import { GAP, pitch, type Rect } from "../marks/geometry.ts";
import { markAt } from "./notes.ts";
import {
  BUBBLE,
  clamped,
  type Of,
  type OverlayContext,
  type OverlayMarks,
  strokeMark,
  textMark,
  thin,
} from "./scene.ts";

/** A level arrow over everything, from one column to the other, with its words in a bubble on it. */
export function placeGrowthArrow(arrow: Of<"arrow">, scene: OverlayContext): OverlayMarks {
  const { projection, size, measure, labelSize, margins } = scene;
  const h = pitch(labelSize) + BUBBLE;
  const y = margins.key + margins.words + GAP + h / 2;
  const [x1, x2] = [projection.category(arrow.from.c), projection.category(arrow.to.c)];
  const w = measure(arrow.text, labelSize, true) + 2 * BUBBLE + 2;
  const bubble = clamped({ x: (x1 + x2 - w) / 2, y: y - h / 2, w, h }, size);
  const line = thin(arrow.ink, "solid", 1);
  return {
    shapes: [
      strokeMark(x1, y + 5, x1, y, line),
      strokeMark(x1, y, x2, y, line),
      strokeMark(x2, y, x2, y + 7, line, true),
      bubbleMark(bubble, arrow, line, scene),
    ],
    texts: [bubble],
  };
}

/** Between two heights: a vertical arrow right of the plot, and for horizontal bars a level one below it; its words beside it. */
export function placeDifferenceArrow(arrow: Of<"arrow">, scene: OverlayContext): OverlayMarks {
  return scene.projection.coordinates.orientation === "vertical"
    ? drawUpright(arrow, scene)
    : drawLevel(arrow, scene);
}

function drawUpright(arrow: Of<"arrow">, scene: OverlayContext): OverlayMarks {
  const { projection, size, measure, labelSize, margins } = scene;
  const { plot } = projection;
  const [y1, y2] = [projection.value(arrow.from.v), projection.value(arrow.to.v)];
  const x = plot.x + plot.w + margins.ends + 2 * GAP;
  const h = pitch(labelSize) + BUBBLE;
  const w = measure(arrow.text, labelSize, true) + 2 * BUBBLE;
  const middle = Math.max(margins.key, Math.min(size.height - h, (y1 + y2 - h) / 2));
  const bubble = { x: x + 2 * GAP, y: middle, w, h };
  const line = thin(arrow.ink, "solid", 1);
  return {
    shapes: [
      strokeMark(markAt(arrow.from, scene), y1, x + GAP, y1, thin("muted", "dot")),
      strokeMark(markAt(arrow.to, scene), y2, x + GAP, y2, thin("muted", "dot")),
      strokeMark(x, y1, x, y2, line, true),
      bubbleMark(bubble, arrow, line, scene),
    ],
    // The number at the end of a line keeps off the arrow, too.
    texts: [bubble, { x: x - GAP, y: Math.min(y1, y2), w: 2 * GAP, h: Math.abs(y2 - y1) }],
  };
}

function drawLevel(arrow: Of<"arrow">, scene: OverlayContext): OverlayMarks {
  const { projection, size, measure, labelSize } = scene;
  const [x1, x2] = [projection.value(arrow.from.v), projection.value(arrow.to.v)];
  const h = pitch(labelSize) + BUBBLE;
  const w = measure(arrow.text, labelSize, true) + 2 * BUBBLE;
  const y = size.height - 1 - h / 2;
  // On the arrow where that leaves enough of it to be seen, else beyond its right end, or its left.
  const long = Math.abs(x2 - x1) >= w + 4 * labelSize;
  const right = Math.max(x1, x2) + 2 * GAP;
  const x = long ? (x1 + x2 - w) / 2 : right + w <= size.width ? right : Math.min(x1, x2) - 2 * GAP - w;
  const bubble = clamped({ x, y: y - h / 2, w, h }, size);
  const line = thin(arrow.ink, "solid", 1);
  return {
    shapes: [
      strokeMark(x1, markAt(arrow.from, scene), x1, y + GAP, thin("muted", "dot")),
      strokeMark(x2, markAt(arrow.to, scene), x2, y + GAP, thin("muted", "dot")),
      strokeMark(x1, y, x2, y, line, true),
      bubbleMark(bubble, arrow, line, scene),
    ],
    texts: [bubble],
  };
}

/** The words of an arrow, framed like its line. */
const bubbleMark = (bubble: Rect, arrow: Of<"arrow">, line: LineStyle, scene: OverlayContext): TextMark =>
  textMark(bubble, [arrow.text], scene, { ink: arrow.ink, bold: true, fill: "paper", line, rounded: true });
