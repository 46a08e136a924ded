import { el, elements, withChildren } from "../../../ooxml/xml.ts";
import type { Fix } from "./fix.ts";

/** Elements that say nothing. */
export const empties: Fix = {
  defect: "empty a:ln, change marks of a document that was never changed",
  elements: {
    "a:ln": (line) => (line.children.length === 0 ? el("a:ln", {}, el("a:noFill")) : line),
    "p:nvPr": (properties) =>
      withChildren(
        properties,
        elements(properties).filter((node) => node.name !== "p:extLst"),
      ),
  },
};
