import type { LegendEntry } from "../../model/chart.ts";
import type { Mark, Rect } from "../../model/marks.ts";
import { pitch } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/** The entries of the legend in one row, centred over the plot, each with a sample of its mark. */
export function legendMarks({
  chart: { legend: key, labelSize: size },
  plot,
  measure,
}: Scene): readonly Mark[] {
  const side = size * 0.7;
  const [near, far] = [side * 0.6, side * 2];
  const widths = key.map(({ name }) => measure(name, size, false));
  const all = widths.reduce((sum, w) => sum + side + near + w, 0) + far * (widths.length - 1);
  const y = size * 0.9;
  let x = plot.x + plot.w / 2 - all / 2;
  return key.flatMap((entry, i) => {
    const w = widths[i] ?? 0;
    const at = x;
    x += side + near + w + far;
    return [
      sample(entry, { x: at, y: y - side / 2, w: side, h: side }),
      {
        ...{ type: "text", part: "key", lines: [entry.name], align: "left", ink: "ink", bold: false, size },
        ...{ at: { x: at + side + near, y }, w, h: pitch(size) },
      } as const,
    ];
  });
}

function sample({ shape, paint, line }: LegendEntry, box: Rect): Mark {
  const at = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
  if (shape === "box") return { type: "box", part: "key", box, paint, line };
  if (shape === "dot") return { type: "point", part: "key", at, shape: "circle", size: box.w, paint, line };
  const spots = [
    { x: box.x, y: at.y },
    { x: box.x + box.w, y: at.y },
  ];
  return { type: "line", part: "key", spots, line: line ?? { ink: paint.ink, width: 2.25, dash: "solid" } };
}
