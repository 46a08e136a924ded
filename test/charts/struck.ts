import { chartNodes } from "../../src/formats/display/chart/index.ts";
import {
  lineText,
  nodesOf,
  type PathNode,
  type Rect,
  type TextLine,
} from "../../src/formats/display/list.ts";
import type { PlacedChart } from "../../src/model/placed.ts";
import { measureText } from "../../src/text/index.ts";
import { look } from "../layout/look.ts";

type Spot = readonly [x: number, y: number];

/** How near a line may come to letters, in pt. */
const NEAR = 0.5;
/** What letters reach above and below their baseline, as a share of their size. */
const HEIGHT = 0.72;
const DEPTH = 0.2;

/** The words of a chart that a line of it runs through, as it is drawn: with no ground over the line, or below it. */
export function struckWords(chart: PlacedChart): readonly string[] {
  const nodes = [...nodesOf(chartNodes(chart, { x: 0, y: 0 }, look))];
  return nodes.flatMap((words, n) => {
    if (words.type !== "textLine") return [];
    const letters = lettersOf(words);
    return nodes.flatMap((line, m) => {
      if (line.type !== "path" || line.pen === undefined || line.d.includes("A")) return [];
      // What the words stand on, with its own edge.
      if (line.fill !== undefined && holds(line.box, letters)) return [];
      const hidden = ([from, to]: readonly [Spot, Spot]): boolean =>
        nodes
          .slice(m + 1, Math.max(m + 1, n))
          .some((node) => node.type === "path" && isBox(node) && has(node.box, from) && has(node.box, to));
      return piecesOf(line, letters).every(hidden)
        ? []
        : [`${chart.id}: ${lineText(words)} (${line.pen.colour})`];
    });
  });
}

function lettersOf(words: TextLine): Rect {
  const size = Math.max(...words.pieces.map((piece) => piece.size));
  const w = words.pieces.reduce((sum, { text, face, size: own }) => sum + measureText(text, face, own), 0);
  const start = { left: 0, center: w / 2, right: w }[words.align];
  const [up, down] = [HEIGHT * size, /[gjpqy,;()Q]/u.test(lineText(words)) ? DEPTH * size : 0];
  return words.upward === true
    ? grown({ x: words.x - up, y: words.y + start - w, w: up + down, h: w }, NEAR)
    : grown({ x: words.x - start, y: words.y - up, w, h: up + down }, NEAR);
}

const grown = ({ x, y, w, h }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
});

/** Paths are rounded to hundredths of a pt. */
const has = (box: Rect, [x, y]: Spot): boolean =>
  x > box.x - 0.02 && x < box.x + box.w + 0.02 && y > box.y - 0.02 && y < box.y + box.h + 0.02;
const holds = (box: Rect, { x, y, w, h }: Rect): boolean => has(box, [x, y]) && has(box, [x + w, y + h]);

/** Filled, and all of its box but for round ends. */
const isBox = ({ d, fill }: PathNode): boolean =>
  fill !== undefined && d.endsWith("Z") && (d.includes("A") ? d.includes("L") : cornersOf(d).length === 4);

const cornersOf = (d: string): readonly Spot[] =>
  [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]): Spot => [Number(x), Number(y)]);

/** The pieces of a line that lie on a rectangle. */
function piecesOf({ d }: PathNode, rect: Rect): readonly (readonly [Spot, Spot])[] {
  const corners = cornersOf(d);
  const spots = d.endsWith("Z") ? [...corners, ...corners.slice(0, 1)] : corners;
  return spots.slice(1).flatMap((to, n) => {
    const from = spots[n];
    const piece = from && clipped(rect, from, to);
    return piece === undefined ? [] : [piece];
  });
}

/** Liang and Barsky, 1984. */
function clipped(rect: Rect, [x1, y1]: Spot, [x2, y2]: Spot): readonly [Spot, Spot] | undefined {
  let [a, b] = [0, 1];
  for (const [p, q] of [
    [x1 - x2, x1 - rect.x],
    [x2 - x1, rect.x + rect.w - x1],
    [y1 - y2, y1 - rect.y],
    [y2 - y1, rect.y + rect.h - y1],
  ] as const) {
    if (p === 0 && q < 0) return undefined;
    if (p < 0) a = Math.max(a, q / p);
    if (p > 0) b = Math.min(b, q / p);
  }
  const at = (t: number): Spot => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
  return a > b ? undefined : [at(a), at(b)];
}
