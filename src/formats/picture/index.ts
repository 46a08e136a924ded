import type { SKRSContext2D } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import { lazily } from "../../base/lazily.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { type PictureFonts, registerFonts } from "../canvas/fonts.ts";
import { loadCanvas } from "../canvas/load.ts";
import type { PaintContext } from "../canvas/paint.ts";
import { hex } from "../display/color.ts";
import { drawNodes } from "../markup/draw.ts";
import { tag } from "../markup/markup.ts";
import { chartConfiguration } from "./configuration.ts";
import type { ChartDrawing } from "./drawing.ts";
import { aroundData, plugin } from "./plugin.ts";

export type { PictureFonts } from "../canvas/fonts.ts";

/** Size in CSS px (96 to the inch). */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** Pixels of the file to each px; an SVG has none. */
  readonly scale: number;
}

/** Draws charts with Chart.js; the same chart gives the same bytes. */
export interface Painter {
  /** A PNG file. */
  draw(chart: PlacedChart, look: ResolvedTheme, size: PictureSize): Promise<Uint8Array>;
  /** An SVG document with its words as text. */
  drawSvg(chart: PlacedChart, look: ResolvedTheme, size: Omit<PictureSize, "scale">): Uint8Array;
}

/**
 * Loads Chart.js and the canvas, 110 ms, so only where a picture is wanted. Keep the painter for a whole run: each
 * ChartJSNodeCanvas loads Chart.js again and never lets go of it, so there is one for each kind of file, and every chart
 * brings its own size.
 */
export async function createPainter(fonts: PictureFonts): Promise<Painter> {
  const { GlobalFonts, Path2D } = await loadCanvas();
  const { ChartJSNodeCanvas } = await import("chartjs-node-canvas");
  const family = registerFonts(GlobalFonts, fonts);
  const canvasOf = (type: "image" | "svg") =>
    new ChartJSNodeCanvas({ width: 1, height: 1, ...(type === "svg" && { type }) });
  const pixels = lazily(() => canvasOf("image"));
  const vectors = lazily(() => canvasOf("svg"));
  const brushOf = (context: SKRSContext2D): PaintContext => ({
    context,
    path: (d) => new Path2D(d),
    family: () => family,
    image: (file) => {
      throw new Error(`a chart has no picture ${file}`);
    },
  });
  /** Chart.js types its configuration by the one kind of chart; ours mixes kinds, which it allows but cannot say. */
  const configuration = (drawing: ChartDrawing, ...plugins: readonly unknown[]) =>
    ({ ...chartConfiguration(drawing), plugins }) as unknown as ChartConfiguration;
  return {
    async draw(chart, look, size) {
      const drawing = { chart, look, size };
      const made = configuration(drawing, plugin(drawing, brushOf, true));
      return new Uint8Array(await pixels().renderToBuffer(made, "image/png"));
    },
    drawSvg(chart, look, { width, height }) {
      const drawing = { chart, look, size: { width, height, scale: 1 } };
      const made = configuration(drawing, plugin(drawing, brushOf, false), {
        id: "svg",
        // What chartjs-node-canvas asks of an SVG canvas is node-canvas's name for this.
        beforeInit: ({
          canvas,
        }: {
          readonly canvas: { toBuffer: unknown; getContent: () => Uint8Array };
        }) => {
          canvas.toBuffer = () => canvas.getContent();
        },
      });
      const data = new Uint8Array(vectors().renderToBufferSync(made, "image/svg+xml"));
      const { below, above } = aroundData(drawing);
      const box = { x: 0, y: 0, w: chart.width, h: chart.height };
      const nodes = [...below, { type: "image", box, file: "data" } as const, ...above];
      const root = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${box.w} ${box.h}` };
      const drawn = tag(
        "svg",
        root,
        tag("rect", { width: box.w, height: box.h, fill: hex(look, "paper") }),
        drawNodes(nodes, "c", () => data),
      );
      return new TextEncoder().encode(`${drawn}\n`);
    },
  };
}
