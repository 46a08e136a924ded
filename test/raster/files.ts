import { crc32, deflateSync } from "node:zlib";
import { createCanvas } from "@napi-rs/canvas";

/** Pictures of tests, made byte by byte. */

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A chunk of a PNG with its checksum. */
export function chunk(type: string, content: Uint8Array = new Uint8Array()): Uint8Array {
  const body = joined(bytesOf(type), content);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return joined(numbers.subarray(0, 4), body, numbers.subarray(4));
}

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly colour?: number;
  readonly interlace?: number;
  /** Bytes of the rows, filters included. */
  readonly rows: Uint8Array;
  /** Chunks between header and pixels, and behind the pixels. */
  readonly before?: readonly Uint8Array[];
  readonly after?: readonly Uint8Array[];
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export function pngOf(options: PngOptions): Uint8Array {
  const { width = 2, height = 2, depth = 8, colour = 0, interlace = 0 } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  const { before = [], after = [], rows } = options;
  const pixels = chunk("IDAT", deflateSync(rows));
  return joined(SIGNATURE, chunk("IHDR", header), ...before, pixels, ...after, chunk("IEND"));
}

/** A segment of a JPEG. */
export const segment = (marker: number, content: Uint8Array | string): Uint8Array => {
  const body = typeof content === "string" ? bytesOf(content) : content;
  return joined(Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff), body);
};

/** The same JPEG with segments behind its start. */
export const withSegments = (jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Uint8Array =>
  joined(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));

/** EXIF's TIFF block: the orientation, and a note such as a place. */
export function tiff(orientation: number, note = "60.1699N 24.9384E", little = true): Uint8Array {
  const block = Buffer.alloc(8 + 2 + 24 + 4 + note.length);
  const [short, long] = little
    ? [block.writeUInt16LE.bind(block), block.writeUInt32LE.bind(block)]
    : [block.writeUInt16BE.bind(block), block.writeUInt32BE.bind(block)];
  block.write(little ? "II" : "MM", 0, "latin1");
  short(42, 2);
  long(8, 4);
  short(2, 8);
  short(0x010e, 10);
  short(2, 12);
  long(note.length, 14);
  long(38, 18);
  short(0x0112, 22);
  short(3, 24);
  long(1, 26);
  short(orientation, 30);
  block.write(note, 38, "latin1");
  return new Uint8Array(block);
}

export const exif = (orientation: number, note?: string, little = true): Uint8Array =>
  segment(0xe1, joined(bytesOf("Exif\0\0"), tiff(orientation, note, little)));

/** The colours of the quarters of an upright picture: red, green, blue, yellow, from the top left by rows. */
export const QUARTERS = ["#ff0000", "#00ff00", "#0000ff", "#ffff00"] as const;

/** A picture of four quarters as it is stored for an orientation, `width` and `height` upright; without any metadata. */
export function quarters(orientation: number, mime: "png" | "jpeg", width = 64, height = 32): Uint8Array {
  const turned = orientation >= 5;
  const canvas = createCanvas(turned ? height : width, turned ? width : height);
  const context = canvas.getContext("2d");
  for (let y = 0; y < canvas.height; y += 1)
    for (let x = 0; x < canvas.width; x += 1) {
      const [right, down] = [x >= canvas.width / 2, y >= canvas.height / 2];
      // Where the stored pixel's row and column begin, by EXIF's table: 1 top left, 2 top right, … 8 left bottom.
      const place: Record<number, [boolean, boolean]> = {
        1: [right, down],
        2: [!right, down],
        3: [!right, !down],
        4: [right, !down],
        5: [down, right],
        6: [!down, right],
        7: [!down, !right],
        8: [down, !right],
      };
      const [toRight, below] = place[orientation] ?? [right, down];
      context.fillStyle = QUARTERS[(below ? 2 : 0) + (toRight ? 1 : 0)] ?? "";
      context.fillRect(x, y, 1, 1);
    }
  return new Uint8Array(mime === "png" ? canvas.toBuffer("image/png") : canvas.toBuffer("image/jpeg", 100));
}

/** A PNG of so many pixels a side, of 16 bits a colour, that cannot be packed. */
export function noise(side: number): Uint8Array {
  const rows = new Uint8Array(side * (1 + 6 * side));
  let state = 1;
  for (let at = 0; at < rows.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    rows[at] = at % (1 + 6 * side) === 0 ? 0 : state >>> 24;
  }
  return pngOf({ width: side, height: side, depth: 16, colour: 2, rows });
}
