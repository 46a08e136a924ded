import { ptToPx } from "../../base/units.ts";
import type { PlacedChart } from "../../model/chart.ts";
import type { Look } from "../../theme/theme.ts";
import type { PictureFonts } from "./fonts.ts";

/** Pixels of the file to a CSS px: sharp on a screen of twice the density, and in print at 192 dpi. */
const SCALE = 2;

/**
 * Draws charts as PNG files. Chart.js, the canvas and the fonts are loaded with the first one, and kept for the others.
 */
export function createPictures(
  look: Look,
  fontsOf: (family: "Calibri" | "Arial") => Promise<PictureFonts>,
): (chart: PlacedChart) => Promise<Uint8Array> {
  let painter: Promise<import("./index.ts").Painter> | undefined;
  const load = async () => {
    const [{ createPainter }, fonts] = await Promise.all([
      import("./index.ts"),
      fontsOf(look.theme.fonts.body),
    ]);
    return createPainter(fonts);
  };
  return async (chart) => {
    painter ??= load();
    const size = {
      width: Math.round(ptToPx(chart.width)),
      height: Math.round(ptToPx(chart.height)),
      scale: SCALE,
    };
    return (await painter).draw(chart, look, size);
  };
}
