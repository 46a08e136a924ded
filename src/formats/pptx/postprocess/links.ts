import type { PlacedRun } from "../../../model/page.ts";
import { NS, RELATION } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { Facts, Fix } from "./fix.ts";

/** The relationship of a picture keeps its meaning when the slide's own are numbered anew. */
export const links: Fix = {
  defect: "the addresses of links stand escaped twice or not at all (#1239)",
  issue: 1239,
  elements: {
    "a:blip": (blip, { relink }) => ({
      ...blip,
      attributes: { "r:embed": relink(blip.attributes["r:embed"] ?? "") },
    }),
  },
};

/** The click of words that lead somewhere, in the colour of the words ([MS-ODRAWXML] 2.27, hlinkClr). */
export function wordLink({ href, to }: PlacedRun, facts: Facts): Element | undefined {
  if (href === undefined && to === undefined) return undefined;
  const id =
    href === undefined
      ? facts.relations.add(RELATION.slide, facts.slidePart(to ?? ""))
      : facts.relations.add(RELATION.hyperlink, safeAddress(href), true);
  return el(
    "a:hlinkClick",
    { "r:id": id, action: href === undefined ? JUMP : undefined },
    el(
      "a:extLst",
      {},
      el(
        "a:ext",
        { uri: "{A12FA001-AC4F-418D-AE19-62706E023703}" },
        el("ahyp:hlinkClr", { "xmlns:ahyp": NS.linkColour, val: "tx" }),
      ),
    ),
  );
}

const JUMP = "ppaction://hlinksldjump";

/** The click of a whole shape that leads to a slide (ECMA-376 Part 1, 21.1.2.3.5). */
export function slideLink(to: string, tip: string | undefined, facts: Facts, type: string): Element {
  return el("a:hlinkClick", {
    "r:id": facts.relations.add(type, facts.slidePart(to)),
    action: JUMP,
    tooltip: tip,
  });
}

/**
 * The address in the form in which a relationship may hold it. Throws for anything but https, http and mailto: a deck must not
 * start programs or open files.
 */
function safeAddress(href: string): string {
  const address = new URL(href);
  if (!["https:", "http:", "mailto:"].includes(address.protocol)) {
    throw new Error(`a link may lead to https, http and mailto only: ${address.protocol}`);
  }
  return address.href;
}
