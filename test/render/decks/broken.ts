import { createRequire } from "node:module";
import type PptxGen from "pptxgenjs";

const PptxGenJS = createRequire(import.meta.url)("pptxgenjs") as { new (): PptxGen.default };

/** A deck with each of the faults that `findingsIn` looks for. */
export async function writeDeck(): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.layout = "LAYOUT_WIDE";
  const slide = deck.addSlide();
  const words = "More words than this small box can hold, so that most of them stand below it";
  slide.addText(words, { x: 1, y: 1, w: 2, h: 0.3, fontSize: 18, margin: 0, valign: "top", fit: "none" });
  slide.addText("Under", { x: 6, y: 3, w: 2, h: 0.5, fontSize: 18, margin: 0 });
  slide.addText("Over", { x: 6, y: 3, w: 2, h: 0.5, fontSize: 18, margin: 0 });
  slide.addText("Outside of it", { x: 13, y: 5, w: 3, h: 0.5, fontSize: 18, margin: 0 });
  return new Uint8Array((await deck.write({ outputType: "uint8array" })) as Uint8Array);
}
