import { type Pt, pt } from "../base/units.ts";
import type { Block, Paragraph } from "../model/deck.ts";
import { ROLES, type Role } from "../model/text.ts";
import type { ResolvedTheme } from "../theme/theme.ts";
import type { LayoutContext } from "./context/layout-context.ts";

export type Sizes = Readonly<Record<Role, Pt>>;

/** Every role at the theme's size. */
export const fullSizes = (look: ResolvedTheme): Sizes =>
  Object.fromEntries(ROLES.map((role) => [role, pt(look.role(role).size)])) as Record<Role, Pt>;

/** Roles shrink in this order: what is read as running text first, words in exhibits and large figures last. */
export const SHRINK_ORDER = [
  "body",
  "small",
  "table",
  "tableHead",
  "lead",
  "statement",
  "figure",
  "figureSmall",
  "label",
] as const satisfies readonly Role[];

/** The smallest size in pt that the theme allows a role. */
export const leastIn =
  (look: ResolvedTheme) =>
  (role: Role): number =>
    look.role(role).min;

/** Sizes with `roles` smaller by `steps` pt; none goes below the `least` of its role, and none grows to it. */
export function shrunk(
  sizes: Sizes,
  roles: ReadonlySet<Role>,
  steps: number,
  least: (role: Role) => number,
): Sizes {
  const next: Record<Role, Pt> = { ...sizes };
  for (const role of roles)
    next[role] = pt(Math.max(Math.min(least(role), sizes[role]), sizes[role] - steps));
  return next;
}

/** The roles of the texts in a block. */
export function rolesOf(block: Block): ReadonlySet<Role> {
  const roles = new Set<Role>();
  visit(block, (one) => {
    if (one.type === "text") {
      for (const paragraph of one.paragraphs) roles.add(paragraph.role ?? one.role);
    } else if (one.type === "table") {
      roles.add(one.role ?? "table").add("tableHead");
    } else if (one.type === "exhibit") {
      roles.add("label");
      if (one.exhibit.type === "timeline") roles.add("small");
    } else if (
      one.type === "plane" ||
      one.type === "sparkline" ||
      one.type === "bars" ||
      one.type === "interval"
    ) {
      roles.add("label");
    }
  });
  return roles;
}

/** Calls `see` with a block and all blocks within, outermost first. */
export function visit(block: Block, see: (block: Block) => void): void {
  see(block);
  if (block.type === "stack" || block.type === "columns")
    for (const child of block.children) visit(child, see);
  else if (block.type === "panel") visit(block.child, see);
  else if (block.type === "exhibit" && block.exhibit.type === "tableExhibit") visit(block.exhibit.table, see);
}

/** Rewrites every text of a block; `change` gets a paragraph or a cell's text as one. */
export function mapTexts(block: Block, change: (paragraph: Paragraph) => Paragraph): Block {
  switch (block.type) {
    case "text":
      return { ...block, paragraphs: block.paragraphs.map(change) };
    case "table": {
      const cell = <C extends { readonly text: Paragraph["text"] }>(one: C): C => ({
        ...one,
        text: change({ text: one.text }).text,
      });
      return { ...block, head: block.head.map(cell), rows: block.rows.map((row) => row.map(cell)) };
    }
    case "stack":
    case "columns":
      return { ...block, children: block.children.map((child) => mapTexts(child, change)) };
    case "panel":
      return { ...block, child: mapTexts(block.child, change) };
    case "exhibit": {
      if (block.exhibit.type !== "tableExhibit") return block;
      const table = mapTexts(block.exhibit.table, change);
      return table.type === "table" ? { ...block, exhibit: { ...block.exhibit, table } } : block;
    }
    default:
      return block;
  }
}

/** In pt. Nobody reads this on paper, only on a screen that is zoomed into; texts that need less are left to overflow. */
const FLOOR = 4;

/**
 * The largest sizes of `roles` below those of the context at which something fits, whatever the roles' minimum: for
 * decks that are written although texts are too long, so that these cover nothing else. The smallest where none does.
 */
export function shrinkToFit(
  context: LayoutContext,
  roles: ReadonlySet<Role>,
  fits: (sized: LayoutContext) => boolean,
): LayoutContext {
  const most = Math.max(0, ...Array.from(roles, (role) => Math.ceil(context.sizes[role] - FLOOR)));
  let sized = context;
  for (let steps = 1; steps <= most && !fits(sized); steps += 1) {
    sized = { ...context, sizes: shrunk(context.sizes, roles, steps, () => FLOOR) };
  }
  return sized;
}
