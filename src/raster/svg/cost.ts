import { type SvgNode, SvgRefused } from "./tree.ts";

/**
 * Cost of drawing at so many pixels to the unit of the drawing: `area` grows with their square, `rows` with
 * their number. In nanoseconds of a machine of 2020; a measure of work, so that every machine draws the same.
 */
export interface Cost {
  readonly area: number;
  readonly rows: number;
  readonly fixed: number;
}

/** Cost per pixel in ns: of the whole sheet, filled and packed as PNG, and of a filled shape. */
const SHEET = 40;
const FILL = 10;
/** Cost in ns of a pixel in a group that is drawn apart, then laid on the rest; of one pass of an effect. */
const LAYER = 110;
const EFFECT = 320;
/** Cost in ns of a pixel of a picture or pattern, which is sampled from sixteen of its own pixels. */
const PICTURE = 4_500;
/** Cost in ns of a row that an edge crosses. */
const ROW = 800;
const SHAPE = 3_000;
const DASH = 4_000;
/** A drawing that names masks within masks is walked once for each; beyond this it takes too long whatever its size. */
const MOST_STEPS = 300_000;

type Matrix = readonly [number, number, number, number, number, number];
type Box = readonly [left: number, top: number, right: number, bottom: number];

const NOWHERE: Box = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** Counts the work in a drawing that holds nothing but paths, groups, pictures and what these name (usvg's output). */
export function costOf(svg: SvgNode, width: number, height: number): Cost {
  const named = new Map<string, SvgNode>();
  const collect = (node: SvgNode): void => {
    const { id } = node.attributes;
    if (id !== undefined) named.set(id, node);
    for (const child of node.children) collect(child);
  };
  collect(svg);
  let [area, rows, fixed] = [width * height * SHEET, 0, 0];
  let steps = 0;
  const sheet: Box = [0, 0, width, height];
  const targetOf = (node: SvgNode, attribute: string): SvgNode | undefined =>
    named.get(/url\(#([^)]*)\)/.exec(node.attributes[attribute] ?? "")?.[1] ?? "");

  const shape = (node: SvgNode, matrix: Matrix): Box => {
    const {
      d = "",
      stroke = "none",
      "stroke-width": thick = "1",
      "stroke-dasharray": dashes,
    } = node.attributes;
    const strokes = stroke === "none" ? 0 : 1;
    const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    let box = NOWHERE;
    let [tall, long, points] = [0, 0, 0];
    let last: readonly [number, number] | undefined;
    for (const [, x, y] of d.matchAll(/(-?[\d.e+-]+)[ ,](-?[\d.e+-]+)/gi)) {
      const at = apply(matrix, Number(x), Number(y));
      box = around(box, [at[0], at[1], at[0], at[1]]);
      if (last !== undefined) {
        tall += Math.abs(within(at[1], height) - within(last[1], height));
        long += Math.hypot(at[0] - last[0], at[1] - last[1]);
      }
      last = at;
      points += 1;
    }
    const reach = strokes * Number(thick) * scale;
    const seen = cut([box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach], sheet);
    area += sizeOf(seen) * FILL * (1 + strokes);
    rows += (tall + seen[3] - seen[1]) * ROW * (1 + 2 * strokes);
    fixed += SHAPE + points * 100;
    if (strokes > 0 && dashes !== undefined) {
      const period = dashes.split(/[\s,]+/).reduce((sum, one) => sum + Number(one), 0) * scale;
      fixed += (period > 0 ? (long / period) * dashes.split(/[\s,]+/).length : 0) * DASH;
    }
    for (const paint of ["fill", "stroke"]) {
      const pattern = targetOf(node, paint);
      if (pattern?.name !== "pattern") continue;
      const by = pattern.attributes["patternUnits"] === "userSpaceOnUse" ? 1 : Math.sqrt(sizeOf(box)) / scale;
      const tile =
        Number(pattern.attributes["width"]) * Number(pattern.attributes["height"]) * (by * scale) ** 2;
      area += Math.min(tile, 4 * sizeOf(sheet)) * LAYER + sizeOf(seen) * PICTURE;
      inside(pattern, matrix);
    }
    return seen;
  };

  const inside = (node: SvgNode, matrix: Matrix): Box =>
    node.children.reduce((box, child) => around(box, walk(child, matrix)), NOWHERE);

  const walk = (node: SvgNode, outer: Matrix): Box => {
    steps += 1;
    if (steps > MOST_STEPS) throw new SvgRefused("slow", { line: 0 });
    const { name, attributes } = node;
    const matrix = times(outer, matrixOf(attributes["transform"]));
    if (name === "path") return shape(node, matrix);
    if (name === "image") {
      const { x = "0", y = "0", width: w = "0", height: h = "0" } = attributes;
      const [left, top] = [Number(x), Number(y)];
      const corners = [
        [left, top],
        [left + Number(w), top],
        [left, top + Number(h)],
        [left + Number(w), top + Number(h)],
      ];
      const box = corners.reduce<Box>((all, [a = 0, b = 0]) => {
        const [c, d] = apply(matrix, a, b);
        return around(all, [c, d, c, d]);
      }, NOWHERE);
      const seen = cut(box, sheet);
      area += sizeOf(seen) * PICTURE;
      // Unpacked anew for each time that it is drawn.
      fixed += (attributes["xlink:href"] ?? attributes["href"] ?? "").length * 200;
      return seen;
    }
    if (name !== "g" && name !== "svg") return NOWHERE;
    const box = inside(node, matrix);
    const effects = targetOf(node, "filter");
    const apart = ["opacity", "clip-path", "mask", "filter", "style"].filter(
      (each) => each in attributes,
    ).length;
    const layer = effects === undefined ? cut(box, sheet) : sheet;
    area += sizeOf(layer) * LAYER * apart;
    if (effects !== undefined)
      area += sizeOf(layer) * EFFECT * effects.children.reduce((sum, one) => sum + weightOf(one, matrix), 0);
    for (const each of ["clip-path", "mask"]) {
      const target = targetOf(node, each);
      if (target !== undefined) nested(target, matrix);
    }
    return layer;
  };

  /** A clip path or mask may have one of its own. */
  const nested = (target: SvgNode, matrix: Matrix): void => {
    steps += 1;
    if (steps > MOST_STEPS) throw new SvgRefused("slow", { line: 0 });
    area += sizeOf(sheet) * LAYER * 0.5;
    inside(target, matrix);
    for (const each of ["clip-path", "mask"]) {
      const next = targetOf(target, each);
      if (next !== undefined && next !== target) nested(next, matrix);
    }
  };

  const [left = 0, top = 0, wide = width, high = height] = (svg.attributes["viewBox"] ?? "")
    .split(/[\s,]+/)
    .map(Number);
  const fit = Math.max(width / wide, height / high);
  inside(svg, [fit, 0, 0, fit, -left * fit, -top * fit]);
  return { area, rows, fixed };
}

/** Returns the cost of an effect, in plain passes over its pixels. */
function weightOf({ name, attributes }: SvgNode, [a, b]: Matrix): number {
  const product = (attribute: string, least: number): number =>
    (attributes[attribute] ?? "1")
      .split(/[\s,]+/)
      .reduce((all, one) => all * Math.max(least, Math.abs(Number(one))), 1);
  if (name === "feTurbulence") return 2 * Math.max(1, Number(attributes["numOctaves"] ?? 1));
  if (name === "feConvolveMatrix") return Math.max(1, product("order", 1) / 3);
  if (name === "feMorphology") return Math.max(1, (product("radius", 0) * 4 * Math.hypot(a, b) ** 2) / 3);
  return name.startsWith("feGaussian") || name.endsWith("Lighting") || name === "feDropShadow" ? 2 : 1;
}

/** Returns the largest scale of the drawing, up to `wanted`, that `budget` allows. */
export function largestScale({ area, rows, fixed }: Cost, wanted: number, budget: number): number {
  const left = budget - fixed;
  if (left <= 0) return 0;
  const most = area === 0 ? wanted : (Math.sqrt(rows ** 2 + 4 * area * left) - rows) / (2 * area);
  return Math.min(wanted, most);
}

function matrixOf(transform: string | undefined): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (transform?.match(/-?[\d.]+(e[+-]?\d+)?/gi) ?? []).map(
    Number,
  );
  return [a, b, c, d, e, f];
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

const around = (one: Box, other: Box): Box => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];

/** The part of a box that lies on the sheet; empty, but in place, where none does. */
const cut = (box: Box, [, , width, height]: Box): Box => {
  const [left, top] = [within(box[0], width), within(box[1], height)];
  return [left, top, Math.max(left, within(box[2], width)), Math.max(top, within(box[3], height))];
};

const sizeOf = ([left, top, right, bottom]: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);
