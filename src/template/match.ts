import { PAGE_KINDS, type PageKind, type TemplateContract } from "../theme/contract.ts";
import { isCalled } from "./names.ts";
import type { Layout, Master, Template } from "./open.ts";
import type { Holder } from "./placeholders.ts";

export interface Match {
  readonly master: Master;
  /** Undefined where the template has none: Foredeck adds one to the master. */
  readonly layout?: Layout;
  readonly by: "contract" | "type" | "signature" | "name" | "added";
}

/**
 * The layouts of our page kinds: of the master that the contract chooses, else of the one that has most of them. A master whose
 * drawings leave little room is one for covers; content then stands on the one that leaves the most. `room` says which share
 * of a content page is free.
 */
export function match(
  template: Template,
  edited: TemplateContract | undefined,
  room: (content: Match) => number,
): Readonly<Record<PageKind, Match>> {
  const wanted = (kind: PageKind): Match | undefined => chosenIn(kind, template, edited);
  const chosen = wanted("content");
  const masters = chosen === undefined ? bestMasters(template) : [chosen.master];
  const [first] = masters;
  if (first === undefined) throw new Error("a template without a master");
  const content =
    chosen ??
    roomiest(
      masters.map((master) => matchIn("content", master, template.size)),
      room,
    );
  const opening = (kind: PageKind): Match => wanted(kind) ?? matchIn(kind, first, template.size);
  return { cover: opening("cover"), content, divider: opening("divider") };
}

/** The layout that somebody chose for a page kind; undefined where nobody did, or the template has it no more. */
function chosenIn(
  kind: PageKind,
  { masters }: Template,
  edited: TemplateContract | undefined,
): Match | undefined {
  const page = edited?.pages[kind];
  if (page?.matched !== "contract") return undefined;
  for (const master of masters) {
    const found = master.layouts.find(
      ({ part, name }) => part === page.part || (page.part === undefined && name === page.layout),
    );
    if (found !== undefined) return { master, layout: found, by: "contract" };
  }
  return undefined;
}

/** Layouts that may be matched: those that somebody chose, then of each master that is looked at. */
export const candidates = (template: Template, edited: TemplateContract | undefined): readonly Match[] => [
  ...PAGE_KINDS.flatMap((kind) => chosenIn(kind, template, edited) ?? []),
  ...template.masters
    .slice(0, MOST_MASTERS)
    .flatMap((master) => PAGE_KINDS.map((kind) => matchIn(kind, master, template.size))),
];

/** Share of the slide that content needs at least; Office's own layout gives half of it. */
const ENOUGH = 0.4;
/** Masters that are looked at: those of a template that was pasted together are alike. */
const MOST_MASTERS = 20;

/** The first content page if it has room enough, else the one with the most. */
function roomiest(pages: readonly Match[], room: (content: Match) => number): Match {
  const [first, ...rest] = pages.slice(0, MOST_MASTERS).map((page) => ({ page, share: room(page) }));
  if (first === undefined) throw new Error("a template without a master");
  if (first.share >= ENOUGH) return first.page;
  return rest.reduce((best, each) => (each.share > best.share ? each : best), first).page;
}

const WORTH: Readonly<Record<Match["by"], number>> = {
  contract: 3,
  type: 3,
  signature: 2,
  name: 2,
  added: 0,
};

/** The masters that have the best layouts, in their order; the content's counts twice. */
function bestMasters({ masters, size }: Template): readonly Master[] {
  const worth = (master: Master): number =>
    PAGE_KINDS.map((kind) => WORTH[matchIn(kind, master, size).by] * (kind === "content" ? 2 : 1)).reduce(
      (a, b) => a + b,
      0,
    );
  const all = masters.map((master) => ({ master, worth: worth(master) }));
  const most = Math.max(...all.map((each) => each.worth));
  return all.filter((each) => each.worth === most).map(({ master }) => master);
}

type Size = Template["size"];

/** The layout of a master for a page kind: by its type, its placeholders, its name; else one to be added. */
export function matchIn(kind: PageKind, master: Master, size: Size): Match {
  const layouts = master.layouts.filter(({ hidden }) => !hidden);
  const free = layouts.filter((layout) => !isCalled(layout.name, "other") || isCalled(layout.name, kind));
  const pick = (by: Match["by"], found: Layout | undefined): Match | undefined =>
    found === undefined ? undefined : { master, layout: found, by };
  const byName = (names: PageKind | "titleOnly"): Layout | undefined =>
    layouts.find((layout) => isCalled(layout.name, names) && suits(kind, layout, size));
  const names = kind === "content" ? (byName("titleOnly") ?? byName("content")) : byName(kind);
  return (
    pick("type", ofType(kind, layouts, size)) ??
    // A name that says it is surer than placeholders that many kinds of layouts have.
    (names !== undefined && kind !== "content" ? pick("name", names) : undefined) ??
    pick("signature", ofSignature(kind, free, size)) ??
    pick("name", names) ?? { master, by: "added" }
  );
}

const TYPES: Readonly<Record<PageKind, readonly string[]>> = {
  cover: ["title"],
  content: ["titleOnly", "obj", "tx", "txAndObj"],
  divider: ["secHead"],
};

function ofType(kind: PageKind, layouts: readonly Layout[], size: Size): Layout | undefined {
  for (const type of TYPES[kind]) {
    const all = layouts.filter((layout) => layout.type === type);
    const found = all.find((layout) => suits(kind, layout, size));
    if (found !== undefined) return found;
  }
  // A cover without a title is the company's cover still.
  return kind === "cover" ? layouts.find(({ type }) => type === "title") : undefined;
}

export const titleOf = (layout: { readonly holders: readonly Holder[] }): Holder | undefined =>
  layout.holders.find(({ type, text }) => (type === "title" || type === "ctrTitle") && !text.vertical);

const FURNITURE = ["title", "ctrTitle", "dt", "ftr", "sldNum"];
export const isContent = ({ type }: Holder): boolean => !FURNITURE.includes(type);

/** True where a layout has the title that such a page needs. */
function suits(kind: PageKind, layout: Layout, { height, width }: Size): boolean {
  const title = titleOf(layout);
  if (title === undefined) return false;
  if (kind !== "content" || title.frame === undefined) return true;
  const { x, y, w, h } = title.frame;
  // Above the body, or in a column beside it.
  return y + h <= height * 0.45 || (w < width * 0.4 && (x < width * 0.3 || x > width * 0.5));
}

function ofSignature(kind: PageKind, layouts: readonly Layout[], size: Size): Layout | undefined {
  const fit = layouts.filter((layout) => suits(kind, layout, size));
  const content = (layout: Layout): readonly Holder[] => layout.holders.filter(isContent);
  const subtitled = (layout: Layout): boolean =>
    titleOf(layout)?.type === "ctrTitle" || layout.holders.some(({ type }) => type === "subTitle");
  if (kind === "cover") return fit.find(subtitled);
  const others = fit.filter((layout) => !subtitled(layout));
  if (kind === "content") {
    const cost = (layout: Layout): number => {
      const parts = content(layout);
      const y = titleOf(layout)?.frame?.y ?? 0;
      // Title alone, then title and one body; titles at the top before those further down; wide ones before narrow ones.
      const narrow = (titleOf(layout)?.frame?.w ?? size.width) < size.width * 0.45 ? 4 : 0;
      return parts.length + (y / size.height) * 4 + narrow + (isCalled(layout.name, "divider") ? 6 : 0);
    };
    return others.filter((layout) => !isCalled(layout.name, "cover")).sort((a, b) => cost(a) - cost(b))[0];
  }
  // A divider has its title at half height and at most one text below it.
  return others.find((layout) => {
    const title = titleOf(layout)?.frame;
    const parts = content(layout);
    if (title === undefined || title.y + title.h / 2 < size.height * 0.3) return false;
    return parts.length <= 1 && parts.every(({ type }) => type === "body");
  });
}
