import type { LineMark, Mark } from "../../model/marks.ts";
import type { Rect } from "../marks/geometry.ts";

/** Distance that a line keeps from words, in pt. */
const CLEAR = 1;

/** Dotted lines that only guide the eye stop before the words of labels and go on behind them. */
export const clipGuides = (marks: readonly Mark[], labels: readonly Rect[]): readonly Mark[] =>
  marks.flatMap((mark): readonly Mark[] =>
    mark.type === "line" && mark.line.dash === "dot" && !mark.arrow ? interrupted(mark, labels) : [mark],
  );

/** A level or vertical line without the pieces that lie on labels; others stay whole. */
function interrupted(mark: LineMark, labels: readonly Rect[]): readonly LineMark[] {
  const [xs, ys] = [mark.spots.map(({ x }) => x), mark.spots.map(({ y }) => y)];
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const level = y2 - y1 < 0.01;
  if (!level && x2 - x1 >= 0.01) return [mark];
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
  return pieces.map((piece) => ({
    ...mark,
    spots: piece.map((at) => (level ? { x: at, y: y1 } : { x: x1, y: at })),
  }));
}
