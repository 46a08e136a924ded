import { ptToEmu } from "../../../base/units.ts";
import type { TextItem } from "../../../model/page.ts";
import {
  child,
  type Element,
  el,
  elements,
  withAttributes,
  withChild,
  withChildren,
} from "../../../ooxml/xml.ts";
import type { PlaceholderFrame } from "../../../theme/frames.ts";
import { cornerRadius } from "../../page/measures.ts";
import { ANCHOR } from "../elements/anchor.ts";
import { placeholderMark } from "../elements/placeholders.ts";
import { transform } from "../elements/transform.ts";
import type { Facts, Fix } from "./fix.ts";
import { bodyProperties, type Inherited, NOTHING, paragraphsOf } from "./paragraphs.ts";

/** Texts of their own: one a:pPr a paragraph, explicit insets, language by script. */
export const texts: Fix = {
  defect:
    "a second a:pPr in a paragraph of several runs; insets shared between shapes; every text said to be American",
  shape: (shape, item, facts) => {
    if (item.type !== "text" || item.placeholder !== undefined) return shape;
    return withBody(shape, item, ownProperties(item), NOTHING, facts);
  },
};

/**
 * Text in a rounded rectangle begins where the corner's curve does, in PowerPoint's own definition of the shape (ECMA-376
 * Part 1, Annex D, presetShapeDefinitions, roundRect: il = r × 0.29289): taken off the insets, so that layout's hold.
 * A centred single line in any shape of its own never wraps: the text rectangles of arrows and circles are narrow.
 */
function ownProperties(item: TextItem): Element {
  const curve = item.geometry === "roundRect" ? Math.round(ptToEmu(cornerRadius(item.frame)) * 0.29289) : 0;
  const less = (inset: number): number => Math.max(0, inset - curve);
  const { left, top, right, bottom } = item.insets;
  const properties = bodyProperties(
    { left: less(left), top: less(top), right: less(right), bottom: less(bottom) },
    item.anchor,
  );
  const single = item.paragraphs.every(({ lines, align }) => lines.length === 1 && align === "center");
  const shaped = item.geometry !== undefined && item.geometry !== "rect";
  return shaped && single ? withAttributes(properties, { wrap: "none" }) : properties;
}

/**
 * Placeholders: PptxGenJS copies the layout's geometry and formatting into the slide, so that a change of the layout
 * moves nothing. What equals the layout is left out here; what differs, such as the inset that balances a title, stays.
 */
export const placeholders: Fix = {
  defect:
    "geometry and formatting of the layout are copied into every slide; prompts are claimed that do not exist",
  shape: (shape, item, facts) => {
    if (item.type !== "text" || item.placeholder === undefined) return shape;
    const layout = facts.frames.placeholders[item.placeholder];
    const inherited = inheritedFrom(item, layout, facts);
    const body = layout === undefined ? bodyProperties(item.insets, item.anchor) : differing(item, layout);
    const marked = withChild(shape, "p:nvSpPr", placeholderName(child(shape, "p:nvSpPr"), item, facts));
    return withBody(withChild(marked, "p:spPr", geometry(shape, item, layout)), item, body, inherited, facts);
  },
};

function withBody(
  shape: Element,
  item: TextItem,
  properties: Element,
  inherited: Inherited,
  facts: Facts,
): Element {
  const body = child(shape, "p:txBody");
  if (body === undefined) return shape;
  return withChild(
    shape,
    "p:txBody",
    el("p:txBody", {}, properties, el("a:lstStyle"), paragraphsOf(item.paragraphs, inherited, facts)),
  );
}

function inheritedFrom(item: TextItem, layout: PlaceholderFrame | undefined, facts: Facts): Inherited {
  if (layout === undefined) return { ...NOTHING, listed: true };
  return { role: facts.look.role(layout.role), align: layout.align, listed: item.placeholder === "body" };
}

/** a:bodyPr with only what the layout does not say: its insets are zero, its anchor is the frame's. */
function differing(item: TextItem, layout: PlaceholderFrame): Element {
  const { left, top, right, bottom } = item.insets;
  const other = (inset: number): number | undefined => (inset === 0 ? undefined : inset);
  return el("a:bodyPr", {
    lIns: other(left),
    tIns: other(top),
    rIns: other(right),
    bIns: other(bottom),
    anchor: item.anchor === layout.anchor ? undefined : ANCHOR[item.anchor],
  });
}

function geometry(shape: Element, item: TextItem, layout: PlaceholderFrame | undefined): Element {
  const { frame } = item;
  const same =
    layout !== undefined &&
    layout.frame.x === frame.x &&
    layout.frame.y === frame.y &&
    layout.frame.w === frame.w &&
    layout.frame.h === frame.h;
  const drawn = child(shape, "p:spPr");
  const styled = item.fill !== undefined || item.line !== undefined || item.geometry !== undefined;
  const kept = styled && drawn ? elements(drawn).filter((node) => node.name !== "a:xfrm") : [];
  return el("p:spPr", {}, same ? null : transform("a:xfrm", frame), kept);
}

function placeholderName(properties: Element | undefined, item: TextItem, facts: Facts): Element | undefined {
  if (properties === undefined || item.placeholder === undefined) return properties;
  return withChildren(
    properties,
    elements(properties).map((node) => {
      if (node.name === "p:cNvSpPr") return el("p:cNvSpPr", {}, el("a:spLocks", { noGrp: true }));
      if (node.name === "p:nvPr" && item.placeholder)
        return el("p:nvPr", {}, placeholderMark(item.placeholder, facts.page.layout));
      return node.name === "p:cNvPr" ? withAttributes(node, { descr: item.alt }) : node;
    }),
  );
}
