import { emuToInches } from "../../../base/units.ts";
import type { Item, Page, Pages } from "../../../model/page.ts";
import { plain } from "../../../model/text.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import type { LayoutFrame } from "../../../theme/frames.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { uniqueNames } from "../elements/names.ts";
import { type Files, writeFiles } from "./files.ts";
import { drawPicture } from "./picture.ts";
import { type Deck, PptxGenJS, type Slide } from "./pptxgenjs.ts";
import { boxOf, drawShape, drawText } from "./shape.ts";
import { drawTable } from "./table.ts";

/** Bytes of the pictures by item: those of picture items, and those of charts that are to be pictures. */
export type Pictures = ReadonlyMap<Item, Uint8Array>;

/** Context in which the items of one slide are drawn. */
export interface Drawing {
  readonly look: ResolvedTheme;
  readonly language: string;
  readonly frames: LayoutFrame;
  readonly pictures: Pictures;
  /** The name under which an item is drawn, and found again. */
  readonly nameOf: (item: Item) => string;
  /** Number of the slide that a link names. */
  readonly slideNumber: (id: string) => number;
}

/** The placeholders that PptxGenJS can define; date, footer and number are made in `postprocess`. */
const DEFINED = { title: "title", body: "body", subtitle: "body" } as const;
type Defined = keyof typeof DEFINED;
const isDefined = (name: string | undefined): name is Defined => name !== undefined && name in DEFINED;

/**
 * True for what PptxGenJS draws; the others are put between them in `postprocess`: native charts, which it writes wrong
 * (rows 6 to 12 of postprocess/known-issues.ts), and texts for placeholders that it does not know.
 */
export const isDrawn = (item: Item, pictures: Pictures): boolean =>
  item.type === "chart" ? pictures.has(item) : item.type !== "text" || !isFooter(item);

/** True for texts in the placeholders at the foot of the slide. */
export const isFooter = (item: Item): boolean =>
  item.type === "text" && item.placeholder !== undefined && !isDefined(item.placeholder);

/** The names under which the items of a page are drawn and found; those at its foot get theirs when they are made. */
export const namesOn = (page: Page): Drawing["nameOf"] =>
  uniqueNames(page.items.filter((item) => !isFooter(item)));

/** Lays the whole deck with PptxGenJS and gives the parts of its package by their path; no finished deck yet. */
export async function drawDeck(
  pages: Pages,
  look: ResolvedTheme,
  pictures: Pictures,
  slideNumber: Drawing["slideNumber"],
): Promise<Files> {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: "deck", width: emuToInches(pages.width), height: emuToInches(pages.height) });
  deck.layout = "deck";
  defineMasters(deck, look);
  for (const page of pages.pages) {
    drawPage(deck, page, {
      look: look.on(page.layout),
      language: pages.language,
      frames: look.frames[page.layout],
      pictures,
      nameOf: namesOn(page),
      slideNumber,
    });
  }
  return writeFiles(deck);
}

/** A text in a placeholder gets the name that the layout gives to it, so each has the name of its kind. */
function defineMasters(deck: Deck, { frames }: ResolvedTheme): void {
  for (const [name, layout] of Object.entries(frames)) {
    deck.defineSlideMaster({
      title: name,
      objects: Object.entries(layout.placeholders).flatMap(([placeholder, at]) => {
        if (!isDefined(placeholder)) return [];
        const options = { name: placeholder, type: DEFINED[placeholder], ...boxOf(at.frame) };
        // Its types leave the name out.
        return [{ placeholder: { options: { ...options, objectName: placeholder }, text: "" } }];
      }),
    });
  }
}

function drawPage(deck: Deck, page: Page, drawing: Drawing): void {
  const slide = deck.addSlide({ masterName: page.layout });
  for (const item of page.items) {
    if (isDrawn(item, drawing.pictures)) drawItem(slide, item, drawing);
  }
  if (page.notes.length > 0) slide.addNotes(page.notes.map((line) => cleanText(plain(line))).join("\n"));
}

function drawItem(slide: Slide, item: Item, drawing: Drawing): void {
  if (item.type === "text") {
    drawText(slide, item, isDefined(item.placeholder) ? item.placeholder : undefined, drawing);
  } else if (item.type === "shape") drawShape(slide, item, drawing);
  else if (item.type === "table") drawTable(slide, item, drawing);
  else drawPicture(slide, item, drawing);
}
