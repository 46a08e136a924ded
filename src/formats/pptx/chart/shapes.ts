import { frameOf } from "../../../model/paint.ts";
import type { DrawnShape, PlacedChart } from "../../../model/placed.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { categoryLabelling, placeCategoryLabels } from "../../chart/categories.ts";
import { groupLayers } from "../../chart/groups.ts";
import { connectorShapes, lineShapes } from "../../chart/marks.ts";
import { middle } from "../../chart/middle.ts";
import { anchored, transform } from "./anchor.ts";
import { arrowShape } from "./arrow.ts";
import type { Context } from "./series.ts";
import { fill, glass, level, noFill, noLine, paragraph, solid, stroke } from "./styles.ts";

type Line = Extract<DrawnShape, { type: "line" }>;
type Ground = Extract<DrawnShape, { type: "box" }>;
type Words = Extract<DrawnShape, { type: "text" }> & { readonly anchor?: "top" | "middle" };

/**
 * c:userShapes (ECMA-376 Part 1, 21.2.2.220; 21.3), the drawing inside a chart: what no series can draw. It moves and
 * scales with the chart. Nothing where there is no such shape. Grounds first, since nothing in a chart lies behind its
 * plot; see `glass`.
 */
export function userShapes(context: Context): Element | undefined {
  const { chart } = context;
  const shapes = [
    ...chart.shapes.filter(isGround),
    ...connectorShapes(chart),
    ...lineShapes(chart, groupLayers(chart).drawn),
    ...categoryWords(chart),
    ...chart.shapes.filter((shape) => !isGround(shape)),
    ...middle(chart),
  ];
  if (shapes.length === 0) return undefined;
  return el(
    "c:userShapes",
    { "xmlns:c": NS.c, "xmlns:a": NS.a },
    shapes.map((shape, i) => drawing(shape, i + 2, context)),
  );
}

function drawing(shape: DrawnShape, id: number, context: Context): Element {
  switch (shape.type) {
    case "line":
      return shape.arrow === "end" ? arrowShape(shape, id, context) : lineShape(shape, id, context);
    case "box":
      return boxShape(shape, id, context);
    case "text":
      return textShape(shape, id, context);
  }
}

const isGround = (shape: DrawnShape): boolean => shape.type === "box" && shape.behind;

function categoryWords(chart: PlacedChart): Words[] {
  if (categoryLabelling(chart).by !== "shapes") return [];
  return placeCategoryLabels(chart).map((label) => ({
    type: "text",
    ink: "muted",
    size: chart.labelSize,
    ...label,
  }));
}

function lineShape(shape: Line, id: number, context: Context): Element {
  const box = {
    x: Math.min(shape.x1, shape.x2),
    y: Math.min(shape.y1, shape.y2),
    w: Math.abs(shape.x2 - shape.x1),
    h: Math.abs(shape.y2 - shape.y1),
  };
  return anchored(
    box,
    el(
      "cdr:cxnSp",
      { macro: "" },
      el("cdr:nvCxnSpPr", {}, el("cdr:cNvPr", { id, name: `Line ${id}` }), el("cdr:cNvCxnSpPr")),
      el(
        "cdr:spPr",
        {},
        transform(box, context.chart, { flipH: shape.x2 < shape.x1, flipV: shape.y2 < shape.y1 }),
        geometry("line"),
        stroke(context.look, shape.line),
      ),
    ),
  );
}

function boxShape(shape: Ground, id: number, { chart, look, language }: Context): Element {
  const line = frameOf(shape.paint, shape.line);
  const ground = shape.behind && shape.paint.pattern === "solid";
  return anchored(
    shape.box,
    el(
      "cdr:sp",
      { macro: "", textlink: "" },
      el("cdr:nvSpPr", {}, el("cdr:cNvPr", { id, name: `Box ${id}` }), el("cdr:cNvSpPr")),
      el(
        "cdr:spPr",
        {},
        transform(shape.box, chart),
        geometry(shape.rounded ? "roundRect" : "rect", shape.rounded ? 50_000 : undefined),
        ground ? glass(look, shape.paint.ink) : fill(look, shape.paint),
        line ? stroke(look, line) : noLine(),
      ),
      el(
        "cdr:txBody",
        {},
        el("a:bodyPr"),
        el("a:lstStyle"),
        el("a:p", {}, el("a:endParaRPr", { lang: language })),
      ),
    ),
  );
}

function textShape(shape: Words, id: number, { chart, look, language }: Context): Element {
  const align = { left: "l", center: "ctr", right: "r" } as const;
  const anchor = shape.anchor === "top" ? "t" : "ctr";
  return anchored(
    shape.box,
    el(
      "cdr:sp",
      { macro: "", textlink: "" },
      el("cdr:nvSpPr", {}, el("cdr:cNvPr", { id, name: `Text ${id}` }), el("cdr:cNvSpPr", { txBox: 1 })),
      el(
        "cdr:spPr",
        {},
        transform(shape.box, chart),
        geometry(shape.rounded ? "roundRect" : "rect", shape.rounded ? 50_000 : undefined),
        shape.fill ? solid(look, shape.fill) : noFill(),
        shape.line ? stroke(look, shape.line) : noLine(),
      ),
      el(
        "cdr:txBody",
        {},
        level({ lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor }),
        el("a:lstStyle"),
        paragraph(look, shape.lines, shape, language, align[shape.align]),
      ),
    ),
  );
}

function geometry(prst: string, adjust?: number): Element {
  return el(
    "a:prstGeom",
    { prst },
    el("a:avLst", {}, adjust !== undefined && el("a:gd", { name: "adj", fmla: `val ${adjust}` })),
  );
}
