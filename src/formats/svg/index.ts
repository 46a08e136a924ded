import type { Pages } from "../../model/page.ts";
import type { PagedFormat, WriteContext } from "../format.ts";
import { pageFile } from "../format.ts";
import { sceneOf } from "../scene/page.ts";
import { drawSvg } from "./draw.ts";
import { drawnPictures } from "./pictures.ts";

/**
 * Every page as a document of its own, in order, as text. Links lead to the files of the other pages, which are called
 * `name`-01.svg and so on.
 */
export async function pagesAsSvg(
  pages: Pages,
  context: Omit<WriteContext, "fonts">,
  name: string,
): Promise<readonly string[]> {
  const picture = await drawnPictures(pages, context);
  const files = new Map(pages.pages.map((page) => [page.id, pageFile(name, page.number, pages, ".svg")]));
  const page = (id: string): string => {
    const file = files.get(id);
    if (file === undefined) throw new Error(`a link leads to "${id}", which is no page`);
    return encodeURIComponent(file);
  };
  return pages.pages.map((one) =>
    drawSvg(sceneOf(one, pages, context.look, context.charts), { page, picture, as: "document" }),
  );
}

/** Scalable pictures of the slides, their words as text. */
export const svg: PagedFormat = {
  name: "svg",
  extension: ".svg",
  writePages: async (pages, context, name) =>
    (await pagesAsSvg(pages, context, name)).map((text, index) => ({
      name: pageFile(name, pages.pages[index]?.number ?? 0, pages, ".svg"),
      bytes: new TextEncoder().encode(`${text}\n`),
    })),
};
