import type { LineMark } from "../../../model/marks.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { anchored, transform } from "./anchor.ts";
import type { Context } from "./series.ts";
import { solid, stroke } from "./styles.ts";

/** Length and half the width of the head, as multiples of the line's width, and its least length in pt. */
const HEAD = { length: 4, half: 2, least: 6 };

/**
 * An arrow as one free form: an open path for the shaft and a filled one for the head. LibreOffice draws no a:tailEnd
 * inside a chart (7.4); drawn so, the head is there in every program.
 */
export function arrowShape(mark: LineMark, id: number, { chart, look }: Context): Element {
  const [from = ORIGIN, to = ORIGIN] = mark.spots;
  const reach = Math.hypot(to.x - from.x, to.y - from.y);
  const unit = reach === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / reach, y: (to.y - from.y) / reach };
  const length = Math.min(reach, Math.max(HEAD.least, HEAD.length * mark.line.width));
  const half = (length * HEAD.half) / HEAD.length;
  const neck = { x: to.x - unit.x * length, y: to.y - unit.y * length };
  const barbs = [-half, half].map((d) => ({ x: neck.x - unit.y * d, y: neck.y + unit.x * d }));
  const points = [from, to, ...barbs];
  const [left, top] = [Math.min(...points.map((p) => p.x)), Math.min(...points.map((p) => p.y))];
  const width = Math.max(...points.map((p) => p.x)) - left;
  const height = Math.max(...points.map((p) => p.y)) - top;
  const box = { x: left, y: top, w: width, h: height };
  const place = (p: { readonly x: number; readonly y: number }) =>
    el("a:pt", { x: Math.round((p.x - left) * GRID), y: Math.round((p.y - top) * GRID) });
  const size = { w: Math.max(1, Math.round(width * GRID)), h: Math.max(1, Math.round(height * GRID)) };
  return anchored(
    box,
    chart,
    el(
      "cdr:sp",
      { macro: "", textlink: "" },
      el("cdr:nvSpPr", {}, el("cdr:cNvPr", { id, name: `Arrow ${id}` }), el("cdr:cNvSpPr")),
      el(
        "cdr:spPr",
        {},
        transform(box),
        el(
          "a:custGeom",
          {},
          el("a:avLst"),
          el("a:gdLst"),
          el("a:ahLst"),
          el("a:cxnLst"),
          el("a:rect", { l: "0", t: "0", r: "r", b: "b" }),
          el(
            "a:pathLst",
            {},
            el(
              "a:path",
              { ...size, fill: "none" },
              el("a:moveTo", {}, place(from)),
              el("a:lnTo", {}, place(neck)),
            ),
            el(
              "a:path",
              { ...size, stroke: 0 },
              el("a:moveTo", {}, place(to)),
              barbs.map((barb) => el("a:lnTo", {}, place(barb))),
              el("a:close"),
            ),
          ),
        ),
        solid(look, mark.line.ink),
        stroke(look, mark.line),
      ),
    ),
  );
}

const ORIGIN = { x: 0, y: 0 };

/** Steps of the path's own grid to a pt. */
const GRID = 100;
