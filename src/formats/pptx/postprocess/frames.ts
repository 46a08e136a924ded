import { type Frame, frame } from "../../../base/geometry.ts";
import { storedBox } from "../../../base/orientation.ts";
import type { Item } from "../../../model/page.ts";
import { child, elements, withChildren } from "../../../ooxml/xml.ts";
import { transform } from "../elements/transform.ts";
import type { Fix } from "./fix.ts";

/** The frame of a picture that is turned is that of its pixels as they are stored, about the same middle (20.1.7.6). */
function frameOf(item: Item): Frame {
  if (item.type !== "picture") return item.frame;
  const { x, y, w, h } = storedBox(item.frame, item.orientation ?? 1);
  return frame(Math.round(x), Math.round(y), w, h);
}

/** PptxGenJS takes lengths under 100 for inches and guesses heights of tables; the frame of the item is what holds. */
export const frames: Fix = {
  defect: "units are guessed from the size of the number",
  shape: (shape, item) =>
    withChildren(
      shape,
      elements(shape).map((node) => {
        if (node.name === "p:xfrm") return transform("p:xfrm", item.frame);
        const drawn = node.name === "p:spPr" ? child(node, "a:xfrm") : undefined;
        if (drawn === undefined) return node;
        return withChildren(
          node,
          elements(node).map((one) =>
            one === drawn ? transform("a:xfrm", frameOf(item), drawn.attributes) : one,
          ),
        );
      }),
    ),
};
