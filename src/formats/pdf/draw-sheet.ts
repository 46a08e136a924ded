import { artifact, draw, type PdfContext, place, type Struct } from "./draw.ts";
import type { PlacedSlide, PrintSheet } from "./sheet.ts";

/** Everything but what follows from the slide that is drawn. */
type DocumentContext = Omit<PdfContext, "grounds" | "at" | "width">;

/** Draws a slide and its notes on the current page; what they say hangs below `part` in the structure. */
export function drawSlide(slide: PlacedSlide, part: Struct, materials: DocumentContext): void {
  const { list, x, y, scale, edged, notes } = slide;
  const { document } = materials;
  const page = document.struct("Sect", { title: list.title });
  part.add(page);
  if (scale > 0) {
    const paper = { box: { x: 0, y: 0, w: list.width, h: list.height }, colour: list.paper };
    const context: PdfContext = { ...materials, grounds: [paper], at: slide, width: list.width };
    const moved = scale !== 1 || x !== 0 || y !== 0;
    if (moved) document.save().translate(x, y).scale(scale);
    artifact(context, () => {
      document.rect(0, 0, list.width, list.height).fill(list.paper);
    });
    for (const node of list.nodes) place(node, page, context);
    if (edged)
      artifact(context, () => {
        document
          .undash()
          .lineWidth(EDGE / scale)
          .rect(0, 0, list.width, list.height)
          .stroke(EDGE_COLOUR);
      });
    if (moved) document.restore();
  }
  for (const node of notes) place(node, page, onSheet(materials));
  page.end();
}

/** Draws what is on the current page besides slides and notes. */
export function drawFurniture({ lines, foot }: PrintSheet, materials: DocumentContext): void {
  if (lines.length + foot.length === 0) return;
  const context = onSheet(materials);
  artifact(context, () => {
    for (const node of [...lines, ...foot]) draw(node, context);
  });
}

const onSheet = (materials: DocumentContext): PdfContext => ({
  ...materials,
  grounds: [],
  at: { x: 0, y: 0, scale: 1 },
  width: materials.document.page.width,
});

/** Line around a slide on paper: its width in pt and its colour. */
const EDGE = 0.5;
const EDGE_COLOUR = "#B8BEC8";
