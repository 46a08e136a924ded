import type { FontFamily } from "../../base/fonts.ts";
import { lazily } from "../../base/lazily.ts";
import { ptToPx } from "../../base/units.ts";
import type { PlacedChart } from "../../model/placed.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import type { PictureFonts } from "../canvas/fonts.ts";
import type { ChartFile } from "../contract/format.ts";
import type { Painter } from "./index.ts";

/** Draws charts as files. Chart.js, the canvas and the fonts are loaded with the first one, and kept for the others. */
export function createPictures(
  look: ResolvedTheme,
  fontsOf: (family: FontFamily) => Promise<PictureFonts>,
): (chart: PlacedChart, file: ChartFile) => Promise<Uint8Array> {
  const painter = lazily(async (): Promise<Painter> => {
    const [{ createPainter }, fonts] = await Promise.all([
      import("./index.ts"),
      fontsOf(look.fonts.body.family),
    ]);
    return createPainter(fonts);
  });
  return async (chart, file) => {
    const size = { width: Math.round(ptToPx(chart.width)), height: Math.round(ptToPx(chart.height)) };
    const { draw, drawSvg } = await painter();
    return file.type === "svg"
      ? drawSvg(chart, look, size)
      : draw(chart, look, { ...size, scale: file.scale * (chart.width / size.width) });
  };
}
