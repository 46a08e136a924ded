import type { DrawnShape, PlacedChart } from "../../model/placed.ts";

/** The words in the hole of a ring, the first line larger. */
export function middle(chart: PlacedChart): DrawnShape[] {
  if (chart.plane.type !== "round") return [];
  const { plot, labelSize } = chart;
  const sizes = chart.plane.middle.map((_, i) => (i === 0 ? labelSize * 2 : labelSize));
  const heights = sizes.map((size) => (size * 1.2) / chart.height);
  let y = plot.y + plot.h / 2 - heights.reduce((sum, h) => sum + h, 0) / 2;
  return chart.plane.middle.map((text, i): DrawnShape => {
    const h = heights[i] ?? 0;
    const box = { x: plot.x, y, w: plot.w, h };
    y += h;
    return {
      type: "text",
      box,
      lines: [text],
      align: "center",
      ink: i === 0 ? "ink" : "muted",
      bold: i === 0,
      size: sizes[i] ?? labelSize,
    };
  });
}
