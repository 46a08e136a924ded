import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Mark, MarkPart } from "../../model/marks.ts";
import { isDotPlot } from "../../model/placed.ts";
import { type PaintContext, paint } from "../canvas/paint.ts";
import { chartNodes } from "../display/chart/index.ts";
import { hex } from "../display/color.ts";
import type { DisplayNode } from "../display/list.ts";
import type { Dataset } from "./datasets.ts";
import { type ChartDrawing, pxPerPt } from "./drawing.ts";

/** A chart once Chart.js has laid it out, as far as it is read. */
interface LaidChart {
  readonly ctx: SKRSContext2D;
  readonly data: { readonly datasets: readonly Dataset[] };
  resize(width: number, height: number): void;
  getDatasetMeta(index: number): { readonly data: readonly { x: number; y: number }[] };
}

/** Marks that Chart.js draws by its own scales. */
const OWN: ReadonlySet<MarkPart> = new Set(["gridline", "series"]);

/** Marks below what Chart.js draws, and above it. */
export function aroundData({ chart, look }: ChartDrawing): {
  readonly below: readonly DisplayNode[];
  readonly above: readonly DisplayNode[];
} {
  const nodes = (keep: (part: MarkPart) => boolean) =>
    chartNodes({ marks: chart.marks.filter(({ part }) => keep(part)) }, { x: 0, y: 0 }, look);
  // The points of a dot plot stand on their ranges.
  const isBelow = (part: MarkPart): boolean => part === "ground" || (part === "errorBar" && isDotPlot(chart));
  return {
    below: nodes(isBelow),
    above: nodes((part) => !isBelow(part) && !OWN.has(part)),
  };
}

/**
 * The plugin that draws what Chart.js does not: hatches, and where the picture is made of pixels, the ground and all
 * words and lines around the data, in `brushOf`'s hands.
 */
export function plugin(
  drawing: ChartDrawing,
  brushOf: (context: SKRSContext2D) => PaintContext,
  whole: boolean,
) {
  const { chart, look, size } = drawing;
  const draw = (ctx: SKRSContext2D, nodes: readonly DisplayNode[]): void => {
    const k = pxPerPt(drawing);
    ctx.save();
    ctx.scale(k.x, k.y);
    for (const node of nodes) paint(node, brushOf(ctx));
    ctx.restore();
  };
  const { below, above } = aroundData(drawing);
  return {
    id: "foredeck",
    // The canvas that Chart.js gets is the same for charts of every size.
    beforeInit: (laid: LaidChart): void => laid.resize(size.width, size.height),
    afterUpdate: (laid: LaidChart): void => moveBars(laid, drawing),
    beforeDraw({ ctx }: LaidChart): void {
      if (!whole) return;
      ctx.save();
      ctx.fillStyle = hex(look, "paper");
      ctx.fillRect(0, 0, size.width, size.height);
      ctx.restore();
      draw(ctx, below);
    },
    afterDatasetDraw({ ctx, data }: LaidChart, { index }: { readonly index: number }): void {
      const { layer, series } = data.datasets[index]?.of ?? {};
      const hatched = (mark: Mark): boolean =>
        "paint" in mark && mark.paint.pattern === "hatch" && mark.part === "series";
      const own = chart.marks.filter(
        (mark) => hatched(mark) && mark.of?.layer === layer && mark.of?.series === series,
      );
      draw(ctx, chartNodes({ marks: own }, { x: 0, y: 0 }, look));
    },
    afterDatasetsDraw({ ctx }: LaidChart): void {
      if (whole) draw(ctx, above);
    },
  };
}

/** Bars stand where they were placed; Chart.js would put all series of a category on its middle. */
function moveBars(laid: LaidChart, { chart: { coordinates } }: ChartDrawing): void {
  const along = coordinates.type === "category" && coordinates.orientation === "horizontal" ? "y" : "x";
  laid.data.datasets.forEach(({ middles = [] }, n) => {
    for (const [i, bar] of laid.getDatasetMeta(n).data.entries()) bar[along] = middles[i] ?? bar[along];
  });
}
