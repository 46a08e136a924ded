import type { Frame } from "../../../base/geometry.ts";
import { type Element, el } from "../../../ooxml/xml.ts";

/** a:xfrm or p:xfrm of a frame (ECMA-376 Part 1, 20.1.7.6). */
export const transform = (
  name: "a:xfrm" | "p:xfrm",
  frame: Frame,
  attributes: Readonly<Record<string, string>> = {},
): Element =>
  el(name, attributes, el("a:off", { x: frame.x, y: frame.y }), el("a:ext", { cx: frame.w, cy: frame.h }));
