import { type Element, isElement, withAttributes } from "../ooxml/xml.ts";

/** The largest number that PowerPoint gives to shapes; the schema allows twice as much, other programs do not. */
const LARGEST = 2_147_483_647;

/** Numbers that were given so far. */
interface Numbering {
  readonly taken: Set<number>;
  /** The new number of the first shape that had the number that a reference names. */
  readonly first: Map<string, number>;
  next: number;
}

/**
 * A master or layout in which each shape has a number of its own, from 1 on (ECMA-376 Part 1, 19.3.1.12), as PowerPoint asks
 * and other programs do not keep. Numbers that are sound stay; connectors follow the shapes that they are glued to, and lose
 * the glue where there is none.
 */
export function withShapeIds(root: Element): Element {
  const numbering: Numbering = { taken: new Set(), first: new Map(), next: highest(root) + 1 };
  return glued(numbered(root, numbering), numbering.first);
}

const isAbout = ({ name }: Element): boolean => /(^|:)cNvPr$/.test(name);

function idOf({ attributes }: Element): number | undefined {
  const text = attributes["id"]?.trim() ?? "";
  const id = /^\+?\d{1,10}$/.test(text) ? Number(text) : 0;
  return id >= 1 && id <= LARGEST ? id : undefined;
}

/** The highest number that leaves room above it; 0 where there is none. */
function highest(element: Element): number {
  const own = isAbout(element) ? (idOf(element) ?? 0) : 0;
  return element.children
    .filter(isElement)
    .reduce((most, node) => Math.max(most, highest(node)), own < LARGEST / 2 ? own : 0);
}

function numbered(element: Element, numbering: Numbering): Element {
  if (element.name === "mc:AlternateContent") return alternatives(element, numbering);
  const children = element.children.map((node) =>
    typeof node === "string" ? node : numbered(node, numbering),
  );
  return isAbout(element) ? numberOf({ ...element, children }, numbering) : { ...element, children };
}

function numberOf(about: Element, numbering: Numbering): Element {
  const { taken, first } = numbering;
  const own = idOf(about);
  let id = own;
  if (id === undefined || taken.has(id)) {
    while (taken.has(numbering.next)) numbering.next += 1;
    id = numbering.next;
  }
  taken.add(id);
  const named = about.attributes["id"] ?? "";
  if (!first.has(named)) first.set(named, id);
  return id === own ? about : withAttributes(about, { id });
}

/** Choices of one drawing: only one of them is drawn, so a number may stand in each. */
function alternatives(element: Element, numbering: Numbering): Element {
  const before = new Set(numbering.taken);
  const children = element.children.map((node) => {
    if (typeof node === "string") return node;
    const own: Numbering = { ...numbering, taken: new Set(before) };
    const done = numbered(node, own);
    for (const id of own.taken) numbering.taken.add(id);
    numbering.next = Math.max(numbering.next, own.next);
    return done;
  });
  return { ...element, children };
}

/** Ends of connectors name the shapes by their new numbers. */
function glued(element: Element, ids: ReadonlyMap<string, number>): Element {
  const children = element.children.flatMap((node): readonly (Element | string)[] => {
    if (typeof node === "string") return [node];
    if (node.name !== "a:stCxn" && node.name !== "a:endCxn") return [glued(node, ids)];
    const id = ids.get(node.attributes["id"] ?? "");
    return id === undefined ? [] : [withAttributes(node, { id })];
  });
  return { ...element, children };
}
