import type { Pages } from "../../model/page.ts";
import type { Format, WriteContext } from "../format.ts";
import { loadPictures } from "../picture/pages.ts";
import { createEasel, FAMILIES } from "../png/easel.ts";
import { sceneOf } from "../scene/page.ts";
import { SCALE } from "./scale.ts";

/** The slides for print and for readers without PowerPoint: text as text, tagged, with links and bookmarks. */
export const pdf: Format = {
  name: "pdf",
  extension: ".pdf",
  write: writePdf,
};

async function writePdf(pages: Pages, context: WriteContext): Promise<Uint8Array> {
  const { charts, fonts, look } = context;
  if (fonts === undefined) throw new Error("nobody hands out fonts to embed");
  const scenes = pages.pages.map((page) => sceneOf(page, pages, look, charts));
  const [{ writeDocument }, pictures, faces] = await Promise.all([
    import("./document.ts"),
    loadPictures(pages, context, SCALE),
    Promise.all(FAMILIES.map(async (family) => [family, await fonts(family)] as const)),
  ]);
  const easel = await createEasel(pictures, context);
  return writeDocument(pages, scenes, {
    ...{ fonts: new Map(faces), pictures, easel },
    ...(context.otherFonts === undefined ? {} : { otherFonts: context.otherFonts }),
  });
}
