import type { ChartConfiguration } from "chart.js";
import type { PlacedChart } from "../../model/chart.ts";
import type { Look } from "../../theme/theme.ts";
import { chartConfiguration } from "./configuration.ts";
import { type PictureFonts, registerFonts } from "./fonts.ts";
import { canvasHatch } from "./hatch.ts";

export type { PictureFonts } from "./fonts.ts";

/** Size in CSS px (96 to the inch), and how many pixels the file has to each of them. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Draws charts as PNG files; the same chart gives the same bytes on one machine. */
export interface Painter {
  draw(chart: PlacedChart, look: Look, size: PictureSize): Promise<Uint8Array>;
}

/**
 * Loads Chart.js and the canvas, 110 ms, so only where a picture is wanted. Keep the painter for a whole run: it holds
 * one ChartJSNodeCanvas a size, and each new one would load Chart.js again and never let go of it.
 */
export async function createPainter(fonts: PictureFonts): Promise<Painter> {
  const { ChartJSNodeCanvas } = await import("chartjs-node-canvas");
  const { createCanvas, GlobalFonts } = await import("@napi-rs/canvas");
  const family = registerFonts(GlobalFonts, fonts);
  const canvases = new Map<string, InstanceType<typeof ChartJSNodeCanvas>>();
  return {
    async draw(chart, look, size) {
      const key = `${size.width}x${size.height}`;
      const canvas = canvases.get(key) ?? new ChartJSNodeCanvas({ width: size.width, height: size.height });
      canvases.set(key, canvas);
      const hatch = canvasHatch(createCanvas, size.width / chart.width);
      const configuration = chartConfiguration(chart, { look, size, family, hatch });
      // Chart.js types its configuration by the one kind of chart; ours mixes kinds, which it allows but cannot say.
      const mixed = configuration as unknown as ChartConfiguration;
      return new Uint8Array(await canvas.renderToBuffer(mixed, "image/png"));
    },
  };
}

/** One chart as a PNG file; where there are several, make a painter and keep it. */
export async function drawChart(
  chart: PlacedChart,
  look: Look,
  size: PictureSize,
  fonts: PictureFonts,
): Promise<Uint8Array> {
  return (await createPainter(fonts)).draw(chart, look, size);
}
