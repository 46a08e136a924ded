import {
  type BoxMark,
  boxAroundMark,
  type LineMark,
  type Mark,
  type MarkPart,
  type TextMark,
} from "../../../model/marks.ts";
import { frameOf } from "../../../model/paint.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { anchored, transform } from "./anchor.ts";
import { arrowShape } from "./arrow.ts";
import { categoryLabelling } from "./categories.ts";
import { isDrawnLegend } from "./legend.ts";
import type { Context } from "./series.ts";
import { fill, glass, level, noFill, noLine, paragraph, solid, stroke } from "./styles.ts";

/**
 * c:userShapes (ECMA-376 Part 1, 21.2.2.220; 21.3), the drawing inside a chart: what no series can draw. It moves and
 * scales with the chart. Nothing where there is no such mark. Grounds first, since nothing in a chart lies behind its
 * plot; see `glass`.
 */
export function userShapes(context: Context): Element | undefined {
  const { chart } = context;
  const named = categoryLabelling(chart).by === "shapes";
  const keyed = isDrawnLegend(chart);
  const marks = chart.marks.filter(
    ({ part }) => SHAPES.has(part) || (named && part === "category") || (keyed && part === "key"),
  );
  if (marks.length === 0) return undefined;
  return el(
    "c:userShapes",
    { "xmlns:c": NS.c, "xmlns:a": NS.a },
    marks.map((mark, i) => drawing(mark, i + 2, context)),
  );
}

/** Parts of a chart that PowerPoint does not draw by itself, so they are written as shapes. */
const SHAPES: ReadonlySet<MarkPart> = new Set(["ground", "connector", "crossing", "annotation", "middle"]);

function drawing(mark: Mark, id: number, context: Context): Element {
  switch (mark.type) {
    case "line":
      return mark.arrow ? arrowShape(mark, id, context) : lineShape(mark, id, context);
    case "box":
      return boxShape(mark, id, context);
    case "text":
      return textShape(mark, id, context);
    default:
      throw new Error(`a ${mark.type} of a chart is no shape`);
  }
}

function lineShape(mark: LineMark, id: number, context: Context): Element {
  const [from, to] = [mark.spots[0] ?? ORIGIN, mark.spots.at(-1) ?? ORIGIN];
  const box = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(to.x - from.x),
    h: Math.abs(to.y - from.y),
  };
  return anchored(
    box,
    context.chart,
    el(
      "cdr:cxnSp",
      { macro: "" },
      el("cdr:nvCxnSpPr", {}, el("cdr:cNvPr", { id, name: `Line ${id}` }), el("cdr:cNvCxnSpPr")),
      el(
        "cdr:spPr",
        {},
        transform(box, { flipH: to.x < from.x, flipV: to.y < from.y }),
        geometry("line"),
        stroke(context.look, mark.line),
      ),
    ),
  );
}

function boxShape(mark: BoxMark, id: number, { chart, look, language }: Context): Element {
  const line = frameOf(mark.paint, mark.line);
  const ground = mark.part === "ground" && mark.paint.pattern === "solid";
  return anchored(
    mark.box,
    chart,
    el(
      "cdr:sp",
      { macro: "", textlink: "" },
      el("cdr:nvSpPr", {}, el("cdr:cNvPr", { id, name: `Box ${id}` }), el("cdr:cNvSpPr")),
      el(
        "cdr:spPr",
        {},
        transform(mark.box),
        geometry(mark.rounded ? "roundRect" : "rect", mark.rounded ? 50_000 : undefined),
        ground ? glass(look, mark.paint.ink) : fill(look, mark.paint),
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

function textShape(mark: TextMark, id: number, { chart, look, language }: Context): Element {
  const box = boxAroundMark(mark);
  const align = { left: "l", center: "ctr", right: "r" } as const;
  // The name of a column begins under the plot, however high a program sets its lines.
  const anchor = mark.part === "category" && mark.align === "center" ? "t" : "ctr";
  return anchored(
    box,
    chart,
    el(
      "cdr:sp",
      { macro: "", textlink: "" },
      el("cdr:nvSpPr", {}, el("cdr:cNvPr", { id, name: `Text ${id}` }), el("cdr:cNvSpPr", { txBox: 1 })),
      el(
        "cdr:spPr",
        {},
        transform(box),
        geometry(mark.rounded ? "roundRect" : "rect", mark.rounded ? 50_000 : undefined),
        mark.fill ? solid(look, mark.fill) : noFill(),
        mark.line ? stroke(look, mark.line) : noLine(),
      ),
      el(
        "cdr:txBody",
        {},
        level({ lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor }),
        el("a:lstStyle"),
        paragraph(look, mark.lines, { ink: "muted", ...mark }, language, align[mark.align]),
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

const ORIGIN = { x: 0, y: 0 };
