// Draws pages of a deck as the PNG of a build does, at any scale.
import { createCanvasPainter } from "../build/formats/canvas/painter.js";
import { displayListOf } from "../build/formats/display/page/page.js";
import { loadPictures } from "../build/formats/page/pictures.js";
import { compileBundle } from "../build/index.js";

/** The pages of the deck of a bundle, and `paint`, which makes the PNG of one of them; `scale` in pixels to the pt. */
export async function slidePainter(source, host, options, scale) {
  const { pages, look, pictures } = await compileBundle(source, host, options);
  const context = {
    look,
    charts: "native",
    fonts: (family) => host.fonts(family),
    readPicture: async (file) => pictures[file].bytes,
  };
  const painter = await createCanvasPainter(await loadPictures(pages, context, scale), context);
  const paint = (page) => {
    const { nodes, width, height, paper } = displayListOf(page, pages, look);
    return painter.paint(nodes, { x: 0, y: 0, width, height, scale, paper });
  };
  return { pages: pages.pages, paint };
}
