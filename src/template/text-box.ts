import { contrast } from "../base/contrast.ts";
import { type Frame, frame } from "../base/geometry.ts";
import { chroma } from "../base/lab.ts";
import { emu, inchesToEmu } from "../base/units.ts";
import type { ContractPage } from "../theme/contract.ts";
import type { Colour } from "../theme/theme.ts";
import { darker, lighter, type SchemeColours, stored } from "../theme/tints.ts";
import type { Holder, HolderText } from "./placeholders.ts";
import { freeIn, isFree, type Surface, withGap } from "./surface.ts";
import { obstacles, plainReading, readingOn, under, worstFor } from "./under.ts";

type TextBox = NonNullable<ContractPage["title"]>;
type Inches = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Inches to a thousandth, which is finer than anybody sees and short to read. */
export const inches = (value: number): number => Math.round((value / 914_400) * 1_000) / 1_000;
export const placeOf = ({ x, y, w, h }: Frame): Inches => ({
  x: inches(x),
  y: inches(y),
  w: inches(w),
  h: inches(h),
});

/** Height of lines in EMU: 1.2 em each, times the template's line spacing, and the insets. */
const heightOf = (lines: number, size: number, { lineSpacing, insets }: HolderText): number =>
  lines * size * 1.2 * Math.max(lineSpacing, 0.9) * 12_700 + insets.top + insets.bottom;

export interface WantedText {
  /** Sizes in pt between which a text may be set, largest first. */
  readonly sizes: readonly [largest: number, smallest: number];
  readonly lines: number;
}

export interface Fitted {
  readonly box: Frame;
  readonly size: number;
  readonly smallest: number;
  readonly lines: number;
  /** True where the template's own box is too low for that text. */
  readonly low: boolean;
}

/** Fits a text into its place: clear of what stands in it, grown where it is too low, in the largest size that leaves its lines. */
export function fitBox(
  own: Frame,
  text: HolderText,
  wanted: WantedText,
  surface: Surface,
  limit: number,
): Fitted {
  const ground = under(surface, own);
  // Texts keep their places on pictures; where they could not be read, a panel is laid.
  const blocked = obstacles(surface, ground, false);
  const [largest, smallest] = wanted.sizes;
  const needed = heightOf(wanted.lines, smallest, text);
  const roomy = needed + AIR;
  // A logo beside the title costs width rather than height.
  const found = isFree(surface, own, blocked)
    ? own
    : freeIn(surface, own, blocked, ({ w, h }) => w * (Math.min(h, needed) + h / 100));
  const clear = found === undefined ? own : withGap(found, own, GAP);
  const free = clear.w >= own.w * 0.55 ? clear : own;
  const bottom = free.y + free.h;
  let box = free;
  if (free.h < needed) {
    // The box grows down first, into the body, then up; then it becomes narrower, beside what stands above it.
    const down = stretch(
      surface,
      blocked,
      frame(free.x, free.y, free.w, Math.min(limit, free.y + roomy) - free.y),
      free,
    );
    const foot = down.y + down.h;
    const top = Math.max(MARGIN, foot - needed);
    box = down.h < needed ? stretch(surface, blocked, frame(free.x, top, free.w, foot - top), down) : down;
    if (box.h < needed) {
      const narrow = freeIn(surface, frame(own.x, top, own.w, foot - top), blocked, ({ w, h }) =>
        h >= Math.min(needed, foot - top) - CELL ? w : 0,
      );
      if (narrow !== undefined && narrow.w >= own.w * 0.75 && narrow.h > box.h) box = narrow;
    }
    // Where the template itself has a box of that height, it stands on what the template draws there.
    if (box.h < needed - CELL && own.h >= needed) box = own;
  }
  const fits = (lines: number, size: number): boolean => heightOf(lines, size, text) <= box.h + SLACK;
  for (let lines = wanted.lines; lines >= 1; lines -= 1) {
    for (let size = largest; size >= smallest; size -= 0.5) {
      if (fits(lines, size))
        return { box, size, smallest, lines, low: bottom - free.y < needed && box !== own };
    }
  }
  const size = Math.max(10, Math.floor((box.h / 12_700 - 7.2) / 1.2));
  return {
    box: box.h > 0 ? box : frame(box.x, box.y, box.w, heightOf(1, smallest, text)),
    size: Math.min(size, smallest),
    smallest: Math.min(size, smallest),
    lines: 1,
    low: true,
  };
}

/** Distance of a title from what stands beside it. */
const GAP = inchesToEmu(0.08);
const MARGIN = inchesToEmu(0.15);
/** Height that a box which grows has beyond its lines, whose letters reach lower in some typefaces than in others. */
const AIR = inchesToEmu(0.06);
/** Height that lines may lack: their own leading gives it. */
const SLACK = inchesToEmu(0.03);
/** Height of a cell of the surface, to which grown boxes are exact. */
const CELL = inchesToEmu(0.035);

/** The wished frame as far as it is free, and no less than the one that is there. */
function stretch(surface: Surface, blocked: (cell: number) => boolean, wished: Frame, least: Frame): Frame {
  const inside = (free: Frame): boolean =>
    free.x <= least.x &&
    free.y <= least.y &&
    free.x + free.w >= least.x + least.w &&
    free.y + free.h >= least.y + least.h;
  const found = freeIn(surface, wished, blocked, (free) => (inside(free) ? free.w * free.h : 0));
  return found ?? least;
}

/** Colour of a text and, where that is illegible on its ground, the nearest tint that is not. */
export interface LegibleColour {
  readonly colour: Colour;
  readonly from: string;
  /** The ground that is hardest to read on; undefined where a picture lies below. */
  readonly ground?: string;
  readonly ratio?: number;
}

/** The colour of a text on what its box shows, or on the panel that is laid under it. */
export function legibleColour(
  text: HolderText,
  box: Frame,
  surface: Surface,
  scheme: SchemeColours,
  panel?: string,
): LegibleColour {
  const seen = text.colour ?? { hex: scheme.tx1, stored: { scheme: "tx1" as const, hex: scheme.tx1 } };
  const own: Colour = seen.stored ?? { hex: seen.hex };
  const reading = panel === undefined ? readingOn(surface, box) : plainReading(panel);
  if (reading === undefined) return { colour: own, from: seen.hex };
  const { hex: worst, ratio } = worstFor(seen.hex, reading);
  if (ratio >= 4.5) return { colour: own, from: seen.hex, ground: worst, ratio };
  const ground = reading.hex;
  // That a panel is laid is said by itself.
  const poor = panel === undefined ? { ground: worst, ratio } : {};
  // A grey, or a colour that hardly differs from its ground, gives way to the scheme's own colour for such a ground.
  const plain = (["tx1", "bg1"] as const).find((name) => contrast(scheme[name], ground) >= 7);
  if (plain !== undefined && (ratio < 2.5 || chroma(seen.hex) < 10))
    return { colour: { scheme: plain, hex: scheme[plain] }, from: seen.hex, ...poor };
  const tints = (reading.light ? lighter : darker)(scheme, own.scheme ?? { hex: seen.hex });
  const best = (["tx1", "bg1"] as const)
    .map((name): Colour => ({ scheme: name, hex: scheme[name] }))
    .reduce((a, b) => (worstFor(b.hex, reading).ratio > worstFor(a.hex, reading).ratio ? b : a));
  const found = tints.find(({ hex }) => worstFor(hex, reading).ratio >= 4.55) ?? best;
  return { colour: found, from: seen.hex, ...poor };
}

/** Sizes that a contract may hold, in pt. */
const writable = (size: number): number => Math.min(96, Math.max(6, size));

/** A text placeholder as the contract has it. */
export function textBox(holder: Holder, fitted: Fitted, colour: Colour): TextBox {
  const { text } = holder;
  return {
    ...placeholder(holder, fitted.box),
    size: writable(fitted.size),
    smallest: writable(Math.min(fitted.smallest, fitted.size)),
    lines: fitted.lines,
    bold: text.bold,
    ...(text.italic ? { italic: true } : {}),
    ...(text.caps ? { caps: true } : {}),
    ...(text.lineSpacing === 1 ? {} : { lineSpacing: Math.min(3, Math.max(0.5, text.lineSpacing)) }),
    colour: stored(colour),
  };
}

export function placeholder({ type, idx, text }: Holder, box: Frame): NonNullable<ContractPage["footer"]> {
  const { left, top, right, bottom } = text.insets;
  const usual = left === 91_440 && right === 91_440 && top === 45_720 && bottom === 45_720;
  return {
    type,
    ...(idx === undefined ? {} : { idx }),
    place: placeOf(box),
    ...(usual
      ? {}
      : { insets: { left: inches(left), top: inches(top), right: inches(right), bottom: inches(bottom) } }),
    align: text.align,
    anchor: text.anchor,
  };
}

/** Area of a box in which its text may stand. */
export const textArea = ({ x, y, w, h }: Frame, { insets }: HolderText): Frame =>
  frame(
    x + insets.left,
    y + insets.top,
    Math.max(0, w - insets.left - insets.right),
    Math.max(0, h - insets.top - insets.bottom),
  );

export const slideFrame = (surface: Surface): Frame => frame(emu(0), emu(0), surface.width, surface.height);
