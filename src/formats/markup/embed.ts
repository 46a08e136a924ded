import { parse } from "../../ooxml/parse.ts";
import { type Element, isElement } from "../../ooxml/xml.ts";
import type { Rect } from "../display/list.ts";
import { tag, textMarkup } from "./markup.ts";

/** An SVG document as a part of another one, over a box; its ids get a beginning that keeps them apart from all others. */
export function embedded(document: Uint8Array, { x, y, w, h }: Rect, ids: string): string {
  const root = parse(document);
  const { viewBox } = root.attributes;
  const place = { x, y, width: w, height: h, viewBox, preserveAspectRatio: "none" };
  // Counted anew, since programs that draw number their ids on and on through all that a process draws.
  const names = new Map<string, string>();
  const named = (id: string): string => {
    const name = names.get(id) ?? `${ids}${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  return tag("svg", place, contents(root, named));
}

type Rename = (id: string) => string;

/** Children of an SVG element as markup, with other ids. */
const contents = ({ children }: Element, rename: Rename): string =>
  children.map((node) => (isElement(node) ? markup(node, rename) : textMarkup(node))).join("");

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
