import type { TextMark } from "../../model/marks.ts";
import { isUnderTicks, UNDER_TICKS } from "../../model/placed.ts";
import { GAP, inBox, pitch } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/** The names of categories: under their column, or before their bar. */
export function categoryMarks({ chart, plot, projection }: Scene): readonly TextMark[] {
  const { coordinates, labelSize: size } = chart;
  if (projection === undefined || coordinates.type !== "category") return [];
  return coordinates.categories.flatMap(({ bold = false, from }, i): readonly TextMark[] => {
    const lines = chart.categoryLabels[i];
    if (!lines) return [];
    const at = projection.category(i);
    const h = lines.length * pitch(size);
    const common = {
      type: "text",
      part: "category",
      lines,
      ink: bold ? "ink" : "muted",
      bold,
      size,
      from,
    } as const;
    if (coordinates.orientation === "horizontal") {
      const box = { x: 0, y: at - h / 2, w: Math.max(0, plot.x - GAP), h };
      return [{ ...common, ...inBox(box, "right") }];
    }
    // A shape ends at the edge of the chart; it stays in the middle of its words where they stand near one.
    const w = Math.min(projection.slot, 2 * at, 2 * (chart.width - at));
    const y = plot.y + plot.h + (isUnderTicks(coordinates) ? UNDER_TICKS : GAP);
    return [{ ...common, ...inBox({ x: at - w / 2, y, w, h }, "center") }];
  });
}
