import type { Item, Page, PlaceholderName } from "../../../model/page.ts";
import type { Relations } from "../../../ooxml/package.ts";
import { type Element, isElement } from "../../../ooxml/xml.ts";
import type { PlaceholderMark } from "../../../theme/base.ts";
import type { LayoutFrame } from "../../../theme/frames.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";

/** Facts about the slide that a fix may use. */
export interface PackageFacts {
  readonly look: ResolvedTheme;
  readonly language: string;
  readonly page: Page;
  readonly frames: LayoutFrame;
  /** Placeholders of the template's layout, where the deck has a template. */
  readonly marks?: Readonly<Partial<Record<PlaceholderName, PlaceholderMark>>>;
  /** The name of an item, which no other on the slide has. */
  readonly nameOf: (item: Item) => string;
  /** Relationships of the finished slide. */
  readonly relations: Relations;
  /** The id in `relations` of what a relationship of PptxGenJS's slide led to. */
  readonly relink: (drawnId: string) => string;
  /** Part name of the slide that a link names. */
  readonly slidePart: (id: string) => string;
}

/** Mends every element of a name; undefined takes it away. Children are mended before their parents. */
export type ElementFix = (element: Element, facts: PackageFacts) => Element | undefined;

/** The fix of one defect. */
export interface Fix {
  /** Defect that is fixed, in a few words. */
  readonly defect: string;
  /** Upstream issue, where there is one: the number in gitbrent/PptxGenJS. */
  readonly issue?: number;
  /** By element name. */
  readonly elements?: Readonly<Record<string, ElementFix>>;
  /** Mends what was drawn for an item, knowing the item; after `elements`. */
  readonly shape?: (shape: Element, item: Item, facts: PackageFacts) => Element;
}

type Table = ReadonlyMap<string, readonly ElementFix[]>;

/** The element fixes by element name, so that one walk does for all. */
export function indexFixes(fixes: readonly Fix[]): Table {
  const table = new Map<string, ElementFix[]>();
  for (const fix of fixes) {
    for (const [name, mend] of Object.entries(fix.elements ?? {}))
      table.set(name, [...(table.get(name) ?? []), mend]);
  }
  return table;
}

/** Walks once over an element and all below it, the leaves first. */
export function applyFixes(element: Element, table: Table, facts: PackageFacts): Element | undefined {
  let changed = false;
  const children: (Element | string)[] = [];
  for (const node of element.children) {
    const mended = isElement(node) ? applyFixes(node, table, facts) : node;
    if (mended !== node) changed = true;
    if (mended !== undefined) children.push(mended);
  }
  let out: Element | undefined = changed ? { ...element, children } : element;
  const mends = table.get(element.name);
  if (mends === undefined) return out;
  for (const mend of mends) {
    if (out === undefined) return undefined;
    out = mend(out, facts);
  }
  return out;
}
