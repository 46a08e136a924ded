import type { ChartModel, DrawnShape, Layer, LineStyle, Overlay } from "../../model/chart.ts";
import { barShares } from "./bars.ts";
import {
  fraction,
  GAP,
  type Measure,
  meet,
  type Projection,
  pitch,
  type Rect,
  type Size,
} from "./geometry.ts";
import { type Setting, widest, widthOf, wrap } from "./wrap.ts";

type Of<T extends Overlay["type"]> = Extract<Overlay, { type: T }>;
export const ofType = <T extends Overlay["type"]>(overlays: readonly Overlay[], type: T): readonly Of<T>[] =>
  overlays.filter((overlay): overlay is Of<T> => overlay.type === type);

/** Shapes in pt, and the texts among them that labels must keep clear of. */
export interface Sketch {
  readonly shapes: readonly DrawnShape[];
  readonly texts: readonly Rect[];
}

/** Heights above the plot, in pt from the top: key, words of events and levels, growth arrow. */
export interface Zones {
  readonly key: number;
  readonly words: number;
  readonly arrow: number;
  /** Width right of the plot for the names of lines, and right of that for a difference arrow. */
  readonly ends: number;
  readonly difference: number;
  /** Rows of words over events. */
  readonly rows: number;
}

/** Names at line ends take at most this share of the chart's width. */
const END_SHARE = 0.28;
const END_LINES = 3;
const BUBBLE = 6;

export function zonesOf(model: ChartModel, size: Size, measure: Measure, labelSize: number): Zones {
  const setting = { measure, size: labelSize };
  const bold = { ...setting, bold: true };
  const line = pitch(labelSize);
  const growth = ofType(model.overlays, "arrow").some((arrow) => arrow.style === "growth");
  const differences = ofType(model.overlays, "arrow").filter((arrow) => arrow.style === "difference");
  const lying = model.plane.type === "category" && model.plane.orientation === "horizontal";
  const above =
    ofType(model.overlays, "event").length +
    (lying ? ofType(model.overlays, "level").length : 0) +
    ofType(model.overlays, "ground").length;
  const rows = eventRows(model, size, setting);
  return {
    key: model.key.length > 0 ? line * 1.5 + GAP : 0,
    words: above > 0 ? rows * line + GAP : 0,
    arrow: growth ? line + BUBBLE + 2 * GAP : 0,
    ends: Math.max(
      0,
      ...ofType(model.overlays, "end").map((end) => widest(endLines(end, size, setting), bold) + 2 * GAP),
    ),
    difference: Math.max(0, ...differences.map((arrow) => widthOf(arrow.text, bold) + 2 * BUBBLE + 4 * GAP)),
    rows,
  };
}

/** The value leads; the name follows on the same line where both fit. */
function endLines(end: Of<"end">, size: Size, setting: Setting): readonly string[] {
  const text = [end.value, end.text].filter((part) => part !== "").join(" ");
  return wrap(text, size.width * END_SHARE, END_LINES, { ...setting, bold: true });
}

/** Rows that the words of events need so that none meets another, estimated over the whole width. */
function eventRows(model: ChartModel, size: Size, setting: Setting): number {
  if (model.plane.type !== "category") return 0;
  const count = Math.max(1, model.plane.categories.length);
  const spans = ofType(model.overlays, "event").map((event) => {
    const half = widthOf(event.text, setting) / 2;
    const at = ((event.c + 0.5) / count) * size.width * 0.85;
    return [at - half, at + half] as const;
  });
  const ends: number[] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const row = ends.findIndex((end) => end + 2 * GAP <= from);
    if (row < 0) ends.push(to);
    else ends[row] = to;
  }
  return Math.max(1, ends.length);
}

interface Scene {
  readonly model: ChartModel;
  readonly projection: Projection;
  readonly size: Size;
  readonly measure: Measure;
  readonly labelSize: number;
  readonly zones: Zones;
}

/** All overlays as shapes. */
export function sketch(scene: Scene): Sketch {
  const { overlays } = scene.model;
  const parts = [
    ...ofType(overlays, "ground").map((ground) => drawGround(ground, scene)),
    drawEvents(ofType(overlays, "event"), scene),
    drawLevels(ofType(overlays, "level"), scene),
    drawEnds(ofType(overlays, "end"), scene),
    ...ofType(overlays, "break").map((each) => drawBreak(each, scene)),
    ...ofType(overlays, "arrow").map((arrow) =>
      arrow.style === "growth" ? drawGrowth(arrow, scene) : drawDifference(arrow, scene),
    ),
  ];
  const before = { shapes: parts.flatMap((part) => part.shapes), texts: parts.flatMap((part) => part.texts) };
  const notes = drawNotes(ofType(overlays, "note"), scene, before.texts);
  return { shapes: [...before.shapes, ...notes.shapes], texts: [...before.texts, ...notes.texts] };
}

const thin = (ink: LineStyle["ink"], dash: LineStyle["dash"] = "solid", width = 0.75): LineStyle => ({
  ink,
  width,
  dash,
});

const stroke = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  line: LineStyle,
  size: Size,
  arrow: "none" | "end" = "none",
): DrawnShape => ({
  type: "line",
  x1: x1 / size.width,
  y1: y1 / size.height,
  x2: x2 / size.width,
  y2: y2 / size.height,
  line,
  arrow,
});

function words(
  rect: Rect,
  lines: readonly string[],
  scene: Scene,
  more: Partial<Extract<DrawnShape, { type: "text" }>>,
): DrawnShape {
  return {
    type: "text",
    box: fraction(rect, scene.size),
    lines,
    align: "center",
    ink: "muted",
    bold: false,
    size: scene.labelSize,
    ...more,
  };
}

/** Keeps a rectangle within the chart from left to right. */
const clamped = (rect: Rect, size: Size): Rect => ({
  ...rect,
  x: Math.max(0, Math.min(size.width - rect.w, rect.x)),
});

function drawGround(ground: Of<"ground">, scene: Scene): Sketch {
  const { projection, size, measure, labelSize, zones } = scene;
  const { plot } = projection;
  const half = projection.slot / 2;
  const [x1, x2] = [
    Math.max(plot.x, projection.category(ground.from) - half),
    Math.min(plot.x + plot.w, projection.category(ground.to) + half),
  ];
  const rect = { x: x1, y: plot.y, w: x2 - x1, h: plot.h };
  const w = measure(ground.text, labelSize, false) + 2;
  const text = clamped({ x: x1 + (x2 - x1 - w) / 2, y: zones.key, w, h: pitch(labelSize) }, size);
  return {
    shapes: [
      {
        type: "box",
        box: fraction(rect, size),
        paint: { ink: ground.ink, pattern: "solid" },
        rounded: false,
        behind: true,
      },
      words(text, [ground.text], scene, {}),
    ],
    texts: [text],
  };
}

function drawEvents(events: readonly Of<"event">[], scene: Scene): Sketch {
  const { projection, size, measure, labelSize, zones } = scene;
  const line = pitch(labelSize);
  const bottom = projection.plot.y + projection.plot.h;
  const taken: Rect[] = [];
  const shapes: DrawnShape[] = [];
  for (const event of events.toSorted((a, b) => a.c - b.c)) {
    const x = projection.category(event.c);
    const w = measure(event.text, labelSize, false) + 2;
    const row = (n: number): Rect => clamped({ x: x - w / 2, y: zones.key + n * line, w, h: line }, size);
    const free = Array.from({ length: zones.rows }, (_, n) => row(n)).find(
      (rect) => !taken.some((other) => meet(rect, other, GAP)),
    );
    // The estimate of rows was too low: the line alone is drawn, and the alt text names the event.
    if (free !== undefined) {
      taken.push(free);
      shapes.push(words(free, [event.text], scene, { ink: event.ink }));
    }
    shapes.unshift(stroke(x, (free ?? row(0)).y + line + 1, x, bottom, thin(event.ink, "dot"), size));
  }
  return { shapes, texts: taken };
}

/** Lying bars: an upright line with its words over the plot. Upright ones: a line across with its words at the right. */
function drawLevels(levels: readonly Of<"level">[], scene: Scene): Sketch {
  const { projection, size, measure, labelSize, zones } = scene;
  const { plot, plane } = projection;
  const line = pitch(labelSize);
  const taken: Rect[] = [];
  const shapes = levels.flatMap((level): DrawnShape[] => {
    const at = projection.value(level.v);
    const w = measure(level.text, labelSize, false) + 2;
    const style = thin(level.ink, level.dash, 1.25);
    if (plane.orientation === "horizontal") {
      const near = clamped({ x: at - w / 2, y: plot.y - line - GAP, w, h: line }, size);
      const sides = [near, { ...near, x: at + GAP }, { ...near, x: at - w - GAP }, { ...near, y: zones.key }];
      const free = sides.find(
        (rect) => rect.x >= 0 && rect.x + w <= size.width && !taken.some((other) => meet(rect, other, GAP)),
      );
      const rect = free ?? near;
      taken.push(rect);
      return [
        stroke(at, plot.y - GAP + 1, at, plot.y + plot.h, style, size),
        words(rect, [level.text], scene, { ink: level.ink }),
      ];
    }
    const over = { x: plot.x + plot.w - w, y: at - line - 1, w, h: line };
    const under = { ...over, y: at + 1 };
    const rect = taken.some((other) => meet(over, other)) ? under : over;
    taken.push(rect);
    return [
      stroke(plot.x, at, plot.x + plot.w, at, style, size),
      words(rect, [level.text], scene, { ink: level.ink, align: "right" }),
    ];
  });
  return { shapes, texts: taken };
}

/** Names at line ends, moved up and down until none covers another, in the order of their values. */
function drawEnds(ends: readonly Of<"end">[], scene: Scene): Sketch {
  if (ends.length === 0) return { shapes: [], texts: [] };
  const { projection, size, measure, labelSize, zones } = scene;
  const { plot } = projection;
  const setting = { measure, size: labelSize };
  const line = pitch(labelSize);
  const items = ends
    .map((end) => {
      const lines = endLines(end, size, setting);
      const y = projection.value(end.at.v);
      return { end, lines, y, h: lines.length * line, top: y - (lines.length * line) / 2 };
    })
    .sort((a, b) => a.y - b.y);
  const x = plot.x + plot.w + GAP;
  const tops = spread(
    items.map(({ top, h }) => ({ top, h })),
    zones.key,
    size.height,
  );
  const texts = items.map((item, n): Rect => ({ x, y: tops[n] ?? item.top, w: zones.ends - GAP, h: item.h }));
  const shapes = items.flatMap((item, n): DrawnShape[] => {
    const rect = texts[n];
    if (rect === undefined) return [];
    const text = words(rect, item.lines, scene, { ink: item.end.ink, bold: true, align: "left" });
    const middle = rect.y + rect.h / 2;
    const from = projection.category(item.end.at.c) + GAP + 1;
    // A leader where the name had to move away from its line, or the line ends early.
    const led =
      Math.abs(middle - item.y) > line * 0.6 || item.end.at.c < projection.plane.categories.length - 1;
    return led && from < x - 1 ? [stroke(from, item.y, x - 1, middle, thin("hairline"), size), text] : [text];
  });
  return { shapes, texts };
}

/** Pushes intervals apart, keeps their order and stays between low and high; neighbours that meet move as one block. */
export function spread(
  items: readonly { readonly top: number; readonly h: number }[],
  low: number,
  high: number,
): readonly number[] {
  interface Group {
    start: number;
    height: number;
    wanted: number;
    members: number[];
  }
  const groups: Group[] = [];
  items.forEach((item, n) => {
    let group: Group = { start: item.top, height: item.h, wanted: item.top, members: [n] };
    for (
      let before = groups.at(-1);
      before !== undefined && before.start + before.height > group.start;
      before = groups.at(-1)
    ) {
      groups.pop();
      // The block stands where its members wanted to, on average.
      const sum =
        before.wanted * before.members.length + (group.wanted - before.height) * group.members.length;
      const count = before.members.length + group.members.length;
      group = {
        start: sum / count,
        height: before.height + group.height,
        wanted: sum / count,
        members: [...before.members, ...group.members],
      };
    }
    groups.push(group);
  });
  const tops: number[] = items.map((item) => item.top);
  let floor = low;
  const starts: number[] = [];
  for (const group of groups) {
    const start = Math.max(floor, group.start);
    starts.push(start);
    floor = start + group.height;
  }
  let ceiling = high;
  for (let n = groups.length - 1; n >= 0; n -= 1) {
    const group = groups[n];
    if (group === undefined) continue;
    let at = Math.min(starts[n] ?? group.start, ceiling - group.height);
    ceiling = at;
    for (const member of group.members) {
      tops[member] = at;
      at += items[member]?.h ?? 0;
    }
  }
  return tops;
}

/** Two white slashes across a bar near its foot. */
function drawBreak({ c }: Of<"break">, { model, projection, size }: Scene): Sketch {
  const bars = model.layers.find((layer): layer is Extract<Layer, { type: "bars" }> => layer.type === "bars");
  const half = bars === undefined ? projection.slot / 4 : (barShares(bars).all * projection.slot) / 2;
  const x = projection.category(c);
  const y = projection.plot.y + projection.plot.h - Math.min(12, projection.plot.h * 0.1);
  const slash = (dy: number): DrawnShape =>
    stroke(x - half - 3, y + dy + 3, x + half + 3, y + dy - 3, thin("paper", "solid", 2), size);
  return { shapes: [slash(0), slash(-5)], texts: [] };
}

/** A level arrow over everything, from one column to the other, with its words in a bubble on it. */
function drawGrowth(arrow: Of<"arrow">, scene: Scene): Sketch {
  const { projection, size, measure, labelSize, zones } = scene;
  const h = pitch(labelSize) + BUBBLE;
  const y = zones.key + zones.words + GAP + h / 2;
  const [x1, x2] = [projection.category(arrow.from.c), projection.category(arrow.to.c)];
  const w = measure(arrow.text, labelSize, true) + 2 * BUBBLE + 2;
  const bubble = clamped({ x: (x1 + x2 - w) / 2, y: y - h / 2, w, h }, size);
  const line = thin(arrow.ink, "solid", 1);
  return {
    shapes: [
      stroke(x1, y + 5, x1, y, line, size),
      stroke(x1, y, x2, y, line, size),
      stroke(x2, y, x2, y + 7, line, size, "end"),
      words(bubble, [arrow.text], scene, { ink: arrow.ink, bold: true, fill: "paper", line, rounded: true }),
    ],
    texts: [bubble],
  };
}

/** An upright arrow right of the plot between two heights, with its words beside it. */
function drawDifference(arrow: Of<"arrow">, scene: Scene): Sketch {
  const { projection, size, measure, labelSize, zones } = scene;
  const { plot } = projection;
  const [y1, y2] = [projection.value(arrow.from.v), projection.value(arrow.to.v)];
  const x = plot.x + plot.w + zones.ends + 2 * GAP;
  const h = pitch(labelSize) + BUBBLE;
  const w = measure(arrow.text, labelSize, true) + 2 * BUBBLE;
  const middle = Math.max(zones.key, Math.min(size.height - h, (y1 + y2 - h) / 2));
  const bubble = { x: x + GAP, y: middle, w, h };
  const line = thin(arrow.ink, "solid", 1);
  return {
    shapes: [
      stroke(projection.category(arrow.from.c), y1, x + GAP, y1, thin("muted", "dot"), size),
      stroke(projection.category(arrow.to.c), y2, x + GAP, y2, thin("muted", "dot"), size),
      stroke(x, y1, x, y2, line, size, "end"),
      words(bubble, [arrow.text], scene, { ink: arrow.ink, bold: true, fill: "paper", line, rounded: true }),
    ],
    texts: [bubble],
  };
}

/** A few words beside a point, where they are clear of other words, with a line to it. */
function drawNotes(notes: readonly Of<"note">[], scene: Scene, before: readonly Rect[]): Sketch {
  const { projection, size, measure, labelSize } = scene;
  const taken: Rect[] = [...before];
  const own: Rect[] = [];
  const shapes = notes.flatMap((note): DrawnShape[] => {
    const upright = projection.plane.orientation === "vertical";
    const [x, y] = upright
      ? [projection.category(note.at.c), projection.value(note.at.v)]
      : [projection.value(note.at.v), projection.category(note.at.c)];
    const lines = wrap(note.text, size.width * 0.25, END_LINES, { measure, size: labelSize });
    const w = widest(lines, { measure, size: labelSize }) + 2;
    const h = lines.length * pitch(labelSize);
    const free = [24, 40, 60]
      .flatMap((far) =>
        (
          [
            [-1, -1],
            [1, -1],
            [0, -1],
            [1, 1],
            [-1, 1],
            [0, 1],
          ] as const
        ).map(
          ([dx, dy]): Rect => ({ x: x + dx * far - w / 2 + (dx * w) / 2, y: y + dy * far - h / 2, w, h }),
        ),
      )
      .find(
        (rect) =>
          rect.x >= 0 &&
          rect.y >= scene.zones.key &&
          rect.x + w <= size.width &&
          rect.y + h <= projection.plot.y + projection.plot.h &&
          !taken.some((other) => meet(rect, other, GAP)),
      );
    if (free === undefined) return [];
    taken.push(free);
    own.push(free);
    return [
      stroke(free.x + w / 2, free.y < y ? free.y + h : free.y, x, y, thin(note.ink), size),
      words(free, lines, scene, { ink: note.ink }),
    ];
  });
  return { shapes, texts: own };
}
