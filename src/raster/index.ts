import { liesOnItsSide, type Orientation } from "../base/orientation.ts";
import type { PictureFault } from "../diagnostics/messages/pictures.ts";
import { type PictureFormat, pictureFormat } from "./formats.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";

/** PowerPoint opens pictures of up to some 32,000 px a side; nobody sees more than this on a slide. */
export const MOST_PIXELS = 12_000;

/** A picture as its file stores it, whole, and without metadata: no place, author, device, time, thumbnail or comment. */
export interface Raster {
  readonly mime: "image/png" | "image/jpeg";
  /** Size of the picture as it stands upright. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly bytes: Uint8Array;
}

/** The same with the size of its pixels as they are stored. */
export type Stored = Raster;

export type Cleaned =
  | { readonly picture: Raster }
  | { readonly fault: PictureFault }
  | { readonly format: PictureFormat | undefined };

/** Reads a PNG (W3C, third edition) or JPEG (ITU-T T.81), told by its content, never by its name; others give their format. */
export async function cleanPicture(bytes: Uint8Array): Promise<Cleaned> {
  const format = pictureFormat(bytes);
  if (format !== "a PNG" && format !== "a JPEG") return { format };
  const cleaned = format === "a PNG" ? await cleanPng(bytes) : cleanJpeg(bytes);
  if (typeof cleaned === "string") return { fault: cleaned };
  const { width, height } = cleaned;
  return {
    picture: liesOnItsSide(cleaned.orientation) ? { ...cleaned, width: height, height: width } : cleaned,
  };
}
