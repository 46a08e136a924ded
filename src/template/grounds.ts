import { frame } from "../base/geometry.ts";
import { inchesToEmu } from "../base/units.ts";
import type { ContractPage, PageKind, TemplateContract } from "../theme/contract.ts";
import type { Ground } from "../theme/ground.ts";
import type { Missed } from "./fills.ts";
import type { Layout, Master, Template } from "./open.ts";
import { paperOf } from "./paper.ts";
import { RECTANGLE_PATH } from "./presets.ts";
import { shapesOf } from "./shapes.ts";

/** Drawing of a layout: its background, shapes of its master unless it hides them, its own shapes. */
export function groundOf(layout: Layout | undefined, master: Master, missed?: Missed): Ground {
  // A layout that Foredeck adds to a master draws what the master does.
  if (layout === undefined) {
    const bare: Layout = { ...master, root: EMPTY, holders: [], masterShapes: true, hidden: false };
    return { paper: paperOf(bare, master, missed), shapes: shapesOf(master, missed) };
  }
  const { masterShapes, palette } = layout;
  return {
    paper: paperOf(layout, master, missed),
    shapes: [...(masterShapes ? shapesOf({ ...master, palette }, missed) : []), ...shapesOf(layout, missed)],
  };
}

/** Name of the shapes that are laid under texts. */
export const PANEL = "Panel";

/** The panels of a page, over what its layout draws. */
function panelsOf({ panels = [], paper }: ContractPage): Ground["shapes"] {
  if (paper === "picture") return [];
  const fill = { type: "solid", hex: paper.hex } as const;
  return panels.map(({ x, y, w, h }) => ({
    name: PANEL,
    type: "path",
    d: RECTANGLE_PATH,
    frame: frame(inchesToEmu(x), inchesToEmu(y), inchesToEmu(w), inchesToEmu(h)),
    fill,
  }));
}

const EMPTY = { name: "p:sldLayout", attributes: {}, children: [] };

/** Drawings of the pages of a contract, for outputs other than PowerPoint. */
export function groundsOf(
  template: Template,
  contract: Pick<TemplateContract, "pages">,
): Readonly<Record<PageKind, Ground>> {
  const ground = (kind: PageKind): Ground => {
    const page = contract.pages[kind];
    const master = template.masters.find(({ part }) => part === page.master) ?? template.masters[0];
    if (master === undefined) throw new Error("a template without a master");
    const ground = groundOf(
      master.layouts.find(({ part }) => part === page.part),
      master,
    );
    return { ...ground, shapes: [...ground.shapes, ...panelsOf(page)] };
  };
  return { cover: ground("cover"), content: ground("content"), divider: ground("divider") };
}
