import { emuToInches } from "../../base/units.ts";
import type { Pages } from "../../model/page.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import { canvasIfInstalled } from "../canvas/load.ts";

/** Sharp in print at any distance that a page is read from. */
const PIXELS_PER_INCH = 330;
const JPEG_QUALITY = 88;

/** A picture as it is stored, and its size as it stands upright. */
interface Picture {
  readonly mime: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Pixels to each of its own, in either direction, that a picture needs where it is drawn largest; 0 where it is not drawn. */
export function drawnScale(
  file: string,
  { width, height }: Pick<Picture, "width" | "height">,
  { pages }: Pages,
  look?: Pick<ResolvedTheme, "frames">,
): number {
  const logos = Object.values(look?.frames ?? {}).flatMap(({ logo }) =>
    logo?.file === file ? [logo.frame] : [],
  );
  const frames = pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === "picture" && item.file === file ? [item.frame] : [])),
  );
  const needed = [...frames, ...logos].map(({ w, h }) =>
    Math.max((emuToInches(w) * PIXELS_PER_INCH) / width, (emuToInches(h) * PIXELS_PER_INCH) / height),
  );
  return Math.max(0, ...needed);
}

/** The same of a picture that has its pixels already; 1 where it has no more than it needs. */
export function neededScale(
  file: string,
  picture: Picture,
  pages: Pages,
  look?: Pick<ResolvedTheme, "frames">,
): number {
  const scale = drawnScale(file, picture, pages, look);
  return scale === 0 ? 1 : Math.min(1, scale);
}

/**
 * The picture with as many pixels as it needs where a canvas is installed and that makes the file smaller; else as it is.
 * Its orientation stays the same, and its colours become sRGB.
 */
export async function shrink(picture: Picture, scale: number): Promise<Uint8Array> {
  const { bytes, mime } = picture;
  if (scale >= 1) return bytes;
  const canvas = await canvasIfInstalled();
  if (canvas === undefined) return bytes;
  const image = await canvas.loadImage(Buffer.from(bytes));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const sheet = canvas.createCanvas(width, height);
  const context = sheet.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  const made = mime === "image/jpeg" ? await sheet.encode("jpeg", JPEG_QUALITY) : await sheet.encode("png");
  return made.length < bytes.length ? new Uint8Array(made) : bytes;
}
