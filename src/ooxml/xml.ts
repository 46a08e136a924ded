/** An XML element in memory. Names carry the prefixes that the part's root declares: "a:rPr". */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Child = Element | string | null | undefined | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Builds an element; undefined attributes and empty children are left out, booleans become 1 and 0 (xsd:boolean). */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  const given: Record<string, string> = {};
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) given[key] = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  }
  return { name, attributes: given, children: flatten(children) };
}

function flatten(children: readonly Child[], into: (Element | string)[] = []): (Element | string)[] {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === "") continue;
    if (Array.isArray(child)) flatten(child, into);
    else into.push(child as Element | string);
  }
  return into;
}

export const isElement = (node: Element | string): node is Element => typeof node !== "string";

/** The child elements; text between them is left out. */
export const elements = (parent: Element): readonly Element[] => parent.children.filter(isElement);

/** The first child of that name. */
export function child(parent: Element, name: string): Element | undefined {
  for (const node of parent.children) if (typeof node !== "string" && node.name === name) return node;
  return undefined;
}

/** The first element at the end of a path of names, each a child of the one before. */
export function descendant(root: Element, ...names: readonly string[]): Element | undefined {
  let at: Element | undefined = root;
  for (const name of names) at = at && child(at, name);
  return at;
}

/** Every element of that name below the root, in document order; the root itself is not among them. */
export function all(root: Element, name: string, into: Element[] = []): readonly Element[] {
  for (const node of root.children) {
    if (typeof node === "string") continue;
    if (node.name === name) into.push(node);
    all(node, name, into);
  }
  return into;
}

/** All text below the element, concatenated. */
export const textOf = (root: Element): string =>
  root.children.map((node) => (typeof node === "string" ? node : textOf(node))).join("");

/** The element with attributes set; undefined removes one. */
export function withAttributes(element: Element, change: Attributes): Element {
  const kept = Object.entries(element.attributes).filter(([key]) => !(key in change));
  return { ...element, attributes: { ...Object.fromEntries(kept), ...el(element.name, change).attributes } };
}

/** The element with other children; undefined and false are left out. */
export const withChildren = (element: Element, ...children: readonly Child[]): Element => ({
  ...element,
  children: flatten(children),
});

/** The element with its children of that name replaced by one (or none); a new one goes last. */
export function withChild(element: Element, name: string, replacement: Element | undefined): Element {
  const children: (Element | string)[] = [];
  let placed = replacement === undefined;
  for (const node of element.children) {
    if (typeof node === "string" || node.name !== name) children.push(node);
    else if (!placed && replacement) {
      children.push(replacement);
      placed = true;
    }
  }
  if (!placed && replacement) children.push(replacement);
  return { ...element, children };
}
