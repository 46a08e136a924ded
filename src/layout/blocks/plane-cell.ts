import { type Frame, frame } from "../../base/geometry.ts";
import { type Emu, emu, emuToPt, pt, ptToEmu } from "../../base/units.ts";
import type { Paragraph, PlanePoint } from "../../model/deck.ts";
import type { Item, TextItem } from "../../model/page.ts";
import { rich } from "../../model/text.ts";
import type { LayoutContext } from "../context/layout-context.ts";
import { measure, type SetText, setText } from "../context/paragraphs.ts";

/** All in pt: diameter of a dot with a code and of one without, air around, and between a dot and its label. */
const CODED = 20;
const BARE = 9;
const PAD = 4;
const BESIDE = 4;
const BETWEEN = 3;
/** Lines that one label may take before the next denser form is tried. */
const MOST_LINES = 2;

export interface FilledCell {
  readonly points: readonly PlanePoint[];
  readonly frame: Frame;
}

/** Form of the points in a cell; `FORMS` lists the forms from the roomiest to the densest. */
interface Form {
  readonly columns: number;
  readonly detail: boolean;
}
const FORMS: readonly Form[] = [
  { columns: 1, detail: true },
  { columns: 1, detail: false },
  { columns: 2, detail: false },
  { columns: 3, detail: false },
];

/**
 * Places the points of all cells. Details are shown in all cells or in none; a cell too full for labels shows dots with
 * codes alone, in rows, for the list beside the plane to explain. Nothing overlaps: each point has a slot of its own.
 */
export function arrange(cells: readonly FilledCell[], context: LayoutContext): readonly Item[] {
  const roomy = cells.every((cell) => slots(cell, { columns: 1, detail: true }, context) !== undefined);
  return cells.flatMap((cell) => {
    if (cell.points.length === 0) return [];
    if (cell.points.every(bare)) return dotsOnly(cell, context);
    for (const form of FORMS) {
      if (form.detail && !roomy) continue;
      const placed = slots(cell, form, context);
      if (placed !== undefined) return placed.flatMap((slot) => entry(slot, cell, context));
    }
    return dotsOnly(cell, context);
  });
}

/** Height in EMU that a cell of this width needs to show every label in one column. */
export function entryHeights(points: readonly PlanePoint[], width: Emu, context: LayoutContext): Emu {
  if (points.length === 0) return emu(0);
  if (points.every(bare)) return leastCell(points.length, width);
  const heights = points.map(
    (point) => entryHeight(point, labelWidth(point, emuToPt(width) - 2 * PAD), false, context).height,
  );
  return ptToEmu(heights.reduce((sum, h) => sum + h, 0) + BETWEEN * (points.length - 1) + 2 * PAD);
}

/** Height in EMU that a cell of this width needs for dots alone. */
export function leastCell(count: number, width: Emu): Emu {
  const across = Math.max(1, Math.floor((emuToPt(width) - 2 * PAD + BETWEEN) / (CODED + BETWEEN)));
  const rows = Math.max(1, Math.ceil(count / across));
  return ptToEmu(rows * (CODED + BETWEEN) - BETWEEN + 2 * PAD);
}

/** True for a point that is explained elsewhere: it has a code and no label. */
const bare = (point: PlanePoint): boolean => point.label.length === 0;

interface Slot {
  readonly point: PlanePoint;
  /** In pt from the cell's top left corner. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly label: SetText;
}

const dotOf = (point: PlanePoint): number => (point.code === "" ? BARE : CODED);
const labelWidth = (point: PlanePoint, slot: number): number => slot - dotOf(point) - BESIDE;

function entryHeight(
  point: PlanePoint,
  width: number,
  detail: boolean,
  context: LayoutContext,
): { height: number; label: SetText; lines: number } {
  const paragraphs: Paragraph[] = [{ text: point.label }];
  if (detail && point.detail !== undefined)
    paragraphs.push({ text: point.detail, ink: "muted", space: "none" });
  const label = setText(paragraphs, { role: "label", ink: "ink" }, ptToEmu(Math.max(1, width)), context);
  const lines = Math.max(...label.paragraphs.map((paragraph) => paragraph.lines.length));
  return { height: Math.max(dotOf(point), emuToPt(label.height)), label, lines };
}

/** Places for all points of a cell in this form; undefined where they do not fit. Columns fill from the top down. */
function slots(cell: FilledCell, form: Form, context: LayoutContext): readonly Slot[] | undefined {
  const room = { w: emuToPt(cell.frame.w) - 2 * PAD, h: emuToPt(cell.frame.h) - 2 * PAD };
  const width = (room.w - BESIDE * (form.columns - 1)) / form.columns;
  const perColumn = Math.ceil(cell.points.length / form.columns);
  const placed: Slot[] = [];
  let tallest = 0;
  for (let column = 0; column < form.columns; column += 1) {
    let y = 0;
    for (const point of cell.points.slice(column * perColumn, (column + 1) * perColumn)) {
      const inner = labelWidth(point, width);
      if (inner < longest(point, form.detail, context)) return undefined;
      const { height, label, lines } = entryHeight(point, inner, form.detail, context);
      if (lines > MOST_LINES) return undefined;
      placed.push({ point, x: PAD + column * (width + BESIDE), y, height, width, label });
      y += height + BETWEEN;
    }
    tallest = Math.max(tallest, y - BETWEEN);
  }
  if (tallest > room.h) return undefined;
  const down = PAD + (room.h - tallest) / 2;
  return placed.map((slot) => ({ ...slot, y: slot.y + down }));
}

/** Width in pt of the longest word of a label: a form that would cut it is refused. */
function longest(point: PlanePoint, detail: boolean, context: LayoutContext): number {
  const texts = [point.label, ...(detail && point.detail !== undefined ? [point.detail] : [])];
  return Math.max(...texts.map((text) => measure(text, { role: "label" }, context).longestWord())) * 1.02;
}

function entry(slot: Slot, cell: FilledCell, context: LayoutContext): readonly Item[] {
  const d = dotOf(slot.point);
  const x = cell.frame.x + ptToEmu(slot.x);
  const y = cell.frame.y + ptToEmu(slot.y);
  const dot = frame(x, y + ptToEmu((slot.height - d) / 2), ptToEmu(d), ptToEmu(d));
  const left = ptToEmu(d + BESIDE);
  const text: TextItem = {
    type: "text",
    name: "Point",
    role: "label",
    frame: frame(x + left, y, ptToEmu(slot.width) - left, ptToEmu(slot.height)),
    paragraphs: slot.label.paragraphs,
    anchor: "middle",
    insets: slot.label.insets,
    mark: true,
  };
  return bare(slot.point) ? [dotItem(slot.point, dot, context)] : [dotItem(slot.point, dot, context), text];
}

/** Dots in rows around the middle of the cell; smaller ones where even dots would not fit. */
function dotsOnly(cell: FilledCell, context: LayoutContext): readonly Item[] {
  const room = { w: emuToPt(cell.frame.w) - 2 * PAD, h: emuToPt(cell.frame.h) - 2 * PAD };
  let step = CODED + BETWEEN;
  const fits = (s: number) => {
    const across = Math.max(1, Math.floor((room.w + BETWEEN) / s));
    return Math.ceil(cell.points.length / across) * s - BETWEEN <= room.h + 0.01;
  };
  while (step > 8 && !fits(step)) step -= 0.5;
  const across = Math.max(1, Math.floor((room.w + BETWEEN) / step));
  const d = step - BETWEEN;
  const used = Math.ceil(cell.points.length / across) * step - BETWEEN;
  const row = Math.min(across, cell.points.length) * step - BETWEEN;
  const aside = PAD + Math.max(0, (room.w - row) / 2);
  const down = PAD + Math.max(0, (room.h - used) / 2);
  return cell.points.map((point, index) =>
    dotItem(
      point,
      frame(
        cell.frame.x + ptToEmu(aside + (index % across) * step),
        cell.frame.y + ptToEmu(down + Math.floor(index / across) * step),
        ptToEmu(d),
        ptToEmu(d),
      ),
      context,
    ),
  );
}

/** A dot with its code inside, so that both move together; a plain one is a shape. */
function dotItem(point: PlanePoint, at: Frame, context: LayoutContext): Item {
  const ring = point.ring === true ? { line: { ink: "ink", width: pt(2) } as const } : {};
  if (point.code === "") {
    return {
      type: "shape",
      name: "Dot",
      geometry: "ellipse",
      frame: at,
      fill: point.ink,
      ...ring,
      decorative: true,
    };
  }
  const inside: LayoutContext = { ...context, ground: point.ink };
  const set = setText(
    [{ text: rich(point.code) }],
    { role: "label", align: "center", bold: true },
    emu(at.w * 1.2),
    inside,
  );
  return {
    type: "text",
    name: `Dot ${point.code}`,
    role: "label",
    frame: at,
    paragraphs: set.paragraphs,
    anchor: "middle",
    insets: set.insets,
    fill: point.ink,
    geometry: "ellipse",
    ...ring,
    mark: true,
  };
}
