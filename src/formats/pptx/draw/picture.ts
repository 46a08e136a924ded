import { uprightBy } from "../../../base/orientation.ts";
import type { ChartItem, PictureItem } from "../../../model/page.ts";
import { cleanText } from "../../../ooxml/escape.ts";
import type { Slide } from "./pptxgenjs.ts";
import { boxOf } from "./shape.ts";

/** First bytes of the three kinds of picture that every version of PowerPoint shows. */
const SIGNATURES = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpeg: [0xff, 0xd8, 0xff],
  gif: [0x47, 0x49, 0x46, 0x38],
} as const;

export type PictureKind = keyof typeof SIGNATURES;

/**
 * What the bytes are, whatever the file is called. Undefined for all else: SVG above all, whose fallback PptxGenJS
 * writes as no PNG at all, so whoever reads one must rasterise it first.
 */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  return (Object.keys(SIGNATURES) as PictureKind[]).find((kind) =>
    SIGNATURES[kind].every((byte, index) => bytes[index] === byte),
  );
}

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
