import type { ChartModel, Label, Layer, XYCoordinates } from "../../model/chart.ts";
import type { Mark, MarkOf, Spot } from "../../model/marks.ts";
import type { FittedChart } from "../../model/placed.ts";
import {
  crosses,
  fraction,
  GAP,
  type MeasureWidth,
  meet,
  pitch,
  type Rect,
  roomBeside,
  type Segment,
  type Size,
  within,
} from "../marks/geometry.ts";
import { bubbleSize, LARGEST_BUBBLE, pointMarks } from "../marks/points.ts";
import { type Backdrop, backgroundBeside, pointBackdrop } from "./backdrop.ts";
import { clipGuides } from "./clip-guides.ts";
import { addMarkLabelBackgrounds } from "./label-backgrounds.ts";
import { nearestFree, noteText, placeNote } from "./notes.ts";
import { BUBBLE, ofType, strokeMark, textMark, thin } from "./scene.ts";
import { thinTicks } from "./ticks.ts";
import { widest, wrap } from "./wrap.ts";

type Points = Extract<Layer, { type: "points" }>;

/** Radius in pt from which on the corners of the square around a bubble are room for words. */
const ROUND = 10;
const NOTE_LINES = 3;

/** Context that the parts of fitting a chart of points share; lengths in pt. */
interface Field {
  readonly model: ChartModel;
  readonly coordinates: XYCoordinates;
  readonly plot: Rect;
  readonly size: Size;
  readonly measure: MeasureWidth;
  readonly labelSize: number;
  readonly marks: readonly Dot[];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** A point as it is drawn, in pt. */
interface Dot extends Spot {
  readonly key: string;
  readonly radius: number;
  readonly label: Label | null;
}

/**
 * Fits a chart of points on two value axes: room for the axes and their names, lines of averages with their words, what
 * the sizes mean, and the names of points. Names that would cover another name or a point are dropped by priority; the
 * sheet and the alt text have all of them.
 */
export function fitXY(
  model: ChartModel,
  coordinates: XYCoordinates,
  size: Size,
  measure: MeasureWidth,
  labelSize: number,
): FittedChart {
  const line = pitch(labelSize);
  const ticks = (axis: XYCoordinates["x"]): number =>
    Math.max(0, ...axis.ticks.map((tick) => measure(tick.label, labelSize, false)));
  const key = model.legend.length > 0 ? line * 1.5 + GAP : 0;
  const title = (axis: XYCoordinates["x"]): number => (axis.title === undefined ? 0 : line + GAP);
  const left = (coordinates.y.visible ? ticks(coordinates.y) + 2 * GAP : 2) + title(coordinates.y);
  const bottom = (coordinates.x.visible ? line + 2 * GAP : 2) + title(coordinates.x);
  const events = ofType(model.overlays, "event");
  const top = key + (events.length > 0 ? line + GAP : line / 2);
  const beside = sizesWidth(model, size, measure, labelSize);
  const right = Math.max(4, ticks(coordinates.x) / 2) + beside;
  const plot: Rect = {
    x: left,
    y: top,
    w: Math.max(1, size.width - left - right),
    h: Math.max(1, size.height - top - bottom),
  };
  const x = (v: number): number =>
    plot.x + (plot.w * (v - coordinates.x.min)) / (coordinates.x.max - coordinates.x.min);
  const y = (v: number): number =>
    plot.y + plot.h * (1 - (v - coordinates.y.min) / (coordinates.y.max - coordinates.y.min));
  const marks = dotsOf(model, coordinates, plot);
  const field: Field = { model, coordinates, plot, size, measure, labelSize, marks, x, y };
  const levels = drawLevels(field, key);
  const taken = [...levels.texts];
  const notes = drawNotes(field, taken, key);
  taken.push(...notes.texts);
  const names = placeNames(field, taken, levels.lines);
  const { overlays: _none, ...rest } = model;
  const thinned = {
    ...coordinates,
    x: thinTicks(coordinates.x, plot.w, ticks(coordinates.x) + 4 * GAP),
    y: thinTicks(coordinates.y, plot.h, labelSize * 2),
  };
  const behind = pointBackdrop(thinned, plot, levels.lines, marks.map(around));
  return {
    ...rest,
    coordinates: thinned,
    layers: withNames(model, names, behind),
    width: size.width,
    height: size.height,
    plot: fraction(plot, size),
    categoryLabels: [],
    labelSize,
    annotations: clipGuides(
      addMarkLabelBackgrounds([...levels.shapes, ...drawSizes(field, beside), ...notes.shapes], behind),
      [...names.values()].map(({ rect }) => rect),
    ),
  };
}

const dotsOf = ({ layers }: ChartModel, coordinates: XYCoordinates, plot: Rect): readonly Dot[] =>
  layers.flatMap((layer, l) =>
    layer.type !== "points"
      ? []
      : pointMarks(layer, l, coordinates, plot).flatMap((mark): readonly Dot[] => {
          if (mark.type !== "point" || mark.of === undefined) return [];
          const label = layer.series[mark.of.series]?.points[mark.of.item]?.label ?? null;
          return [{ key: keyOf(mark.of), ...mark.at, radius: mark.size / 2, label }];
        }),
  );

const keyOf = ({ layer, series, item }: MarkOf): string => `${layer}/${series}/${item}`;

const around = ({ x, y, radius }: Dot): Rect => {
  // The square inside a large bubble's outline: corners of the one around it are empty.
  const half = radius > ROUND ? radius * 0.85 : radius;
  return { x: x - half, y: y - half, w: 2 * half, h: 2 * half };
};

/** Lines across the plot with their words: vertical ones over it, level ones at its right end. */
function drawLevels(
  { model, plot, size, measure, labelSize, marks, x, y }: Field,
  key: number,
): {
  readonly shapes: readonly Mark[];
  readonly texts: readonly Rect[];
  readonly lines: readonly Segment[];
} {
  const line = pitch(labelSize);
  const shapes: Mark[] = [];
  const texts: Rect[] = [];
  const lines: Segment[] = [];
  const say = (rect: Rect, text: string): void => {
    texts.push(rect);
    shapes.push(textMark(rect, [text], { labelSize }, {}));
  };
  for (const event of ofType(model.overlays, "event")) {
    const at = x(event.c);
    const w = measure(event.text, labelSize, false) + 2;
    const from = Math.max(0, Math.min(size.width - w, at - w / 2));
    const piece: Segment = [at, key + line, at, plot.y + plot.h];
    lines.push(piece);
    shapes.push(strokeMark(...piece, thin(event.ink, "dot", 1)));
    say({ x: from, y: key, w, h: line }, event.text);
  }
  for (const level of ofType(model.overlays, "level")) {
    const at = y(level.v);
    const w = measure(level.text, labelSize, false) + 2;
    const piece: Segment = [plot.x, at, plot.x + plot.w, at];
    lines.push(piece);
    shapes.push(strokeMark(...piece, thin(level.ink, level.dash, 1)));
    // Off the gridlines at the edges of the plot, and where no point is, if there is such a place.
    const usual = { x: plot.x + plot.w - w - GAP, y: at - line - 1, w, h: line };
    const under = { y: at + 1 };
    const first = { x: plot.x + GAP };
    const free = [
      usual,
      { ...usual, ...under },
      { ...usual, ...first },
      { ...usual, ...first, ...under },
    ].find((rect) => within(plot, rect) && !marks.some((mark) => meet(rect, around(mark), 1)));
    say(free ?? usual, level.text);
  }
  return { shapes, texts, lines };
}

/** A few words near a point with a line to it, clear of points and of other words. */
function drawNotes(field: Field, before: readonly Rect[], key: number) {
  const { model, plot, measure, labelSize, marks } = field;
  const texts: Rect[] = [];
  const shapes = ofType(model.overlays, "note").flatMap((note): Mark[] => {
    const at = { x: field.x(note.at.c), y: field.y(note.at.v) };
    const own = marks.find((mark) => Math.hypot(mark.x - at.x, mark.y - at.y) < 0.01);
    const radius = own?.radius ?? 0;
    const { lines, w, h } = noteText(note.text, field);
    const name = own?.label === null || own === undefined ? 0 : measure(own.label.text, labelSize, true) + 12;
    const beside = { x: at.x + radius, y: at.y - pitch(labelSize) / 2, w: name, h: pitch(labelSize) };
    const free = placeNote(
      { w, h },
      { x: at.x - radius, y: at.y - radius, w: 2 * radius, h: 2 * radius },
      { x: plot.x, y: key, w: plot.w, h: plot.h + plot.y - key },
      (rect, leader) =>
        ![...before, ...texts].some((other) => meet(rect, other, GAP) || crosses(other, leader)) &&
        !marks.some(
          (mark) => meet(rect, around(mark), GAP) || (mark !== own && crosses(around(mark), leader)),
        ) &&
        !meet(rect, beside),
    );
    if (free === undefined) return [];
    texts.push(free);
    const [x, y] = nearestFree(free, at.x, at.y);
    const reach = Math.hypot(x - at.x, y - at.y);
    const share = reach === 0 ? 0 : Math.min(1, (radius + 2) / reach);
    const end = { x: at.x + (x - at.x) * share, y: at.y + (y - at.y) * share };
    return [strokeMark(x, y, end.x, end.y, thin(note.ink)), textMark(free, lines, field, { ink: note.ink })];
  });
  return { shapes, texts };
}

/** The name of a point where it is written, in pt. */
interface Name {
  readonly label: Label;
  readonly rect: Rect;
}

/** Names of points: inside large bubbles, else beside, over or under their points, the most important first. */
function placeNames(
  field: Field,
  before: readonly Rect[],
  lines: readonly Segment[],
): ReadonlyMap<string, Name> {
  const { plot, size, measure, labelSize, marks } = field;
  const taken: Rect[] = [...before];
  const kept = new Map<string, Name>();
  const bounds = { x: plot.x, y: 0, w: size.width - plot.x, h: plot.y + plot.h };
  const ordered = marks
    .flatMap((mark, n) => (mark.label === null ? [] : [{ mark, n, label: mark.label }]))
    .sort((a, b) => b.label.priority - a.label.priority || a.n - b.n);
  for (const { mark, label } of ordered) {
    const w = measure(label.text, label.size ?? labelSize, label.bold) + 2;
    const h = pitch(label.size ?? labelSize);
    const { x, y, radius } = mark;
    const off = radius + GAP;
    const sides = (["right", "above", "below", "left"] as const).map((side) => ({
      side,
      rect: roomBeside({ x, y }, side, { w, h }, off),
    }));
    const possible = sides.filter(
      ({ rect }) =>
        within(bounds, rect) &&
        rect.x + rect.w <= Math.max(plot.x + plot.w, x + off) + SIZE_ROOM(field) &&
        !taken.some((other) => meet(rect, other, 1)) &&
        !marks.some((other) => other !== mark && meet(rect, around(other))),
    );
    // Where every side is struck through by a line of an average, a name that is struck is still a name.
    const free = possible.find(({ rect }) => !lines.some((piece) => crosses(rect, piece))) ?? possible[0];
    if (free === undefined) continue;
    taken.push(free.rect);
    kept.set(mark.key, { label: { ...label, at: free.side }, rect: free.rect });
  }
  return kept;
}

/** Returns the room beyond the plot for names, in pt; none where a size legend stands there. */
const SIZE_ROOM = ({ model, size, plot }: Field): number =>
  ofType(model.overlays, "sizes").length > 0 ? 0 : size.width - plot.x - plot.w;

/** Room beside the plot for what the sizes mean; the largest bubble is not known before the plot, so it is estimated. */
function sizesWidth(model: ChartModel, size: Size, measure: MeasureWidth, labelSize: number): number {
  const [legend] = ofType(model.overlays, "sizes");
  if (legend === undefined) return 0;
  const context = { measure, size: labelSize };
  const circle = Math.min(size.width * 0.75, size.height * 0.85) * LARGEST_BUBBLE;
  const numbers =
    circle +
    GAP +
    widest(
      legend.entries.map((entry) => entry.text),
      context,
    );
  const titles = widest(wrap(legend.title, size.width * TITLE_SHARE, NOTE_LINES, context), context);
  return Math.max(numbers, titles) + BUBBLE + 2 * GAP;
}
const TITLE_SHARE = 0.16;

/** Circles with their numbers, largest first, under their title, at the foot of the plot's right side. */
function drawSizes({ model, plot, size, measure, labelSize }: Field, room: number): readonly Mark[] {
  const [legend] = ofType(model.overlays, "sizes");
  const layer = model.layers.find((each): each is Points => each.type === "points");
  if (legend === undefined || layer === undefined) return [];
  const line = pitch(labelSize);
  const diameter = bubbleSize(layer, plot);
  const left = size.width - room + BUBBLE + GAP;
  const title = wrap(legend.title, size.width * TITLE_SHARE, NOTE_LINES, { measure, size: labelSize });
  const circles = legend.entries.map((entry) => ({ ...entry, r: diameter({ size: entry.value }) / 2 }));
  const heights = circles.map(({ r }) => Math.max(2 * r, line) + GAP);
  let y = plot.y + plot.h - heights.reduce((sum, h) => sum + h, 0) - title.length * line - GAP;
  const text = (rect: Rect, lines: readonly string[]): Mark =>
    textMark(rect, lines, { labelSize }, { align: "left" });
  const shapes: Mark[] = [text({ x: left, y, w: size.width - left, h: title.length * line }, title)];
  y += title.length * line + GAP;
  const widestCircle = Math.max(...circles.map(({ r }) => 2 * r));
  circles.forEach(({ r, text: number }, n) => {
    const h = heights[n] ?? line;
    const middle = y + (h - GAP) / 2;
    shapes.push(
      {
        type: "box",
        part: "annotation",
        box: { x: left + widestCircle / 2 - r, y: middle - r, w: 2 * r, h: 2 * r },
        paint: { ink: "paper", pattern: "solid" },
        line: thin("muted"),
        rounded: true,
      },
      text(
        {
          x: left + widestCircle + GAP,
          y: middle - line / 2,
          w: size.width - left - widestCircle - GAP,
          h: line,
        },
        [number],
      ),
    );
    y += h;
  });
  return shapes;
}

const withNames = (
  model: ChartModel,
  names: ReadonlyMap<string, Name>,
  behind: Backdrop,
): ChartModel["layers"] =>
  model.layers.map((layer, l) =>
    layer.type !== "points"
      ? layer
      : {
          ...layer,
          series: layer.series.map((series, s) => ({
            ...series,
            points: series.points.map((point, p) => ({
              ...point,
              label: named(names.get(keyOf({ layer: l, series: s, item: p })), behind),
            })),
          })),
        },
  );

function named(name: Name | undefined, behind: Backdrop): Label | null {
  if (name === undefined) return null;
  const ground = backgroundBeside(name.rect, behind);
  return ground === undefined ? name.label : { ...name.label, ground };
}
