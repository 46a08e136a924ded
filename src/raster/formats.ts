/** Formats that pictures come in, as a message names them. */
export type PictureFormat = (typeof FORMATS)[number]["name"];

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
/** Brands of an ISO base media file (ISO/IEC 14496-12, 4.3). */
const isBranded = (bytes: Uint8Array, brands: RegExp): boolean =>
  ascii(bytes, 4, 4) === "ftyp" && brands.test(ascii(bytes, 8, 4));

const FORMATS = [
  { name: "a PNG", is: (b) => starts(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { name: "a JPEG", is: (b) => starts(b, [0xff, 0xd8, 0xff]) },
  { name: "a GIF", is: (b) => ascii(b, 0, 4) === "GIF8" },
  { name: "a WebP", is: (b) => ascii(b, 0, 4) === "RIFF" && ascii(b, 8, 4) === "WEBP" },
  { name: "a PDF", is: (b) => ascii(b, 0, 5) === "%PDF-" },
  { name: "a TIFF", is: (b) => ["II*\0", "MM\0*"].includes(ascii(b, 0, 4)) },
  { name: "a BMP", is: (b) => ascii(b, 0, 2) === "BM" },
  { name: "an icon", is: (b) => starts(b, [0, 0, 1, 0]) },
  { name: "an AVIF", is: (b) => isBranded(b, /^avi[fso]$/) },
  { name: "a HEIC", is: (b) => isBranded(b, /^(hei[cmsx]|hev[cmx]|mif1|msf1)$/) },
  {
    name: "a JPEG XL",
    is: (b) => starts(b, [0xff, 0x0a]) || ascii(b, 4, 8) === "JXL \r\n\x87\n",
  },
  { name: "a JPEG 2000", is: (b) => ascii(b, 4, 4) === "jP  " || starts(b, [0xff, 0x4f, 0xff, 0x51]) },
  {
    name: "a Windows metafile",
    is: (b) => starts(b, [0xd7, 0xcd, 0xc6, 0x9a]) || ascii(b, 40, 4) === " EMF",
  },
  { name: "a Photoshop file", is: (b) => ascii(b, 0, 4) === "8BPS" },
  { name: "a web page", is: (b) => /^\s*<(!doctype html|html)/i.test(ascii(b, 0, Math.min(200, b.length))) },
  {
    name: "an SVG",
    is: (b) =>
      /^(\u00ef\u00bb\u00bf)?\s*\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*(<!DOCTYPE\s+svg|<(\w+:)?svg[\s>])/i.test(
        ascii(b, 0, Math.min(4000, b.length)),
      ),
  },
  { name: "a compressed SVG", is: (b) => starts(b, [0x1f, 0x8b]) },
] as const satisfies readonly { readonly name: string; readonly is: (bytes: Uint8Array) => boolean }[];

/** Told by content, never by name; undefined for what is none of them. */
export const pictureFormat = (bytes: Uint8Array): PictureFormat | undefined =>
  FORMATS.find(({ is }) => is(bytes))?.name;
