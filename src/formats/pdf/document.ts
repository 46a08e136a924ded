import PDFDocument from "pdfkit";
import type { Pages } from "../../model/page.ts";
import type { CanvasPainter } from "../canvas/painter.ts";
import type { FontFiles, WriteContext } from "../contract/format.ts";
import type { DisplayNode, FontFace } from "../display/list.ts";
import { slideName } from "../reading/reading.ts";
import { drawFurniture, drawSlide } from "./draw-sheet.ts";
import { createFaces } from "./faces.ts";
import { describeDocument, documentInfo } from "./metadata.ts";
import type { PrintSheet } from "./sheet.ts";

export interface Materials {
  readonly fonts: ReadonlyMap<FontFace["family"], FontFiles>;
  /** Bytes of the pictures by their file. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly otherFonts?: WriteContext["otherFonts"];
  /** Paints what a PDF cannot hold as text or as it is; without one, `CanvasWanted` is thrown where there is such a thing. */
  readonly painter?: CanvasPainter;
}

/**
 * A tagged PDF 1.7 (ISO 32000-1, 14.8; PDF/UA-1): the slides on their sheets, fonts embedded, figures with
 * their alternative text, sections and slides as bookmarks. Same pages, same bytes.
 */
export async function writeDocument(
  pages: Pages,
  sheets: readonly PrintSheet[],
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
  const lacking = faces.lacking(sheets.flatMap(nodesOn));
  if (lacking !== "" && materials.otherFonts !== undefined)
    faces.add(await materials.otherFonts(lacking, language));
  const root = document.struct("Document");
  document.addStructure(root);
  const sectionOf = new Map(pages.sections.flatMap((section) => section.pages.map((id) => [id, section])));
  let current:
    | { readonly id: string; readonly part: Struct; readonly bookmark: PDFKit.PDFOutline }
    | undefined;
  const named = new Set<string>();
  for (const sheet of sheets) {
    document.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    for (const slide of sheet.slides) {
      const { list } = slide;
      const section = sectionOf.get(list.id);
      if (section === undefined) throw new Error(`the page "${list.id}" is in no section`);
      if (current?.id !== section.id) {
        current?.part.end();
        const part = document.struct("Sect", { title: section.name });
        root.add(part);
        current = { id: section.id, part, bookmark: document.outline.addItem(section.name) };
      }
      // Notes that go on stand on a sheet without the slide.
      if (!named.has(list.id)) {
        named.add(list.id);
        document.addNamedDestination(list.id, "Fit");
        current.bookmark.addItem(slideName(list.number, list.title));
      }
      drawSlide(slide, current.part, { document, faces, ...materials });
    }
    drawFurniture(sheet, { document, faces, ...materials });
  }
  current?.part.end();
  root.end();
  document.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

type Struct = PDFKit.PDFStructureElement;

/** Everything that is written on a sheet. */
const nodesOn = ({ slides, foot }: PrintSheet): readonly DisplayNode[] => [
  ...slides.flatMap(({ list, notes }) => [...list.nodes, ...notes]),
  ...foot,
];
