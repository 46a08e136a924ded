import { unzipSync } from "fflate";

import { emuToInches } from "../../../base/units.ts";
import type { Item, Page, Pages } from "../../../model/page.ts";
import { plain } from "../../../model/text.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import { layoutFrames } from "../../../theme/frames.ts";
import type { Theme } from "../../../theme/theme.ts";
import { drawPicture } from "./picture.ts";
import { type Deck, PptxGenJS, type Slide } from "./pptxgenjs.ts";
import { boxOf, drawShape, drawTextItem } from "./shape.ts";
import { drawTable } from "./table.ts";

/** Bytes of the pictures by item: those of picture items, and those of charts that are to be pictures. */
export type Pictures = ReadonlyMap<Item, Uint8Array>;

/** The placeholders that PptxGenJS can define; date, footer and number are made in `finish`. */
const DEFINED = { title: "title", body: "body", subtitle: "body" } as const;
type Defined = keyof typeof DEFINED;
const isDefined = (name: string | undefined): name is Defined => name !== undefined && name in DEFINED;

/**
 * True for what PptxGenJS draws, in the order of the items; the others are put between them in `finish`: native charts,
 * which it writes wrong (rows 6 to 12 of finish/defects.ts), and texts for placeholders that it does not know.
 */
export const isDrawn = (item: Item, pictures: Pictures): boolean =>
  item.type === "chart" ? pictures.has(item) : item.type !== "text" || !isFooter(item);

/** True for texts in the placeholders at the foot of the slide. */
export const isFooter = (item: Item): boolean =>
  item.type === "text" && item.placeholder !== undefined && !isDefined(item.placeholder);

/** Lays the whole deck with PptxGenJS and gives the parts of its package by their path; no finished deck yet. */
export async function drawDeck(
  pages: Pages,
  theme: Theme,
  pictures: Pictures,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: "deck", width: emuToInches(pages.width), height: emuToInches(pages.height) });
  deck.layout = "deck";
  defineMasters(deck, theme);
  for (const page of pages.pages) drawPage(deck, page, pictures);
  // Stored, not deflated: it is unpacked again on the next line. As one Buffer, since JSZip copies byte by byte into others.
  const bytes = await deck.write({ outputType: "nodebuffer", compression: false });
  if (!(bytes instanceof Uint8Array)) throw new Error("PptxGenJS gave no bytes");
  return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));
}

function defineMasters(deck: Deck, theme: Theme): void {
  for (const [name, layout] of Object.entries(layoutFrames(theme))) {
    deck.defineSlideMaster({
      title: name,
      objects: Object.entries(layout.placeholders).flatMap(([placeholder, at]) =>
        isDefined(placeholder)
          ? [
              {
                placeholder: {
                  options: { name: placeholder, type: DEFINED[placeholder], ...boxOf(at.frame) },
                  text: "",
                },
              },
            ]
          : [],
      ),
    });
  }
}

function drawPage(deck: Deck, page: Page, pictures: Pictures): void {
  const slide = deck.addSlide({ masterName: page.layout });
  for (const item of page.items) {
    if (isDrawn(item, pictures)) drawItem(slide, item, pictures);
  }
  if (page.notes.length > 0) slide.addNotes(page.notes.map((line) => cleanText(plain(line))).join("\n"));
}

function drawItem(slide: Slide, item: Item, pictures: Pictures): void {
  if (item.type === "text") {
    drawTextItem(slide, item, isDefined(item.placeholder) ? item.placeholder : undefined);
  } else if (item.type === "shape") drawShape(slide, item);
  else if (item.type === "table") drawTable(slide, item);
  else {
    const bytes = pictures.get(item);
    if (bytes === undefined) throw new Error(`no picture for "${item.name}"`);
    drawPicture(slide, item, bytes);
  }
}
