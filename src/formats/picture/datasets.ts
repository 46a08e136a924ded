import type { Layer, LineStyle, Paint, PointSeries, Series } from "../../model/chart.ts";
import type { BoxMark, MarkOf, PointMark } from "../../model/marks.ts";
import { seriesLine } from "../../model/paint.ts";
import { isDotPlot } from "../../model/placed.ts";
import { type ChartDrawing, chartFill, edgeOf, pxPerPt, strokeOf } from "./drawing.ts";

/** A dataset of Chart.js, and the series that it draws, for the plugin. */
export type Dataset = Readonly<Record<string, unknown>> & {
  readonly label: string;
  readonly of: Omit<MarkOf, "item">;
  /** Middles of bars along their axis, in px: Chart.js would group them in its own way. */
  readonly middles?: readonly (number | undefined)[];
};

type Over = Extract<Layer, { axis: unknown }>;
/** A dataset before it knows which series it draws. */
type Drawn = Omit<Dataset, "label" | "of">;

/**
 * Every series as a dataset. Chart.js draws the highest `order` first and stacks by the same order, so a stack keeps
 * one number and everything else counts down. Lines over horizontal bars are marks of the chart, see `plugin.ts`.
 */
export function datasetsOf(drawing: ChartDrawing): Dataset[] {
  const { layers, coordinates } = drawing.chart;
  const horizontal = coordinates.type === "category" && coordinates.orientation === "horizontal";
  let order = 0;
  return layers.flatMap((layer, l) => {
    if (horizontal && layer.type === "lines" && !isDotPlot(drawing.chart)) return [];
    const stacked = isStacked(layer);
    const from = order--;
    const all: readonly (Series | PointSeries)[] = layer.type === "ring" ? [layer.series] : layer.series;
    return all.map((series, n) => ({
      label: series.name,
      of: { layer: l, series: n },
      ...datasetOf(drawing, layer, l, n),
      ...("axis" in layer && scalesOf(layer, l, horizontal)),
      order: stacked ? from : order--,
    }));
  });
}

const isStacked = (layer: Layer): boolean =>
  "grouping" in layer && layer.grouping !== "clustered" && layer.grouping !== "standard";

/** Ids of the scales, and the stack that a layer's series share. */
const scalesOf = (layer: Over, l: number, horizontal: boolean) => ({
  ...(horizontal
    ? { indexAxis: "y", xAxisID: layer.axis, yAxisID: "categories" }
    : { indexAxis: "x", xAxisID: "categories", yAxisID: layer.axis }),
  ...(isStacked(layer) && { stack: `layer ${l}` }),
});

function datasetOf(drawing: ChartDrawing, layer: Layer, l: number, n: number): Drawn {
  const { marks } = drawing.chart;
  const own = marks.filter(({ part, of }) => part === "series" && of?.layer === l && of.series === n);
  const points = own.filter((mark) => mark.type === "point");
  if (layer.type === "points")
    return layer.bubbles ? bubbles(drawing, layer.series[n], points) : dots(drawing, layer.series[n], points);
  const series = layer.type === "ring" ? layer.series : layer.series[n];
  if (series === undefined) throw new Error(`layer ${l} has no series ${n}`);
  switch (layer.type) {
    case "bars":
      return bars(
        drawing,
        layer,
        series,
        own.filter((mark) => mark.type === "box"),
      );
    case "lines":
      return { ...line(drawing, series, points), spanGaps: layer.missing === "span" };
    case "areas":
      return {
        ...{ type: "line", data: valuesOf(layer, series), tension: 0, pointRadius: 0 },
        fill: isStacked(layer) && n > 0 ? "-1" : "origin",
        backgroundColor: chartFill(drawing, series.paint),
        ...strokeOf(drawing, series.line),
      };
    case "ring":
      return {
        ...{ type: "doughnut", data: [...series.values], cutout: `${layer.hole}%`, borderAlign: "center" },
        ...fills(drawing, series),
      };
  }
}

/** The share of each value of its category, in percent, where a layer shows shares. */
function valuesOf(layer: { readonly grouping: string; readonly series: readonly Series[] }, series: Series) {
  // A copy: Chart.js puts listeners on the arrays it is given.
  if (layer.grouping !== "percentStacked") return [...series.values];
  return series.values.map((value, i) => {
    const whole = layer.series.reduce((sum, one) => sum + Math.abs(one.values[i] ?? 0), 0);
    return value === null || whole === 0 ? value : (value / whole) * 100;
  });
}

type Filled = { readonly paint: Paint; readonly line?: LineStyle | undefined } | undefined;

/** Fill and edge of each of several marks, under the names that Chart.js has for them. */
function painted(drawing: ChartDrawing, marks: readonly Filled[], prefix = "") {
  const key = (name: string): string =>
    prefix === "" ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1);
  const edges = marks.map((mark) => mark && edgeOf(drawing, mark.paint, mark.line));
  return {
    [key("backgroundColor")]: marks.map((mark) => (mark ? chartFill(drawing, mark.paint) : "transparent")),
    [key("borderColor")]: edges.map((edge) => edge?.borderColor ?? "transparent"),
    [key("borderWidth")]: edges.map((edge) => edge?.borderWidth ?? 0),
  };
}

/** The same of every value of a filled series. */
const fills = (drawing: ChartDrawing, { values, points, paint, line }: Series) =>
  painted(
    drawing,
    values.map((_, i) => ({ paint: points[i]?.paint ?? paint, line: points[i]?.line ?? line })),
  );

function bars(
  drawing: ChartDrawing,
  layer: Extract<Layer, { type: "bars" }>,
  series: Series,
  marks: readonly BoxMark[],
): Drawn {
  const { coordinates } = drawing.chart;
  const vertical = coordinates.type === "category" && coordinates.orientation === "vertical";
  const k = pxPerPt(drawing);
  const boxes = new Map(marks.map(({ of, box }) => [of?.item, box]));
  const [first] = marks;
  return {
    ...{ type: "bar", data: valuesOf(layer, series), borderSkipped: false, grouped: false },
    ...fills(drawing, series),
    barThickness: first === undefined ? 0 : vertical ? first.box.w * k.x : first.box.h * k.y,
    middles: series.values.map((_, i) => {
      const box = boxes.get(i);
      return box && (vertical ? (box.x + box.w / 2) * k.x : (box.y + box.h / 2) * k.y);
    }),
  };
}

/** Forms of markers; of a square, Chart.js takes the radius for half the diagonal. */
const STYLES = { circle: "circle", diamond: "rectRot", square: "rect", dash: "line" } as const;

function line(drawing: ChartDrawing, series: Series, points: readonly PointMark[]): Drawn {
  const markers = new Map(points.map((mark) => [mark.of?.item, mark]));
  const all = series.values.map((_, i) => markers.get(i));
  const dash = { width: 2, dash: "solid" } as const;
  const drawn = all.map(
    (mark): Filled =>
      mark?.shape === "dash" ? { paint: mark.paint, line: { ink: mark.paint.ink, ...dash } } : mark,
  );
  return {
    ...{ type: "line", data: [...series.values], tension: 0, fill: false },
    ...strokeOf(drawing, seriesLine(series)),
    segment: segments(drawing, series),
    pointRadius: all.map(
      (mark) => ((mark?.size ?? 0) / 2) * (mark?.shape === "square" ? Math.SQRT2 : 1) * pxPerPt(drawing).x,
    ),
    pointStyle: all.map((mark) => STYLES[mark?.shape ?? "circle"]),
    ...painted(drawing, drawn, "point"),
  };
}

/** A point's own line is that of the piece which ends in it, as in PowerPoint. */
function segments(drawing: ChartDrawing, { points }: Series) {
  if (!Object.values(points).some((point) => point.line)) return {};
  const pick =
    (key: keyof ReturnType<typeof strokeOf>) =>
    ({ p1DataIndex }: { readonly p1DataIndex: number }) => {
      const own = points[p1DataIndex]?.line;
      return own && strokeOf(drawing, own)[key];
    };
  return {
    borderColor: pick("borderColor"),
    borderWidth: pick("borderWidth"),
    borderDash: pick("borderDash"),
  };
}

const radii = (drawing: ChartDrawing, points: readonly PointMark[]): readonly number[] =>
  points.map(({ size }) => (size / 2) * pxPerPt(drawing).x);

/** A point on the edge of the plot is drawn whole. */
const OWN = { xAxisID: "x", yAxisID: "y", clip: false } as const;

const bubbles = (
  drawing: ChartDrawing,
  series: PointSeries | undefined,
  points: readonly PointMark[],
): Drawn => ({
  ...{ ...OWN, type: "bubble" },
  data: (series?.points ?? []).map(({ x, y }, i) => ({ x, y, r: radii(drawing, points)[i] })),
  ...painted(drawing, points),
});

const dots = (
  drawing: ChartDrawing,
  series: PointSeries | undefined,
  points: readonly PointMark[],
): Drawn => ({
  ...{ ...OWN, type: "scatter", radius: radii(drawing, points), showLine: series?.line !== undefined },
  data: (series?.points ?? []).map(({ x, y }) => ({ x, y })),
  ...(series?.line && strokeOf(drawing, series.line)),
  ...painted(drawing, points, "point"),
});
