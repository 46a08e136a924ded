import type { DrawnShape, Layer } from "../../model/chart.ts";
import { drawDifference, drawGrowth } from "./arrows.ts";
import { barShares } from "./bars.ts";
import { drawEnds } from "./ends.ts";
import { fraction, GAP, meet, pitch, type Rect } from "./geometry.ts";
import { clamped, type Of, ofType, type Scene, type Sketch, stroke, thin, words } from "./scene.ts";
import { widest, wrap } from "./wrap.ts";

const NOTE_LINES = 3;
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
      const right = clamped({ ...near, x: at + GAP }, size);
      const left = clamped({ ...near, x: at - w - GAP }, size);
      // One row for each level, from the plot up; the nearest row where it meets no other.
      const rect =
        Array.from({ length: zones.rows }, (_, row) =>
          [near, right, left].map((each) => ({ ...each, y: near.y - row * line })),
        )
          .flat()
          .find((each) => !taken.some((other) => meet(each, other))) ?? near;
      taken.push(rect);
      return [
        stroke(at, rect.y + line + 1, at, plot.y + plot.h, style, size),
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
    const lines = wrap(note.text, size.width * 0.25, NOTE_LINES, { measure, size: labelSize });
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
