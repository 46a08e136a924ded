import { luminance } from "../base/contrast.ts";
import type { Frame } from "../base/geometry.ts";
import { cellsOf, PAPER, type Surface } from "./surface.ts";

/** The ground of a frame: the shape, or the paper, that most of it shows, and its colours. */
export interface Under {
  /** Number of the shape, -1 for paper. */
  readonly number: number;
  /** Colours of its cells; none where it is a picture that could not be read. */
  readonly colours: ReadonlySet<string>;
  /** True for a picture that could not be read. */
  readonly picture: boolean;
  /** Luminance of most of a picture that could be read, where most of it is about as bright. */
  readonly tone?: number;
}

/** Calls `each` for the cells of a frame. */
function eachCell(surface: Surface, f: Frame, each: (cell: number) => void): void {
  const [x1, y1, x2, y2] = cellsOf(surface, f);
  for (let y = y1; y <= y2; y += 1) for (let x = x1; x <= x2; x += 1) each(y * surface.columns + x);
}

export function under(surface: Surface, f: Frame): Under {
  const counts = new Map<number, number>();
  eachCell(surface, f, (cell) => {
    const number = surface.top[cell] ?? PAPER;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  });
  const [number] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [PAPER, 0];
  const colours = new Map<string, number>();
  let seen = 0;
  let pictures = 0;
  eachCell(surface, f, (cell) => {
    if (surface.top[cell] !== number) return;
    seen += 1;
    const colour = surface.colours[cell];
    if (colour === undefined) pictures += 1;
    else colours.set(colour, (colours.get(colour) ?? 0) + 1);
  });
  const tone = isPainted(surface, number) ? toneOf(colours) : undefined;
  return {
    number,
    colours: new Set(colours.keys()),
    picture: pictures * 2 > seen,
    ...(tone === undefined ? {} : { tone }),
  };
}

/** True where a ground is a picture: what is painted in it stands out of it, as a shape does. */
function isPainted({ paper, shapes }: Surface, number: number): boolean {
  const shape = shapes[number];
  const fill = shape === undefined ? paper : shape.type === "path" ? shape.fill : shape;
  return fill?.type === "picture";
}

/** Contrast by which a colour of a ground stands out of its tone. */
const OUT = 1.6;
/** Share of a ground that is of its tone. */
const MOST = 0.6;

/** The middle brightness of a ground; undefined where that is not what most of it has, about. */
function toneOf(colours: ReadonlyMap<string, number>): number | undefined {
  const cells = [...colours]
    .map(([hex, count]) => ({ light: luminance(hex), count }))
    .sort((a, b) => a.light - b.light);
  const all = cells.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  const middle = cells.find(({ count }) => {
    passed += count;
    return passed * 2 >= all;
  })?.light;
  if (middle === undefined) return undefined;
  const near = cells.reduce((sum, { light, count }) => sum + (apart(light, middle) <= OUT ? count : 0), 0);
  return near < all * MOST ? undefined : middle;
}

const apart = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/**
 * True for cells that text may not touch: another shape than the ground of the text, in a colour that is seen on it, and, if
 * `painted`, what stands out in a picture that is the ground.
 */
export function obstacles(surface: Surface, ground: Under, painted = true): (cell: number) => boolean {
  const known = new Map<string, boolean>();
  const outstanding = new Map<string, boolean>();
  const lights = Float64Array.from([...ground.colours], luminance).sort();
  const remembered = (answers: Map<string, boolean>, hex: string, test: () => boolean): boolean => {
    const found = answers.get(hex) ?? test();
    answers.set(hex, found);
    return found;
  };
  const { tone } = ground;
  const standsOut = (hex: string): boolean =>
    painted && tone !== undefined && remembered(outstanding, hex, () => apart(luminance(hex), tone) > OUT);
  const seen = (hex: string): boolean => remembered(known, hex, () => nearest(lights, luminance(hex)) > SEEN);
  return (cell) => {
    const colour = surface.colours[cell];
    const number = surface.top[cell] ?? PAPER;
    if (surface.pictures[cell] === 1) return number !== ground.number;
    if (number === ground.number) return colour !== undefined && standsOut(colour);
    return colour === undefined ? !ground.picture || surface.shapes[number]?.type !== "path" : seen(colour);
  };
}

/** Contrast from which a shape is seen on a ground. */
const SEEN = 1.2;

/** Contrast of a luminance to the nearest of some, which are in order; infinite where there are none. */
function nearest(lights: Float64Array, light: number): number {
  let [low, high] = [0, lights.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lights[middle] ?? 0) < light) low = middle + 1;
    else high = middle;
  }
  return [lights[low - 1], lights[low]].reduce<number>(
    (least, one) => (one === undefined ? least : Math.min(least, apart(one, light))),
    Number.POSITIVE_INFINITY,
  );
}

/** True for cells that not even a panel may cover: logos and words. */
export const marks =
  ({ colours, pictures, shapes, top }: Surface): ((cell: number) => boolean) =>
  (cell) =>
    pictures[cell] === 1 || (colours[cell] === undefined && shapes[top[cell] ?? PAPER]?.type === "text");

/** Reading of a frame by text: the colour that asks most of it, and the contrast of black or white to that. */
export interface GroundReading {
  readonly hex: string;
  readonly ratio: number;
  /** True where text on it is light. */
  readonly light: boolean;
  readonly darkest: string;
  readonly lightest: string;
  /** Contrast between the lightest and the darkest that it shows. */
  readonly spread: number;
}

/** Share of a frame below which what it shows is a sliver. */
const SLIVER = 0.08;

/**
 * The reading of a frame: all that it shows counts, save slivers of other shapes than most of it. Undefined where a picture
 * that could not be read is more than a sliver.
 */
export function readingOn(surface: Surface, f: Frame): GroundReading | undefined {
  const shapes = new Map<number, Map<string | undefined, number>>();
  let all = 0;
  eachCell(surface, f, (cell) => {
    const number = surface.top[cell] ?? PAPER;
    const colours = shapes.get(number) ?? new Map<string | undefined, number>();
    const colour = surface.colours[cell];
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
    shapes.set(number, colours);
    all += 1;
  });
  const counted = [...shapes.values()]
    .map((colours) => ({ colours, cells: [...colours.values()].reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.cells - a.cells);
  const kept = counted.filter(
    (_, n) => n === 0 || counted.slice(n).reduce((sum, { cells }) => sum + cells, 0) > all * SLIVER,
  );
  const unknown = kept.reduce((sum, { colours }) => sum + (colours.get(undefined) ?? 0), 0);
  if (unknown > all * SLIVER) return undefined;
  const hexes = new Set(
    kept.flatMap(({ colours }) => [...colours.keys()]).filter((hex) => hex !== undefined),
  );
  return hardest(hexes);
}

/** The reading of a ground of one colour. */
export const plainReading = (hex: string): GroundReading => hardest(new Set([hex])) as GroundReading;

/** The darkest of light colours, or the lightest of dark ones. */
function hardest(hexes: ReadonlySet<string>): GroundReading | undefined {
  const lights = [...hexes].map((hex) => ({ hex, light: luminance(hex) })).sort((a, b) => a.light - b.light);
  const [darkest, lightest] = [lights[0], lights.at(-1)];
  if (darkest === undefined || lightest === undefined) return undefined;
  const [black, white] = [apart(0, darkest.light), apart(1, lightest.light)];
  const range = {
    darkest: darkest.hex,
    lightest: lightest.hex,
    spread: apart(darkest.light, lightest.light),
  };
  return black >= white
    ? { hex: darkest.hex, ratio: black, light: false, ...range }
    : { hex: lightest.hex, ratio: white, light: true, ...range };
}

/** The colour of a reading on which an ink is hardest to read, and its contrast there; an ink between the two is lost. */
export function worstFor(
  ink: string,
  { darkest, lightest, spread }: GroundReading,
): { hex: string; ratio: number } {
  const [low, own, high] = [darkest, ink, lightest].map(luminance) as [number, number, number];
  const ends = [
    { hex: darkest, ratio: apart(own, low) },
    { hex: lightest, ratio: apart(own, high) },
  ].sort((a, b) => a.ratio - b.ratio);
  const [worst = { hex: darkest, ratio: 1 }] = ends;
  return own > low && own < high && spread > worst.ratio ? { hex: worst.hex, ratio: 1 } : worst;
}
