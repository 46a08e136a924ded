import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted, warning } from "../make.ts";

/** Pictures that a bundle names: what is in them. */

/** What is wrong with a PNG or JPEG. */
export type PictureFault =
  | "cut"
  | "checksum"
  | "structure"
  | "empty"
  | "palette"
  | "pixels"
  /** Whole, but of a kind that few programs show. */
  | "rare";

const FAULTS: Readonly<Record<PictureFault, string>> = {
  cut: "is cut off: the file ends before its picture does",
  checksum: "is damaged: a part of the file does not match its checksum",
  structure: "is damaged: the parts of the file are not those of a picture",
  empty: "is empty: it is 0 pixels wide or high",
  palette: "is damaged: its colours are numbers of a palette, and the palette is missing",
  pixels: "is damaged: its pixels do not unpack to the size that the file gives",
  rare: "is a JPEG with arithmetic coding, without loss, or with more than 8 bits a colour, which PowerPoint does not show",
};

export const notAPicture = (at: At, file: string, looksLike: string | undefined): Diagnostic =>
  error(
    "picture/format",
    at,
    `${quoted(file)} is ${looksLike === undefined ? "neither a PNG nor a JPEG" : `${looksLike}, not a PNG or JPEG`}.`,
    {
      hint: "The content counts, not the name. Save it as PNG (drawings, screens) or JPEG (photos).",
    },
  );

export const pictureBroken = (at: At, file: string, fault: PictureFault): Diagnostic =>
  error("picture/broken", at, `${quoted(file)} ${FAULTS[fault]}.`, {
    hint:
      fault === "rare"
        ? "Save it as an ordinary JPEG or as PNG."
        : "Open it in the program that it comes from and export it again.",
  });

export const pictureTooManyPixels = (
  at: At,
  file: string,
  width: number,
  height: number,
  limit: number,
): Diagnostic =>
  error(
    "picture/pixels",
    at,
    `${quoted(file)} is ${width} × ${height} pixels; at most ${limit} on either side can be placed.`,
    {
      hint: "Scale it down: 2,000 pixels across fill a slide.",
    },
  );

export const pictureHeavy = (at: At, file: string, bytes: number): Diagnostic =>
  warning("picture/heavy", at, `${quoted(file)} adds ${(bytes / 1_048_576).toFixed(1)} MB to the deck.`, {
    why: "Many mail servers refuse attachments above 10 MB.",
    hint: "Scale it down: 2,000 pixels across fill a slide. Save photos as JPEG, not PNG.",
  });
