import type { ChartItem, Item } from "../../../model/page.ts";
import { child, type Element, el, elements, withChild, withChildren } from "../../../ooxml/xml.ts";
import { isDrawn, isFooter, type Pictures } from "../draw/deck.ts";
import { applyFixes, type Facts, indexFixes } from "./fix.ts";
import { type FooterTexts, footers } from "./footers.ts";
import { SLIDE_FIXES } from "./index.ts";
import { number } from "./names.ts";

/** What else belongs on the slide. */
export interface Additions {
  readonly pictures: Pictures;
  /** Places a native chart. */
  readonly chart: (item: ChartItem, facts: Facts) => Element;
  readonly footers: FooterTexts;
}

/**
 * One slide as PptxGenJS drew it, mended: its shapes are matched with the items that they stand for, one to one and in
 * order; the empty placeholders that it adds at the end are dropped, charts and footers put in, ids given.
 */
export function patchSlide(drawn: Element, facts: Facts, additions: Additions): Element {
  const mended = applyFixes(drawn, indexFixes(SLIDE_FIXES), facts);
  const data = mended && child(mended, "p:cSld");
  const tree = data && child(data, "p:spTree");
  if (mended === undefined || data === undefined || tree === undefined) throw new Error("no slide was drawn");
  const shapes = elements(tree).filter((node) => !TREE_PROPERTIES.has(node.name));
  let at = 0;
  const placed = facts.page.items.flatMap((item) => {
    if (isFooter(item)) return [];
    if (!isDrawn(item, additions.pictures))
      return item.type === "chart" ? [additions.chart(item, facts)] : [];
    const shape = shapes[at++];
    if (shape === undefined) throw new Error(`"${item.name}" was not drawn`);
    return [mendShape(shape, item, facts)];
  });
  const numbered = number(el("p:spTree", {}, placed, footers(additions.footers, facts)));
  const properties = elements(tree).filter((node) => TREE_PROPERTIES.has(node.name));
  return withChild(
    mended,
    "p:cSld",
    withChild(data, "p:spTree", withChildren(tree, properties, numbered.children)),
  );
}

const TREE_PROPERTIES: ReadonlySet<string> = new Set(["p:nvGrpSpPr", "p:grpSpPr"]);

const mendShape = (shape: Element, item: Item, facts: Facts): Element =>
  SLIDE_FIXES.reduce((mended, fix) => fix.shape?.(mended, item, facts) ?? mended, shape);
