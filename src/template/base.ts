import { inchesToEmu } from "../base/units.ts";
import type { PlaceholderName } from "../model/page.ts";
import { CONTENT, MASTER_ID, RELATION, ROOT } from "../ooxml/namespaces.ts";
import { type Part, type Relationship, relations } from "../ooxml/package.ts";
import { child, type Element, el, elements, withChild } from "../ooxml/xml.ts";
import type { PlaceholderMark, TemplateBase } from "../theme/base.ts";
import {
  byLayout,
  type ContractPage,
  PAGE_KINDS,
  type PageKind,
  type TemplateContract,
} from "../theme/contract.ts";
import { textArea, textInsets } from "../theme/template-frames.ts";
import type { SchemeColours } from "../theme/tints.ts";
import { without } from "./clean.ts";
import type { Layout, Template } from "./open.ts";
import { readParts, type TemplatePackage, themeUnder } from "./package.ts";
import { panelLayouts, panelShapes } from "./panel-layouts.ts";
import { withShapeIds } from "./shape-ids.ts";
import { withFonts } from "./theme-part.ts";
import { transformAt } from "./transform.ts";

/** Relationships that a deck keeps; others lead to what is dropped, or out of the file. */
const KEPT: ReadonlySet<string> = new Set([
  RELATION.image,
  "http://schemas.microsoft.com/office/2007/relationships/hdphoto",
]);

/** The parts of a template that decks keep, cleaned of what they do not: objects, macros, tags, links out of the file. */
export async function baseOf(
  template: Template,
  bytes: Uint8Array,
  contract: TemplateContract,
): Promise<TemplateBase> {
  const pack = template.package;
  const names = namesFor(template, pack);
  const parts: Part[] = [];
  const media = new Set<string>();
  const keep = (
    part: string,
    root: Element,
    type: string,
    also: readonly Related[],
    name = names.get(part) ?? part,
  ): void => {
    const { content, relationships } = kept(part, root, pack, names, also, media);
    parts.push({ name, content, type, relationships, asIs: true });
  };
  const added = addedLayouts(template, contract);
  const panelled = panelLayouts(template, contract, countOf(template) + added.length + 1);
  let id = MASTER_ID;
  const masters = template.masters.map((master) => {
    const theme = themeUnder(pack, master.part);
    const layouts = [
      ...master.layouts.map(({ part }) => names.get(part) ?? part),
      ...[...added, ...panelled].filter(({ master: of }) => of === master.part).map(({ name }) => name),
    ];
    const own = relations();
    const listed = layouts.map((name) => own.add(RELATION.layout, name));
    const number = id;
    id += 1;
    const list = el(
      "p:sldLayoutIdLst",
      {},
      listed.map((relation) => {
        const each = el("p:sldLayoutId", { id, "r:id": relation });
        id += 1;
        return each;
      }),
    );
    const themes = theme === undefined ? [] : [{ type: RELATION.theme, target: names.get(theme) ?? theme }];
    keep(master.part, withChild(master.root, "p:sldLayoutIdLst", list), CONTENT.master, [
      ...own.list(),
      ...themes,
    ]);
    return { part: names.get(master.part) ?? master.part, id: number };
  });
  for (const master of template.masters) {
    const target = { type: RELATION.master, target: names.get(master.part) ?? master.part };
    for (const layout of master.layouts) keep(layout.part, layout.root, CONTENT.layout, [target]);
    const theme = themeUnder(pack, master.part);
    const root = theme === undefined ? undefined : pack.xml(theme);
    if (theme !== undefined && root !== undefined && !parts.some(({ name }) => name === names.get(theme)))
      keep(theme, withFonts(root), CONTENT.theme, []);
  }
  for (const { layout, master, name, root } of panelled)
    keep(
      layout.part,
      root,
      CONTENT.layout,
      [{ type: RELATION.master, target: names.get(master) ?? master }],
      name,
    );
  for (const { name, master, content } of added)
    parts.push({
      name,
      content,
      type: CONTENT.layout,
      relationships: [{ id: "rId1", type: RELATION.master, target: names.get(master) ?? master }],
    });
  const files = await readParts(bytes, media);
  for (const part of media) {
    const content = files.get(part);
    const type = pack.contentType(part);
    if (content !== undefined)
      parts.push({ name: names.get(part) ?? part, content, ...(type === undefined ? {} : { type }) });
  }
  const styles = pack.names.find((name) => /^\/ppt\/tableStyles\.xml$/i.test(name));
  const list = styles === undefined ? undefined : pack.xml(styles);
  return {
    parts,
    masters,
    layouts: byLayout((kind) => {
      const own = [...added, ...panelled].find((one) => one.kind === kind);
      return own?.name ?? names.get(contract.pages[kind].part ?? "") ?? "";
    }),
    marks: byLayout((kind) => {
      const page = contract.pages[kind];
      return marksOf(page, layoutNamed(template, page));
    }),
    maps: byLayout((kind) => {
      const layout = layoutNamed(template, contract.pages[kind]);
      const map = layout && child(layout.root, "p:clrMapOvr");
      return map && child(map, "a:overrideClrMapping") && map;
    }),
    tableStyles: list === undefined ? [] : elements(list).filter(({ name }) => name === "a:tblStyle"),
    ...(template.extras.labels.length > 0 ? { labelled: bytes } : {}),
  };
}

interface Related {
  readonly type: string;
  readonly target: string;
}

/** New names of the parts, so that no two are called alike, whatever the template calls them. */
function namesFor({ masters }: Template, pack: TemplatePackage): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const give = (part: string, stem: string, end: string): void => {
    if (names.has(part)) return;
    const number = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, number);
    names.set(part, `${stem}${number}${end}`);
  };
  for (const master of masters) {
    give(master.part, "/ppt/slideMasters/slideMaster", ".xml");
    for (const { part } of master.layouts) give(part, "/ppt/slideLayouts/slideLayout", ".xml");
  }
  for (const { part } of masters) {
    const theme = themeUnder(pack, part);
    if (theme !== undefined) give(theme, "/ppt/theme/theme", ".xml");
  }
  for (const part of [...names.keys()])
    for (const { type, target } of pack.relations(part))
      if (KEPT.has(type))
        give(target, "/ppt/media/template", target.slice(target.lastIndexOf(".")).toLowerCase());
  return names;
}

/** A part without what is dropped, its relationships anew. */
function kept(
  part: string,
  root: Element,
  pack: TemplatePackage,
  names: ReadonlyMap<string, string>,
  also: readonly Related[],
  media: Set<string>,
): { readonly content: Element; readonly relationships: readonly Relationship[] } {
  const own = relations();
  // First, so that the ids that the list of layouts names are theirs.
  for (const { type, target } of also) own.add(type, target);
  const ids = new Map<string, string>();
  const present = new Set(pack.names);
  for (const { id, type, target } of pack.relations(part)) {
    if (!KEPT.has(type) || !present.has(target)) continue;
    media.add(target);
    ids.set(id, own.add(type, names.get(target) ?? target));
  }
  const layouts = child(root, "p:sldLayoutIdLst");
  const content = withShapeIds(
    without(layouts === undefined ? root : withChild(root, "p:sldLayoutIdLst", undefined), ids),
  );
  return {
    content: layouts === undefined ? content : inserted(content, layouts),
    relationships: own.list(),
  };
}

/** The list of layouts in its place: after the colour map (CT_SlideMaster). */
function inserted(master: Element, list: Element): Element {
  const at = master.children.findIndex((node) => typeof node !== "string" && node.name === "p:clrMap") + 1;
  return {
    ...master,
    children: [...master.children.slice(0, at), list, ...master.children.slice(at)],
  };
}

interface AddedLayout {
  readonly kind: PageKind;
  readonly master: string;
  readonly name: string;
  readonly content: Element;
}

/** Layouts that the contract adds to a master, since the template has none for such pages. */
function addedLayouts(template: Template, { pages }: TemplateContract): readonly AddedLayout[] {
  const parts = new Set(template.masters.flatMap(({ layouts }) => layouts.map(({ part }) => part)));
  const count = countOf(template);
  const kinds = PAGE_KINDS.filter(
    (kind) => pages[kind].part === undefined || !parts.has(pages[kind].part ?? ""),
  );
  return kinds.map((kind, n) => ({
    kind,
    master: pages[kind].master,
    name: `/ppt/slideLayouts/slideLayout${count + 1 + n}.xml`,
    content: addedLayout(
      pages[kind],
      template.masters.find(({ part }) => part === pages[kind].master)?.scheme,
    ),
  }));
}

/** Layouts of all masters, each part once. */
const countOf = ({ masters }: Template): number =>
  new Set(masters.flatMap(({ layouts }) => layouts.map(({ part }) => part))).size;

function addedLayout(page: ContractPage, scheme: SchemeColours | undefined): Element {
  const held = (["title", "subtitle", "footer", "date", "number"] as const).flatMap((name) => {
    const at = page[name];
    return at === undefined ? [] : [{ name, at }];
  });
  return el(
    "p:sldLayout",
    { ...ROOT, preserve: true, userDrawn: true },
    el(
      "p:cSld",
      { name: page.layout },
      el(
        "p:spTree",
        {},
        el("p:nvGrpSpPr", {}, el("p:cNvPr", { id: 1, name: "" }), el("p:cNvGrpSpPr"), el("p:nvPr")),
        el("p:grpSpPr"),
        scheme && panelShapes(page, scheme, held.length + 2),
        held.map(({ name, at }, n) => addedPlaceholder(n + 2, name, at)),
      ),
    ),
    el("p:clrMapOvr", {}, el("a:masterClrMapping")),
  );
}

const NAMES = {
  title: "Title",
  subtitle: "Subtitle",
  footer: "Footer",
  date: "Date",
  number: "Slide number",
} as const;

function addedPlaceholder(
  id: number,
  name: keyof typeof NAMES,
  { type, idx, place }: NonNullable<ContractPage["footer"]>,
): Element {
  return el(
    "p:sp",
    {},
    el(
      "p:nvSpPr",
      {},
      el("p:cNvPr", { id, name: NAMES[name] }),
      el("p:cNvSpPr", {}, el("a:spLocks", { noGrp: true })),
      el("p:nvPr", {}, el("p:ph", { type, idx })),
    ),
    el("p:spPr", {}, transformAt(place)),
    el(
      "p:txBody",
      {},
      el("a:bodyPr"),
      el("a:lstStyle"),
      el(
        "a:p",
        {},
        name === "number" &&
          el(
            "a:fld",
            { id: "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type: "slidenum" },
            el("a:rPr", { lang: "en-US" }),
            el("a:t", {}, "‹#›"),
          ),
      ),
    ),
  );
}

const layoutNamed = ({ masters }: Template, { part }: ContractPage): Layout | undefined =>
  masters.flatMap(({ layouts }) => layouts).find((layout) => layout.part === part);

/** Places in a contract are rounded to a thousandth of an inch. */
const ROUNDING = 1_000;

/** True where a layout has a placeholder at the very place that the contract gives it. */
function isAt({ type, idx, place }: NonNullable<ContractPage["footer"]>, layout: Layout): boolean {
  const own = layout.holders.find((one) => one.type === type && (idx === undefined || one.idx === idx));
  if (own?.frame === undefined) return false;
  const { x, y, w, h } = own.frame;
  const near = (inches: number, emu: number): boolean => Math.abs(inchesToEmu(inches) - emu) <= ROUNDING;
  return near(place.x, x) && near(place.y, y) && near(place.w, w) && near(place.h, h);
}

/** The placeholders of a layout that its slides fill; an added layout has them where the contract does. */
function marksOf(
  page: ContractPage,
  layout: Layout | undefined,
): Readonly<Partial<Record<PlaceholderName, PlaceholderMark>>> {
  const names = ["title", "subtitle", "footer", "date", "number"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const at = page[name];
      if (at === undefined) return [];
      const mark: PlaceholderMark = {
        type: at.type,
        ...(at.idx === undefined ? {} : { idx: at.idx }),
        ...(layout === undefined || isAt(at, layout) ? { area: textArea(at) } : {}),
        insets: textInsets(at),
      };
      return [[name, mark]];
    }),
  );
}
