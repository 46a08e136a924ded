import { parse } from "../../ooxml/parse.ts";
import { type Element, isElement } from "../../ooxml/xml.ts";
import type { Rect } from "../scene/scene.ts";
import { tag, words } from "../svg/markup.ts";

/** An SVG document of marks that a canvas drew, and the words over them; lengths in px. */
export function svgDocument(
  drawn: Uint8Array,
  written: string,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const root = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  // The canvas numbers its ids on and on, through all that the process draws.
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    const name = ids.get(id) ?? `c${ids.size + 1}`;
    ids.set(id, name);
    return name;
  };
  return tag("svg", root, contents(parse(drawn), named), written);
}

/** An SVG document as a part of another one, over a box; its ids get a beginning that keeps them apart from all others. */
export function embedded(document: Uint8Array, { x, y, w, h }: Rect, ids: string): string {
  const root = parse(document);
  const { viewBox } = root.attributes;
  const place = { x, y, width: w, height: h, viewBox, preserveAspectRatio: "none" };
  return tag(
    "svg",
    place,
    contents(root, (id) => ids + id),
  );
}

type Rename = (id: string) => string;

const contents = ({ children }: Element, rename: Rename): string =>
  children.map((node) => (isElement(node) ? markup(node, rename) : words(node))).join("");

function markup(element: Element, rename: Rename): string {
  const own = Object.entries(element.attributes).map(([key, value]) => [
    key,
    key === "id"
      ? rename(value)
      : rounded(value).replace(/^url\(#(.*)\)$/, (_, id: string) => `url(#${rename(id)})`),
  ]);
  return tag(element.name, Object.fromEntries(own), contents(element, rename));
}

/** Numbers as short as they can be: a hundredth of a px is never seen. */
const rounded = (value: string): string =>
  value.replace(/-?\d+\.\d{3,}(?!\d|e)/g, (number) => String(Number(Number(number).toFixed(2))));
