import { type Frame, frame, right } from "../base/geometry.ts";
import type { Crop, Ground, GroundFill, GroundShape } from "../theme/ground.ts";
import { over } from "./colour.ts";
import { colourAt } from "./paper.ts";
import { type PixelGrids, pixelAt } from "./pixels.ts";
import { outlines } from "./raster-path.ts";
import { boxOf } from "./shapes.ts";

const COLUMNS = 320;
const ROWS = 240;
export const PAPER = -1;

/** A ground seen as a grid of cells: the colour of each, and the shape that lies on top there. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Number of the topmost shape of each cell, -1 for paper. */
  readonly top: Int16Array;
  /** Colour of each cell; undefined where words are, or a picture that could not be read. */
  readonly colours: readonly (string | undefined)[];
  /** 1 for the cells of small pictures, such as logos: text keeps off them whatever they show. */
  readonly pictures: Uint8Array;
  readonly paper: GroundFill;
  readonly shapes: readonly GroundShape[];
}

/** Share of the slide from which a picture is a ground on which text may stand. */
const GROUND = 0.5;

/** Paints a ground onto the grid, back to front; `grids` are its pictures as far as they could be read. */
export function surfaceOf(
  { paper, shapes }: Ground,
  width: number,
  height: number,
  grids: PixelGrids,
): Surface {
  const top = new Int16Array(COLUMNS * ROWS).fill(PAPER);
  const pictures = new Uint8Array(COLUMNS * ROWS);
  const colours: (string | undefined)[] = Array.from({ length: COLUMNS * ROWS }, (_, cell) => {
    const seen = seenOf(
      paper,
      ((cell % COLUMNS) + 0.5) / COLUMNS,
      (Math.floor(cell / COLUMNS) + 0.5) / ROWS,
      grids,
    );
    return seen && over(seen, "FFFFFF");
  });
  let points = 0;
  shapes.slice(0, MOST_SHAPES).forEach((shape, number) => {
    points += shape.type === "path" ? shape.d.length / 8 : 0;
    const { w, h } = boxOf(shape);
    const small = w * h < GROUND * width * height;
    paint(shape, width, height, points < MOST_POINTS, (cell, x, y) => {
      if (shape.type === "path" && shape.fill === undefined) {
        colours[cell] = shape.line?.hex ?? colours[cell];
        top[cell] = number;
        return;
      }
      const fill = shape.type === "path" ? shape.fill : shape.type === "picture" ? shape : undefined;
      const seen = fill && seenOf(fill, x, y, grids);
      const alpha = (seen?.alpha ?? 1) * (shape.type === "picture" ? (shape.alpha ?? 1) : 1);
      if (shape.type === "picture" && small) pictures[cell] = 1;
      // What is clear shows what is below; text keeps off the box of a logo all the same.
      if (alpha < CLEAR && pictures[cell] === 0) return;
      const below = colours[cell];
      // What shows a picture through itself that could not be read is a picture still.
      if (alpha >= CLEAR && (below !== undefined || alpha >= 1 - CLEAR || seen === undefined))
        colours[cell] = seen && over({ hex: seen.hex, alpha }, below ?? "FFFFFF");
      top[cell] = number;
    });
  });
  return { width, height, columns: COLUMNS, rows: ROWS, top, colours, pictures, paper, shapes };
}

/** Opacity below which nobody sees a colour. */
const CLEAR = 0.04;

/** Colour of a fill at a point of its frame; undefined for a picture that could not be read. */
function seenOf(
  fill: GroundFill | { readonly type: "picture"; readonly file: string; readonly crop?: Crop },
  x: number,
  y: number,
  grids: PixelGrids,
): { readonly hex: string; readonly alpha?: number } | undefined {
  if (fill.type !== "picture") return colourAt(fill, x, y);
  const grid = grids.get(fill.file);
  return grid && (pixelAt(grid, fill.crop, x, y) ?? { hex: "FFFFFF", alpha: 0 });
}

/** Shapes that are looked at; no master that people see has more. */
const MOST_SHAPES = 3_000;
/** Points of outlines that are looked at, about; shapes beyond them count as their frames. */
const MOST_POINTS = 60_000;

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
export function cellsOf({ width, height }: Surface, f: Frame): readonly [number, number, number, number] {
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

/** The free part of a frame with a gap to what stands at its sides: letters that touch a shape look like a mistake. */
export function withGap(free: Frame, wished: Frame, gap: number): Frame {
  const left = free.x - wished.x > 1 ? gap : 0;
  const w = free.w - left - (right(wished) - right(free) > 1 ? gap : 0);
  return w <= gap ? free : frame(free.x + left, free.y, w, free.h);
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
