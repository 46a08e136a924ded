import { guid, sha256 } from "../../../ooxml/hash.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { child, type Element, el, elements, withChild } from "../../../ooxml/xml.ts";

/** [MS-ODRAWXML] 2.33: a shape that assistive technology may leave out. */
export const decorative = (): Element =>
  el(
    "a:extLst",
    {},
    el(
      "a:ext",
      { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" },
      el("adec:decorative", { "xmlns:adec": NS.decorative, val: true }),
    ),
  );

/**
 * A slide, layout, master or notes page whose shapes have the ids by which PowerPoint's comments hold on to them
 * ([MS-ODRAWXML] 2.2.1, a16:creationId). They follow from `scope`, which is the sheet's own, and the shape's name, so
 * that the next build of the deck has the same. PowerPoint writes this extension before all others.
 */
export function withCreationIds(sheet: Element, scope: string): Element {
  const data = child(sheet, "p:cSld");
  const tree = data && child(data, "p:spTree");
  if (data === undefined || tree === undefined) return sheet;
  const shapes = tree.children.map((node) => (typeof node === "string" ? node : identified(node, scope)));
  return withChild(sheet, "p:cSld", withChild(data, "p:spTree", { ...tree, children: shapes }));
}

function identified(shape: Element, scope: string): Element {
  // The tree's own properties have none: it is no shape.
  const properties = elements(shape)[0];
  const about = properties && child(properties, "p:cNvPr");
  if (properties === undefined || about === undefined) return shape;
  const id = guid(`shape:${scope}:${about.attributes["name"] ?? ""}`);
  const extension = el(
    "a:ext",
    { uri: "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}" },
    el("a16:creationId", { "xmlns:a16": NS.a16, id }),
  );
  const others = elements(child(about, "a:extLst") ?? el("a:extLst"));
  const named = withChild(about, "a:extLst", el("a:extLst", {}, extension, others));
  return withChild(shape, properties.name, withChild(properties, "p:cNvPr", named));
}

/** A slide with the id by which PowerPoint's comments hold on to it: 32 bits ([MS-PPTX] CT_RandomId, p14:creationId). */
export function withSlideCreationId(slide: Element, scope: string): Element {
  const data = child(slide, "p:cSld");
  if (data === undefined) return slide;
  const val = Number.parseInt(sha256(`slide:${scope}`).slice(0, 8), 16);
  const extension = el(
    "p:ext",
    { uri: "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}" },
    el("p14:creationId", { "xmlns:p14": NS.p14, val }),
  );
  return withChild(slide, "p:cSld", withChild(data, "p:extLst", el("p:extLst", {}, extension)));
}
