import { child, type Element, el, elements, withAttributes, withChild, withChildren } from "../ooxml/xml.ts";
import type { ContractPage, PageKind, TemplateContract } from "../theme/contract.ts";
import { PAGE_KINDS } from "../theme/contract.ts";
import { PANEL } from "./grounds.ts";
import type { Layout, Master, Template } from "./open.ts";
import { placeholderOf } from "./placeholders.ts";
import { transformAt } from "./transform.ts";

/** A layout as it is with panels: the template's own stays beside it, for slides that people add. */
export interface PanelLayout {
  readonly kind: PageKind;
  readonly layout: Layout;
  readonly master: string;
  /** Part that it is to have. */
  readonly name: string;
  readonly root: Element;
}

/** Copies of the layouts on which a contract lays panels, as parts from that number on. */
export function panelLayouts(
  { masters }: Template,
  { pages }: TemplateContract,
  first: number,
): readonly PanelLayout[] {
  const found = PAGE_KINDS.flatMap((kind) => {
    const page = pages[kind];
    if ((page.panels ?? []).length === 0 || page.paper === "picture") return [];
    return masters.flatMap((master) =>
      master.layouts
        .filter(({ part }) => part === page.part)
        .slice(0, 1)
        .map((layout) => ({ kind, layout, master, page })),
    );
  });
  return found.map(({ kind, layout, master, page }, n) => ({
    kind,
    layout,
    master: master.part,
    name: `/ppt/slideLayouts/slideLayout${first + n}.xml`,
    root: withPanels(layout.root, page, layout.scheme, layout.name),
  }));
}

/** The panels of a page as shapes that are numbered from an id on. */
export function panelShapes(
  { panels = [], paper }: ContractPage,
  scheme: Master["scheme"],
  first: number,
): readonly Element[] {
  if (paper === "picture") return [];
  const slot = (["bg1", "tx1"] as const).find((name) => scheme[name] === paper.hex);
  const colour = slot === undefined ? el("a:srgbClr", { val: paper.hex }) : el("a:schemeClr", { val: slot });
  return panels.map((panel, n) =>
    el(
      "p:sp",
      {},
      el(
        "p:nvSpPr",
        {},
        el("p:cNvPr", { id: first + n, name: PANEL }),
        el("p:cNvSpPr"),
        el("p:nvPr", { userDrawn: true }),
      ),
      el(
        "p:spPr",
        {},
        transformAt(panel),
        el("a:prstGeom", { prst: "rect" }, el("a:avLst")),
        el("a:solidFill", {}, colour),
        el("a:ln", {}, el("a:noFill")),
      ),
    ),
  );
}

/** A layout with panels over its drawings and under its placeholders, named as PowerPoint names copies. */
function withPanels(root: Element, page: ContractPage, scheme: Master["scheme"], name: string): Element {
  const slide = child(root, "p:cSld");
  const tree = slide && child(slide, "p:spTree");
  if (slide === undefined || tree === undefined) return root;
  const nodes = elements(tree);
  const last = nodes.findLastIndex((node) => node.name !== "p:extLst" && placeholderOf(node) === undefined);
  const shapes = panelShapes(page, scheme, 0);
  const panelled = withChildren(tree, nodes.slice(0, last + 1), shapes, nodes.slice(last + 1));
  return withChild(
    root,
    "p:cSld",
    withAttributes(withChild(slide, "p:spTree", panelled), { name: `1_${name}` }),
  );
}
