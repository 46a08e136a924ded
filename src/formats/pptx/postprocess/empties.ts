import { child, el, elements, withChildren } from "../../../ooxml/xml.ts";
import type { Fix } from "./fix.ts";

/** Elements that say nothing, or that lack what PowerPoint always writes beside them. */
export const empties: Fix = {
  defect: "empty a:ln, ground without a:effectLst, change marks of a document that was never changed",
  elements: {
    "a:ln": (line) => (line.children.length === 0 ? el("a:ln", {}, el("a:noFill")) : line),
    "p:bgPr": (ground) =>
      child(ground, "a:effectLst") ? ground : withChildren(ground, ground.children, el("a:effectLst")),
    "p:nvPr": (properties) =>
      withChildren(
        properties,
        elements(properties).filter((node) => node.name !== "p:extLst"),
      ),
    "p:cSld": ({ name, children }) => ({ name, attributes: {}, children }),
  },
};
