import type { ValueAxis } from "../../model/chart.ts";
import type { LineMark, Rect, TextMark } from "../../model/marks.ts";
import { type FittedChart, isBare } from "../../model/placed.ts";
import { beside, type MeasureWidth, pitch, type Spot, shareOf } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/** Distance of tick labels from the plot, in pt. */
const GAP = 4;
const THIN = { width: 0.75, dash: "solid" } as const;

type Side = "left" | "right" | "top" | "bottom";

interface Axis {
  readonly axis: ValueAxis;
  readonly side: Side;
}

export function sidedAxes(coordinates: FittedChart["coordinates"]): readonly Axis[] {
  if (coordinates.type === "round") return [];
  if (coordinates.type === "number")
    return [
      { axis: coordinates.x, side: "bottom" },
      { axis: coordinates.y, side: "left" },
    ];
  const { orientation, value, secondary } = coordinates;
  const sides = orientation === "vertical" ? (["left", "right"] as const) : (["bottom", "top"] as const);
  return [value, secondary].flatMap((axis, n): readonly Axis[] =>
    axis === undefined ? [] : [{ axis, side: sides[n] ?? "left" }],
  );
}

/** Lines behind the marks, one at every tick. */
export const gridlineMarks = (coordinates: FittedChart["coordinates"], plot: Rect): readonly LineMark[] =>
  sidedAxes(coordinates).flatMap(({ axis, side }) =>
    axis.gridlines
      ? axis.ticks.map(({ value }): LineMark => {
          const { x, y } = tickSpot(axis, value, plot);
          const spots = side === "left" || side === "right" ? across(plot, y) : vertical(plot, x);
          return { type: "line", part: "gridline", spots, line: { ink: "hairline", ...THIN } };
        })
      : [],
  );

/** Returns the position of a tick: `x` on a horizontal axis, `y` on a vertical one, in pt. */
const tickSpot = (axis: ValueAxis, value: number, plot: Rect): Spot => ({
  x: plot.x + plot.w * shareOf(axis, value),
  y: plot.y + plot.h * (1 - shareOf(axis, value)),
});

const across = ({ x, w }: Rect, y: number): readonly Spot[] => [
  { x, y },
  { x: x + w, y },
];
const vertical = ({ y, h }: Rect, x: number): readonly Spot[] => [
  { x, y },
  { x, y: y + h },
];

/** The line that bars stand on: at zero where the axis has one, else at its foot. */
export function axisMarks({ chart, plot, projection }: Scene): readonly LineMark[] {
  const { coordinates } = chart;
  if (
    projection === undefined ||
    coordinates.type !== "category" ||
    coordinates.line === false ||
    isBare(chart)
  )
    return [];
  const at = projection.value(Math.min(coordinates.value.max, Math.max(coordinates.value.min, 0)));
  const spots = coordinates.orientation === "vertical" ? across(plot, at) : vertical(plot, at);
  return [{ type: "line", part: "axis", spots, line: { ink: "muted", ...THIN } }];
}

/** The numbers at the ticks of the axes that show them. */
export const tickMarks = (
  coordinates: FittedChart["coordinates"],
  plot: Rect,
  labelSize: number,
  measure: MeasureWidth,
): readonly TextMark[] =>
  sidedAxes(coordinates).flatMap(({ axis, side }) =>
    axis.visible
      ? axis.ticks.map(({ value, label }): TextMark => {
          const { x, y } = tickSpot(axis, value, plot);
          const extent = { w: measure(label, labelSize, false), h: pitch(labelSize) };
          const place = {
            left: () => beside({ x: plot.x, y }, "left", extent, GAP),
            right: () => beside({ x: plot.x + plot.w, y }, "right", extent, GAP),
            bottom: () => beside({ x, y: plot.y + plot.h }, "below", extent, GAP),
            top: () => beside({ x, y: plot.y }, "above", extent, GAP),
          }[side]();
          return { type: "text", part: "tick", ...place, lines: [label], size: labelSize, bold: false };
        })
      : [],
  );

/** Titles: vertical ones stand at the sides of the chart, level ones at its foot or head. */
export const axisTitleMarks = ({ chart, plot, measure }: Scene): readonly TextMark[] =>
  titlesOf(chart).map(({ text, side }): TextMark => {
    const size = chart.labelSize;
    const [w, h] = [measure(text, size, false), pitch(size)];
    // From the edge of the chart to the middle of the words.
    const edge = size * 0.7;
    const common = {
      type: "text",
      part: "axisTitle",
      lines: [text],
      align: "center",
      size,
      bold: false,
    } as const;
    if (side === "left" || side === "right") {
      const x = side === "left" ? edge : chart.width - edge;
      return { ...common, at: { x, y: plot.y + plot.h / 2 }, w, h, upward: true };
    }
    const y = side === "top" ? edge : chart.height - edge;
    return { ...common, at: { x: plot.x + plot.w / 2, y }, w, h };
  });

function titlesOf({ coordinates }: FittedChart): readonly { readonly text: string; readonly side: Side }[] {
  const title = (text: string | undefined, side: Side) => (text === undefined ? [] : [{ text, side }]);
  return [
    ...(coordinates.type === "category"
      ? title(coordinates.title, coordinates.orientation === "vertical" ? "bottom" : "left")
      : []),
    ...sidedAxes(coordinates).flatMap(({ axis, side }) =>
      axis.visible || coordinates.type === "number" ? title(axis.title, side) : [],
    ),
  ];
}
