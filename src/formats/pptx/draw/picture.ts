import { frame } from "../../../base/geometry.ts";
import { storedBox, uprightBy } from "../../../base/orientation.ts";
import type { ChartItem, PictureItem } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import { pictureKind } from "../../page/pictures.ts";
import type { Drawing } from "./deck.ts";
import type { Slide } from "./pptxgenjs.ts";
import { boxOf } from "./shape.ts";

/** Hands a picture to PptxGenJS as data: a path would become its alt text and be read from disk a second time. */
export function drawPicture(
  slide: Slide,
  item: PictureItem | ChartItem,
  { pictures, nameOf }: Drawing,
): void {
  const bytes = pictures.get(item);
  const kind = bytes && pictureKind(bytes);
  if (bytes === undefined || kind === undefined)
    throw new Error(`the picture of "${item.name}" is neither PNG, JPEG nor GIF`);
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const orientation = item.type === "picture" ? (item.orientation ?? 1) : 1;
  const { flip, degrees } = uprightBy(orientation);
  // PowerPoint mirrors first and then turns the stored pixels about their middle (ECMA-376 Part 1, 20.1.7.6).
  const { x, y, w, h } = storedBox(item.frame, orientation);
  slide.addImage({
    ...boxOf(frame(Math.round(x), Math.round(y), w, h)),
    ...(flip ? { flipH: true } : {}),
    ...(degrees > 0 ? { rotate: degrees } : {}),
    data: `image/${kind};base64,${base64}`,
    altText: cleanText(item.alt),
    objectName: nameOf(item),
  });
}
