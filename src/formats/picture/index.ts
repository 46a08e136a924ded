import type { ChartConfiguration } from "chart.js";
import type { PlacedChart } from "../../model/placed.ts";
import type { Look } from "../../theme/theme.ts";
import { type PictureFonts, registerFonts } from "../canvas/fonts.ts";
import { loadCanvas } from "../canvas/load.ts";
import { chartConfiguration } from "./configuration.ts";
import type { LaidChart } from "./drawing.ts";
import { svgDocument } from "./vector.ts";
import { keepWords, type Word, writeWords } from "./words.ts";

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
  draw(chart: PlacedChart, look: Look, size: PictureSize): Promise<Uint8Array>;
  /** An SVG document with its words as text. */
  drawSvg(chart: PlacedChart, look: Look, size: Omit<PictureSize, "scale">): Uint8Array;
}

/**
 * Loads Chart.js and the canvas, 110 ms, so only where a picture is wanted. Keep the painter for a whole run: each
 * ChartJSNodeCanvas loads Chart.js again and never lets go of it, so there is one for each kind of file, and every chart
 * brings its own size.
 */
export async function createPainter(fonts: PictureFonts): Promise<Painter> {
  const { GlobalFonts } = await loadCanvas();
  const { ChartJSNodeCanvas } = await import("chartjs-node-canvas");
  const family = registerFonts(GlobalFonts, fonts);
  const canvasOf = (type: "image" | "svg") =>
    new ChartJSNodeCanvas({ width: 1, height: 1, ...(type === "svg" && { type }) });
  let pixels: ReturnType<typeof canvasOf> | undefined;
  let vectors: ReturnType<typeof canvasOf> | undefined;
  return {
    async draw(chart, look, size) {
      const made = mixed(chartConfiguration(chart, { look, size, family }));
      pixels ??= canvasOf("image");
      return new Uint8Array(await pixels.renderToBuffer(made, "image/png"));
    },
    drawSvg(chart, look, { width, height }) {
      const size = { width, height, scale: 1 };
      const font = look.theme.fonts.body;
      let kept: readonly Word[] = [];
      const made = chartConfiguration(chart, { look, size, family });
      const keeping = {
        id: "words",
        beforeInit: ({ canvas, ctx }: Pick<LaidChart, "canvas" | "ctx">) => {
          kept = keepWords(ctx, font);
          // What chartjs-node-canvas asks of an SVG canvas is node-canvas's name for this.
          canvas.toBuffer = () => canvas.getContent();
        },
      };
      const configuration = mixed({ ...made, plugins: [...made.plugins, keeping] });
      vectors ??= canvasOf("svg");
      const drawn = vectors.renderToBufferSync(configuration, "image/svg+xml");
      return new TextEncoder().encode(`${svgDocument(drawn, writeWords(kept, font), size)}\n`);
    },
  };
}

/** Chart.js types its configuration by the one kind of chart; ours mixes kinds, which it allows but cannot say. */
const mixed = (made: ReturnType<typeof chartConfiguration>) => made as unknown as ChartConfiguration;
