import type { DrawnShape } from "../../model/placed.ts";
import type { Rect, Size } from "../marks/geometry.ts";

type Line = Extract<DrawnShape, { type: "line" }>;

/** Distance that a line keeps from words, in pt. */
const CLEAR = 1;

/** Dotted lines that only guide the eye stop before the words of labels and go on behind them. */
export function giveWay(
  shapes: readonly DrawnShape[],
  labels: readonly Rect[],
  size: Size,
): readonly DrawnShape[] {
  return shapes.flatMap((shape): readonly DrawnShape[] =>
    shape.type === "line" && shape.line.dash === "dot" && shape.arrow === "none"
      ? interrupted(shape, labels, size)
      : [shape],
  );
}

/** A level or upright line without the pieces that lie on labels; others stay whole. */
function interrupted(shape: Line, labels: readonly Rect[], size: Size): readonly Line[] {
  const x1 = Math.min(shape.x1, shape.x2) * size.width;
  const x2 = Math.max(shape.x1, shape.x2) * size.width;
  const y1 = Math.min(shape.y1, shape.y2) * size.height;
  const y2 = Math.max(shape.y1, shape.y2) * size.height;
  const level = y2 - y1 < 0.01;
  if (!level && x2 - x1 >= 0.01) return [shape];
  const struck = labels
    .filter((rect) =>
      level
        ? rect.y < y1 && rect.y + rect.h > y1 && rect.x < x2 && rect.x + rect.w > x1
        : rect.x < x1 && rect.x + rect.w > x1 && rect.y < y2 && rect.y + rect.h > y1,
    )
    .map((rect): readonly [number, number] =>
      level ? [rect.x - CLEAR, rect.x + rect.w + CLEAR] : [rect.y - CLEAR, rect.y + rect.h + CLEAR],
    )
    .toSorted((a, b) => a[0] - b[0]);
  const pieces: [number, number][] = [];
  let from = level ? x1 : y1;
  for (const [start, end] of struck) {
    if (start > from) pieces.push([from, start]);
    from = Math.max(from, end);
  }
  const last = level ? x2 : y2;
  if (from < last) pieces.push([from, last]);
  return pieces.map(([a, b]) =>
    level
      ? { ...shape, x1: a / size.width, x2: b / size.width }
      : { ...shape, y1: a / size.height, y2: b / size.height },
  );
}
