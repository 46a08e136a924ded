import type { Orientation } from "../base/orientation.ts";
import type { PictureFault } from "../diagnostics/messages/pictures.ts";
import { orientationOf } from "./exif.ts";
import type { Stored } from "./index.ts";

const ASCII = new TextDecoder("latin1");

/** Markers (ITU-T T.81, table B.1). */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const COM = 0xfe;
/** Markers without a segment: TEM and RST0 to RST7. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Start of frame: C0 to CF without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![DHT, 0xc8, 0xcc].includes(marker);
/** Baseline, extended and progressive, all in Huffman codes: what PowerPoint, browsers and PDF have in common. */
const COMMON_FRAMES = [0xc0, 0xc1, 0xc2];

/** A JPEG that is whole, from its start to its end of image, without what it says beside its pixels. */
export function cleanJpeg(bytes: Uint8Array): Stored | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  const tables = new Set<number>();
  let size: { readonly width: number; readonly height: number } | undefined;
  let orientation: Orientation = 1;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length) return "cut";
    if (bytes[at] !== 0xff) return "structure";
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return "cut";
    const length = view.getUint16(at + 2);
    if (length < 2 || marker < 0xc0) return "structure";
    if (at + 2 + length > bytes.length) return "cut";
    const content = bytes.subarray(at + 4, at + 2 + length);
    let end = at + 2 + length;
    if (isFrame(marker)) {
      if (size !== undefined || content.length < 6) return "structure";
      if (!COMMON_FRAMES.includes(marker) || content[0] !== 8 || ![1, 3, 4].includes(content[5] ?? 0))
        return "rare";
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (size.width === 0 || size.height === 0) return "empty";
    }
    if (marker === SOS) {
      if (size === undefined || !tables.has(DQT) || !tables.has(DHT)) return "structure";
      scans += 1;
      end = scanEnd(bytes, end);
    }
    tables.add(marker);
    if (marker === 0xe1 && starts(content, "Exif\0\0")) orientation = orientationOf(content.subarray(6));
    const segment = keptSegment(marker, bytes.subarray(at, end), content);
    if (segment !== undefined) kept.push(segment);
    at = end;
  }
  if (size === undefined || scans === 0) return "structure";
  // Whatever stands behind the end, such as further pictures of a phone, or the film of a live one, is left out.
  kept.push(Uint8Array.of(0xff, EOI));
  return { mime: "image/jpeg", ...size, orientation, bytes: new Uint8Array(Buffer.concat(kept)) };
}

/** Entropy-coded data ends at a marker that is neither a stuffed zero nor a restart (B.1.1.5). */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return bytes.length;
}

/**
 * Comments and application data are left out but for what says how colours are meant: JFIF without its thumbnail, the
 * ICC profile, and Adobe's transform.
 */
function keptSegment(marker: number, whole: Uint8Array, content: Uint8Array): Uint8Array | undefined {
  if (marker === COM) return undefined;
  if (marker < 0xe0 || marker > 0xef) return whole;
  if (marker === 0xe0 && starts(content, "JFIF\0") && content.length >= 12)
    return Uint8Array.of(0xff, 0xe0, 0, 16, ...content.subarray(0, 12), 0, 0);
  if (marker === 0xe2 && starts(content, "ICC_PROFILE\0")) return whole;
  return marker === 0xee && starts(content, "Adobe") ? whole : undefined;
}

const starts = (content: Uint8Array, sign: string): boolean =>
  ASCII.decode(content.subarray(0, sign.length)) === sign;
