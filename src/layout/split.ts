import { type Emu, emu, ptToEmu } from "../base/units.ts";
import type {
  Block,
  ColumnsBlock,
  ExhibitBlock,
  PanelBlock,
  Paragraph,
  StackBlock,
  TableBlock,
  TextBlock,
} from "../model/deck.ts";
import type { TimelineModel } from "../model/timeline.ts";
import { columnCells } from "./blocks/columns.ts";
import { padding, within } from "./blocks/panel.ts";
import { measureTable } from "./blocks/table.ts";
import { mannerOf } from "./blocks/text.ts";
import { distance, type LayoutContext } from "./context/layout-context.ts";
import { paragraphHeights } from "./context/paragraphs.ts";

/** A block in two: what stays on this slide, and what goes to the next. Together they are the whole, nothing twice
 * but headers, captions and `head` children. */
export interface Cut {
  readonly first: Block;
  readonly rest: Block;
}

/** At least so many items on either side of a neat cut; of one that is made because nothing neater is possible. */
const LEAST = 2;
const LEAST_FREE = 1;
/** No deck has a slide that goes on for longer; a guard against cuts that make no headway. */
const MOST = 60;

/** A body over as many slides as it takes; `stuck` when the last part is too high and cannot be cut. */
export interface Parts {
  readonly parts: readonly Block[];
  readonly stuck: boolean;
}

export type CutManner = "neat" | "free";

interface Cutting {
  readonly context: LayoutContext;
  readonly manner: CutManner;
  /** Items that stay together on either side. */
  readonly least: number;
}

export const fits = (block: Block, width: Emu, height: number, context: LayoutContext): boolean =>
  context.blocks.measure(block, width, context).minimum <= height;

/**
 * Cuts greedily: every slide takes as much as it holds. Heights in EMU. A neat cut leaves lists and parts that belong
 * together whole as far as they may be; a free one is made between any two items, for what would not fit otherwise.
 */
export function splitBody(
  body: Block,
  width: Emu,
  height: number,
  context: LayoutContext,
  manner: CutManner = "neat",
): Parts {
  const parts: Block[] = [];
  let rest = body;
  const cutting: Cutting = { context, manner, least: manner === "neat" ? LEAST : LEAST_FREE };
  while (parts.length < MOST && !fits(rest, width, height, context)) {
    const cut = take(rest, width, height, cutting);
    if (cut === undefined) return { parts: [...parts, rest], stuck: true };
    parts.push(cut.first);
    rest = cut.rest;
  }
  return { parts: [...parts, rest], stuck: false };
}

/** Fills the same number of slides evenly, with the lowest of twelve heights that needs no more of them. */
export function balance(
  body: Block,
  width: Emu,
  height: number,
  context: LayoutContext,
  manner: CutManner = "neat",
): readonly Block[] {
  const whole = splitBody(body, width, height, context, manner);
  for (let step = 3; step < 12; step += 1) {
    const even = splitBody(body, width, (height * step) / 12, context, manner);
    if (!even.stuck && even.parts.length === whole.parts.length) return even.parts;
  }
  return whole.parts;
}

/** Takes as much of a block as fits a height; undefined where it cannot be cut so. */
function take(block: Block, width: Emu, height: number, cutting: Cutting): Cut | undefined {
  const { context } = cutting;
  switch (block.type) {
    case "text":
      return takeText(block, width, height, cutting);
    case "table":
      return takeTable(block, width, height, cutting);
    case "stack":
      return takeStack(block, width, height, cutting);
    case "panel":
      return takePanel(block, width, height, cutting);
    case "columns":
      return takeColumns(block, width, height, cutting);
    case "exhibit": {
      const { exhibit } = block;
      if (exhibit.type === "timeline") return takeTimeline(block, exhibit, width, height, cutting);
      if (exhibit.type !== "tableExhibit") return undefined;
      const above =
        context.blocks.measure(block, width, context).minimum -
        context.blocks.measure(exhibit.table, width, context).minimum;
      const cut = takeTable(exhibit.table, width, height - above, cutting);
      const around = (table: Block): Block =>
        table.type === "table" ? { ...block, exhibit: { ...exhibit, table } } : table;
      return cut === undefined ? undefined : { first: around(cut.first), rest: around(cut.rest) };
    }
    case "picture":
    case "sparkline":
    case "bars":
    case "interval":
    case "plane":
    case "rule":
      return undefined;
  }
}

/** The largest number of items, at most `count - least`, that has room and after which a cut is allowed; else 0. */
function most(
  count: number,
  least: number,
  allowed: (k: number) => boolean,
  room: (k: number) => boolean,
): number {
  let has = least - 1;
  let lacks = count - least + 1;
  // More items never need less room.
  while (lacks - has > 1) {
    const middle = Math.floor((has + lacks) / 2);
    if (room(middle)) has = middle;
    else lacks = middle;
  }
  for (let k = has; k >= least; k -= 1) if (allowed(k)) return k;
  return 0;
}

function takeText(block: TextBlock, width: Emu, height: number, cutting: Cutting): Cut | undefined {
  const { context } = cutting;
  const { paragraphs } = block;
  // A line that introduces a list stays with it.
  const allowed = (k: number) =>
    paragraphs[k - 1]?.bullet !== undefined || paragraphs[k]?.bullet === undefined;
  const heights = paragraphHeights(paragraphs, mannerOf(block), width, context);
  const k = most(
    paragraphs.length,
    cutting.least,
    allowed,
    (n) => ptToEmu(sum(heights.slice(0, n))) <= height,
  );
  if (k === 0) return undefined;
  return {
    first: { ...block, paragraphs: paragraphs.slice(0, k) },
    rest: { ...block, paragraphs: numbered(paragraphs, k) },
  };
}

/** The paragraphs from k on; a numbered list goes on with its number. */
function numbered(paragraphs: readonly Paragraph[], k: number): readonly Paragraph[] {
  const rest = paragraphs.slice(k);
  const [first] = rest;
  if (first?.bullet !== "number") return rest;
  let number = 1;
  for (const paragraph of paragraphs.slice(0, k).toReversed()) {
    if (paragraph.bullet !== "number") break;
    number += 1;
    if (paragraph.start !== undefined) {
      number += paragraph.start - 1;
      break;
    }
  }
  return [{ ...first, start: number }, ...rest.slice(1)];
}

function takeTable(given: TableBlock, width: Emu, height: number, cutting: Cutting): Cut | undefined {
  const { context } = cutting;
  // Columns stay where they are on all slides: the widths of the whole table, as shares.
  const set = measureTable(given, width, context);
  const block: TableBlock = { ...given, widths: set.columns };
  const heads = set.headerRow ? 1 : 0;
  const totals = block.totals ?? [];
  const slice = (from: number, to: number): TableBlock => ({
    ...block,
    rows: block.rows.slice(from, to),
    ...(block.drawn === undefined
      ? {}
      : { drawn: { ...block.drawn, rows: block.drawn.rows.slice(from, to) } }),
    ...(block.totals === undefined
      ? {}
      : { totals: totals.filter((row) => row >= from && row < to).map((row) => row - from) }),
  });
  // A sum stays with what it sums up.
  const allowed = (k: number) => !totals.includes(k);
  const k = most(
    block.rows.length,
    cutting.least,
    allowed,
    (n) => sum(set.rows.slice(0, n + heads)) <= height,
  );
  return k === 0 ? undefined : { first: slice(0, k), rest: slice(k, block.rows.length) };
}

/** Rows in order of time on the axis of the whole: both slides show the same years. */
function takeTimeline(
  block: ExhibitBlock,
  model: TimelineModel,
  width: Emu,
  height: number,
  { context, least }: Cutting,
): Cut | undefined {
  const slice = (from: number, to: number): ExhibitBlock => ({
    ...block,
    exhibit: { ...model, rows: model.rows.slice(from, to), ...(from === 0 ? {} : { goesOn: true }) },
  });
  const room = (k: number) => fits(slice(0, k), width, height, context);
  const count = model.rows.length;
  const k = most(count, least, () => true, room);
  return k === 0 ? undefined : { first: slice(0, k), rest: slice(k, count) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function takePanel(block: PanelBlock, width: Emu, height: number, cutting: Cutting): Cut | undefined {
  const { context } = cutting;
  const pad = padding(block, context);
  const inside = emu(width - pad.left - pad.right);
  const cut = take(block.child, inside, height - pad.top - pad.bottom, {
    ...cutting,
    context: within(block, context),
  });
  return cut === undefined
    ? undefined
    : { first: { ...block, child: cut.first }, rest: { ...block, child: cut.rest } };
}

/** Only columns that are too high are cut. What goes on keeps its width, so that lines stay readable. */
function takeColumns(block: ColumnsBlock, width: Emu, height: number, cutting: Cutting): Cut | undefined {
  const { context } = cutting;
  const first: Block[] = [];
  const rest: (Block | undefined)[] = [];
  for (const [index, child] of block.children.entries()) {
    const alone: ColumnsBlock = {
      ...block,
      children: block.children.map((one, at) => (at === index ? one : NOTHING)),
    };
    if (fits(alone, width, height, context)) {
      first.push(child);
      rest.push(undefined);
      continue;
    }
    const cell = columnCells(block, width, context)[index];
    const cut = cell === undefined ? undefined : take(child, cell.w, height, cutting);
    if (cut === undefined && cutting.manner === "neat") return undefined;
    first.push(cut?.first ?? NOTHING);
    rest.push(cut?.rest ?? child);
  }
  const going = rest.filter((child) => child !== undefined);
  if (going.length === 0 || first.every((child) => items(child) === 0)) return undefined;
  const [only] = going;
  if (cutting.manner === "free" && going.length === 1 && only !== undefined)
    return { first: { ...block, children: first }, rest: alone(only) };
  const remainder: Block =
    going.length === 1 && only !== undefined && hasTable(only)
      ? only
      : { ...block, children: rest.map((child) => child ?? NOTHING) };
  return { first: { ...block, children: first }, rest: remainder };
}

/** A block that continues alone starts at the left: a picture over the whole width, text as wide as is easy to read. */
const alone = (block: Block): Block =>
  isDrawn(block) ? block : { type: "columns", spans: [8, 4], children: [block, NOTHING], align: "top" };

const isDrawn = (block: Block): boolean =>
  hasTable(block) ||
  block.type === "exhibit" ||
  block.type === "plane" ||
  block.type === "picture" ||
  (block.type === "stack" && block.children.some(isDrawn)) ||
  (block.type === "panel" && isDrawn(block.child));

const NOTHING: StackBlock = { type: "stack", gap: "none", children: [] };

const hasTable = (block: Block): boolean =>
  block.type === "table" ||
  (block.type === "exhibit" && block.exhibit.type !== "chart") ||
  (block.type === "stack" && block.children.some(hasTable)) ||
  (block.type === "panel" && hasTable(block.child));

function takeStack(block: StackBlock, width: Emu, height: number, cutting: Cutting): Cut | undefined {
  const { context } = cutting;
  const { children } = block;
  const head = block.splits === true ? Math.min(block.head ?? 0, children.length) : 0;
  /** Children up to k, the head always among them. */
  const upTo = (k: number, last?: Block): StackBlock =>
    part(block, [...children.slice(0, k), ...(last === undefined ? [] : [last])], 0);
  const from = (k: number, first?: Block): StackBlock =>
    part(
      block,
      [
        ...children.slice(0, head),
        ...(first === undefined ? [] : [first]),
        ...children.slice(first === undefined ? k : k + 1),
      ],
      k,
      head,
    );
  let whole = children.length;
  while (whole > head && !fits(upTo(whole), width, height, context)) whole -= 1;

  const between =
    block.splits === true || cutting.manner === "free"
      ? boundary(block, whole, head, cutting.least)
      : undefined;
  const atBoundary = between === undefined ? undefined : { first: upTo(between), rest: from(between) };
  if (atBoundary !== undefined) {
    const filled = context.blocks.measure(atBoundary.first, width, context).minimum;
    if (filled >= height * 0.5) return atBoundary;
  }
  const gap = distance(block.gap, context);
  for (let k = Math.min(whole, children.length - 1); k >= head; k -= 1) {
    const child = children[k];
    if (child === undefined) continue;
    const used = k === 0 ? 0 : context.blocks.measure(upTo(k), width, context).minimum + gap;
    const cut = take(child, width, height - used, cutting);
    if (cut !== undefined) return { first: upTo(k, cut.first), rest: from(k, cut.rest) };
  }
  return atBoundary;
}

/** The last place not after `whole` where a stack may be cut: `least` items on either side, no heading left behind. */
function boundary(block: StackBlock, whole: number, head: number, least: number): number | undefined {
  const count = (from: number, to: number) =>
    block.children.slice(from, to).reduce((sum, child) => sum + items(child), 0);
  for (let k = whole; k > head; k -= 1) {
    if (k >= block.children.length || introduces(block.children[k - 1], block.children[k])) continue;
    if (count(head, k) >= least && count(k, block.children.length) >= least) return k;
  }
  return undefined;
}

/** Counts the things that a reader sees in a block. */
function items(block: Block): number {
  switch (block.type) {
    case "text":
      return block.paragraphs.length === 0 ? 0 : 1;
    case "table":
      return block.rows.length;
    case "stack":
      return block.children.reduce((sum, child) => sum + items(child), 0);
    case "columns":
      return block.children.length;
    case "exhibit":
    case "plane":
      return LEAST;
    case "panel":
    case "picture":
    case "sparkline":
    case "bars":
    case "interval":
      return 1;
    case "rule":
      return 0;
  }
}

/** A rule, or a single line of text before something that is not text, belongs to what follows. */
const introduces = (block: Block | undefined, next: Block | undefined): boolean =>
  block?.type === "rule" ||
  (block?.type === "text" && block.paragraphs.length === 1 && next !== undefined && next.type !== "text");

/** A stack with other children; `grow` follows them. `from` is the index of the first child after the head. */
function part(block: StackBlock, children: readonly Block[], from: number, head = 0): StackBlock {
  const { grow } = block;
  if (grow === undefined) return { ...block, children };
  return {
    ...block,
    children,
    grow: children.map((_, at) => grow[at < head ? at : at - head + Math.max(from, head)] ?? 0),
  };
}
