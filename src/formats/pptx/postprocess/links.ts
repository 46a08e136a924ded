import { type Element, el } from "../../../ooxml/xml.ts";
import type { Fix, PackageFacts } from "./fix.ts";

/** The relationships of pictures and words keep their meaning when the slide's own are numbered anew. */
export const links: Fix = {
  defect: "links with empty tips, targets and actions; the addresses of pictures' links unescaped (#1239)",
  issue: 1239,
  elements: {
    "a:blip": (blip, { relink }) => ({
      ...blip,
      attributes: { "r:embed": relink(blip.attributes["r:embed"] ?? "") },
    }),
    "a:hlinkClick": ({ name, attributes, children }, { relink }) =>
      el(
        name,
        { "r:id": relink(attributes["r:id"] ?? ""), action: attributes["action"] || undefined },
        children,
      ),
  },
};

const JUMP = "ppaction://hlinksldjump";

/** The click of a whole shape that leads to a slide (ECMA-376 Part 1, 21.1.2.3.5). */
export function slideLink(to: string, tip: string | undefined, facts: PackageFacts, type: string): Element {
  return el("a:hlinkClick", {
    "r:id": facts.relations.add(type, facts.slidePart(to)),
    action: JUMP,
    tooltip: tip,
  });
}
