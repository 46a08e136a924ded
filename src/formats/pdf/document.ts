import PDFDocument from "pdfkit";
import type { Pages } from "../../model/page.ts";
import type { CanvasPainter } from "../canvas/painter.ts";
import type { FontFiles, WriteContext } from "../contract/format.ts";
import type { DisplayList, FontFace } from "../display/list.ts";
import { slideName } from "../reading/reading.ts";
import { drawPage } from "./draw.ts";
import { createFaces } from "./faces.ts";
import { describeDocument, documentInfo } from "./metadata.ts";

export interface Materials {
  readonly fonts: ReadonlyMap<FontFace["family"], FontFiles>;
  /** Bytes of the pictures by their file. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly otherFonts?: WriteContext["otherFonts"];
  /** Paints what a PDF cannot hold as text or as it is; without one, `CanvasWanted` is thrown where there is such a thing. */
  readonly painter?: CanvasPainter;
}

/**
 * A tagged PDF 1.7 (ISO 32000-1, 14.8; PDF/UA-1): every slide a page of the slide's size, fonts embedded, figures with
 * their alternative text, sections and slides as bookmarks. Same pages, same bytes.
 */
export async function writeDocument(
  pages: Pages,
  lists: readonly DisplayList[],
  materials: Materials,
): Promise<Uint8Array> {
  const { properties, language } = pages;
  const date = properties.date === "" ? undefined : new Date(`${properties.date}T00:00:00Z`);
  const document = new PDFDocument({
    autoFirstPage: false,
    // PDFKit would load one of its own first; every text here names its face.
    font: null as unknown as string,
    margin: 0,
    pdfVersion: "1.7",
    // PDFKit 0.20 knows it; its types, which are made elsewhere, do not yet.
    subset: "PDF/UA" as unknown as "PDF/A-2b",
    tagged: true,
    displayTitle: true,
    lang: language,
    info: documentInfo(pages, date),
  });
  describeDocument(document, pages, date);
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", resolve);
    document.on("error", reject);
  });
  const faces = createFaces(document, materials.fonts);
  const lacking = faces.lacking(lists);
  if (lacking !== "" && materials.otherFonts !== undefined)
    faces.add(await materials.otherFonts(lacking, language));
  const root = document.struct("Document");
  document.addStructure(root);
  const byId = new Map(lists.map((list) => [list.id, list]));
  for (const section of pages.sections) {
    const part = document.struct("Sect", { title: section.name });
    root.add(part);
    let bookmark: PDFKit.PDFOutline | undefined;
    for (const id of section.pages) {
      const list = byId.get(id);
      if (list === undefined) throw new Error(`section ${section.id} has a page "${id}" that is none`);
      document.addPage({ size: [list.width, list.height], margin: 0 });
      document.addNamedDestination(list.id, "Fit");
      bookmark ??= document.outline.addItem(section.name);
      bookmark.addItem(slideName(list.number, list.title));
      const paper = { box: { x: 0, y: 0, w: list.width, h: list.height }, colour: list.paper };
      drawPage(list, part, { document, faces, grounds: [paper], ...materials });
    }
    part.end();
  }
  root.end();
  document.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}
