import type { Layer } from "../../model/chart.ts";
import type { Mark } from "../../model/marks.ts";
import type { Overlay } from "../../model/overlay.ts";
import { barShares, barsOf } from "../marks/bars.ts";
import { GAP, levelLine, meet, pitch, type Rect } from "../marks/geometry.ts";
import { placeDifferenceArrow, placeGrowthArrow } from "./arrows.ts";
import { drawBracket, drawRow } from "./compared.ts";
import { markAt, placeNotes } from "./notes.ts";
import {
  clamped,
  isReferenceLine,
  type Of,
  type OverlayContext,
  type OverlayMarks,
  ofType,
  strokeMark,
  textMark,
  thin,
} from "./scene.ts";
import { placeSeriesLabels } from "./series-labels.ts";
import { widest, wrap } from "./wrap.ts";

/** All overlays as shapes. */
export function placeOverlays(scene: OverlayContext): OverlayMarks {
  const { overlays } = scene.model;
  const grounds = ofType(overlays, "ground").map((ground) => drawGround(ground, scene));
  const parts = [
    ...grounds,
    ...ofType(overlays, "zone").map((zone) => drawZone(zone, scene)),
    ...ofType(overlays, "divider").map((each) => drawDivider(each, scene)),
    ...ofType(overlays, "tag").map((tag) => drawTag(tag, scene)),
    drawEvents(
      ofType(overlays, "event"),
      scene,
      grounds.flatMap(({ texts }) => texts),
    ),
    drawLevels(ofType(overlays, "level"), scene),
    placeSeriesLabels(ofType(overlays, "end"), scene),
    ...ofType(overlays, "row").map((row) => drawRow(row, scene)),
    ...ofType(overlays, "bracket").map((bracket) => drawBracket(bracket, scene)),
    ...ofType(overlays, "break").map((each) => drawBreak(each, scene)),
    ...ofType(overlays, "arrow").map((arrow) =>
      arrow.style === "growth" ? placeGrowthArrow(arrow, scene) : placeDifferenceArrow(arrow, scene),
    ),
  ];
  const before = { shapes: parts.flatMap((part) => part.shapes), texts: parts.flatMap((part) => part.texts) };
  const notes = placeNotes(ofType(overlays, "note"), scene, before);
  return {
    shapes: [...before.shapes, ...notes.shapes],
    texts: [...before.texts, ...notes.texts],
    unplaced: [...parts, notes].flatMap((part) => part.unplaced ?? []),
  };
}

function drawGround(ground: Of<"ground">, scene: OverlayContext): OverlayMarks {
  const { projection, size, measure, labelSize, margins } = scene;
  const { plot } = projection;
  const half = projection.slot / 2;
  const [x1, x2] = [
    Math.max(plot.x, projection.category(ground.from) - half),
    Math.min(plot.x + plot.w, projection.category(ground.to) + half),
  ];
  // It reaches up to its word, also where an arrow has its room between the two.
  const top = margins.key + pitch(labelSize) + GAP;
  const rect = { x: x1, y: top, w: x2 - x1, h: plot.y + plot.h - top };
  const w = measure(ground.text, labelSize, false) + 2;
  const text = clamped({ x: x1 + (x2 - x1 - w) / 2, y: margins.key, w, h: pitch(labelSize) }, size);
  return {
    shapes: [
      {
        type: "box",
        part: "ground",
        box: rect,
        paint: { ink: ground.ink, pattern: "solid" },
      },
      textMark(text, [ground.text], scene, {}),
    ],
    texts: [text],
  };
}

function drawEvents(
  events: readonly Of<"event">[],
  scene: OverlayContext,
  grounds: readonly Rect[],
): OverlayMarks {
  const { projection, size, measure, labelSize, margins, model } = scene;
  const line = pitch(labelSize);
  const foot = projection.plot.y + projection.plot.h;
  const taken: Rect[] = [];
  const shapes: Mark[] = [];
  const unplaced: Overlay[] = [];
  for (const event of events.toSorted((a, b) => a.c - b.c)) {
    const { to } = event;
    const x =
      to === undefined ? projection.category(event.c) : markAt({ c: event.c, v: to }, { model, projection });
    const lines = wrap(event.text, size.width - 2, 1, { measure, size: labelSize });
    const w = widest(lines, { measure, size: labelSize }) + 2;
    const row = (n: number): Rect => clamped({ x: x - w / 2, y: margins.key + n * line, w, h: line }, size);
    const free = Array.from({ length: margins.rows }, (_, n) => row(n)).find(
      (rect) =>
        ![...grounds, ...taken].some((other) =>
          meet({ ...rect, x: rect.x - GAP, w: rect.w + 2 * GAP }, other, -0.1),
        ),
    );
    if (free === undefined) {
      unplaced.push(event);
      continue;
    }
    taken.push(free);
    shapes.push(textMark(free, lines, scene, { ink: event.ink, from: event.from }));
    const start = free.y + line + 1;
    const end = to === undefined ? Math.min(foot, headOf(event.c, scene)) : projection.value(to) - GAP;
    if (end > start) shapes.unshift(strokeMark(x, start, x, end, thin(event.ink, "dot")));
  }
  return { shapes, texts: taken, unplaced };
}

/** Returns the end of an event's line, in pt from the top: above bars and numbers it would strike out. */
function headOf(c: number, { model, projection, labelSize }: OverlayContext): number {
  const bars = model.layers.flatMap((layer) => (layer.type === "bars" ? barsOf(layer, projection) : []));
  const tops = bars.flatMap(({ category, seen, rect }) => (category === c && seen ? [rect.y] : []));
  if (tops.length === 0) return Number.POSITIVE_INFINITY;
  const points = model.layers.flatMap((layer) =>
    layer.type !== "lines"
      ? []
      : layer.series.flatMap((series): number[] => {
          const value = series.values[c] ?? null;
          return isReferenceLine(series) || value === null ? [] : [projection.value(value, layer.axis)];
        }),
  );
  return Math.min(...tops, ...points) - pitch(labelSize) - 2 * GAP;
}

/** Lying bars: a vertical line with its words over the plot. Upright ones: a line across with its words at the right. */
function drawLevels(levels: readonly Of<"level">[], scene: OverlayContext): OverlayMarks {
  const { projection, size, measure, labelSize, margins } = scene;
  const { plot, coordinates } = projection;
  const line = pitch(labelSize);
  const taken: Rect[] = [];
  const shapes = levels.flatMap((level): Mark[] => {
    const at = projection.value(level.v);
    const w = measure(level.text, labelSize, false) + 2;
    const style = thin(level.ink, level.dash, 1.25);
    if (coordinates.orientation === "horizontal") {
      const near = clamped({ x: at - w / 2, y: plot.y - line - GAP, w, h: line }, size);
      const right = clamped({ ...near, x: at + GAP }, size);
      const left = clamped({ ...near, x: at - w - GAP }, size);
      // One row for each level, from the plot up; the nearest row where it meets no other.
      const rect =
        Array.from({ length: margins.rows }, (_, row) =>
          [near, right, left].map((each) => ({ ...each, y: near.y - row * line })),
        )
          .flat()
          .find((each) => !taken.some((other) => meet(each, other))) ?? near;
      taken.push(rect);
      return [
        strokeMark(at, rect.y + line + 1, at, plot.y + plot.h, style),
        textMark(rect, [level.text], scene, { ink: level.ink, from: level.from }),
      ];
    }
    const over = { x: plot.x + plot.w - w, y: at - line - 1, w, h: line };
    const under = { ...over, y: at + 1 };
    const rect = taken.some((other) => meet(over, other)) ? under : over;
    taken.push(rect);
    return [
      strokeMark(...levelLine(level.v, projection), style),
      textMark(rect, [level.text], scene, { ink: level.ink, align: "right", from: level.from }),
    ];
  });
  return { shapes, texts: taken };
}

/** Words over the plot as far as they fit over their band of values, or over their categories. */
function drawZone(zone: Of<"zone">, scene: OverlayContext): OverlayMarks {
  const { projection, size, measure, labelSize } = scene;
  const { bold = false } = zone;
  const [from, to] =
    projection.coordinates.orientation === "horizontal"
      ? [projection.value(zone.from), projection.value(zone.to)]
      : [projection.category(zone.from - 0.5), projection.category(zone.to + 0.5)];
  // What lies beyond the chart is left out at both ends, so that the middle stays.
  const beyond = Math.max(0, -from, to - size.width);
  const [x1, x2] = [from + beyond, to - beyond];
  const line = pitch(labelSize);
  const fits = (words: string): boolean => measure(words, labelSize, bold) + 4 <= x2 - x1;
  const text = [zone.text, zone.brief].find(fits) ?? (zone.cut === true ? cut(zone.brief, fits) : undefined);
  if (text === undefined) return { shapes: [], texts: [] };
  const rect = { x: x1, y: projection.plot.y - line - GAP, w: x2 - x1, h: line };
  return { shapes: [textMark(rect, [text], scene, bold ? { bold, ink: "ink" } : {})], texts: [rect] };
}

/** The beginning of words that fits, with an ellipsis. */
function cut(text: string, fits: (words: string) => boolean): string {
  const letters = [...text];
  while (letters.length > 1 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function drawDivider({ c }: Of<"divider">, { projection }: OverlayContext): OverlayMarks {
  const x = projection.category(c);
  const { y, h } = projection.plot;
  return { shapes: [strokeMark(x, y, x, y + h, thin("paper", "solid", DIVIDER))], texts: [] };
}
/** In pt: covers the slope that an area has between two neighbouring categories. */
const DIVIDER = 3;

/** Words in the middle of a mark, on as many lines as it has room for; nothing where it has none. */
function drawTag(tag: Of<"tag">, scene: OverlayContext): OverlayMarks {
  const { projection, measure, labelSize } = scene;
  const [x, y] = [projection.category(tag.at.c), projection.value(tag.at.v)];
  const half = { c: tag.room.c / 2, v: tag.room.v / 2 };
  const wide = Math.abs(projection.category(tag.at.c + half.c) - projection.category(tag.at.c - half.c));
  const high = Math.abs(projection.value(tag.at.v + half.v) - projection.value(tag.at.v - half.v));
  const w = measure(tag.text, labelSize, tag.bold) + 2;
  const h = pitch(labelSize);
  if (w > wide - 2 || h > high) return { shapes: [], texts: [] };
  const rect = { x: x - w / 2, y: y - h / 2, w, h };
  return {
    shapes: [textMark(rect, [tag.text], scene, { ink: tag.ink, bold: tag.bold, fill: tag.ground })],
    texts: [rect],
  };
}

/** Two white slashes across a bar near its foot. */
function drawBreak({ c }: Of<"break">, { model, projection }: OverlayContext): OverlayMarks {
  const bars = model.layers.find((layer): layer is Extract<Layer, { type: "bars" }> => layer.type === "bars");
  const half = bars === undefined ? projection.slot / 4 : (barShares(bars).all * projection.slot) / 2;
  const x = projection.category(c);
  const y = projection.plot.y + projection.plot.h - Math.min(12, projection.plot.h * 0.1);
  const slash = (dy: number): Mark =>
    strokeMark(x - half - 3, y + dy + 3, x + half + 3, y + dy - 3, thin("paper", "solid", 2));
  return { shapes: [slash(0), slash(-5)], texts: [] };
}
