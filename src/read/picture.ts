/** What is known of a picture before anything decodes it. */
export interface PictureSize {
  readonly mime: "image/png" | "image/jpeg";
  /** Size in px. */
  readonly width: number;
  readonly height: number;
}

/**
 * Size of a PNG (W3C PNG 3rd edition, 11.2.1) or JPEG (ITU-T T.81, B.2.2), told by content, never by name.
 * "broken" is one that stops early; another format gives its name, or undefined.
 */
export function sizeOfPicture(
  bytes: Uint8Array,
): PictureSize | "broken" | { readonly format: string | undefined } {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png(bytes);
  if (starts(bytes, [0xff, 0xd8, 0xff])) return jpeg(bytes);
  return { format: FORMATS.find(({ is }) => is(bytes))?.name };
}

function png(bytes: Uint8Array): PictureSize | "broken" {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: PictureSize | undefined;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = ascii(bytes, at + 4, 4);
    if (at + 12 + length > bytes.length) return "broken";
    if (type === "IHDR" && length === 13)
      size = { mime: "image/png", width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (type === "IEND") return size !== undefined && size.width > 0 && size.height > 0 ? size : "broken";
    at += 12 + length;
  }
  return "broken";
}

function jpeg(bytes: Uint8Array): PictureSize | "broken" {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return "broken";
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of frame: C0 to CF without DHT (C4), JPG (C8) and DAC (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const ended = bytes.lastIndexOf(0xd9) > at && bytes[bytes.lastIndexOf(0xd9) - 1] === 0xff;
      return width > 0 && height > 0 && ended ? { mime: "image/jpeg", width, height } : "broken";
    }
    at += 2 + view.getUint16(at + 2);
  }
  return "broken";
}

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const FORMATS: readonly { readonly name: string; readonly is: (bytes: Uint8Array) => boolean }[] = [
  { name: "a GIF", is: (b) => ascii(b, 0, 4) === "GIF8" },
  { name: "a WebP", is: (b) => ascii(b, 0, 4) === "RIFF" && ascii(b, 8, 4) === "WEBP" },
  { name: "a PDF", is: (b) => ascii(b, 0, 5) === "%PDF-" },
  { name: "a TIFF", is: (b) => ["II*\0", "MM\0*"].includes(ascii(b, 0, 4)) },
  { name: "a BMP", is: (b) => ascii(b, 0, 2) === "BM" },
  { name: "a HEIC or AVIF", is: (b) => ascii(b, 4, 4) === "ftyp" },
  {
    name: "an SVG",
    is: (b) =>
      /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(svg|!DOCTYPE svg)/i.test(
        ascii(b, 0, Math.min(500, b.length)),
      ),
  },
  { name: "a web page", is: (b) => /^\s*<(!doctype html|html)/i.test(ascii(b, 0, Math.min(200, b.length))) },
];
