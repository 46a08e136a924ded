import { uprightBy } from "../../../base/orientation.ts";
import type { ChartItem, PictureItem } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import { pictureKind } from "../../page/pictures.ts";
import type { Slide } from "./pptxgenjs.ts";
import { boxOf } from "./shape.ts";

/** Hands a picture to PptxGenJS as data: a path would become its alt text and be read from disk a second time. */
export function drawPicture(slide: Slide, item: PictureItem | ChartItem, bytes: Uint8Array): void {
  const kind = pictureKind(bytes);
  if (kind === undefined) throw new Error(`the picture of "${item.name}" is neither PNG, JPEG nor GIF`);
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const { flip, degrees } = uprightBy(item.type === "picture" ? (item.orientation ?? 1) : 1);
  slide.addImage({
    ...boxOf(item.frame),
    // PowerPoint mirrors first and then turns (ECMA-376 Part 1, 20.1.7.6); the frame is mended with all others.
    ...(flip ? { flipH: true } : {}),
    ...(degrees > 0 ? { rotate: degrees } : {}),
    data: `image/${kind};base64,${base64}`,
    altText: cleanText(item.alt),
    objectName: cleanText(item.name),
  });
}
