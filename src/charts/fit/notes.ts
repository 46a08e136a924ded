import type { Mark } from "../../model/marks.ts";
import type { Overlay } from "../../model/overlay.ts";
import { barsOf } from "../marks/bars.ts";
import { crosses, GAP, levelLine, meet, pitch, type Rect, type Segment } from "../marks/geometry.ts";
import { labelRequests } from "./labels.ts";
import { obstaclesOf, piecesOf, placedLayers } from "./obstacles.ts";
import {
  type Of,
  type OverlayContext,
  type OverlayMarks,
  ofType,
  strokeMark,
  textMark,
  thin,
} from "./scene.ts";
import { spreadLabels } from "./series-labels.ts";
import { widest, wrap } from "./wrap.ts";

/** Lines that the words of a note take, at most this share of the chart's width each. */
const NOTE_LINES = 3;
const NOTE_SHARE = 0.25;

/** Distances of a note from its target, in pt; `TOWARD` has the directions: above, beside, then below. */
const FAR = [14, 26, 42, 64, 92];
const TOWARD = [
  [-1, -1],
  [1, -1],
  [0, -1],
  [-1, 0],
  [1, 0],
  [1, 1],
  [-1, 1],
  [0, 1],
] as const;
/** Step, in pt, of the grid that is searched, nearest place first, when none of these positions is free. */
const STEP = 8;

/** The words of a note, broken, with their size in pt. */
export function noteText(
  text: string,
  { size, measure, labelSize }: Pick<OverlayContext, "size" | "measure" | "labelSize">,
) {
  const context = { measure, size: labelSize };
  const lines = wrap(text, size.width * NOTE_SHARE, NOTE_LINES, context);
  return { lines, w: widest(lines, context) + 2, h: lines.length * pitch(labelSize) };
}

/**
 * A place for a text of `w` by `h` pt near `own`, within bounds, where `free` says so of the place and of the line from
 * it to `own`; undefined where there is none.
 */
export function placeNote(
  { w, h }: { readonly w: number; readonly h: number },
  own: Rect,
  bounds: Rect,
  free: (rect: Rect, leader: Segment) => boolean,
): Rect | undefined {
  const [cx, cy] = [own.x + own.w / 2, own.y + own.h / 2];
  const fits = (rect: Rect): boolean =>
    rect.x >= bounds.x &&
    rect.y >= bounds.y &&
    rect.x + w <= bounds.x + bounds.w &&
    rect.y + h <= bounds.y + bounds.h &&
    !meet(rect, own, 2 * GAP) &&
    free(rect, leaderOf(rect, own));
  for (const far of FAR)
    for (const [dx, dy] of TOWARD) {
      const rect = {
        x: cx - w / 2 + dx * (own.w / 2 + far + w / 2),
        y: cy - h / 2 + dy * (own.h / 2 + far + h / 2),
        w,
        h,
      };
      if (fits(rect)) return rect;
    }
  const columns = Math.max(0, Math.floor((bounds.w - w) / STEP) + 1);
  const rows = Math.max(0, Math.floor((bounds.h - h) / STEP) + 1);
  const grid = Array.from({ length: columns * rows }, (_, n): Rect => {
    const [column, row] = [n % columns, Math.floor(n / columns)];
    return { x: bounds.x + column * STEP, y: bounds.y + row * STEP, w, h };
  });
  const distance = (rect: Rect): number => Math.hypot(rect.x + w / 2 - cx, rect.y + h / 2 - cy);
  return grid.toSorted((a, b) => distance(a) - distance(b)).find(fits);
}

/** From the place on a text that is nearest to what it points at, to the place there that is nearest to the text. */
function leaderOf(text: Rect, own: Rect): Segment {
  const [fx, fy] = nearestFree(text, own.x + own.w / 2, own.y + own.h / 2);
  const [ox, oy] = nearestFree(own, fx, fy);
  return [fx, fy, ox, oy];
}

/** The place of a rectangle that is nearest to a point. */
export function nearestFree(rect: Rect, x: number, y: number): readonly [number, number] {
  const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
  return [clamp(x, rect.x, rect.x + rect.w), clamp(y, rect.y, rect.y + rect.h)];
}

/**
 * A few words beside values, each with a line to its value or to the number there; clear of other words, of the numbers
 * of bars and of what is drawn, and off the dotted lines that guide the eye where there is room beside them. Those that find no place come back as unplaced, for a step to make room.
 */
export function placeNotes(
  notes: readonly Of<"note">[],
  scene: OverlayContext,
  before: OverlayMarks,
): OverlayMarks {
  if (notes.length === 0) return { shapes: [], texts: [] };
  const { projection, size, measure, labelSize, model, margins } = scene;
  const { plot, coordinates } = projection;
  const drawn = obstaclesOf(placedLayers(model, projection), projection);
  const levels = ofType(model.overlays, "level").map(({ v }) => levelLine(v, projection));
  // Labels that have one place only: notes keep away from them. The others find their place around the notes.
  const numbers = labelRequests(model, projection, measure, labelSize).flatMap(({ places }) =>
    places.length === 1 ? places.map(({ rect, category }) => ({ rect, category })) : [],
  );
  const top = margins.key + margins.words + margins.arrow;
  const beside = margins.ends + margins.difference > 0 ? plot.x + plot.w : size.width;
  const left = coordinates.value.visible || coordinates.orientation === "horizontal" ? plot.x : 0;
  const bounds = { x: left, y: top, w: beside - left, h: plot.y + plot.h - top };
  if (coordinates.orientation === "horizontal" && margins.difference > 0)
    return inColumn(notes, scene, numbers);
  const taken: Rect[] = [...before.texts];
  const guides = before.shapes.flatMap((mark) =>
    mark.type === "line" && mark.line.dash === "dot" ? piecesOf(mark.spots) : [],
  );
  const own: Rect[] = [];
  const unplaced: Overlay[] = [];
  // In the order of the categories, so that lines of neighbours need not cross.
  const ordered = notes.toSorted((a, b) => a.at.c - b.at.c);
  const shapes = ordered.flatMap((note): Mark[] => {
    const target = targetOf(note, scene, numbers);
    const { lines, w, h } = noteText(note.text, scene);
    const others = numbers.map(({ rect }) => rect).filter((rect) => !meet(rect, target));
    const free = (rect: Rect, leader: Segment): boolean =>
      !taken.some((other) => meet(rect, other, GAP) || crosses(other, leader)) &&
      !others.some((other) => meet(rect, other, GAP) || crosses(other, leader)) &&
      !drawn.bars.some((bar) => meet(bar, rect, GAP)) &&
      ![...drawn.lines, ...levels].some((piece) => crosses(rect, piece));
    const unstruck = (rect: Rect, leader: Segment): boolean =>
      free(rect, leader) && !guides.some((piece) => crosses(rect, piece));
    const place = placeNote({ w, h }, target, bounds, unstruck) ?? placeNote({ w, h }, target, bounds, free);
    if (place === undefined) {
      unplaced.push(note);
      return [];
    }
    taken.push(place);
    own.push(place);
    return [
      strokeMark(...leaderOf(place, target), thin(note.ink)),
      textMark(place, lines, scene, { ink: note.ink, from: note.from }),
    ];
  });
  return { shapes, texts: own, unplaced };
}

/** Notes of horizontal bars in a column beside the plot, each at its bar as far as the others let it. */
function inColumn(
  notes: readonly Of<"note">[],
  scene: OverlayContext,
  numbers: readonly { readonly rect: Rect; readonly category: number }[],
): OverlayMarks {
  const { projection, size, margins } = scene;
  const { plot } = projection;
  const items = notes
    .map((note) => {
      const text = noteText(note.text, scene);
      const target = targetOf(note, scene, numbers);
      const y = target.y + target.h / 2;
      return { note, target, y, ...text, top: y - text.h / 2 };
    })
    .toSorted((a, b) => a.y - b.y);
  const tops = spreadLabels(items, margins.key, size.height - margins.below);
  const bend = plot.x + plot.w;
  const texts = items.map(
    ({ w, h, top }, n): Rect => ({ x: size.width - margins.difference + NOTE_GAP, y: tops[n] ?? top, w, h }),
  );
  const shapes = items.flatMap(({ note, target, y, lines }, n): Mark[] => {
    const rect = texts[n];
    if (rect === undefined) return [];
    const from = target.x + target.w + GAP;
    const line = thin(note.ink);
    return [
      ...(from < bend ? [strokeMark(from, y, bend, y, line)] : []),
      strokeMark(Math.max(from, bend), y, rect.x - GAP, rect.y + rect.h / 2, line),
      textMark(rect, lines, scene, { ink: note.ink, align: "left", from: note.from }),
    ];
  });
  return { shapes, texts };
}

/** Distance of the column of notes from the plot, in pt: lines turn toward their words there. */
export const NOTE_GAP = 18;

/** Half of the room around a value that a line to it leaves free, in pt: a marker is inside. */
const CLEAR = 4;

/** Returns the target of a note: the number outside the end of its bar, or the value itself. */
function targetOf(
  note: Of<"note">,
  { model, projection }: OverlayContext,
  numbers: readonly { readonly rect: Rect; readonly category: number }[],
): Rect {
  const vertical = projection.coordinates.orientation === "vertical";
  const along = markAt(note.at, { model, projection });
  const value = projection.value(note.at.v);
  const [x, y] = vertical ? [along, value] : [value, along];
  const spot = { x: x - CLEAR, y: y - CLEAR, w: 2 * CLEAR, h: 2 * CLEAR };
  const number = numbers.find(
    ({ rect, category }) =>
      category === Math.round(note.at.c) &&
      (vertical ? x > rect.x && x < rect.x + rect.w : y > rect.y && y < rect.y + rect.h) &&
      meet(rect, spot, 2 * GAP),
  );
  return number?.rect ?? spot;
}

/** Returns the position of a value's mark along the category axis, in pt: of its own bar in a cluster. */
export function markAt(
  at: Of<"note">["at"],
  { model, projection }: Pick<OverlayContext, "model" | "projection">,
): number {
  const vertical = projection.coordinates.orientation === "vertical";
  for (const layer of model.layers) {
    if (layer.type !== "bars" || layer.grouping !== "clustered") continue;
    const bar = barsOf(layer, projection).find(
      ({ category, to, series }) =>
        category === at.c && to === at.v && layer.series[series]?.role !== "previous",
    );
    if (bar !== undefined) return vertical ? bar.rect.x + bar.rect.w / 2 : bar.rect.y + bar.rect.h / 2;
  }
  return projection.category(at.c);
}
