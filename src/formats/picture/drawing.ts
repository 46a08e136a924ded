import { groupLayers } from "../chart/groups.ts";
import { connectorShapes, lineShapes } from "../chart/marks.ts";
import { middle } from "../chart/middle.ts";
import { drawAxisLine, drawTitles } from "./axis-words.ts";
import { drawErrorBars } from "./error-bars.ts";
import { hatchMarks } from "./hatching.ts";
import { drawKey } from "./key.ts";
import { drawLabels } from "./labels.ts";
import { type Canvas2D, hex, type Sketch } from "./pen.ts";
import { drawShape } from "./shapes.ts";

/** One mark as Chart.js has placed it, in px. */
export interface Mark {
  x: number;
  y: number;
  readonly base?: number;
  readonly skip?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly options?: {
    readonly radius?: number;
    readonly borderWidth?: unknown;
    readonly pointStyle?: unknown;
  };
  readonly startAngle?: number;
  readonly endAngle?: number;
  readonly innerRadius?: number;
  readonly outerRadius?: number;
}

/** What the plugin reads of a chart once Chart.js has laid it out. */
export interface LaidChart {
  readonly ctx: Canvas2D;
  readonly canvas: { toBuffer: () => Uint8Array; getContent: () => Uint8Array };
  readonly scales: Readonly<Record<string, { getPixelForValue(value: number): number } | undefined>>;
  readonly chartArea: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly data: { readonly datasets: readonly Readonly<Record<string, unknown>>[] };
  resize(width: number, height: number): void;
  getDatasetMeta(index: number): { readonly data: readonly Mark[] };
}

/** The plugin that draws what Chart.js does not: paper and grounds below the marks, the rest above them. */
export function drawing(sketch: Sketch) {
  const { chart, look, size } = sketch;
  return {
    id: "foredeck",
    // The canvas that Chart.js gets is the same for charts of every size.
    beforeInit(laid: LaidChart): void {
      laid.resize(size.width, size.height);
    },
    afterUpdate(laid: LaidChart): void {
      shiftBars(laid, sketch);
    },
    beforeDraw(laid: LaidChart): void {
      laid.ctx.save();
      laid.ctx.fillStyle = hex(look, "paper");
      laid.ctx.beginPath();
      laid.ctx.rect(0, 0, size.width, size.height);
      laid.ctx.fill();
      laid.ctx.restore();
      for (const shape of chart.shapes)
        if (shape.type === "box" && shape.behind) drawShape(laid.ctx, sketch, shape);
    },
    afterDatasetDraw(laid: LaidChart, { index }: { readonly index: number }): void {
      hatchMarks(laid, sketch, index);
    },
    afterDatasetsDraw(laid: LaidChart): void {
      drawErrorBars(laid, sketch);
      drawAxisLine(laid, sketch);
      for (const shape of connectorShapes(chart)) drawShape(laid.ctx, sketch, shape);
      for (const shape of lineShapes(chart, groupLayers(chart).drawn)) drawShape(laid.ctx, sketch, shape);
      drawLabels(laid.ctx, sketch);
      drawTitles(laid.ctx, sketch);
      drawKey(laid.ctx, sketch);
      for (const shape of [...chart.shapes, ...middle(chart)])
        if (shape.type !== "box" || !shape.behind) drawShape(laid.ctx, sketch, shape);
    },
  };
}

/** Moves the bars of clusters from the middle of their category to their own place. */
function shiftBars(laid: LaidChart, { chart }: Sketch): void {
  const { left, right, top, bottom } = laid.chartArea;
  if (chart.plane.type !== "category") return;
  const upright = chart.plane.orientation === "vertical";
  const slot = (upright ? right - left : bottom - top) / Math.max(1, chart.plane.categories.length);
  laid.data.datasets.forEach((dataset, n) => {
    const by = typeof dataset["shift"] === "number" ? dataset["shift"] * slot : 0;
    if (by === 0) return;
    for (const mark of laid.getDatasetMeta(n).data) {
      if (upright) mark.x += by;
      else mark.y += by;
    }
  });
}
