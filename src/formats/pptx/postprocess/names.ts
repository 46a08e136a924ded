import type { Item } from "../../../model/page.ts";
import { RELATION } from "../../../ooxml/namespaces.ts";
import { child, type Element, el, elements, withChildren } from "../../../ooxml/xml.ts";
import { decorative } from "../elements/extensions.ts";
import { unique } from "../elements/names.ts";
import type { Fix, PackageFacts } from "./fix.ts";
import { slideLink } from "./links.ts";

/**
 * Names, alternative texts and clicks of whole shapes. What has no words of its own and no alternative text is marked as
 * decoration, so that a screen reader passes over it instead of reading out its name.
 */
export const names: Fix = {
  defect:
    "no alternative text for shapes and tables, a picture's path where it has none, no mark for decoration",
  shape: (shape, item, facts) =>
    withChildren(
      shape,
      elements(shape).map((node) => (/^p:nv\w+Pr$/.test(node.name) ? named(node, item, facts) : node)),
    ),
};

const named = (properties: Element, item: Item, facts: PackageFacts): Element =>
  withChildren(
    properties,
    properties.children.map((node) =>
      typeof node !== "string" && node.name === "p:cNvPr" ? nameOf(item, facts) : node,
    ),
  );

/** p:cNvPr of an item; ids are given at the end, when the whole slide is there. */
export function nameOf(item: Item, facts: PackageFacts): Element {
  const link = item.type === "text" || item.type === "shape" ? item : undefined;
  const descr = item.alt ?? link?.tip;
  const ornament = item.decorative === true || (descr === undefined && !hasWords(item));
  return el(
    "p:cNvPr",
    { id: 0, name: facts.nameOf(item), descr: ornament ? undefined : descr },
    link?.to !== undefined && slideLink(link.to, link.tip, facts, RELATION.slide),
    ornament && decorative(),
  );
}

const hasWords = (item: Item): boolean =>
  item.type === "text" &&
  item.paragraphs.some((paragraph) => paragraph.runs.some((run) => run.text.trim() !== ""));

/** Gives every shape an id, in reading order from 2 (1 is the tree itself), and footers a name of their own (#1532). */
export function number(tree: Element): Element {
  const taken = new Set<string>();
  let id = 1;
  return withChildren(
    tree,
    elements(tree).map((shape) => {
      const properties = elements(shape)[0];
      const name = properties && child(properties, "p:cNvPr");
      if (properties === undefined || name === undefined) return shape;
      id += 1;
      const attributes = {
        ...name.attributes,
        id: String(id),
        name: unique(name.attributes["name"] ?? "", taken),
      };
      return withChildren(
        shape,
        withChildren(
          properties,
          { ...name, attributes },
          elements(properties).filter((node) => node !== name),
        ),
        elements(shape).slice(1),
      );
    }),
  );
}
