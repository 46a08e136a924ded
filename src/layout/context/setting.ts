import type { Frame } from "../../base/geometry.ts";
import { type Emu, emu, type Pt, ptToEmu } from "../../base/units.ts";
import type { ChartModel } from "../../model/chart.ts";
import type { Block, Space, TableBlock } from "../../model/deck.ts";
import type { Item } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { Ink, Role } from "../../model/text.ts";
import type { Look } from "../../theme/theme.ts";
import type { Gauge } from "./gauge.ts";
import type { Remembered } from "./remembered.ts";

/**
 * The algebra of blocks. Every kind answers two questions, and nothing else decides where things stand:
 *
 *   measure(block, width)        -> Extent   how high it would like to be at this width, and how high it must be
 *   place(block, frame)          -> Item[]   its items in a frame of that width
 *
 *   stack    measure = Σ children + gaps            place cuts the frame from the top down, left-over height by `grow`
 *   columns  measure = max over children            place cuts the frame from left to right on the grid
 *   panel    measure = child + 2 insets             place insets the frame and puts a ground under it
 *   leaf     measure = lines, rows, least height    place makes items
 *
 * So that: place(block, frame) stays inside frame whenever frame.h >= measure(block, frame.w).minimum.
 * `measure` and `place` are pure; the same block, frame and setting give the same items.
 */
export interface Extent {
  /** Height in EMU at which nothing is squeezed. */
  readonly natural: Emu;
  /** Least height in EMU; never more than natural. */
  readonly minimum: Emu;
}

export interface BlockKind<B extends Block> {
  readonly measure: (block: B, width: Emu, setting: Setting) => Extent;
  readonly place: (block: B, frame: Frame, setting: Setting) => readonly Item[];
  /** True when it makes use of height that is left over (charts do, texts do not). */
  readonly fills: (block: B, setting: Setting) => boolean;
}

/** The same two questions for a block of any kind; blocks that hold blocks ask them through the setting. */
export interface Blocks {
  readonly measure: (block: Block, width: Emu, setting: Setting) => Extent;
  readonly place: (block: Block, frame: Frame, setting: Setting) => readonly Item[];
  readonly fills: (block: Block, setting: Setting) => boolean;
}

/** Fits a chart to a size in pt, its labels `labelSize` pt; the charts' own work, handed in. */
export type ChartFitter = (
  model: ChartModel,
  size: { readonly width: Pt; readonly height: Pt },
  labelSize: Pt,
) => PlacedChart;

/** What the words of a table decide, whatever the spacing: widths of columns and heights of the text in each row, in EMU. */
export interface TableText {
  readonly columns: readonly Emu[];
  readonly rows: readonly Emu[];
}

/** What is the same for all blocks of one slide. */
export interface Setting {
  readonly look: Look;
  readonly language: string;
  readonly gauge: Gauge;
  readonly blocks: Blocks;
  readonly tables: Remembered<TableBlock, TableText>;
  readonly fitChart: ChartFitter;
  /** One size per role over the whole slide, in pt. */
  readonly sizes: Readonly<Record<Role, Pt>>;
  /** Factor on all distances between things: 1, 0.85 or 0.7. */
  readonly spacing: number;
  /** Colour of the ground that texts stand on, where it is not paper. */
  readonly ground?: Ink;
}

export const extent = (natural: number, minimum = natural): Extent => ({
  natural: emu(natural),
  minimum: emu(Math.min(natural, minimum)),
});

/** A distance of the theme in EMU, with the slide's spacing factor on it. */
export function distance(space: Space, setting: Setting): Emu {
  return ptToEmu(setting.look.theme.space[space] * setting.spacing);
}

/** Height of one line of a role, in EMU: 1.2 × size for every font (measured; see docs on text). */
export function lineOf(role: Role, setting: Setting): Emu {
  return ptToEmu(setting.sizes[role] * LINE_PITCH);
}

/** Single line pitch as a multiple of the font size. */
export const LINE_PITCH = 1.2;

const DARK: ReadonlySet<Ink> = new Set<Ink>(["ink", "muted", "accent", "good", "bad"]);

export const isDark = (ground: Ink): boolean => DARK.has(ground);

/** The colour of a text that names none: its role's, or paper where the ground is dark. */
export function defaultInk(role: Role, setting: Setting): Ink {
  if (setting.ground !== undefined && isDark(setting.ground)) return "paper";
  return setting.look.role(role).ink;
}
