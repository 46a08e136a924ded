import { contrast } from "../base/contrast.ts";
import { type Frame, frame } from "../base/geometry.ts";
import type { Ground, GroundFill, GroundShape } from "../theme/ground.ts";
import { over } from "./colour.ts";
import { colourAt } from "./paper.ts";
import { outlines } from "./raster-path.ts";
import { boxOf } from "./shapes.ts";

const COLUMNS = 320;
const ROWS = 240;
const PAPER = -1;

/** A ground seen as a grid of cells: the colour of each, and the shape that lies on top there. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Number of the topmost shape of each cell, -1 for paper. */
  readonly top: Int16Array;
  /** Colour of each cell; undefined where a picture or words are. */
  readonly colours: readonly (string | undefined)[];
  readonly shapes: readonly GroundShape[];
}

/** Paints a ground onto the grid, back to front. */
export function surfaceOf({ paper, shapes }: Ground, width: number, height: number): Surface {
  const top = new Int16Array(COLUMNS * ROWS).fill(PAPER);
  const colours: (string | undefined)[] = Array.from({ length: COLUMNS * ROWS }, (_, cell) =>
    colourOfFill(
      paper,
      ((cell % COLUMNS) + 0.5) / COLUMNS,
      (Math.floor(cell / COLUMNS) + 0.5) / ROWS,
      "FFFFFF",
    ),
  );
  let points = 0;
  shapes.slice(0, MOST_SHAPES).forEach((shape, number) => {
    points += shape.type === "path" ? shape.d.length / 8 : 0;
    paint(shape, width, height, points < MOST_POINTS, (cell, x, y) => {
      if (shape.type === "path" && shape.fill !== undefined && shape.fill.type !== "picture") {
        const seen = colourAt(shape.fill, x, y);
        // What shows a picture through itself is a picture still.
        const below = colours[cell];
        if (seen === undefined || (seen.alpha ?? 1) < 0.04) return;
        if (below === undefined && (seen.alpha ?? 1) < 0.96) {
          top[cell] = number;
          return;
        }
        colours[cell] = over(seen, below ?? "FFFFFF");
      } else if (shape.type === "path" && shape.fill === undefined) {
        colours[cell] = shape.line?.hex ?? colours[cell];
      } else if (shape.type !== "picture" || (shape.alpha ?? 1) >= 0.04) colours[cell] = undefined;
      top[cell] = number;
    });
  });
  return { width, height, columns: COLUMNS, rows: ROWS, top, colours, shapes };
}

/** Shapes that are looked at; no master that people see has more. */
const MOST_SHAPES = 3_000;
/** Points of outlines that are looked at, about; shapes beyond them count as their frames. */
const MOST_POINTS = 60_000;

function colourOfFill(fill: GroundFill, x: number, y: number, below: string): string | undefined {
  const seen = colourAt(fill, x, y);
  return seen && over(seen, below);
}

/** Calls `each` for every cell of a shape, with its place in the shape's frame in shares from 0 to 1. */
function paint(
  shape: GroundShape,
  width: number,
  height: number,
  exact: boolean,
  each: (cell: number, x: number, y: number) => void,
): void {
  const { frame: f, rotation = 0, flipHorizontal = false, flipVertical = false } = shape;
  const turn = (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const [mx, my] = [f.x + f.w / 2, f.y + f.h / 2];
  const onSlide = ([x, y]: readonly [number, number]): readonly [number, number] => {
    const dx = ((flipHorizontal ? 1 - x : x) - 0.5) * f.w;
    const dy = ((flipVertical ? 1 - y : y) - 0.5) * f.h;
    return [((mx + dx * cos - dy * sin) / width) * COLUMNS, ((my + dx * sin + dy * cos) / height) * ROWS];
  };
  const inFrame = (column: number, row: number): readonly [number, number] => {
    const dx = (column / COLUMNS) * width - mx;
    const dy = (row / ROWS) * height - my;
    const x = f.w === 0 ? 0.5 : (dx * cos + dy * sin) / f.w + 0.5;
    const y = f.h === 0 ? 0.5 : (dy * cos - dx * sin) / f.h + 0.5;
    return [flipHorizontal ? 1 - x : x, flipVertical ? 1 - y : y];
  };
  const rectangle = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
  ] as const;
  const stroked = shape.type === "path" && shape.fill === undefined;
  const lines = (shape.type === "path" && exact ? outlines(shape.d) : rectangle).map((line) =>
    line.map(onSlide),
  );
  const visit = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= COLUMNS || row >= ROWS) return;
    each(row * COLUMNS + column, ...inFrame(column + 0.5, row + 0.5));
  };
  if (stroked) {
    const closed = shape.type === "path" && shape.d.includes("Z");
    for (const line of lines) strokes(closed ? [...line, ...line.slice(0, 1)] : line, visit);
    return;
  }
  const rows = lines.flat().map(([, y]) => y);
  const [first, last] = [
    Math.max(0, Math.floor(Math.min(...rows))),
    Math.min(ROWS - 1, Math.floor(Math.max(...rows))),
  ];
  for (let row = first; row <= last; row += 1) {
    const spans = crossings(lines, row + 0.5);
    // A shape thinner than a cell still takes the cells that it touches.
    if (spans.length === 0 && last - first < 1) {
      const columns = lines.flat().map(([x]) => x);
      spans.push(Math.min(...columns), Math.max(...columns));
    }
    for (let n = 0; n + 1 < spans.length; n += 2) {
      const [from, to] = [spans[n] ?? 0, spans[n + 1] ?? 0];
      const start = Math.max(0, to - from < 1 ? Math.floor(from) : Math.ceil(from - 0.5));
      const end = Math.min(COLUMNS - 1, to - from < 1 ? Math.floor(from) : Math.ceil(to - 0.5) - 1);
      for (let column = start; column <= end; column += 1) visit(column, row);
    }
  }
}

/** Columns at which outlines cross the middle of a row, in order (even-odd rule). */
function crossings(lines: readonly (readonly (readonly [number, number])[])[], y: number): number[] {
  const found: number[] = [];
  for (const line of lines) {
    for (let n = 0; n < line.length; n += 1) {
      const [x1, y1] = line[n] ?? [0, 0];
      const [x2, y2] = line[(n + 1) % line.length] ?? [0, 0];
      if (y1 <= y !== y2 <= y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return found.sort((a, b) => a - b);
}

function strokes(
  line: readonly (readonly [number, number])[],
  visit: (column: number, row: number) => void,
): void {
  for (let n = 0; n + 1 < line.length; n += 1) {
    const [x1, y1] = line[n] ?? [0, 0];
    const [x2, y2] = line[n + 1] ?? [0, 0];
    const steps = Math.min(2 * COLUMNS, Math.max(1, Math.ceil(2 * Math.hypot(x2 - x1, y2 - y1))));
    for (let step = 0; step <= steps; step += 1)
      visit(
        Math.floor(x1 + ((x2 - x1) * step) / steps),
        Math.floor(Math.min(ROWS - 0.01, y1 + ((y2 - y1) * step) / steps)),
      );
  }
}

/** Cells of the grid whose middle lies in a frame: first and last column and row, both included. */
function cellsOf({ width, height }: Surface, f: Frame): readonly [number, number, number, number] {
  const near = (value: number, whole: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.ceil((value / whole) * count - 0.5)));
  const far = (value: number, whole: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.ceil((value / whole) * count - 0.5) - 1));
  return [
    near(f.x, width, COLUMNS),
    near(f.y, height, ROWS),
    far(f.x + f.w, width, COLUMNS),
    far(f.y + f.h, height, ROWS),
  ];
}

/** The ground of a frame: the shape, or the paper, that most of it shows, and its colours. */
export interface Under {
  /** Number of the shape, -1 for paper. */
  readonly number: number;
  /** Colours of its cells; none where it is a picture. */
  readonly colours: ReadonlySet<string>;
  readonly picture: boolean;
}

export function under(surface: Surface, f: Frame): Under {
  const [x1, y1, x2, y2] = cellsOf(surface, f);
  const counts = new Map<number, number>();
  for (let y = y1; y <= y2; y += 1)
    for (let x = x1; x <= x2; x += 1) {
      const number = surface.top[y * COLUMNS + x] ?? PAPER;
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  const [number] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [PAPER, 0];
  const colours = new Set<string>();
  let seen = 0;
  let pictures = 0;
  for (let y = y1; y <= y2; y += 1)
    for (let x = x1; x <= x2; x += 1) {
      const cell = y * COLUMNS + x;
      if (surface.top[cell] !== number) continue;
      seen += 1;
      const colour = surface.colours[cell];
      if (colour === undefined) pictures += 1;
      else colours.add(colour);
    }
  return { number, colours, picture: pictures * 2 > seen };
}

/** The colour of a ground that asks most of text on it: the darkest of light ones, the lightest of dark ones. */
export function hardest({ colours }: Under): string | undefined {
  const list = [...colours];
  const least = (ink: string): string | undefined =>
    list.reduce<string | undefined>(
      (worst, hex) => (worst === undefined || contrast(ink, hex) < contrast(ink, worst) ? hex : worst),
      undefined,
    );
  const [forBlack, forWhite] = [least("000000"), least("FFFFFF")];
  if (forBlack === undefined || forWhite === undefined) return undefined;
  return contrast("000000", forBlack) >= contrast("FFFFFF", forWhite) ? forBlack : forWhite;
}

/** True for cells that text may not touch: another shape than the ground of the text, in a colour that is seen on it. */
export function obstacles(surface: Surface, ground: Under): (cell: number) => boolean {
  const known = new Map<string, boolean>();
  const seen = (hex: string): boolean => {
    const found = known.get(hex) ?? [...ground.colours].every((colour) => contrast(hex, colour) > 1.2);
    known.set(hex, found);
    return found;
  };
  return (cell) => {
    if (surface.top[cell] === ground.number) return false;
    const colour = surface.colours[cell];
    return colour === undefined
      ? !ground.picture || surface.shapes[surface.top[cell] ?? 0]?.type !== "path"
      : seen(colour);
  };
}

/** A rectangle on the grid, drawn in by the part of a cell by which it may overlap a shape. */
function exact({ shapes, width, height }: Surface, free: Frame): Frame {
  const [cw, ch] = [width / COLUMNS, height / ROWS];
  return shapes.slice(0, MOST_SHAPES).reduce((f, shape) => {
    const box = boxOf(shape);
    const across = Math.min(f.x + f.w, box.x + box.w) - Math.max(f.x, box.x);
    const down = Math.min(f.y + f.h, box.y + box.h) - Math.max(f.y, box.y);
    if (across <= 0 || down <= 0 || (across > cw && down > ch)) return f;
    if (across <= cw && across / cw <= down / ch)
      return frame(box.x > f.x ? f.x : f.x + across, f.y, f.w - across, f.h);
    return frame(f.x, box.y > f.y ? f.y : f.y + down, f.w, f.h - down);
  }, free);
}

/** The largest rectangle of a frame that is free of obstacles, as weighed by `worth` of its width and height in EMU. */
export function freeIn(
  surface: Surface,
  f: Frame,
  blocked: (cell: number) => boolean,
  worth: (free: Frame) => number = ({ w, h }) => w * h,
): Frame | undefined {
  const [x1, y1, x2, y2] = cellsOf(surface, f);
  const [cw, ch] = [surface.width / COLUMNS, surface.height / ROWS];
  // Edges of the frame itself are kept to the EMU; others lie on the grid.
  const rect = (left: number, top: number, right: number, bottom: number): Frame => {
    const x = left <= x1 ? f.x : left * cw;
    const y = top <= y1 ? f.y : top * ch;
    return frame(
      x,
      y,
      (right >= x2 ? f.x + f.w : (right + 1) * cw) - x,
      (bottom >= y2 ? f.y + f.h : (bottom + 1) * ch) - y,
    );
  };
  let best: Frame | undefined;
  let most = 0;
  const heights = new Array<number>(x2 - x1 + 1).fill(0);
  for (let y = y1; y <= y2; y += 1) {
    for (let x = x1; x <= x2; x += 1)
      heights[x - x1] = blocked(y * COLUMNS + x) ? 0 : (heights[x - x1] ?? 0) + 1;
    // Rectangles whose lower edge is this row: a stack of columns that rise.
    const stack: { from: number; height: number }[] = [];
    for (let n = 0; n <= heights.length; n += 1) {
      const height = heights[n] ?? 0;
      let from = n;
      while ((stack.at(-1)?.height ?? -1) > height) {
        const closed = stack.pop() as { from: number; height: number };
        const found = rect(x1 + closed.from, y - closed.height + 1, x1 + n - 1, y);
        const value = worth(found);
        if (value > most) [best, most] = [found, value];
        from = closed.from;
      }
      if (height > 0 && (stack.at(-1)?.height ?? 0) < height) stack.push({ from, height });
    }
  }
  return best && exact(surface, best);
}

/** Share of a frame's cells that are blocked. */
function blockedShare(surface: Surface, f: Frame, blocked: (cell: number) => boolean): number {
  const [x1, y1, x2, y2] = cellsOf(surface, f);
  let [seen, taken] = [0, 0];
  for (let y = y1; y <= y2; y += 1)
    for (let x = x1; x <= x2; x += 1) {
      seen += 1;
      if (blocked(y * COLUMNS + x)) taken += 1;
    }
  return seen === 0 ? 0 : taken / seen;
}

export const isFree = (surface: Surface, f: Frame, blocked: (cell: number) => boolean): boolean =>
  blockedShare(surface, f, blocked) === 0;

/** True where text on a frame has one ground, but for slivers. */
export const mostlyFree = (surface: Surface, f: Frame, blocked: (cell: number) => boolean): boolean =>
  blockedShare(surface, f, blocked) <= 0.08;

/** Cells that are blocked, or in one of these rectangles (left, top, right, bottom). */
export function blockedOr(
  surface: Surface,
  boxes: readonly (readonly [number, number, number, number])[],
  blocked: (cell: number) => boolean,
): (cell: number) => boolean {
  const { columns, rows } = surface;
  return (cell) => {
    const x = (((cell % columns) + 0.5) / columns) * surface.width;
    const y = ((Math.floor(cell / columns) + 0.5) / rows) * surface.height;
    return blocked(cell) || boxes.some(([l, t, r, b]) => x > l && x < r && y > t && y < b);
  };
}
