import { createCanvasPainter } from "../canvas/painter.ts";
import { type PagedFormat, type PageFile, pageFile } from "../contract/format.ts";
import { displayListOf } from "../display/page/page.ts";
import { loadPictures } from "../page/pictures.ts";

/** Pixels to the pt: a slide of 13.33 inches is 1,920 pixels wide. */
const SCALE = 2;
const AT_ONCE = 4;

/** Pictures of the slides, drawn with fonts of our own: the same bytes wherever the same canvas is installed. */
export const png: PagedFormat = {
  name: "png",
  extension: ".png",
  writePages: async (pages, context, name) => {
    const lists = pages.pages.map((page) => displayListOf(page, pages, context.look, context.charts));
    const painter = await createCanvasPainter(await loadPictures(pages, context, SCALE), context);
    const files: PageFile[] = [];
    // A few at a time: files are packed in threads, but every sheet takes 8 MB until it is.
    for (let first = 0; first < lists.length; first += AT_ONCE) {
      const some = lists.slice(first, first + AT_ONCE).map(async (list): Promise<PageFile> => {
        const { nodes, number, width, height, paper } = list;
        const bytes = await painter.paint(nodes, { x: 0, y: 0, width, height, scale: SCALE, paper });
        return { name: pageFile(name, number, pages, ".png"), bytes };
      });
      files.push(...(await Promise.all(some)));
    }
    return files;
  },
};
