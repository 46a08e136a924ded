import { escapeAttribute, escapeText } from "./escape.ts";
import { inOrder } from "./sequence.ts";
import type { Element } from "./xml.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A part's bytes in UTF-8, children in schema order. Deterministic: attributes stand in the order they were given.
 * Throws when an element holds a child that its schema does not know.
 */
export const serialise = (root: Element): Uint8Array => new TextEncoder().encode(toText(root));

/** A part's bytes with the children in the order in which they are given. */
export const serialiseAsIs = (root: Element): Uint8Array =>
  new TextEncoder().encode(DECLARATION + write(root, (element) => element.children));

/** An XML document as a string. */
export const toText = (root: Element): string => DECLARATION + write(root);

function write(element: Element, childrenOf: (element: Element) => Element["children"] = inOrder): string {
  let out = `<${element.name}`;
  for (const key in element.attributes) out += ` ${key}="${escapeAttribute(element.attributes[key] ?? "")}"`;
  if (element.children.length === 0) return `${out}/>`;
  out += ">";
  for (const node of childrenOf(element))
    out += typeof node === "string" ? escapeText(node) : write(node, childrenOf);
  return `${out}</${element.name}>`;
}
