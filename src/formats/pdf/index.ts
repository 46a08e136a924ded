import type { Pages } from "../../model/page.ts";
import { familiesOf } from "../../theme/families.ts";
import { printed } from "../../theme/printed.ts";
import { createCanvasPainter } from "../canvas/painter.ts";
import type { Format, WriteContext } from "../contract/format.ts";
import type { DisplayList } from "../display/list.ts";
import { displayListOf } from "../display/page/page.ts";
import { loadPictures } from "../page/pictures.ts";
import { handoutSheets } from "./handout.ts";
import { CanvasWanted, SCALE } from "./painting.ts";
import { type PrintSheet, slideSheets } from "./sheet.ts";

/** The slides for readers without PowerPoint: text as text, tagged, with links and bookmarks. */
export const pdf: Format = {
  name: "pdf",
  extension: ".pdf",
  write: (pages, context) => writePdf(pages, context, slideSheets),
};

/** The slides for print: two on a sheet of A4, with their notes. */
export const handout: Format = {
  name: "handout",
  extension: ".handout.pdf",
  write: (pages, context) =>
    writePdf(pages, context, (lists) => handoutSheets(pages, lists, printed(context.look))),
};

async function writePdf(
  pages: Pages,
  context: WriteContext,
  sheetsOf: (lists: readonly DisplayList[]) => readonly PrintSheet[],
): Promise<Uint8Array> {
  const { charts, fonts, look } = context;
  if (fonts === undefined) throw new Error("nobody hands out fonts to embed");
  const sheets = sheetsOf(pages.pages.map((page) => displayListOf(page, pages, look, charts)));
  const [{ writeDocument }, pictures, faces] = await Promise.all([
    import("./document.ts"),
    loadPictures(pages, context, SCALE),
    Promise.all(familiesOf(look).map(async (family) => [family, await fonts(family)] as const)),
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
    return await writeDocument(pages, sheets, materials);
  } catch (cause) {
    if (!(cause instanceof CanvasWanted)) throw cause;
    // Few decks hold anything that must be painted, and the canvas is a package that need not be there.
    return writeDocument(pages, sheets, {
      ...materials,
      painter: await createCanvasPainter(pictures, context),
    });
  }
}
