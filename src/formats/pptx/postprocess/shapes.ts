import {
  child,
  type Element,
  el,
  elements,
  withAttributes,
  withChild,
  withChildren,
} from "../../../ooxml/xml.ts";
import { colourElement } from "../../../theme/colour.ts";
import type { Fix } from "./fix.ts";

/** Straight lines are connectors, as PowerPoint itself draws them: they take no text and stay lines when edited. */
export const connectors: Fix = {
  defect: "a line is written as a shape that takes text",
  shape: (shape, item) => {
    if (item.type !== "shape" || item.geometry !== "line" || shape.name !== "p:sp") return shape;
    const names = elements(child(shape, "p:nvSpPr") ?? el("p:nvSpPr"));
    return el(
      "p:cxnSp",
      {},
      el(
        "p:nvCxnSpPr",
        {},
        names.map((node) => (node.name === "p:cNvSpPr" ? el("p:cNvCxnSpPr") : node)),
      ),
      elements(shape).filter((node) => node.name === "p:spPr"),
    );
  },
};

/** Hatches: the notation of forecasts (IBCS), which PptxGenJS cannot fill with. */
export const patterns: Fix = {
  defect: "no pattern fills",
  shape: (shape, item, { look }) => {
    if (item.type !== "shape" || item.pattern !== "hatch" || item.fill === undefined) return shape;
    const pattern = el(
      "a:pattFill",
      { prst: "wdUpDiag" },
      el("a:fgClr", {}, colourElement(look.ink(item.fill))),
      el("a:bgClr", {}, colourElement(look.ink("paper"))),
    );
    return inProperties(shape, (node) => (node.name === "a:solidFill" ? pattern : node));
  },
};

/** Polylines are not to be filled, whoever fills the shape later; joints and ends are round. */
export const paths: Fix = {
  defect: "an open path may be filled; ends and joints are left to the program",
  shape: (shape, item) => {
    if (item.type !== "shape" || typeof item.geometry === "string") return shape;
    return inProperties(shape, (node) => {
      if (node.name === "a:ln")
        return withChildren(
          { ...node, attributes: { ...node.attributes, cap: "rnd" } },
          node.children,
          el("a:round"),
        );
      if (node.name !== "a:custGeom") return node;
      const list = child(node, "a:pathLst") ?? el("a:pathLst");
      return withChild(
        node,
        "a:pathLst",
        withChildren(
          list,
          elements(list).map((path) => withAttributes(path, { fill: "none" })),
        ),
      );
    });
  },
};

function inProperties(shape: Element, mend: (node: Element) => Element): Element {
  const properties = child(shape, "p:spPr");
  if (properties === undefined) return shape;
  return withChild(shape, "p:spPr", withChildren(properties, elements(properties).map(mend)));
}
