import { all, child, type Element, elements } from "../ooxml/xml.ts";

/** Point in fractions of a frame. */
type Point = readonly [x: number, y: number];

const number = (value: number): string => String(Math.round(value * 100_000) / 100_000);
const at = ([x, y]: Point): string => `${number(x)} ${number(y)}`;

export const polygon = (points: readonly Point[], closed = true): string =>
  `M${points.map(at).join("L")}${closed ? "Z" : ""}`;

/**
 * Part of an ellipse as cubic curves, each a quarter at most, which differ from it by less than 0.03% of its radius.
 * Angles in radians, clockwise, 0 to the right; the pen stands at its beginning.
 */
export function arc(center: Point, radii: Point, from: number, sweep: number): string {
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / pieces;
  const pull = (4 / 3) * Math.tan(step / 4);
  const [cx, cy] = center;
  const [rx, ry] = radii;
  return Array.from({ length: pieces }, (_, n) => {
    const [a, b] = [from + n * step, from + (n + 1) * step];
    const one: Point = [
      cx + rx * (Math.cos(a) - pull * Math.sin(a)),
      cy + ry * (Math.sin(a) + pull * Math.cos(a)),
    ];
    const two: Point = [
      cx + rx * (Math.cos(b) + pull * Math.sin(b)),
      cy + ry * (Math.sin(b) - pull * Math.cos(b)),
    ];
    return `C${at(one)} ${at(two)} ${at([cx + rx * Math.cos(b), cy + ry * Math.sin(b)])}`;
  }).join("");
}

const QUARTER = Math.PI / 2;

/** A rectangle with round corners; radii in fractions of width and height: top left, top right, bottom right, bottom left. */
export function rounded(radii: readonly [Point, Point, Point, Point]): string {
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = radii;
  const corner = (center: Point, radius: Point, turn: number): string =>
    radius[0] > 0 && radius[1] > 0 ? arc(center, radius, turn * QUARTER, QUARTER) : "";
  return [
    `M${at([0, ay])}`,
    corner([ax, ay], [ax, ay], 2),
    `L${at([1 - bx, 0])}`,
    corner([1 - bx, by], [bx, by], 3),
    `L${at([1, 1 - cy])}`,
    corner([1 - cx, 1 - cy], [cx, cy], 0),
    `L${at([dx, 1])}`,
    corner([dx, 1 - dy], [dx, dy], 1),
    "Z",
  ].join("");
}

/** a:custGeom as path data; undefined where it draws nothing. */
export function customPath(geometry: Element, width: number, height: number): string | undefined {
  const list = child(geometry, "a:pathLst");
  const guides = guidesOf(geometry, width, height);
  const data = (list ? elements(list) : []).map((path) => onePath(path, guides, width, height)).join("");
  return data === "" ? undefined : data;
}

function onePath(path: Element, guides: ReadonlyMap<string, number>, width: number, height: number): string {
  if (path.attributes["fill"] === "none" && path.attributes["stroke"] === "0") return "";
  const w = Number(path.attributes["w"] ?? 0) || width || 1;
  const h = Number(path.attributes["h"] ?? 0) || height || 1;
  const value = (text: string | undefined): number => {
    const literal = Number(text);
    return Number.isFinite(literal) && text !== undefined && text !== ""
      ? literal
      : (guides.get(text ?? "") ?? 0);
  };
  const point = (element: Element): Point => [
    value(element.attributes["x"]) / w,
    value(element.attributes["y"]) / h,
  ];
  let pen: Point = [0, 0];
  let start: Point = [0, 0];
  let data = "";
  for (const command of elements(path)) {
    const points = all(command, "a:pt").map(point);
    const last = points.at(-1);
    switch (command.name) {
      case "a:moveTo":
        if (last === undefined) break;
        data += `M${at(last)}`;
        start = last;
        pen = last;
        break;
      case "a:lnTo":
        if (last === undefined) break;
        data += `L${at(last)}`;
        pen = last;
        break;
      case "a:cubicBezTo":
      case "a:quadBezTo":
        if (last === undefined) break;
        data += `${command.name === "a:cubicBezTo" ? "C" : "Q"}${points.map(at).join(" ")}`;
        pen = last;
        break;
      case "a:arcTo": {
        const radii: Point = [value(command.attributes["wR"]) / w, value(command.attributes["hR"]) / h];
        const angle = (name: string): number => (value(command.attributes[name]) / 60_000 / 180) * Math.PI;
        const [from, sweep] = [angle("stAng"), angle("swAng")];
        const center: Point = [pen[0] - radii[0] * Math.cos(from), pen[1] - radii[1] * Math.sin(from)];
        data += arc(center, radii, from, sweep);
        pen = [center[0] + radii[0] * Math.cos(from + sweep), center[1] + radii[1] * Math.sin(from + sweep)];
        break;
      }
      case "a:close":
        data += "Z";
        pen = start;
        break;
    }
  }
  return /[LCQ]/.test(data) ? data : "";
}

/** Values of the guides of a geometry, with those that every shape has (ECMA-376 Part 1, 20.1.10.55). */
function guidesOf(geometry: Element, w: number, h: number): ReadonlyMap<string, number> {
  const values = new Map<string, number>([
    ["l", 0],
    ["t", 0],
    ["r", w],
    ["b", h],
    ["w", w],
    ["h", h],
    ["hc", w / 2],
    ["vc", h / 2],
    ["wd2", w / 2],
    ["hd2", h / 2],
    ["wd4", w / 4],
    ["hd4", h / 4],
    ["ss", Math.min(w, h)],
    ["ls", Math.max(w, h)],
  ]);
  for (const guide of [
    ...all(child(geometry, "a:avLst") ?? geometry, "a:gd"),
    ...all(child(geometry, "a:gdLst") ?? geometry, "a:gd"),
  ]) {
    const { name = "", fmla = "" } = guide.attributes;
    if (!values.has(name)) values.set(name, formula(fmla, values));
  }
  return values;
}

function formula(text: string, values: ReadonlyMap<string, number>): number {
  const [operation = "", ...names] = text.trim().split(/\s+/);
  const [x = 0, y = 0, z = 0] = names.map((name) => {
    const literal = Number(name);
    return Number.isFinite(literal) ? literal : (values.get(name) ?? 0);
  });
  const turn = (angle: number): number => (angle / 60_000 / 180) * Math.PI;
  switch (operation) {
    case "val":
      return x;
    case "*/":
      return z === 0 ? 0 : (x * y) / z;
    case "+-":
      return x + y - z;
    case "+/":
      return z === 0 ? 0 : (x + y) / z;
    case "?:":
      return x > 0 ? y : z;
    case "abs":
      return Math.abs(x);
    case "min":
      return Math.min(x, y);
    case "max":
      return Math.max(x, y);
    case "pin":
      return Math.max(x, Math.min(y, z));
    case "mod":
      return Math.hypot(x, y, z);
    case "sqrt":
      return Math.sqrt(Math.max(0, x));
    case "sin":
      return x * Math.sin(turn(y));
    case "cos":
      return x * Math.cos(turn(y));
    case "tan":
      return x * Math.tan(turn(y));
    case "at2":
      return ((Math.atan2(y, x) * 180) / Math.PI) * 60_000;
    default:
      return 0;
  }
}
