import type { Frame } from "../../base/geometry.ts";
import { type Emu, emu, type Pt, ptToEmu } from "../../base/units.ts";
import type { ChartModel } from "../../model/chart.ts";
import type { Block, Space, TableBlock } from "../../model/deck.ts";
import type { Item } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ColorToken, Role } from "../../model/text.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import type { Memo } from "./memo.ts";
import type { TextMeasurer } from "./text-measurer.ts";

/**
 * The algebra of blocks. Every kind answers two questions, and nothing else decides where things stand:
 *
 *   measure(block, width)        -> Extent   how high it would like to be at this width, must be, and may become
 *   place(block, frame)          -> Item[]   its items in a frame of that width
 *
 *   stack    measure = Σ children + gaps            place cuts the frame from the top down, spare height to what may grow
 *   columns  measure = max over children            place cuts the frame from left to right on the grid
 *   panel    measure = child + 2 insets             place insets the frame and puts a ground under it
 *   leaf     measure = lines, rows, least height    place makes items; rows of tables grow, charts without limit
 *
 * So that: place(block, frame) stays inside frame whenever frame.h >= measure(block, frame.w).minimum.
 * `measure` and `place` are pure; the same block, frame and context give the same items.
 */
export interface BlockExtent {
  /** Height in EMU at which nothing is squeezed. */
  readonly natural: Emu;
  /** Least height in EMU; never more than natural. */
  readonly minimum: Emu;
  /** Greatest height in EMU of which it makes good use; never less than natural, `UNBOUNDED` for what grows into any room. */
  readonly maximum: Emu;
}

/** Maximum of what grows into any room, as charts do. */
export const UNBOUNDED: Emu = emu(Number.POSITIVE_INFINITY);

export interface BlockKind<B extends Block> {
  readonly measure: (block: B, width: Emu, context: LayoutContext) => BlockExtent;
  readonly place: (block: B, frame: Frame, context: LayoutContext) => readonly Item[];
}

/** Measuring and placing a block of any kind; blocks that contain blocks call them through the context. */
export interface Blocks {
  readonly measure: (block: Block, width: Emu, context: LayoutContext) => BlockExtent;
  readonly place: (block: Block, frame: Frame, context: LayoutContext) => readonly Item[];
}

/** Fits a chart to a size in pt, its labels `labelSize` pt; the charts' own work, handed in. */
export type ChartFitter = (
  model: ChartModel,
  size: { readonly width: Pt; readonly height: Pt },
  labelSize: Pt,
) => PlacedChart;

/** Sizes that depend on the text of a table but not on spacing: widths of columns, heights of rows of text, in EMU. */
export interface TableText {
  readonly columns: readonly Emu[];
  readonly rows: readonly Emu[];
}

/** Data that all blocks of a slide share. */
export interface LayoutContext {
  readonly look: ResolvedTheme;
  readonly language: string;
  readonly measurer: TextMeasurer;
  readonly blocks: Blocks;
  readonly tables: Memo<TableBlock, TableText>;
  readonly fitChart: ChartFitter;
  /** One size per role over the whole slide, in pt. */
  readonly sizes: Readonly<Record<Role, Pt>>;
  /** Factor on all distances between things: 1, 0.85 or 0.7. */
  readonly spacing: number;
  /** Factor on the bounds of what grows, for pages that would stay half empty otherwise; 1 when left out. */
  readonly growth?: number;
  /** Colour of the ground that texts stand on, where it is not paper. */
  readonly ground?: ColorToken;
}

export const extent = (natural: number, minimum = natural, maximum = natural): BlockExtent => ({
  natural: emu(natural),
  minimum: emu(Math.min(natural, minimum)),
  maximum: emu(Math.max(natural, maximum)),
});

/** A distance of the theme in EMU, with the slide's spacing factor on it. */
export function distance(space: Space, context: LayoutContext): Emu {
  return ptToEmu(context.look.space[space] * context.spacing);
}

/** Height of one line of a role, in EMU: 1.2 × size for every font (measured; see docs on text). */
export function lineHeightOf(role: Role, context: LayoutContext): Emu {
  return ptToEmu(context.sizes[role] * LINE_PITCH);
}

/** Single line pitch as a multiple of the font size. */
export const LINE_PITCH = 1.2;

const DARK: ReadonlySet<ColorToken> = new Set<ColorToken>(["ink", "muted", "accent", "good", "bad"]);

export const isDark = (ground: ColorToken): boolean => DARK.has(ground);

/** The colour of a text that names none: its role's, or paper where the ground is dark. */
export function defaultInk(role: Role, context: LayoutContext): ColorToken {
  if (context.ground !== undefined && isDark(context.ground)) return "paper";
  return context.look.role(role).ink;
}
