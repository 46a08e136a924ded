import type { Pages } from "../../model/page.ts";
import type { Format, WriteContext } from "../format.ts";
import { createEasel, FAMILIES } from "../png/easel.ts";
import { sceneOf } from "../scene/page.ts";
import { pictureFiles } from "../svg/pictures.ts";

/** The slides for print and for readers without PowerPoint: text as text, tagged, with links and bookmarks. */
export const pdf: Format = {
  name: "pdf",
  extension: ".pdf",
  write: writePdf,
};

async function writePdf(pages: Pages, context: WriteContext): Promise<Uint8Array> {
  const { fonts, look, readPicture } = context;
  if (fonts === undefined) throw new Error("nobody hands out fonts to embed");
  const scenes = pages.pages.map((page) => sceneOf(page, pages, look));
  const files = pictureFiles(pages);
  const [{ writeDocument }, easel, faces, pictures] = await Promise.all([
    import("./document.ts"),
    createEasel(files, context),
    Promise.all(FAMILIES.map(async (family) => [family, await fonts(family)] as const)),
    Promise.all(files.map(async (file) => [file, await readPicture(file)] as const)),
  ]);
  return writeDocument(pages, scenes, {
    fonts: new Map(faces),
    pictures: new Map(pictures),
    easel,
  });
}
