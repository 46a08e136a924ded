import type { Pages } from "../../model/page.ts";
import type { PagedFormat, WriteContext } from "../contract/format.ts";
import { pageFile } from "../contract/format.ts";
import { displayListOf } from "../display/page/page.ts";
import { drawSvg } from "../markup/draw.ts";
import { fontFaces, fontsFor, textIn, usesOf } from "../markup/font-faces.ts";
import { drawnPictures } from "../markup/pictures.ts";

/**
 * Every page as a document of its own, in order, as text. Links lead to the files of the other pages, which are called
 * `name`-01.svg and so on.
 */
export async function pagesAsSvg(
  pages: Pages,
  context: WriteContext,
  name: string,
): Promise<readonly string[]> {
  const picture = await drawnPictures(pages, context);
  const files = new Map(pages.pages.map((page) => [page.id, pageFile(name, page.number, pages, ".svg")]));
  const page = (id: string): string => {
    const file = files.get(id);
    if (file === undefined) throw new Error(`a link leads to "${id}", which is no page`);
    return encodeURIComponent(file);
  };
  const lists = pages.pages.map((one) => displayListOf(one, pages, context.look, context.charts));
  const written = lists.map((list) => textIn(drawSvg(list, { page, picture, as: "document" })));
  const fonts = fontsFor(written.join(""), context);
  const family = context.look.fonts.body.family;
  return Promise.all(
    lists.map(async (list, n) => {
      // Charts that are pictures write in the body's font.
      const text = written[n] ?? "";
      const own = [false, true].map((bold) => ({ face: { family, bold, italic: false }, text }));
      const faces = await fontFaces([...own, ...usesOf(list)], fonts);
      return drawSvg(list, { page, picture, as: "document", fontFaces: faces });
    }),
  );
}

/** Scalable pictures of the slides, their words as text, each with the fonts that it is written in. */
export const svg: PagedFormat = {
  name: "svg",
  extension: ".svg",
  writePages: async (pages, context, name) =>
    (await pagesAsSvg(pages, context, name)).map((text, index) => ({
      name: pageFile(name, pages.pages[index]?.number ?? 0, pages, ".svg"),
      bytes: new TextEncoder().encode(`${text}\n`),
    })),
};
