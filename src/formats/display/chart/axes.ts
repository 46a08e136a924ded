import type { CategoryPlane, NumberPlane, ValueAxis } from "../../../model/chart.ts";
import { isBare, placeCategoryLabels } from "../../chart/categories.ts";
import { hex } from "../ink.ts";
import type { Node, Words } from "../list.ts";
import { baseline } from "../text.ts";
import { gridOf, lines, placed, type Sketch, share, stroke } from "./frame.ts";

/** Distance of tick labels from the plot, in pt. */
const GAP = 4;
const THIN = { width: 0.75, dash: "solid" } as const;

type Side = "left" | "right" | "top" | "bottom";

interface Axis {
  readonly axis: ValueAxis;
  readonly side: Side;
}

function axesOf(plane: CategoryPlane | NumberPlane): readonly Axis[] {
  if (plane.type === "number")
    return [
      { axis: plane.x, side: "bottom" },
      { axis: plane.y, side: "left" },
    ];
  const upright = plane.orientation === "vertical";
  return [
    { axis: plane.value, side: upright ? "left" : "bottom" },
    ...(plane.secondary
      ? [{ axis: plane.secondary, side: upright ? ("right" as const) : ("top" as const) }]
      : []),
  ];
}

/** Lines behind the marks, one at every tick. */
export function gridlines(sketch: Sketch): readonly Node[] {
  const { chart, look, plot } = sketch;
  if (chart.plane.type === "round") return [];
  return axesOf(chart.plane).flatMap(({ axis, side }) =>
    axis.gridlines
      ? axis.ticks.map(({ value }) => {
          const part = share(axis, value);
          const [x, y] = [plot.x + plot.w * part, plot.y + plot.h * (1 - part)];
          const ends =
            side === "left" || side === "right"
              ? [
                  { x: plot.x, y },
                  { x: plot.x + plot.w, y },
                ]
              : [
                  { x, y: plot.y },
                  { x, y: plot.y + plot.h },
                ];
          return stroke(look, ends, { ink: "hairline", ...THIN });
        })
      : [],
  );
}

/** The line that bars stand on: at zero where the axis has one, else at its foot. */
export function axisLine(sketch: Sketch): readonly Node[] {
  const { chart, look, plot } = sketch;
  const plane = chart.plane;
  if (plane.type !== "category" || plane.line === false || isBare(chart)) return [];
  const at = gridOf(sketch).across(plane.value, Math.min(plane.value.max, Math.max(plane.value.min, 0)));
  const ends =
    plane.orientation === "vertical"
      ? [
          { x: plot.x, y: at },
          { x: plot.x + plot.w, y: at },
        ]
      : [
          { x: at, y: plot.y },
          { x: at, y: plot.y + plot.h },
        ];
  return [stroke(look, ends, { ink: "muted", ...THIN })];
}

/** Labels of ticks and categories, and the titles of axes. */
export function axisWords(sketch: Sketch): readonly Node[] {
  const plane = sketch.chart.plane;
  if (plane.type === "round") return [];
  return [
    ...axesOf(plane).flatMap((axis) => (axis.axis.visible ? tickLabels(sketch, axis) : [])),
    ...categoryLabels(sketch),
    ...titles(sketch, plane),
  ];
}

function tickLabels({ chart, look, plot }: Sketch, { axis, side }: Axis): readonly Words[] {
  const size = chart.labelSize;
  const style = { size, ink: look.role("label").ink, bold: false };
  return axis.ticks.flatMap(({ value, label }) => {
    const part = share(axis, value);
    const [x, y] = [plot.x + plot.w * part, plot.y + plot.h * (1 - part)];
    const at = {
      left: { x: plot.x - GAP, y, align: "right" },
      right: { x: plot.x + plot.w + GAP, y, align: "left" },
      bottom: { x, y: plot.y + plot.h + GAP + size * 0.6, align: "center" },
      top: { x, y: plot.y - GAP - size * 0.6, align: "center" },
    } as const;
    return lines(look, [label], at[side].x, at[side].y, at[side].align, style);
  });
}

function categoryLabels(sketch: Sketch): readonly Words[] {
  const { chart, look } = sketch;
  return placeCategoryLabels(chart).flatMap((label) => {
    const box = placed(sketch, label.box);
    const x = label.align === "right" ? box.x + box.w : box.x + box.w / 2;
    const ink = label.bold ? "ink" : "muted";
    const style = { size: chart.labelSize, ink, bold: label.bold, from: label.from } as const;
    return lines(look, label.lines, x, box.y + box.h / 2, label.align, style);
  });
}

/** Upright titles stand at the sides of the chart, level ones at its foot or head. */
function titles({ chart, box, plot, look }: Sketch, plane: CategoryPlane | NumberPlane): readonly Words[] {
  const size = chart.labelSize;
  const edge = size * 0.7;
  const family = look.theme.fonts.body;
  const piece = {
    face: { family, bold: false, italic: false },
    size,
    colour: hex(look, look.role("label").ink),
  };
  const shift = baseline(0, size, family);
  return titlesOf(plane).map(({ text, side }): Words => {
    const common = {
      type: "words",
      align: "center",
      pieces: [{ ...piece, text }],
      rightToLeft: false,
    } as const;
    if (side === "left" || side === "right") {
      const x = (side === "left" ? box.x + edge : box.x + box.w - edge) + shift;
      return { ...common, x, y: plot.y + plot.h / 2, upward: true };
    }
    const y = (side === "top" ? box.y + edge : box.y + box.h - edge) + shift;
    return { ...common, x: plot.x + plot.w / 2, y };
  });
}

function titlesOf(
  plane: CategoryPlane | NumberPlane,
): readonly { readonly text: string; readonly side: Side }[] {
  const own =
    plane.type === "category" && plane.title !== undefined
      ? [
          {
            text: plane.title,
            side: plane.orientation === "vertical" ? ("bottom" as const) : ("left" as const),
          },
        ]
      : [];
  return [
    ...own,
    ...axesOf(plane).flatMap(({ axis, side }) =>
      axis.title !== undefined && (axis.visible || plane.type === "number")
        ? [{ text: axis.title, side }]
        : [],
    ),
  ];
}
