import { FONT_FAMILIES } from "../../base/fonts.ts";
import type { Pages } from "../../model/page.ts";
import { createCanvasPainter } from "../canvas/painter.ts";
import type { Format, WriteContext } from "../contract/format.ts";
import { displayListOf } from "../display/page/page.ts";
import { loadPictures } from "../page/pictures.ts";
import { CanvasWanted, SCALE } from "./painting.ts";

/** The slides for print and for readers without PowerPoint: text as text, tagged, with links and bookmarks. */
export const pdf: Format = {
  name: "pdf",
  extension: ".pdf",
  write: writePdf,
};

async function writePdf(pages: Pages, context: WriteContext): Promise<Uint8Array> {
  const { charts, fonts, look } = context;
  if (fonts === undefined) throw new Error("nobody hands out fonts to embed");
  const lists = pages.pages.map((page) => displayListOf(page, pages, look, charts));
  const [{ writeDocument }, pictures, faces] = await Promise.all([
    import("./document.ts"),
    loadPictures(pages, context, SCALE),
    Promise.all(FONT_FAMILIES.map(async (family) => [family, await fonts(family)] as const)),
  ]);
  const { otherFonts } = context;
  // Both tries ask for the same signs, and looking for fonts takes its time.
  let found: ReturnType<NonNullable<typeof otherFonts>> | undefined;
  const once: typeof otherFonts = otherFonts && ((...wanted) => (found ??= otherFonts(...wanted)));
  const materials = {
    ...{ fonts: new Map(faces), pictures },
    ...(once === undefined ? {} : { otherFonts: once }),
  };
  try {
    return await writeDocument(pages, lists, materials);
  } catch (cause) {
    if (!(cause instanceof CanvasWanted)) throw cause;
    // Few decks hold anything that must be painted, and the canvas is a package that need not be there.
    return writeDocument(pages, lists, {
      ...materials,
      painter: await createCanvasPainter(pictures, context),
    });
  }
}
