import type { ChartItem, Item } from "../../../model/page.ts";
import {
  child,
  descendant,
  type Element,
  el,
  elements,
  withChild,
  withChildren,
} from "../../../ooxml/xml.ts";
import { isDrawn, isFooter, type Pictures } from "../draw/deck.ts";
import { applyFixes, indexFixes, type PackageFacts } from "./fix.ts";
import { type FooterTexts, footers } from "./footers.ts";
import { SLIDE_FIXES } from "./index.ts";
import { number } from "./names.ts";

/** Further content of the slide, beyond what PptxGenJS drew. */
export interface Additions {
  readonly pictures: Pictures;
  /** Places a native chart. */
  readonly chart: (item: ChartItem, facts: PackageFacts) => Element;
  readonly footers: FooterTexts;
}

/**
 * One slide as PptxGenJS drew it, mended: the shape of every item is found by its name. The empty placeholders that
 * PptxGenJS adds are left out, charts and footers put in, ids given.
 */
export function patchSlide(drawn: Element, facts: PackageFacts, additions: Additions): Element {
  const data = child(drawn, "p:cSld");
  const tree = data && child(data, "p:spTree");
  if (data === undefined || tree === undefined) throw new Error("no slide was drawn");
  const shapes = new Map(elements(tree).map((shape) => [keyOf(shape), shape] as const));
  const placed = facts.page.items.flatMap((item) => {
    if (isFooter(item)) return [];
    if (!isDrawn(item, additions.pictures))
      return item.type === "chart" ? [additions.chart(item, facts)] : [];
    const shape = shapes.get(drawnKey(item, facts));
    if (shape === undefined) throw new Error(`"${item.name}" was not drawn`);
    return [mendShape(shape, item, facts)];
  });
  const numbered = number(el("p:spTree", {}, placed, footers(additions.footers, facts)));
  const properties = elements(tree).filter((node) => TREE_PROPERTIES.has(node.name));
  // PptxGenJS names the slide after its number.
  const content = el("p:cSld", {}, withChildren(tree, properties, numbered.children));
  return withChild(drawn, "p:cSld", content);
}

/** The name of a drawn shape, and if it is in a placeholder, where it has that of the placeholder. */
function keyOf(shape: Element): string {
  const [properties] = elements(shape);
  const name = properties && child(properties, "p:cNvPr")?.attributes["name"];
  const held = properties && descendant(properties, "p:nvPr", "p:ph") !== undefined;
  return `${held ? "placeholder" : "item"} ${name}`;
}

const drawnKey = (item: Item, { frames, nameOf }: PackageFacts): string =>
  item.type === "text" &&
  item.placeholder !== undefined &&
  frames.placeholders[item.placeholder] !== undefined
    ? `placeholder ${item.placeholder}`
    : `item ${nameOf(item)}`;

const TREE_PROPERTIES: ReadonlySet<string> = new Set(["p:nvGrpSpPr", "p:grpSpPr"]);

const FIXES = indexFixes(SLIDE_FIXES);

function mendShape(shape: Element, item: Item, facts: PackageFacts): Element {
  const mended = applyFixes(shape, FIXES, facts) ?? shape;
  return SLIDE_FIXES.reduce((one, fix) => fix.shape?.(one, item, facts) ?? one, mended);
}
