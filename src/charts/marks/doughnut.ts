import type { Layer } from "../../model/chart.ts";
import type { ArcMark, TextMark } from "../../model/marks.ts";
import { inBox, pitch, type Rect } from "./geometry.ts";
import type { Scene } from "./scene.ts";

type Ring = Extract<Layer, { type: "ring" }>;

/** The slices of a ring that are seen. */
export const doughnutMarks = (ring: Ring, l: number, plot: Rect): readonly ArcMark[] =>
  arcsOf(ring, l, plot).filter(({ start, end }) => end > start);

/** A slice for each value, clockwise from twelve o'clock (ECMA-376 Part 1, 21.2.2.68: firstSliceAng 0). */
export function arcsOf({ series, hole }: Ring, l: number, plot: Rect): readonly ArcMark[] {
  const outer = Math.min(plot.w, plot.h) / 2;
  const middle = { x: plot.x + plot.w / 2, y: plot.y + plot.h / 2 };
  const whole = series.values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  let at = 0;
  return series.values.map((value, item): ArcMark => {
    const start = at;
    at += whole === 0 ? 0 : Math.abs(value ?? 0) / whole;
    const own = series.points[item];
    return {
      ...{ type: "arc", part: "series", of: { layer: l, series: 0, item } },
      ...{ middle, inner: (outer * hole) / 100, outer, start, end: at },
      paint: own?.paint ?? series.paint,
      line: own?.line ?? series.line,
    };
  });
}

/** The place in a slice, or on its outer edge, in the middle of its angle. */
export function spotInSlice({ middle, inner, outer, start, end }: ArcMark, radius = (inner + outer) / 2) {
  const angle = (start + end) * Math.PI;
  return { x: middle.x + radius * Math.sin(angle), y: middle.y - radius * Math.cos(angle) };
}

/** The words in the hole of a ring, the first line larger. */
export function centerMarks({ chart: { coordinates, labelSize }, plot }: Scene): readonly TextMark[] {
  if (coordinates.type !== "round") return [];
  const sizes = coordinates.middle.map((_, i) => (i === 0 ? labelSize * 2 : labelSize));
  let y = plot.y + plot.h / 2 - sizes.reduce((sum, size) => sum + pitch(size), 0) / 2;
  return coordinates.middle.map((text, i): TextMark => {
    const size = sizes[i] ?? labelSize;
    const box = { x: plot.x, y, w: plot.w, h: pitch(size) };
    y += box.h;
    const style = { ink: i === 0 ? "ink" : "muted", bold: i === 0, size } as const;
    return { type: "text", part: "middle", ...inBox(box, "center"), lines: [text], ...style };
  });
}
