import { emuToPt } from "../../base/units.ts";
import type { Geometry, ShapeItem } from "../../model/page.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { cornerRadius } from "../page/measures.ts";
import { fillWith, hex, pen } from "./color.ts";
import type { DisplayNode, PathNode, Rect } from "./list.ts";
import { ellipse, polyline, rectangle, rounded, type Spot } from "./path.ts";
import { frameBox } from "./text.ts";

/** Length of an arrow's head as a multiple of the line's width, and its least length in pt: PowerPoint's medium triangle. */
const HEAD = { length: 3, least: 4.5 };

/** The outline of a shape as PowerPoint defines it (ECMA-376 Part 1, Annex D, presetShapeDefinitions; default adjustments). */
export function geometryPath(geometry: Exclude<Geometry, "line">, box: Rect, radius: number): string {
  const { x, y, w, h } = box;
  const point = 0.5 * Math.min(w, h);
  const spots = (...shares: readonly (readonly [number, number])[]): string =>
    polyline(
      shares.map(([dx, dy]): Spot => ({ x: x + dx, y: y + dy })),
      true,
    );
  switch (geometry) {
    case "rect":
      return rectangle(box);
    case "roundRect":
      return rounded(box, radius);
    case "ellipse":
      return ellipse(box);
    case "chevron":
      return spots([0, 0], [w - point, 0], [w, h / 2], [w - point, h], [0, h], [point, h / 2]);
    case "homePlate":
      return spots([0, 0], [w - point, 0], [w, h / 2], [w - point, h], [0, h]);
    case "diamond":
      return spots([w / 2, 0], [w, h / 2], [w / 2, h], [0, h / 2]);
    case "triangle":
      return spots([w / 2, 0], [w, h], [0, h]);
  }
}

/** The marks of a shape. */
export function shapeNodes(item: ShapeItem, look: ResolvedTheme): readonly DisplayNode[] {
  const box = frameBox(item.frame);
  const { geometry, line } = item;
  if (typeof geometry === "object") {
    if (line === undefined) return [];
    return geometry.strokes.map((stroke): PathNode => {
      const spots = stroke.map((spot) => ({ x: box.x + spot.x * box.w, y: box.y + spot.y * box.h }));
      return { type: "path", d: polyline(spots), box, pen: pen(look, line, "round") };
    });
  }
  if (geometry === "line") return line === undefined ? [] : straight(item, box, look);
  return [
    {
      type: "path",
      d: geometryPath(geometry, box, cornerRadius(item.frame)),
      box,
      ...(item.fill === undefined ? {} : { fill: fillWith(look, item.fill, item.pattern ?? "solid") }),
      ...(line === undefined ? {} : { pen: pen(look, line) }),
    },
  ];
}

function straight(item: ShapeItem, box: Rect, look: ResolvedTheme): readonly DisplayNode[] {
  if (item.line === undefined) return [];
  const [top, bottom] = [box.y, box.y + emuToPt(item.frame.h)];
  const from = { x: box.x, y: item.flip ? bottom : top };
  const to = { x: box.x + box.w, y: item.flip ? top : bottom };
  return arrowNodes(from, to, item.line, item.arrow ?? "none", HEAD, look);
}

/** A line, with a head at its end where one is asked for; `head` gives its length in widths and at least in pt. */
export function arrowNodes(
  from: Spot,
  to: Spot,
  line: Parameters<typeof pen>[1],
  arrow: "none" | "end",
  head: { readonly length: number; readonly least: number },
  look: ResolvedTheme,
): readonly PathNode[] {
  const box = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(to.x - from.x),
    h: Math.abs(to.y - from.y),
  };
  const reach = Math.hypot(to.x - from.x, to.y - from.y);
  if (arrow === "none" || reach === 0)
    return [{ type: "path", d: polyline([from, to]), box, pen: pen(look, line) }];
  const size = Math.min(reach, Math.max(head.least, head.length * line.width));
  const unit = { x: (to.x - from.x) / reach, y: (to.y - from.y) / reach };
  const neck = { x: to.x - unit.x * size, y: to.y - unit.y * size };
  const barb = (side: 1 | -1): Spot => ({
    x: neck.x - (side * unit.y * size) / 2,
    y: neck.y + (side * unit.x * size) / 2,
  });
  return [
    { type: "path", d: polyline([from, neck]), box, pen: pen(look, line) },
    {
      type: "path",
      d: polyline([to, barb(1), barb(-1)], true),
      box,
      fill: { colour: hex(look, line.ink), pattern: "solid" },
    },
  ];
}
