import { type Element, el } from "../../../ooxml/xml.ts";
import type { Cure, Facts } from "./cure.ts";

/** Relationships keep their meaning when the slide's own are numbered anew; empty attributes of links are left out. */
export const links: Cure = {
  defect: "links carry eight empty attributes; their addresses stand escaped twice or not at all (#1239)",
  issue: 1239,
  elements: {
    "a:hlinkClick": (link, { relink }) => {
      const { "r:id": id = "", action, tooltip } = link.attributes;
      return {
        ...link,
        attributes: { "r:id": relink(id), ...(action ? { action } : {}), ...(tooltip ? { tooltip } : {}) },
      };
    },
    "a:blip": (blip, { relink }) => ({
      ...blip,
      attributes: { "r:embed": relink(blip.attributes["r:embed"] ?? "") },
    }),
  },
};

/** The click of a whole shape that leads to a slide (ECMA-376 Part 1, 21.1.2.3.5). */
export function slideLink(to: string, tip: string | undefined, facts: Facts, type: string): Element {
  return el("a:hlinkClick", {
    "r:id": facts.relations.add(type, facts.slidePart(to)),
    action: "ppaction://hlinksldjump",
    tooltip: tip,
  });
}
