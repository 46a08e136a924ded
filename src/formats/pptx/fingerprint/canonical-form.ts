import { child, type Element, elements, isElement } from "../../../ooxml/xml.ts";

/**
 * An element as one line that does not depend on how a program writes XML: attributes by name, no namespaces, no
 * extensions, true and false as 1 and 0.
 */
export function canonicalForm(element: Element | undefined): string {
  if (element === undefined) return "";
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => `${name}=${flag(value)}`)
    .sort();
  const inner = element.children
    .filter((node) => !isElement(node) || (node.name !== "a:extLst" && node.name !== "c:extLst"))
    .map((node) => (isElement(node) ? canonicalForm(node) : node));
  return `${element.name}(${attributes.join(" ")})[${inner.join("")}]`;
}

export const flag = (value: string): string => (value === "true" ? "1" : value === "false" ? "0" : value);

/** Returns the fill of a shape, a run or a line, from the child that declares it. */
export const fillOf = (element: Element | undefined): string =>
  element === undefined ? "" : canonicalForm(elements(element).find(({ name }) => /Fill$/.test(name)));

/** Place and size of a:xfrm or p:xfrm; of a table's frame without its height, which PowerPoint computes anew. */
export function placeOf(transform: Element | undefined, height = true): string {
  if (transform === undefined) return "";
  const { rot = "0", flipH = "0", flipV = "0" } = transform.attributes;
  const at = (name: string): string => {
    const { x, y, cx, cy } = child(transform, name)?.attributes ?? {};
    return [x, y, cx, height ? cy : undefined].filter((value) => value !== undefined).join(",");
  };
  return ["a:off", "a:ext", "a:chOff", "a:chExt"].map(at).concat(rot, flag(flipH), flag(flipV)).join(" ");
}
